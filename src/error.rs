//! What goes wrong outside the records: disk, network, flags, configuration.
//!
//! In: an I/O error and what was being done. Out: an error with its exit code.
//! Never used for mistakes in records: those are diagnostics.

use std::fmt;
use std::io;

use crate::bundle::Clash;
use crate::diagnostic::Report;

/// An error of the world outside, with the action that met it.
#[derive(Debug)]
pub enum Error {
    /// The command line cannot be understood; exit code 2.
    Usage(String),
    /// `site.yaml`, the theme or a profile cannot be used; exit code 3.
    Configuration(String),
    /// A template lets something through that pages may not hold; exit code 3.
    Markup {
        /// The template.
        template: String,
        /// The page, from the root of its site; the name of a sheet that stands alone.
        page: String,
        /// The element, and the attribute where it is one: `<a onclick>`.
        what: String,
    },
    /// Mistakes in the files of the theme, each with its place; exit code 3.
    Theme(Vec<Report>),
    /// Reading or writing failed; exit code 4.
    Io {
        /// Fluent id of the action, such as `io-read`.
        action: &'static str,
        /// The path it was done to.
        path: String,
        /// What the system said.
        cause: io::Error,
    },
    /// A place on the network cannot be reached or refuses; exit code 5.
    Network {
        /// Fluent id of what went wrong, such as `network-login`.
        action: &'static str,
        /// The place it went wrong at.
        path: String,
        /// What the other side said.
        cause: String,
    },
}

impl Error {
    /// An I/O error met while doing `action` to `path`.
    pub fn io(action: &'static str, path: impl fmt::Display, cause: io::Error) -> Self {
        Self::Io { action, path: path.to_string(), cause }
    }

    /// Two parts of a site claim one address.
    pub(crate) fn clash(clash: Clash) -> Self {
        Self::Configuration(format!("same address twice: {clash}"))
    }

    /// All values, or all that went wrong as one error: mistakes of the theme are gathered, each told once with the
    /// number of further pages that show it; any other error comes before them.
    ///
    /// # Errors
    /// Where any of the results is one.
    pub fn gather<T>(results: Vec<Result<T, Self>>) -> Result<Vec<T>, Self> {
        let (mut values, mut all): (Vec<T>, Vec<Report>) = (Vec::new(), Vec::new());
        for result in results {
            match result {
                Ok(value) => values.push(value),
                Err(Self::Theme(reports)) => reports.into_iter().for_each(|report| gather_in(&mut all, report)),
                Err(other) => return Err(other),
            }
        }
        if all.is_empty() { Ok(values) } else { Err(Self::Theme(all)) }
    }

    /// The error in a language.
    pub fn told(&self, words: &crate::locale::Messages) -> String {
        match self {
            Self::Io { action, path, cause } => {
                words.text(action, &[("path", path.clone()), ("cause", cause.to_string())])
            }
            Self::Markup { template, page, what } => {
                words.text("markup-refused", &[("template", template), ("page", page), ("what", what)])
            }
            Self::Network { action, path, cause } => {
                words.text(action, &[("path", path.clone()), ("cause", cause.clone())])
            }
            Self::Theme(reports) => {
                let line = |r: &Report| {
                    let place = &r.place;
                    format!("{}:{}:{}: {} {}", place.path, place.line, place.column, r.code, r.sentence(words))
                };
                reports.iter().map(line).collect::<Vec<_>>().join("\n")
            }
            other => other.to_string(),
        }
    }

    /// The process exit code that product documentation promises.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Configuration(_) | Self::Markup { .. } | Self::Theme(_) => 3,
            Self::Io { .. } => 4,
            Self::Network { .. } => 5,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Configuration(text) => f.write_str(text),
            Self::Markup { template, page, what } => write!(f, "{template}: {page}: {what}"),
            Self::Theme(reports) => {
                for Report { place, code, .. } in reports {
                    writeln!(f, "{}:{}:{}: {code}", place.path, place.line, place.column)?;
                }
                Ok(())
            }
            Self::Io { action, path, cause } => write!(f, "{action}: {path}: {cause}"),
            Self::Network { action, path, cause } => write!(f, "{action}: {path}: {cause}"),
        }
    }
}

impl std::error::Error for Error {}

/// Adds a report to others; where one tells of the same place already, that one counts a page more.
fn gather_in(all: &mut Vec<Report>, report: Report) {
    let fact = |r: &Report, name: &str| r.args.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let pages = |r: &Report| 1 + fact(r, "others").and_then(|n| n.parse::<usize>().ok()).unwrap_or_default();
    let same =
        |r: &&mut Report| r.code == report.code && r.place == report.place && fact(r, "what") == fact(&report, "what");
    let more = pages(&report);
    match all.iter_mut().find(same) {
        Some(known) => {
            let others = (pages(known) + more - 1).to_string();
            known.args.iter_mut().filter(|(key, _)| key == "others").for_each(|(_, value)| value.clone_from(&others));
        }
        None => all.push(report),
    }
}
