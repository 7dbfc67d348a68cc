//! The head of a request, as it came.
//!
//! In: bytes. Out: method, target and headers, or why it is refused. Never decides who may ask: `guard` does.

use super::refusal::Refusal;

/// How long a head may be, in bytes.
pub(super) const LONGEST: usize = 16 * 1024;
/// How long its target may be.
const LONGEST_TARGET: usize = 4 * 1024;

/// A head.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// As written: `GET`.
    pub method: String,
    /// Path and query as written.
    pub target: String,
    headers: Vec<(String, String)>,
    /// Whether the connection may be used again.
    pub keep: bool,
}

impl Head {
    /// Reads a head; none while it is not whole. Also tells how many bytes it took.
    ///
    /// # Errors
    /// Where it is no head of HTTP/1.0 or 1.1, or too long.
    pub fn read(bytes: &[u8]) -> Result<Option<(Self, usize)>, Refusal> {
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut request = httparse::Request::new(&mut headers);
        let length = match request.parse(bytes) {
            Ok(httparse::Status::Complete(length)) if length <= LONGEST => length,
            Ok(httparse::Status::Complete(_)) | Err(httparse::Error::TooManyHeaders) => return Err(Refusal::HEAD_LONG),
            Ok(httparse::Status::Partial) if bytes.len() >= LONGEST => return Err(Refusal::HEAD_LONG),
            Ok(httparse::Status::Partial) => return Ok(None),
            Err(httparse::Error::Version) => return Err(Refusal::VERSION),
            Err(_) => return Err(Refusal::MALFORMED),
        };
        let target = request.path.unwrap_or_default();
        if target.len() > LONGEST_TARGET {
            return Err(Refusal::TARGET_LONG);
        }
        let mut list = Vec::new();
        for header in request.headers.iter() {
            let value = std::str::from_utf8(header.value).map_err(|_| Refusal::MALFORMED)?;
            list.push((header.name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut head = Self {
            method: request.method.unwrap_or_default().to_owned(),
            target: target.to_owned(),
            headers: list,
            keep: false,
        };
        let wish = head.one("connection")?.unwrap_or_default().to_ascii_lowercase();
        head.keep = request.version == Some(1) && wish != "close";
        Ok(Some((head, length)))
    }

    /// The value of a header that may stand only once.
    ///
    /// # Errors
    /// Where it stands twice: programs differ in which of them they believe.
    pub fn one(&self, name: &str) -> Result<Option<&str>, Refusal> {
        let mut values = self.headers.iter().filter(|(n, _)| n == name).map(|(_, value)| value.as_str());
        let first = values.next();
        if values.next().is_some() { Err(Refusal::MALFORMED) } else { Ok(first) }
    }
}
