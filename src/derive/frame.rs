//! What is the same on all pages of a site.
//!
//! In: settings and counts. Out: the value that templates see as `site`.
//! Never holds the day: a page must not change only because time passed.

use serde::Serialize;
use tera::Value;

use super::region;
use crate::record::City;
use crate::record::Entry;
use crate::record::{KINDS, Scope};

/// The value `site`.
#[derive(Serialize)]
struct Frame {
    kind: &'static str,
    id: String,
    name: String,
    lang: &'static str,
    description: String,
    sample: bool,
    generator: String,
    region_path: Vec<region::Step>,
    community_type: &'static str,
    nav: Vec<NavItem>,
    contact: Contact,
    footer: Foot,
    /// The page of the rules cited, where there is one.
    law: Option<&'static str>,
    /// The page of all that was sealed, where there is a ledger.
    history: Option<&'static str>,
    base_url: String,
}

#[derive(Serialize)]
struct NavItem {
    key: &'static str,
    url: String,
    /// First part of the addresses of its pages; empty for the home page.
    folder: &'static str,
    count: usize,
}

#[derive(Serialize, Default)]
struct Contact {
    phone: Option<String>,
    address: Option<String>,
    hours: Option<String>,
    hotline: Option<String>,
    boards: Vec<String>,
}

#[derive(Serialize, Default)]
struct Foot {
    host: Option<String>,
    operator: Option<String>,
    icp: Option<String>,
    police: Option<String>,
    hotline: Option<String>,
    publisher: Option<String>,
}

/// Name and version of the program, as pages tell it.
fn generator() -> String {
    format!("gongkai {}", env!("CARGO_PKG_VERSION"))
}

fn foot(city: &City) -> Foot {
    let written = city.config.footer.as_ref();
    let take = |get: fn(&crate::record::site::Footer) -> &Option<String>| written.and_then(|f| get(f).clone());
    Foot {
        host: take(|f| &f.host),
        operator: take(|f| &f.operator),
        icp: take(|f| &f.icp),
        police: take(|f| &f.police),
        hotline: take(|f| &f.hotline),
        publisher: city.config.publisher.clone(),
    }
}

/// The frame of a community's site.
pub(super) fn community_frame(scope: &Scope<'_>, entries: &[Entry<'_>], law: bool, history: bool) -> Value {
    let community = &scope.corpus.community;
    let contact = community.contact.as_ref();
    let mut nav = vec![
        NavItem { key: "home", url: "index.html".into(), folder: "", count: entries.len() },
        NavItem { key: "catalogue", url: "catalogue/index.html".into(), folder: "catalogue", count: 0 },
    ];
    for kind in KINDS {
        let count = entries.iter().filter(|e| e.kind.name == kind.name).count();
        if count > 0 {
            let url = format!("{}/index.html", kind.folder);
            nav.push(NavItem { key: kind.folder, url, folder: kind.folder, count });
        }
    }
    if scope.catalogue().is_none() {
        nav.retain(|item| item.key != "catalogue");
    }
    let base_url = scope.city.base_url();
    Value::from_serializable(&Frame {
        kind: "community",
        id: scope.corpus.id.clone(),
        name: community.name.value.clone(),
        lang: scope.city.language().tag(),
        description: community.intro.clone().unwrap_or_default(),
        sample: community.sample || scope.city.config.sample,
        generator: generator(),
        region_path: region::steps(scope.city, &community.parent),
        community_type: community.kind.word(),
        nav,
        contact: Contact {
            phone: contact.and_then(|c| c.phone.clone()),
            address: contact.and_then(|c| c.address.clone()),
            hours: contact.and_then(|c| c.hours.clone()),
            hotline: community.hotline.clone(),
            boards: community.boards.clone(),
        },
        footer: foot(scope.city),
        law: law.then_some(crate::route::LAW),
        history: history.then_some(super::history::CHANGELOG),
        base_url: if base_url.is_empty() { base_url } else { format!("{base_url}{}/", scope.corpus.id) },
    })
}

/// The frame of the portal.
pub(super) fn portal_frame(city: &City) -> Value {
    Value::from_serializable(&Frame {
        kind: "portal",
        id: String::new(),
        name: city.config.name.value.clone(),
        lang: city.language().tag(),
        description: String::new(),
        sample: city.config.sample,
        generator: generator(),
        region_path: Vec::new(),
        community_type: "",
        nav: Vec::new(),
        contact: Contact::default(),
        footer: foot(city),
        law: None,
        history: None,
        base_url: city.base_url(),
    })
}
