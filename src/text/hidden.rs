//! Signs that nobody sees and that make a text look other than it is.
//!
//! In: a text. Out: where such signs stand. Never removes them: whoever wrote them may have meant something else.

use std::ops::Range;

/// How many of them are told of one text: where there are more, it is no text.
const MOST: usize = 20;

/// The first such sign of each line.
pub fn hidden(text: &str) -> Vec<(Range<usize>, char)> {
    let mut found: Vec<(Range<usize>, char)> = Vec::new();
    let mut told = false;
    for (at, sign) in text.char_indices() {
        // Nearly all signs of a record: Latin, and what stands between the two ranges that are looked for.
        if matches!(sign, ' '..='~' | '\u{2030}'..='\u{fdcf}') {
            continue;
        }
        if sign == '\n' {
            told = false;
        } else if !told && is_hidden(sign) {
            found.push((at..at + sign.len_utf8(), sign));
            told = true;
            if found.len() == MOST {
                break;
            }
        }
    }
    found
}

/// Control signs beside tab and line ends, signs that turn the direction of what follows (Unicode Standard Annex 9:
/// embeddings and overrides; isolates, which end by themselves, are part of Uyghur text), and code points that are no
/// signs.
pub fn is_hidden(sign: char) -> bool {
    match sign {
        '\t' | '\n' | '\r' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_a_line_and_none_in_ordinary_text() {
        let text = "标题:\t路灯\r\n一\u{202e}二\u{202e}三\n四\u{0}\n";
        let found: Vec<(usize, char)> = hidden(text).into_iter().map(|(range, sign)| (range.start, sign)).collect();
        assert_eq!(found, [(text.find('\u{202e}').unwrap(), '\u{202e}'), (text.find('\0').unwrap(), '\0')]);
        assert!(hidden("军营村 “路灯” ئۇيغۇر \u{2067}ئا\u{2069} 𬱖 👩\u{200d}👧 \u{feff}").is_empty());
        assert_eq!(hidden(&"\0\n".repeat(100)).len(), MOST);
        // Each sign on a line of its own is told as it is judged.
        for sign in (0..=0x10_ffff).filter_map(char::from_u32) {
            assert_eq!(hidden(&format!("甲{sign}a")).len(), usize::from(is_hidden(sign)), "{sign:?}");
        }
    }
}
