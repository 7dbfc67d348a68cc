//! Who may ask for what.
//!
//! In: the head of a request, and later its form. Out: what is asked, or why it is refused. Pure: the same head is always
//! answered in the same way. Never looks into the site or at the disk.

use std::net::IpAddr;

use super::exchange::Form;
use super::head::Head;
use super::path;
use super::refusal::Refusal;

/// The most bytes of a form without files.
pub const LONGEST_FORM: usize = 2 * 1024 * 1024;
/// The most bytes of a form with files.
pub const LONGEST_UPLOAD: usize = 64 * 1024 * 1024;
/// Where changes may be asked for.
pub const EDITOR: &str = "/_edit/";
/// Where a device shows its code.
pub const CODE: &str = "/_serve/enter";

/// What the doorkeeper knows.
#[derive(Debug, Clone)]
pub struct Door {
    /// The port that is listened on.
    pub port: u16,
    /// Whether other devices may ask.
    pub lan: bool,
    /// What every write must know.
    pub token: String,
}

/// What a request asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// To change something.
    pub write: bool,
    /// Only headers are wanted.
    pub bare: bool,
    /// The decoded path.
    pub path: String,
    /// Decoded names and values behind `?`.
    pub query: Vec<(String, String)>,
    /// How many bytes of a form follow.
    pub length: usize,
    /// What kind of form.
    pub form: Option<FormKind>,
    /// The token, where a header brings it.
    pub token: Option<String>,
}

/// How a form is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormKind {
    /// `a=b&c=d`.
    Urlencoded,
    /// In parts, divided by this text.
    Multipart(String),
}

impl Door {
    /// Looks at a head. Every header that is doubtful refuses.
    ///
    /// # Errors
    /// Where the request is not one that this machine's own browser would send to this page.
    pub fn look(&self, head: &Head) -> Result<Asked, Refusal> {
        let (write, bare) = match head.method.as_str() {
            "GET" => (false, false),
            "HEAD" => (false, true),
            "POST" => (true, false),
            _ => return Err(Refusal::METHOD),
        };
        let host = head.one("host")?.ok_or(Refusal::HOST)?.to_ascii_lowercase();
        if !self.is_ours(&host) {
            return Err(Refusal::HOST);
        }
        let (path, query) = path::read(&head.target)?;
        self.check_sender(head, &host, write)?;
        if head.one("transfer-encoding")?.is_some() {
            return Err(Refusal::LENGTH);
        }
        let length = head.one("content-length")?;
        let digits = |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if length.is_some_and(|text| !digits(&text)) {
            return Err(Refusal::MALFORMED);
        }
        let token = head.one("x-gongkai-token")?.map(str::to_owned);
        if !write {
            return match length {
                None | Some("0") => Ok(Asked { write, bare, path, query, length: 0, form: None, token }),
                Some(_) => Err(Refusal::MALFORMED),
            };
        }
        if !path.starts_with(EDITOR) && path != CODE {
            return Err(Refusal::METHOD);
        }
        let kind = head.one("content-type")?.and_then(form_kind).ok_or(Refusal::FORM)?;
        let length = length.ok_or(Refusal::LENGTH)?.parse().map_err(|_| Refusal::BODY_LONG)?;
        let most = if kind == FormKind::Urlencoded { LONGEST_FORM } else { LONGEST_UPLOAD };
        if length > most {
            return Err(Refusal::BODY_LONG);
        }
        Ok(Asked { write, bare, path, query, length, form: Some(kind), token })
    }

    /// Whether a write knows the token, in a header or in its form.
    ///
    /// # Errors
    /// Where it does not.
    pub fn check_token(&self, asked: &Asked, form: &Form) -> Result<(), Refusal> {
        let told = asked.token.as_deref().or_else(|| form.value("_token")).unwrap_or_default();
        if equal(told, &self.token) { Ok(()) } else { Err(Refusal::TOKEN) }
    }

    /// Whether a name of a host is one of this machine: a foreign name that was pointed here is not.
    fn is_ours(&self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
            _ => (host, Some(80)),
        };
        if port != Some(self.port) {
            return false;
        }
        let plain = name.strip_prefix('[').and_then(|n| n.strip_suffix(']'));
        let address: Option<IpAddr> = match plain {
            Some(six) => six.parse().ok().filter(IpAddr::is_ipv6),
            None => name.parse().ok().filter(IpAddr::is_ipv4),
        };
        // An address cannot be pointed elsewhere as a name can.
        name == "localhost" || address.is_some_and(|a| a.is_loopback() || self.lan)
    }

    /// Whether a page of our own asks, or a person by typing or clicking.
    fn check_sender(&self, head: &Head, host: &str, write: bool) -> Result<(), Refusal> {
        let own = |origin: &str| origin.to_ascii_lowercase() == format!("http://{host}");
        let origin = head.one("origin")?;
        if origin.is_some_and(|o| !own(o)) {
            return Err(Refusal::ORIGIN);
        }
        let site = head.one("sec-fetch-site")?;
        let mode = head.one("sec-fetch-mode")?;
        let target = head.one("sec-fetch-dest")?;
        match site {
            // Not every browser tells; a write must then show where it comes from in another way.
            None => {}
            Some("same-origin") => {}
            Some("none") if !write => {}
            // A link on another page may be followed, as long as it only shows and fills a window of its own.
            Some("cross-site" | "same-site") if !write && mode == Some("navigate") && target == Some("document") => {}
            Some(_) => return Err(Refusal::ORIGIN),
        }
        if write && origin.is_none() && site != Some("same-origin") {
            return Err(Refusal::ORIGIN);
        }
        Ok(())
    }
}

fn form_kind(written: &str) -> Option<FormKind> {
    let mut parts = written.split(';').map(str::trim);
    let kind = parts.next()?.to_ascii_lowercase();
    match kind.as_str() {
        "application/x-www-form-urlencoded" => Some(FormKind::Urlencoded),
        "multipart/form-data" => {
            let boundary = parts.find_map(|p| p.strip_prefix("boundary="))?.trim_matches('"');
            let sound = (1..=70).contains(&boundary.len()) && boundary.bytes().all(|b| b.is_ascii_graphic());
            sound.then(|| FormKind::Multipart(boundary.to_owned()))
        }
        _ => None,
    }
}

/// Compares secrets in a time that does not tell how much of them is right.
pub(super) fn equal(told: &str, secret: &str) -> bool {
    let (told, secret) = (blake3::hash(told.as_bytes()), blake3::hash(secret.as_bytes()));
    // The comparison of hashes takes the same time whatever they are.
    told == secret
}
