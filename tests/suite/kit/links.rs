//! Every link of an output leads somewhere.
//!
//! In: an output folder. Out: one line for each link, anchor or piece of markup that breaks a promise.
//! Never follows links to other hosts: it only knows which of them are allowed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::page::Page;
use super::tree::Tree;

/// Schemes that a link for people may have; nothing is fetched from elsewhere.
const ELSEWHERE: &[&str] = &["https://", "http://", "tel:", "mailto:"];

/// Elements whose address the browser fetches by itself.
const FETCHED: &[&str] = &["script", "img", "source", "iframe", "audio", "video", "embed", "object", "track", "input"];

/// Everything that is wrong with the links and the markup of all pages.
pub fn complaints(output: &Path) -> Vec<String> {
    let tree = Tree::read(output);
    let files: BTreeSet<&str> = tree.paths().into_iter().collect();
    let pages: Vec<Page> =
        files.iter().filter(|p| p.ends_with(".html")).map(|route| Page::read(output, route)).collect();
    let anchors: BTreeMap<&str, BTreeSet<&str>> = pages.iter().map(|p| (p.route.as_str(), ids(p))).collect();
    let mut found = Vec::new();
    for page in &pages {
        let mut say = |text: String| found.push(format!("{}: {text}", page.route));
        inline_code(page, &mut say);
        outline(page, &mut say);
        for (element, attribute, link) in links(page) {
            if let Err(reason) = follow(page, &element, &link, &files, &anchors) {
                say(format!("<{element} {attribute}=\"{link}\">: {reason}"));
            }
        }
    }
    found
}

fn ids(page: &Page) -> BTreeSet<&str> {
    page.all("[id]").into_iter().filter_map(|e| e.value().attr("id")).collect()
}

/// Element, attribute and address of every link.
fn links(page: &Page) -> Vec<(String, &'static str, String)> {
    let mut found = Vec::new();
    for element in page.all("*") {
        let name = element.value().name().to_owned();
        for attribute in ["href", "src", "action", "data", "poster", "cite", "formaction", "xlink:href"] {
            if let Some(link) = element.value().attr(attribute) {
                found.push((name.clone(), attribute, link.to_owned()));
            }
        }
        for link in element.value().attr("srcset").into_iter().flat_map(|s| s.split(',')) {
            let address = link.split_whitespace().next().unwrap_or_default();
            found.push((name.clone(), "srcset", address.to_owned()));
        }
    }
    found
}

fn follow(
    page: &Page,
    element: &str,
    link: &str,
    files: &BTreeSet<&str>,
    anchors: &BTreeMap<&str, BTreeSet<&str>>,
) -> Result<(), &'static str> {
    if element == "a" && ELSEWHERE.iter().any(|scheme| link.starts_with(scheme)) {
        return Ok(());
    }
    if link.is_empty() || link.trim() != link {
        return Err("empty, or with blanks around it");
    }
    if link.starts_with('/') || link.starts_with('\\') {
        return Err("does not work below a sub-path or from file://");
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let path = path.split_once('?').map_or(path, |(p, _)| p);
    if path.contains(':') {
        return Err("leads to another host or scheme");
    }
    if path.contains(['\\', ' ', '%']) || !path.is_ascii() {
        return Err("an address of ours is plain ASCII");
    }
    let target = resolve(&page.route, path).ok_or("leads out of the output")?;
    if !files.contains(target.as_str()) {
        return Err("leads to no file");
    }
    let fetched = FETCHED.contains(&element) || element == "link";
    let site = site_of(&page.route, files);
    if fetched && !site.is_some_and(|site| target.starts_with(site)) {
        return Err("fetches a file of another site: a site must be whole by itself");
    }
    let known = |ids: &BTreeSet<&str>| ids.contains(anchor);
    if !anchor.is_empty() && !anchors.get(target.as_str()).is_some_and(known) {
        return Err("there is no such place on that page");
    }
    Ok(())
}

/// The folder, with a slash, of the site that a page belongs to: the nearest one with a manifest.
fn site_of<'r>(route: &'r str, files: &BTreeSet<&str>) -> Option<&'r str> {
    let folders = route.match_indices('/').map(|(at, _)| &route[..=at]).rev().chain([""]);
    folders.into_iter().find(|folder| files.contains(format!("{folder}manifest.json").as_str()))
}

/// The path that `link` on the page at `route` means; `None` where it leaves the output.
fn resolve(route: &str, link: &str) -> Option<String> {
    if link.is_empty() {
        return Some(route.to_owned());
    }
    let mut parts: Vec<&str> = route.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            "" => return Some(String::new()),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// No script, style or handler inside the page: the content security policy is strict.
fn inline_code(page: &Page, say: &mut impl FnMut(String)) {
    for element in page.all("*") {
        let value = element.value();
        let data = value.attr("type").is_some_and(|t| t == "application/ld+json" || t == "application/json");
        match value.name() {
            "style" => say("has an inline style sheet".into()),
            "script" if value.attr("src").is_none() && !data => say("has an inline script".into()),
            "script" if value.attr("type").is_some_and(|t| t == "module") => say("has a module script".into()),
            _ => {}
        }
        for (name, text) in value.attrs() {
            if name == "style" || name.starts_with("on") {
                say(format!("has an inline {name}=\"{text}\""));
            }
            if text.trim_start().to_ascii_lowercase().starts_with("javascript:") {
                say(format!("has a script in {name}=\"{text}\""));
            }
        }
    }
}

/// One `<h1>`, a title, a language, one `<main>`, ids once each.
fn outline(page: &Page, say: &mut impl FnMut(String)) {
    let text = |selector: &str| page.all(selector).iter().map(|e| e.text().collect::<String>()).collect::<Vec<_>>();
    match text("h1").as_slice() {
        [one] if !one.trim().is_empty() => {}
        other => say(format!("has {} <h1>: {other:?}", other.len())),
    }
    match text("head > title").as_slice() {
        [one] if !one.trim().is_empty() => {}
        other => say(format!("has {} <title>: {other:?}", other.len())),
    }
    if page.all("main").len() != 1 {
        say("has not one <main>".into());
    }
    if page.all("html[lang]").is_empty() {
        say("tells no language".into());
    }
    let all = page.all("[id]");
    if all.len() != ids(page).len() {
        let mut seen = BTreeSet::new();
        let twice: Vec<_> = all.iter().filter_map(|e| e.value().attr("id")).filter(|id| !seen.insert(*id)).collect();
        say(format!("has ids twice: {twice:?}"));
    }
    for image in page.all("img").iter().filter(|e| e.value().attr("alt").is_none()) {
        say(format!("has an image without words: {:?}", image.value().attr("src")));
    }
}
