//! Themes of one's own: what they change, what they leave as it is, and what is said when they are wrong.
//!
//! In: the two small communities with themes of a few lines. Out: pages, and every mistake with its place.
//! Never looks at how a theme looks: `pictures.rs` and `kiosk.rs` do.

use std::fs;

use gongkai::diagnostic::Report;
use gongkai::error::Error;
use gongkai::locale::Language;
use gongkai::render::Theme;
use gongkai::world::MemoryWorld;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::kit::TODAY;
use crate::kit::page::Page;
use crate::kit::preview::Preview;
use crate::kit::program::run;
use crate::kit::site::SiteTest;

const DAY: [&str; 2] = ["--as-of", "2026-11-23"];

/// The two communities under a theme with these files.
fn themed(files: &[(&str, &str)]) -> SiteTest {
    let site = SiteTest::two();
    site.replace("content/site.yaml", "发布者:", "主题: hongqi\n发布者:");
    for (path, text) in files {
        site.write(&format!("themes/hongqi/{path}"), text);
    }
    site
}

/// What is wrong with a theme, one line each: file, line, code, facts.
fn wrong(files: &[(&str, &str)]) -> Vec<String> {
    let mut world = MemoryWorld::new(TODAY).with("content/site.yaml", "名称: 示例\n主题: hongqi\n");
    for (path, text) in files {
        world = world.with(&format!("themes/{path}"), *text);
    }
    match Theme::load(&world, "hongqi", Language::Chinese) {
        Ok(_) => Vec::new(),
        Err(Error::Theme(reports)) => reports.iter().map(line).collect(),
        Err(other) => panic!("{other}"),
    }
}

fn line(report: &Report) -> String {
    let fact = |name: &str| report.args.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let place = &report.place;
    let (near, name) = (fact("near").unwrap_or_default(), fact("name").unwrap_or_default());
    let path = place.path.strip_prefix("themes/").unwrap_or(&place.path);
    format!("{path}:{}:{} {} {name} {near}", place.line, place.column, report.code).trim_end().to_owned()
}

#[test]
fn a_theme_changes_what_it_names_and_nothing_else() {
    let plain = SiteTest::two();
    plain.build();
    let site = themed(&[
        ("theme.yaml", "名称: 红旗\n样式变量:\n  亮色: {red: \"#123456\"}\n设置: {slogan: 一碗水端平}\n"),
        (
            "templates/404.html",
            "{% extends \"default/404.html\" %}{% block main %}{{ super() }}<p class=\"own\">{{ theme.name }} {{ theme.settings.slogan }}</p>{% endblock main %}",
        ),
        ("locales/zh-CN/own.ftl", "search = 查找\n"),
        ("styles/style.css", ".own{color:var(--red)}\n"),
        ("assets/own.txt", "own"),
        (".DS_Store", "left behind"),
    ]);
    site.build();
    let missing = site.page("shanghe/404.html");
    assert_eq!(missing.all(".own")[0].text().collect::<String>(), "hongqi 一碗水端平");
    assert!(missing.main().contains("没有这一页"), "the inherited page goes on: {}", missing.main());
    assert_eq!(site.page("shanghe/index.html").all(".tools a")[0].text().collect::<String>(), "查找");
    let sheet = site.read(&format!("output/shanghe/{}", site.asset("shanghe/", "style.css")));
    assert!(sheet.starts_with(":root{") && sheet.contains("--red:#123456;"), "{}", &sheet[..400]);
    assert!(sheet.contains("--ink:#1f2328;") && sheet.trim_end().ends_with(".own{color:var(--red)}"));
    assert_eq!(site.read("output/shanghe/assets/own.txt"), "own");
    assert!(!site.path("output/shanghe/assets/.DS_Store").exists());
    // All other words of all other pages are as they were.
    let before = Page::read(&plain.path("output"), "shanghe/decisions/lu-deng.html");
    assert_eq!(site.page("shanghe/decisions/lu-deng.html").main(), before.main());
    let again = site.build();
    assert_eq!(again.written, 0, "nothing changed");
    // A theme on a theme: the nearer one counts.
    site.write("themes/second/theme.yaml", "继承: hongqi\n设置: {slogan: 村务公开}\n");
    site.replace("content/site.yaml", "主题: hongqi", "主题: second");
    site.build();
    assert_eq!(site.page("shanghe/404.html").all(".own")[0].text().collect::<String>(), "second 村务公开");
    let sheet = site.read(&format!("output/shanghe/{}", site.asset("shanghe/", "style.css")));
    assert!(sheet.contains("--red:#123456;"));
}

