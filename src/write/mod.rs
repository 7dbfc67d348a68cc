//! The only room that writes.
//!
//! In: bundles. Out: files on disk, whole or not at all. Never decides what to write.
//!
//! Everything goes through the [`Disk`] in one file; functions that end in `_on` take one, the others use this
//! machine's.

pub mod browser;
mod cached;
mod disk;
mod in_order;
mod keep;
mod lock;
mod manifest;
mod memo;
mod moves;
mod probe;
mod replace;
mod stage;
mod switch;

pub use cached::{decode, encode};
pub use disk::{DISK, Disk, Lock, RealDisk, SYNCS_ALL};
pub use in_order::{put_in_order, put_in_order_on, put_together, put_together_on, remove_stale, remove_stale_on};
pub use keep::{VERSIONS, discard, finish, put, put_all, put_all_on, put_on, take, versions, versions_of};
pub use lock::lock;
pub(crate) use manifest::inside;
pub use manifest::{File as Listed, MANIFEST, read_manifest};
pub use memo::{About, ByKey, Memo};
pub use probe::may_write;
pub use replace::{remember_on, replace_file, replace_on, replace_private};
pub use stage::Stage;
