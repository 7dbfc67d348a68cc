//! How to build in shares where that runs anywhere: on a cluster, on one machine, in the matrix of a CI.
//!
//! In: a name and a number of shares. Out: a text to be saved and changed. Never starts anything.

use super::args::Recipe;

/// The recipe for so many shares.
pub(super) fn text(recipe: Recipe, of: u32) -> String {
    let text = match recipe {
        Recipe::Kubernetes => include_str!("recipe/kubernetes.yaml"),
        Recipe::Shell => include_str!("recipe/shell.sh"),
        Recipe::Matrix => include_str!("recipe/matrix.yaml"),
    };
    let numbers: Vec<String> = (1..=of).map(|number| number.to_string()).collect();
    text.replace("{shares}", &of.to_string()).replace("{numbers}", &numbers.join(", "))
}
