//! Simplified Chinese in traditional signs.
//!
//! In: a text. Out: the same in the signs of `zh-Hant`, phrase by phrase, by the tables of OpenCC, since one simplified
//! sign may stand for several: 发展 and 头发 become 發展 and 頭髮. Never used on words of records, only on the program's.

/// The text in traditional signs.
pub(super) fn of(simplified: &str) -> String {
    hanconv::s2t(simplified)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_simplified_sign_becomes_what_its_phrase_asks_for() {
        for (simplified, traditional) in [
            ("村务公开", "村務公開"),
            ("发展、头发", "發展、頭髮"),
            ("干部、干燥、若干", "幹部、乾燥、若干"),
            ("以后、皇后", "以後、皇后"),
            ("面积、面粉", "面積、麪粉"),
            ("系统、联系", "系統、聯繫"),
        ] {
            assert_eq!(of(simplified), traditional);
        }
    }

    #[test]
    fn signs_of_the_message_format_stay() {
        let text = "period-year = { $year }年{ $n ->\n    [1] 上半年\n   *[2] 下半年\n}\n";
        assert_eq!(of(text), text);
    }
}
