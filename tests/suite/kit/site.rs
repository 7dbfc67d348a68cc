//! `SiteTest`: a small workspace in a temporary folder.
//!
//! In: a fixture, then writes and removals. Out: what check and build say, and the pages.
//! Never touches anything but its own folder, which goes when the test ends.

use std::fs;
use std::path::{Path, PathBuf};

use gongkai::build::{self, Options, Outcome};
use gongkai::error::Error;
use gongkai::world::DiskWorld;
use tempfile::TempDir;

use super::page::Page;
use super::tree::{Tree, copy};
use super::{TODAY, project};

/// A workspace of its own.
pub struct SiteTest {
    dir: TempDir,
}

impl SiteTest {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { dir: tempfile::Builder::new().prefix("gongkai-test-").tempdir().expect("a temporary folder") }
    }

    /// One village without records: the ground of the cases.
    pub fn base() -> Self {
        Self::copy_of("tests/cases/_base/content")
    }

    /// A village and an urban community with a record of most kinds.
    pub fn two() -> Self {
        Self::copy_of("tests/sites/two")
    }

    /// The sample that travels with the project.
    pub fn sample() -> Self {
        Self::copy_of("content")
    }

    fn copy_of(content: &str) -> Self {
        let site = Self::empty();
        copy(&project(content), &site.path("content"));
        site
    }

    /// The workspace folder.
    pub fn root(&self) -> &Path {
        self.dir.path()
    }

    /// A path in the workspace.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file; folders come by themselves.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let place = self.path(path);
        fs::create_dir_all(place.parent().expect("a folder")).expect("folders can be made");
        fs::write(&place, bytes).unwrap_or_else(|e| panic!("{}: {e}", place.display()));
        self
    }

    /// Replaces a stretch of a file, which must be there.
    pub fn replace(&self, path: &str, old: &str, new: &str) -> &Self {
        let text = self.read(path);
        assert!(text.contains(old), "{path} does not hold {old:?}");
        self.write(path, text.replacen(old, new, 1))
    }

    /// A theme that travels inside the program, as files of the workspace.
    pub fn unpack_theme(&self, name: &str) -> &Self {
        for (path, bytes) in gongkai::render::built_in(name) {
            self.write(&format!("themes/{name}/{path}"), bytes);
        }
        self
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.path(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
        self
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// The workspace as the program sees it.
    pub fn world(&self) -> DiskWorld {
        DiskWorld::new(self.root(), TODAY)
    }

    /// Checks everything.
    pub fn check(&self) -> Outcome {
        build::check(&self.world(), &[], &|_, _| {}).expect("check can read the workspace")
    }

    /// Builds into `output`, with a memo, and insists that it was published.
    pub fn build(&self) -> Outcome {
        let outcome = self.try_build(&self.options()).expect("build can read and write");
        assert!(outcome.published, "not published:\n{}", said(&outcome));
        outcome
    }

    /// Builds as asked.
    pub fn try_build(&self, options: &Options) -> Result<Outcome, Error> {
        build::build(&self.world(), options, &|_, _| {})
    }

    /// Builds the present state once more from nothing, elsewhere, and gives its files.
    pub fn clean_build(&self) -> Tree {
        let elsewhere = TempDir::new().expect("a temporary folder");
        let options = Options { out: elsewhere.path().join("out"), ..Options::default() };
        let outcome = self.try_build(&options).expect("build can read and write");
        assert!(outcome.published, "not published:\n{}", said(&outcome));
        Tree::read(&options.out)
    }

    /// What [`Self::build`] asks for.
    pub fn options(&self) -> Options {
        let cache = Some(self.path(".gongkai/cache"));
        Options { out: self.path("output"), cache, ..Options::default() }
    }

    /// All files of the output.
    pub fn output(&self) -> Tree {
        Tree::read(&self.path("output"))
    }

    /// The address of a style sheet or a script of the site in a folder (`shanghe/`, or the portal's ``), as pages there ask for it.
    pub fn asset(&self, folder: &str, name: &str) -> String {
        let (stem, ending) = name.rsplit_once('.').expect("an ending");
        let whole = |file: &str| {
            let hash = file.strip_prefix(stem)?.strip_prefix('-')?.strip_suffix(ending)?.strip_suffix('.')?;
            (hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit())).then(|| format!("assets/{file}"))
        };
        let tree = Tree::read(&self.path(&format!("output/{folder}assets")));
        let found: Vec<String> = tree.paths().into_iter().filter_map(whole).collect();
        assert_eq!(found.len(), 1, "{name}: {found:?} of {:?}", tree.paths());
        found.into_iter().next().expect("one")
    }

    /// A page of the output.
    pub fn page(&self, route: &str) -> Page {
        Page::read(&self.path("output"), route)
    }
}

/// What an outcome says, one line a report: place, code, facts.
pub fn said(outcome: &Outcome) -> String {
    let line = |r: &gongkai::diagnostic::Report| {
        format!("{}:{}:{}: {} {:?}\n", r.place.path, r.place.line, r.place.column, r.code, r.args)
    };
    outcome.reports.iter().map(line).collect()
}
