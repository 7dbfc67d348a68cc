//! What hosts must be told: content types, what may be kept how long, the page for addresses that lead nowhere.
//!
//! In: nothing. Out: `_headers`, `.nojekyll`, `web.config`, and settings for nginx and Caddy, for the root of the
//! output. Never needed for reading: a host that knows none of them shows the same pages.

use super::content_type;
use crate::route::HOSTING;
use crate::view::SiteFile;

/// What may be kept for ever: its address changes when its bytes do.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// All else: kept, but asked for again each time, because a list of persons must leave on its day.
pub const ASK_AGAIN: &str = "no-cache";

/// Addresses of a theme's style sheets and scripts, all of which carry a hash in their names, as nginx and Caddy look
/// for them.
const HASHED: &str = "/assets/[^/]+\\.(css|js)$";

/// How long what stands at an address may be kept, as `Cache-Control` says it.
///
/// Whole tiles of the ledger never change; other names that carry at least sixteen hexadecimal digits of a hash do
/// not either.
pub fn cache(route: &str) -> &'static str {
    let whole_tile = route.split_once("ledger/tile/").is_some_and(|(_, tile)| !tile.contains(".p/"));
    let name = route.rsplit('/').next().unwrap_or_default();
    let hashed = name
        .split(['-', '.', '_'])
        .any(|part| part.len() >= 16 && part.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)));
    if whole_tile || (hashed && route.contains("assets/")) { FOR_EVER } else { ASK_AGAIN }
}

/// All files of this sort.
pub fn files() -> Vec<SiteFile> {
    let texts = [
        ("_headers".to_owned(), headers()),
        (".nojekyll".to_owned(), "# Pages are published as they are.\n".to_owned()),
        ("web.config".to_owned(), web_config()),
        (format!("{HOSTING}/nginx.conf"), nginx()),
        (format!("{HOSTING}/Caddyfile"), caddy()),
    ];
    let file =
        |(route, text): (String, String)| SiteFile { route, bytes: text.into_bytes(), owner: HOSTING.to_owned() };
    texts.into_iter().map(file).collect()
}

/// What a browser may do with a page, beside what the page says itself.
const SAFE: &[(&str, &str)] =
    &[("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "SAMEORIGIN"), ("Referrer-Policy", "same-origin")];

/// For hosts that read `_headers` (Netlify, Cloudflare Pages). They join what several rules say of one head, so that
/// nothing can be excepted from the first: style sheets are asked for again there, too, and answered by 304.
fn headers() -> String {
    let mut text = format!("/*\n  Cache-Control: {ASK_AGAIN}\n");
    for (name, value) in SAFE {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text.push_str("/*/ledger/tile/*\n  Content-Type: application/octet-stream\n");
    text
}

/// For IIS, which answers 404 to endings it does not know. Each is removed first, or a second one breaks the site.
fn web_config() -> String {
    let types = content_type::all().map(|(ending, kind)| {
        format!(
            "      <remove fileExtension=\".{ending}\" />\n      <mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}\" />\n"
        )
    });
    let safe = SAFE.iter().map(|(name, value)| {
        format!("        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{value}\" />\n")
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <system.webServer>\n    <staticContent>\n\
         {types}      <remove fileExtension=\".\" />\n      <mimeMap fileExtension=\".\" mimeType=\"application/octet-stream\" />\n\
         \x20     <clientCache cacheControlMode=\"DisableCache\" />\n    </staticContent>\n\
         \x20   <defaultDocument>\n      <files>\n        <clear />\n        <add value=\"index.html\" />\n      </files>\n    </defaultDocument>\n\
         \x20   <httpErrors errorMode=\"Custom\">\n      <remove statusCode=\"404\" />\n\
         \x20     <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />\n    </httpErrors>\n\
         \x20   <httpProtocol>\n      <customHeaders>\n{safe}      </customHeaders>\n    </httpProtocol>\n\
         \x20 </system.webServer>\n</configuration>\n",
        types = types.collect::<String>(),
        safe = safe.collect::<String>(),
    )
}

/// For nginx: what stands inside a `server` block.
fn nginx() -> String {
    let mut types: Vec<(&str, Vec<&str>)> = Vec::new();
    for (ending, kind) in content_type::all() {
        let kind = kind.split(';').next().unwrap_or(kind);
        match types.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, endings)) => endings.push(ending),
            None => types.push((kind, vec![ending])),
        }
    }
    let types: String = types.iter().map(|(kind, endings)| format!("    {kind} {};\n", endings.join(" "))).collect();
    let safe: String = SAFE.iter().map(|(name, value)| format!("add_header {name} \"{value}\" always;\n")).collect();
    format!(
        "# 放进 nginx 的 server {{ … }} 里；root 指向发布到的文件夹。\n# Goes into a server block of nginx; root is the folder that is published to.\n\
         # root /srv/www/gongkai;\n\
         index index.html;\nerror_page 404 /404.html;\ncharset utf-8;\ncharset_types text/css text/csv text/plain text/calendar text/javascript application/json application/xml;\n\
         types {{\n{types}}}\ndefault_type application/octet-stream;\ngzip on;\ngzip_types text/css text/csv text/plain text/calendar text/javascript application/json application/xml image/svg+xml;\n\
         add_header Cache-Control \"{ASK_AGAIN}\" always;\n{safe}\
         # 名字里有内容指纹，内容一变名字就变，可以一直缓存。Their names change with their bytes.\n\
         location ~ \"{HASHED}\" {{\n    add_header Cache-Control \"{FOR_EVER}\";\n    {}}}\n\
         # 发布记账文件不必给人看。What publishing keeps for itself.\n\
         location ~ ^/publish(ed|ing)\\.json {{ return 404; }}\n",
        safe.trim_end().replace('\n', "\n    ") + "\n"
    )
}

/// For Caddy: what stands inside a site's block.
fn caddy() -> String {
    let safe: String = SAFE.iter().map(|(name, value)| format!("\t{name} \"{value}\"\n")).collect();
    format!(
        "# 放进 Caddyfile 里站点的花括号中。Goes into the block of a site.\n# root * /srv/www/gongkai\n\
         encode gzip\n@own path /published.json.gz /publishing.json\nrespond @own 404\nheader {{\n{safe}}}\n\
         @kept path_regexp {HASHED}\nheader @kept Cache-Control \"{FOR_EVER}\"\n\
         @others not path_regexp {HASHED}\nheader @others Cache-Control \"{ASK_AGAIN}\"\n\
         handle_errors {{\n\t@missing expression {{err.status_code}} == 404\n\trewrite @missing /404.html\n\tfile_server\n}}\nfile_server\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_never_changes_is_kept_for_ever() {
        for (route, want) in [
            ("index.html", ASK_AGAIN),
            ("junying/disclosures/di-bao.csv", ASK_AGAIN),
            ("assets/style.css", ASK_AGAIN),
            ("assets/style-0123456789abcdef.css", FOR_EVER),
            ("junying/assets/app-0123456789abcdef.js", FOR_EVER),
            ("junying/files/0123456789abcdef.pdf", ASK_AGAIN),
            ("junying/ledger/tile/0/000", FOR_EVER),
            ("junying/ledger/tile/0/000.p/9", ASK_AGAIN),
            ("junying/ledger/checkpoint", ASK_AGAIN),
        ] {
            assert_eq!(cache(route), want, "{route}");
        }
    }
}
