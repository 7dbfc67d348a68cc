//! Archives to hand over: one for each community and year, whole without this program.
//!
//! In: a workspace, a built output, the year. Out: a bag (BagIt 1.0) with sources, site, ledger, verifier, a web archive
//! (WACZ 1.1.1) of the site and, where a browser prints, a PDF of each record; an index of all bags with a search. The
//! same input gives the same bytes. Never seals and never builds: the command does both before.

mod bag;
mod index;
mod retention;
mod sheets;
mod wacz;
mod warc;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::build::{self, Checked};
use crate::error::Error;
use crate::ledger;
use crate::locale::{self, Messages};
use crate::paper;
use crate::record::{City, Scope};
use crate::render::Theme;
use crate::value::Date;
use crate::verify::{self, Place};
use crate::world::{Files, World};
use crate::write::{self, DISK, Disk};

pub use retention::Class;

/// The addresses of records that were taken back, within a bag.
const TAKEN_BACK: &str = "withdrawn.json";

/// What is asked for.
pub struct Request<'r> {
    /// The built output.
    pub output: &'r Path,
    /// Where the bags go.
    pub out: &'r Path,
    /// The year of the hand-over.
    pub year: i16,
    /// Only these communities; all where empty.
    pub only: &'r [String],
    /// The browser that makes PDFs; none where there is none.
    pub browser: Option<&'r Path>,
}

/// One bag that was made.
#[derive(Debug)]
pub struct Made {
    /// The community.
    pub community: String,
    /// Where it is.
    pub path: PathBuf,
    /// Files in it.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Records of the year.
    pub records: usize,
    /// Those of them that have a PDF.
    pub pdfs: usize,
}

/// What the index and the list of retention know of a record.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Line {
    title: String,
    kind: String,
    url: String,
    date: String,
    class: String,
}

/// Makes the bags of all communities asked for, and the index.
///
/// # Errors
/// Where reading or writing fails, or a community has errors or no site.
pub fn archive(world: &dyn World, request: &Request<'_>) -> Result<Vec<Made>, Error> {
    let Some(city) = build::city(world)?.0 else {
        return Err(Error::Configuration("content/site.yaml".into()));
    };
    let words = locale::messages(city.language());
    let rules = retention::Rules::load(world)?;
    let theme = Theme::of(world, &city, city.language())?;
    let common = Common { world, city: &city, theme: &theme, request, rules: &rules, words };
    let mut made = Vec::new();
    for id in build::chosen(&city, request.only)? {
        made.push(one(&common, &id)?);
    }
    index::write(request.out, words)?;
    Ok(made)
}

/// What all bags of one run share.
struct Common<'c> {
    world: &'c dyn World,
    city: &'c City,
    theme: &'c Theme,
    request: &'c Request<'c>,
    rules: &'c retention::Rules,
    words: &'c Messages,
}

