//! A judge of published files, with lists of its own.
//!
//! In: every file of an output. Out: what could run, fetch, lead astray, or be taken for something else. Parses with
//! parsers of others; shares no list with the program.

use std::collections::HashSet;

use quick_xml::events::Event;
use scraper::{Html, Node};

use super::tree::Tree;

const ELEMENTS: &str = " html head title meta link body header footer main nav section article aside div h1 h2 h3 h4 h5 h6 \
    p hr pre blockquote ol ul li dl dt dd figure figcaption details summary a em strong small s cite q abbr ruby rt rp \
    data time code kbd sub sup i b u mark bdi span br wbr ins del table caption colgroup col thead tbody tfoot tr td th \
    form label input button select datalist optgroup option textarea output progress meter fieldset legend noscript \
    script img picture source svg g defs path rect circle line polyline polygon text tspan use symbol desc template \
    search address ";

/// Everything in an output that may not be there; one line a finding.
pub fn complaints(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, file) in &tree.0 {
        let mut say = |what: String| found.push(format!("{path}: {what}"));
        let Ok(text) = std::str::from_utf8(&file.bytes) else { continue };
        match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("html") => page(text, &mut say),
            Some("json") => json(text, &mut say),
            Some("js") if text.starts_with("gk") => data_script(text, &mut say),
            Some("xml") => xml(text, &mut say),
            Some("csv") if !path.contains("/files/") => table(text, &mut say),
            Some("ics") => calendar(text, &mut say),
            _ => {}
        }
    }
    found
}

fn page(text: &str, say: &mut dyn FnMut(String)) {
    let html = Html::parse_document(text);
    let known: HashSet<&str> = ELEMENTS.split_whitespace().collect();
    for node in html.tree.nodes() {
        let Node::Element(element) = node.value() else { continue };
        let name = element.name();
        if !known.contains(name) {
            say(format!("<{name}>"));
        }
        let get = |wanted: &str| element.attr(wanted);
        if name == "script" {
            let inner: String = node.children().filter_map(|c| c.value().as_text().map(|t| t.to_string())).collect();
            let data = get("type").is_some_and(|t| t == "application/ld+json");
            let sound = if data {
                get("src").is_none() && serde_json::from_str::<serde_json::Value>(&inner).is_ok()
            } else {
                get("src").is_some() && inner.trim().is_empty()
            };
            if !sound {
                say(format!("a script of its own: {inner}"));
            }
        }
        for (attribute, value) in element.attrs() {
            let lower = attribute.to_ascii_lowercase();
            let fetches = matches!(lower.as_str(), "src" | "srcset" | "poster" | "action" | "data" | "cite");
            let leads = lower.ends_with("href");
            let bad = if lower.starts_with("on") || matches!(lower.as_str(), "style" | "srcdoc" | "formaction" | "ping")
            {
                true
            } else if lower == "http-equiv" {
                !value.eq_ignore_ascii_case("content-security-policy")
            } else if fetches || (leads && matches!(name, "use" | "image")) {
                !within(value)
            } else if leads {
                !within(value) && !["http://", "https://", "mailto:", "tel:"].iter().any(|s| value.starts_with(s))
            } else {
                !lower.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':' | b'_'))
            };
            if bad {
                say(format!("<{name} {attribute}=\"{value}\">"));
            }
        }
    }
}

/// Whether an address stays within the site, for every browser.
fn within(value: &str) -> bool {
    let plain: String = value.chars().filter(|c| !c.is_ascii_control() && !c.is_whitespace()).collect();
    let head = plain.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    !head.contains(':') && !plain.starts_with("//") && !plain.starts_with('\\') && !plain.starts_with("/\\")
}

fn json(text: &str, say: &mut dyn FnMut(String)) {
    if let Err(error) = serde_json::from_str::<serde_json::Value>(text) {
        say(format!("no JSON: {error}"));
    }
}

/// One call with a name and data, and nothing that an old engine or a page would end.
fn data_script(text: &str, say: &mut dyn FnMut(String)) {
    let inner =
        text.strip_prefix("gk").and_then(|t| t.split_once('(')).and_then(|(_, t)| t.trim_end().strip_suffix(");"));
    let sound = inner.is_some_and(|inner| serde_json::from_str::<serde_json::Value>(&format!("[{inner}]")).is_ok());
    if !sound || text.contains(['<', '\u{2028}', '\u{2029}']) {
        say("a data script holds more than data".to_owned());
    }
}

fn xml(text: &str, say: &mut dyn FnMut(String)) {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let known = " feed title id author name updated link entry published summary urlset url loc lastmod subtitle rights content category ";
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return,
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let name = tag.name().as_ref().to_owned();
                if !known.contains(&format!(" {name} ")) {
                    say(format!("<{name}>"));
                }
                for attribute in tag.attributes().flatten() {
                    let leads = attribute.key.as_ref() == "href";
                    let value = attribute.value.into_owned();
                    if leads && !within(&value) && !value.starts_with("https://") && !value.starts_with("http://") {
                        say(format!("<{name} href=\"{value}\">"));
                    }
                }
            }
            Ok(Event::DocType(_) | Event::PI(_) | Event::CData(_) | Event::Comment(_)) => {
                say("more than elements and text".to_owned());
            }
            Ok(_) => {}
            Err(error) => return say(format!("no XML: {error}")),
        }
    }
}

fn table(text: &str, say: &mut dyn FnMut(String)) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    for row in reader.records() {
        let Ok(row) = row else { return say("no CSV".to_owned()) };
        for cell in row.iter() {
            let formula = cell
                .trim_start_matches([' ', '\u{feff}'])
                .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']);
            if formula && cell.parse::<f64>().is_err() {
                say(format!("a cell that is a formula: {cell:.60}"));
            }
        }
    }
}

fn calendar(text: &str, say: &mut dyn FnMut(String)) {
    let names =
        " BEGIN END VERSION PRODID METHOD X-WR-CALNAME UID DTSTAMP DTSTART DTEND SUMMARY DESCRIPTION URL TRANSP ";
    let mut open = 0_i32;
    for line in text.replace("\r\n ", "").split("\r\n").filter(|line| !line.is_empty()) {
        let name = line.split([':', ';']).next().unwrap_or_default();
        open += i32::from(line == "BEGIN:VEVENT") - i32::from(line == "END:VEVENT");
        if !names.contains(&format!(" {name} ")) || line.contains('\n') || !(0..=1).contains(&open) {
            say(format!("a line of the calendar: {line:.60}"));
        }
    }
}
