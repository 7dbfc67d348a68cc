//! # gongkai (公开)
//!
//! Compiles the disclosure records of villages and urban communities into checked, searchable
//! static sites. The way of a record, in order:
//!
//! 1. [`world`]: the only reader of disk and clock; what cameras wrote into a [`photo`] stays outside.
//! 2. [`load`]: bytes → [`record::Corpus`], one community's typed records
//!    (by way of [`text`], [`yaml`], [`schema`], [`value`], [`record`], [`profile`]).
//! 3. [`validate`]: records against each other and the law → [`diagnostic`]s.
//! 4. [`mod@derive`]: checked records → [`view::Site`], all that pages may show
//!    (feeds and data come from [`mod@format`], prose from [`markdown`], what can be found from [`search`]).
//! 5. [`render`]: views and the theme → [`bundle::Bundle`], addresses and bytes (smaller copies of pictures come from
//!    [`picture`]).
//! 6. [`mod@write`]: bundles → files, whole or not at all.
//!
//! Beside this way: [`ledger`] keeps what was published (`build` shows it, `seal` goes on with it), [`verify`] checks
//! a site by its files alone, [`archive`] makes what is handed over, [`publish`] brings it to where readers find it.
//!
//! [`build`] calls them in this order; [`report`] goes from checked records to one report on many
//! communities. [`mod@import`] goes from the workbooks of secretaries ([`sheet`]) to records, by the columns of
//! their tables ([`layout`]); [`export`] goes back to workbooks; [`pack`] carries a whole community from hand to
//! hand. [`paper`] goes from the
//! same views to sheets that are printed. [`serve`] holds the sites in memory, shows them and
//! follows every save, with the forms of [`editor`], which writes by way of [`edit`]; [`doctor`] looks at the machine.
//! [`cli`] is the command line; [`locale`] holds every word of
//! the program; [`route`] computes addresses; [`clock`] tells where a build's time goes; [`privacy`] is the one recogniser of private numbers that all others ask.

pub mod archive;
pub mod build;
pub mod bundle;
pub mod cli;
pub mod clock;
pub mod derive;
pub mod diagnostic;
pub mod doctor;
pub mod edit;
pub mod editor;
pub mod error;
pub mod export;
pub mod format;
pub mod import;
pub mod layout;
pub mod ledger;
pub mod load;
pub mod locale;
pub mod markdown;
pub mod pack;
pub mod paper;
pub mod photo;
pub mod picture;
pub mod privacy;
pub mod profile;
pub mod publish;
pub mod record;
pub mod render;
pub mod report;
pub mod route;
pub mod schema;
pub mod search;
pub mod serve;
pub mod sheet;
pub mod text;
pub mod validate;
pub mod value;
pub mod verify;
pub mod view;
pub mod world;
pub mod write;
pub mod yaml;
