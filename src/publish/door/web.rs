//! What a reader gets.
//!
//! In: an address of the web. Out: the bytes behind it. Never follows an address that the settings do not name.

use opendal::{ErrorKind, Operator, services};

use super::store::{runtime, wait};
use super::{PATIENCE, Sort, Trouble, patiently};

/// The bytes of a file below an address; none where the server says that there is no such file.
///
/// # Errors
/// Where the server does not answer, or refuses.
pub fn fetch(url: &str, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
    let start = url.find("://").map_or(0, |at| at + 3);
    let (host, root) = url[start..].find('/').map_or((url, "/"), |at| url.split_at(start + at));
    let operator = Operator::new(services::Http::default().endpoint(host).root(&format!("{root}/")));
    let operator = operator.map_err(|e| Trouble::new(Sort::Refused, e))?;
    let runtime = runtime()?;
    let read = || async {
        match operator.read(path).await {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            done => done.map(|bytes| Some(bytes.to_vec())),
        }
    };
    patiently(|| wait(&runtime, read(), PATIENCE))
}
