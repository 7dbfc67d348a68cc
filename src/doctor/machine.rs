//! The machine: clock, zone, rights, room, port, fonts, browser.
//!
//! In: the system. Out: findings. Never leaves anything behind on it.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Finding, Standing};
use crate::value::Date;
use crate::write::may_write as try_to_write;

/// Room that a build of a city needs at least, in megabytes.
const ROOM: u64 = 500;
/// Years that a clock may show.
const YEARS: std::ops::RangeInclusive<i16> = 2025..=2099;

/// Whether the clock can be right.
pub(super) fn clock(today: Date, newest: Option<Date>) -> Vec<Finding> {
    let behind = newest.filter(|newest| *newest > today);
    let sane = YEARS.contains(&today.year());
    vec![match behind {
        _ if !sane => Finding::new("clock-bad", Standing::Bad).with("today", today),
        Some(newest) => Finding::new("clock-behind", Standing::Bad).with("today", today).with("newest", newest),
        None => Finding::good("clock").with("today", today),
    }]
}

/// Whether the system goes by Beijing time; the program does in any case.
pub(super) fn zone() -> Finding {
    let told = std::env::var("TZ").ok().filter(|zone| !zone.is_empty());
    let linked = || {
        let target = std::fs::read_link("/etc/localtime").ok()?;
        Some(target.to_string_lossy().rsplit("zoneinfo/").next()?.to_owned())
    };
    match told.or_else(linked) {
        Some(zone) if is_china(&zone) => Finding::good("zone").with("zone", zone),
        Some(zone) => Finding::new("zone-other", Standing::Doubtful).with("zone", zone),
        None => Finding::good("zone-unknown"),
    }
}

fn is_china(zone: &str) -> bool {
    let zone = zone.trim_start_matches(':');
    let places = ["Shanghai", "Chongqing", "Chungking", "Harbin", "Urumqi", "Kashgar", "Hong_Kong", "Macau", "Taipei"];
    zone == "PRC" || zone.starts_with("CST-8") || places.iter().any(|place| zone == format!("Asia/{place}"))
}

/// Whether something can be written in a folder, or where it would be made.
pub(super) fn may_write(what: &'static str, folder: &Path) -> Finding {
    let (good, bad) = if what == "out" { ("out", "out-bad") } else { ("cache", "cache-bad") };
    let path = folder.display();
    match try_to_write(folder) {
        Ok(()) => Finding::good(good).with("path", path),
        Err(error) => Finding::new(bad, Standing::Bad).with("path", path).with("cause", error),
    }
}

/// How much room there is.
#[cfg(unix)]
pub(super) fn room(folder: &Path) -> Finding {
    match rustix::fs::statvfs(folder) {
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize) >> 20;
            let standing = if free < ROOM { Standing::Bad } else { Standing::Good };
            let name = if free < ROOM { "room-bad" } else { "room" };
            Finding::new(name, standing).with("free", free).with("needed", ROOM)
        }
        Err(_) => Finding::good("room-unknown"),
    }
}

#[cfg(not(unix))]
pub(super) fn room(_: &Path) -> Finding {
    Finding::good("room-unknown")
}

/// Whether the preview could listen.
pub(super) fn port(port: u16) -> Finding {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Finding::good("port").with("port", port.to_string()),
        Err(cause) => Finding::new("port-bad", Standing::Doubtful).with("port", port.to_string()).with("cause", cause),
    }
}

/// Whether Chinese can be shown and printed.
pub(super) fn fonts() -> Finding {
    let known = ["C:/Windows/Fonts/msyh.ttc", "C:/Windows/Fonts/simsun.ttc", "/System/Library/Fonts/PingFang.ttc"];
    if known.iter().any(|path| Path::new(path).exists()) {
        return Finding::good("fonts");
    }
    match Command::new("fc-list").args([":lang=zh", "family"]).output() {
        Ok(output) if output.stdout.iter().any(|b| !b.is_ascii_whitespace()) => Finding::good("fonts"),
        Ok(_) => Finding::new("fonts-bad", Standing::Doubtful),
        Err(_) => Finding::new("fonts-unknown", Standing::Doubtful),
    }
}

/// Whether there is a browser.
pub(super) fn browser() -> Finding {
    let fixed = [
        "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "/Applications/Safari.app",
    ];
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
        "firefox",
        "firefox-esr",
        "qaxbrowser",
        "browser360-cn",
    ];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let on_path = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    match fixed.iter().map(PathBuf::from).chain(on_path).find(|path| path.exists()) {
        Some(path) => Finding::good("browser").with("path", path.display()),
        None => Finding::new("browser-bad", Standing::Doubtful),
    }
}

/// Whether the system lets so many folders be watched.
pub(super) fn watches(content: &Path) -> Option<Finding> {
    let limit = std::fs::read_to_string("/proc/sys/fs/inotify/max_user_watches").ok()?;
    let limit: usize = limit.trim().parse().ok()?;
    let folders = walkdir::WalkDir::new(content).into_iter().flatten().filter(|e| e.file_type().is_dir()).count();
    let finding =
        if folders < limit { Finding::good("watches") } else { Finding::new("watches-bad", Standing::Doubtful) };
    Some(finding.with("folders", folders).with("limit", limit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks() {
        let day = Date::constant;
        let names = |today, newest| clock(today, newest)[0].name;
        assert_eq!(names(day(2026, 11, 23), Some(day(2026, 11, 23))), "clock");
        assert_eq!(names(day(2026, 11, 23), Some(day(2026, 11, 24))), "clock-behind");
        assert_eq!(names(day(2010, 1, 1), None), "clock-bad");
    }

    #[test]
    fn zones() {
        assert!(is_china("Asia/Shanghai") && is_china("PRC") && is_china(":Asia/Urumqi") && is_china("CST-8"));
        assert!(!is_china("Etc/UTC") && !is_china("Europe/Berlin"));
    }
}
