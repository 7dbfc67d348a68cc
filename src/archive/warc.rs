//! WARC 1.1 (ISO 28500): a site as a crawler would have met it.
//!
//! In: files of a site, the address under which it stands. Out: one file of gzip members and a line of the index for
//! each. Says in its first record that it was made from files, not fetched from a network.

use std::io::Write;

use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};

use crate::value::Date;
use crate::verify::Place;

/// One response, as the index names it.
pub(super) struct Indexed {
    pub url: String,
    pub mime: &'static str,
    pub digest: String,
    pub offset: usize,
    pub length: usize,
}

/// The file and its index.
pub(super) fn of(site: &Place, base: &str, day: Date) -> (Vec<u8>, Vec<Indexed>) {
    let mut warc = Vec::new();
    let info = format!(
        "software: gongkai {}\r\nformat: WARC File Format 1.1\r\ndescription: synthesised from the files of a built site, not fetched from a network\r\n",
        env!("CARGO_PKG_VERSION")
    );
    let head = [("WARC-Type", "warcinfo".to_owned()), ("Content-Type", "application/warc-fields".to_owned())];
    warc.extend(record(&head, "warcinfo", info.as_bytes(), day));
    let mut index = Vec::new();
    for path in site.paths() {
        let body = site.get(path).unwrap_or_default();
        for url in urls(base, path) {
            let mime = mime(path);
            let mut block =
                format!("HTTP/1.1 200 OK\r\nContent-Type: {mime}\r\nContent-Length: {}\r\n\r\n", body.len());
            let digest = digest(body);
            let mut bytes = std::mem::take(&mut block).into_bytes();
            bytes.extend(body);
            let head = [
                ("WARC-Type", "response".to_owned()),
                ("WARC-Target-URI", url.clone()),
                ("WARC-Payload-Digest", digest.clone()),
                ("WARC-Block-Digest", self::digest(&bytes)),
                ("Content-Type", "application/http; msgtype=response".to_owned()),
            ];
            let member = record(&head, &url, &bytes, day);
            index.push(Indexed { url, mime, digest, offset: warc.len(), length: member.len() });
            warc.extend(member);
        }
    }
    (warc, index)
}

/// The addresses of a file: the page of a folder has two.
fn urls(base: &str, path: &str) -> Vec<String> {
    let mut urls = vec![format!("{base}{path}")];
    if let Some(folder) = path.strip_suffix("index.html").filter(|f| f.is_empty() || f.ends_with('/')) {
        urls.push(format!("{base}{folder}"));
    }
    urls
}

/// SHA-256 in base 32, as web archives write it.
fn digest(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let hash = Sha256::digest(bytes);
    let bit = |at: usize| hash.get(at / 8).map_or(0, |b| usize::from(b >> (7 - at % 8) & 1));
    let sign = |at: usize| char::from(SIGNS[(0..5).fold(0, |n, b| n * 2 + bit(at * 5 + b))]);
    format!("sha256:{}====", (0..52).map(sign).collect::<String>())
}

/// A record that is always the same for the same content.
fn record(head: &[(&str, String)], name: &str, block: &[u8], day: Date) -> Vec<u8> {
    let hash = Sha256::new().chain_update(name).chain_update([0]).chain_update(block).finalize();
    let hex = crate::text::hex(&hash[..16]);
    let uuid = format!("{}-{}-5{}-a{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..]);
    let mut text = String::from("WARC/1.1\r\n");
    for (key, value) in head {
        text.push_str(&format!("{key}: {value}\r\n"));
    }
    text.push_str(&format!(
        "WARC-Record-ID: <urn:uuid:{uuid}>\r\nWARC-Date: {day}T00:00:00Z\r\nContent-Length: {}\r\n\r\n",
        block.len()
    ));
    let mut encoder: GzEncoder<Vec<u8>> = GzBuilder::new().mtime(0).write(Vec::new(), Compression::new(6));
    let write = encoder.write_all(text.as_bytes()).and_then(|()| encoder.write_all(block));
    write.and_then(|()| encoder.write_all(b"\r\n\r\n")).expect("memory takes everything");
    encoder.finish().expect("memory takes everything")
}

/// The type of a file by its ending.
fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "checkpoint" | "tlog-proof" | "py" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "pdf" => "application/pdf",
        "ics" => "text/calendar; charset=utf-8",
        _ => "application/octet-stream",
    }
}
