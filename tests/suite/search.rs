//! Search: what is found, of invented records by the thousand whose answers are known.
//!
//! In: `kit::corpus`. Out: every question that finds too much, too little, or in the wrong order.
//! The index is read here by a reader of its own; the page is asked in a real browser where
//! `GONGKAI_BROWSER` is set. Never measures time: `benches/search` does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use gongkai::search::{self, Doc, Docs, Source};
use proptest::prelude::*;
use serde_json::Value;

use crate::kit::corpus::{CLASSES, Query, Scan, Village, plain, villages};
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::web::wanted;

/// The records of each with their roll.
pub fn docs(villages: &[Village]) -> Vec<Docs<&[Doc]>> {
    villages.iter().map(|v| Docs::of(&v.docs[..])).collect()
}

pub fn sources<'v>(villages: &'v [Village], docs: &'v [Docs<&[Doc]>]) -> Vec<Source<'v>> {
    villages.iter().zip(docs).map(|(v, docs)| Source { id: &v.id, name: &v.name, docs }).collect()
}

/// All files of the search over some communities.
pub fn files(villages: &[Village]) -> Vec<search::File> {
    search::files(&sources(villages, &docs(villages))).expect("in memory")
}

/// The files as values, by name.
fn values(villages: &[Village]) -> BTreeMap<String, Value> {
    let value = |(name, text): (String, String)| {
        let stem = name.trim_end_matches(".js").to_owned();
        let inner = text.strip_prefix(&format!("gk(\"{stem}\",")).and_then(|t| t.trim_end().strip_suffix(");"));
        let data = serde_json::from_str(inner.unwrap_or_else(|| panic!("{name} is not one call")));
        (stem, data.unwrap_or_else(|e| panic!("{name}: {e}")))
    };
    files(villages).into_iter().map(value).collect()
}

/// A small reader of the index, written from its description alone.
struct Reader {
    lines: BTreeMap<String, String>,
    urls: Vec<String>,
}

impl Reader {
    fn of(files: &BTreeMap<String, Value>) -> Self {
        let mut lines = BTreeMap::new();
        let shards = files["meta"]["shards"].as_u64().expect("an index");
        for shard in 0..shards {
            for line in files[&format!("s{shard}")].as_str().expect("a text").lines() {
                let (gram, list) = line.split_once('\t').expect("a gram and its list");
                let long = |n: &str| files[&format!("l{n}")].as_str().expect("a long list").to_owned();
                let list = list.strip_prefix('*').map_or_else(|| list.to_owned(), long);
                assert!(lines.insert(gram.to_owned(), list).is_none(), "{gram} stands in two shards");
            }
        }
        let count = files["meta"]["count"].as_u64().expect("a count");
        let each = files["meta"]["each"].as_u64().expect("records in a file");
        let url = |id: u64| {
            files[&format!("t{}/{}", id / each / 128, id / each)][(id % each) as usize][0].as_str().expect("an address")
        };
        Self { lines, urls: (0..count).map(|id| url(id).to_owned()).collect() }
    }

    /// Numbers of records, and whether the gram stands in their title.
    fn list(&self, gram: &str) -> BTreeMap<usize, bool> {
        let digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
        let (mut found, mut next, mut number, mut shift) = (BTreeMap::new(), 0, 0, 0);
        for sign in self.lines.get(gram).map(|l| l.chars()).into_iter().flatten() {
            let digit = digits.find(sign).expect("a digit");
            number |= (digit & 31) << shift;
            shift += 5;
            if digit < 32 {
                next += number >> 1;
                found.insert(next - 1, number & 1 == 1);
                (number, shift) = (0, 0);
            }
        }
        found
    }

    /// Addresses of the records that hold all grams of all terms, in the order of the page.
    fn find(&self, query: &str) -> Vec<String> {
        let mut grams: Vec<String> = Vec::new();
        for term in query.split_whitespace().map(plain) {
            let signs: Vec<char> = term.chars().collect();
            grams.extend(signs.windows(signs.len().clamp(1, 3)).map(|w| w.iter().collect::<String>()));
        }
        let lists: Vec<_> = grams.iter().map(|g| self.list(g)).collect();
        let Some((first, rest)) = lists.split_first() else {
            return Vec::new();
        };
        let all = first.iter().filter(|(id, _)| rest.iter().all(|l| l.contains_key(id)));
        // The newest has the highest number.
        let all: Vec<usize> = all.map(|(id, _)| *id).rev().collect();
        let (titled, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|id| lists.iter().all(|l| l[id]));
        titled.into_iter().chain(others).map(|id| self.urls[id].clone()).collect()
    }
}

