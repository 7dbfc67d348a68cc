//! A log that was begun anew because both keys of the one before it are lost.
//!
//! In: the last checkpoint of the old log, the new log, the key of an office that looked into it. Out: the words by which
//! the new log names the old one, and the office's confirmation. Never makes a new log out of nothing: whoever begins one
//! must show the old one whole, and verifiers warn until an office has confirmed it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::SigningKey;

use super::entry::Begun;
use super::note::{self, Checkpoint, Vkey};

/// First line of a confirmation. No log can be called so: names have no spaces.
const HEAD: &str = "gongkai restart 1";

/// The file of a confirmation, within what every site publishes of its ledger.
pub const CONFIRMED: &str = "confirmed";

/// The folder of the logs before this one: `before/1` is the oldest.
pub fn folder(number: usize) -> String {
    format!("before/{number}")
}

/// How the first entry of a new log names the old one: name, size, root.
pub fn name(old: &Checkpoint) -> String {
    format!("{} {} {}", old.origin, old.size, BASE64.encode(old.root))
}

/// The name of the log that begins anew for the `number`-th time after `origin`, the name of the first one.
pub fn origin(origin: &str, number: usize) -> String {
    format!("{origin}/{}", number + 1)
}

/// The confirmation of an office: that it is the community's own new log which goes on from the old one.
pub fn confirm(begun: &Begun, day: &str, office: &Vkey, key: &SigningKey) -> String {
    note::sign(&body(begun, day, office), &office.name, key)
}

/// The key of the office that confirmed a new log; none where the text does not speak of it or is not signed.
pub fn confirmed(begun: &Begun, text: &str) -> Option<Vkey> {
    let mut lines = text.lines().skip(5);
    let (day, office) = (lines.next()?, Vkey::parse(lines.next()?)?);
    let sound = text.starts_with(&format!("{}\n", body(begun, day, &office))) && note::signed_by(text, &office);
    sound.then_some(office)
}

fn body(begun: &Begun, day: &str, office: &Vkey) -> String {
    let old = begun.continues.as_deref().unwrap_or("-");
    let Begun { origin, working, recovery, .. } = begun;
    format!("{HEAD}\n{old}\n{origin}\n{working}\n{recovery}\n{day}\n{office}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_confirmation_speaks_of_one_log_and_is_signed() {
        let (key, office) = (SigningKey::from_bytes(&[7; 32]), SigningKey::from_bytes(&[8; 32]));
        let vkey = Vkey::of("example.com/li/ledger/2", &key);
        let old = Checkpoint { origin: "example.com/li/ledger".into(), size: 9, root: [5; 32] };
        assert_eq!(name(&old), format!("example.com/li/ledger 9 {}", BASE64.encode([5; 32])));
        assert_eq!(origin(&old.origin, 1), vkey.name);
        let begun = Begun::new("2026-11-23".into(), &vkey.name, &vkey, &vkey, Some(name(&old)));
        let township = Vkey::of("侏儒山街道", &office);
        let text = confirm(&begun, "2026-11-24", &township, &office);
        assert_eq!(confirmed(&begun, &text), Some(township));
        let mut other = begun.clone();
        other.continues = Some(name(&Checkpoint { size: 8, ..old }));
        assert_eq!(confirmed(&other, &text), None, "of another old log");
        assert_eq!(confirmed(&begun, &text.replace("2026-11-24", "2026-11-25")), None, "changed");
        assert_eq!(
            confirmed(&begun, &confirm(&begun, "2026-11-24", &Vkey::of("x", &key), &office)),
            None,
            "signed by another"
        );
        assert_eq!(confirmed(&begun, ""), None);
        assert_eq!(Checkpoint::parse(&text), None, "it is no checkpoint");
    }
}
