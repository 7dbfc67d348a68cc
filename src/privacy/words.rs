//! The words by which private numbers are known, as data.
//!
//! In: `words.yaml`, which travels inside the program. Out: labels in a text, names of persons, the legal ground.
//! Never judges a number.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Match};

use crate::diagnostic::{Basis, FileId, Sink};
use crate::yaml::{self, Node, NodeKind};

/// What the words before a number say that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// An identity number.
    Identity,
    /// A card or an account.
    Card,
    /// The telephone of a person.
    Phone,
    /// The telephone of an office: public.
    Office,
    /// A number of things: contracts, invoices, organizations.
    Thing,
}

/// Signs that stand for a part of a name.
const NAME_SIGNS: &[char] = &['*', '＊', '×', '某', 'x', 'X', '○', '□'];

struct Words {
    finder: AhoCorasick,
    /// What each pattern of the finder says.
    labels: Vec<Label>,
    never: Vec<String>,
    surnames: Vec<char>,
    double_surnames: Vec<String>,
    no_names: Vec<String>,
    ground: Node,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let node = yaml::parse(FileId(0), include_str!("words.yaml"), 0, &mut Sink::default());
    let node = node.expect("the words of the program can be read");
    let list = |key: &str| -> Vec<String> {
        match node.get(key).map(|n| &n.kind) {
            Some(NodeKind::List(items)) => items.iter().filter_map(|i| i.text().map(str::to_owned)).collect(),
            _ => panic!("the words of the program have no list {key}: please report this"),
        }
    };
    let kinds = [
        ("身份证", Label::Identity),
        ("银行卡", Label::Card),
        ("手机", Label::Phone),
        ("办公电话", Label::Office),
        ("编号", Label::Thing),
    ];
    let pairs = kinds.iter().flat_map(|(key, label)| list(key).into_iter().map(|word| (word, *label)));
    let (words, labels): (Vec<String>, Vec<Label>) = pairs.unzip();
    let finder = AhoCorasick::builder().ascii_case_insensitive(true).build(words);
    Words {
        finder: finder.expect("a hundred words are not too many"),
        labels,
        never: list("不收"),
        surnames: node.get("姓").and_then(Node::text).unwrap_or_default().chars().collect(),
        double_surnames: list("复姓"),
        no_names: list("非名"),
        ground: node.get("依据").cloned().expect("the legal ground is there"),
    }
});

/// The label that ends last in a text; of two that end together the longer one.
pub(super) fn label(text: &str) -> Option<Label> {
    last_label(text).map(|(label, _)| label)
}

/// The same, with the byte at which it ends.
pub(super) fn last_label(text: &str) -> Option<(Label, usize)> {
    let bytes = text.as_bytes();
    // A Western word stands alone.
    let edge = |at: Option<usize>| !at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let whole = |found: &Match| {
        let western = bytes[found.range()].is_ascii();
        !western || (edge(found.start().checked_sub(1)) && edge(Some(found.end())))
    };
    let found = WORDS.finder.find_overlapping_iter(text).filter(whole);
    found.max_by_key(|m| (m.end(), m.len())).map(|m| (WORDS.labels[m.pattern().as_usize()], m.end()))
}

/// The last name of a person in a text: two to four signs that begin with a surname and stand by themselves.
pub(super) fn person(text: &str) -> Option<&str> {
    let sign = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || NAME_SIGNS.contains(&c);
    text.split(|c| !sign(c)).rev().find(|word| is_person(word))
}

fn is_person(word: &str) -> bool {
    let length = word.chars().count();
    let Some(first) = word.chars().next() else { return false };
    let double = WORDS.double_surnames.iter().any(|name| word.starts_with(name.as_str()));
    let single = WORDS.surnames.contains(&first);
    // 张三 to 欧阳某某; with 同志 or 女士 behind it is longer and no cell by itself.
    let fits = if double { (3..=4).contains(&length) } else { single && (2..=3).contains(&length) };
    fits && !WORDS.no_names.iter().any(|no| word == no || (length == 3 && word.starts_with(no.as_str())))
}

/// The legal ground of a rule of this room, by its key in the words.
pub(super) fn ground(key: &str) -> Basis {
    let text = |key: &str| WORDS.ground.get(key).and_then(Node::text).unwrap_or_default().to_owned();
    Basis { law: text("法律"), version: String::new(), article: text(key), url: String::new() }
}

/// Whether a column of this head holds what is never taken into a record.
pub fn is_private_head(head: &str) -> bool {
    WORDS.never.iter().any(|word| head.contains(word.as_str())) && label(head) != Some(Label::Office)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_counts_and_of_two_the_longer() {
        for (text, want) in [
            ("身份证号：", Some(Label::Identity)),
            ("身份证编号", Some(Label::Identity)),
            ("身份证已核，合同编号", Some(Label::Thing)),
            ("统一社会信用代码", Some(Label::Thing)),
            ("联系电话", Some(Label::Phone)),
            ("办公电话", Some(Label::Office)),
            ("惠农卡", Some(Label::Card)),
            ("资产卡片编号", Some(Label::Thing)),
            ("Tel", Some(Label::Phone)),
            ("hotel", None),
            ("GRID", None),
            ("摘要", None),
        ] {
            assert_eq!(label(text), want, "{text}");
        }
    }

    #[test]
    fn names_are_told_from_words() {
        for (text, want) in [
            ("张三 ", Some("张三")),
            ("户主：欧阳某某（", Some("欧阳某某")),
            ("王*五,", Some("王*五")),
            ("金额 ", None),
            ("合计，", None),
            ("示例农机合作社", None),
        ] {
            assert_eq!(person(text), want, "{text}");
        }
    }

    #[test]
    fn every_rule_has_its_ground() {
        for key in ["身份证", "银行卡", "手机", "遮盖", "照片"] {
            assert!(ground(key).to_string().starts_with("《中华人民共和国个人信息保护法》第"), "{key}");
        }
    }
}
