//! A page as a visitor meets it.
//!
//! In: an HTML file of the output. Out: what stands in `<main>`, line by line, and its elements.
//! Never shows markup.

use std::fs;
use std::path::Path;

use scraper::{ElementRef, Html, Node, Selector};

/// A page that was read.
pub struct Page {
    /// Its path in the output.
    pub route: String,
    /// The parsed document.
    pub html: Html,
}

impl Page {
    /// Reads the page at `route` of an output folder.
    pub fn read(output: &Path, route: &str) -> Self {
        let text = fs::read_to_string(output.join(route)).unwrap_or_else(|e| panic!("{route}: {e}"));
        Self { route: route.to_owned(), html: Html::parse_document(&text) }
    }

    /// The elements that a CSS selector finds.
    pub fn all<'p>(&'p self, selector: &str) -> Vec<ElementRef<'p>> {
        let parsed = Selector::parse(selector).unwrap_or_else(|e| panic!("{selector}: {e}"));
        let found: Vec<_> = self.html.select(&parsed).collect();
        found
    }

    /// The text of `<main>`: a line for each block, words within a block on one line.
    pub fn main(&self) -> String {
        let main = self.all("main");
        assert_eq!(main.len(), 1, "{}: one <main>", self.route);
        text_of(main[0])
    }
}

/// Elements that do not begin a line of their own.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "cite", "code", "data", "dfn", "em", "i", "kbd", "label", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u", "var",
];

/// The visible text below an element.
pub fn text_of(element: ElementRef<'_>) -> String {
    let mut lines = vec![String::new()];
    gather(element, &mut lines);
    let tidy = |line: &String| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out: String = lines.iter().map(tidy).filter(|l| !l.is_empty()).map(|l| l + "\n").collect();
    out.truncate(out.trim_end().len());
    out
}

fn gather(element: ElementRef<'_>, lines: &mut Vec<String>) {
    for child in element.children() {
        match child.value() {
            Node::Text(text) => lines.last_mut().expect("never empty").push_str(text),
            Node::Element(inner) => {
                if matches!(inner.name(), "script" | "style" | "template" | "noscript") {
                    continue;
                }
                let block = !INLINE.contains(&inner.name());
                if block {
                    lines.push(String::new());
                }
                gather(ElementRef::wrap(child).expect("an element"), lines);
                if block {
                    lines.push(String::new());
                } else {
                    // Two inline boxes beside each other are two words to a reader.
                    lines.last_mut().expect("never empty").push(' ');
                }
            }
            _ => {}
        }
    }
}
