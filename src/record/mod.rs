//! The kinds of record.
//!
//! In: a node and a reader. Out: typed records with their checks, facts and views.
//! Never reads files or renders pages. A new kind is one file here and one line in `kinds!`.

mod city;
pub mod common;
pub mod community;
mod corpus;
pub mod decision;
pub mod destination;
pub mod disclosure;
mod entry;
pub mod evaluation;
mod evidence;
pub mod facet;
pub mod facts;
pub mod finance;
mod ground;
pub mod indicator;
pub mod kind;
mod neighbour;
pub mod page;
mod page_link;
pub mod project;
pub mod query;
pub mod register;
pub mod site;
pub mod table_view;
pub mod target;
pub mod web_address;
mod withheld;

pub use city::City;
pub use common::Common;
pub use corpus::{Corpus, LeftOut};
pub use entry::Entry;
pub use evidence::{Photograph, is_picture};
pub use facet::Facet;
pub use facts::{Card, Facts};
pub use ground::Ground;
pub use kind::{Format, Growth, Kind, Record, Scope};
pub use neighbour::{Neighbour, Neighbours};
pub use page_link::PageLink;
pub use withheld::Withheld;

crate::kinds! {
    Decision(decision::Decision),
    Disclosure(disclosure::Disclosure),
    Finance(finance::Finance),
    Evaluation(evaluation::Evaluation),
    Project(project::Project),
    Register(register::Register),
    Indicator(indicator::Indicator),
    Query(query::Query),
    Page(page::Page),
}
