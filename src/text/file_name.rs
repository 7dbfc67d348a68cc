//! Names of files.
//!
//! In: a name. Out: whether it is one on every system, that of a device, or of a program. Never changes it.

/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Endings that open as programs or pages rather than as papers.
const PROGRAMS: &[&str] = &[
    "apk", "app", "bat", "chm", "cmd", "com", "cpl", "dll", "exe", "hta", "htm", "html", "jar", "js", "jse", "lnk",
    "mht", "mhtml", "mjs", "msi", "ps1", "reg", "scr", "sh", "svg", "url", "vbe", "vbs", "wsf", "xht", "xhtml",
];

/// Signs that order text from right to left and back, by which a name can look like another, and those that are not
/// seen at all.
fn is_hidden(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether a text is a plain file name on every system, of at most 255 bytes.
pub fn is_file_name(name: &str) -> bool {
    let bad = |c: char| c.is_control() || is_hidden(c) || "/\\:*?\"<>|".contains(c);
    (1..=255).contains(&name.len())
        && !name.starts_with(['.', '~', ' '])
        && !name.ends_with(['.', ' '])
        && !name.contains(bad)
        && !is_device(name)
}

/// Whether Windows takes a file of this name for a device, whatever its ending.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    DEVICES.contains(&stem.as_str())
}

/// Whether a file of this name opens as a program, or as a page that may hold one, rather than as a paper.
pub fn is_program(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| PROGRAMS.contains(&ending.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_by_every_way_of_writing_them() {
        for name in ["con", "CON.md", "nul", "Prn .txt", "aux.a.b", "com1", "lpt9.yaml"] {
            assert!(is_device(name) && !is_file_name(name), "{name}");
        }
        for name in ["con-1", "com0", "com10", "lpt", "a.con", "console", ".con"] {
            assert!(!is_device(name), "{name}");
        }
    }
}
