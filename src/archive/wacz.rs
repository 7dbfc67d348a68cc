//! WACZ 1.1.1: a WARC, its index and the list of pages in one file that a browser can replay.
//!
//! In: a site, its address, name and day. Out: the bytes of a zip file in which everything is stored, nothing
//! deflated, so that parts of it can be read by range.

use std::io::{Cursor, Write};

use serde_json::json;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::warc::{self, Indexed};
use crate::text::hex;
use crate::value::Date;
use crate::verify::Place;

/// The web archive of a site.
pub(super) fn of(site: &Place, base: &str, name: &str, day: Date) -> Vec<u8> {
    let (warc, index) = warc::of(site, base, day);
    let stamp = format!("{day}T00:00:00Z");
    let parts = vec![
        ("archive/data.warc.gz", warc),
        ("indexes/index.cdx", cdxj(&index, day).into_bytes()),
        ("pages/pages.jsonl", pages(site, base, &stamp).into_bytes()),
    ];
    let resource = |(path, bytes): &(&str, Vec<u8>)| {
        let file = path.rsplit('/').next().unwrap_or(path);
        json!({ "name": file, "path": path, "hash": format!("sha256:{}", hex(&Sha256::digest(bytes))), "bytes": bytes.len() })
    };
    let package = json!({
        "profile": "data-package",
        "resources": parts.iter().map(resource).collect::<Vec<_>>(),
        "wacz_version": "1.1.1",
        "title": name,
        "created": stamp,
        "software": format!("gongkai {}", env!("CARGO_PKG_VERSION")),
        "mainPageUrl": base,
        "mainPageDate": stamp,
    });
    let package = format!("{package:#}\n").into_bytes();
    let digest = json!({ "path": "datapackage.json", "hash": format!("sha256:{}", hex(&Sha256::digest(&package))) });
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let last = [("datapackage.json", package), ("datapackage-digest.json", format!("{digest:#}\n").into_bytes())];
    for (path, bytes) in parts.into_iter().chain(last) {
        zip.start_file(path, options).and_then(|()| Ok(zip.write_all(&bytes)?)).expect("memory takes everything");
    }
    zip.finish().expect("memory takes everything").into_inner()
}

/// One line for each response, sorted by byte.
fn cdxj(index: &[Indexed], day: Date) -> String {
    let stamp = format!("{:04}{:02}{:02}000000", day.year(), day.month(), day.day());
    let line = |one: &Indexed| {
        let about = json!({
            "url": one.url,
            "mime": one.mime.split(';').next(),
            "status": "200",
            "digest": one.digest,
            "length": one.length.to_string(),
            "offset": one.offset.to_string(),
            "filename": "data.warc.gz",
        });
        format!("{} {stamp} {about}\n", surt(&one.url))
    };
    let mut lines: Vec<String> = index.iter().map(line).collect();
    lines.sort_unstable();
    lines.concat()
}

/// The sort-friendly form of an address: `com,example)/path`.
fn surt(url: &str) -> String {
    let plain = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = plain.split_once('/').unwrap_or((plain, ""));
    let (host, port) = host.split_once(':').map_or((host, String::new()), |(h, p)| (h, format!(":{p}")));
    let parts: Vec<&str> = host.split('.').rev().collect();
    let path = path.trim_end_matches('/');
    format!("{}{port})/{path}", parts.join(",")).to_lowercase()
}

/// Every page with its title.
fn pages(site: &Place, base: &str, stamp: &str) -> String {
    let mut out = String::from("{\"format\":\"json-pages-1.0\",\"id\":\"pages\",\"title\":\"All Pages\"}\n");
    for path in site.paths().filter(|p| p.ends_with(".html")) {
        let text = site.text(path).unwrap_or_default();
        let title = text.split_once("<title>").and_then(|(_, t)| t.split_once("</title>")).map_or(path, |(t, _)| t);
        let title = title.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        let url = format!("{base}{path}");
        let id = &hex(&Sha256::digest(url.as_bytes()))[..16];
        out.push_str(&json!({ "id": id, "url": url, "title": title, "ts": stamp }).to_string());
        out.push('\n');
    }
    out
}
