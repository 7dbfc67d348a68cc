//! Text, whole numbers, 是/否.
//!
//! In: a scalar. Out: the plain value. Never guesses: what is not plainly one of these is reported.

use crate::diagnostic::{Diagnostic, code};
use crate::schema::{FromNode, Reader, Shape, wrong_type};
use crate::yaml::Node;

/// Full-width digits, letters and signs in their usual width, and spaces cut at both ends.
///
/// `８，６００．５０` becomes `8,600.50`; ideographs stay as they are.
pub fn half_width(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '￥' => '¥',
        _ => c,
    };
    text.chars().map(narrow).collect::<String>().trim().to_owned()
}

/// What `new` writes where a secretary has to fill something in.
pub const PLACEHOLDER: &str = "待填";

/// A decimal number with a comma between groups of three: `12000.00` becomes `12,000.00`.
pub fn group_thousands(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::from(sign);
    for (at, c) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    if !part.is_empty() {
        out.push('.');
        out.push_str(part);
    }
    out
}

impl FromNode for String {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match node.text().map(str::trim) {
            Some(PLACEHOLDER) => reader.fail(Diagnostic::new(&code::PLACEHOLDER, node.span).arg("text", PLACEHOLDER)),
            Some(text) => Some(text.to_owned()),
            None => wrong_type(node, "text", reader),
        }
    }

    fn shape() -> Shape {
        Shape::Text
    }
}

impl FromNode for u32 {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = node.text() else {
            return wrong_type(node, "integer", reader);
        };
        let digits = half_width(text).replace(',', "");
        let digits = digits.trim_end_matches(['人', '票', '户', '名']).trim();
        digits.parse().ok().or_else(|| reader.fail(Diagnostic::new(&code::BAD_INTEGER, node.span).arg("text", text)))
    }

    fn shape() -> Shape {
        Shape::Integer
    }
}

impl FromNode for bool {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = node.text() else {
            return wrong_type(node, "yes-no", reader);
        };
        match text.trim() {
            "是" | "有" | "yes" | "true" => Some(true),
            "否" | "无" | "no" | "false" => Some(false),
            _ => reader.fail(Diagnostic::new(&code::BAD_YES_NO, node.span).arg("text", text)),
        }
    }

    fn shape() -> Shape {
        Shape::YesNo
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn groups_of_three() {
        for (text, want) in
            [("12000.00", "12,000.00"), ("-1234567.5", "-1,234,567.5"), ("999", "999"), ("0.00", "0.00")]
        {
            assert_eq!(super::group_thousands(text), want);
        }
    }
}
