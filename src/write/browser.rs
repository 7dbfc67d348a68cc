//! HTML to PDF by the browser that is already there.
//!
//! In: a page on disk, the browser's program. Out: a PDF in its place, whole or not at all. Never downloads a browser,
//! never lets it use a person's profile.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::disk::{DISK, Disk};
use super::replace_file;
use crate::error::Error;

/// How long a browser may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// Programs that print, by the names under which they are found on a search path, the usual ones first.
const NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome.exe",
    "msedge.exe",
];

/// Where installers put them: below the folders that Windows names in its environment, and on macOS.
const BELOW: &[&str] = &[
    r"Microsoft\Edge\Application\msedge.exe",
    r"Google\Chrome\Application\chrome.exe",
    r"360ChromeX\Chrome\Application\360ChromeX.exe",
    r"360Chrome\Chrome\Application\360chrome.exe",
];
const MAC: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// What the environment tells of where programs are.
#[derive(Debug, Default)]
pub struct Places {
    /// The browser that somebody named.
    pub named: Option<PathBuf>,
    /// The search path.
    pub path: OsString,
    /// Folders of installed programs.
    pub installed: Vec<PathBuf>,
}

/// The browser to print with: the one named, else the first that is there.
pub fn find(places: &Places) -> Option<PathBuf> {
    if let Some(named) = &places.named {
        return Some(named.clone()).filter(|path| path.is_file());
    }
    let on_path = NAMES.iter().flat_map(|name| std::env::split_paths(&places.path).map(move |dir| dir.join(name)));
    let installed = places.installed.iter().flat_map(|dir| BELOW.iter().map(move |below| dir.join(below)));
    on_path.chain(installed).chain(MAC.iter().map(PathBuf::from)).find(|path| path.is_file())
}

/// Prints `html` to `pdf`; false where the browser did not make one.
///
/// # Errors
/// Where the browser cannot be started, or the PDF cannot be put in its place.
pub fn pdf(browser: &Path, html: &Path, pdf: &Path) -> Result<bool, Error> {
    let fail = |cause| Error::io("io-browser", browser.display(), cause);
    let beside = pdf.with_extension("new.pdf");
    let profile = beside.with_extension("profile");
    let whole = |path: &Path| std::path::absolute(path).map_err(fail);
    let argument = |name: &str, path: PathBuf| {
        let mut text = OsString::from(name);
        text.push(path);
        text
    };
    let mut child = Command::new(browser)
        .args(["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(argument("--user-data-dir=", whole(&profile)?))
        .arg(argument("--print-to-pdf=", whole(&beside)?))
        .arg(whole(html)?)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(fail)?;
    let begun = Instant::now();
    let ended = loop {
        if let Some(status) = child.try_wait().map_err(fail)? {
            break status.success();
        }
        if begun.elapsed() > PATIENCE {
            child.kill().and_then(|()| child.wait()).map_err(fail)?;
            break false;
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    // A profile that cannot be removed does no harm.
    let _ = DISK.remove_all(&profile);
    let made = ended && std::fs::read(&beside).is_ok_and(|bytes| bytes.starts_with(b"%PDF-"));
    if made {
        DISK.rename(&beside, pdf).map_err(|cause| Error::io("io-write", pdf.display(), cause))?;
    } else {
        let _ = DISK.remove_file(&beside);
    }
    Ok(made)
}

/// Prints `html` and gives the bytes of the PDF; none where the browser did not make one. `beside` is a name that nobody
/// else uses: files of this name with an ending are made, and are gone afterwards.
///
/// # Errors
/// Where the browser cannot be started, or the disk refuses.
pub fn print(browser: &Path, html: &[u8], beside: &Path) -> Result<Option<Vec<u8>>, Error> {
    let (page, place) = (beside.with_extension("html"), beside.with_extension("pdf"));
    replace_file(&page, html)?;
    let made = pdf(browser, &page, &place);
    let bytes = match &made {
        Ok(true) => Some(std::fs::read(&place).map_err(|cause| Error::io("io-read", place.display(), cause))),
        _ => None,
    };
    for path in [&page, &place] {
        // One that stays is written over the next time.
        let _ = DISK.remove_file(path);
    }
    made?;
    bytes.transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_named_comes_first_and_is_never_replaced() {
        let dir = tempfile::tempdir().expect("a folder");
        let program = |path: &str| {
            let path = dir.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(&path, "").expect("written");
            path
        };
        let (named, usual) = (program("mine/browser"), program("bin/google-chrome"));
        let path: OsString = dir.path().join("bin").into();
        let places = |named: Option<PathBuf>| Places { named, path: path.clone(), installed: Vec::new() };
        assert_eq!(find(&places(Some(named.clone()))), Some(named));
        assert_eq!(find(&places(None)), Some(usual));
        assert_eq!(find(&places(Some(dir.path().join("weg")))), None);
        let found = find(&Places { installed: vec![dir.path().join("bin")], ..Places::default() });
        assert!(found.is_none_or(|path| path.starts_with("/Applications")), "nothing below that folder");
    }
}
