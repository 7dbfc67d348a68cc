//! Running the checks of a profile over one register.
//!
//! In: the rows, the record, what it may look at. Out: for each check what was compared and what failed.
//! Never decides how a failure is said: the code and its words do.

use rust_decimal::Decimal;

use super::Register;
use super::rows::Rows;
use crate::diagnostic::{Basis, Code, Diagnostic, Sink, Span, code};
use crate::profile::formula::{Name, Sign, Space};
use crate::profile::register::{Nature, TableCheck, Test};
use crate::record::{Record, Scope};

/// A register with all that its checks may look at.
pub(super) struct Run<'a> {
    pub rows: Rows<'a>,
    pub register: &'a Register,
    pub record: &'a Record,
    pub scope: Scope<'a>,
}

/// What came of one check.
pub(super) struct Ran<'p> {
    pub check: &'p TableCheck,
    /// How many rows, or parts of the table, were compared.
    pub compared: usize,
    /// Sums that were compared, part by part.
    pub sums: Vec<Sums>,
    pub failures: Vec<Failure>,
}

/// Two sides of a check over all rows, in the words of the page.
pub(super) struct Sums {
    /// The word of the part; empty for the whole table.
    pub part: String,
    pub left: String,
    pub sign: &'static str,
    pub right: String,
}

/// One failure, before its gravity is known.
pub(super) struct Failure {
    code: &'static Code,
    span: Span,
    also: Vec<Span>,
    args: Vec<(&'static str, String)>,
    basis: Option<Basis>,
    /// Whether its code stays, whatever the nature of the check.
    fixed: bool,
}

impl Failure {
    pub fn new(code: &'static Code, span: Span) -> Self {
        Self { code, span, also: Vec::new(), args: Vec::new(), basis: None, fixed: false }
    }

    /// A failure that has its code whatever the nature of the check.
    pub fn fixed(code: &'static Code, span: Span) -> Self {
        Self { fixed: true, ..Self::new(code, span) }
    }

    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    pub fn also(mut self, spans: impl IntoIterator<Item = Span>) -> Self {
        self.also.extend(spans);
        self
    }

    pub fn basis(mut self, basis: Option<Basis>) -> Self {
        self.basis = basis.or(self.basis);
        self
    }

    /// The diagnostic; a check that is no error has a code of its own, and the same facts.
    fn diagnostic(self, check: &TableCheck) -> Diagnostic {
        let code = match check.nature() {
            _ if self.fixed => self.code,
            Nature::Error => self.code,
            Nature::Finding => &code::CHECK_FALLS_SHORT,
            Nature::Warning => &code::CHECK_DOUBTED,
        };
        let mut diagnostic = Diagnostic::new(code, self.span).arg("says", &check.says);
        diagnostic.args.extend(self.args);
        for empty in ["row", "left", "right", "diff", "sign"] {
            if !diagnostic.args.iter().any(|(name, _)| *name == empty) {
                diagnostic = diagnostic.arg(empty, "");
            }
        }
        diagnostic.related = self.also;
        diagnostic.basis(self.basis.or_else(|| check.ground()))
    }
}

impl<'a> Run<'a> {
    /// Runs every check.
    pub fn all(&self) -> Vec<Ran<'a>> {
        self.rows.profile.checks.iter().map(|check| self.one(&check.value)).collect()
    }

    fn one(&self, check: &'a TableCheck) -> Ran<'a> {
        let mut ran = Ran { check, compared: 0, sums: Vec::new(), failures: Vec::new() };
        let Some(test) = check.tests().first().copied() else {
            return ran;
        };
        let rows = self.rows.when(&check.when);
        match test {
            Test::Each(formula) => self.each(&rows, formula, &mut ran),
            Test::Whole(formula, by) => self.whole(&rows, formula, by.map(|b| b.value.as_str()), &mut ran),
            Test::Ordered(columns) => super::order::dates(&rows, columns, &mut ran),
            Test::Distinct(columns) => super::order::distinct(&rows, columns, &mut ran),
            Test::Needed(columns) => super::order::needed(&rows, columns, false, &mut ran),
            Test::AnyOf(columns) => super::order::needed(&rows, columns, true, &mut ran),
            Test::Carried(carried) => super::carried::check(self, &rows, carried, &mut ran),
            Test::Ranked(ranked) => super::order::ranked(&rows, ranked, &mut ran),
            Test::Display(days) => super::display::check(self, &rows, days, &mut ran),
        }
        ran
    }

    /// Reports what failed.
    pub fn report(&self, sink: &mut Sink) {
        for ran in self.all() {
            for failure in ran.failures {
                sink.push(failure.diagnostic(ran.check));
            }
        }
    }

    /// Registers of the same kind in this community.
    pub fn siblings(&self) -> impl Iterator<Item = (&'a Record, &'a Register)> + use<'a> {
        let (id, scope) = (&self.rows.profile.head.id.value, self.scope);
        scope.all::<Register>().filter(move |(_, r)| scope.profile(&r.register).is_some_and(|p| p.head.id.value == *id))
    }

    /// Whether no register of the same kind tells of a later day. Only the newest one can agree with
    /// the community's present figures.
    fn is_newest(&self) -> bool {
        self.siblings().all(|(_, r)| r.as_of.value <= self.register.as_of.value)
    }

    /// The value of a name that is no column, and where it stands.
    pub fn outside(&self, space: Space, name: &str, sign: Sign) -> Option<Outside> {
        match space {
            Space::Figures => {
                let figures = self.scope.corpus.community.figures.as_ref().filter(|_| self.is_newest())?;
                let (value, span) = figures.number(name)?;
                Some(Outside { value, span, basis: None })
            }
            Space::Stated => {
                let stated = self.register.stated.get(name)?;
                Some(Outside { value: stated.value.0, span: Some(stated.span), basis: None })
            }
            Space::Rule => self.rule(name, sign),
        }
    }

    /// The strictest limit of the rules that hold here.
    fn rule(&self, id: &str, sign: Sign) -> Option<Outside> {
        let limits = self.scope.limits(id, self.register.as_of.value).into_iter();
        let read = |(set, limit): (&crate::profile::rule::RuleSet, &crate::profile::rule::Limit)| {
            let value: Decimal = limit.value.parse().ok()?;
            Some(Outside { value, span: None, basis: Some(set.basis(limit)) })
        };
        let at_most = matches!(sign, Sign::AtMost | Sign::Below);
        let stricter = |a: Outside, b: Outside| if (b.value < a.value) == at_most { b } else { a };
        limits.filter_map(read).reduce(stricter)
    }

    /// Whether a formula's names hold money, so that its numbers are shown as such.
    pub fn is_money(&self, names: &[&Name]) -> bool {
        use crate::profile::register::ColumnType::Money;
        let profile = self.rows.profile;
        names.iter().any(|name| match name {
            Name::Column(c) => profile.column(c).is_some_and(|c| c.kind == Money),
            Name::Outside(Space::Stated, s) => profile.stated_item(s).is_some_and(|s| s.kind == Money),
            Name::Count(_) | Name::Outside(..) => false,
        })
    }
}

/// A value from beyond the rows.
pub(super) struct Outside {
    pub value: Decimal,
    pub span: Option<Span>,
    pub basis: Option<Basis>,
}
