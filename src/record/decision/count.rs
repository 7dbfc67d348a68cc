//! Counting: does a step reach its quorum and its majority?
//!
//! In: the counts of a step, thresholds of process and law. Out: bars with their numbers.
//! Never rounds: shares are compared in whole numbers.

use super::Step;
use super::assembly::{Assembly, Roll};
use crate::diagnostic::{At, Basis};
use crate::profile::process::{Process, ProcessStep};
use crate::profile::threshold::{Base, Threshold};
use crate::record::Scope;
use crate::value::{Date, Fraction};

/// A share that must be reached, and who says so.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    ratio: Fraction,
    strict: bool,
    base: Base,
    basis: Basis,
    /// Whether the law says so, not only the process.
    law: bool,
}

impl Rule {
    /// Who says so.
    pub(super) fn ground(&self) -> &Basis {
        &self.basis
    }
}

/// A share that was reached or missed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bar {
    /// Present, or in favour.
    pub part: u32,
    /// Of how many.
    pub base: u32,
    /// Who they are.
    pub of: Base,
    /// The share needed.
    pub ratio: Fraction,
    /// Whether it must be exceeded.
    pub strict: bool,
    /// The law that demands it, else the process.
    pub basis: Basis,
}

impl Bar {
    /// Whether the share is reached.
    pub(super) fn ok(&self) -> bool {
        self.ratio.reached(self.part, self.base, self.strict)
    }

    /// Whether the share is hit exactly.
    pub(super) fn exact(&self) -> bool {
        self.ratio.reached(self.part, self.base, false) && !self.ratio.reached(self.part, self.base, true)
    }

    /// The smallest number that reaches it.
    pub(super) fn need(&self) -> u32 {
        let whole = u64::from(self.base) * u64::from(self.ratio.numerator);
        let below = u64::from(self.ratio.denominator);
        let need = if self.strict { whole / below + 1 } else { whole.div_ceil(below) };
        u32::try_from(need).unwrap_or(u32::MAX)
    }

    /// The share in whole percent, for drawing only.
    pub(super) fn percent(&self) -> u32 {
        let percent = u64::from(self.part) * 100 / u64::from(self.base.max(1));
        u32::try_from(percent).unwrap_or(u32::MAX)
    }
}

/// Where a meeting stands: in which process and step, which body, when.
#[derive(Clone, Copy)]
pub(super) struct Meeting<'a> {
    pub process: &'a Process,
    pub step: &'a ProcessStep,
    pub body: Assembly,
    pub date: Date,
    pub roll: Roll<'a>,
}

