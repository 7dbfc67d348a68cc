//! `gongkai doctor`.
use super::args::Doctor;
use super::setting::Setting;
use crate::error::Error;
pub(super) fn run(_options: &Doctor, _setting: &Setting) -> Result<u8, Error> {
    Ok(0)
}
