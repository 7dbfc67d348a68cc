//! `search/`: a page that finds any text of the site, and the text it looks through.
//!
//! In: entries. Out: the page's view, and its text as one classic script. Never needs a server:
//! the script is loaded from `file://` as well. Right for sites of up to a few hundred records.

use serde::Serialize;
use serde_json::json;

use super::{SiteData, made};
use crate::locale::Messages;
use crate::view::{Page, SiteFile, View};

#[derive(Serialize)]
struct Body {}

/// The search page.
pub fn page(words: &Messages) -> View {
    let page = Page {
        route: "search/index.html".into(),
        title: words.word("page-search"),
        description: String::new(),
        template: "search".into(),
        kind: "search",
        crumbs: Vec::new(),
        body: Body {},
    };
    page.view("search")
}

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let rows: Vec<_> = site
        .entries
        .iter()
        .map(|entry| {
            let date = entry.card.date.map(|d| d.to_string()).unwrap_or_default();
            json!([entry.card.url, entry.card.title, date, entry.card.kind, text(entry)])
        })
        .collect();
    let data = serde_json::Value::Array(rows).to_string();
    // Inside a script, these three could end it or break old engines.
    let safe = data.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    vec![made("search/data.js", format!("var gongkaiSearch={safe};\n"))]
}

/// All words of a record: its published fields and its prose, each once in a line.
fn text(entry: &crate::record::Entry<'_>) -> String {
    let mut out = String::new();
    gather(&entry.data, &mut out);
    if let Some(prose) = &entry.prose {
        for word in prose.split_whitespace() {
            out.push_str(word);
            out.push(' ');
        }
    }
    out.trim_end().to_owned()
}

fn gather(value: &serde_json::Value, out: &mut String) {
    match value {
        serde_json::Value::String(text) => {
            out.push_str(text);
            out.push(' ');
        }
        serde_json::Value::Number(number) => {
            out.push_str(&number.to_string());
            out.push(' ');
        }
        serde_json::Value::Array(list) => list.iter().for_each(|v| gather(v, out)),
        serde_json::Value::Object(map) => map.values().for_each(|v| gather(v, out)),
        serde_json::Value::Null | serde_json::Value::Bool(_) => {}
    }
}
