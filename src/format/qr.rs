//! Square codes that lead from paper to a page.
//!
//! In: an address. Out: the strokes of its code, for an SVG with one path. Never draws more than the code:
//! size, frame and words are the theme's.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};
use serde::Serialize;

/// Light modules that a reader needs around a code.
const QUIET: usize = 4;

/// A square code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Code {
    /// Modules along a side, with the light ones around.
    pub size: usize,
    /// Its dark modules as horizontal strokes of width 1.
    pub path: String,
}

impl Code {
    /// The code as an image of its own, dark on white.
    pub fn svg(&self) -> String {
        let Self { size, path } = self;
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="white" d="M0 0h{size}v{size}H0z"/><path stroke="black" d="{path}"/></svg>"#
        )
    }
}

/// The code of an address, in the smallest form that means the same; none where it is too long for any code.
pub fn of_address(address: &str) -> Option<Code> {
    code(&payload(address))
}

/// The code of a text at level Q, which still reads when a quarter of it is dirty or torn.
/// None where the text is too long for any code.
pub fn code(text: &str) -> Option<Code> {
    drawn(text, ECL::Q)
}

/// The code of a text that also stands beside it in letters, at level M: a smaller code, of which a seventh may be lost.
/// None where the text is too long for any code.
pub fn code_beside(text: &str) -> Option<Code> {
    drawn(text, ECL::M)
}

fn drawn(text: &str, level: ECL) -> Option<Code> {
    let made = QRBuilder::new(text).ecl(level).build().ok()?;
    let mut path = String::with_capacity(made.size * made.size * 2);
    // The pen's place: strokes are told from where the last one ended, which is a third shorter.
    let mut pen: Option<(usize, usize)> = None;
    for y in 0..made.size {
        let row = &made[y];
        let mut x = 0;
        while x < made.size {
            let dark = row[x..made.size].iter().take_while(|module| module.value()).count();
            if dark > 0 {
                // A text takes whatever is written to it.
                let _ = match pen {
                    None => write!(path, "M{} {}.5h{dark}", x + QUIET, y + QUIET),
                    Some((px, py)) => write!(path, "m{} {}h{dark}", x as isize - px as isize, y - py),
                };
                pen = Some((x + dark, y));
            }
            x += dark.max(1);
        }
    }
    Some(Code { size: made.size + 2 * QUIET, path })
}

/// What a code holds: the address, in capitals where that means the same and makes a smaller code.
///
/// Scheme and host may be written in any case; a path may not, so one with small letters stays as it is.
pub fn payload(address: &str) -> String {
    let path = address.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..])).unwrap_or("");
    let upper = address.to_ascii_uppercase();
    let small = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || "$%*+-./: ".contains(c);
    let same = !path.contains(|c: char| c.is_ascii_lowercase());
    if same && upper.chars().all(small) { upper } else { address.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_only_where_they_mean_the_same() {
        for (address, want) in [
            ("https://gk.example.cn/", "HTTPS://GK.EXAMPLE.CN/"),
            ("https://gk.example.cn/12/3.4", "HTTPS://GK.EXAMPLE.CN/12/3.4"),
            ("https://gk.example.cn/junying/", "https://gk.example.cn/junying/"),
            ("https://gk.example.cn/?q=1", "https://gk.example.cn/?q=1"),
            ("https://公开.cn/", "https://公开.cn/"),
        ] {
            assert_eq!(payload(address), want, "{address}");
        }
    }

    #[test]
    fn short_addresses_make_small_codes() {
        // 21 modules and 4 of quiet on each side are the smallest code there is.
        for (address, modules) in [("https://a.cn/", 21), ("https://gk.example.cn/", 25), ("https://a.cn/jy/", 25)] {
            assert_eq!(of_address(address).expect("a code").size, modules + 8, "{address}");
        }
        let point = format!("6000:{}=", "A".repeat(43));
        assert_eq!(code_beside(&point).expect("a code").size, 33 + 8, "a checkpoint");
        assert_eq!(code(&"https://a.cn/长".repeat(400)), None);
    }

    #[test]
    fn strokes_draw_the_code() {
        let made = QRBuilder::new("https://a.cn/jy/").ecl(ECL::Q).build().expect("a code");
        let drawn = code("https://a.cn/jy/").expect("a code");
        let mut dark = std::collections::BTreeSet::new();
        let (mut x, mut y) = (0i32, 0i32);
        let text = drawn.path.replace('M', "m").replace(".5", "");
        for (at, stroke) in text.split('m').skip(1).enumerate() {
            let (start, length) = stroke.split_once('h').expect("a stroke");
            let (dx, dy) = start.split_once(' ').expect("a place");
            let number = |t: &str| t.parse::<i32>().expect("a number");
            (x, y) = if at == 0 { (number(dx), number(dy)) } else { (x + number(dx), y + number(dy)) };
            for _ in 0..number(length) {
                dark.insert((x as usize - QUIET, y as usize - QUIET));
                x += 1;
            }
        }
        for row in 0..made.size {
            for column in 0..made.size {
                assert_eq!(dark.contains(&(column, row)), made[row][column].value(), "{column}, {row}");
            }
        }
    }
}
