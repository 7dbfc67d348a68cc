//! A workspace in which every free text can be replaced.
//!
//! In: a workspace. Out: the places of its texts that nobody checks against anything, and the workspace with other texts
//! in them. Never changes what the program would then refuse: dates, amounts, names that refer to something.

use std::collections::{BTreeMap, BTreeSet};

use gongkai::diagnostic::{Severity, Sink, Sources};
use gongkai::yaml::{self, Node, NodeKind};

use super::site::SiteTest;
use super::tree::Tree;

/// One text of a record, a setting or a table.
#[derive(Debug, Clone)]
pub struct Place {
    /// The file, from the workspace root.
    pub path: String,
    line: usize,
    start: usize,
    end: usize,
    /// Whether it is a cell of a table.
    cell: bool,
    /// Whether it is a path of regions, whose names `/` parts.
    pub regions: bool,
}

/// Where free texts stand, and the files as they were.
pub struct Poison {
    pub places: Vec<Place>,
    files: BTreeMap<String, String>,
    /// Files that hold prose.
    prose: Vec<String>,
}

impl Poison {
    /// Finds out by trying: whatever the check refuses is put back, until it refuses nothing.
    pub fn of(site: &SiteTest) -> Self {
        let (mut places, mut files, mut prose) = (Vec::new(), BTreeMap::new(), Vec::new());
        for (path, file) in Tree::read(&site.path("content")).0 {
            let path = format!("content/{path}");
            let Ok(text) = String::from_utf8(file.bytes) else { continue };
            let (from, to) = match path.rsplit_once('.').map(|(_, ending)| ending) {
                Some("yaml") => (0, text.len()),
                Some("md") => {
                    let end = text[4..].find("\n---\n").expect("front matter") + 5;
                    prose.push(path.clone());
                    (4, end)
                }
                Some("csv") => {
                    cells(&path, &text, &mut places);
                    files.insert(path, text);
                    continue;
                }
                _ => continue,
            };
            let (mut sources, mut sink) = (Sources::default(), Sink::default());
            let id = sources.add(&path, text.as_str());
            let node =
                yaml::parse(id, &text[from..to], from, &mut sink).unwrap_or_else(|| panic!("{path} is not sound"));
            scalars(&path, &text, "", &node, &mut places);
            files.insert(path, text);
        }
        let mut poison = Self { places, files, prose };
        poison.settle(site);
        poison
    }

    fn settle(&mut self, site: &SiteTest) {
        for _ in 0..60 {
            let before = self.places.len();
            self.write(site, &|at| format!("GK{at}Z"), None);
            let errors: Vec<(String, usize)> = site
                .check()
                .reports
                .into_iter()
                .filter(|r| r.severity == Severity::Error)
                .map(|r| (r.place.path.clone(), r.place.line))
                .collect();
            if errors.is_empty() {
                self.restore(site);
                return;
            }
            let lines: BTreeSet<(&str, usize)> = errors.iter().map(|(path, line)| (path.as_str(), *line)).collect();
            self.places.retain(|p| !lines.contains(&(p.path.as_str(), p.line)));
            if self.places.len() == before {
                // What is wrong is told elsewhere than where it was changed: the last text of each file that is told of goes.
                let told: BTreeSet<&str> = errors.iter().map(|(path, _)| path.as_str()).collect();
                for path in told {
                    if let Some(last) = self.places.iter().rposition(|p| p.path == path) {
                        self.places.remove(last);
                    }
                }
            }
            assert!(self.places.len() < before, "no place explains {errors:?}");
        }
        panic!("the check goes on refusing");
    }

    /// Writes the workspace with these texts in its places, and prose behind each record's own.
    pub fn write(&self, site: &SiteTest, text: &dyn Fn(usize) -> String, prose: Option<&str>) {
        let mut files = self.files.clone();
        // From the end, so that places before stay where they are.
        for (at, place) in self.places.iter().enumerate().rev() {
            let file = files.get_mut(&place.path).expect("a file of the workspace");
            let new = text(at);
            let written = if place.cell {
                format!("\"{}\"", new.replace(['\n', '\r'], " ").replace('"', "\"\""))
            } else {
                serde_json::to_string(&new).expect("text")
            };
            file.replace_range(place.start..place.end, &written);
        }
        for path in self.prose.iter().filter(|_| prose.is_some()) {
            let file = files.get_mut(path).expect("a file of the workspace");
            file.push_str(&format!("\n\n{}\n", prose.unwrap_or_default()));
        }
        for (path, text) in files {
            site.write(&path, text);
        }
    }

    fn restore(&self, site: &SiteTest) {
        for (path, text) in &self.files {
            site.write(path, text);
        }
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

fn scalars(path: &str, text: &str, key: &str, node: &Node, places: &mut Vec<Place>) {
    match &node.kind {
        NodeKind::Null => {}
        NodeKind::List(items) => items.iter().for_each(|item| scalars(path, text, key, item, places)),
        NodeKind::Map(entries) => {
            entries.iter().for_each(|entry| scalars(path, text, &entry.key, &entry.value, places))
        }
        NodeKind::Scalar { text: value, .. } => {
            let (start, end) = (node.span.start as usize, node.span.end as usize);
            let written = &text[start..end];
            // Texts over several lines and numbers stay.
            let one = written == value || (written.starts_with(['"', '\'']) && !written.contains('\n'));
            let address = written.starts_with("http");
            if one && !address && value.chars().any(char::is_alphabetic) {
                let regions = matches!(key, "上级" | "路径");
                places.push(Place {
                    path: path.to_owned(),
                    line: line_of(text, start),
                    start,
                    end,
                    cell: false,
                    regions,
                });
            }
        }
    }
}

fn cells(path: &str, text: &str, places: &mut Vec<Place>) {
    let mut start = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let body = line.trim_end_matches(['\n', '\r']);
        if number > 0 && !body.contains('"') {
            let mut at = start;
            for cell in body.split(',') {
                if cell.chars().any(char::is_alphabetic) {
                    let end = at + cell.len();
                    places.push(Place {
                        path: path.to_owned(),
                        line: number + 1,
                        start: at,
                        end,
                        cell: true,
                        regions: false,
                    });
                }
                at += cell.len() + 1;
            }
        }
        start += line.len();
    }
}