impl Meeting<'_> {
    /// The quorum rules: those of the process and of the law.
    pub(super) fn attend_rules(&self, scope: &Scope<'_>) -> Vec<Rule> {
        let by = if self.body == Assembly::Households { "attend-households" } else { "attend" };
        self.rules(self.step.attend.as_ref(), by, Base::All, scope)
    }

    /// The majority rules: those of the process and of the law.
    pub(super) fn pass_rules(&self, scope: &Scope<'_>) -> Vec<Rule> {
        self.rules(self.step.pass.as_ref(), "pass", Base::Present, scope)
    }

    /// The rules of some provinces about the women among the representatives.
    pub(super) fn women_rules(&self, scope: &Scope<'_>) -> Vec<Rule> {
        if self.body == Assembly::Reps { self.rules(None, "women-attend", Base::All, scope) } else { Vec::new() }
    }

    fn rules(&self, own: Option<&At<Threshold>>, what: &str, usual: Base, scope: &Scope<'_>) -> Vec<Rule> {
        // A step whose matter chooses the body states the rule of the representatives only.
        let counts = !self.step.by_matter || matches!(self.body, Assembly::Reps | Assembly::Other);
        let rule = |threshold: &Threshold, basis: Basis, law: bool| {
            let base = threshold.base.unwrap_or(usual);
            Rule { ratio: threshold.ratio, strict: threshold.strict, base, basis, law }
        };
        let ground = || self.process.basis(&self.step.id, &self.step.name);
        let mut rules: Vec<Rule> = own.filter(|_| counts).map(|t| rule(t, ground(), false)).into_iter().collect();
        if let Some(prefix) = self.body.limits().filter(|_| self.step.by_matter) {
            let limits = scope.limits(&format!("{prefix}-{what}"), self.date);
            let law = limits.into_iter().filter_map(|(set, l)| Some(rule(&Threshold::of(l)?, set.basis(l), true)));
            rules.extend(law);
        }
        rules
    }

    /// The bar of the first rule that is missed, else of the first rule; with the law's ground where the
    /// law demands as much. `None` without rules or without the numbers they need.
    pub(super) fn bar(&self, part: Option<u32>, rules: &[Rule], at: &Step) -> Option<Bar> {
        let part = part?;
        let bars: Vec<(bool, Bar)> = rules.iter().filter_map(|r| Some((r.law, self.bar_of(part, r, at)?))).collect();
        let first = bars.iter().position(|(_, bar)| !bar.ok()).unwrap_or(0);
        let (law, mut chosen) = bars.get(first)?.clone();
        let same = |(law, bar): &&(bool, Bar)| *law && bar.ok() == chosen.ok();
        if let Some((_, bar)) = bars.iter().find(same).filter(|_| !law) {
            chosen.basis = bar.basis.clone();
        }
        Some(chosen)
    }

    fn bar_of(&self, part: u32, rule: &Rule, at: &Step) -> Option<Bar> {
        let due = at.due.as_ref().map(|n| n.value);
        let base = match rule.base {
            Base::Present => at.present.as_ref().map(|n| n.value)?,
            Base::Due => due?,
            // Whoever is due although the figures do not count him belongs to the whole.
            Base::All => self.roll.of(self.body).max(due)?,
            Base::AllReps if self.body == Assembly::MemberReps => due?,
            Base::AllReps => self.roll.of(Assembly::Reps).or(due)?,
        };
        Some(Bar { part, base, of: rule.base, ratio: rule.ratio, strict: rule.strict, basis: rule.basis.clone() })
    }

    /// The bar of the women among the representatives: their whole is not the meeting.
    pub(super) fn women_bar(&self, rules: &[Rule], at: &Step) -> Option<Bar> {
        let part = at.women_present.as_ref()?.value;
        let base = self.roll.women()?;
        let bar = |r: &Rule| Bar { part, base, of: r.base, ratio: r.ratio, strict: r.strict, basis: r.basis.clone() };
        let bars: Vec<Bar> = rules.iter().map(bar).collect();
        bars.iter().find(|b| !b.ok()).or(bars.first()).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(part: u32, base: u32, ratio: (u32, u32), strict: bool) -> Bar {
        let ratio = Fraction { numerator: ratio.0, denominator: ratio.1 };
        let basis = Basis { law: String::new(), version: String::new(), article: String::new(), url: String::new() };
        Bar { part, base, of: Base::Present, ratio, strict, basis }
    }

    #[test]
    fn exactly_one_half() {
        let half = |part, base, strict| bar(part, base, (1, 2), strict);
        assert!(!half(4, 8, true).ok() && half(4, 8, true).exact());
        assert!(half(4, 8, false).ok());
        assert_eq!((half(4, 8, true).need(), half(4, 8, false).need()), (5, 4));
        assert_eq!((half(4, 7, true).need(), half(4, 7, false).need()), (4, 4));
    }

    #[test]
    fn two_thirds_of_what_three_does_not_divide() {
        let of_31 = |part| bar(part, 31, (2, 3), false);
        assert_eq!(of_31(0).need(), 21);
        assert!(of_31(21).ok() && !of_31(20).ok() && !of_31(21).exact());
    }
}
