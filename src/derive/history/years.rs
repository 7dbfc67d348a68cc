//! The pages of a log that is too long for one: by year, and a long year in parts.
//!
//! In: its entries, oldest first. Out: pages that only grow at the end, so that a new entry leaves most of them as they
//! are; the same as data for the script that looks up a day. Never shows more than so many entries on a page.

use serde::Serialize;
use serde_json::Value;

use super::CHANGELOG;
use super::changes::{self, Change, Day, MOST};
use crate::derive::Context;
use crate::format::script;
use crate::view::{Crumb, Page, SiteFile, View};

/// The entries of a year, oldest first.
pub(super) struct Year<'a> {
    pub year: &'a str,
    changes: &'a [Change],
}

#[derive(Serialize)]
struct Body<'a> {
    year: &'a str,
    /// The parts of a long year, newest first, on the page that leads to them.
    parts: Vec<Part<'a>>,
    /// The page of the entries before these, in the same year.
    earlier: Option<String>,
    /// The page of the entries after these, in the same year.
    later: Option<String>,
    days: Vec<Day<'a>>,
}

/// A page with some of the entries of a year.
#[derive(Serialize)]
struct Part<'a> {
    url: String,
    /// Number of its first entry.
    from: usize,
    /// Number of its last entry.
    to: usize,
    first: &'a str,
    last: &'a str,
}

/// The years of a log, oldest first; its days never go back.
pub(super) fn of(all: &[Change]) -> Vec<Year<'_>> {
    let same = |one: &Change, next: &Change| year(one) == year(next);
    all.chunk_by(same).map(|changes| Year { year: year(&changes[0]), changes }).collect()
}

fn year(change: &Change) -> &str {
    change.day.split('-').next().unwrap_or_default()
}

impl<'a> Year<'a> {
    /// How many entries it has.
    pub fn count(&self) -> usize {
        self.changes.len()
    }

    /// The page of the year.
    pub fn route(&self) -> String {
        format!("history/{}/index.html", self.year)
    }

    fn part(&self, number: usize) -> String {
        format!("history/{}/{number}.html", self.year)
    }

    /// The page of the year, and those of its parts where it is long.
    pub fn views(&self, context: &Context<'_>) -> Vec<View> {
        let empty = || Body { year: self.year, parts: Vec::new(), earlier: None, later: None, days: Vec::new() };
        let all: Vec<&'a [Change]> = self.changes.chunks(MOST).collect();
        if let [only] = all[..] {
            return vec![self.view(context, 0, Body { days: changes::days(only), ..empty() })];
        }
        let part = |(some, number): (&&'a [Change], usize)| Part::of(self.part(number), some);
        let mut parts: Vec<Part<'a>> = all.iter().zip(1..).map(part).collect();
        parts.reverse();
        let mut views = vec![self.view(context, 0, Body { parts, ..empty() })];
        for (some, number) in all.iter().zip(1..) {
            let earlier = (number > 1).then(|| self.part(number - 1));
            let later = (number < all.len()).then(|| self.part(number + 1));
            let body = Body { earlier, later, days: changes::days(some), ..empty() };
            views.push(self.view(context, number, body));
        }
        views
    }

    /// The page of the year, or of a part by its number.
    fn view(&self, context: &Context<'_>, number: usize, body: Body<'a>) -> View {
        let words = context.scope.words();
        let whole = words.text("page-history-year", &[("year", self.year)]);
        let mut crumbs = vec![
            Crumb { title: context.scope.corpus.community.name.value.clone(), url: "index.html".into() },
            Crumb { title: words.word("page-history"), url: CHANGELOG.into() },
            Crumb { title: whole.clone(), url: self.route() },
        ];
        let (route, title) = match number {
            0 => (self.route(), whole),
            _ => {
                let facts = [("year", self.year.to_owned()), ("number", number.to_string())];
                (self.part(number), words.text("page-history-part", &facts))
            }
        };
        if number > 0 {
            crumbs.push(Crumb { title: title.clone(), url: route.clone() });
        }
        let template = "history-year".to_owned();
        let page = Page { route, title, description: String::new(), template, kind: "history", crumbs, body };
        page.view(format!("history {} {number}", self.year))
    }

    /// Its entries for the script: days, newest first, each with its lines.
    pub fn data(&self) -> SiteFile {
        let days: Vec<Value> = changes::days(self.changes).iter().map(Day::data).collect();
        let bytes = script::call("gkDays", &(self.year, days)).into_bytes();
        SiteFile { route: format!("history/{}/days.js", self.year), bytes, owner: format!("history {}", self.year) }
    }
}

impl<'a> Part<'a> {
    fn of(url: String, some: &'a [Change]) -> Self {
        let (first, last) = (&some[0], &some[some.len() - 1]);
        Self { url, from: first.line.index, to: last.line.index, first: &first.day, last: &last.day }
    }
}