fn one(common: &Common<'_>, id: &str) -> Result<Made, Error> {
    let Common { world, city, request, rules, words, .. } = *common;
    let site = Place::open(&request.output.join(id))
        .map_err(|e| Error::io("io-read", request.output.join(id).display(), e))?;
    let files = Files::read(world, &build::folder(id))?;
    let kept = Files::read(world, &ledger::folder(id))?;
    let checked = Checked::new(world, city, id, &files, &kept, true);
    let Some(corpus) = &checked.corpus else {
        return Err(Error::Configuration(build::folder(id)));
    };
    let scope = Scope { city, corpus, as_of: world.today() };
    let lines = lines(&scope, rules, request.year);
    let name = corpus.community.name.value.clone();
    let day = world.today();
    let mut payload: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for folder in ["content/profiles", &build::folder(id), &ledger::folder(id)] {
        for path in world.list(folder)? {
            let full = format!("{folder}/{path}");
            payload.insert(format!("sources/{full}"), world.read(&full)?);
        }
    }
    for path in ["content/site.yaml", retention::FILE] {
        if world.is_file(path) {
            payload.insert(format!("sources/{path}"), world.read(path)?);
        }
    }
    for path in site.paths() {
        payload.insert(format!("site/{path}"), site.get(path).unwrap_or_default().to_vec());
    }
    let base = city.base_url();
    let base = if base.is_empty() { format!("https://gongkai.invalid/{id}/") } else { format!("{base}{id}/") };
    payload.insert("site.wacz".into(), wacz::of(&site, &base, &name, day));
    payload.insert("retention.csv".into(), retention::csv(&lines, words));
    let path = request.out.join(format!("{id}-{}", request.year));
    let printed = printed(common, scope, &checked, &files, &lines, &path)?;
    let pdfs = lines.iter().filter(|line| printed.contains_key(&sheets::path(&line.url))).count();
    payload.extend(printed);
    payload.insert("README.txt".into(), readme(words, &name, request.year, day, (lines.len(), pdfs)).into_bytes());
    payload.insert("records.json".into(), serde_json::to_vec_pretty(&lines).expect("plain data"));
    let taken_back: Vec<String> = corpus.community.withdrawals.iter().map(|w| w.address()).collect();
    payload.insert(TAKEN_BACK.into(), serde_json::to_vec_pretty(&taken_back).expect("plain data"));
    let (count, bytes) = (payload.len(), payload.values().map(|b| b.len() as u64).sum());
    let info = bag::Info { name: &name, id, year: request.year, day, checkpoint: checkpoint(&site) };
    let all = bag::files(&payload, &info);
    write::put_in_order(&path, &all)?;
    let known = |path: &str| all.iter().any(|(known, _)| known == path);
    write::remove_stale(&path, "data", &known);
    Ok(Made { community: id.to_owned(), path, files: count, bytes, records: lines.len(), pdfs })
}

/// The PDFs of the records of a year, with their list.
fn printed(
    common: &Common<'_>,
    scope: Scope<'_>,
    checked: &Checked,
    files: &Files,
    lines: &[Line],
    bag: &Path,
) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let Common { world, city, theme, request, .. } = *common;
    let (earlier, work) = (bag.join("data"), request.out.join(".pdf"));
    let press = sheets::Press { browser: request.browser, work: &work, earlier: &earlier, day: world.today() };
    if !press.can_print() {
        return Ok(BTreeMap::new());
    }
    let ready = paper::Ready::of(scope, checked, files);
    let mut sheets = Vec::new();
    for line in lines {
        if let Some(html) = ready.record(city, theme, &line.url)? {
            sheets.push((line.url.clone(), html));
        }
    }
    let made = press.print(&sheets);
    // A folder that stays does no harm.
    let _ = DISK.remove_folder(&work);
    made
}

/// What a bag tells of itself to people; `of` is how many records there are and how many of them have a PDF.
fn readme(words: &Messages, name: &str, year: i16, day: Date, of: (usize, usize)) -> String {
    let pdf = words.text("archive-readme-pdf", &[("records", of.0.to_string()), ("pdfs", of.1.to_string())]);
    let facts = [("name", name.to_owned()), ("year", year.to_string()), ("day", day.to_string()), ("pdf", pdf)];
    words.text("archive-readme", &facts) + "\n"
}

/// The records of a year, by address.
fn lines(scope: &Scope<'_>, rules: &retention::Rules, year: i16) -> Vec<Line> {
    let of = |record: &crate::record::Record| {
        let common = record.common();
        let facts = record.facts(scope);
        let date: Option<Date> = common.published.as_ref().map(|d| d.value).or(facts.date);
        let inside = date.is_none_or(|d| d.year() == year);
        let kind = record.body.kind().name;
        inside.then(|| Line {
            title: common.title.value.clone(),
            kind: kind.to_owned(),
            url: record.url(),
            date: date.map(|d| d.to_string()).unwrap_or_default(),
            class: rules.class(kind).word().to_owned(),
        })
    };
    let mut lines: Vec<Line> = scope.corpus.records.iter().filter_map(of).collect();
    lines.sort_by(|a, b| a.url.cmp(&b.url));
    lines
}

/// Size and root of the ledger in a site, for people.
fn checkpoint(site: &Place) -> Option<String> {
    let point = verify::Point::read(site.text("ledger/checkpoint")?)?;
    let root = site.text("ledger/checkpoint")?.lines().nth(2)?;
    Some(format!("{} {} {root}", point.origin, point.size))
}
