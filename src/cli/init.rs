use super::args::*;
use super::setting::Setting;
use crate::error::Error;
pub(super) fn run(_: &Init, _: &Setting) -> Result<u8, Error> {
    Ok(0)
}
