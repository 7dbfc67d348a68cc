//! Counting: does a step reach its quorum and its majority?
//!
//! In: the counts of a step, thresholds of process and law. Out: two bars with their numbers.
//! Never rounds: shares are compared in whole numbers.

use super::Step;
use super::assembly::Assembly;
use crate::diagnostic::Basis;
use crate::profile::process::{Base, ProcessStep};
use crate::record::Scope;
use crate::value::{Date, Fraction};

/// A share that must be reached, and who says so.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    ratio: Fraction,
    strict: bool,
    base: Base,
    basis: Option<Basis>,
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
    /// The law that demands it, where one does.
    pub basis: Option<Basis>,
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

/// The quorum rules of a step: those of the process and of the law.
pub(super) fn attend_rules(step: &ProcessStep, body: Assembly, date: Date, scope: &Scope<'_>) -> Vec<Rule> {
    let own = step.attend.as_ref().filter(|_| process_counts(step, body));
    let mut rules: Vec<Rule> = own.map(|t| rule_of(t, Base::All)).into_iter().collect();
    let by = if body == Assembly::Households { "attend-households" } else { "attend" };
    if step.by_matter {
        rules.extend(from_law(body, by, Base::All, date, scope));
    }
    rules
}

/// The majority rules of a step: those of the process and of the law.
pub(super) fn pass_rules(step: &ProcessStep, body: Assembly, date: Date, scope: &Scope<'_>) -> Vec<Rule> {
    let own = step.pass.as_ref().filter(|_| process_counts(step, body));
    let mut rules: Vec<Rule> = own.map(|t| rule_of(t, Base::Present)).into_iter().collect();
    if step.by_matter {
        rules.extend(from_law(body, "pass", Base::Present, date, scope));
    }
    rules
}

/// A step whose matter chooses the body states the rule of the representatives only.
fn process_counts(step: &ProcessStep, body: Assembly) -> bool {
    !step.by_matter || matches!(body, Assembly::Reps | Assembly::Other)
}

fn rule_of(threshold: &crate::profile::process::Threshold, usual: Base) -> Rule {
    let base = threshold.base.unwrap_or(usual);
    Rule { ratio: threshold.ratio, strict: threshold.strict, base, basis: None }
}

fn from_law(body: Assembly, what: &str, usual: Base, date: Date, scope: &Scope<'_>) -> Vec<Rule> {
    let Some(prefix) = body.limits() else {
        return Vec::new();
    };
    scope
        .limits(&format!("{prefix}-{what}"), date)
        .into_iter()
        .filter_map(|(set, limit)| {
            let (ratio, strict) = share(&limit.value)?;
            let base = match limit.unit.as_deref() {
                Some("到会") => Base::Present,
                Some("应到") => Base::Due,
                Some("全体") => Base::All,
                Some("全体代表") => Base::AllReps,
                _ => usual,
            };
            Some(Rule { ratio, strict, base, basis: Some(set.basis(limit)) })
        })
        .collect()
}

/// Reads `2/3` or `>1/2`.
fn share(text: &str) -> Option<(Fraction, bool)> {
    let (strict, text) = match text.strip_prefix('>') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (above, below) = text.split_once('/')?;
    let ratio = Fraction { numerator: above.trim().parse().ok()?, denominator: below.trim().parse().ok()? };
    (ratio.denominator > 0 && ratio.numerator <= ratio.denominator).then_some((ratio, strict))
}

/// The bar of the first rule that is missed, else of the first rule; with the law's ground where the
/// law demands as much. `None` without rules or without the numbers they need.
pub(super) fn bar(part: Option<u32>, rules: &[Rule], step: &Step, body: Assembly, scope: &Scope<'_>) -> Option<Bar> {
    let part = part?;
    let bars: Vec<Bar> = rules.iter().filter_map(|r| bar_of(part, r, step, body, scope)).collect();
    let at = bars.iter().position(|b| !b.ok()).unwrap_or(0);
    let mut chosen = bars.get(at)?.clone();
    if chosen.basis.is_none() {
        let same = |b: &&Bar| b.basis.is_some() && b.ok() == chosen.ok();
        chosen.basis = bars.iter().find(same).and_then(|b| b.basis.clone());
    }
    Some(chosen)
}

fn bar_of(part: u32, rule: &Rule, step: &Step, body: Assembly, scope: &Scope<'_>) -> Option<Bar> {
    let community = &scope.corpus.community;
    let due = step.due.as_ref().map(|n| n.value);
    let base = match rule.base {
        Base::Present => step.present.as_ref().map(|n| n.value)?,
        Base::Due => due?,
        // Whoever is due although the figures do not count him belongs to the whole.
        Base::All => body.roll(community).max(due)?,
        Base::AllReps if body == Assembly::MemberReps => due?,
        Base::AllReps => Assembly::Reps.roll(community).or(due)?,
    };
    let basis = rule.basis.clone();
    Some(Bar { part, base, of: rule.base, ratio: rule.ratio, strict: rule.strict, basis })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half(part: u32, base: u32, strict: bool) -> Bar {
        let ratio = Fraction { numerator: 1, denominator: 2 };
        Bar { part, base, of: Base::Present, ratio, strict, basis: None }
    }

    #[test]
    fn exactly_one_half() {
        assert!(!half(4, 8, true).ok() && half(4, 8, true).exact());
        assert!(half(4, 8, false).ok());
        assert_eq!((half(4, 8, true).need(), half(4, 8, false).need()), (5, 4));
        assert_eq!((half(4, 7, true).need(), half(4, 7, false).need()), (4, 4));
    }

    #[test]
    fn two_thirds_of_what_three_does_not_divide() {
        let ratio = Fraction { numerator: 2, denominator: 3 };
        let bar = |part| Bar { part, base: 31, of: Base::All, ratio, strict: false, basis: None };
        assert_eq!(bar(0).need(), 21);
        assert!(bar(21).ok() && !bar(20).ok() && !bar(21).exact());
    }

    #[test]
    fn shares_of_the_law() {
        assert_eq!(share(">1/2"), Some((Fraction { numerator: 1, denominator: 2 }, true)));
        assert_eq!(share("2/3"), Some((Fraction { numerator: 2, denominator: 3 }, false)));
        assert_eq!(share("15"), None);
    }
}
