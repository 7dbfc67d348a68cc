//! What all communities of a held city share: settings, profiles, theme.
//!
//! In: a world and a hint. Out: the newest that can be used, or what is wrong with it. Never throws away what was good.

use std::sync::Arc;

use super::Hint;
use crate::build::ground::Ground;
use crate::clock::OFF;
use crate::diagnostic::{Report, Severity};
use crate::error::Error;
use crate::record::City;
use crate::render::Theme;
use crate::value::Date;
use crate::world::World;

/// Settings, profiles and theme that can be used.
#[derive(Clone)]
pub(super) struct Common {
    pub city: Arc<City>,
    pub theme: Arc<Theme>,
    today: Date,
}

/// What became of them.
#[derive(Default)]
pub(super) struct Change {
    /// The newest, where anything changed.
    pub common: Option<Common>,
    /// Mistakes in settings, where these were read.
    pub reports: Option<Vec<Report>>,
    /// What else went wrong, where anything was read.
    pub failed: Option<Option<Error>>,
    /// Whether settings, names of communities or the day changed.
    pub settings: bool,
    /// Whether the theme did.
    pub theme: bool,
}

impl Common {
    /// Reads what the hint may mean.
    pub(super) fn load(world: &dyn World, before: Option<&Self>, hint: &Hint) -> Result<Change, Error> {
        let another_day = before.is_some_and(|b| b.today != world.today());
        let read_city = before.is_none_or(|b| concerns_city(hint, &b.city)) || another_day;
        let read_theme = before.is_none() || *hint == Hint::Everything || names(hint, |p| p.starts_with("themes"));
        if !read_city && !read_theme {
            return Ok(Change::default());
        }
        let mut change = Change { failed: Some(None), ..Change::default() };
        let mut city = before.map(|b| b.city.clone());
        if read_city {
            match crate::build::city(world) {
                Ok((loaded, outcome)) => {
                    let sound = !outcome.reports.iter().any(|r| r.severity == Severity::Error);
                    if let Some(loaded) = loaded.filter(|_| sound) {
                        let same = |b: &Self| b.city.hash == loaded.hash && !another_day;
                        change.settings = !before.is_some_and(same);
                        city = Some(Arc::new(loaded));
                    }
                    change.reports = Some(outcome.reports);
                }
                Err(error) => change.failed = Some(Some(error)),
            }
        }
        let Some(city) = city else {
            return Ok(change);
        };
        let wanted = |city: &City| (Theme::name(city).to_owned(), city.language());
        let mut theme = before.map(|b| b.theme.clone());
        if read_theme || before.is_some_and(|b| wanted(&b.city) != wanted(&city)) {
            match Theme::of(world, &city, city.language()) {
                Ok(loaded) => {
                    change.theme = before.is_none_or(|b| b.theme.hash != loaded.hash);
                    theme = Some(Arc::new(loaded));
                }
                Err(error) => change.failed = Some(Some(error)),
            }
        }
        change.common = theme.map(|theme| Self { city, theme, today: world.today() });
        Ok(change)
    }

    /// The ground on which a community stands where none of its records may be broken.
    pub(super) fn ground<'a>(&'a self, world: &'a dyn World) -> Ground<'a> {
        Ground { world, city: &self.city, theme: &self.theme, keep_going: false, clock: OFF }
    }
}

/// Whether settings, profiles, or the names of communities may have changed.
fn concerns_city(hint: &Hint, city: &City) -> bool {
    *hint == Hint::Everything
        || names(hint, |path| {
            let Some(rest) = path.strip_prefix("content/communities/") else {
                return path == "content" || path.starts_with("content/");
            };
            let (id, inner) = rest.split_once('/').unwrap_or((rest, ""));
            inner.is_empty() || inner == "community.yaml" || !city.communities.iter().any(|known| known == id)
        })
}

fn names(hint: &Hint, concerns: impl Fn(&str) -> bool) -> bool {
    match hint {
        Hint::Everything => true,
        Hint::Paths(paths) => paths.iter().any(|path| concerns(path)),
    }
}
