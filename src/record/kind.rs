//! What a kind of record must offer, and the list of kinds.
//!
//! In: one struct a kind. Out: `Body`, which is any of them, and `KINDS`, which stages walk.
//! Never names a kind: the list stands in `record/mod.rs`.

use serde::Serialize;
use tera::Value;

use super::{Body, City, Common, Corpus, Facts, Photograph};
use crate::diagnostic::{Basis, FileId, Sink, Span};
use crate::locale::{self, Messages};
use crate::profile::catalogue::Catalogue;
use crate::profile::matter::{self, Competence};
use crate::profile::rule::{self, DayLimit, Limit, RuleSet};
use crate::schema::{FromNode, Uses};
use crate::value::{Date, ProfileRef, Ref, Target};

/// How a record is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Front matter and Markdown, `.md`.
    Prose,
    /// Plain YAML, `.yaml`.
    Data,
}

/// How a record may change after it was published, other than by a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Growth {
    /// Not at all.
    Fixed,
    /// By additions: what was there stays as it is.
    Adds,
    /// As a whole, under a later date in the field of this English name.
    Dated(&'static str),
}

/// One kind of record: its fields (by `fields!`), checks, facts and views.
pub trait Kind: FromNode + Serialize + Target + Sized + Send + Sync + 'static {
    /// Name in code, templates and exports: `decision`.
    const NAME: &'static str;
    /// How it is written.
    const FORMAT: Format;
    /// How it may change after it was published.
    const GROWTH: Growth = Growth::Fixed;
    /// What schema.org calls it.
    const LINKED: &'static str = "Report";

    /// The body as this kind, where it is of this kind.
    fn from_body(body: &Body) -> Option<&Self> {
        body.any().downcast_ref()
    }

    /// The fields that every record has.
    fn common(&self) -> &Common;

    /// Reports contradictions (errors) and shortfalls (findings) of this record.
    fn check(&self, _me: &Record, _scope: &Scope<'_>, _sink: &mut Sink) {}

    /// The limits of the law that ask for a review of such a record before it is published.
    fn reviewed_by(&self, _scope: &Scope<'_>) -> &'static [&'static str] {
        &[]
    }

    /// What lists, home, catalogue and portal need to know of it.
    fn facts(&self, me: &Record, scope: &Scope<'_>) -> Facts;

    /// What may be published of its fields: all of them, unless the kind withholds some.
    fn data(&self, _me: &Record, _scope: &Scope<'_>) -> serde_json::Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// The last day of the list of persons it holds; none where it holds none, or for ever.
    fn list_until(&self) -> Option<Date> {
        None
    }

    /// The names of that list, as they are written.
    fn listed_names(&self, _scope: &Scope<'_>) -> Vec<String> {
        Vec::new()
    }

    /// The photographs that its page shows, beside those attached and those of its text.
    fn photographs(&self) -> Vec<Photograph<'_>> {
        Vec::new()
    }

    /// What its own page shows beyond its fields.
    fn detail(&self, _me: &Record, _scope: &Scope<'_>) -> Value {
        Value::from_serializable(&serde_json::json!({}))
    }

    /// What the section page of all records of this kind shows beyond their cards.
    fn section(_scope: &Scope<'_>) -> Value {
        Value::from_serializable(&serde_json::json!({}))
    }
}

/// A record that was read.
#[derive(Debug, Clone)]
pub struct Record {
    /// Its typed fields.
    pub body: Body,
    /// File name without ending.
    pub stem: String,
    /// The stem as an address: ASCII, unique within its folder.
    pub slug: String,
    /// The file it was read from.
    pub file: FileId,
    /// Its Markdown text, and where that begins.
    pub prose: Option<(String, Span)>,
    /// What it refers to.
    pub uses: Uses,
}

impl Record {
    /// Its address from the root of its community's site.
    pub fn url(&self) -> String {
        format!("{}/{}.html", self.body.kind().folder, self.slug)
    }

    /// The address of its data, from the root of its community's site.
    pub fn data_url(&self) -> String {
        format!("{}/{}.json", self.body.kind().folder, self.slug)
    }

    /// The address of its rows, where it has a table, from the root of its community's site.
    pub fn rows_url(&self) -> String {
        format!("{}/{}.csv", self.body.kind().folder, self.slug)
    }

    /// The fields that every record has.
    pub fn common(&self) -> &Common {
        self.body.common()
    }
}

/// What one record may look at: its own community, the profiles, the day.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// Site settings, regions and profiles.
    pub city: &'a City,
    /// The community and its records.
    pub corpus: &'a Corpus,
    /// The day the build stands for.
    pub as_of: Date,
}

impl<'a> Scope<'a> {
    /// All records of one kind, in the order of their files.
    pub fn all<K: Kind>(&self) -> impl Iterator<Item = (&'a Record, &'a K)> + use<'a, K> {
        self.corpus.records.iter().filter_map(|r| K::from_body(&r.body).map(|k| (r, k)))
    }

    /// The record that a reference means.
    pub fn find<K: Kind>(&self, reference: &Ref<K>) -> Option<(&'a Record, &'a K)> {
        let record = self.corpus.find(K::FOLDER, &reference.stem)?;
        K::from_body(&record.body).map(|k| (record, k))
    }

    /// The profile that a reference means today.
    pub fn profile<P: crate::profile::Profile>(&self, reference: &ProfileRef<P>) -> Option<&'a P> {
        self.profile_on(reference, self.as_of)
    }

    /// The profile that a reference means on `date`: of several versions the one that holds then.
    pub fn profile_on<P: crate::profile::Profile>(&self, reference: &ProfileRef<P>, date: Date) -> Option<&'a P> {
        P::table(&self.city.profiles).find_on(&reference.name, self.corpus.community.kind, date)
    }

    /// The catalogue that says what is due here today.
    pub fn catalogue(&self) -> Option<&'a Catalogue> {
        self.catalogue_on(self.as_of)
    }

    /// The catalogue that said what was due here on `date`: the community's own choice, else the first that
    /// applies.
    pub fn catalogue_on(&self, date: Date) -> Option<&'a Catalogue> {
        let community = &self.corpus.community;
        let chosen = community.catalogue.as_ref().and_then(|name| self.profile_on(name, date));
        let applies = |c: &&Catalogue| community.kind.is_among(&c.applies);
        let all = || self.city.profiles.catalogues.iter().filter(applies);
        chosen.or_else(|| all().find(|c| c.head.covers(date))).or_else(|| all().next())
    }

    /// The names of the regions that this community lies in, from the top, and its own.
    pub fn place(&self) -> Vec<&'a str> {
        let city = self.city.config.jurisdiction.as_deref().unwrap_or_default();
        let community = &self.corpus.community;
        let names = |path: &'a str| path.split('/').map(str::trim).filter(|n| !n.is_empty());
        let above: Vec<&str> = names(&community.parent).collect();
        // The whole site's jurisdiction may reach into the path that communities give.
        let own = names(city).take_while(|n| above.first() != Some(n));
        let mut place: Vec<&str> = own.collect();
        place.extend(above);
        place.push(&community.name);
        place
    }

    /// Every limit called `id` that the law sets here on `date`.
    pub fn limits(&self, id: &str, date: Date) -> Vec<(&'a RuleSet, &'a Limit)> {
        let place = self.place();
        rule::in_force(&self.city.profiles.rules, id, date, self.corpus.community.kind, &place).collect()
    }

    /// The strictest number of days that the law demands here on `date` under `id`.
    pub fn limit(&self, id: &str, date: Date) -> Option<DayLimit> {
        rule::strictest(&self.city.profiles.rules, id, date, self.corpus.community.kind, &self.place())
    }

    /// The ground of the first limit called `id` that holds here on `date`.
    pub fn ground(&self, id: &str, date: Date) -> Option<Basis> {
        self.limits(id, date).into_iter().next().map(|(set, limit)| set.basis(limit))
    }

    /// Who may decide the matter called `name` here on `date`; `None` where no law knows it.
    pub fn competence(&self, name: &str, date: Date) -> Option<Competence> {
        matter::competence(&self.city.profiles.rules, name, date, self.corpus.community.kind, &self.place())
    }

    /// The program's words in the language of the pages.
    pub fn words(&self) -> &'static Messages {
        locale::messages(self.city.language())
    }
}

