//! The pages of the sample, squeezed and judged by another minifier.
//!
//! In: `content/` of this repository. Out: whether every page says the same after squeezing, and how
//! much larger it is than the best. Only a test.

use tera::Context;

use super::allowed::Purpose;
use super::{Theme, Whose, squeeze};
use crate::derive;
use crate::diagnostic::{Sink, Sources};
use crate::load;
use crate::record::Scope;
use crate::validate::validate;
use crate::value::Date;
use crate::world::{DiskWorld, Files, World};

/// How much larger than the best a site may be, in percent.
const WORSE: usize = 3;

fn judge(html: &[u8]) -> Vec<u8> {
    let mut cfg = minify_html::Cfg::new();
    cfg.keep_closing_tags = true;
    cfg.keep_html_and_head_opening_tags = true;
    cfg.keep_input_type_text_attr = true;
    minify_html::minify(html, &cfg)
}

#[test]
fn squeezed_pages_say_the_same_and_are_as_small() {
    let world = DiskWorld::new(env!("CARGO_MANIFEST_DIR"), Date::constant(2026, 11, 23));
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let city = load::load_city(&world, &mut sources, &mut sink).expect("readable").expect("sound");
    let theme = Theme::load(&world, "default", city.language()).expect("usable");
    let (mut ours, mut best) = (0, 0);
    for id in ["junying", "tanhualin"] {
        let files = Files::read(&world, &format!("content/communities/{id}")).expect("readable");
        let corpus = load::load_community(id, &files, &mut sources, &mut sink).expect("sound");
        let scope = Scope { city: &city, corpus: &corpus, as_of: world.today() };
        validate(&scope, &mut sink);
        let context = derive::Context::new(scope, sink.list(), &sources, &files);
        let site = derive::derive_community(&context).site;
        for view in &site.views {
            let mut page = Context::new();
            page.insert("portal", "../../");
            page.insert("root", "../");
            page.insert_value("site", site.frame.clone());
            page.insert("paper", &false);
            page.insert_value("page", view.page.clone());
            page.insert_value("theme", theme.about.clone());
            let whose = Whose { page: &view.route, owner: &view.owner };
            let raw = theme.render(&view.template, &page, whose).expect("renders");
            let (squeezed, small) = (squeeze::squeeze(&raw, Purpose::Site).expect("of allowed parts"), judge(&raw));
            let (again, small_text) = (judge(&squeezed), String::from_utf8_lossy(&small));
            assert_eq!(String::from_utf8_lossy(&again), small_text, "{}", view.route);
            ours += squeezed.len();
            best += small.len();
        }
    }
    assert!(ours * 100 <= best * (100 + WORSE), "{ours} bytes against {best}");
    println!("{ours} bytes against {best}");
}
