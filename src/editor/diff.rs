//! Two texts side by side.
//!
//! In: two texts. Out: lines that stand beside each other, and which of them differ. Never decides which is right.

use serde::Serialize;

/// One line of both texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// The line of the first text; none where it has no such line.
    pub left: Option<String>,
    /// The line of the second text.
    pub right: Option<String>,
    /// Whether both are the same.
    pub same: bool,
}

/// Texts with more lines are compared line by line, without looking for what moved.
const MOST: usize = 3000;

/// Both texts, line beside line.
pub fn pairs(left: &str, right: &str) -> Vec<Pair> {
    let (left, right): (Vec<&str>, Vec<&str>) = (left.lines().collect(), right.lines().collect());
    let common = |a: &[&str], b: &[&str]| a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let head = common(&left, &right);
    let (rest_left, rest_right) = (&left[head..], &right[head..]);
    let tail = rest_left.iter().rev().zip(rest_right.iter().rev()).take_while(|(a, b)| a == b).count();
    let middle = (&rest_left[..rest_left.len() - tail], &rest_right[..rest_right.len() - tail]);
    let same = |line: &&str| Pair { left: Some((*line).into()), right: Some((*line).into()), same: true };
    let mut out: Vec<Pair> = left[..head].iter().map(same).collect();
    out.extend(between(middle.0, middle.1));
    out.extend(rest_left[rest_left.len() - tail..].iter().map(same));
    out
}

/// The middle, by the longest common run of lines.
fn between(left: &[&str], right: &[&str]) -> Vec<Pair> {
    let mut table = vec![vec![0_u32; right.len() + 1]; left.len() + 1];
    if left.len().max(right.len()) <= MOST {
        for i in (0..left.len()).rev() {
            for j in (0..right.len()).rev() {
                table[i][j] =
                    if left[i] == right[j] { table[i + 1][j + 1] + 1 } else { table[i + 1][j].max(table[i][j + 1]) };
            }
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    let (mut gone, mut come): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    while i < left.len() || j < right.len() {
        if i < left.len() && j < right.len() && left[i] == right[j] {
            flush(&mut gone, &mut come, &mut out);
            out.push(Pair { left: Some(left[i].into()), right: Some(right[j].into()), same: true });
            (i, j) = (i + 1, j + 1);
        } else if j == right.len() || (i < left.len() && table[i + 1][j] >= table[i][j + 1]) {
            gone.push(left[i]);
            i += 1;
        } else {
            come.push(right[j]);
            j += 1;
        }
    }
    flush(&mut gone, &mut come, &mut out);
    out
}

/// Lines that went stand beside lines that came.
fn flush(gone: &mut Vec<&str>, come: &mut Vec<&str>, out: &mut Vec<Pair>) {
    for n in 0..gone.len().max(come.len()) {
        let line = |list: &[&str]| list.get(n).map(|line| (*line).to_owned());
        out.push(Pair { left: line(gone), right: line(come), same: false });
    }
    gone.clear();
    come.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_differ_stand_side_by_side() {
        let found = pairs("甲\n乙\n丙\n", "甲\n丁\n丙\n戊\n");
        let shown: Vec<String> = found
            .iter()
            .map(|p| {
                format!(
                    "{}{}{}",
                    p.left.as_deref().unwrap_or("-"),
                    if p.same { "=" } else { "!" },
                    p.right.as_deref().unwrap_or("-")
                )
            })
            .collect();
        assert_eq!(shown, ["甲=甲", "乙!丁", "丙=丙", "-!戊"]);
    }
}