/// A kind of record as a value, for stages that walk all kinds.
#[derive(Debug)]
pub struct KindInfo {
    /// Name in code, templates and exports.
    pub name: &'static str,
    /// Folder in the community, and in its site.
    pub folder: &'static str,
    /// How it is written.
    pub format: Format,
    /// How it may change after it was published.
    pub growth: Growth,
    /// What schema.org calls it.
    pub linked: &'static str,
    /// Reads a body of this kind.
    pub read: fn(&crate::yaml::Node, &mut crate::schema::Reader<'_>) -> Option<Body>,
    /// Its field table.
    pub shape: fn() -> crate::schema::Shape,
    /// What its section page shows.
    pub section: fn(&Scope<'_>) -> Value,
}

/// Makes `Body` and `KINDS` from the list of kinds.
#[macro_export]
macro_rules! kinds {
    ($($variant:ident($ty:ty)),* $(,)?) => {
        /// The typed fields of a record of any kind.
        #[derive(Debug, Clone, serde::Serialize)]
        #[serde(untagged)]
        #[allow(clippy::large_enum_variant)]
        pub enum Body {
            $( #[doc = concat!("A `", stringify!($ty), "`.")] $variant(Box<$ty>), )*
        }

        /// All kinds, in the order in which sites show them.
        pub static KINDS: &[kind::KindInfo] = &[$(
            kind::KindInfo {
                name: <$ty as Kind>::NAME,
                folder: <$ty as $crate::value::Target>::FOLDER,
                format: <$ty as Kind>::FORMAT,
                growth: <$ty as Kind>::GROWTH,
                linked: <$ty as Kind>::LINKED,
                read: |node, reader| {
                    <$ty as $crate::schema::FromNode>::from_node(node, reader).map(|k| Body::$variant(Box::new(k)))
                },
                shape: <$ty as $crate::schema::FromNode>::shape,
                section: <$ty as Kind>::section,
            }
        ),*];

        impl Body {
            /// Which kind it is.
            pub fn kind(&self) -> &'static kind::KindInfo {
                let name = match self { $( Self::$variant(_) => <$ty as Kind>::NAME, )* };
                KINDS.iter().find(|k| k.name == name).expect("every variant is in KINDS")
            }

            /// The fields that every record has.
            pub fn common(&self) -> &Common {
                match self { $( Self::$variant(k) => k.common(), )* }
            }

            /// The typed fields, without their type.
            pub fn any(&self) -> &dyn std::any::Any {
                match self { $( Self::$variant(k) => k.as_ref(), )* }
            }
        }

        impl Record {
            /// Reports contradictions and shortfalls.
            pub fn check(&self, scope: &Scope<'_>, sink: &mut $crate::diagnostic::Sink) {
                match &self.body { $( Body::$variant(k) => k.check(self, scope, sink), )* }
            }

            /// The limits of the law that ask for its review before it is published.
            pub fn reviewed_by(&self, scope: &Scope<'_>) -> &'static [&'static str] {
                match &self.body { $( Body::$variant(k) => k.reviewed_by(scope), )* }
            }

            /// What lists need to know of it.
            pub fn facts(&self, scope: &Scope<'_>) -> Facts {
                match &self.body { $( Body::$variant(k) => k.facts(self, scope), )* }
            }

            /// What may be published of its fields.
            pub fn data(&self, scope: &Scope<'_>) -> serde_json::Value {
                match &self.body { $( Body::$variant(k) => k.data(self, scope), )* }
            }

            /// The last day of the list of persons it holds.
            pub fn list_until(&self) -> Option<$crate::value::Date> {
                match &self.body { $( Body::$variant(k) => k.list_until(), )* }
            }

            /// The names of that list, as they are written.
            pub fn listed_names(&self, scope: &Scope<'_>) -> Vec<String> {
                match &self.body { $( Body::$variant(k) => k.listed_names(scope), )* }
            }

            /// The photographs that its page shows, beside those attached and those of its text.
            pub fn photographs(&self) -> Vec<Photograph<'_>> {
                match &self.body { $( Body::$variant(k) => k.photographs(), )* }
            }

            /// What its page shows beyond its fields.
            pub fn detail(&self, scope: &Scope<'_>) -> tera::Value {
                match &self.body { $( Body::$variant(k) => k.detail(self, scope), )* }
            }
        }
    };
}
