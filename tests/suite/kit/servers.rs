//! Real servers on this machine, for tests of publishing.
//!
//! In: programs that `tests/run` installs. Out: servers that listen on the loopback address and end with the test.
//! Never listens anywhere else.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::project;

/// A running server with a folder of its own.
pub struct Server {
    child: Child,
    dir: TempDir,
    /// Where it listens.
    pub port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// A path in its folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    /// The folder that it serves.
    pub fn www(&self) -> PathBuf {
        self.path("www")
    }

    /// Starts a program once its settings stand in `dir`, and waits until it listens.
    fn start(dir: TempDir, port: u16, program: &str, arguments: &[&str]) -> Self {
        let log = fs::File::create(dir.path().join("log")).expect("a file");
        let mut command = Command::new(program);
        command.args(arguments).current_dir(dir.path()).stdin(Stdio::null());
        command.stdout(log.try_clone().expect("a handle")).stderr(log);
        let child = command.spawn().unwrap_or_else(|e| panic!("{program}: {e}; run tests/run once"));
        let mut server = Self { child, dir, port };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.child.try_wait().expect("known");
            let log = || fs::read_to_string(server.dir.path().join("log")).unwrap_or_default();
            assert!(ended.is_none() && start.elapsed() < Duration::from_secs(30), "{program}: {ended:?}\n{}", log());
            thread::sleep(Duration::from_millis(20));
        }
        server
    }
}

fn folder() -> TempDir {
    let dir = tempfile::Builder::new().prefix("gongkai-server-").tempdir().expect("a folder");
    fs::create_dir(dir.path().join("www")).expect("a folder");
    dir
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|l| l.local_addr()).expect("a port").port()
}

/// Runs a program to its end and gives what it printed.
pub fn tool(folder: &Path, program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).current_dir(folder).args(arguments).stdin(Stdio::null()).output();
    let output = output.unwrap_or_else(|e| panic!("{program}: {e}; run tests/run once"));
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The name of whoever runs the tests.
pub fn me() -> String {
    tool(Path::new("/"), "id", &["-un"])
}

/// OpenSSH with the key `key`; its own public key is that of `host.pub`.
pub fn sshd() -> Server {
    let (dir, port) = (folder(), free_port());
    for name in ["host", "key", "other"] {
        tool(dir.path(), "ssh-keygen", &["-q", "-t", "ed25519", "-N", "", "-C", "example", "-f", name]);
    }
    fs::copy(dir.path().join("key.pub"), dir.path().join("authorized")).expect("copied");
    // The server insists on it where it runs as root.
    let _ = fs::create_dir_all("/run/sshd");
    let path = |name: &str| dir.path().join(name).display().to_string();
    let settings = format!(
        "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nPidFile none\nAuthorizedKeysFile {}\nStrictModes no\n\
         PasswordAuthentication no\nKbdInteractiveAuthentication no\nUsePAM no\nPermitRootLogin yes\nSubsystem sftp internal-sftp\n",
        path("host"),
        path("authorized")
    );
    fs::write(dir.path().join("sshd_config"), settings).expect("written");
    let settings = path("sshd_config");
    Server::start(dir, port, "/usr/sbin/sshd", &["-D", "-e", "-f", &settings])
}

/// An authority `ca.pem` and a certificate of 127.0.0.1 that it signed.
fn certificates(dir: &Path) {
    let subject = ["-subj", "/CN=example"];
    let new = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-keyout", "ca.key", "-out", "ca.pem"];
    tool(dir, "openssl", &[&new[..], &subject].concat());
    tool(
        dir,
        "openssl",
        &[&["req", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "csr"][..], &subject].concat(),
    );
    fs::write(dir.join("ext"), "subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n").expect("written");
    let sign = ["x509", "-req", "-in", "csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "30"];
    tool(dir, "openssl", &[&sign[..], &["-extfile", "ext", "-out", "cert.pem"]].concat());
}

/// ProFTPD with the user `gk` and the password `mima`; TLS by an authority in `ca.pem`.
pub fn ftp() -> Server {
    let (dir, port) = (folder(), free_port());
    certificates(dir.path());
    let hash = tool(dir.path(), "openssl", &["passwd", "-6", "-salt", "example", "mima"]);
    let (uid, gid) = (tool(dir.path(), "id", &["-u"]), tool(dir.path(), "id", &["-g"]));
    let here = dir.path().display().to_string();
    fs::write(dir.path().join("users"), format!("gk:{hash}:{uid}:{gid}::{here}/www:/bin/sh\n")).expect("written");
    private(&dir.path().join("users"));
    private(&dir.path().join("key.pem"));
    let (user, group) = (me(), tool(dir.path(), "id", &["-gn"]));
    let settings = format!(
        "LoadModule mod_tls.c\nServerName example\nServerType standalone\nDefaultAddress 127.0.0.1\nPort {port}\nUseIPv6 off\n\
         User {user}\nGroup {group}\nRootLogin on\nRequireValidShell off\nAuthUserFile {here}/users\nAuthOrder mod_auth_file.c\n\
         UseReverseDNS off\nAllowOverwrite on\nPidFile {here}/pid\nScoreboardFile {here}/scores\nDelayEngine off\nWtmpLog off\n\
         TransferLog none\nSystemLog {here}/system\nTLSEngine on\nTLSRequired off\nTLSProtocol TLSv1.2 TLSv1.3\n\
         TLSRSACertificateFile {here}/cert.pem\nTLSRSACertificateKeyFile {here}/key.pem\nTLSOptions NoSessionReuseRequired\nTLSLog none\n"
    );
    fs::write(dir.path().join("proftpd.conf"), settings).expect("written");
    let path = format!("{here}/proftpd.conf");
    Server::start(dir, port, "/usr/sbin/proftpd", &["-n", "-c", &path])
}

fn private(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("rights");
    }
    let _ = path;
}

