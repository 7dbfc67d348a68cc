//! 导入对照: how the tables of one platform are read, so that a county writes it once.
//!
//! In: `imports/*.yaml`. Out: `ImportProfile`. Never reads a table.

use std::collections::BTreeMap;

use super::common::{ProfileHead, check_some, check_twice};
use super::register::RegisterProfile;
use super::{Places, Profiles};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::schema::unknown_name;
use crate::value::{ProfileRef, Target};

/// The field of a column that is left out on purpose.
pub const LEAVE_OUT: &str = "不导入";

crate::choice! {
    /// Which kind of record a table becomes.
    pub enum ImportKind {
        /// Income and expense.
        Finance = "财务公开", "财务" | "finance";
        /// A register.
        Register = "台账" | "register";
        /// A disclosure.
        Disclosure = "公开事项" | "disclosure";
        /// A rating.
        Evaluation = "星级评价" | "evaluation";
    }
}

crate::choice! {
    /// What a negative amount means.
    pub enum Negative {
        /// Less of the same side.
        Reversal = "冲减" | "reversal";
        /// An expense, where positive ones are income.
        Expense = "支出" | "expense";
    }
}

crate::choice! {
    /// The order of a date's parts.
    pub enum DateOrder {
        /// 2026-08-11.
        YearFirst = "年月日" | "ymd";
        /// 08/11/2026.
        MonthFirst = "月日年" | "mdy";
        /// 11/08/2026.
        DayFirst = "日月年" | "dmy";
    }
}

crate::choice! {
    /// In what amounts are given, where the table does not say.
    pub enum AmountUnit {
        /// 元.
        Yuan = "元" | "yuan";
        /// Ten thousand 元.
        Wan = "万元" | "wan";
    }
}

crate::fields! {
    /// How the tables of one platform are read.
    pub struct ImportProfile + head: ProfileHead {
        /// Which kind of record they become.
        kind "种类": ImportKind,
        /// Which register, where they become one.
        register "台账": Option<At<ProfileRef<RegisterProfile>>>,
        /// Which sheet holds the rows.
        sheet "工作表": Option<String>,
        /// Heads by which a table of this platform is known without being told.
        known_by "认表": Vec<String>,
        /// Which column fills which field.
        columns "列": Vec<ImportColumn>,
        /// Words that tell income from expense.
        sides "收支": Option<SideWords>,
        /// What a negative amount means; less of the same side where missing.
        negative "负数": Option<Negative>,
        /// The order of a date's parts; the year first where missing.
        dates "日期": Option<DateOrder>,
        /// In what amounts are given, where the table does not say.
        unit "单位": Option<AmountUnit>,
        /// Rows that are left out, by how their words begin.
        skip "跳过": Vec<String>,
        /// Fields that no column fills.
        constants "缺省": BTreeMap<String, String>,
    }
}

crate::fields! {
    /// One column of a platform.
    pub struct ImportColumn {
        /// The heads under which it stands.
        heads "列名": Vec<String>,
        /// The field that it fills; 不导入 where it is left out.
        field "字段": At<String>,
    }
}

crate::fields! {
    /// Words that tell income from expense.
    pub struct SideWords {
        /// Of income.
        income "收入": Vec<String>,
        /// Of expense.
        expense "支出": Vec<String>,
    }
}

impl Target for ImportProfile {
    const FOLDER: &'static str = "imports";
}

impl ImportProfile {
    pub(super) fn check_self(&self, places: &Places<'_>, sink: &mut Sink) {
        const COLUMNS: (&str, &str) = ("列", "columns");
        check_some(&self.columns, COLUMNS, places, sink);
        let heads = self.columns.iter().enumerate().flat_map(|(at, column)| {
            let place = places.entry(COLUMNS, at, ("列名", "heads"));
            column.heads.iter().map(move |head| (head.as_str(), place))
        });
        check_twice(heads, sink);
        if self.kind == ImportKind::Register && self.register.is_none() {
            let missing = Diagnostic::new(&code::NOTHING_IN_PROFILE, places.field("种类", "kind"));
            sink.push(missing.arg("key", "台账"));
        }
    }

    /// Reports fields that its kind does not have; `lines` are those of income and expense.
    pub(super) fn check_links(&self, profiles: &Profiles, lines: &[&str], sink: &mut Sink) {
        let register = match (&self.register, self.kind) {
            (Some(name), ImportKind::Register) => {
                let found = profiles.registers.find(&name.name);
                if found.is_none() {
                    let known: Vec<&str> = profiles.registers.names().collect();
                    let near = crate::schema::nearest(&name.name, known).unwrap_or_default();
                    let unknown = Diagnostic::new(&code::UNKNOWN_PROFILE, name.span).arg("name", &name.name);
                    sink.push(unknown.arg("folder", RegisterProfile::FOLDER).arg("near", near));
                    return;
                }
                found
            }
            _ => None,
        };
        let known: Vec<&str> = match (self.kind, register) {
            (ImportKind::Finance, _) => lines.to_vec(),
            (ImportKind::Register, Some(register)) => register.columns.iter().map(|c| c.name.as_str()).collect(),
            _ => return,
        };
        for column in &self.columns {
            let field = column.field.value.as_str();
            if field != LEAVE_OUT && !known.contains(&field) {
                sink.push(unknown_name(&code::MAPPING_FIELD, field, column.field.span, &known));
            }
        }
    }
}