#[test]
fn the_index_holds_exactly_what_is_written() {
    let villages = villages(2000, 7);
    let (files, scan) = (values(&villages), Scan::new(&villages));
    let reader = Reader::of(&files);
    let queries = scan.queries(12, 11);
    let literal: Vec<&Query> = queries.iter().filter(|q| q.offered.is_none()).collect();
    let classes: BTreeSet<&str> = literal.iter().map(|q| q.class).collect();
    assert_eq!(classes.len(), CLASSES.len(), "every class is asked");
    assert!(literal.len() >= 150, "only {} questions", literal.len());
    for query in literal {
        let found = reader.find(&query.text);
        let missed: Vec<_> = query.hits.iter().filter(|h| !found.contains(h)).collect();
        assert!(missed.is_empty(), "{} “{}” misses {missed:?}", query.class, query.text);
        // Up to three signs the index is exact; longer terms are checked in the text before they are shown.
        if query.text.split_whitespace().all(|t| plain(t).chars().count() <= 3) {
            assert_eq!(found, query.hits, "{} “{}”", query.class, query.text);
        }
    }
}

#[test]
fn a_removed_record_takes_its_grams_along() {
    let mut all = villages(600, 5);
    let gone = all[3].docs.remove(2);
    let files = values(&all);
    let reader = Reader::of(&files);
    let address = format!("{}/{}", all[3].id, gone.url);
    assert!(!files.values().any(|v| v.to_string().contains(&address)), "{address} is still in a file");
    let kept: BTreeSet<String> = {
        let texts = all.iter().flat_map(|v| &v.docs).flat_map(|d| {
            [plain(&d.title)]
                .into_iter()
                .chain(d.parts.iter().flat_map(|p| p.text.lines().map(plain).collect::<Vec<_>>()))
        });
        texts
            .flat_map(|t| t.chars().collect::<Vec<_>>().windows(3).map(|w| w.iter().collect()).collect::<Vec<String>>())
            .collect()
    };
    let orphans: Vec<_> = reader.lines.keys().filter(|g| g.chars().count() == 3 && !kept.contains(*g)).collect();
    assert!(orphans.is_empty(), "grams of no record: {orphans:?}");
}

#[test]
fn same_records_same_files_in_any_order() {
    let mut all = villages(300, 9);
    let before = files(&all);
    all.iter_mut().for_each(|v| v.docs.reverse());
    assert_eq!(files(&all), before);
}

proptest! {
    /// The folding of the program and the one of these tests come to the same for anything people write.
    #[test]
    fn folding_is_stable(text in "[ 　a-zA-Z0-9０-９,，.〔〕（）“”徵地補償低保\n]{0,40}") {
        let folded = search::fold(&text);
        prop_assert_eq!(search::fold(&folded), folded.clone());
        let lines: Vec<String> = text.split('\n').map(|l| plain(&l.replace('　', " ").split_whitespace().collect::<Vec<_>>().join(" "))).collect();
        prop_assert_eq!(folded, lines.join("\n"));
    }
}

/// Every sign that has a form of its own, alone and between others, and the brackets, gaps and commas of people.
fn hard_texts() -> Vec<String> {
    let signs = ('\u{21}'..='\u{2_ffff}').filter(|c| {
        use unicode_normalization::UnicodeNormalization;
        let cjk = ('\u{2e80}'..='\u{9fff}').contains(c) || ('\u{2_0000}'..).contains(c);
        let other = c.nfkc().ne(std::iter::once(*c)) || c.to_lowercase().ne(std::iter::once(*c));
        let edge = c.is_whitespace() || ('\u{2000}'..='\u{206f}').contains(c) || *c == '\u{feff}';
        cjk || other || edge
    });
    let mut texts: Vec<String> = signs.map(|c| format!("甲{c}乙 a{c}1 ,{c}00")).collect();
    let mut dice = crate::kit::corpus::Dice::new(23);
    let parts: Vec<&str> =
        "1 12 123 1234 , ， . ． a B Ｃ   　 \u{200b} \u{ad} 〔 ] （ ） 】 “ ” ’ – ― ・ 徵 地 𬱖 䶮 ﬁ ㎡ № ℃ ①"
            .split(' ')
            .chain([" ", "\n", "\t", "\u{a0}", "\u{85}", "\u{2028}"])
            // Marks that join the sign before them, unless something stands between.
            .chain(["e", "\u{301}", "\u{323}", "か", "\u{3099}", "ﾞ", "´"])
            .collect();
    texts.extend((0..20_000).map(|_| (0..12).map(|_| *dice.pick(&parts)).collect::<String>()));
    texts
}

