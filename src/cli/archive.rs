//! `gongkai archive`: seals, builds, and makes a bag for each community and year.
//!
//! In: flags. Out: bags, an index of them, a line for each, an exit code. Makes nothing where sealing was refused.

use super::args::{Archive, Build, Seal};
use super::setting::Setting;
use super::{build, print, seal};
use crate::archive::{self, Request};
use crate::error::Error;
use crate::world::World;
use crate::write::browser;

pub(super) fn run(options: &Archive, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(options.reach.as_of.as_deref())?;
    let sealed = Seal { out: None, reach: options.reach.clone(), seen: Vec::new() };
    let code = seal::run(&sealed, setting)?;
    if code != 0 {
        return Ok(code);
    }
    let code = build::step(&Build { reach: options.reach.clone(), ..Build::default() }, setting)?;
    if code != 0 {
        return Ok(code);
    }
    let out = options.out.clone().unwrap_or_else(|| world.root().join("archive"));
    let browser = browser::find(&setting.browsers());
    let request = Request {
        output: &world.root().join("output"),
        out: &out,
        year: options.year.unwrap_or(world.today().year()),
        only: &options.reach.community,
        browser: browser.as_deref(),
    };
    let mut without = 0;
    for made in archive::archive(&world, &request)? {
        without += made.records - made.pdfs;
        let facts = [
            ("community", made.community),
            ("path", made.path.display().to_string()),
            ("files", made.files.to_string()),
            ("bytes", made.bytes.to_string()),
            ("records", made.records.to_string()),
            ("pdfs", made.pdfs.to_string()),
        ];
        print::say(setting, &setting.words.text("archive-done", &facts));
    }
    if without > 0 {
        let why = if browser.is_some() { "archive-browser-failed" } else { "archive-no-browser" };
        print::say(setting, &setting.words.text(why, &[("count", without.to_string())]));
    }
    Ok(0)
}
