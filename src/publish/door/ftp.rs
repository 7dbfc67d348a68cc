//! FTP, in the clear or over TLS.
//!
//! In: an address, a password. Out: a door; each file is written under another name and renamed. Never trusts a
//! certificate that the system does not. OpenDAL's FTP cannot rename, so a reader could meet half a page.

use std::io::{Cursor, ErrorKind};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::{Arc, Mutex, PoisonError};

use rustls_platform_verifier::ConfigVerifierExt;
use suppaftp::rustls::ClientConfig;
use suppaftp::types::FileType;
use suppaftp::{FtpError, RustlsConnector, RustlsFtpStream, Status};

use super::{Door, Head, PATIENCE, Secrets, Sort, Trouble, needed, patiently, user};
use crate::record::destination::{Address, Way};

/// What a file is called while it is on its way.
const BESIDE: &str = ".gongkai-new";

/// An open FTP server.
pub struct Ftp {
    place: Address,
    user: String,
    password: String,
    tls: Option<Arc<ClientConfig>>,
    idle: Mutex<Vec<RustlsFtpStream>>,
}

impl Ftp {
    /// Logs in.
    ///
    /// # Errors
    /// Where the server cannot be reached, is not trusted, or does not let us in.
    pub fn open(place: &Address, secrets: Secrets<'_>) -> Result<Self, Trouble> {
        let user = user(place, secrets).ok_or_else(|| Trouble::new(Sort::Login, "USER"))?;
        super::trust();
        let tls = (place.way == Way::Ftps).then(ClientConfig::with_platform_verifier).transpose();
        let tls = tls.map_err(|e| Trouble::new(Sort::HostKey, e))?.map(Arc::new);
        let password = needed(secrets, "PASSWORD")?;
        let ftp = Self { place: place.clone(), user, password, tls, idle: Mutex::default() };
        let first = patiently(|| ftp.connect())?;
        ftp.give_back(first);
        Ok(ftp)
    }

    fn connect(&self) -> Result<RustlsFtpStream, Trouble> {
        let host = self.place.host.trim_matches(['[', ']']);
        let port = self.place.port.unwrap_or(21);
        let passing = |e: std::io::Error| Trouble::new(Sort::Passing, e);
        let address = (host, port).to_socket_addrs().map_err(passing)?.next();
        let address = address.ok_or_else(|| Trouble::new(Sort::Passing, host))?;
        let stream = dial(address).map_err(passing)?;
        let mut stream = RustlsFtpStream::connect_with_stream(stream).map_err(trouble)?;
        stream.set_passive_nat_workaround(true);
        let mut stream = stream.passive_stream_builder(|address| dial(address).map_err(FtpError::ConnectionError));
        if let Some(tls) = &self.tls {
            stream = stream.into_secure(RustlsConnector::from(tls.clone()), host).map_err(|e| match e {
                FtpError::SecureError(cause) => Trouble::new(Sort::HostKey, cause),
                other => trouble(other),
            })?;
        }
        stream.login(&self.user, &self.password).map_err(|e| match e {
            FtpError::UnexpectedResponse(said) => Trouble::new(Sort::Login, said),
            other => trouble(other),
        })?;
        stream.transfer_type(FileType::Binary).map_err(trouble)?;
        Ok(stream)
    }

    fn give_back(&self, stream: RustlsFtpStream) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(stream);
    }

    /// Does something over a connection; one that broke is dropped, and it is tried again over a new one.
    fn with<T>(&self, work: impl Fn(&mut RustlsFtpStream) -> Result<T, FtpError>) -> Result<T, Trouble> {
        patiently(|| {
            let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let mut stream = idle.map_or_else(|| self.connect(), Ok)?;
            match work(&mut stream).map_err(trouble) {
                Err(broken) if broken.sort == Sort::Passing => Err(broken),
                done => {
                    self.give_back(stream);
                    done
                }
            }
        })
    }

    fn full(&self, path: &str) -> String {
        format!("{}/{path}", self.place.path)
    }
}

fn dial(address: SocketAddr) -> std::io::Result<TcpStream> {
    let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    Ok(stream)
}

fn trouble(error: FtpError) -> Trouble {
    match error {
        FtpError::UnexpectedResponse(said) if said.status.code() / 100 == 5 => Trouble::new(Sort::Refused, said),
        FtpError::ConnectionError(cause) if cause.kind() == ErrorKind::InvalidData => {
            Trouble::new(Sort::HostKey, cause)
        }
        other => Trouble::new(Sort::Passing, other),
    }
}

/// Whether a server says that there is no such file.
fn is_missing(error: &FtpError) -> bool {
    matches!(error, FtpError::UnexpectedResponse(said) if said.status == Status::FileUnavailable)
}

/// Makes the folders of a path; those that are there already are no trouble.
fn make_folders(stream: &mut RustlsFtpStream, path: &str) -> Result<(), FtpError> {
    for (at, _) in path.match_indices('/').filter(|(at, _)| *at > 0) {
        match stream.mkdir(&path[..at]) {
            Err(FtpError::UnexpectedResponse(said)) if said.status.code() / 100 == 5 => {}
            other => other?,
        }
    }
    Ok(())
}

impl Door for Ftp {
    fn lanes(&self) -> usize {
        3
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let full = self.full(path);
        self.with(|stream| match stream.retr_as_buffer(&full) {
            Err(error) if is_missing(&error) => Ok(None),
            done => done.map(|bytes| Some(bytes.into_inner())),
        })
    }

    fn put(&self, path: &str, bytes: &[u8], _: Head) -> Result<(), Trouble> {
        let full = self.full(path);
        let beside = format!("{full}{BESIDE}");
        self.with(|stream| {
            let send = |stream: &mut RustlsFtpStream| stream.put_file(&beside, &mut Cursor::new(bytes)).map(drop);
            match send(stream) {
                // Most often the folder is missing.
                Err(FtpError::UnexpectedResponse(said)) if said.status.code() / 100 == 5 => {
                    make_folders(stream, &full)?;
                    send(stream)?;
                }
                done => done?,
            }
            match stream.rename(&beside, &full) {
                // Some servers rename only to names that are free.
                Err(FtpError::UnexpectedResponse(said)) if said.status.code() / 100 == 5 => {
                    stream.rm(&full)?;
                    stream.rename(&beside, &full)
                }
                done => done,
            }
        })
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        let full = self.full(path);
        self.with(|stream| match stream.rm(&full) {
            Err(error) if is_missing(&error) => Ok(()),
            done => done,
        })
    }
}
