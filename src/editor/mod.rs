//! The editor at `/_edit/`: forms for records.
//!
//! In: a request that was let through. Out: a page, or a file written. Never listens, never checks who asks:
//! the server does.

use std::path::Path;

use crate::locale::Messages;
use crate::serve::exchange::{Request, Response};
use crate::world::World;

/// What the editor works with.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The workspace, as the compiler sees it.
    pub world: &'a dyn World,
    /// The folder of the workspace.
    pub root: &'a Path,
    /// Goes into each form as the hidden field `_token`.
    pub token: &'a str,
    /// The words of the program.
    pub words: &'a Messages,
}

/// Answers a request below `/_edit/`.
pub fn answer(desk: &Desk<'_>, request: &Request) -> Response {
    let _ = desk;
    Response::html(404, request.path.clone())
}
