//! The one test program: every test of gongkai that is not a unit test.
//!
//! In: the library, the binary, the sample in `content/`, the files beside this folder.
//! Out: passes or says in full what a user would have seen. Never writes outside temporary folders,
//! except expectations when `GONGKAI_BLESS=1`.

mod kit;

mod access;
mod accounts;
mod answers;
mod archive_index;
mod archive_sheets;
mod books;
mod cases;
mod cli;
mod contexts;
mod corpora;
mod determinism;
mod doorkeeper;
mod editor;
mod editor_input;
mod faults;
mod full_disk;
mod hostile;
mod hostile_packs;
mod hostile_tables;
mod hosting;
mod import;
mod import_mistakes;
mod incremental;
mod killed;
mod kiosk;
mod law;
mod ledger;
mod ledger_archive;
mod ledger_days;
mod ledger_keys;
mod ledger_peers;
mod ledger_restart;
#[cfg(feature = "sm")]
mod ledger_sm2;
mod ledger_years;
mod lists;
mod lossless;
mod matrix;
mod mistakes;
mod money;
mod open_data;
mod packs;
mod pages;
mod photographs;
mod pictures;
mod portals;
mod print;
mod privacy;
mod privacy_site;
mod publish;
mod publish_plan;
mod publish_servers;
mod readers;
mod registers;
mod report;
mod robustness;
mod sample;
mod sanitised;
mod search;
mod search_blocks;
mod search_privacy;
mod secretary;
mod serve;
mod shards;
mod share;
mod stamps;
mod supply;
mod templates;
mod themes;
mod tidy;
mod timings;
mod tongues;
mod web;
mod write;
