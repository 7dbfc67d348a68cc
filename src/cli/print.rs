//! Everything that is printed.
//!
//! In: reports and errors. Out: text on the terminal, long, short or JSON. Never decides an exit code.

use std::io::{IsTerminal, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::args::Form;
use super::setting::Setting;
use crate::diagnostic::{Place, Report, Severity};
use crate::error::Error;

/// Prints reports in the form asked for. JSON goes to standard output, all else to standard error.
pub(super) fn reports(setting: &Setting, form: Form, reports: &[Report]) {
    match form {
        Form::Json => json(setting, reports),
        Form::Short => short(setting, reports),
        Form::Long => long(setting, reports),
    }
}

#[derive(Serialize)]
struct Json<'a> {
    code: &'a str,
    severity: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    message: String,
    help: Option<String>,
    basis: Option<String>,
}

fn json(setting: &Setting, reports: &[Report]) {
    let mut out = std::io::stdout().lock();
    for report in reports {
        let line = Json {
            code: &report.code,
            severity: report.severity.word(),
            file: &report.place.path,
            line: report.place.line,
            column: report.place.column,
            message: report.sentence(setting.words),
            help: report.help(setting.words),
            basis: report.basis.as_ref().map(ToString::to_string),
        };
        let text = serde_json::to_string(&line).unwrap_or_default();
        // A closed pipe is no reason to fail.
        let _ = writeln!(out, "{text}");
    }
}

fn short(setting: &Setting, reports: &[Report]) {
    let mut out = std::io::stderr().lock();
    for report in reports {
        let Place { path, line, column, .. } = &report.place;
        let severity = setting.words.word(&format!("severity-{}", report.severity.word()));
        let _ = writeln!(out, "{path}:{line}:{column}: {severity} {}: {}", report.code, report.sentence(setting.words));
    }
}

fn long(setting: &Setting, reports: &[Report]) {
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = std::io::stderr().lock();
    for report in reports {
        let _ = writeln!(out, "{}\n", long_text(setting, report, &renderer));
    }
}

fn long_text(setting: &Setting, report: &Report, renderer: &Renderer) -> String {
    let words = setting.words;
    let name = words.word(&format!("severity-{}", report.severity.word()));
    let level = match report.severity {
        Severity::Error => Level::ERROR,
        Severity::Finding | Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let message = report.sentence(setting.words);
    let mut group = Group::with_title(level.with_name(name).primary_title(message).id(report.code.as_str()));
    group = group.element(snippet(&report.place, AnnotationKind::Primary));
    for place in &report.related {
        group = group.element(snippet(place, AnnotationKind::Context));
    }
    if let Some(help) = report.help(setting.words) {
        group = group.element(Level::HELP.with_name(words.word("label-help")).message(help));
    }
    if let Some(basis) = &report.basis {
        group = group.element(Level::NOTE.with_name(words.word("label-basis")).message(basis.to_string()));
    }
    renderer.render(&[group]).to_string()
}

fn snippet(place: &Place, kind: AnnotationKind) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let (start, end) = place.mark;
    Snippet::source(place.excerpt.as_str())
        .path(place.path.as_str())
        .line_start(place.line)
        .annotation(kind.span(start..end.max(start)))
}

/// Prints an error of the world outside, or the mistakes of a theme one by one.
pub(super) fn error(setting: &Setting, error: &Error) {
    if let Error::Theme(reports) = error {
        return long(setting, reports);
    }
    eprintln!("{}: {}", setting.words.word("severity-error"), error.told(setting.words));
}

/// Prints a line for people on standard error, unless they asked for quiet.
pub(super) fn say(setting: &Setting, text: &str) {
    if !setting.quiet {
        eprintln!("{text}");
    }
}

/// Keeps the window open, where the program has one of its own, until somebody has read it.
pub(super) fn wait(setting: &Setting) {
    if std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        eprintln!("{}", setting.words.word("press-enter"));
        let _ = std::io::stdin().read_line(&mut String::new());
    }
}

/// Prints what a command was asked for, on standard output.
pub(super) fn result(text: &str) {
    let mut out = std::io::stdout().lock();
    // A closed pipe is no reason to fail.
    let _ = writeln!(out, "{text}");
}

/// Writes what a command was asked for onto standard output, byte by byte.
pub(super) fn bytes(bytes: &[u8]) {
    let mut out = std::io::stdout().lock();
    // A closed pipe is no reason to fail.
    let _ = out.write_all(bytes).and_then(|()| out.flush());
}

/// A line that tells how far the work has come; hidden where nobody looks.
pub(super) fn bar(setting: &Setting) -> ProgressBar {
    let bar = if setting.show_progress() { ProgressBar::new(0) } else { ProgressBar::hidden() };
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
