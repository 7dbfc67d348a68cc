//! The files of a workspace: encoding, names, theme.
//!
//! In: a world. Out: findings. Never parses a record.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Finding, Standing};
use crate::error::Error;
use crate::locale;
use crate::render::Theme;
use crate::text::is_device;
use crate::world::World;

/// How many files a sentence names.
const NAMED: usize = 3;
/// The longest path that every system can hold, in signs, with room for the output's own folders.
const LONG_PATH: usize = 220;
/// The longest name of one file or folder, in bytes.
const LONG_NAME: usize = 200;

pub(super) fn examine(world: &dyn World, root: &Path) -> Result<Vec<Finding>, Error> {
    let paths = world.list("content")?;
    let mut all = vec![encoding(world, &paths)?];
    all.push(told("names", "names-bad", bad_names(&paths), Standing::Bad));
    all.push(told("twins", "twins-bad", twins(&paths), Standing::Bad));
    all.push(told("lengths", "lengths-bad", too_long(&paths, root), Standing::Doubtful));
    all.extend(theme(world));
    Ok(all)
}

/// A finding that names some of the files that are wrong.
fn told(good: &'static str, bad: &'static str, wrong: Vec<String>, standing: Standing) -> Finding {
    if wrong.is_empty() {
        return Finding::good(good);
    }
    let count = wrong.len();
    let named = wrong.into_iter().take(NAMED).collect::<Vec<_>>().join("，");
    Finding::new(bad, standing).with("count", count).with("files", named)
}

/// Records that are not UTF-8: tables may be GB18030, as Excel writes them.
fn encoding(world: &dyn World, paths: &[String]) -> Result<Finding, Error> {
    let mut wrong = Vec::new();
    for path in paths.iter().filter(|p| p.ends_with(".yaml") || p.ends_with(".yml") || p.ends_with(".md")) {
        let path = format!("content/{path}");
        if std::str::from_utf8(&world.read(&path)?).is_err() {
            wrong.push(path);
        }
    }
    Ok(told("encoding", "encoding-bad", wrong, Standing::Bad))
}

/// Names that some systems cannot hold, or hold otherwise.
fn bad_names(paths: &[String]) -> Vec<String> {
    let bad = |part: &str| {
        let signs = |c: char| c.is_control() || "<>:\"|?*\\".contains(c);
        is_device(part) || part.ends_with(['.', ' ']) || part.contains(signs)
    };
    paths.iter().filter(|path| path.split('/').any(bad)).cloned().collect()
}

/// Paths that are one and the same on disks that do not tell small letters from capitals.
fn twins(paths: &[String]) -> Vec<String> {
    let mut folded: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for path in paths {
        folded.entry(path.to_lowercase()).or_default().push(path);
    }
    folded.into_values().filter(|same| same.len() > 1).flatten().cloned().collect()
}

fn too_long(paths: &[String], root: &Path) -> Vec<String> {
    let before = root.as_os_str().len() + "content/".len();
    let long = |path: &&String| {
        before + path.chars().count() > LONG_PATH || path.split('/').any(|part| part.len() > LONG_NAME)
    };
    paths.iter().filter(long).cloned().collect()
}

/// The theme, and how much of its words and the program's is said in the language of the pages.
fn theme(world: &dyn World) -> Vec<Finding> {
    let city = match crate::build::city(world) {
        Ok((Some(city), _)) => city,
        Ok((None, _)) => return vec![Finding::new("settings-bad", Standing::Bad)],
        Err(error) => return vec![Finding::new("theme-bad", Standing::Bad).with("cause", error)],
    };
    let (name, language) = (Theme::name(&city), city.language());
    let theme = match Theme::of(world, &city, language) {
        Ok(theme) => theme,
        Err(error) => return vec![Finding::new("theme-bad", Standing::Bad).with("cause", error.to_string().trim())],
    };
    let (own, all) = locale::messages(language).translated();
    let (own, all) = (own + theme.translated.0, all + theme.translated.1);
    let words = if own < all { Finding::new("words-part", Standing::Doubtful) } else { Finding::good("words") };
    let words = words.with("language", language.tag()).with("own", own).with("all", all).with("theme", name);
    vec![Finding::good("theme").with("name", name), words]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(paths: &[&str]) -> Vec<String> {
        paths.iter().map(|p| (*p).to_owned()).collect()
    }

    #[test]
    fn names_that_bite_elsewhere() {
        let good = list(&["communities/x/decisions/lu-deng.md", "communities/x/files/会议 记录.jpg", "a/console.md"]);
        assert_eq!(bad_names(&good), Vec::<String>::new());
        for bad in ["a/CON.md", "nul", "a/com1.yaml", "a/b:c.md", "a/b?.md", "a./b.md", "a/b .md/c", "a/b "] {
            let wanted = if bad == "a/b .md/c" { 0 } else { 1 };
            assert_eq!(bad_names(&list(&[bad])).len(), wanted, "{bad}");
        }
    }

    #[test]
    fn twins_are_both_named() {
        assert_eq!(twins(&list(&["a/B.md", "a/b.md", "a/c.md"])), ["a/B.md", "a/b.md"]);
    }

    #[test]
    fn long_names_and_paths() {
        let (name, path) = ("村".repeat(70), "a/".repeat(120));
        let paths = list(&[&name, &path, "short.md"]);
        assert_eq!(too_long(&paths, Path::new("/w")), [name, path]);
    }
}
