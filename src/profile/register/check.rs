//! One check of a register: one line of its profile.
//!
//! In: `检查` of a profile. Out: `TableCheck`, and the one test that it stands for.
//! Never looks at rows. A new way of checking is one variant of `Test` and one file beside the register's record.

use crate::diagnostic::{At, Basis};
use crate::profile::catalogue::Frequency;
use crate::profile::common::ProfileSource;
use crate::profile::condition::Condition;
use crate::profile::formula::Formula;

crate::choice! {
    /// How grave it is where a check fails.
    pub enum Nature {
        /// It cannot be true.
        Error = "错误" | "error";
        /// It happened, and falls short of a rule.
        Finding = "不足" | "finding";
        /// Probably a slip.
        Warning = "提醒" | "warning";
    }
}

crate::fields! {
    /// What must be true of the rows. It has exactly one of the tests.
    pub struct TableCheck {
        /// What it demands, in one plain clause.
        says "说明": String,
        /// A formula that holds in each row.
        each "逐行": Option<At<Formula>>,
        /// A formula that holds over all rows, columns standing for their sums.
        whole "全表": Option<At<Formula>>,
        /// With 全表: the column by whose words the rows are parted, each part being checked by itself.
        by "分组": Option<At<String>>,
        /// Columns of dates, none of which is before the one named before it.
        ordered "先后": Vec<At<String>>,
        /// Columns that no two rows have the same words in.
        distinct "不重": Vec<At<String>>,
        /// Columns that must be filled in.
        needed "要有": Vec<At<String>>,
        /// Columns of which at least one must be filled in.
        any_of "任一": Vec<At<String>>,
        /// How a period takes up the balance of the one before.
        carried "接续": Option<At<Carried>>,
        /// How rows are ranked.
        ranked "排序": Option<At<Ranked>>,
        /// Which columns hold the days on which rows are on display for objections; the law's least days
        /// are compared with them.
        display "公示": Option<At<DisplayDays>>,
        /// Only rows with these words.
        when "当": Condition,
        /// How grave it is; an error where missing.
        nature "性质": Option<Nature>,
        /// What it rests on.
        basis "依据": Option<ProfileSource>,
    }
}

crate::fields! {
    /// The balance at the end of one period opens the next.
    pub struct Carried {
        /// Columns by which a row is found again.
        keys "键": Vec<At<String>>,
        /// The balance at the end, in the earlier register.
        closing "上期": At<String>,
        /// The balance at the beginning, in the later one.
        opening "本期": At<String>,
        /// How long a period is; where missing, each register follows the one before it.
        rhythm "周期": Option<Frequency>,
    }
}

crate::fields! {
    /// Rows stand in the order of a column's numbers.
    pub struct Ranked {
        /// The column of the numbers.
        by "列": At<String>,
        /// The column of the ranks; equal numbers have equal ranks.
        rank "名次": Option<At<String>>,
        /// Whether the smallest number comes first.
        lowest_first "从低到高": bool,
    }
}

crate::fields! {
    /// From when to when a row is on display.
    pub struct DisplayDays {
        /// The column of the first day.
        from "起": At<String>,
        /// The column of the last day.
        until "止": At<String>,
    }
}

/// The test of a check.
#[derive(Debug, Clone, Copy)]
pub enum Test<'p> {
    /// A formula in each row.
    Each(&'p At<Formula>),
    /// A formula over all rows, or over the rows of each word of a column.
    Whole(&'p At<Formula>, Option<&'p At<String>>),
    /// Dates in order.
    Ordered(&'p [At<String>]),
    /// No words twice.
    Distinct(&'p [At<String>]),
    /// Cells filled in.
    Needed(&'p [At<String>]),
    /// One of the cells filled in.
    AnyOf(&'p [At<String>]),
    /// Balances taken up.
    Carried(&'p Carried),
    /// Rows in order.
    Ranked(&'p Ranked),
    /// Rows on display for long enough.
    Display(&'p DisplayDays),
}

impl TableCheck {
    /// The tests it has; one, once the profile is sound.
    pub fn tests(&self) -> Vec<Test<'_>> {
        let list = |columns: &'_ [At<String>]| !columns.is_empty();
        let mut tests = Vec::new();
        tests.extend(self.each.as_ref().map(Test::Each));
        tests.extend(self.whole.as_ref().map(|f| Test::Whole(f, self.by.as_ref())));
        tests.extend(list(&self.ordered).then_some(Test::Ordered(&self.ordered)));
        tests.extend(list(&self.distinct).then_some(Test::Distinct(&self.distinct)));
        tests.extend(list(&self.needed).then_some(Test::Needed(&self.needed)));
        tests.extend(list(&self.any_of).then_some(Test::AnyOf(&self.any_of)));
        tests.extend(self.carried.as_ref().map(|c| Test::Carried(c)));
        tests.extend(self.ranked.as_ref().map(|r| Test::Ranked(r)));
        tests.extend(self.display.as_ref().map(|d| Test::Display(d)));
        tests
    }

    /// How grave it is where the check fails.
    pub fn nature(&self) -> Nature {
        self.nature.unwrap_or(Nature::Error)
    }

    /// What it rests on, as it is shown beside a failure.
    pub fn ground(&self) -> Option<Basis> {
        self.basis.as_ref().map(ProfileSource::basis)
    }
}
