//! `themes/CONTEXTS.md` tells what each template gets, and cannot tell anything else than the code.
//!
//! In: the values that templates of real sites get, the doc comments of the structs they come from, and
//! `tests/files/meanings.txt` for names that need no comment. Out: the file, compared word for word;
//! `GONGKAI_BLESS=1` rewrites it. Fails where a field has no meaning.

use std::collections::BTreeMap;
use std::fs;

use gongkai::build;
use gongkai::derive::{self, Summary};
use gongkai::diagnostic::{Sink, Sources};
use gongkai::ledger::{self, Ledger};
use gongkai::load;
use gongkai::record::Scope;
use gongkai::record::facts::RatingStanding;
use gongkai::render::Theme;
use gongkai::validate::validate;
use gongkai::value::{Date, Period};
use gongkai::view::{Site, View};
use gongkai::world::{DiskWorld, Files, World};
use serde_json::Value;

use crate::kit::city::{self, community, rated};
use crate::kit::expect::difference;
use crate::kit::ledger as sealed;
use crate::kit::outline::{Book, Meanings, Shape};
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;

/// All that is seen: what every page gets, and the body of each template.
#[derive(Default)]
struct Seen {
    frame: Shape,
    page: Shape,
    bodies: BTreeMap<String, Shape>,
}

impl Seen {
    fn site(&mut self, site: &Site) {
        self.frame.take(&serde_json::to_value(&site.frame).expect("JSON"));
        site.views.iter().for_each(|view| self.view(view));
    }

    fn view(&mut self, view: &View) {
        let mut page = serde_json::to_value(&view.page).expect("JSON");
        let body = page.as_object_mut().expect("an object").remove("body").unwrap_or(Value::Null);
        self.page.take(&page);
        self.bodies.entry(view.template.clone()).or_default().take(&body);
    }

    /// All sites of a workspace, with their ledgers and the boards of a quarter.
    fn workspace(&mut self, site: &SiteTest, day: Date) {
        let world = DiskWorld::new(site.root(), day);
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let city = load::load_city(&world, &mut sources, &mut sink).expect("readable").expect("sound");
        let mut summaries: Vec<Summary> = Vec::new();
        for id in &city.communities {
            let files = Files::read(&world, &format!("content/communities/{id}")).expect("readable");
            let kept = Files::read(&world, &ledger::folder(id)).expect("readable");
            let ledger = Ledger::read(&kept).expect("it fits together");
            let mut sink = Sink::default();
            let corpus = load::load_community(id, &files, &mut sources, &mut sink).expect("sound");
            let scope = Scope { city: &city, corpus: &corpus, as_of: world.today() };
            validate(&scope, &mut sink);
            let context = derive::Context::new(scope, sink.list(), &sources, &files).with_ledger(ledger.as_ref());
            let derived = derive::derive_community(&context);
            self.site(&derived.site);
            let quarter = Period::parse("2026Q3").expect("a quarter");
            let (board, _) = derive::derive_board(&context, quarter);
            self.view(&View { template: "letter.html".into(), ..board });
            summaries.push(derived.summary);
        }
        self.site(&derive::derive_portal(&city, &summaries, day));
    }
}

/// Every sort of page: the sample, two small communities with a long ledger in which something was corrected and something
/// taken back, and a portal over hundreds.
fn seen() -> Seen {
    let mut seen = Seen::default();
    let (first, later) = (Date::constant(2026, 11, 23), Date::constant(2026, 11, 24));
    seen.workspace(&SiteTest::sample(), first);
    let site = SiteTest::two();
    // So many that the ledger has pages by year.
    for number in 0..100 {
        let page = format!("---\n标题: 示例{number}\n栏目: 村情\n公开日期: 2026-11-02\n示例: 是\n---\n示例。\n");
        site.write(&format!("content/communities/shanghe/pages/shi-li-{number}.md"), page);
    }
    sealed::begin(&site, "shanghe", first);
    sealed::seal(&site, first);
    let corrected = "\n更正:\n  - {日期: 2026-11-24, 说明: 台数登记有误, 原值: 六台, 现值: 七台}\n示例: 是\n";
    let record = "content/communities/shanghe/disclosures/kang-han.md";
    let text = site.read(record).replacen("\n示例: 是\n", corrected, 1);
    site.write(record, text);
    let head = "content/communities/shanghe/community.yaml";
    let taken = "撤回:\n  - {记录: queries/bu-tie, 日期: 2026-11-24, 理由: 误登个人信息, 决定机构: 村务监督委员会}\n";
    site.write(head, format!("{}\n{taken}", site.read(head).trim_end()));
    site.remove("content/communities/shanghe/queries/bu-tie.md");
    sealed::seal(&site, later);
    let outcome = build::check(&DiskWorld::new(site.root(), later), &[], &|_, _| {}).expect("readable");
    assert!(!outcome.has_errors(), "{}", crate::kit::site::said(&outcome));
    seen.workspace(&site, later);
    let many = |n: usize| {
        let mut one = community(&format!("c{n}"), &format!("示例{n}村"), "village", "示例省/示例县", n % 4);
        one.ratings.push(rated(2025, 3, "80", RatingStanding::Final));
        one
    };
    let list: Vec<Summary> = (0..260).map(many).collect();
    seen.site(&derive::derive_portal(&city::city("名称: 示例\n", &[]), &list, first));
    seen
}

