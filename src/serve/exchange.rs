//! One request and its response, as values.
//!
//! In: what was parsed and let through. Out: what is to be sent. Never knows of sockets.

/// What a request asks to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// To show; without any effect.
    Get,
    /// To change something.
    Post,
}

/// A request that was let through.
#[derive(Debug, Clone)]
pub struct Request {
    /// What it asks to be done.
    pub method: Method,
    /// The decoded path, beginning with `/`.
    pub path: String,
    /// Decoded names and values behind `?`, in order.
    pub query: Vec<(String, String)>,
    /// What was sent with it; empty for [`Method::Get`].
    pub form: Form,
}

/// A form that was sent, urlencoded or multipart.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// Names and values, in order.
    pub fields: Vec<(String, String)>,
    /// Files, in order.
    pub files: Vec<Upload>,
}

/// A file sent with a form.
#[derive(Debug, Clone)]
pub struct Upload {
    /// The name of the form's field.
    pub field: String,
    /// The name that the browser told; never to be used as a path.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What is to be sent back.
#[derive(Debug, Clone)]
pub struct Response {
    /// The status code of HTTP.
    pub status: u16,
    /// The content type.
    pub kind: String,
    /// Further headers.
    pub headers: Vec<(String, String)>,
    /// The bytes.
    pub body: Vec<u8>,
}

impl Form {
    /// The first value of a name.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

impl Response {
    /// A page.
    pub fn html(status: u16, page: impl Into<Vec<u8>>) -> Self {
        Self { status, kind: "text/html; charset=utf-8".into(), headers: Vec::new(), body: page.into() }
    }

    /// A step to another address, to be fetched with GET.
    pub fn see_other(address: &str) -> Self {
        let headers = vec![("Location".into(), address.into())];
        Self { status: 303, kind: "text/plain; charset=utf-8".into(), headers, body: Vec::new() }
    }
}