#[test]
fn another_theme_for_one_build() {
    let site = SiteTest::two();
    let out = run(site.root(), &["build", DAY[0], DAY[1], "--theme", "kiosk", "--out", "screen"]);
    assert_eq!(out.code, 0, "{}", out.err);
    assert!(site.read("screen/shanghe/index.html").contains("assets/kiosk-"));
    let out = run(site.root(), &["build", DAY[0], DAY[1], "--theme", "kioks"]);
    assert_eq!(out.code, 3, "{}", out.err);
    assert!(out.err.contains("GK2301") && out.err.contains("“kiosk”"), "{}", out.err);
    assert!(!site.path("output").exists());
}

#[test]
fn pages_ask_for_files_that_may_be_kept_for_ever() {
    let site = SiteTest::two();
    site.build();
    let mut seen = 0;
    for path in site.output().paths().into_iter().filter(|p| p.ends_with(".html")) {
        let page = site.page(path);
        let links = page.all("link[rel=stylesheet], script[src]");
        for link in links.iter().filter_map(|e| e.value().attr("href").or_else(|| e.value().attr("src"))) {
            let Some((_, name)) = link.split_once("assets/") else { continue };
            let bytes = fs::read(site.path(&format!("output/assets/{name}"))).expect("it is there");
            let digest: String = Sha256::digest(&bytes).iter().take(8).map(|b| format!("{b:02x}")).collect();
            assert!(name.contains(&format!("-{digest}.")), "{path}: {link} does not carry {digest}");
            seen += 1;
        }
    }
    assert!(seen > 150, "only {seen} links");
}

#[test]
fn every_mistake_of_a_theme_is_told_at_once() {
    let told = wrong(&[
        (
            "hongqi/theme.yaml",
            "名称: 红旗\n样式变量:\n  亮色: {rad: \"#123456\", ink: \"red;} body{display:none\"}\n  通用: {sans: url(https://x.cn/f.woff)}\n设置: {slogn: 一}\n",
        ),
        ("hongqi/template/home.html", ""),
        ("hongqi/templates/hone.html", "<p>{{ theme.settings.slogan }}</p>"),
        ("hongqi/templates/record.html", "{% extends \"defualt/record.html\" %}"),
        ("hongqi/styles/stile.css", "p{}"),
        ("hongqi/locales/zh-CN/own.ftl", "serach = 查找\nown = 好\n"),
    ]);
    assert_eq!(
        told,
        [
            "hongqi/locales/zh-CN/own.ftl:1:1 GK2309 serach search",
            "hongqi/styles/stile.css:1:1 GK2305 stile.css style.css",
            "hongqi/template/home.html:1:1 GK2303 template templates",
            "hongqi/templates/hone.html:1:1 GK2304 hone.html home.html",
            "hongqi/templates/record.html:1:13 GK2312 defualt/record.html default/record.html",
            "hongqi/theme.yaml:3:8 GK2306 rad red",
            "hongqi/theme.yaml:3:29 GK2307 ink",
            "hongqi/theme.yaml:4:14 GK2307 sans",
            "hongqi/theme.yaml:5:6 GK2308 slogn slogan",
        ]
    );
    let unknown = wrong(&[("hongqi/theme.yaml", "名称: 红旗\n样式变亮: {}\n")]);
    assert_eq!(unknown, ["hongqi/theme.yaml:2:1 GK0201  样式变量"]);
}

