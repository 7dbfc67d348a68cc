//! Names of files.
//!
//! In: a name. Out: whether it is one on every system. Never changes it.

/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Signs that order text from right to left and back, by which a name can look like another, and those that are not
/// seen at all.
fn is_hidden(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether a text is a plain file name on every system, of at most 255 bytes.
pub fn is_file_name(name: &str) -> bool {
    let bad = |c: char| c.is_control() || is_hidden(c) || "/\\:*?\"<>|".contains(c);
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    (1..=255).contains(&name.len())
        && !name.starts_with(['.', '~', ' '])
        && !name.ends_with(['.', ' '])
        && !name.contains(bad)
        && !DEVICES.contains(&stem.as_str())
}
