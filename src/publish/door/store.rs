//! Object stores and WebDAV, by Apache OpenDAL.
//!
//! In: an address, a pair of keys or a password. Out: a door; objects are put whole by their nature, files of WebDAV
//! are written under another name and moved. Never lists a store: what is there is known from what was published.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use opendal::{ErrorKind, Operator, services};
use tokio::runtime::Runtime;

use super::{Door, Head, PATIENCE, Secrets, Sort, Trouble, needed, patiently, user};
use crate::record::destination::{Address, Destination, Way};

/// What a file is called while it is on its way.
const BESIDE: &str = ".gongkai-new";

/// An open store.
pub struct Store {
    operator: Operator,
    runtime: Arc<Runtime>,
    moves: bool,
}

impl Store {
    /// Opens a store; nothing is asked of it yet.
    ///
    /// # Errors
    /// Where a secret is missing, or the settings cannot be meant.
    pub fn open(destination: &Destination, place: &Address, secrets: Secrets<'_>) -> Result<Self, Trouble> {
        let endpoint = destination.endpoint.as_ref().map_or("", |e| e.value.as_str());
        let operator = match place.way {
            Way::Webdav | Way::Webdavs => {
                let scheme = if place.way == Way::Webdavs { "https" } else { "http" };
                let port = place.port.map_or(String::new(), |port| format!(":{port}"));
                let mut builder = services::Webdav::default()
                    .endpoint(&format!("{scheme}://{}{port}", place.host))
                    .root(&format!("{}/", place.path));
                if let Some(user) = user(place, secrets) {
                    builder = builder.username(&user).password(&needed(secrets, "PASSWORD")?);
                }
                Operator::new(builder)
            }
            _ => {
                let keys = Keys { id: needed(secrets, "KEY_ID")?, secret: needed(secrets, "KEY_SECRET")? };
                keyed(destination, place, endpoint, &keys, secrets("KEY_TOKEN").as_deref())
            }
        };
        let operator = operator.map_err(trouble)?;
        Ok(Self { operator, runtime: runtime()?, moves: matches!(place.way, Way::Webdav | Way::Webdavs) })
    }

    /// Waits for an answer, not too long, and asks again where the trouble may pass.
    fn wait<T, F>(&self, ask: impl Fn() -> F, patience: Duration) -> Result<T, Trouble>
    where
        F: Future<Output = opendal::Result<T>>,
    {
        patiently(|| wait(&self.runtime, ask(), patience))
    }
}

struct Keys {
    id: String,
    secret: String,
}

/// An operator of a service that wants a bucket, an endpoint and a pair of keys.
fn keyed(
    destination: &Destination,
    place: &Address,
    endpoint: &str,
    keys: &Keys,
    token: Option<&str>,
) -> opendal::Result<Operator> {
    let root = format!("/{}/", place.path);
    let (bucket, id, secret, token) = (&place.host, &keys.id, &keys.secret, token.unwrap_or_default());
    match place.way {
        Way::Oss => Operator::new(
            services::Oss::default()
                .root(&root)
                .bucket(bucket)
                .endpoint(endpoint)
                .access_key_id(id)
                .access_key_secret(secret)
                .security_token(token),
        ),
        Way::Cos => Operator::new(
            services::Cos::default()
                .root(&root)
                .bucket(bucket)
                .endpoint(endpoint)
                .secret_id(id)
                .secret_key(secret)
                .security_token(token)
                .disable_config_load(),
        ),
        Way::Obs => Operator::new(
            services::Obs::default()
                .root(&root)
                .bucket(bucket)
                .endpoint(endpoint)
                .access_key_id(id)
                .secret_access_key(secret),
        ),
        _ => Operator::new(
            services::S3::default()
                .root(&root)
                .bucket(bucket)
                .endpoint(endpoint)
                .region(destination.region.as_deref().unwrap_or("auto"))
                .access_key_id(id)
                .secret_access_key(secret)
                .session_token(token)
                .disable_config_load()
                .disable_ec2_metadata(),
        ),
    }
}

/// The threads that talk to stores, and the way to HTTPS; both are made once.
pub(super) fn runtime() -> Result<Arc<Runtime>, Trouble> {
    static RUNTIME: OnceLock<Arc<Runtime>> = OnceLock::new();
    if let Some(made) = RUNTIME.get() {
        return Ok(made.clone());
    }
    super::trust();
    opendal_http_transport_reqwest::install_default();
    let made = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    Ok(RUNTIME.get_or_init(|| Arc::new(made)).clone())
}

/// Waits for an answer, not longer than `patience`.
pub(super) fn wait<T>(
    runtime: &Runtime,
    answer: impl Future<Output = opendal::Result<T>>,
    patience: Duration,
) -> Result<T, Trouble> {
    match runtime.block_on(async { tokio::time::timeout(patience, answer).await }) {
        Ok(done) => done.map_err(trouble),
        Err(late) => Err(Trouble::new(Sort::Passing, late)),
    }
}

fn trouble(error: opendal::Error) -> Trouble {
    let mut cause = error.to_string();
    // It has no kind of its own for a password that is wrong.
    let unauthorized = cause.contains("status: 401");
    let sort = match error.kind() {
        ErrorKind::PermissionDenied => Sort::Login,
        ErrorKind::RateLimited => Sort::Passing,
        _ if unauthorized => Sort::Login,
        _ if error.is_temporary() => Sort::Passing,
        _ => Sort::Refused,
    };
    let mut inner = std::error::Error::source(&error);
    while let Some(deeper) = inner {
        cause = format!("{cause}: {deeper}");
        inner = deeper.source();
    }
    Trouble::new(sort, cause)
}

/// How long `bytes` may take: slow lines carry at least 32 KiB a second.
fn patience(bytes: usize) -> Duration {
    PATIENCE + Duration::from_secs(bytes as u64 / (32 * 1024))
}

impl Door for Store {
    fn lanes(&self) -> usize {
        8
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let read = || async {
            match self.operator.read(path).await {
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                done => done.map(|bytes| Some(bytes.to_vec())),
            }
        };
        self.wait(read, PATIENCE * 4)
    }

    fn put(&self, path: &str, bytes: &[u8], head: Head) -> Result<(), Trouble> {
        let bytes = opendal::Buffer::from(bytes.to_vec());
        let size = bytes.len();
        let put = || async {
            if self.moves {
                let beside = format!("{path}{BESIDE}");
                self.operator.write(&beside, bytes.clone()).await?;
                return self.operator.rename(&beside, path).await;
            }
            let write = self.operator.write_with(path, bytes.clone());
            write.content_type(head.kind).cache_control(head.cache).await.map(drop)
        };
        self.wait(put, patience(size))
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        let remove = || async {
            match self.operator.delete(path).await {
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
                done => done,
            }
        };
        self.wait(remove, PATIENCE)
    }
}