#[test]
fn the_page_folds_and_hashes_as_the_program_does() {
    if !wanted() {
        return;
    }
    // A site that holds every simple sign has all pairs.
    let mut villages = villages(20, 7);
    let every: String = ('\u{3400}'..='\u{9fff}').collect();
    villages[0].docs[0].parts[0].text = every;
    let signs = values(&villages)["meta"]["signs"].clone();
    let texts = hard_texts();
    let mut child = Command::new("node")
        .current_dir(project("tests/browser"))
        .arg("fold.mjs")
        .arg(project("themes/default/assets/search.js"))
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("node: {e}; run tests/run once"));
    let question = serde_json::json!({ "signs": signs, "texts": texts }).to_string();
    let mut input = child.stdin.take().expect("a pipe");
    let asking = std::thread::spawn(move || std::io::Write::write_all(&mut input, question.as_bytes()));
    let told = child.wait_with_output().expect("node ends");
    asking.join().expect("no panic").expect("node reads");
    let told: Vec<Option<(String, u32)>> = serde_json::from_slice(&told.stdout).expect("folded texts");
    assert_eq!(told.len(), texts.len());
    let known = told.iter().flatten().count();
    assert!(known > 110_000, "only {known} texts of signs that this engine knows");
    let differ = |(text, told): (&String, &Option<(String, u32)>)| {
        let (folded, hash) = told.as_ref()?;
        let mine = search::fold(text);
        let same = mine == *folded && search::shard_hash(&mine) == *hash;
        (!same).then(|| format!("{text:?}: {mine:?} here, {folded:?} on the page"))
    };
    let wrong: Vec<String> = texts.iter().zip(&told).filter_map(differ).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), texts.len(), wrong[..wrong.len().min(20)].join("\n"));
}

/// A portal of these records: pages of a real one, data of ours.
fn portal(villages: &[Village]) -> SiteTest {
    let site = SiteTest::two();
    site.build();
    fs::remove_dir_all(site.path("output/search-data")).expect("the portal has search data");
    for (name, text) in files(villages) {
        site.write(&format!("output/search-data/{name}"), text);
    }
    site
}

fn ask(site: &SiteTest, queries: &[Query], way: &str) -> Value {
    let list: Vec<&str> = queries.iter().map(|q| q.text.as_str()).collect();
    let path = site.path("questions.json");
    fs::write(&path, serde_json::to_string(&list).expect("text")).expect("written");
    let mut command = Command::new("node");
    command.current_dir(project("tests/browser")).arg("search.mjs").arg(site.path("output")).arg(&path).arg(way);
    let run = command.output().unwrap_or_else(|e| panic!("node: {e}; run tests/run once"));
    let (out, err) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    serde_json::from_str(&out).unwrap_or_else(|e| panic!("{e}: {out}\n{err}"))
}

/// How many there are, in words: of a longer text only what was looked at is sure, but on a small site all of it is.
fn counted(query: &Query, small: bool) -> String {
    let long = !small && query.text.split_whitespace().any(|term| search::fold(term).chars().count() > 3);
    match query.hits.len() {
        0 => "没有找到。换一个词试试，比如人名、项目名或金额。".to_owned(),
        n if n > 10 && long => format!("找到约 {n} 条"),
        n => format!("找到 {n} 条"),
    }
}

