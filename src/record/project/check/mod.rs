//! What must agree in a project.
//!
//! In: a project, its decision, the books. Out: errors where sums or records contradict each other,
//! findings where something truly went out of order. Never judges whether the price is good.

mod accounts;
mod money;
mod order;
mod tender;
mod work;

use super::super::{Record, Scope};
use super::books::Books;
use super::{Project, resolution};
use crate::diagnostic::{Basis, Sink};
use crate::value::{CommunityType, Date};

pub(super) fn check(project: &Project, me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let books = Books::of(project, me, scope);
    let case = Case { project, books: &books, scope, basis: ground(project, scope) };
    money::check(&case, sink);
    tender::check(&case, sink);
    let decision = resolution::decision(project, me, scope);
    let resolved = decision.and_then(|(r, d)| resolution::resolved(d, scope).map(|day| (r, d, day)));
    order::check(&case, resolved, sink);
    work::check(&case, sink);
    accounts::check(&case, me, sink);
}

/// A project with all that its checks look at.
struct Case<'c, 'a> {
    project: &'a Project,
    books: &'c Books<'a>,
    scope: &'c Scope<'a>,
    basis: Option<Basis>,
}

/// Works of a collective are disclosed with tender, budget and final account; an urban community publishes
/// how its decisions are carried out.
fn ground(project: &Project, scope: &Scope<'_>) -> Option<Basis> {
    let day: Date = project.common.published.as_ref().map_or(scope.as_of, |d| d.value);
    let works = match scope.corpus.community.kind {
        CommunityType::Village => scope.ground("finance-special-items", day),
        CommunityType::Urban => None,
    };
    works.or_else(|| scope.ground("publish-decisions", day))
}
