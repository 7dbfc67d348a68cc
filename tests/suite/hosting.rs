//! What hosts are told: heads of files, the page for addresses that lead nowhere.
//!
//! In: the output, nginx where `tests/run` has installed it. Out: what a reader's browser is told. Never publishes.

use std::fs;

use gongkai::publish::listing::PUBLISHED;

use crate::kit::page::text_of;
use crate::kit::servers::{ask, nginx};
use crate::kit::site::SiteTest;
use crate::web::wanted;

#[test]
fn the_settings_for_nginx_give_every_file_its_head() {
    if !wanted() {
        return;
    }
    let site = SiteTest::two();
    site.build();
    let server = nginx(&site.read("output/hosting/nginx.conf"));
    let missing = text_of(site.page("404.html").all(".lede")[0]);
    crate::kit::tree::copy(&site.path("output"), &server.www());
    fs::write(server.www().join(PUBLISHED), "own").expect("written");
    for (path, status, kind) in [
        ("/", "200", "text/html; charset=utf-8"),
        ("/shanghe/data/queries.csv", "200", "text/csv; charset=utf-8"),
        ("/shanghe/duties.ics", "200", "text/calendar; charset=utf-8"),
        ("/assets/share.png", "200", "image/png"),
        ("/SHA256SUMS", "200", "application/octet-stream"),
        ("/not/there.html", "404", "text/html; charset=utf-8"),
        ("/published.json.gz", "404", "text/html; charset=utf-8"),
    ] {
        let (head, body) = ask(server.port, path);
        assert!(head.starts_with(&format!("http/1.1 {status} ")), "{path}: {head}");
        assert!(head.contains(&format!("content-type: {kind}\r\n")), "{path}: {head}");
        assert!(head.contains("cache-control: no-cache") && head.contains("nosniff"), "{path}: {head}");
        assert_eq!(status == "404", body.contains(&missing), "{path}: {body}");
    }
    let sheet = format!("/shanghe/{}", site.asset("shanghe/", "style.css"));
    let (head, _) = ask(server.port, &sheet);
    assert!(head.starts_with("http/1.1 200 ") && head.contains("immutable") && head.contains("nosniff"), "{head}");
    assert!(!head.contains("no-cache"), "{head}");
    let (head, _) = ask(server.port, "/shanghe/assets/style-0123456789abcdef.css");
    assert!(head.starts_with("http/1.1 404 ") && !head.contains("immutable"), "what is missing may come: {head}");
}

#[test]
fn hosts_find_their_settings_and_xml_is_whole() {
    let site = SiteTest::two();
    site.build();
    let text = site.read("output/web.config");
    let mut reader = quick_xml::Reader::from_str(&text);
    while reader.read_event().expect("well-formed") != quick_xml::events::Event::Eof {}
    assert!(text.contains("<mimeMap fileExtension=\".json\" mimeType=\"application/json; charset=utf-8\" />"));
    assert!(site.read("output/_headers").starts_with("/*\n  Cache-Control: no-cache\n"));
    assert!(site.path("output/.nojekyll").is_file());
    assert!(site.read("output/hosting/Caddyfile").contains("rewrite @missing /404.html"));
}
