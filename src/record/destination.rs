//! 发布: the places to which the sites are published.
//!
//! In: `发布` of `content/site.yaml`. Out: `Destination` with its address, and an error for each that cannot be meant.
//! Never holds a password or a key: those come from the environment or from the system's own store.

use percent_encoding::percent_decode_str;

use super::site::SiteConfig;
use crate::diagnostic::{At, Diagnostic, Sink, code};

crate::fields! {
    /// A place to which the sites are published.
    pub struct Destination {
        /// What people call it, as in `gongkai publish NAME`.
        name "名称": At<String>,
        /// Where it is: a folder, or an address that begins with sftp://, ftps://, ftp://, webdavs://, webdav://, s3://, oss://, cos:// or obs://.
        address "地址": At<String>,
        /// Where the service behind s3://, oss://, cos:// or obs:// listens.
        endpoint "接入点": Option<At<String>>,
        /// Region of an S3-compatible service.
        region "区域": Option<String>,
        /// Address under which readers find it; looked at after publishing.
        url "网址": Option<At<String>>,
        /// Word in the names of the environment variables that hold its user and password or its keys.
        credentials "凭据": Option<At<String>>,
        /// Public key of an SFTP server, such as `ssh-ed25519 AAAA…`; that of known_hosts where missing.
        host_key "主机公钥": Option<At<String>>,
        /// Whether every publication is a folder of its own and one move switches to it.
        switch "整体切换": Option<At<bool>>,
        /// How many publications are kept, with 整体切换.
        keep "保留版本": Option<u32>,
        /// For how many days files stay that open pages may still load.
        grace "宽限天数": Option<u32>,
    }
}

/// How a destination is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A folder of this computer: a disk, a share, a USB stick.
    Folder,
    /// SFTP by the system's `ssh`.
    Sftp,
    /// FTP in the clear.
    Ftp,
    /// FTP over TLS.
    Ftps,
    /// WebDAV in the clear.
    Webdav,
    /// WebDAV over TLS.
    Webdavs,
    /// S3 or a service that speaks like it.
    S3,
    /// 阿里云 OSS.
    Oss,
    /// 腾讯云 COS.
    Cos,
    /// 华为云 OBS.
    Obs,
}

/// The beginning of an address for each way; a folder has none.
const WAYS: &[(&str, Way)] = &[
    ("sftp", Way::Sftp),
    ("ftp", Way::Ftp),
    ("ftps", Way::Ftps),
    ("webdav", Way::Webdav),
    ("webdavs", Way::Webdavs),
    ("s3", Way::S3),
    ("oss", Way::Oss),
    ("cos", Way::Cos),
    ("obs", Way::Obs),
];

impl Way {
    /// Whether it is an object store, which wants a bucket, an endpoint and a pair of keys.
    pub fn is_store(self) -> bool {
        matches!(self, Self::S3 | Self::Oss | Self::Cos | Self::Obs)
    }

    /// Whether one move can switch a whole publication.
    pub fn can_switch(self) -> bool {
        matches!(self, Self::Folder | Self::Sftp)
    }
}

/// An address, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// How it is reached.
    pub way: Way,
    /// Who logs in, where the address says so.
    pub user: Option<String>,
    /// Host or bucket; empty for folders.
    pub host: String,
    /// Port, where it is not the usual one.
    pub port: Option<u16>,
    /// Folder there, without a slash at its end; of object stores also without one at its start.
    pub path: String,
}

/// Why an address cannot be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Its beginning is none of those known.
    Scheme,
    /// It holds a password.
    Password,
    /// It has no host or bucket.
    Host,
    /// Its port is no number.
    Port,
    /// Its path is empty or leads upwards.
    Path,
}

impl Fault {
    /// The word for it in messages.
    fn word(self) -> &'static str {
        match self {
            Self::Scheme => "scheme",
            Self::Password => "password",
            Self::Host => "host",
            Self::Port => "port",
            Self::Path => "path",
        }
    }
}

impl Address {
    /// Takes an address apart.
    ///
    /// # Errors
    /// Where it cannot be meant.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = text.trim();
        let Some((scheme, rest)) = text.split_once("://") else {
            let path = if text.len() > 1 { text.trim_end_matches(['/', '\\']) } else { text };
            let whole = Self { way: Way::Folder, user: None, host: String::new(), port: None, path: path.to_owned() };
            return if path.is_empty() { Err(Fault::Path) } else { Ok(whole) };
        };
        let way = WAYS.iter().find(|(known, _)| scheme.eq_ignore_ascii_case(known)).ok_or(Fault::Scheme)?.1;
        let (authority, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
        let (user, host) = authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
        if user.is_some_and(|user| user.contains(':')) {
            return Err(Fault::Password);
        }
        // The colons of an IPv6 address stand in brackets.
        let after = host.rfind(']').map_or(0, |at| at + 1);
        let (host, port) = match host[after..].rfind(':') {
            Some(at) => {
                let (host, port) = host.split_at(after + at);
                (host, Some(port[1..].parse().map_err(|_| Fault::Port)?))
            }
            None => (host, None),
        };
        if host.is_empty() {
            return Err(Fault::Host);
        }
        let path = plain(path);
        let path = path.trim_end_matches('/');
        let path = if way.is_store() { path.trim_start_matches('/') } else { path };
        if path.split('/').any(|part| part == "..") || (way == Way::Sftp && path.is_empty()) {
            return Err(Fault::Path);
        }
        let user = user.filter(|user| !user.is_empty()).map(plain);
        Ok(Self { way, user, host: host.to_owned(), port, path: path.to_owned() })
    }
}

