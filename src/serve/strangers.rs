//! Other devices, where the preview was told to let them in.
//!
//! In: who asks, and a code typed once. Out: let through, or a page that asks for the code. Never lets in a device that
//! has not shown a code, and never takes a code twice.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::Mutex;

use super::exchange::{Form, Response};
use super::guard::{self, Asked};
use super::head::Head;
use super::refusal::Refusal;
use super::secret;
use crate::locale::Messages;

/// How often a wrong code may be typed before there is a new one.
const TRIES: u32 = 5;
const COOKIE: &str = "gongkai_device";

/// Codes and devices.
pub(super) struct Strangers {
    state: Option<Mutex<State>>,
    /// Told each new code.
    tell: Box<dyn Fn(&str) + Send + Sync>,
}

struct State {
    code: String,
    wrong: u32,
    known: BTreeSet<String>,
}

impl Strangers {
    /// With `lan`, other devices may come in by a code that `tell` is told.
    pub(super) fn new(lan: bool, tell: Box<dyn Fn(&str) + Send + Sync>) -> Self {
        let state = lan.then(|| Mutex::new(State { code: secret::code(), wrong: 0, known: BTreeSet::new() }));
        let strangers = Self { state, tell };
        if let Some(state) = &strangers.state {
            (strangers.tell)(&state.lock().expect("no thread panics while it holds the codes").code);
        }
        strangers
    }

    /// Looks at who asks: none where the request may go on.
    pub(super) fn at_the_door(
        &self,
        asked: &Asked,
        head: &Head,
        form: &Form,
        peer: IpAddr,
        words: &Messages,
    ) -> Result<Option<Response>, Refusal> {
        let here = peer.to_canonical().is_loopback();
        let Some(state) = self.state.as_ref().filter(|_| !here) else {
            // Nothing is asked of this machine itself; without other devices there is no such page.
            let nothing = here && asked.path == guard::CODE && asked.write;
            return if nothing || !here { Err(Refusal::METHOD) } else { Ok(None) };
        };
        let mut state = state.lock().expect("no thread panics while it holds the codes");
        if head.one("cookie")?.and_then(cookie).is_some_and(|told| state.known.iter().any(|k| guard::equal(told, k))) {
            return Ok(None);
        }
        if asked.path == guard::CODE && asked.write {
            return self.enter(&mut state, form).map(Some);
        }
        if asked.write || asked.path.starts_with("/_serve/") && asked.path != guard::CODE {
            return Err(Refusal::CODE);
        }
        Ok(Some(page(words)))
    }

    fn enter(&self, state: &mut State, form: &Form) -> Result<Response, Refusal> {
        let told: String = form.value("code").unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
        let right = guard::equal(&told, &state.code);
        state.wrong = if right { 0 } else { state.wrong + 1 };
        if right || state.wrong >= TRIES {
            // Used, or guessed at too often: the next device needs another one.
            state.wrong = 0;
            state.code = secret::code();
            (self.tell)(&state.code);
        }
        if !right {
            return Err(Refusal::CODE);
        }
        let key = secret::token();
        let mut response = Response::see_other("/");
        let cookie = format!("{COOKIE}={key}; Path=/; HttpOnly; SameSite=Strict");
        state.known.insert(key);
        response.headers.push(("Set-Cookie".to_owned(), cookie));
        Ok(response)
    }
}

fn cookie(header: &str) -> Option<&str> {
    header.split(';').find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

fn page(words: &Messages) -> Response {
    let (title, label, send) =
        (words.word("serve-code-title"), words.word("serve-code-label"), words.word("serve-code-send"));
    let html = format!(
        "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width,initial-scale=1\"><title>{title}</title><h1>{title}</h1>\
         <form method=\"post\" action=\"{}\"><label>{label} <input name=\"code\" inputmode=\"numeric\" \
         autocomplete=\"off\" required autofocus></label> <button>{send}</button></form></html>",
        guard::CODE
    );
    let mut response = Response::html(403, html);
    response.headers.push(("Cache-Control".to_owned(), "no-store".to_owned()));
    response
}
