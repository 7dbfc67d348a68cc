//! Packs that are made, or happen, to do harm; and that no exchange of packs ever loses a change.
//!
//! In: archives made by hand, damaged bytes, chance. Out: refusals by code. Never a panic, never a file outside of the
//! community, never more memory than the limits allow.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};

use gongkai::diagnostic::Report;
use gongkai::pack::{self, Choices, Entry, Fate, History, MANIFEST, Manifest, Pack};
use gongkai::world::Files;
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::kit::table::packed;

const HEAD: &[u8] = "名称: 上河村\n".as_bytes();

/// What a manifest says of some bytes.
fn told(bytes: &[u8]) -> Entry {
    Entry { sha256: Some(pack::hash(bytes)), size: bytes.len() as u64, before: Vec::new() }
}

fn manifest(files: &[(&str, Entry)]) -> Manifest {
    let mut all: BTreeMap<String, Entry> = files.iter().map(|(p, e)| ((*p).to_owned(), e.clone())).collect();
    all.insert("community.yaml".into(), told(HEAD));
    Manifest { format: 1, community: "shanghe".into(), name: "上河村".into(), day: "2026-11-23".into(), files: all }
}

/// A pack by hand: what it says of itself, and what it holds beside `community.yaml`.
fn made(manifest: &Manifest, files: &[(&str, &[u8])]) -> Vec<u8> {
    let text = serde_json::to_vec(manifest).expect("plain data");
    let mut parts: Vec<(&str, &[u8])> = vec![(MANIFEST, &text), ("community.yaml", HEAD)];
    parts.extend(files);
    packed(&parts)
}

/// Code and reason of every refusal.
fn why(result: Result<Pack, Vec<Report>>) -> BTreeSet<String> {
    let reports = result.err().unwrap_or_default();
    let fact = |r: &Report, name: &str| r.args.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone());
    let one = |r: &Report| format!("{} {}", r.code, fact(r, "why").or_else(|| fact(r, "what")).unwrap_or_default());
    reports.iter().map(one).collect()
}

fn refused(bytes: Vec<u8>, reason: &str) {
    let why = why(pack::read(bytes, "in.zip"));
    assert!(why.contains(reason), "{reason}: {why:?}");
}

#[test]
fn a_sound_pack_is_read() {
    let text = "---\n标题: 示例\n---\n".as_bytes();
    let pack = pack::read(made(&manifest(&[("pages/a.md", told(text))]), &[("pages/a.md", text)]), "in.zip");
    let pack = pack.unwrap_or_else(|reports| panic!("{reports:?}"));
    assert_eq!(pack.file("pages/a.md"), text);
    assert_eq!(pack.file("community.yaml"), HEAD);
    assert_eq!(pack.file("pages/b.md"), b"");
}

#[test]
fn paths_that_lead_elsewhere_are_refused_whole() {
    for path in [
        "../site.yaml",
        "../../../../etc/cron.d/a.md",
        "/etc/passwd.md",
        "decisions/../../heping/community.yaml",
        "decisions\\..\\..\\a.md",
        "C:/windows/a.md",
        "files/a.pdf:stream",
        "files/.git/hooks.txt",
        ".gongkai/keys/a.md",
        "content/site.yaml",
        "profiles/rules/a.yaml",
        "files/setup.exe",
        "files/seite.html",
        "files/con.pdf",
        "files/a\u{202e}fdp.md",
    ] {
        refused(made(&manifest(&[(path, told(b"x"))]), &[(path, b"x")]), "GK2403 path");
        // The same path, of which the manifest says nothing.
        refused(made(&manifest(&[]), &[(path, b"x")]), "GK2403 unlisted");
    }
    let twins = manifest(&[("files/A.pdf", told(b"x")), ("files/a.pdf", told(b"x"))]);
    refused(made(&twins, &[("files/A.pdf", b"x"), ("files/a.pdf", b"x")]), "GK2403 twin");
    for community in ["", "..", "../../etc", "上河", "a/b", "C:"] {
        let manifest = Manifest { community: community.into(), ..manifest(&[]) };
        refused(made(&manifest, &[]), "GK2401 damaged");
    }
}

#[test]
fn links_are_refused() {
    let target = b"/etc/passwd";
    let text = serde_json::to_vec(&manifest(&[("files/a.pdf", told(target))])).expect("plain data");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, bytes) in [(MANIFEST, text.as_slice()), ("community.yaml", HEAD)] {
        zip.start_file(name, options).and_then(|()| Ok(zip.write_all(bytes)?)).expect("written");
    }
    zip.add_symlink("files/a.pdf", "/etc/passwd", options).expect("written");
    refused(zip.finish().expect("a zip").into_inner(), "GK2403 link");
}