/// Complaints about what the page showed, and how many suggestions were right of how many.
fn judge(queries: &[Query], seen: &Value, small: bool) -> (Vec<String>, usize, usize) {
    let mut wrong: Vec<String> = Vec::new();
    assert_eq!(seen["complaints"], Value::Array(Vec::new()));
    let (mut right, mut asked) = (0, 0);
    for (query, answer) in queries.iter().zip(seen["answers"].as_array().expect("answers")) {
        let strings = |key: &str| -> Vec<String> {
            answer[key].as_array().into_iter().flatten().map(|v| v.as_str().unwrap_or_default().to_owned()).collect()
        };
        if let Some(word) = &query.offered {
            asked += 1;
            right += usize::from(strings("offered").contains(word));
        }
        let bare = |url: &str| url.trim_start_matches("../").split('#').next().unwrap_or_default().to_owned();
        let all: Vec<String> = strings("all").iter().map(|u| bare(u)).collect();
        let told = format!("{} “{}”", query.class, query.text);
        if answer["total"].as_str() != Some(query.hits.len().to_string().as_str()) {
            wrong.push(format!("{told}: {} instead of {}", answer["total"], query.hits.len()));
        }
        if answer["told"] != counted(query, small).as_str() {
            wrong.push(format!("{told}: says {} instead of {}", answer["told"], counted(query, small)));
        }
        if all != query.hits[..all.len().min(query.hits.len())]
            || (query.hits.len() <= 40 && all.len() != query.hits.len())
        {
            wrong.push(format!("{told}: shows {all:?}, not {:?}", query.hits));
        }
        let terms: Vec<String> = query.text.split_whitespace().map(plain).collect();
        for shown in answer["shown"].as_array().into_iter().flatten() {
            for mark in shown["marks"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                if !terms.contains(&plain(mark)) {
                    wrong.push(format!("{told}: marks “{mark}”"));
                }
            }
        }
    }
    (wrong, right, asked)
}

#[test]
fn the_page_shows_exactly_what_is_written_in_every_way_it_is_served() {
    if !wanted() {
        return;
    }
    for (count, each, way) in
        [(20, 2, "file"), (2000, 9, "file"), (2000, 1, "root"), (20, 1, "below"), (2000, 1, "below")]
    {
        let villages = villages(count, 7);
        let queries = Scan::new(&villages).queries(each, 3);
        let site = portal(&villages);
        let (wrong, right, asked) = judge(&queries, &ask(&site, &queries, way), count == 20);
        assert!(wrong.is_empty(), "{count} records, {way}:\n{}", wrong.join("\n"));
        assert!(right * 100 >= asked * 85, "{count} records: {right} of {asked} suggestions are right");
    }
}

#[test]
fn a_keyboard_and_ears_are_enough() {
    if !wanted() {
        return;
    }
    let site = SiteTest::sample();
    site.build();
    let mut command = Command::new("node");
    command.current_dir(project("tests/browser")).arg("search_keys.mjs").arg(site.path("output/junying"));
    let run = command.args(["路灯", "路灰"]).output().unwrap_or_else(|e| panic!("node: {e}; run tests/run once"));
    let err = String::from_utf8_lossy(&run.stderr);
    let seen: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|e| panic!("{e}: {err}"));
    assert_eq!(seen["first"], "q", "the field has the focus");
    assert_eq!(seen["kept"], "q", "and keeps it while answers come");
    let told = format!("找到 {} 条", seen["total"].as_str().unwrap_or_default());
    assert_eq!(seen["told"], serde_json::json!([told]), "said once");
    let path: Vec<&str> = seen["path"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(path[..2], ["搜索", "缩小范围"]);
    assert!(path.len() == 3 && path[2].starts_with("../"), "the third step is the first result: {path:?}");
    assert_ne!(seen["outline"], "none", "the focus is seen");
    assert_eq!((&seen["opened"], &seen["again"]), (&Value::Bool(true), &seen["total"]));
    assert_eq!(seen["none"], "没有找到。换一个词试试，比如人名、项目名或金额。");
    assert_eq!((&seen["offered"], &seen["taken"]), (&Value::String("路灯".into()), &seen["total"]));
}

#[test]
fn without_a_script_the_page_leads_to_everything() {
    let site = SiteTest::sample();
    site.build();
    let page = site.page("junying/search/index.html");
    let links: Vec<&str> = page.all("main a").into_iter().filter_map(|a| a.value().attr("href")).collect();
    for wanted in ["../periods/index.html", "../search/letters.html", "../decisions/index.html"] {
        assert!(links.contains(&wanted), "{wanted} is not among {links:?}");
    }
    let letters = fs::read_to_string(site.path("output/junying/search/letters.html")).expect("a page");
    let records = fs::read_dir(site.path("content/communities/junying/decisions")).expect("a folder").count();
    assert!(letters.matches("../decisions/").count() >= records, "every decision stands under a letter");
    let portal = site.page("search/index.html");
    let links: Vec<&str> = portal.all("main a").into_iter().filter_map(|a| a.value().attr("href")).collect();
    assert!(links.contains(&"../all/index.html"), "{links:?}");
    assert!(Path::new(&site.path("output/all/index.html")).is_file(), "the portal lists all names");
}