#[test]
fn templates_and_words_that_cannot_be_read() {
    let broken = wrong(&[
        ("hongqi/templates/404.html", "<p>\n{% if page.title %}"),
        ("hongqi/templates/home.html", "{{ page.title | }}"),
    ]);
    assert_eq!(broken.len(), 2, "both are told: {broken:?}");
    assert!(broken[0].starts_with("hongqi/templates/404.html:2:") && broken[0].contains("GK2311"), "{broken:?}");
    assert!(broken[1].starts_with("hongqi/templates/home.html:1:") && broken[1].contains("GK2311"), "{broken:?}");
    let lost = wrong(&[(
        "hongqi/templates/404.html",
        "{% extends \"default/404.html\" %}{% block mian %}\n{{ page.title | mony }}{{ <chp state={1} /> }}\n{{ asst(f=\"x\") }}{% include \"nowhere.html\" %}{% endblock mian %}",
    )]);
    let wanted = [
        ":1:42 GK2312 mian main",
        ":2:17 GK2312 mony money",
        ":2:28 GK2312 chp chip",
        ":3:4 GK2312 asst asset",
        ":3:30 GK2312 nowhere.html",
    ];
    assert_eq!(lost, wanted.map(|w| format!("hongqi/templates/404.html{w}")));
    let circle = wrong(&[("hongqi/templates/404.html", "{% extends \"404.html\" %}")]);
    assert_eq!(circle, ["hongqi/templates/404.html:1:13 GK2313"]);
    let twice = wrong(&[
        ("hongqi/templates/a.html", "{% component own(x) %}{{ x }}{% endcomponent own %}"),
        ("hongqi/templates/b.html", "\n{% component own(x) %}{{ x }}{% endcomponent own %}"),
    ]);
    assert_eq!(twice, ["hongqi/templates/b.html:2:14 GK2312 own"]);
    let words = wrong(&[("hongqi/locales/zh-CN/own.ftl", "search = 查找\nnonsense\nnav = 栏\nnav = 栏目\n")]);
    let lines: Vec<&str> = words.iter().map(|w| &w[..w.find(" GK").expect("a code")]).collect();
    assert!(words.iter().all(|w| w.contains("GK2310")), "{words:?}");
    assert!(lines.iter().any(|l| l.starts_with("hongqi/locales/zh-CN/own.ftl:2:")), "{words:?}");
    assert!(lines.contains(&"hongqi/locales/zh-CN/own.ftl:4:1"), "{words:?}");
}

#[test]
fn themes_that_are_not_there_and_circles() {
    assert_eq!(wrong(&[]), ["content/site.yaml:2:5 GK2301 hongqi"]);
    let inherits = wrong(&[("hongqi/theme.yaml", "继承: kiosks\n")]);
    assert_eq!(inherits, ["hongqi/theme.yaml:1:5 GK2301 kiosks kiosk"]);
    let circle = wrong(&[("hongqi/theme.yaml", "继承: lvqi\n"), ("lvqi/theme.yaml", "名称: 绿旗\n继承: hongqi\n")]);
    assert_eq!(circle, ["lvqi/theme.yaml:2:5 GK2302"]);
    assert_eq!(wrong(&[("hongqi/theme.yaml", "继承: ../content\n")]), ["hongqi/theme.yaml:1:5 GK2301 ../content"]);
}