/// nginx with WebDAV under `/dav/` for the user `gk` with the password `mima`, and the same to read under `/`, with
/// further settings for readers.
pub fn nginx(more: &str) -> Server {
    let (dir, port) = (folder(), free_port());
    let hash = tool(dir.path(), "openssl", &["passwd", "-apr1", "-salt", "example", "mima"]);
    fs::write(dir.path().join("users"), format!("gk:{hash}\n")).expect("written");
    let here = dir.path().display().to_string();
    let user = if me() == "root" { "user root;\n" } else { "" };
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|n| format!("{n}_temp_path {here}/{n};\n"))
        .collect();
    let settings = format!(
        "{user}load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;\ndaemon off;\npid {here}/pid;\nerror_log {here}/errors;\n\
         events {{}}\nhttp {{\naccess_log off;\n{temporary}server {{\nlisten 127.0.0.1:{port};\nroot {here}/www;\n\
         location /dav/ {{\nalias {here}/www/;\ndav_methods PUT DELETE MKCOL COPY MOVE;\ndav_ext_methods PROPFIND OPTIONS;\n\
         create_full_put_path on;\nclient_max_body_size 0;\nauth_basic example;\nauth_basic_user_file {here}/users;\n}}\n\
         include {here}/site.conf;\n}}\n}}\n"
    );
    fs::write(dir.path().join("nginx.conf"), settings).expect("written");
    fs::write(dir.path().join("site.conf"), more).expect("written");
    let path = format!("{here}/nginx.conf");
    Server::start(dir, port, "/usr/sbin/nginx", &["-p", &here, "-c", &path])
}

/// What a server answers to a request for a path: the head in small letters, and the body.
pub fn ask(port: u16, path: &str) -> (String, String) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").expect("sent");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("answered");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    (head.to_lowercase(), body.to_owned())
}

/// The python in which `tests/run` installs judges of others.
fn python() -> String {
    project("tests/peers/.venv/bin/python").display().to_string()
}

/// A store that speaks like S3, with the bucket `tong`: it calculates every signature itself.
pub struct S3 {
    server: Server,
    /// The access key that may do everything there.
    pub key: String,
    /// Its secret.
    pub secret: String,
}

impl S3 {
    /// Starts it.
    pub fn start() -> Self {
        let (dir, port) = (folder(), free_port());
        let (program, listen) = (project("tests/peers/s3.py").display().to_string(), port.to_string());
        let here = dir.path().display().to_string();
        let server = Server::start(dir, port, &python(), &[&program, "serve", &listen, &here]);
        let start = Instant::now();
        let keys = loop {
            if let Ok(keys) = fs::read_to_string(server.path("keys")) {
                break keys;
            }
            let log = || fs::read_to_string(server.path("log")).unwrap_or_default();
            assert!(start.elapsed() < Duration::from_secs(60), "no keys:\n{}", log());
            thread::sleep(Duration::from_millis(20));
        };
        let (key, secret) = keys.split_once(' ').expect("two words");
        Self { server, key: key.to_owned(), secret: secret.to_owned() }
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.server.port
    }

    /// The folder of its objects as they are now, and the heads they are sent with, fetched by a client of others.
    pub fn objects(&self) -> (PathBuf, BTreeMap<String, [String; 2]>) {
        let (program, here) = (project("tests/peers/s3.py").display().to_string(), self.server.path("."));
        tool(&here, &python(), &[&program, "read", &self.port().to_string(), &here.display().to_string()]);
        let heads = fs::read(self.server.path("heads")).expect("heads");
        (self.server.path("www/gk"), serde_json::from_slice(&heads).expect("JSON"))
    }
}

/// A request to a store of a cloud.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    /// How it asks.
    pub method: String,
    /// For what.
    pub url: String,
    /// Whether it is signed as the vendor's own program signs it.
    pub right: bool,
    /// Its heads, names in small letters.
    pub heads: BTreeMap<String, String>,
}

/// The store of a cloud (`oss`, `cos`, `obs`) for the access key `ID` with the secret `mima`, behind a proxy.
pub fn cloud(name: &str) -> Server {
    let (dir, port) = (folder(), free_port());
    let (program, listen) = (project("tests/peers/stores.py").display().to_string(), port.to_string());
    let here = dir.path().display().to_string();
    Server::start(dir, port, &python(), &[&program, &listen, &here, name, "ID", "mima"])
}

impl Server {
    /// What the store of a cloud was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        let text = fs::read_to_string(self.path("asked")).unwrap_or_default();
        text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }
}
