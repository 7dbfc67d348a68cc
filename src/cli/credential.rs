//! Users, passwords and keys of destinations.
//!
//! In: the environment, the system's own store, the terminal. Out: secrets by name. Never writes one into a file, and
//! never prints one.

use std::io::IsTerminal;

use super::print;
use super::setting::Setting;
use crate::error::Error;
use crate::record::destination::{Destination, Way};

/// A secret of a destination: `GONGKAI_PASSWORD`, or with `凭据: CLOUD` `GONGKAI_CLOUD_PASSWORD`, else what the
/// system's store holds.
pub(super) fn secret(destination: &Destination, name: &str) -> Option<String> {
    let variable = variable(destination, name);
    let given = std::env::var(variable).ok().filter(|value| !value.is_empty());
    given.or_else(|| store::get(destination, name))
}

/// The environment variable that may hold a secret.
pub(super) fn variable(destination: &Destination, name: &str) -> String {
    match &destination.credentials {
        Some(word) => format!("GONGKAI_{}_{name}", word.value),
        None => format!("GONGKAI_{name}"),
    }
}

/// The secrets that a way wants, in the order in which they are asked for, and whether each is shown while typed.
fn wanted(way: Way) -> &'static [(&'static str, bool)] {
    match way {
        Way::Folder | Way::Sftp => &[],
        Way::Ftp | Way::Ftps | Way::Webdav | Way::Webdavs => &[("USER", true), ("PASSWORD", false)],
        Way::S3 | Way::Oss | Way::Cos | Way::Obs => &[("KEY_ID", true), ("KEY_SECRET", false)],
    }
}

/// Asks for the secrets of a destination and keeps them in the system's store.
pub(super) fn login(destination: &Destination, setting: &Setting) -> Result<(), Error> {
    let words = setting.words;
    let way = destination.place().map_or(Way::Folder, |place| place.way);
    if wanted(way).is_empty() {
        return Err(Error::Usage(words.word("publish-login-none")));
    }
    if !std::io::stdin().is_terminal() {
        return Err(Error::Usage(words.word("publish-login-terminal")));
    }
    for (name, shown) in wanted(way) {
        eprint!("{}", words.word(&format!("publish-ask-{}", name.to_lowercase().replace('_', "-"))));
        let typed = if *shown {
            let mut line = String::new();
            std::io::stdin().read_line(&mut line).map(|_| line.trim().to_owned())
        } else {
            rpassword::read_password()
        };
        let typed = typed.map_err(|e| Error::io("io-read", "terminal", e))?;
        let kept = store::put(destination, name, &typed);
        kept.map_err(|cause| Error::Configuration(words.text("publish-login-failed", &[("cause", cause)])))?;
    }
    print::say(setting, &words.text("publish-login-done", &[("name", destination.name.value.clone())]));
    Ok(())
}

/// The system's own store.
#[cfg(feature = "publish")]
mod store {
    use super::Destination;

    /// Under which name it keeps what is ours.
    const SERVICE: &str = "gongkai";

    fn entry(destination: &Destination, name: &str) -> keyring::Result<keyring::Entry> {
        keyring::Entry::new(SERVICE, &format!("{}/{name}", destination.name.value))
    }

    pub(super) fn get(destination: &Destination, name: &str) -> Option<String> {
        entry(destination, name).ok()?.get_password().ok()
    }

    pub(super) fn put(destination: &Destination, name: &str, secret: &str) -> Result<(), String> {
        entry(destination, name).and_then(|entry| entry.set_password(secret)).map_err(|e| e.to_string())
    }
}

/// No store: this program was built without the packages of publishing.
#[cfg(not(feature = "publish"))]
mod store {
    use super::Destination;

    pub(super) fn get(_: &Destination, _: &str) -> Option<String> {
        None
    }

    pub(super) fn put(_: &Destination, _: &str, _: &str) -> Result<(), String> {
        Err("--no-default-features".to_owned())
    }
}
