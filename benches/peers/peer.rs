//! The programs: how each is found, gets its site, builds, serves, and where it leaves its pages.
//!
//! In: a kind of program, a folder. Out: commands and paths. Never runs a build.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{eleventy, hugo, invent, npm, ours, zola};

/// The record that is edited, in each program's folders.
const RECORD: &str = "c0001/decisions/jueding-001";

/// A program that builds sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Gongkai,
    Hugo,
    Eleventy,
    Zola,
}

impl Kind {
    /// Ours first: the others are told as multiples of it.
    pub const ALL: [Self; 4] = [Self::Gongkai, Self::Hugo, Self::Eleventy, Self::Zola];

    /// Its name on the command line and of its folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gongkai => "gongkai",
            Self::Hugo => "hugo",
            Self::Eleventy => "eleventy",
            Self::Zola => "zola",
        }
    }

    /// Whether there is a program of this name.
    pub fn named(name: &str) -> bool {
        Self::ALL.iter().any(|kind| kind.name() == name)
    }

    /// The folder of its pages, and what else a build leaves.
    fn made(self) -> &'static [&'static str] {
        match self {
            Self::Gongkai => &["output", ".gongkai"],
            Self::Hugo => &["public", "cache", "resources"],
            Self::Eleventy => &["_site"],
            Self::Zola => &["public"],
        }
    }

    fn port(self) -> u16 {
        match self {
            Self::Gongkai => 8801,
            Self::Hugo => 8802,
            Self::Eleventy => 8803,
            // Its settings name it.
            Self::Zola => 8793,
        }
    }
}

/// A program on this machine.
#[derive(Debug, Clone)]
pub struct Peer {
    pub kind: Kind,
    /// Name and version, and what else must be told of it.
    pub title: String,
    program: PathBuf,
    /// Gigabytes that node may use, where not its own limit holds.
    heap: Option<u64>,
}

impl Peer {
    /// Finds a program; fetches those that pip and npm have.
    pub fn find(kind: Kind, tools: &Path) -> Option<Self> {
        let (program, word) = match kind {
            Kind::Gongkai => (env!("CARGO_BIN_EXE_gongkai").into(), "--version"),
            Kind::Hugo => (hugo::find(tools)?, "version"),
            Kind::Eleventy => (eleventy::find()?, "--version"),
            Kind::Zola => (zola::find()?, "--version"),
        };
        let mut peer = Self { kind, title: String::new(), program, heap: None };
        let version = version(peer.command().arg(word));
        peer.title = match kind {
            Kind::Gongkai => format!("gongkai {version}"),
            Kind::Hugo => format!("Hugo {version}"),
            Kind::Eleventy => format!("Eleventy {version}"),
            Kind::Zola => format!("Zola {version}, title and prose only"),
        };
        Some(peer)
    }

    /// The same program with three quarters of the machine's memory, where it has such a limit and can be given more.
    pub fn with_more_memory(&self) -> Option<Self> {
        if self.kind != Kind::Eleventy || self.heap.is_some() {
            return None;
        }
        let all = fs::read_to_string("/proc/meminfo").ok()?;
        let all = all.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
        let heap = all.trim().trim_end_matches(" kB").parse::<u64>().ok()? * 3 / 4 / (1 << 20);
        (heap > 0).then(|| Self {
            heap: Some(heap),
            title: format!("{}, heap of {heap} GiB", self.title),
            ..self.clone()
        })
    }

    /// Writes its site.
    pub fn write(&self, root: &Path, (communities, records): (usize, usize)) -> io::Result<()> {
        match self.kind {
            Kind::Gongkai => ours::write(root, communities, records).map(|_| ()),
            Kind::Hugo => hugo::write(root, communities, records),
            Kind::Eleventy => eleventy::write(root, communities, records),
            Kind::Zola => zola::write(root, communities, records),
        }
    }

    /// Builds all pages.
    pub fn build(&self, root: &Path) -> Command {
        let mut command = self.command();
        match self.kind {
            Kind::Gongkai => command.args(["build", "--quiet", "--as-of", invent::AS_OF, "--root"]).arg(root),
            Kind::Hugo => {
                command.args(["build", "--minify", "--quiet", "--source"]).arg(root);
                command.arg("--cacheDir").arg(root.join("cache"))
            }
            Kind::Eleventy => command.arg("--quiet").current_dir(root),
            Kind::Zola => command.arg("--root").arg(root).arg("build"),
        };
        command
    }

    /// Serves the pages and follows changes.
    pub fn serve(&self, root: &Path) -> Command {
        let mut command = self.command();
        let port = self.kind.port().to_string();
        match self.kind {
            Kind::Gongkai => command.args(["serve", "--as-of", invent::AS_OF, "--port", &port, "--root"]).arg(root),
            Kind::Hugo => command.args(["server", "--bind", "127.0.0.1", "--port", &port, "--source"]).arg(root),
            // Lists on other pages stay as they were: this is its quickest way.
            Kind::Eleventy => command.args(["--serve", "--incremental", "--quiet", "--port", &port]).current_dir(root),
            Kind::Zola => command.arg("--root").arg(root).args(["serve", "--port", &port]),
        };
        command
    }

    /// The address of the record that is edited, and its file.
    pub fn record(&self, root: &Path) -> (String, PathBuf) {
        let end = if self.kind == Kind::Zola { "/" } else { ".html" };
        let content = if self.kind == Kind::Gongkai { "content/communities" } else { "content" };
        let address = format!("http://127.0.0.1:{}/{RECORD}{end}", self.kind.port());
        (address, root.join(content).join(format!("{RECORD}.md")))
    }

    /// Where its pages are.
    pub fn output(&self, root: &Path) -> PathBuf {
        root.join(self.kind.made()[0])
    }

    /// Everything that a build leaves.
    pub fn made<'a>(&self, root: &'a Path) -> impl Iterator<Item = PathBuf> + use<'a> {
        self.kind.made().iter().map(|name| root.join(name))
    }

    fn command(&self) -> Command {
        if self.kind != Kind::Eleventy {
            return Command::new(&self.program);
        }
        let mut node = Command::new("node");
        node.args(self.heap.map(|heap| format!("--max-old-space-size={}", heap << 10))).arg(&self.program);
        node
    }
}

/// Pagefind, which makes the pages of another program searchable.
pub struct Searcher {
    pub title: String,
    program: PathBuf,
}

impl Searcher {
    /// Finds it among the packages of npm.
    pub fn find() -> Option<Self> {
        let program = npm::pagefind()?;
        Some(Self { title: format!("Pagefind {}", version(Command::new(&program).arg("--version"))), program })
    }

    /// Indexes what stands in the main part of each page.
    pub fn index(&self, site: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.args(["--root-selector", "main", "--site"]).arg(site);
        command
    }
}

/// The first number with a dot that a program tells.
fn version(command: &mut Command) -> String {
    let told = command.output().map(|o| String::from_utf8_lossy(&o.stdout).into_owned()).unwrap_or_default();
    let parts = told.split(|c: char| !c.is_ascii_digit() && c != '.');
    parts.map(|part| part.trim_matches('.')).find(|part| part.contains('.')).unwrap_or("of unknown version").to_owned()
}