#[test]
fn a_template_that_fails_names_place_page_and_record_and_leaves_the_output() {
    let site = themed(&[("theme.yaml", "名称: 红旗\n")]);
    site.build();
    let before = site.output();
    site.write(
        "themes/hongqi/templates/decision.html",
        "{% extends \"default/decision.html\" %}{% block after %}\n{{ page.body.no.where }}{% endblock after %}",
    );
    site.write(
        "themes/hongqi/templates/404.html",
        "{% extends \"default/404.html\" %}{% block main %}{{ t(k=\"no-such-words\") }}{% endblock main %}",
    );
    let out = run(site.root(), &["build", DAY[0], DAY[1]]);
    assert_eq!(out.code, 3, "{}", out.err);
    for part in [
        "themes/hongqi/templates/decision.html:2:",
        "shanghe/decisions/",
        "content/communities/shanghe/decisions/",
        "themes/hongqi/templates/404.html:1:",
        "heping/404.html",
        "和另外 1 页",
        "no-such-words",
        "GK2314",
    ] {
        assert!(out.err.contains(part), "nothing of {part}:\n{}", out.err);
    }
    assert_eq!(site.output().difference(&before), "", "the output is as it was");
    // `check` tells what can be known without making pages.
    site.write("themes/hongqi/templates/404.html", "{% extends \"404.html\" %}");
    let check = run(site.root(), &["check", "--format", "json", DAY[0], DAY[1]]);
    let first: Value = serde_json::from_str(check.out.lines().next().expect("a line")).expect("JSON");
    assert_eq!((check.code, first["code"].as_str()), (1, Some("GK2313")), "{}", check.out);
}

#[test]
fn the_themes_inside_the_program_are_sound() {
    // Their templates are read when the first page is rendered: what is wrong with one would end the program.
    for name in ["default", "kiosk"] {
        let site = SiteTest::two();
        site.unpack_theme(name);
        site.replace("content/site.yaml", "示例: 是", &format!("主题: {name}\n示例: 是"));
        let out = run(site.root(), &["check", DAY[0], DAY[1]]);
        assert_eq!((out.code, out.err.contains("GK23")), (0, false), "{name}: {}{}", out.out, out.err);
    }
}

#[test]
fn a_default_theme_of_ones_own_may_lack_a_template() {
    let site = SiteTest::two();
    site.unpack_theme("default").remove("themes/default/templates/letters.html");
    let out = run(site.root(), &["build", DAY[0], DAY[1]]);
    assert_eq!(out.code, 3, "{}", out.err);
    assert!(out.err.contains("GK2315") && out.err.contains("letters.html"), "{}", out.err);
}

#[test]
fn the_preview_keeps_the_last_good_page_and_shows_the_place_in_the_template() {
    let site = themed(&[("theme.yaml", "名称: 红旗\n")]);
    let preview = Preview::of(&site);
    let page = "/shanghe/decisions/lu-deng.html";
    let good = preview.get(page);
    assert_eq!(good.status, 200);
    let hash = good.body.rsplit_once("data-hash=\"").and_then(|(_, rest)| rest.split('"').next()).expect("a hash");
    let mut events = preview.events(page, hash);
    assert_eq!(events.next("trouble"), r#"{"list":[]}"#);
    let template = "themes/hongqi/templates/decision.html";
    site.write(
        template,
        "{% extends \"default/decision.html\" %}{% block after %}{{ page.body.no.where }}{% endblock after %}",
    );
    let told: Value = serde_json::from_str(&events.next("trouble")).expect("JSON");
    let place = told["list"][0]["told"]["places"][0]["place"].as_str().unwrap_or_default();
    assert!(place.starts_with(&format!("{template}:1:")), "{told:#}");
    assert_eq!(told["list"][0]["told"]["code"], "GK2314");
    assert_eq!(told["list"].as_array().map(Vec::len), Some(1), "told once: {told:#}");
    assert_eq!(preview.get(page).body, good.body, "the last good page stays");
    site.write(
        template,
        "{% extends \"default/decision.html\" %}{% block after %}<p>of-a-test</p>{% endblock after %}",
    );
    preview.until(page, |reply| reply.body.contains("of-a-test"));
}

#[test]
fn the_theme_of_the_readme_is_one() {
    let readme = fs::read_to_string(crate::kit::project("README.md")).expect("a README");
    let (_, rest) = readme.split_once("# themes/hongqi/theme.yaml").expect("an example");
    let (_, rest) = rest.split_once('\n').expect("lines");
    let (example, _) = rest.split_once("```").expect("an end");
    let site = themed(&[("theme.yaml", example)]);
    site.build();
    assert!(site.read(&format!("output/shanghe/{}", site.asset("shanghe/", "style.css"))).contains("--red:#7A1F2B;"));
}