#[test]
fn what_templates_get_is_documented_field_by_field() {
    let seen = seen();
    let meanings = Meanings::read(&fs::read_to_string(project("tests/files/meanings.txt")).expect("meanings"));
    let mut book = Book::new(&meanings);
    let mut counts = BTreeMap::new();
    seen.bodies.values().for_each(|shape| book.count(shape, &mut counts));
    book.shared = counts.into_iter().filter(|(_, (n, _))| *n > 1).map(|(label, (_, shape))| (label, shape)).collect();
    let mut out = vec![fs::read_to_string(project("tests/files/contexts.md")).expect("an introduction")];
    let table =
        |out: &mut Vec<String>| out.extend(["".into(), "| field | type | meaning |".into(), "|---|---|---|".into()]);
    out.push("## Every page".into());
    table(&mut out);
    for (path, shape) in [("site", &seen.frame), ("page", &seen.page)] {
        book.rows(path, shape, &mut out);
    }
    out.push("\n## Templates\n".into());
    let templates = Tree::read(&project("themes/default/templates"));
    let text = |name: &str| templates.0.get(name).map(|f| String::from_utf8_lossy(&f.bytes).into_owned());
    for (name, shape) in &seen.bodies {
        let own = text(name);
        let shown =
            if own.is_some() { name.clone() } else { format!("{name} (where a theme has it, else section.html)") };
        out.push(format!("### {shown}\n"));
        out.extend(own.as_deref().and_then(about));
        let blocks = own.as_deref().map(|text| after(text, "{% block ").join("`, `")).filter(|b| !b.is_empty());
        out.extend(blocks.map(|b| format!("\nBlocks: `{b}`.")));
        table(&mut out);
        book.rows("page.body", shape, &mut out);
        out.push(String::new());
    }
    out.push("## Shared objects\n".into());
    for (label, shape) in book.shared.clone() {
        out.push(format!("### {label}"));
        table(&mut out);
        book.rows("", &shape, &mut out);
        out.push(String::new());
    }
    out.push("## Components\n".into());
    for (name, file) in &templates.0 {
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        let found =
            text.split("{% component ").skip(1).filter_map(|rest| rest.split(" -%}").next()?.split(" %}").next());
        let found: Vec<String> = found.map(|c| format!("`<{c}>`")).collect();
        if !found.is_empty() {
            out.push(format!("- `{name}`: {}", found.join(", ")));
        }
    }
    let unsaid: Vec<&String> = book.unsaid.iter().collect();
    assert!(
        unsaid.is_empty(),
        "{} fields without a meaning; give them a doc comment, or a line in tests/files/meanings.txt: {unsaid:#?}",
        unsaid.len()
    );
    let made = format!("{}\n", out.join("\n").trim_end());
    let place = project("themes/CONTEXTS.md");
    if std::env::var("GONGKAI_BLESS").is_ok_and(|v| v == "1") {
        fs::write(&place, &made).expect("written");
    }
    let kept = fs::read_to_string(&place).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == made, "themes/CONTEXTS.md differs (GONGKAI_BLESS=1 rewrites it):\n{}", difference(&kept, &made));
}

/// The comment with which a template opens, on one line.
fn about(text: &str) -> Option<String> {
    let (comment, _) = text.strip_prefix("{#-")?.split_once("-#}")?;
    Some(comment.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The names that follow a word.
fn after(text: &str, word: &str) -> Vec<String> {
    text.split(word).skip(1).filter_map(|rest| rest.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn every_template_of_a_page_is_documented() {
    let text = fs::read_to_string(project("themes/CONTEXTS.md")).expect("it is there");
    let world = SiteTest::two();
    assert!(Theme::load(&world.world(), "default", gongkai::locale::Language::Chinese).is_ok());
    let mut missing = Vec::new();
    for (name, file) in Tree::read(&project("themes/default/templates")).0 {
        let page = String::from_utf8_lossy(&file.bytes).contains("{% extends ");
        if page && !text.contains(&format!("### {name}\n")) && !ALONE.contains(&name.as_str()) {
            missing.push(name);
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

/// Templates that others go on from and no page has itself.
const ALONE: &[&str] = &["record.html", "section.html"];
