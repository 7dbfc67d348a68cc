//! The names of all communities, for records that name one of them.
//!
//! In: a world and folder names. Out: `Neighbours`. Never parses a whole file: a name that does not stand
//! on a line of its own is not known here, and nothing more than a link is lost.

use rayon::prelude::*;

use crate::error::Error;
use crate::record::{Neighbour, Neighbours};
use crate::world::World;

/// Reads the names and regions of communities.
///
/// # Errors
/// Where a `community.yaml` is there and cannot be read.
pub fn load(world: &dyn World, ids: &[String]) -> Result<Neighbours, Error> {
    let one = |id: &String| -> Result<Option<Neighbour>, Error> {
        let path = format!("content/communities/{id}/community.yaml");
        if !world.is_file(&path) {
            return Ok(None);
        }
        let bytes = world.read(&path)?;
        let text = String::from_utf8_lossy(&bytes);
        let name = value(&text, &["名称", "name"]);
        let parent = value(&text, &["上级", "parent"]).unwrap_or_default();
        Ok(name.map(|name| Neighbour { id: id.clone(), name, parent }))
    };
    let all: Result<Vec<_>, Error> = ids.par_iter().map(one).collect();
    Ok(Neighbours::new(all?.into_iter().flatten().collect()))
}

/// The text of the first line that begins with one of `keys` and a colon.
fn value(text: &str, keys: &[&str]) -> Option<String> {
    let of = |line: &str| {
        let rest = keys.iter().find_map(|key| line.strip_prefix(key)?.strip_prefix(':'))?;
        let plain = rest.split(" #").next().unwrap_or_default().trim();
        Some(plain.trim_matches(['"', '\'']).to_owned())
    };
    text.trim_start_matches('\u{feff}').lines().find_map(of).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    #[test]
    fn values_of_lines() {
        let text = "\u{feff}# 说明\n名称: \"吉林社区\"   # 示例\r\n类型: 社区\r\nparent: 武汉市/江岸区\r\n";
        let value = |keys: &[&str]| super::value(text, keys);
        assert_eq!(value(&["名称", "name"]).as_deref(), Some("吉林社区"));
        assert_eq!(value(&["上级", "parent"]).as_deref(), Some("武汉市/江岸区"));
        assert_eq!(value(&["目录"]), None);
    }
}