#[test]
fn what_is_not_as_told_is_refused() {
    let entry = || told(b"abc");
    let path = "files/a.pdf";
    refused(made(&manifest(&[(path, entry())]), &[]), "GK2404 missing");
    for bytes in [&b"abd"[..], b"ab", b"abcd", b""] {
        refused(made(&manifest(&[(path, entry())]), &[(path, bytes)]), "GK2404 differs");
    }
    // It is said to be gone, and there all the same.
    let gone = Entry { sha256: None, ..Entry::default() };
    refused(made(&manifest(&[(path, gone)]), &[(path, b"abc")]), "GK2403 unlisted");
    let mut without = manifest(&[]);
    without.files.clear();
    refused(made(&without, &[]), "GK2401 no-pack");
    refused(packed(&[("xl/workbook.xml", b"<workbook/>")]), "GK2401 no-pack");
    refused(packed(&[(MANIFEST, b"{}")]), "GK2401 damaged");
    refused(packed(&[(MANIFEST, "[".repeat(100_000).as_bytes())]), "GK2401 damaged");
    refused(made(&Manifest { format: 2, ..manifest(&[]) }, &[]), "GK2401 version");
    for bytes in [&b""[..], b"PK", "名称: 上河村".as_bytes(), b"\x1f\x8b\x08"] {
        refused(bytes.to_vec(), "GK2401 no-zip");
    }
}

