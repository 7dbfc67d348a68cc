//! Where a command runs, in which language, on which day.
//!
//! In: flags and environment. Out: `Setting`, and a workspace in which nothing is half done. The only reader of the
//! environment and the clock.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::args::Args;
use super::print;
use crate::error::Error;
use crate::locale::{self, Language, Messages};
use crate::value::{Date, read_date};
use crate::world::DiskWorld;
use crate::write::{self, browser::Places};

/// What all commands share.
#[derive(Clone)]
pub(super) struct Setting {
    /// `--root`, if given.
    root: Option<PathBuf>,
    /// Words in the chosen language.
    pub words: &'static Messages,
    /// Say only what is wrong.
    pub quiet: bool,
    /// Say more.
    pub verbose: bool,
}

impl Setting {
    pub(super) fn new(args: &Args, language: Language) -> Self {
        Self { root: args.root.clone(), words: locale::messages(language), quiet: args.quiet, verbose: args.verbose }
    }

    /// A setting of words alone, for tests.
    #[cfg(test)]
    pub(super) fn of_words(words: &'static Messages) -> Self {
        Self { root: None, words, quiet: true, verbose: false }
    }

    /// The workspace: `--root`, else the nearest folder upwards with `content/site.yaml`. The import of a pack that was
    /// interrupted there is finished first, so that no command sees some of it only.
    pub(super) fn workspace(&self) -> Result<PathBuf, Error> {
        let here = match &self.root {
            Some(root) => root.clone(),
            None => std::env::current_dir().map_err(|e| Error::io("io-read", ".", e))?,
        };
        let has_site = |dir: &Path| dir.join("content").join("site.yaml").is_file();
        let found = match &self.root {
            Some(root) => Some(root.as_path()).filter(|dir| has_site(dir)),
            None => here.ancestors().find(|dir| has_site(dir)),
        };
        let found = found.map(Path::to_owned).ok_or_else(|| {
            let facts = [("path", here.display().to_string())];
            Error::Configuration(self.words.text("no-workspace", &facts))
        })?;
        if write::finish(&found)? {
            print::say(self, &self.words.word("pack-finished"));
        }
        Ok(found)
    }

    /// The workspace as a world that stands on `as_of`, or today.
    pub(super) fn world(&self, as_of: Option<&str>) -> Result<DiskWorld, Error> {
        let today = self.day(as_of)?;
        Ok(DiskWorld::new(self.workspace()?, today))
    }

    /// Where browsers may be that print: `GONGKAI_BROWSER_PATH` names one.
    pub(super) fn browsers(&self) -> Places {
        let folder = |name| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        Places {
            named: folder("GONGKAI_BROWSER_PATH"),
            path: std::env::var_os("PATH").unwrap_or_default(),
            installed: ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].into_iter().filter_map(folder).collect(),
        }
    }

    /// The number that a cluster gives the job this program runs in, from 0.
    pub(super) fn job_index(&self) -> Option<String> {
        std::env::var("JOB_COMPLETION_INDEX").ok()
    }

    /// A clock that stands on `as_of`, or goes with the days.
    pub(super) fn clock(&self, as_of: Option<&str>) -> Result<Box<dyn Fn() -> Date + Send + Sync>, Error> {
        Ok(match as_of {
            Some(_) => {
                let day = self.day(as_of)?;
                Box::new(move || day)
            }
            None => Box::new(today),
        })
    }

    fn day(&self, as_of: Option<&str>) -> Result<Date, Error> {
        match as_of {
            Some(text) => read_date(text).ok_or_else(|| Error::Usage(self.words.text("bad-as-of", &[("text", text)]))),
            None => Ok(today()),
        }
    }

    /// Whether progress may be shown.
    pub(super) fn show_progress(&self) -> bool {
        !self.quiet && std::io::stderr().is_terminal()
    }
}

/// Whether the program was started in a workspace, or in a folder of one.
pub(super) fn beside_a_workspace() -> bool {
    let here = std::env::current_dir().unwrap_or_default();
    here.ancestors().any(|dir| dir.join("content").join("site.yaml").is_file())
}

/// The language: `--lang`, else the system's; Chinese where it says nothing.
pub(super) fn language(arguments: &[OsString]) -> Language {
    let texts: Vec<&str> = arguments.iter().filter_map(|a| a.to_str()).collect();
    for (at, text) in texts.iter().enumerate() {
        if let Some(value) = text.strip_prefix("--lang=") {
            return Language::of(value);
        }
        if *text == "--lang" {
            return Language::of(texts.get(at + 1).unwrap_or(&""));
        }
    }
    let set = |name: &str| {
        std::env::var(name).ok().filter(|v| !v.is_empty() && v != "C" && v != "POSIX" && !v.starts_with("C."))
    };
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    Language::of(&system.unwrap_or_default())
}

/// Today in China (UTC+8), or the day that `SOURCE_DATE_EPOCH` names.
pub(super) fn today() -> Date {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|v| v.parse::<i64>().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| i64::try_from(d.as_secs()).unwrap_or(0));
    let days = (epoch.unwrap_or_else(now) + 8 * 3600).div_euclid(86_400);
    let start = Date::constant(1970, 1, 1);
    start.checked_add(jiff::Span::new().days(days)).unwrap_or(start)
}
