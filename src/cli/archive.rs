//! `gongkai archive`: seals, builds, and makes a bag for each community and year.
//!
//! In: flags. Out: bags, an index of them, a line for each, an exit code. Makes nothing where sealing was refused.

use super::args::{Archive, Build, Seal};
use super::setting::Setting;
use super::{build, print, seal};
use crate::archive::{self, Request};
use crate::error::Error;
use crate::world::World;

pub(super) fn run(options: &Archive, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(options.as_of.as_deref())?;
    let (as_of, community) = (options.as_of.clone(), options.community.clone());
    let sealed = Seal { out: None, as_of: as_of.clone(), community: community.clone(), seen: Vec::new() };
    let code = seal::run(&sealed, setting)?;
    if code != 0 {
        return Ok(code);
    }
    let code = build::run(&Build { as_of, community, ..Build::default() }, setting)?;
    if code != 0 {
        return Ok(code);
    }
    let out = options.out.clone().unwrap_or_else(|| world.root().join("archive"));
    let request = Request {
        output: &world.root().join("output"),
        out: &out,
        year: options.year.unwrap_or(world.today().year()),
        only: &options.community,
    };
    for made in archive::archive(&world, &request)? {
        let facts = [
            ("community", made.community),
            ("path", made.path.display().to_string()),
            ("files", made.files.to_string()),
            ("bytes", made.bytes.to_string()),
            ("records", made.records.to_string()),
        ];
        print::say(setting, &setting.words.text("archive-done", &facts));
    }
    Ok(0)
}
