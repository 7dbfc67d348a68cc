//! The tree of regions above communities.
//!
//! In: paths such as `武汉市/蔡甸区/侏儒山街道`. Out: names and addresses of their pages.
//! Never knows which communities lie in a region.

use serde::Serialize;

use crate::record::City;
use crate::route;

/// One level of the way down to a community.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Step {
    /// Name.
    pub name: String,
    /// Address from the portal's root.
    pub url: String,
}

/// The levels of a path, from the top.
pub(super) fn steps(city: &City, path: &str) -> Vec<Step> {
    let names = split(path);
    (1..=names.len()).map(|n| Step { name: names[n - 1].to_owned(), url: url(city, &names[..n]) }).collect()
}

/// The names of a path.
pub(super) fn split(path: &str) -> Vec<&str> {
    path.split('/').map(str::trim).filter(|p| !p.is_empty()).collect()
}

/// The address of a region's page, from the portal's root.
pub(super) fn url(city: &City, names: &[&str]) -> String {
    let slugs: Vec<String> = (1..=names.len()).map(|n| part(city, &names[..n])).collect();
    format!("regions/{}/index.html", slugs.join("/"))
}

/// A region's own part of its address: the one that the settings give it, else pinyin.
fn part(city: &City, names: &[&str]) -> String {
    let chosen = city.config.regions.iter().find(|r| split(&r.path) == names).and_then(|r| r.id.as_ref());
    route::slug(chosen.map_or(names[names.len() - 1], |id| id.value.as_str()))
}
