//! The tree of regions above communities.
//!
//! In: paths such as `武汉市/蔡甸区/侏儒山街道`. Out: names and addresses of their pages.
//! Never knows which communities lie in a region.

use serde::Serialize;

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
pub(super) fn steps(path: &str) -> Vec<Step> {
    let names = split(path);
    (1..=names.len()).map(|n| Step { name: names[n - 1].to_owned(), url: url(&names[..n]) }).collect()
}

/// The names of a path.
pub(super) fn split(path: &str) -> Vec<&str> {
    path.split('/').map(str::trim).filter(|p| !p.is_empty()).collect()
}

/// The address of a region's page, from the portal's root.
pub(super) fn url(names: &[&str]) -> String {
    let slugs: Vec<String> = names.iter().map(|n| route::slug(n)).collect();
    format!("regions/{}/index.html", slugs.join("/"))
}
