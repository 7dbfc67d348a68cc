//! Scores of a rating: a row for each dimension, a column for each who judges.
//!
//! In: a rubric. Out: its layout. Never weighs anything.

use super::{Column, Holds, Layout, Role};
use crate::profile::rubric::Rubric;

/// The table of scores.
pub fn evaluation(rubric: &Rubric) -> Layout {
    let dimension = Column {
        others: ["指标", "项目", "评价维度", "考核项目", "评价内容"].map(str::to_owned).to_vec(),
        options: rubric.dimensions.iter().map(|d| d.name.clone()).collect(),
        required: true,
        role: Role::Field,
        ..Column::new("维度", Holds::Text)
    };
    let source = |name: &str| Column {
        others: vec![format!("{name}得分"), format!("{name}分")],
        adds_up: false,
        ..Column::new(name, Holds::Number)
    };
    let sources = rubric.sources.iter().map(|s| source(&s.name));
    let columns = std::iter::once(dimension).chain(sources).collect();
    Layout { kind: "evaluation", name: rubric.head.name.value.clone(), columns, open: false, rules: Vec::new() }
}
