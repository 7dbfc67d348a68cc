//! The reviewer stands apart: neither the maker of a record nor a member of the committee, and on the
//! supervisors' list where there is one.
//!
//! In: the review of a record, the committees of the community, the law of the day. Out: findings and warnings.
//! Never takes masked names (张某某, 张*三) for the same person: they prove nothing.

use crate::diagnostic::{At, Basis, Diagnostic, Sink, code};
use crate::record::community::Organization;
use crate::record::{Record, Scope};
use crate::value::Date;

/// Which limits ask for a review before publication: of a province, and of the law in general.
const REVIEW_FIRST: &str = "review-before-publication";
const SUPERVISION: &str = "supervisors-review";

/// Which limits say who may not supervise: the committee, and in some provinces clerk and accountant.
const NOT_THE_COMMITTEE: &str = "supervisors-exclude-committee";
const NOT_THESE: &str = "supervisors-exclude";

/// Signs of a name that is not written in full.
const MASKS: &[char] = &['某', '*', '＊', '×', 'X', 'x', '○', '〇', '□'];

/// The ground on which records are reviewed before they are published.
pub(super) fn ground(date: Date, scope: &Scope<'_>) -> Option<Basis> {
    scope.ground(REVIEW_FIRST, date).or_else(|| scope.ground(SUPERVISION, date))
}

/// Whether two names are both in full and the same.
fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim(), b.trim());
    !a.is_empty() && a == b && !a.contains(MASKS)
}

/// The committee of villagers or residents.
fn committee(bodies: &[Organization]) -> impl Iterator<Item = &str> {
    let own = bodies.iter().filter(|b| b.name.contains("民委员会"));
    own.flat_map(|b| b.members.iter().map(|m| m.value.as_str()).chain(b.head.as_deref()))
}

/// The supervisors.
fn supervisors(bodies: &[Organization]) -> impl Iterator<Item = &At<String>> {
    bodies.iter().filter(|b| b.name.contains("监督委员会") || b.name.contains("监委会")).flat_map(|b| &b.members)
}

/// In which office a person is that supervisors may not hold, and who says so.
fn office(name: &str, date: Date, scope: &Scope<'_>) -> Option<(&'static str, Option<Basis>)> {
    let community = &scope.corpus.community;
    if committee(&community.bodies).any(|member| same(member, name)) {
        return Some(("committee", scope.ground(NOT_THE_COMMITTEE, date)));
    }
    let excluded = |words: &[&str]| {
        let named = |value: &str| words.iter().any(|w| value.contains(w));
        scope.limits(NOT_THESE, date).into_iter().find(|(_, l)| named(&l.value)).map(|(set, l)| set.basis(l))
    };
    let is = |person: &Option<String>| person.as_deref().is_some_and(|p| same(p, name));
    if is(&community.clerk) {
        return excluded(&["文书"]).map(|basis| ("clerk", Some(basis)));
    }
    if is(&community.accountant) {
        return excluded(&["报账员", "财会", "财务"]).map(|basis| ("accountant", Some(basis)));
    }
    None
}

/// Reports what is wrong with the review of a record.
pub(super) fn check(record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let common = record.common();
    let Some(review) = &common.review else {
        return;
    };
    let date = review.date.as_ref().or(common.published.as_ref()).map_or(scope.as_of, |d| d.value);
    if let Some(published) = common.published.as_ref().filter(|_| review.opinion.trim() == "不同意") {
        let over = Diagnostic::new(&code::PUBLISHED_OVER_OBJECTION, review.opinion.span).also(published.span);
        sink.push(over.arg("published", published.value).basis(ground(published.value, scope)));
    }
    let Some(person) = &review.person else {
        return;
    };
    if let Some(maker) = common.maker.as_ref().filter(|maker| same(maker, person)) {
        let own = Diagnostic::new(&code::REVIEWED_BY_MAKER, person.span).arg("person", &person.value);
        sink.push(own.also(maker.span).basis(ground(date, scope)));
    }
    if let Some((office, basis)) = office(person, date, scope) {
        let inside = Diagnostic::new(&code::REVIEWED_BY_COMMITTEE, person.span).arg("person", &person.value);
        sink.push(inside.arg("office", office).basis(basis));
        return;
    }
    let mut listed = supervisors(&scope.corpus.community.bodies).peekable();
    let by_them = review.body.as_deref().is_none_or(|b| b.contains("监督委员会") || b.contains("监委会"));
    if by_them && listed.peek().is_some() && listed.all(|member| member.trim() != person.trim()) {
        let other = Diagnostic::new(&code::REVIEWER_NOT_SUPERVISOR, person.span);
        sink.push(other.arg("person", &person.value));
    }
}

/// Reports supervisors who hold an office that they are to supervise.
pub(super) fn check_supervisors(scope: &Scope<'_>, sink: &mut Sink) {
    for member in supervisors(&scope.corpus.community.bodies) {
        if let Some((office, basis)) = office(member, scope.as_of, scope) {
            let inside = Diagnostic::new(&code::SUPERVISOR_IN_OFFICE, member.span).arg("person", &member.value);
            sink.push(inside.arg("office", office).basis(basis));
        }
    }
}