#[test]
fn bombs_cost_nothing() {
    // A small file that grows beyond what the manifest claims: unpacking stops at the first byte too many.
    let zeros = vec![0_u8; 64 << 20];
    let small = Entry { size: 10, ..told(b"x") };
    refused(made(&manifest(&[("files/a.pdf", small)]), &[("files/a.pdf", &zeros)]), "GK2404 differs");
    // Or says how large it is.
    refused(made(&manifest(&[("files/a.pdf", told(&zeros))]), &[("files/a.pdf", &zeros)]), "GK2402 one");
    let claims: Vec<(String, Entry)> =
        (0..5).map(|n| (format!("files/{n}.pdf"), Entry { size: 49 << 20, ..told(b"x") })).collect();
    let claims: Vec<(&str, Entry)> = claims.iter().map(|(path, entry)| (path.as_str(), entry.clone())).collect();
    refused(made(&manifest(&claims), &[]), "GK2402 all");
    refused(packed(&[(MANIFEST, &vec![b' '; 9 << 20])]), "GK2402 manifest");
    let names: Vec<String> = (0..10_001).map(|n| format!("files/{n}.pdf")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    refused(made(&manifest(&[]), &many), "GK2402 files");
    refused(vec![0; pack::MAX_FILE + 1], "GK2402 file");
    // A directory of lines alone.
    refused(b"PK\x01\x02".repeat(300_000), "GK2402 files");
}

#[test]
fn damaged_bytes_never_pass() {
    let text = "---\n标题: 示例\n---\n".as_bytes();
    let sound = made(&manifest(&[("pages/a.md", told(text))]), &[("pages/a.md", text)]);
    let whole = pack::read(sound.clone(), "in.zip").expect("sound").manifest;
    for at in 0..sound.len() {
        let mut damaged = sound.clone();
        damaged[at] ^= 0x55;
        if let Ok(pack) = pack::read(damaged, "in.zip") {
            // What is read in spite of it is what was packed: only bytes that mean nothing were hit.
            assert_eq!(pack.file("pages/a.md"), text, "byte {at}");
            assert_eq!(pack.manifest.files, whole.files, "byte {at}");
        }
        assert!(pack::read(sound[..at].to_vec(), "in.zip").is_err(), "cut at {at}");
    }
}

#[test]
fn what_becomes_of_a_file() {
    let state = |text: &str| (text != "-").then(|| text.to_owned());
    let list = |text: &str| text.split_whitespace().map(state).collect::<Vec<_>>();
    for (now, known, before, there, want) in [
        ("a", "", "", "a", Fate::Same),
        ("-", "", "", "a", Fate::Take),
        ("a", "a", "a", "b", Fate::Take),
        ("a", "", "a", "b", Fate::Take),
        ("b", "a b", "", "a", Fate::Keep),
        ("b", "a", "a", "c", Fate::Conflict),
        ("a", "", "", "b", Fate::Conflict),
        ("a", "a", "a", "-", Fate::Take),
        ("b", "a", "a", "-", Fate::Conflict),
        ("-", "a", "a", "b", Fate::Conflict),
        ("-", "a -", "", "a", Fate::Keep),
        ("-", "a -", "a -", "b", Fate::Take),
        ("a", "a b", "a b", "b", Fate::Conflict),
    ] {
        let entry = Entry { sha256: state(there), size: 0, before: list(before) };
        assert_eq!(pack::fate(&state(now), &list(known), &entry), want, "{now} [{known}] / [{before}] {there}");
    }
}

/// What one of two sides does.
#[derive(Debug, Clone)]
enum Step {
    Edit { left: bool, file: u8, remove: bool },
    Send { left: bool, take: bool },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let edit = (any::<bool>(), 0..3_u8, prop::bool::weighted(0.2)).prop_map(|(left, file, remove)| Step::Edit {
        left,
        file,
        remove,
    });
    let send = (any::<bool>(), any::<bool>()).prop_map(|(left, take)| Step::Send { left, take });
    prop::collection::vec(prop_oneof![2 => edit, 1 => send], 1..30)
}

/// A side: its files, what it remembers, and of each file the texts that what stands there came from.
struct Side {
    files: BTreeMap<String, Vec<u8>>,
    history: History,
    seen: BTreeMap<String, BTreeSet<Vec<u8>>>,
}

impl Side {
    fn new() -> Self {
        let files = BTreeMap::from([("community.yaml".to_owned(), HEAD.to_vec())]);
        Self { files, history: History::default(), seen: BTreeMap::new() }
    }

    /// Whether what stands here came from a text.
    fn has_seen(&self, path: &str, text: &[u8]) -> bool {
        path == "community.yaml" || self.seen.get(path).is_some_and(|seen| seen.contains(text))
    }

    fn files(&self) -> Files {
        Files::of("content/communities/shanghe", self.files.clone())
    }

    /// Packs the side's files, as the program does.
    fn pack(&mut self) -> Pack {
        let world = gongkai::world::MemoryWorld::new(crate::kit::TODAY);
        let world = self.files.iter().fold(world, |world, (path, bytes)| {
            world.with(&format!("content/communities/shanghe/{path}"), bytes.clone())
        });
        let world = world.with(&pack::history::path("shanghe"), self.history.to_bytes());
        let made = pack::make(&world, "shanghe", "上河村").expect("read").expect("sound");
        self.history = made.history;
        pack::read(made.bytes, "in.zip").expect("sound")
    }
}

/// The file that a report is about.
fn path(report: &Report) -> Option<String> {
    report.args.iter().find(|(name, _)| name == "path").map(|(_, path)| path.clone())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Whatever two sides edit and send: without asking, text is replaced only by a state that came from it, and text
    /// that is sent is passed over only by such a state.
    #[test]
    fn no_exchange_loses_a_change(steps in steps()) {
        let mut sides = [Side::new(), Side::new()];
        for (number, step) in steps.into_iter().enumerate() {
            match step {
                Step::Edit { left, file, remove } => {
                    let side = &mut sides[usize::from(left)];
                    let path = format!("pages/{file}.md");
                    if remove {
                        side.files.remove(&path);
                    } else {
                        let text = number.to_string().into_bytes();
                        side.seen.entry(path.clone()).or_default().insert(text.clone());
                        side.files.insert(path, text);
                    }
                }
                Step::Send { left, take } => {
                    let [one, other] = &mut sides;
                    let (sender, side) = if left { (other, one) } else { (one, other) };
                    let pack = sender.pack();
                    let plan = pack::plan(&pack, &side.files(), &side.history, &Choices::default());
                    let asked: BTreeSet<String> = plan.as_ref().err().into_iter().flatten().filter_map(path).collect();
                    let all = ["all".to_owned()];
                    let choices = if take { Choices::new(&all, &[]) } else { Choices::new(&[], &all) };
                    let plan = plan
                        .or_else(|_| pack::plan(&pack, &side.files(), &side.history, &choices))
                        .expect("somebody decided");
                    for change in plan.changes.iter().filter(|change| !asked.contains(&change.path)) {
                        let sound = change.old.as_ref().is_none_or(|old| sender.has_seen(&change.path, old));
                        prop_assert!(sound, "{} is replaced by what did not come from it", change.path);
                    }
                    for path in plan.kept.iter().filter(|path| !asked.contains(*path)) {
                        let sound = sender.files.get(path).is_none_or(|text| side.has_seen(path, text));
                        prop_assert!(sound, "{path} that was sent is passed over");
                    }
                    side.history.add_files(&side.files());
                    side.history.add(&pack.manifest);
                    for change in plan.changes {
                        match change.new {
                            Some(bytes) => side.files.insert(change.path, bytes),
                            None => side.files.remove(&change.path),
                        };
                    }
                    side.history.add_files(&side.files());
                    for (path, seen) in &sender.seen {
                        side.seen.entry(path.clone()).or_default().extend(seen.iter().cloned());
                    }
                }
            }
        }
    }
}