fn plain(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

impl Destination {
    /// Its address, taken apart.
    ///
    /// # Errors
    /// Where it cannot be meant; `check` has said so.
    pub fn place(&self) -> Result<Address, Fault> {
        Address::parse(&self.address.value)
    }

    /// Whether every publication is a folder of its own: for SFTP unless it says no, for folders where it says yes.
    pub fn switches(&self) -> bool {
        let said = self.switch.as_ref().map(|s| s.value);
        said.unwrap_or_else(|| self.place().is_ok_and(|place| place.way == Way::Sftp))
    }

    /// How many publications are kept, at least two: this one and the one before.
    pub fn kept(&self) -> usize {
        self.keep.map_or(3, |n| n.max(2) as usize)
    }

    /// For how many days files stay that open pages may still load.
    pub fn grace_days(&self) -> u32 {
        self.grace.unwrap_or(1)
    }
}

/// Ends of the hosts on which the great object stores show nothing as a page, only as a download.
const DEFAULT_DOMAINS: &[&str] = &[".aliyuncs.com", ".myqcloud.com", ".myhuaweicloud.com"];

/// Whether an address stands on a domain of a store's own.
fn default_domain(url: &str) -> bool {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split(['/', ':']).next().unwrap_or_default();
    DEFAULT_DOMAINS.iter().any(|end| host.ends_with(end))
}

/// Reports destinations that cannot be meant, and what bites at some of them.
pub fn check(config: &SiteConfig, sink: &mut Sink) {
    for (at, destination) in config.destinations.iter().enumerate() {
        let same = |other: &&Destination| other.name.value == destination.name.value;
        if let Some(first) = config.destinations[..at].iter().find(same) {
            let twice = Diagnostic::new(&code::DESTINATION_TWICE, destination.name.span);
            sink.push(twice.arg("name", &destination.name.value).also(first.name.span));
        }
        match destination.place() {
            Err(Fault::Password) => {
                sink.push(Diagnostic::new(&code::SECRET_IN_CONTENT, destination.address.span));
            }
            Err(fault) => {
                let wrong = Diagnostic::new(&code::DESTINATION_UNREADABLE, destination.address.span);
                sink.push(wrong.arg("what", fault.word()));
            }
            Ok(place) => check_one(destination, &place, sink),
        }
    }
}

fn check_one(destination: &Destination, place: &Address, sink: &mut Sink) {
    let here = destination.address.span;
    if let Some(word) = &destination.credentials {
        let good = word.value.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
        if !good || word.value.is_empty() {
            sink.push(Diagnostic::new(&code::DESTINATION_CREDENTIALS, word.span));
        }
    }
    if place.way.is_store() && destination.endpoint.is_none() {
        sink.push(Diagnostic::new(&code::DESTINATION_LACKS, here).arg("key", "接入点"));
    }
    if let Some(switch) = destination.switch.as_ref().filter(|s| s.value && !place.way.can_switch()) {
        sink.push(Diagnostic::new(&code::DESTINATION_CANNOT_SWITCH, switch.span));
    }
    let no_page = match &destination.url {
        Some(url) => Some(url.span).filter(|_| default_domain(&url.value)),
        None => matches!(place.way, Way::Oss | Way::Cos | Way::Obs).then_some(here),
    };
    if let Some(span) = no_page {
        sink.push(Diagnostic::new(&code::DESTINATION_DOWNLOADS, span));
    }
    if matches!(place.way, Way::Ftp | Way::Webdav) {
        sink.push(Diagnostic::new(&code::DESTINATION_IN_THE_CLEAR, here));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(way: Way, user: Option<&str>, host: &str, port: Option<u16>, path: &str) -> Result<Address, Fault> {
        Ok(Address { way, user: user.map(str::to_owned), host: host.to_owned(), port, path: path.to_owned() })
    }

    #[test]
    fn addresses() {
        for (text, want) in [
            ("E:\\公开\\", address(Way::Folder, None, "", None, "E:\\公开")),
            ("/srv/www/", address(Way::Folder, None, "", None, "/srv/www")),
            ("/", address(Way::Folder, None, "", None, "/")),
            ("sftp://gk@10.0.0.8:2222/srv/www", address(Way::Sftp, Some("gk"), "10.0.0.8", Some(2222), "/srv/www")),
            ("sftp://h/~/public_html", address(Way::Sftp, None, "h", None, "/~/public_html")),
            ("ftp://[::1]:2121/", address(Way::Ftp, None, "[::1]", Some(2121), "")),
            ("ftps://host", address(Way::Ftps, None, "host", None, "")),
            ("OSS://tong/gk/", address(Way::Oss, None, "tong", None, "gk")),
            ("webdavs://h/%E5%85%AC%E5%BC%80", address(Way::Webdavs, None, "h", None, "/公开")),
            ("ftp://a:b@h/x", Err(Fault::Password)),
            ("gopher://h/", Err(Fault::Scheme)),
            ("s3:///x", Err(Fault::Host)),
            ("ftp://h:port/", Err(Fault::Port)),
            ("ftp://h/a/../b", Err(Fault::Path)),
            ("sftp://h/", Err(Fault::Path)),
            (" ", Err(Fault::Path)),
        ] {
            assert_eq!(Address::parse(text), want, "{text}");
        }
    }

    #[test]
    fn domains_that_only_download() {
        assert!(default_domain("https://tong.oss-cn-wuhan-lr.aliyuncs.com/"));
        assert!(default_domain("tong.cos-website.ap-shanghai.myqcloud.com"));
        assert!(!default_domain("https://gk.example.cn/aliyuncs.com/"));
    }
}
