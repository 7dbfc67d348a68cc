//! Why a request is refused.
//!
//! In: nothing. Out: a status of HTTP and the id of a sentence. Never tells a stranger anything else.

use super::exchange::Response;
use crate::locale::Messages;

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Status code.
    pub status: u16,
    /// Id of its sentence.
    pub why: &'static str,
}

impl Refusal {
    pub(super) const MALFORMED: Self = Self { status: 400, why: "serve-no-malformed" };
    pub(super) const PATH: Self = Self { status: 400, why: "serve-no-path" };
    pub(super) const ORIGIN: Self = Self { status: 403, why: "serve-no-origin" };
    pub(super) const TOKEN: Self = Self { status: 403, why: "serve-no-token" };
    pub(super) const CODE: Self = Self { status: 403, why: "serve-no-code" };
    pub(super) const METHOD: Self = Self { status: 405, why: "serve-no-method" };
    pub(super) const SLOW: Self = Self { status: 408, why: "serve-no-slow" };
    pub(super) const LENGTH: Self = Self { status: 411, why: "serve-no-length" };
    pub(super) const BODY_LONG: Self = Self { status: 413, why: "serve-no-body-long" };
    pub(super) const TARGET_LONG: Self = Self { status: 414, why: "serve-no-target-long" };
    pub(super) const FORM: Self = Self { status: 415, why: "serve-no-form" };
    pub(super) const HOST: Self = Self { status: 421, why: "serve-no-host" };
    pub(super) const HEAD_LONG: Self = Self { status: 431, why: "serve-no-head-long" };
    pub(super) const VERSION: Self = Self { status: 505, why: "serve-no-version" };

    /// The answer.
    pub(super) fn response(self, words: &Messages) -> Response {
        let mut headers = vec![("Cache-Control".to_owned(), "no-store".to_owned())];
        if self == Self::METHOD {
            headers.push(("Allow".to_owned(), "GET, HEAD, POST".to_owned()));
        }
        let body = format!("{}\n", words.word(self.why)).into_bytes();
        Response { status: self.status, kind: "text/plain; charset=utf-8".to_owned(), headers, body }
    }
}
