//! Writing back: of every record there is, only what was changed changes.
//!
//! In: the records of `content/` and `tests/`. Out: the edit that touched more than it should, or read back as
//! something else. Never writes a file.

use std::collections::BTreeSet;

use gongkai::diagnostic::{FileId, Sink};
use gongkai::edit::{self, Change, Document, Path, Refusal, Row, Step, Value};
use gongkai::record::kind::Format;
use gongkai::yaml::{self, Node, NodeKind};
use proptest::prelude::*;
use rayon::prelude::*;

use crate::kit::corpus::Dice;
use crate::kit::project;
use crate::kit::tree::Tree;

/// Path, text and form of every record and settings file there is.
fn texts() -> Vec<(String, String, Format)> {
    let mut found = Vec::new();
    for folder in ["content", "tests/cases", "tests/sites", "src/profile/defaults"] {
        for (path, file) in Tree::read(&project(folder)).0 {
            let format = match path.rsplit_once('.') {
                Some((_, "md")) => Format::Prose,
                Some((_, "yaml")) => Format::Data,
                _ => continue,
            };
            let Ok(text) = String::from_utf8(file.bytes) else { continue };
            found.push((format!("{folder}/{path}"), text, format));
        }
    }
    assert!(found.len() > 500, "only {} files", found.len());
    found
}

fn tree(yaml: &str) -> Option<Node> {
    yaml::parse(FileId(0), yaml, 0, &mut Sink::default())
}

/// The paths of all scalars, lists and mappings below a node.
fn paths(node: &Node, here: &Path, found: &mut Vec<(Path, Value)>) {
    found.push((here.clone(), Value::of(node)));
    let below = |step| here.iter().cloned().chain([step]).collect::<Path>();
    match &node.kind {
        NodeKind::Map(entries) => entries.iter().for_each(|e| paths(&e.value, &below(Step::Key(e.key.clone())), found)),
        NodeKind::List(items) => {
            items.iter().enumerate().for_each(|(at, item)| paths(item, &below(Step::Row(at)), found));
        }
        _ => {}
    }
}

#[test]
fn a_record_without_a_change_comes_back_to_the_byte() {
    for (path, text, format) in texts() {
        for text in [text.clone(), text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
            let Ok(mut document) = Document::split(&text, format) else { continue };
            if document.change(&[]).is_ok() {
                assert!(document.join() == text, "{path} changed");
            }
        }
    }
}

#[test]
fn one_change_is_one_line_over_every_field_of_every_record() {
    let texts = texts();
    let all: Vec<(usize, Vec<String>)> =
        texts.par_iter().map(|(path, text, format)| each(path, text, *format)).collect();
    let fields: usize = all.iter().map(|(fields, _)| fields).sum();
    let refused: Vec<&String> = all.iter().flat_map(|(_, refused)| refused).collect();
    assert!(fields > 10_000, "{fields} changes");
    assert!(refused.is_empty(), "{} refused, such as {:?}", refused.len(), &refused[..refused.len().min(9)]);
}

/// Changes each field of a record by itself; gives how many there are, and those that were refused.
fn each(path: &str, text: &str, format: Format) -> (usize, Vec<String>) {
    let (mut fields, mut refused) = (0, Vec::new());
    let Ok(document) = Document::split(text, format) else { return (0, refused) };
    let Some(root) = tree(&document.yaml) else { return (0, refused) };
    let mut all = Vec::new();
    paths(&root, &Vec::new(), &mut all);
    for (at, value) in all {
        let Value::Text(old) = value else { continue };
        if old.contains('\n') {
            continue;
        }
        fields += 1;
        let new = match fields % 3 {
            0 => "甲: \"乙\", #丙".to_owned(),
            1 => "30000.00".to_owned(),
            _ => format!("{old}改"),
        };
        let mut changed = document.clone();
        if let Err(refusal) = changed.change(&[Change::set(at.clone(), Value::text(&new))]) {
            refused.push(format!("{path}: {at:?}: {refusal:?}"));
            continue;
        }
        let after = changed.join();
        let (lines, now): (Vec<&str>, Vec<&str>) = (text.split('\n').collect(), after.split('\n').collect());
        // A text that ran over several lines becomes one.
        let differ = lines.iter().zip(&now).filter(|(a, b)| a != b).count();
        assert!(lines.len() != now.len() || differ <= 1, "{path}: {at:?} changed {differ} lines:\n{after}");
        assert!(new == old || differ > 0, "{path}: {at:?} did not change");
    }
    (fields, refused)
}

