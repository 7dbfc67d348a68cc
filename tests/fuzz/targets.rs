//! What is tried with random bytes; the ordinary tests try the same with the bytes that are kept.
//!
//! In: bytes. Out: nothing, or a panic that says what went wrong. Never touches the disk, and needs no more than the
//! library.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use ed25519_dalek::SigningKey;
use gongkai::derive;
use gongkai::diagnostic::{Severity, Sink, Sources};
use gongkai::import::{self, Ground, Options};
use gongkai::ledger::note::Vkey;
use gongkai::ledger::{self, Ledger};
use gongkai::load;
use gongkai::profile::{self, Profiles};
use gongkai::record::kind::Format;
use gongkai::record::{City, KINDS, Scope};
use gongkai::search;
use gongkai::validate::validate;
use gongkai::value::{CommunityType, Date};
use gongkai::verify::{self, Place};
use gongkai::world::{Files, MemoryWorld};

const TODAY: Date = Date::constant(2026, 11, 23);
const FOLDER: &str = "content/communities/a";
const COMMUNITY: &str = include_str!("../cases/_base/content/communities/base/community.yaml");
const SITE: &str = include_str!("../cases/_base/content/site.yaml");

static CITY: LazyLock<City> = LazyLock::new(|| {
    let world =
        MemoryWorld::new(TODAY).with("content/site.yaml", SITE).with(&format!("{FOLDER}/community.yaml"), COMMUNITY);
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    load::load_city(&world, &mut sources, &mut sink).expect("memory can be read").expect("the settings are sound")
});

/// The first byte chooses the kind, the others are the file: it is read, checked, and shown where nothing is wrong.
pub fn record(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else { return };
    let kind = &KINDS[usize::from(*first) % KINDS.len()];
    let ending = if kind.format == Format::Prose { "md" } else { "yaml" };
    let files = Files::of(
        FOLDER,
        [
            ("community.yaml".to_owned(), COMMUNITY.as_bytes().to_vec()),
            (format!("{}/a.{ending}", kind.folder), bytes.to_vec()),
        ],
    );
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let corpus = load::load_community("a", &files, &mut sources, &mut sink).expect("the community is sound");
    let scope = Scope { city: &CITY, corpus: &corpus, as_of: TODAY };
    validate(&scope, &mut sink);
    if sink.list().iter().all(|d| d.severity() != Severity::Error) {
        let context = derive::Context::new(scope, sink.list(), &sources, &files);
        let derived = derive::derive_community(&context);
        assert!(!derived.site.views.is_empty(), "a sound community has pages");
    }
}

/// Elements that prose may become.
const PROSE: &str =
    " p h2 h3 h4 h5 h6 ul ol li a em strong del code pre blockquote table thead tbody tr th td br hr img sup div ";

/// Prose becomes HTML of a known few elements, whose links lead nowhere bad.
pub fn markdown(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let html = gongkai::markdown::to_html(text, "a-", &|path| Some(path.to_owned().into()));
    let _ = gongkai::markdown::sections(text);
    let _ = gongkai::markdown::links(text);
    let _ = gongkai::markdown::headings(text);
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        assert!(PROSE.contains(&format!(" {name} ")), "<{tag}> of {text:?}");
        for address in ["href=\"", "src=\""].iter().filter_map(|a| tag.split_once(a)?.1.split('"').next()) {
            let head = address.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
            let known = ["http:", "https:", "mailto:", "tel:"].iter().any(|scheme| head.starts_with(scheme));
            assert!((known || !head.contains(':')) && !address.starts_with("//"), "{address:?} of {text:?}");
        }
        assert!(!tag.contains(" on") || tag.contains('"'), "<{tag}> of {text:?}");
    }
}

