//! Heads as people write them.
//!
//! In: the words over a column: `金 额（万元）`, `*姓名`, `日期(必填)`. Out: the name and the unit.
//! Never knows which names there are.

use crate::value::half_width;

/// The words over a column, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// The name, without spaces, stars and remarks.
    pub name: String,
    /// Whether the amounts below are in 万元; nothing where the head does not say.
    pub wan: Option<bool>,
}

/// Takes the words over a column apart.
pub fn head(text: &str) -> Head {
    let plain: String = half_width(text).chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | ':')).collect();
    let mut name = plain.as_str();
    let mut wan = None;
    while let Some(open) = name.rfind('(').filter(|at| *at > 0 && name.ends_with(')')) {
        match &name[open + 1..name.len() - 1] {
            "元" | "人民币元" | "单位元" => wan = Some(false),
            "万元" | "人民币万元" | "单位万元" => wan = Some(true),
            "必填" | "选填" | "可不填" | "年月日" => {}
            _ => break,
        }
        name = &name[..open];
    }
    Head { name: name.to_owned(), wan }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_no_part_of_a_name() {
        for (text, name, wan) in [
            ("金 额\n（万元）", "金额", Some(true)),
            ("*姓名（必填）", "姓名", None),
            ("金额(元)(必填)", "金额", Some(false)),
            ("服务时长（小时）", "服务时长(小时)", None),
            ("（元）", "(元)", None),
        ] {
            assert_eq!(head(text), Head { name: name.into(), wan }, "{text}");
        }
    }
}
