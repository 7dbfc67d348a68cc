//! `gongkai serve`: the preview, until it is stopped.
//!
//! In: flags. Out: a line for each thing that happens. Never decides what happens: `serve/` does.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use super::args::{Form, Serve};
use super::print;
use super::setting::Setting;
use crate::build::held::{Cause, Hint, Trouble, Update};
use crate::diagnostic::Report;
use crate::error::Error;
use crate::serve::{self, Deadlines, Event, Options};

/// The port that is tried first.
pub(super) const PORT: u16 = 8600;
/// How many names a line tells.
const NAMES: usize = 3;

pub(super) fn run(options: &Serve, setting: &Setting) -> Result<u8, Error> {
    let bar = print::bar(setting);
    let mine = setting.clone();
    let tell = move |event: &Event<'_>| match event {
        Event::Progress(done, of) => {
            bar.set_length(*of as u64);
            bar.set_position(*done as u64);
        }
        other => {
            bar.finish_and_clear();
            say(&mine, other);
        }
    };
    let running = serve::start(Options {
        root: setting.workspace()?,
        port: options.port.unwrap_or(PORT),
        next_port: options.port.is_none(),
        poll: options.poll,
        lan: options.lan,
        today: setting.clock(options.as_of.as_deref())?,
        words: setting.words,
        deadlines: Deadlines::default(),
        tell: Arc::new(tell),
    })?;
    let port = running.address.port();
    let address = format!("http://127.0.0.1:{port}/");
    let fact = |id: &str| setting.words.text(id, &[("address", address.clone()), ("port", PORT.to_string())]);
    if options.port.is_none() && port != PORT {
        print::say(setting, &fact("serve-next-port"));
    }
    if running.polls && !options.poll {
        print::say(setting, &fact("serve-polls"));
    }
    print::say(setting, &fact("serve-at"));
    if let Some(ip) = own_address().filter(|ip| options.lan && !ip.is_loopback()) {
        let there = format!("http://{ip}:{port}/");
        print::say(setting, &setting.words.text("serve-lan", &[("address", there)]));
    }
    print::result(&address);
    if options.open && open::that_detached(&address).is_err() {
        print::say(setting, &fact("serve-no-browser"));
    }
    loop {
        std::thread::park();
    }
}

/// The address by which other devices reach this one. Nothing is sent: the system only says which way it would go.
fn own_address() -> Option<IpAddr> {
    let socket = std::net::UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    socket.local_addr().ok().map(|address| address.ip())
}

fn say(setting: &Setting, event: &Event<'_>) {
    match event {
        Event::Progress(..) => {}
        Event::Ready { communities, records, took, trouble } => {
            let facts =
                [("communities", communities.to_string()), ("records", records.to_string()), ("took", millis(*took))];
            print::say(setting, &setting.words.text("serve-ready", &facts));
            mistakes(setting, trouble);
        }
        Event::Updated { update, hint, took, trouble } => {
            print::say(setting, &updated(setting, update, hint, *took));
            mistakes(setting, trouble);
        }
        Event::Followed(took) if setting.verbose => {
            print::say(setting, &setting.words.text("serve-followed", &[("took", millis(*took))]));
        }
        Event::Followed(_) => {}
        Event::Code(code) => {
            eprintln!("{}", setting.words.text("serve-code", &[("code", format!("{}-{}", &code[..4], &code[4..]))]))
        }
        Event::Failed(error) => print::error(setting, error),
    }
}

/// What was made again and why: "c0001：content/…/a.md 改了；3 个文件不同，用时 12 毫秒".
fn updated(setting: &Setting, update: &Update, hint: &Hint, took: Duration) -> String {
    let words = setting.words;
    let cause = match update.communities.first().map(|(_, cause)| cause) {
        Some(Cause::File(path)) => words.text("serve-why-file", &[("path", path)]),
        Some(Cause::First) => words.word("serve-why-first"),
        Some(Cause::Settings) => words.word("serve-why-settings"),
        Some(Cause::Theme) => words.word("serve-why-theme"),
        None if update.theme => words.word("serve-why-theme"),
        None if update.settings => words.word("serve-why-settings"),
        None => {
            let first = match hint {
                Hint::Paths(paths) => paths.iter().next().cloned().unwrap_or_default(),
                Hint::Everything => String::new(),
            };
            return words.text("serve-same", &[("path", first), ("took", millis(took))]);
        }
    };
    let names: Vec<&str> = update.communities.iter().map(|(id, _)| id.as_str()).collect();
    let mut who = names[..names.len().min(NAMES)].join(", ");
    if names.len() > NAMES {
        who = words.text("serve-and-more", &[("who", who), ("count", names.len().to_string())]);
    }
    let facts = [("cause", cause), ("who", who), ("changed", update.changed.to_string()), ("took", millis(took))];
    words.text(if names.is_empty() { "serve-updated-all" } else { "serve-updated" }, &facts)
}

fn mistakes(setting: &Setting, trouble: &[Trouble]) {
    let mut reports: Vec<Report> = Vec::new();
    for one in trouble {
        match one {
            Trouble::Report(report) => reports.push((**report).clone()),
            Trouble::Other(error) => print::error(setting, error),
        }
    }
    print::reports(setting, Form::Long, &reports);
    if !trouble.is_empty() {
        print::say(setting, &setting.words.text("serve-trouble", &[("count", trouble.len().to_string())]));
    }
}

fn millis(time: Duration) -> String {
    time.as_millis().to_string()
}