/// Two texts fold alike where they should, and a document of any words can be indexed.
pub fn query(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let folded = search::fold(&text);
    assert_eq!(search::fold(&folded), folded, "folding twice is folding once: {text:?}");
    let _ = search::shard_hash(&folded);
    let (title, words) = text.split_at(text.char_indices().nth(8).map_or(text.len(), |(at, _)| at));
    let doc = |n: usize| search::Doc {
        url: format!("pages/{n}.html"),
        title: title.to_owned(),
        date: "2026-11-23".to_owned(),
        kind: "page".to_owned(),
        wu: String::new(),
        state: String::new(),
        parts: vec![search::Part { anchor: String::new(), text: words.to_owned() }],
        sum: [0; 32],
    };
    let docs: Vec<search::Doc> = (0..2).map(doc).collect();
    let docs = search::Docs::of(docs);
    let source = search::Source { id: "", name: "", docs: &docs };
    for (_, script) in search::files(&[source]).expect("in memory") {
        let inner = script.strip_prefix("gk(").and_then(|s| s.trim_end().strip_suffix(");")).expect("one call");
        assert!(!script.contains(['<', '\u{2028}', '\u{2029}']), "{script}");
        serde_json::from_str::<serde_json::Value>(&format!("[{inner}]")).expect("data");
    }
}

static PROFILES: LazyLock<Arc<Profiles>> = LazyLock::new(|| {
    let none = Files::default();
    profile::load(&none, &[], &mut Sources::default(), &mut Sink::default())
});

/// The first byte chooses what is asked for, the others are the workbook or table.
pub fn import(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else { return };
    let kinds = ["", "finance", "disclosure", "资产", "evaluation"];
    let kind = kinds[usize::from(*first) % kinds.len()];
    let options = Options { kind: (!kind.is_empty()).then(|| kind.to_owned()), ..Options::default() };
    let ground = Ground { profiles: &PROFILES, catalogue: None, community: CommunityType::Village, today: TODAY };
    if let Ok(filled) = import::read(bytes, "a", &options, &ground) {
        let files = import::record(&filled, &import::Blank::default());
        assert!(!files.is_empty(), "what was taken becomes a record");
    }
}

static LEDGER: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let (key, recovery) = (SigningKey::from_bytes(&[41; 32]), SigningKey::from_bytes(&[42; 32]));
    let origin = "example.com/a/ledger";
    let ledger = ledger::seal::begin(origin, &key, &Vkey::of(origin, &recovery), TODAY, None);
    ledger::seal::files(&ledger)
});

/// The first byte chooses a file of a good ledger and the second where it changes; the others stand there instead. What
/// differs from the good ledger is never taken for it.
pub fn ledger_verify(data: &[u8]) {
    let [which, at, bytes @ ..] = data else { return };
    let mut files: BTreeMap<String, Vec<u8>> = LEDGER.iter().cloned().collect();
    let name = files.keys().nth(usize::from(*which) % files.len()).expect("a ledger has files").clone();
    let file = files.get_mut(&name).expect("it has this one");
    let good = file.clone();
    let from = usize::from(*at).min(file.len());
    let to = (from + bytes.len()).min(file.len());
    file.splice(from..to, bytes.iter().copied());
    let changed = *file != good;
    let read = Ledger::read(&Files::of("ledger/a", files.clone()));
    if !changed {
        assert!(read.is_ok_and(|ledger| ledger.is_some()), "a good ledger is read");
    }
    let public: BTreeMap<String, Vec<u8>> = files
        .into_iter()
        .map(|(path, bytes)| (format!("a/ledger/{}", path.trim_start_matches("public/")), bytes))
        .collect();
    let place = Place::of(public);
    let report = verify::verify(&place, &verify::Options { today: TODAY.to_string(), ..verify::Options::default() });
    let _ = verify::read(&place);
    if changed && name.contains("/tile/") {
        assert!(!report.problems.is_empty(), "a change in {name} is seen");
    }
}

/// What is tried on any bytes.
type Target = fn(&[u8]);

/// All of them by name.
pub const TARGETS: &[(&str, Target)] = &[
    ("record", record),
    ("markdown", markdown),
    ("query", query),
    ("import", import),
    ("ledger_verify", ledger_verify),
];
