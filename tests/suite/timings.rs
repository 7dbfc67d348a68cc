//! Where the time of a build goes, as it is told.
//!
//! In: the two small communities. Out: the names of steps, templates and communities, never how long they took.

use crate::kit::program::run;
use crate::kit::site::SiteTest;

const DAY: [&str; 2] = ["--as-of", "2026-11-23"];

#[test]
fn timings_name_steps_templates_and_communities() {
    let site = SiteTest::two();
    let build = run(site.root(), &["build", "--timings", "--lang", "en", DAY[0], DAY[1]]);
    assert_eq!(build.code, 0, "{build:?}");
    let after = |head: &str| {
        let (_, rest) = build.err.split_once(head).unwrap_or_else(|| panic!("no {head:?} in {}", build.err));
        let named = |line: &str| line.strip_prefix("  ").map(|l| l.split("  ").next().unwrap_or_default().to_owned());
        rest.lines().skip(1).map_while(named).collect::<Vec<String>>()
    };
    let steps = [
        "settings and profiles",
        "theme",
        "reading files",
        "records from YAML",
        "checks",
        "private numbers",
        "pages, feeds, data",
        "templates",
        "smaller HTML",
        "hashes",
        "writing",
        "portals",
        "search over all",
        "putting in place",
        "memory for next time",
    ];
    assert_eq!(after("Steps"), steps);
    let templates = after("Templates, the dearest");
    assert!(templates.len() == 10 && templates.iter().all(|name| name.ends_with(".html")), "{templates:?}");
    let mut communities = after("Communities, the slowest");
    communities.sort();
    assert_eq!(communities, ["heping", "shanghe"]);
    let quiet = run(site.root(), &["build", "--lang", "en", DAY[0], DAY[1]]);
    assert!(!quiet.err.contains(" ms"), "only where it is asked for: {}", quiet.err);
}