/// A change that the dice choose, and how it must read afterwards.
fn random(dice: &mut Dice, all: &[(Path, Value)]) -> Change {
    const TEXTS: &[&str] = &[
        "30000.00",
        "甲",
        "2026-10-01",
        "a, b",
        "三组，七组",
        "“好”",
        "- 无",
        "是: 否",
        "x #y",
        "",
        "一\n二",
        "'",
        "\"",
    ];
    let text = |dice: &mut Dice| Value::text(*dice.pick(TEXTS));
    let value = |dice: &mut Dice| match dice.below(5) {
        0 => Value::List(vec![text(dice), text(dice)]),
        1 => Value::Map(vec![("项".into(), text(dice)), ("x".into(), text(dice))]),
        2 => Value::List(vec![Value::Map(vec![("项".into(), text(dice))])]),
        _ => text(dice),
    };
    let (path, old) = dice.pick(all).clone();
    match (&old, dice.below(4)) {
        (Value::List(items), 0..3) => {
            let mut rows: Vec<Row> = (0..items.len()).map(Row::Old).collect();
            for _ in 0..=dice.below(3) {
                let at = dice.below(rows.len() + 1);
                match dice.below(3) {
                    0 if at < rows.len() => drop(rows.remove(at)),
                    1 if rows.len() > 1 => {
                        let other = dice.below(rows.len());
                        rows.swap(at.min(other), other);
                    }
                    _ => rows.insert(at, Row::New(value(dice))),
                }
            }
            Change::Rows { path, rows }
        }
        (Value::Map(_), 0..3) => {
            let key = format!("新{}", dice.below(9));
            Change::set(path.into_iter().chain([Step::Key(key)]).collect(), value(dice))
        }
        (_, 0) if matches!(path.last(), Some(Step::Key(_))) => Change::Remove(path),
        _ if path.is_empty() => Change::set(vec![Step::Key("新".into())], value(dice)),
        _ => Change::set(path, value(dice)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Many edits in a row: what comes out reads as intended (`apply` refuses otherwise), all lines that it did not
    /// have to touch are there still, and almost nothing is refused.
    #[test]
    fn random_edits_leave_all_other_lines_alone(seed in any::<u64>()) {
        let texts = texts();
        let mut dice = Dice::new(seed);
        let (mut tried, mut refused) = (0, Vec::new());
        for _ in 0..20 {
            let (path, text, format) = dice.pick(&texts);
            let windows = dice.below(3) == 0;
            let text = if windows { text.replace('\n', "\r\n") } else { text.clone() };
            let Ok(mut document) = Document::split(&text, *format) else { continue };
            for _ in 0..6 {
                let Some(root) = tree(&document.yaml) else { break };
                let mut all = Vec::new();
                paths(&root, &Vec::new(), &mut all);
                let change = random(&mut dice, &all);
                let before = document.yaml.clone();
                tried += 1;
                match document.change(std::slice::from_ref(&change)) {
                    Ok(()) => {
                        let comments = |text: &str| {
                            let lines = text.lines().filter(|l| l.trim_start().starts_with('#'));
                            lines.map(|l| l.trim().to_owned()).collect::<BTreeSet<_>>()
                        };
                        // Comments above rows and above keys that stay are never lost; what stands within a row that
                        // is taken away goes with it.
                        let scalar = |way: &Path| all.iter().all(|(p, v)| p != way || matches!(v, Value::Text(_) | Value::Null));
                        let keeps = match &change {
                            Change::Rows { .. } => true,
                            Change::Set { path: way, .. } => scalar(way),
                            Change::Remove(_) => false,
                        };
                        if keeps {
                            let taken = comments(&within_rows_taken_away(&before, &root, &change));
                            let mut lost = &comments(&before) - &comments(&document.yaml);
                            lost.retain(|comment| !taken.contains(comment));
                            let after = &document.yaml;
                            prop_assert!(
                                lost.is_empty() || before.contains('|'),
                                "{path}: {change:?} lost {lost:?}:\n{before}\nbecame\n{after}"
                            );
                        }
                        if let Change::Set { path: way, .. } = &change && way.len() == 1 {
                            prop_assert!(untouched(&before, &document.yaml, way), "{path}: {change:?}\n{before}\n{}", document.yaml);
                        }
                        prop_assert!(!windows || !document.yaml.replace("\r\n", "").contains('\n'), "{path}: {change:?}");
                    }
                    Err(Refusal::TooUnusual) => refused.push(format!("{path}: {change:?}\n{before}")),
                    Err(other) => prop_assert!(false, "{path}: {change:?}: {other:?}"),
                }
            }
        }
        prop_assert!(refused.len() * 8 <= tried, "{} of {tried} refused, such as {}", refused.len(), refused[0]);
    }

    /// No text and no change panics.
    #[test]
    fn any_text_is_edited_or_refused(text in "[a-c:,{}\\[\\]#'\"|>\\- \n甲]{0,60}", seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let mut all = vec![(Vec::new(), Value::Null)];
        if let Some(root) = tree(&text) {
            paths(&root, &Vec::new(), &mut all);
        }
        for _ in 0..8 {
            let change = random(&mut dice, &all);
            let _ = edit::apply(&text, &[change]);
        }
    }
}

/// The lines below the dashes of the rows that a change takes away, as far as they are indented deeper. A comment that
/// stands further left is within the row where more of the row comes below it, and above the next row otherwise.
fn within_rows_taken_away(text: &str, root: &Node, change: &Change) -> String {
    let Change::Rows { path, rows } = change else { return String::new() };
    let list = path.iter().try_fold(root, |node, step| match (step, &node.kind) {
        (Step::Key(key), _) => node.get(key),
        (Step::Row(at), NodeKind::List(items)) => items.get(*at),
        (Step::Row(_), _) => None,
    });
    let Some(NodeKind::List(items)) = list.map(|node| &node.kind) else { return String::new() };
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut lines = Vec::new();
    for (_, item) in items.iter().enumerate().filter(|(at, _)| !rows.contains(&Row::Old(*at))) {
        let start = text[..item.span.start as usize].rfind('\n').map_or(0, |end| end + 1);
        let dash = indent(&text[start..]);
        let deeper = |line: &str| !line.trim().is_empty() && indent(line) > dash;
        let within = |line: &&str| deeper(line) || line.trim().is_empty() || line.trim_start().starts_with('#');
        let below: Vec<&str> = text[start..].lines().skip(1).take_while(within).collect();
        let end = below.iter().rposition(|line| deeper(line)).map_or(0, |last| last + 1);
        lines.extend_from_slice(&below[..end]);
    }
    lines.join("\n")
}

/// Whether all lines outside the entry of a top-level key are the same before and after.
fn untouched(before: &str, after: &str, way: &[Step]) -> bool {
    let Some(Step::Key(key)) = way.first() else { return true };
    // Within a text of several lines `#` begins no comment.
    if before.contains(": |") || before.contains(": >") {
        return true;
    }
    let others = |text: &str| {
        let starts = |line: &str| {
            [format!("{key}:"), format!("\"{key}\":"), format!("'{key}':")].iter().any(|start| line.starts_with(start))
        };
        let mut inside = false;
        let mut kept = Vec::new();
        for line in text.lines() {
            let top = !line.is_empty() && !line.starts_with([' ', '-', '#']);
            if top {
                inside = starts(line);
            }
            if !inside && !line.trim_start().starts_with('#') {
                kept.push(line.to_owned());
            }
        }
        kept
    };
    others(before) == others(after)
}
