//! Single signs, pairs and triples of signs.
//!
//! In: folded text. Out: each as one number, in the order of the text; none reaches over a line break.
//! Never hashes: a number stands for its signs.

/// One to three signs, 21 bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Gram(pub u64);

impl Gram {
    fn of(signs: &[char]) -> Self {
        Self(signs.iter().rev().fold(0, |sum, sign| (sum << 21) | u64::from(u32::from(*sign))))
    }

    /// Its signs.
    pub fn signs(self) -> impl Iterator<Item = char> {
        let code = move |n: u64| u32::try_from((self.0 >> (21 * n)) & 0x1f_ffff).unwrap_or_default();
        (0..3).map(code).take_while(|code| *code != 0).filter_map(char::from_u32)
    }

    /// The hash by which it is put into a shard: FNV-1a over its signs, folded once so that low bits know of
    /// high ones. The script on the page has the same.
    pub fn hash(self) -> u32 {
        hash(self.signs())
    }
}

/// FNV-1a over code points.
pub(super) fn hash(signs: impl Iterator<Item = char>) -> u32 {
    let step = |sum: u32, sign: char| (sum ^ u32::from(sign)).wrapping_mul(0x0100_0193);
    let sum = signs.fold(0x811c_9dc5, step);
    sum ^ (sum >> 15)
}

/// Gives every gram of a folded text to `take`.
pub(super) fn each(folded: &str, mut take: impl FnMut(Gram)) {
    let mut window = ['\n'; 3];
    for sign in folded.chars() {
        window = [window[1], window[2], sign];
        if sign == '\n' {
            continue;
        }
        take(Gram::of(&window[2..]));
        if window[1] != '\n' {
            take(Gram::of(&window[1..]));
            if window[0] != '\n' {
                take(Gram::of(&window));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_gram_reaches_over_a_line() {
        let mut found = Vec::new();
        each("甲乙𬱖\n丁", |gram| found.push(gram.signs().collect::<String>()));
        assert_eq!(found, ["甲", "乙", "甲乙", "𬱖", "乙𬱖", "甲乙𬱖", "丁"]);
    }

    #[test]
    fn the_hash_is_fnv_1a_folded_once() {
        let plain = |text: &str| {
            text.chars()
                .fold(2_166_136_261_u64, |sum, sign| ((sum ^ u64::from(u32::from(sign))) * 16_777_619) % (1 << 32))
        };
        for text in ["", "a", "低保", "甲乙𬱖"] {
            let sum = plain(text);
            assert_eq!(u64::from(hash(text.chars())), sum ^ (sum >> 15), "{text}");
        }
    }
}
