//! `duties.ics`: what is to be published when, as a calendar (RFC 5545).
//!
//! In: the dates that the catalogue sets. Out: one file that phones and offices subscribe to. Never uses the
//! clock: the stamp of an event is its own day.

use super::{SiteData, made};
use crate::route;
use crate::value::{Date, Period};
use crate::view::SiteFile;

/// A day by which something is to be published.
pub struct DueDay {
    /// The last day in time.
    pub date: Date,
    /// Code in the catalogue.
    pub code: String,
    /// For which period.
    pub period: Period,
    /// One line: what is due.
    pub title: String,
    /// Its ground, in words.
    pub basis: String,
}

/// A line may have this many bytes before it is folded (RFC 5545, section 3.1).
const LINE: usize = 75;

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    if site.calendar.is_empty() {
        return Vec::new();
    }
    let mut text = String::new();
    let mut line = |name: &str, value: &str| fold(&mut text, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//gongkai//duties//ZH");
    line("METHOD", "PUBLISH");
    line("X-WR-CALNAME", &escape(site.name));
    for day in site.calendar {
        let stamp = day.date.strftime("%Y%m%d").to_string();
        let next = day.date.tomorrow().unwrap_or(day.date).strftime("%Y%m%d").to_string();
        line("BEGIN", "VEVENT");
        line("UID", &escape(&format!("{}-{}-{}@gongkai.invalid", site.id, day.code, day.period)));
        line("DTSTAMP", &format!("{stamp}T000000Z"));
        line("DTSTART;VALUE=DATE", &stamp);
        line("DTEND;VALUE=DATE", &next);
        line("SUMMARY", &escape(&day.title));
        line("DESCRIPTION", &escape(&day.basis));
        if !site.base_url.is_empty() {
            line("URL", &site.absolute(&route::catalogue_item(&day.code)));
        }
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    vec![made(route::CALENDAR, text)]
}

/// Text in which nothing can be taken for syntax (section 3.3.11).
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Writes one content line, folded between characters, with CRLF.
fn fold(text: &mut String, line: &str) {
    let (mut rest, mut room) = (line, LINE);
    while rest.len() > room {
        let (now, later) = rest.split_at(rest.floor_char_boundary(room));
        text.push_str(now);
        text.push_str("\r\n ");
        // The space counts too.
        (rest, room) = (later, LINE - 1);
    }
    text.push_str(rest);
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters_and_unfold_to_themselves() {
        let line = format!("SUMMARY:{}", "低保、特困人员情况".repeat(20));
        let mut text = String::new();
        fold(&mut text, &line);
        assert!(text.split("\r\n").all(|part| part.len() <= LINE), "{text}");
        assert_eq!(text.replace("\r\n ", ""), format!("{line}\r\n"));
    }

    #[test]
    fn signs_of_the_syntax_are_escaped() {
        assert_eq!(escape("一,二;三\\四\n五\r"), "一\\,二\\;三\\\\四\\n五");
    }
}
