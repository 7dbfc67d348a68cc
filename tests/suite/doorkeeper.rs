//! Requests that must be refused, each in full, and their neighbours that must not.
//!
//! In: a preview of two communities. Out: every request that was let through or answered otherwise than said.
//! Never sends through a client's library: see `kit::preview`.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use gongkai::serve::{LONGEST_FORM, LONGEST_UPLOAD};

use crate::kit::preview::Preview;
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;

/// Status, request line, further lines; the name of this machine is told unless a line tells another.
const REFUSED: &[(u16, &str, &[&str])] = &[
    // Names that somebody pointed at this machine.
    (421, "GET /", &["Host: evil.example"]),
    (421, "GET /", &["Host: evil.example:{port}"]),
    (421, "GET /", &["Host: 127.0.0.1.nip.example:{port}"]),
    (421, "GET /", &["Host: localhost.evil.example:{port}"]),
    (421, "GET /", &["Host: 127.0.0.1:1"]),
    (421, "GET /", &["Host: 127.0.0.1"]),
    (421, "GET /", &["Host: localhost"]),
    (421, "GET /", &["Host: 192.168.1.5:{port}"]),
    (421, "GET /", &["Host: 0.0.0.0:{port}"]),
    (421, "GET /", &["Host: [2001:db8::1]:{port}"]),
    (421, "GET /", &["Host: 2130706433:{port}"]),
    (421, "GET /", &["Host: 127.1:{port}"]),
    (421, "GET /", &["Host: evil@127.0.0.1:{port}"]),
    (421, "GET /", &["Host: "]),
    (421, "GET /", &["-Host"]),
    (400, "GET /", &["Host: {host}", "Host: evil.example"]),
    (421, "POST /_edit/", &["Host: evil.example:{port}", "X-Gongkai-Token: {token}"]),
    // Other pages.
    (403, "GET /", &["Origin: http://evil.example"]),
    (403, "GET /", &["Origin: null"]),
    (403, "GET /", &["Origin: https://{host}"]),
    (403, "GET /", &["Origin: http://127.0.0.1:1"]),
    (403, "GET /", &["Origin: http://localhost:{port}"]),
    (403, "GET /", &["Origin: http://{host}.evil.example"]),
    (400, "GET /", &["Origin: http://{host}", "Origin: http://evil.example"]),
    (403, "GET /junying/data.json", &["Sec-Fetch-Site: cross-site"]),
    (403, "GET /", &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"]),
    (403, "GET /", &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"]),
    (403, "GET /", &["Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"]),
    (403, "GET /_serve/events?at=/&hash=", &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors"]),
    (403, "GET /_serve/live.js", &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"]),
    (403, "GET /", &["Sec-Fetch-Site: something-new"]),
    (403, "POST /_edit/", &["Origin: http://evil.example", "X-Gongkai-Token: {token}"]),
    (403, "POST /_edit/", &["Sec-Fetch-Site: cross-site", "X-Gongkai-Token: {token}"]),
    (403, "POST /_edit/", &["-Origin", "X-Gongkai-Token: {token}"]),
    (403, "POST /_edit/", &["-Origin", "Sec-Fetch-Site: none", "X-Gongkai-Token: {token}"]),
    (
        403,
        "POST /_edit/",
        &[
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Mode: navigate",
            "Sec-Fetch-Dest: document",
            "X-Gongkai-Token: {token}",
        ],
    ),
    // Places that a path does not name.
    (400, "GET /../content/site.yaml", &[]),
    (400, "GET /junying/../../content/site.yaml", &[]),
    (400, "GET /%2e%2e/content/site.yaml", &[]),
    (400, "GET /%2E%2E%2Fcontent%2Fsite.yaml", &[]),
    (400, "GET /..%2fcontent/site.yaml", &[]),
    (400, "GET /..%5ccontent/site.yaml", &[]),
    (400, "GET /..\\content\\site.yaml", &[]),
    (400, "GET /%252e%252e/content/site.yaml", &[]),
    (400, "GET /%25%32%65%25%32%65/content/site.yaml", &[]),
    (400, "GET /%c0%ae%c0%ae/content/site.yaml", &[]),
    (400, "GET /..%c0%afcontent/site.yaml", &[]),
    (400, "GET /%e2%80%a5%ef%bc%8fcontent/site.yaml", &[]),
    (400, "GET //etc/passwd", &[]),
    (400, "GET /shanghe//index.html", &[]),
    (400, "GET /./index.html", &[]),
    (400, "GET /index.html%00.png", &[]),
    (400, "GET /%0d%0aSet-Cookie:%20a=b", &[]),
    (400, "GET /C:/Windows/win.ini", &[]),
    (400, "GET /index.html%20", &[]),
    (400, "GET /%zz", &[]),
    (400, "GET /%", &[]),
    (400, "GET http://127.0.0.1/", &[]),
    (400, "GET file:///etc/passwd", &[]),
    (400, "GET *", &[]),
    (400, "GET index.html", &[]),
    (400, "GET /_serve/events?at=/../content&hash=", &[]),
    (404, "GET /content/site.yaml", &[]),
    (404, "GET /.gongkai/cache", &[]),
    (404, "GET /etc/passwd", &[]),
    (404, "GET /shanghe/community.yaml", &[]),
    (404, "GET /_serve/", &[]),
    // Writes that do not know the token.
    (403, "POST /_edit/", &[]),
    (403, "POST /_edit/", &["X-Gongkai-Token: "]),
    (403, "POST /_edit/", &["X-Gongkai-Token: 0000000000000000000000000000000000000000000000000000000000000000"]),
    (403, "POST /_edit/", &["X-Gongkai-Token: {token}0"]),
    (400, "POST /_edit/", &["X-Gongkai-Token: {token}", "X-Gongkai-Token: x"]),
    (403, "POST /_edit/?_token={token}", &[]),
    (403, "POST /_edit/", &["Cookie: _token={token}"]),
    // Methods, and effects where there are none.
    (405, "PUT /_edit/", &["X-Gongkai-Token: {token}"]),
    (405, "DELETE /_edit/", &["X-Gongkai-Token: {token}"]),
    (405, "PATCH /_edit/", &["X-Gongkai-Token: {token}"]),
    (405, "OPTIONS /_edit/", &["Origin: http://evil.example", "Access-Control-Request-Method: POST"]),
    (405, "TRACE /", &[]),
    (405, "CONNECT 127.0.0.1:80", &[]),
    (405, "get /", &[]),
    (405, "HEAD /_serve/events?at=/&hash=", &[]),
    (405, "POST /", &["X-Gongkai-Token: {token}"]),
    (405, "POST /shanghe/index.html", &["X-Gongkai-Token: {token}"]),
    (405, "POST /_serve/live.js", &["X-Gongkai-Token: {token}"]),
    (405, "POST /_serve/enter", &[]),
    (400, "GET /_edit/", &["Content-Length: 3"]),
    // Bodies.
    (415, "POST /_edit/", &["Content-Type: application/json", "X-Gongkai-Token: {token}"]),
    (415, "POST /_edit/", &["Content-Type: text/plain", "X-Gongkai-Token: {token}"]),
    (415, "POST /_edit/", &["Content-Type: multipart/form-data", "X-Gongkai-Token: {token}"]),
    (415, "POST /_edit/", &["-Content-Type", "X-Gongkai-Token: {token}"]),
    (411, "POST /_edit/", &["-Content-Length", "X-Gongkai-Token: {token}"]),
    (411, "POST /_edit/", &["Transfer-Encoding: chunked", "X-Gongkai-Token: {token}"]),
    (400, "POST /_edit/", &["Content-Length: -1", "X-Gongkai-Token: {token}"]),
    (400, "POST /_edit/", &["Content-Length: 0x10", "X-Gongkai-Token: {token}"]),
    (400, "POST /_edit/", &["Content-Length: 3, 3", "X-Gongkai-Token: {token}"]),
    (400, "POST /_edit/", &["Content-Length: 3", "Content-Length: 4", "X-Gongkai-Token: {token}"]),
    (413, "POST /_edit/", &["Content-Length: {form+1}", "X-Gongkai-Token: {token}"]),
    (413, "POST /_edit/", &["Content-Length: 99999999999999999999999", "X-Gongkai-Token: {token}"]),
    (
        413,
        "POST /_edit/",
        &["Content-Type: multipart/form-data; boundary=x", "Content-Length: {upload+1}", "X-Gongkai-Token: {token}"],
    ),
    (408, "POST /_edit/", &["Content-Length: 10", "X-Gongkai-Token: {token}"]),
];

/// Puts a request together: what a browser on this machine would send, then what is said otherwise.
fn request(line: &str, said: &[&str]) -> String {
    let write = line.starts_with("POST");
    let mut lines: Vec<(&str, &str)> = vec![("Host", "{host}")];
    if write {
        lines.extend([("Origin", "http://{host}"), ("Content-Type", "application/x-www-form-urlencoded")]);
        lines.push(("Content-Length", "3"));
    }
    for said in said {
        let name = said.strip_prefix('-').unwrap_or_else(|| said.split_once(": ").expect("a header").0);
        lines.retain(|(n, _)| *n != name);
    }
    let mut text = format!("{line} HTTP/1.1\r\n");
    lines.iter().for_each(|(name, value)| text.push_str(&format!("{name}: {value}\r\n")));
    said.iter().filter(|s| !s.starts_with('-')).for_each(|s| text.push_str(&format!("{s}\r\n")));
    let text = text.replace("{form+1}", &(LONGEST_FORM + 1).to_string());
    let text = text.replace("{upload+1}", &(LONGEST_UPLOAD + 1).to_string());
    text + "Connection: close\r\n\r\n" + if write { "a=1" } else { "" }
}

#[test]
fn whatever_another_page_or_device_could_send_is_refused() {
    let site = SiteTest::two();
    let before = Tree::read(site.root());
    let preview = Preview::of(&site);
    let mut wrong = Vec::new();
    for (status, line, said) in REFUSED {
        let reply = preview.raw(&request(line, said));
        let secret = reply.body.contains(&preview.running.token) || reply.body.contains("武汉") && *status != 404;
        let shared = reply.head.to_lowercase().contains("access-control");
        let yaml = reply.body.contains("名称:");
        if reply.status != *status || secret || shared || yaml {
            wrong.push(format!("{line} {said:?}: {} instead of {status}: {}", reply.status, reply.body));
        }
    }
    assert!(REFUSED.len() >= 60, "only {} requests", REFUSED.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(Tree::read(site.root()).difference(&before), "", "nothing was written");
}

#[test]
fn looking_changes_nothing_whatever_stands_in_the_address() {
    let site = SiteTest::two();
    let preview = Preview::of(&site);
    let before = Tree::read(site.root());
    let record = "/_edit/c/shanghe/pages/r/cun-qing";
    for path in ["", "/erase", "/versions", "/text"] {
        for asked in ["_do=save", "_do=draft", "_do=mask", "_do=discard", "_version=000001", ""] {
            for method in ["GET", "HEAD"] {
                let line =
                    format!("{method} {record}{path}?{asked}&r/title=evil&_text=evil&_token={}", preview.running.token);
                preview.raw(&request(&line, &["X-Gongkai-Token: {token}"]));
            }
        }
    }
    assert_eq!(Tree::read(site.root()).touched_since(&before), "");
}

#[test]
fn what_this_machine_asks_is_answered() {
    let site = SiteTest::two();
    let preview = Preview::of(&site);
    for (status, line, said) in [
        (200, "GET /", &[][..]),
        (200, "GET /", &["Host: localhost:{port}"]),
        (200, "GET /", &["Host: LOCALHOST:{port}"]),
        (200, "GET /", &["Origin: http://{host}", "Sec-Fetch-Site: same-origin"]),
        (200, "GET /", &["Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"]),
        (200, "GET /", &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"]),
        (200, "HEAD /", &[]),
        (200, "GET /?from=x&isappinstalled=0", &[]),
        (200, "GET /shanghe/", &[]),
        (302, "GET /shanghe", &[]),
        (200, "GET /shanghe/assets/style.css", &[]),
        (200, "GET /search-data/meta.js", &[]),
        (404, "GET /%E6%9D%91.html", &[]),
    ] {
        let reply = preview.raw(&request(line, said));
        assert_eq!(reply.status, status, "{line} {said:?}: {}", reply.head);
        let manners = "default-src 'none'; script-src 'self'; style-src 'self'";
        assert!(reply.header("Content-Security-Policy").is_some_and(|p| p.starts_with(manners)), "{}", reply.head);
        assert_eq!(reply.header("X-Content-Type-Options"), Some("nosniff"));
        assert_eq!(reply.header("Access-Control-Allow-Origin"), None);
        assert_eq!(reply.body.is_empty(), line.starts_with("HEAD") || status == 302, "{line}");
    }
    // With the token the editor is asked; it says itself what it does not know.
    let known = ["X-Gongkai-Token: {token}"];
    assert!(!preview.raw(&request("POST /_edit/no-such-page", &known)).body.contains("刷新"));
    let form = "_token={token}".replace("{token}", &preview.running.token);
    let length = format!("Content-Length: {}", form.len());
    let text = request("POST /_edit/no-such-page", &[&length]);
    assert!(!preview.raw(&(text.trim_end_matches("a=1").to_owned() + &form)).body.contains("刷新"));
}

#[test]
fn slow_and_endless_requests_lose_their_connection_and_nothing_else() {
    let site = SiteTest::two();
    let preview = Preview::of(&site);
    let open = || {
        let stream = TcpStream::connect(preview.running.address).expect("the preview listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a deadline");
        stream
    };
    // A head that never ends, a sign at a time.
    let mut slow = open();
    let _ = slow.write_all(b"GET / HTTP/1.1\r\n");
    for _ in 0..40 {
        std::thread::sleep(Duration::from_millis(50));
        if slow.write_all(b"a").is_err() {
            break;
        }
    }
    assert_eq!(status(&mut slow), 408);
    // A head without end, as fast as it goes.
    let mut long = open();
    let _ = long.write_all(format!("GET / HTTP/1.1\r\nA: {}", "a".repeat(1 << 20)).as_bytes());
    assert_eq!(status(&mut long), 431);
    let mut many = open();
    let _ = many.write_all(format!("GET / HTTP/1.1\r\n{}", "A: b\r\n".repeat(70)).as_bytes());
    assert_eq!(status(&mut many), 431);
    let mut far = open();
    let _ = far.write_all(format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(8000)).as_bytes());
    assert_eq!(status(&mut far), 414);
    // Not HTTP, and HTTP of another time.
    for (text, wanted) in [("\u{16}\u{3}\u{1}\r\n\r\n", 400), ("GET / HTTP/2.0\r\n\r\n", 505), ("GET /\r\n\r\n", 400)] {
        let mut other = open();
        let _ = other.write_all(text.as_bytes());
        assert_eq!(status(&mut other), wanted, "{text:?}");
    }
    // Two requests on one connection, the second hidden in what looks like the body of the first.
    let hidden =
        "GET / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 40\r\n\r\nGET /shanghe/ HTTP/1.1\r\nHost: {host}\r\n\r\n";
    let reply = preview.raw(hidden);
    assert_eq!((reply.status, reply.body.contains("HTTP/1.1 200")), (400, false), "{reply:?}");
    assert_eq!(preview.get("/").status, 200, "others are still served");
}

fn status(stream: &mut TcpStream) -> u16 {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    text.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or_default()
}

#[test]
fn only_this_machine_is_listened_to_and_other_devices_need_a_code_each() {
    let site = SiteTest::two();
    let closed = Preview::of(&site);
    assert!(closed.running.address.ip().is_loopback());
    let Some(own) = own_address() else { return };
    assert!(TcpStream::connect_timeout(&(own, closed.port()).into(), Duration::from_secs(2)).is_err());

    let open = Preview::start(&site, false, true);
    let ip = own.to_string();
    let from = |text: &str| open.raw_from(&ip, &text.replace("{ip}", &ip));
    let get = |path: &str, more: &str| {
        from(&format!("GET {path} HTTP/1.1\r\nHost: {{ip}}:{{port}}\r\nConnection: close\r\n{more}\r\n"))
    };
    let enter = |code: &str| {
        let body = format!("code={code}");
        let length = body.len();
        from(&format!(
            "POST /_serve/enter HTTP/1.1\r\nHost: {{ip}}:{{port}}\r\nOrigin: http://{{ip}}:{{port}}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}"
        ))
    };
    assert_eq!(open.get("/").status, 200, "this machine needs none");
    assert_eq!(get("/", "").status, 403);
    assert!(get("/", "").body.contains("输入验证码"));
    assert_eq!(get("/_serve/events?at=/&hash=", "").status, 403);
    assert_eq!(get("/", "Cookie: gongkai_device=x\r\n").status, 403);
    assert_eq!(from("GET / HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n").status, 421, "a name can be pointed here");
    let code = || open.codes.lock().expect("codes").last().expect("a code").clone();
    let first = code();
    assert_eq!(enter("00000000").status, 403);
    let entered = enter(&format!("{}-{}", &first[..4], &first[4..]));
    assert_eq!(entered.status, 303, "{entered:?}");
    let cookie = entered.header("Set-Cookie").expect("a cookie").to_owned();
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
    let pair = cookie.split(';').next().expect("a pair");
    assert_eq!(get("/", &format!("Cookie: other=1; {pair}\r\n")).status, 200);
    assert_ne!(code(), first, "there is a new code for the next device");
    assert_eq!(enter(&first).status, 403, "a code works once");
    let second = code();
    for _ in 0..4 {
        assert_eq!(enter("00000000").status, 403);
    }
    assert_ne!(code(), second, "guessing makes a code useless");
    assert_eq!(enter(&second).status, 403);
}

/// An address of this machine that is not its loopback.
fn own_address() -> Option<std::net::IpAddr> {
    let socket = std::net::UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    socket.local_addr().ok().map(|a| a.ip()).filter(|ip| !ip.is_loopback() && !ip.is_unspecified())
}
