//! A secretary without scripts: opens pages of the editor, fills in boxes, presses buttons.
//!
//! In: a workspace. Out: pages as they come back, files as they are afterwards. Never opens a socket.

use std::fs;

use gongkai::editor::{self, Desk};
use gongkai::locale::{Language, messages};
use gongkai::serve::exchange::{Form, Method, Request, Response, Upload};
use gongkai::world::DiskWorld;
use scraper::{ElementRef, Html, Selector};

use super::TODAY;
use super::site::SiteTest;
use super::tree::Tree;

/// The forms of the editor that are filled in.
const FORMS: &str = "form[data-record], form[data-conflict], form[data-import]";

/// The editor over a workspace.
pub struct Secretary<'s> {
    world: DiskWorld,
    site: &'s SiteTest,
}

/// A page of the editor.
pub struct Sheet {
    /// What came back.
    pub response: Response,
    /// The page.
    pub html: Html,
    /// Where it was found.
    pub address: String,
}

fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

impl<'s> Secretary<'s> {
    /// Sits down at a workspace.
    pub fn at(site: &'s SiteTest) -> Self {
        Self { world: DiskWorld::new(site.root(), TODAY), site }
    }

    fn ask(&self, address: &str, form: Option<Form>) -> Sheet {
        let words = messages(Language::Chinese);
        let desk = Desk { world: &self.world, root: self.site.root(), token: "geheim", words };
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let pairs = query.split('&').filter(|p| !p.is_empty());
        let query = pairs.map(|p| p.split_once('=').unwrap_or((p, ""))).map(|(n, v)| (decode(n), decode(v))).collect();
        let method = if form.is_some() { Method::Post } else { Method::Get };
        let request = Request { method, path: decode(path), query, form: form.unwrap_or_default() };
        let response = editor::answer(&desk, &request);
        if response.status == 303 {
            let to = response.headers.iter().find(|(n, _)| n == "Location").expect("a place to go").1.clone();
            return self.ask(&to, None);
        }
        let html = Html::parse_document(&String::from_utf8_lossy(&response.body));
        Sheet { response, html, address: address.to_owned() }
    }

    /// Opens a page.
    pub fn open(&self, address: &str) -> Sheet {
        self.ask(address, None)
    }

    /// Sends a page's form with some boxes filled in and one button pressed.
    pub fn press(&self, sheet: &Sheet, button: &str, typed: &[(&str, &str)]) -> Sheet {
        self.send(sheet, button, typed, Vec::new())
    }

    /// The same with files.
    pub fn send(&self, sheet: &Sheet, button: &str, typed: &[(&str, &str)], files: Vec<Upload>) -> Sheet {
        let mut fields = sheet.fields();
        for (name, value) in typed {
            let known = fields.iter_mut().find(|(n, _)| n == name);
            let (_, place) = known.unwrap_or_else(|| panic!("{}: no box {name}", sheet.address));
            *place = (*value).to_owned();
        }
        // A browser sends lines with both signs at their end.
        for (_, value) in &mut fields {
            *value = value.replace("\r\n", "\n").replace('\n', "\r\n");
        }
        fields.push(("_do".into(), button.into()));
        let action = all(&sheet.html, FORMS)[0].value().attr("action").expect("an action");
        self.ask(action, Some(Form { fields, files }))
    }

    /// Sends names and values as they are.
    pub fn post(&self, address: &str, fields: &[(&str, &str)]) -> Sheet {
        let fields = fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        self.ask(address, Some(Form { fields, files: Vec::new() }))
    }
}

impl Sheet {
    /// The boxes of its form, as a browser sends them.
    pub fn fields(&self) -> Vec<(String, String)> {
        fields_of(&self.html).unwrap_or_else(|| panic!("{}: no form:\n{}", self.address, self.text()))
    }

    /// The value of a box.
    pub fn value(&self, name: &str) -> String {
        let fields = self.fields();
        let found = fields.into_iter().find(|(n, _)| n == name);
        found.unwrap_or_else(|| panic!("{}: no box {name}", self.address)).1
    }

    /// The words of all places that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let words =
            |e: ElementRef<'_>| e.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        all(&self.html, selector).into_iter().map(words).collect()
    }

    /// The addresses of all links that a selector finds.
    pub fn links(&self, selector: &str) -> Vec<String> {
        all(&self.html, selector).iter().filter_map(|e| e.value().attr("href")).map(str::to_owned).collect()
    }

    /// All its words.
    pub fn text(&self) -> String {
        self.texts("body").join("\n")
    }
}

/// The boxes of the form on a page, as a browser sends them; none where it has no form.
pub fn fields_of(html: &Html) -> Option<Vec<(String, String)>> {
    let form = all(html, FORMS);
    let form = form.first()?;
    let boxes = Selector::parse("input, select, textarea").expect("a selector");
    let mut found = Vec::new();
    for element in form.select(&boxes) {
        let value = element.value();
        // What stands in a template is no part of the form.
        let Some(name) = value.attr("name").filter(|n| !n.contains("{n}")) else { continue };
        let text = match value.name() {
            "textarea" => element.text().collect::<String>(),
            "select" => {
                let chosen = Selector::parse("option[selected]").expect("a selector");
                let option = element.select(&chosen).next();
                option.map_or_else(String::new, |o| {
                    o.value().attr("value").map_or_else(|| o.text().collect(), str::to_owned)
                })
            }
            _ if value.attr("type") == Some("file") => continue,
            _ => value.attr("value").unwrap_or_default().to_owned(),
        };
        found.push((name.to_owned(), text));
    }
    Some(found)
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        match (first, tail) {
            (b'%', [a, b, after @ ..]) => {
                let hex = std::str::from_utf8(&[*a, *b]).ok().and_then(|h| u8::from_str_radix(h, 16).ok());
                bytes.push(hex.expect("two digits"));
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// The sample's village alone.
pub fn village() -> SiteTest {
    let site = SiteTest::sample();
    for entry in fs::read_dir(site.path("content/communities")).expect("communities").flatten() {
        if entry.file_name() != "junying" {
            fs::remove_dir_all(entry.path()).expect("a folder of this test");
        }
    }
    site
}

/// The files of a workspace's content and their bytes.
pub fn content(site: &SiteTest) -> Vec<(String, Vec<u8>)> {
    Tree::read(&site.path("content")).0.into_iter().map(|(path, file)| (path, file.bytes)).collect()
}
