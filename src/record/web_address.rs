//! 基址, 网址: addresses that readers open in a browser.
//!
//! In: settings. Out: an error for each address that no browser could open. Never asks whether anything answers there.

use super::site::SiteConfig;
use crate::diagnostic::{At, Diagnostic, Sink, code};

/// Why an address cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// It begins with neither `https://` nor `http://`.
    Scheme,
    /// It names no host, or a user beside it.
    Host,
    /// It holds a sign that no address holds.
    Sign,
    /// It has a question or a place within a page, and more is to be put behind it.
    End,
}

impl Fault {
    /// The word for it in messages.
    fn word(self) -> &'static str {
        match self {
            Self::Scheme => "scheme",
            Self::Host => "host",
            Self::Sign => "sign",
            Self::End => "end",
        }
    }
}

/// Reports addresses of the settings that no browser could open.
pub fn check(config: &SiteConfig, sink: &mut Sink) {
    let terms = config.licence.iter().filter_map(|l| l.url.as_ref());
    let destinations = config.destinations.iter().filter_map(|d| d.url.as_ref());
    for (key, address) in
        terms.chain(destinations).map(|a| ("网址", a)).chain(config.base_url.iter().map(|a| ("基址", a)))
    {
        report(key, address, fault(&address.value, key == "基址"), sink);
    }
}

fn report(key: &'static str, address: &At<String>, fault: Option<Fault>, sink: &mut Sink) {
    if let Some(fault) = fault {
        let wrong = Diagnostic::new(&code::ADDRESS_CANNOT_BE_OPENED, address.span);
        sink.push(wrong.arg("key", key).arg("what", fault.word()));
    }
}

/// What is wrong with an address; `base` tells that others are made of it.
fn fault(text: &str, base: bool) -> Option<Fault> {
    let Some(rest) = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme)) else {
        return Some(Fault::Scheme);
    };
    let strange = |c: char| c.is_whitespace() || c.is_control() || "\"'<>`\\^{|}".contains(c);
    if text.contains(strange) {
        return Some(Fault::Sign);
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let named = host.strip_prefix('[').unwrap_or(host).starts_with(char::is_alphanumeric);
    if !named || host.contains('@') {
        return Some(Fault::Host);
    }
    (base && rest.contains(['?', '#'])).then_some(Fault::End)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_browsers_open_and_others() {
        for (text, base, want) in [
            ("https://gk.example.cn/", true, None),
            ("http://192.0.2.8:8080/gk", true, None),
            ("https://[2001:db8::1]/", true, None),
            ("https://村务.示例/公开/", true, None),
            ("https://example.cn/terms?v=1#2", false, None),
            ("https://example.cn/terms?v=1", true, Some(Fault::End)),
            ("gk.example.cn", true, Some(Fault::Scheme)),
            ("javascript:alert(1)//https://", true, Some(Fault::Scheme)),
            ("ftp://gk.example.cn/", false, Some(Fault::Scheme)),
            ("", true, Some(Fault::Scheme)),
            ("https://", true, Some(Fault::Host)),
            ("https:///gk", true, Some(Fault::Host)),
            ("https://user@gk.example.cn/", true, Some(Fault::Host)),
            ("https://gk.example.cn/\"><script>", true, Some(Fault::Sign)),
            ("https://gk.example.cn/ ", true, Some(Fault::Sign)),
        ] {
            assert_eq!(fault(text, base), want, "{text}");
        }
    }
}
