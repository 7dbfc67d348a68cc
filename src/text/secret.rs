//! Passwords and keys of services, which must never stand in records or settings.
//!
//! In: a text. Out: where a key begins and ends. Never looks for personal data: that is found elsewhere.

use memchr::memmem;

/// How a key of a cloud service begins, and how many letters and digits follow at least: Aliyun, Tencent, AWS.
const KEYS: &[(&str, usize)] = &[("LTAI", 12), ("AKID", 32), ("AKIA", 16), ("ASIA", 16)];

/// The start of a private key in PEM form is this with any word before `PRIVATE`.
const PEM: &str = "PRIVATE KEY-----";

/// Where the first key in a text stands, in bytes; none where there is none.
pub fn secret(text: &str) -> Option<(usize, usize)> {
    let pem = memmem::find(text.as_bytes(), PEM.as_bytes()).map(|at| (at, at + PEM.len()));
    let keys = KEYS.iter().filter_map(|(head, least)| {
        memmem::find_iter(text.as_bytes(), head).find_map(|at| {
            let alone = !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
            let tail = text[at + head.len()..].bytes().take_while(u8::is_ascii_alphanumeric).count();
            // Longer runs are digests or numbers of something else.
            (alone && tail >= *least && tail <= 40).then_some((at, at + head.len() + tail))
        })
    });
    pem.into_iter().chain(keys).min()
}

#[cfg(test)]
mod tests {
    use super::secret;

    #[test]
    fn keys_are_found_and_words_are_not() {
        // Put together here, so that no scanner takes this file for a leak.
        let key = |head: &str, tail: &str| format!("密钥: {head}{tail}\n");
        for (text, found) in [
            (key("LTAI", "5tExampleExample00"), true),
            (key("AKID", "ExampleExampleExampleExample1234"), true),
            (key("AKIA", "EXAMPLEEXAMPLE01"), true),
            (format!("-----BEGIN OPENSSH {}", super::PEM), true),
            (key("LTAI", "短"), false),
            (key("xAKIA", "EXAMPLEEXAMPLE01"), false),
            ("亚洲 ASIA games".to_owned(), false),
        ] {
            assert_eq!(secret(&text).is_some(), found, "{text}");
        }
    }
}
