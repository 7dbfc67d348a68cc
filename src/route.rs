//! Addresses.
//!
//! In: names and paths. Out: slugs, routes, and the way from one page to another.
//! Never touches the disk.

use pinyin::ToPinyin;

use crate::text::is_device;

/// The longest slug, in bytes.
const LONGEST: usize = 100;

/// Names that a community's folder cannot have: the portal uses them.
pub const RESERVED: &[&str] =
    &["all", "assets", "data", HOSTING, "list", "matrix", "regions", "search", "stars", PORTAL_SEARCH];

/// The folder of settings for hosts, at the portal's root.
pub const HOSTING: &str = "hosting";

/// The folder of a community's search data, from the root of its site.
pub const SEARCH: &str = "search";

/// The folder of smaller copies of pictures in a community's site.
pub const PICTURES: &str = "pictures";

/// The page of open data in a community's site.
pub const DATA: &str = "data/index.html";

/// The folder of the portal's search data: a site of its own, since it is made from all others.
pub const PORTAL_SEARCH: &str = "search-data";

/// The address form of a name: ASCII letters, digits, `-`, `_` and `.` as they are, Chinese as pinyin.
///
/// `三组道路` becomes `san-zu-dao-lu`; other signs become a single `-`. Signs that pinyin does not
/// know are written as their code point, so that the result is never empty.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    let mut gap = false;
    let mut last_chinese = false;
    for c in name.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') {
            if gap || last_chinese {
                push_gap(&mut out);
            }
            out.push(c.to_ascii_lowercase());
            (gap, last_chinese) = (false, false);
        } else if let Some(sound) = c.to_pinyin() {
            push_gap(&mut out);
            out.push_str(sound.plain());
            (gap, last_chinese) = (false, true);
        } else if c.is_alphanumeric() {
            push_gap(&mut out);
            out.push_str(&format!("u{:x}", u32::from(c)));
            (gap, last_chinese) = (false, true);
        } else {
            gap = true;
        }
    }
    let trimmed = out.trim_matches(['-', '.']).replace("ü", "v");
    match trimmed.len() {
        0 => "u".to_owned(),
        _ if is_device(&trimmed) => format!("u-{trimmed}"),
        1..=LONGEST => trimmed,
        // Too long for a file name on some disks: cut, and told apart by a hash of the whole.
        _ => format!(
            "{}-{}",
            trimmed[..LONGEST - 9].trim_end_matches(['-', '.']),
            &blake3::hash(name.as_bytes()).to_hex()[..8]
        ),
    }
}

fn push_gap(out: &mut String) {
    if !out.is_empty() && !out.ends_with('-') {
        out.push('-');
    }
}

/// Pinyin of a name without gaps, and its initials, for finding by keyboard: `junyingcun`, `jyc`.
pub fn keyboard(name: &str) -> (String, String) {
    let slug = slug(name);
    let initials = slug.split('-').filter_map(|part| part.chars().next()).collect();
    (slug.replace('-', ""), initials)
}

/// The prefix that leads from a page at `route` to its site's root: ``, `../`, `../../` …
pub fn root_of(route: &str) -> String {
    "../".repeat(route.matches('/').count())
}

/// The page of the rules that a site rests on.
pub const LAW: &str = "law/index.html";

/// Where a site shows a part of a rule or process profile: a limit, a matter, a step, a publication;
/// the part `steps` is a process as a whole.
pub fn law(profile: &str, part: &str) -> String {
    format!("{LAW}#{profile}-{part}")
}

/// The calendar of what is to be published.
pub const CALENDAR: &str = "duties.ics";

/// Where a site shows an item of its catalogue.
pub fn catalogue_item(code: &str) -> String {
    format!("catalogue/index.html#{code}")
}

/// The address of an attachment, from the site's root.
pub fn file_url(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let folder = folder.strip_prefix("files").unwrap_or(folder).trim_matches('/');
    let inner: Vec<String> = folder.split('/').filter(|p| !p.is_empty()).map(slug).collect();
    let mut parts = vec!["files".to_owned()];
    parts.extend(inner);
    parts.push(format!("{}.{}", slug(stem), slug(ending)));
    parts.join("/")
}

/// How many signs of its hash the name of a style sheet or a script carries.
const HASH_SIGNS: usize = 16;

/// The address of a theme's file. A style sheet or a script right below `assets/` carries a hash of its bytes in its
/// name: whoever keeps it for ever has the right one, and a page that was loaded before an update still finds its own.
/// (A version behind `?` would be ignored by some caches.) Files of other kinds and those in folders keep their names,
/// because sheets and scripts load them by these.
pub fn asset(path: &str, sha256: &[u8]) -> String {
    match hashed_part(path) {
        Some((stem, ending)) => format!("{stem}-{}.{ending}", crate::text::hex(&sha256[..HASH_SIGNS / 2])),
        None => path.to_owned(),
    }
}

/// The file of a theme at an address, whatever its bytes: the address without a hash.
pub fn plain_asset(route: &str) -> Option<String> {
    let (stem, ending) = hashed_part(route)?;
    Some(format!("{}.{ending}", without_hash(stem)))
}

/// A name without the hash that it ends with, where it ends with one.
pub fn without_hash(stem: &str) -> &str {
    let hash = |text: &str| text.len() == HASH_SIGNS && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    stem.rsplit_once('-').filter(|(_, end)| hash(end)).map_or(stem, |(stem, _)| stem)
}

/// Stem and ending of the address of a style sheet or a script right below `assets/`.
fn hashed_part(path: &str) -> Option<(&str, &str)> {
    let name = path.strip_prefix("assets/").filter(|name| !name.contains('/'))?;
    let (_, ending) = name.rsplit_once('.').filter(|(_, ending)| matches!(*ending, "css" | "js"))?;
    Some((&path[..path.len() - ending.len() - 1], ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs() {
        for (name, want) in [
            ("三组道路", "san-zu-dao-lu"),
            ("dao-lu_2026", "dao-lu_2026"),
            ("2026年公示", "2026-nian-gong-shi"),
            ("Lu Deng！", "lu-deng"),
            ("绿化", "lv-hua"),
            ("……", "u"),
            ("CON", "u-con"),
            ("nul.2026", "u-nul.2026"),
            ("com10", "com10"),
        ] {
            assert_eq!(slug(name), want, "{name}");
        }
    }

    #[test]
    fn ways_to_the_root() {
        assert_eq!(root_of("index.html"), "");
        assert_eq!(root_of("decisions/lu.html"), "../");
    }

    #[test]
    fn names_of_sheets_and_scripts_carry_their_hash() {
        let hash = [0xab; 32];
        for (path, want) in [
            ("assets/style.css", "assets/style-abababababababab.css"),
            ("assets/app.min.js", "assets/app.min-abababababababab.js"),
            ("assets/logo.svg", "assets/logo.svg"),
            ("assets/lib/chart.js", "assets/lib/chart.js"),
        ] {
            assert_eq!(asset(path, &hash), want);
        }
        assert_eq!(plain_asset("assets/style-abababababababab.css").as_deref(), Some("assets/style.css"));
        assert_eq!(plain_asset("assets/style.css").as_deref(), Some("assets/style.css"));
        assert_eq!(plain_asset("assets/high-contrast.css").as_deref(), Some("assets/high-contrast.css"));
        assert_eq!(plain_asset("assets/share.png"), None);
    }

    #[test]
    fn addresses_of_files() {
        assert_eq!(file_url("files/会议 记录.JPG"), "files/hui-yi-ji-lu.jpg");
        assert_eq!(file_url("finance/2026q3.csv"), "files/finance/2026q3.csv");
    }
}
