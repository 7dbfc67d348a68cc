//! The search after an edit: only the files that it concerns are made again, and they are those of a clean build.
//!
//! In: `kit::corpus` and edits of it. Out: files that differ, and edits that make too many. Prints how many units each made.

use std::collections::BTreeMap;

use gongkai::search;

use crate::kit::corpus::{Village, villages};
use crate::search::{docs, files, sources};

/// Makes what came out otherwise, as the build does; how many units that were.
fn follow(
    villages: &[Village],
    known: &mut BTreeMap<[u8; 32], Vec<search::File>>,
    blocks: &mut search::Blocks,
) -> usize {
    let docs = docs(villages);
    let sources = sources(villages, &docs);
    let (units, now) = search::units(&sources, blocks).expect("in memory");
    let mut made = 0;
    let unit = |unit: search::Unit<'_>| {
        let before = known.get(&unit.key).filter(|_| unit.key != [0; 32]).cloned();
        made += usize::from(before.is_none());
        (unit.key, before.unwrap_or_else(|| (unit.make)().expect("in memory")))
    };
    *known = units.into_iter().map(unit).collect();
    *blocks = now;
    made
}

#[test]
fn what_is_made_again_after_an_edit_is_what_a_clean_build_makes() {
    let mut all = villages(2000, 13);
    let (mut known, mut blocks) = (BTreeMap::new(), search::Blocks::default());
    let whole = follow(&all, &mut known, &mut blocks);
    let mut same = |all: &[Village], most: usize, what: &str| {
        let made = follow(all, &mut known, &mut blocks);
        let mut now: Vec<search::File> = known.values().flatten().cloned().collect();
        let mut clean = files(all);
        now.sort();
        clean.sort();
        let differ = now.iter().zip(&clean).find(|(a, b)| a != b);
        assert!(now.len() == clean.len() && differ.is_none(), "{what}: {differ:?}");
        assert!(made <= most, "{what}: {made} of {whole} units");
        println!("{what}: {made} of {whole} units");
    };
    same(&all, 1, "nothing");
    let edit = |doc: &mut search::Doc, edit: &dyn Fn(&mut search::Doc)| {
        edit(doc);
        *doc = doc.clone().summed();
    };
    edit(&mut all[3].docs[2], &|doc| doc.title.push_str("更正"));
    same(&all, whole / 8, "a title");
    edit(&mut all[5].docs[1], &|doc| doc.parts[0].text.push_str("\n路灯已修好"));
    same(&all, whole / 8, "a text");
    // Nothing of the text: what results are narrowed by, and by what they are ordered.
    edit(&mut all[5].docs[1], &|doc| doc.state = "done".to_owned());
    same(&all, whole / 8, "a state");
    edit(&mut all[5].docs[1], &|doc| doc.wu = "welfare".to_owned());
    same(&all, whole / 8, "affairs");
    let date = all[6].docs[0].date.clone();
    edit(&mut all[6].docs[1], &|doc| doc.date.clone_from(&date));
    same(&all, whole, "a date");
    edit(&mut all[6].docs[1], &|doc| doc.url.insert(0, 'a'));
    same(&all, whole, "an address");
    edit(&mut all[6].docs[1], &|doc| doc.url.insert(0, 'z'));
    same(&all, whole, "an address that changes the order");
    let newest = all.iter().flat_map(|v| &v.docs).map(|d| d.date.clone()).max().expect("records");
    let mut new = all[7].docs[0].clone();
    (new.date, new.url) = (newest, "decisions/zz-new.html".to_owned());
    all[7].docs.push(new.summed());
    same(&all, whole, "a new record");
    all[7].docs.pop();
    same(&all, whole, "a record that went");
    all[2].docs.remove(0);
    same(&all, whole, "an old record that went");
    all[9].name.push('村');
    same(&all, whole, "a name");
    all.truncate(1);
    same(&all, whole, "one village");
    all[0].docs.truncate(3);
    same(&all, whole, "a small one");
}
