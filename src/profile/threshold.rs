//! Shares that must be reached, and which of two is stricter.
//!
//! In: `2/3`, `>1/2`, or the threshold of a process. Out: `Threshold`, and comparisons in whole numbers.
//! Never counts votes: records do.

use super::rule::Limit;
use crate::locale::Messages;
use crate::value::Fraction;

crate::choice! {
    /// Of whom a share is taken; each one includes those before it.
    pub enum Base {
        /// Those present.
        Present = "到会" | "present";
        /// Those due to attend.
        Due = "应到" | "due";
        /// All members.
        All = "全体" | "all";
        /// All representatives.
        AllReps = "全体代表" | "all-reps";
    }
}

crate::fields! {
    /// A share that must be reached.
    pub struct Threshold {
        /// The fraction.
        ratio "比例": Fraction,
        /// Whether it must be exceeded, not only reached.
        strict "超过": bool,
        /// Of whom.
        base "基数": Option<Base>,
    }
}

impl Threshold {
    /// What a limit of a law demands; `None` where its value is no share. The unit of a limit is its base.
    pub fn of(limit: &Limit) -> Option<Self> {
        let (ratio, strict) = share(&limit.value)?;
        let unit = limit.unit.as_deref().unwrap_or_default();
        let base = Base::ALL.iter().copied().find(|base| Base::CHOICES[*base as usize].zh.contains(&unit));
        Some(Self { ratio, strict, base })
    }

    /// Whether whoever reaches this one reaches `floor` as well, whatever the numbers; `usual` is the
    /// base of one that names none.
    pub fn at_least(&self, floor: &Self, usual: Base) -> bool {
        let (own, below) = (self.base.unwrap_or(usual), floor.base.unwrap_or(usual));
        let left = u64::from(self.ratio.numerator) * u64::from(floor.ratio.denominator);
        let right = u64::from(floor.ratio.numerator) * u64::from(self.ratio.denominator);
        let enough = left > right || (left == right && (self.strict || !floor.strict));
        own >= below && enough
    }
}

impl Threshold {
    /// In words: 到会的过半数; `usual` is the base of one that names none.
    pub fn words(&self, usual: Base, messages: &Messages) -> String {
        let id = match (self.strict, self.ratio.numerator * 2 == self.ratio.denominator) {
            (true, true) => "threshold-majority",
            (true, false) => "threshold-over",
            (false, _) => "threshold-reached",
        };
        let of = messages.word(&format!("base-{}", self.base.unwrap_or(usual).word()));
        messages.text(id, &[("of", of), ("fraction", fraction(self.ratio, messages))])
    }
}

/// A fraction in words: 三分之二.
pub fn fraction(ratio: Fraction, messages: &Messages) -> String {
    let (above, below) = (ratio.numerator.to_string(), ratio.denominator.to_string());
    let common = messages.find::<&str, &str>(&format!("fraction-{above}-{below}"), &[]);
    common.unwrap_or_else(|| messages.text("fraction", &[("above", &above), ("below", &below)]))
}

impl std::fmt::Display for Threshold {
    /// As limits write it: `>1/2`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", if self.strict { ">" } else { "" }, self.ratio)
    }
}

/// Reads `2/3` (reached) or `>1/2` (exceeded).
pub(super) fn share(text: &str) -> Option<(Fraction, bool)> {
    let (strict, text) = match text.strip_prefix('>') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (above, below) = text.split_once('/')?;
    let ratio = Fraction { numerator: above.trim().parse().ok()?, denominator: below.trim().parse().ok()? };
    (ratio.denominator > 0 && ratio.numerator <= ratio.denominator).then_some((ratio, strict))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn threshold(text: &str, base: Base) -> Threshold {
        let (ratio, strict) = share(text).expect("a share");
        Threshold { ratio, strict, base: Some(base) }
    }

    #[test]
    fn shares_of_the_law() {
        assert_eq!(share(">1/2"), Some((Fraction { numerator: 1, denominator: 2 }, true)));
        assert_eq!(share("2/3"), Some((Fraction { numerator: 2, denominator: 3 }, false)));
        assert_eq!(share("15"), None);
        assert_eq!(share("3/2"), None);
    }

    #[test]
    fn more_than_half_is_stricter_than_half_and_all_wider_than_those_present() {
        let law = threshold(">1/2", Base::Present);
        for (own, base, want) in [
            (">1/2", Base::Present, true),
            ("1/2", Base::Present, false),
            ("1/2", Base::All, false),
            (">1/2", Base::All, true),
            ("2/3", Base::Present, true),
            ("2/5", Base::AllReps, false),
        ] {
            assert_eq!(threshold(own, base).at_least(&law, Base::Present), want, "{own} of {base:?}");
        }
        assert!(!threshold("2/3", Base::Due).at_least(&threshold("2/3", Base::All), Base::All));
    }
}
