//! Square codes that lead from paper to a page.
//!
//! In: an address. Out: the strokes of its code, for an SVG with one path. Never draws more than the code:
//! size, frame and words are the theme's.

mod mask;

use furious_qr::extras::encoders::MixedEncoder;
use furious_qr::{Ecl, GenerateOptions, Module, QrCode, generate_with_encoder, max_version_for, modules_for};
use serde::Serialize;

use mask::{Rows, WIDEST};

/// Levels as the library counts them.
const M: Ecl = 1;
const Q: Ecl = 2;

/// Room for the modules of the largest code: one of 117 along a side, more than a phone reads from paper.
const ROOM: usize = modules_for(max_version_for(WIDEST * WIDEST));

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
    drawn(text, Q)
}

/// The code of a text that also stands beside it in letters, at level M: a smaller code, of which a seventh may be lost.
/// None where the text is too long for any code.
pub fn code_beside(text: &str) -> Option<Code> {
    drawn(text, M)
}

fn drawn(text: &str, level: Ecl) -> Option<Code> {
    let rows = rows(text, level)?;
    let mut path = String::with_capacity(rows.size * rows.size * 2);
    // The pen's place: strokes are told from where the last one ended, which is a third shorter.
    let mut pen: Option<(usize, usize)> = None;
    for (y, row) in rows.dark.iter().enumerate() {
        let (mut left, mut x) = (*row, 0);
        while left != 0 {
            let light = left.trailing_zeros() as usize;
            let dark = (left >> light).trailing_ones() as usize;
            x += light;
            match pen {
                None => {
                    number("M", (x + QUIET) as isize, &mut path);
                    number(" ", (y + QUIET) as isize, &mut path);
                    path.push_str(".5");
                }
                Some((px, py)) => {
                    number("m", x as isize - px as isize, &mut path);
                    number(" ", y as isize - py as isize, &mut path);
                }
            }
            number("h", dark as isize, &mut path);
            x += dark;
            pen = Some((x, y));
            left >>= light + dark;
        }
    }
    Some(Code { size: rows.size + 2 * QUIET, path })
}

/// A sign and a number below 1,000; a code has some 300 strokes, and `write!` took a third of its time.
fn number(sign: &str, number: isize, out: &mut String) {
    out.push_str(sign);
    if number < 0 {
        out.push('-');
    }
    let number = number.unsigned_abs();
    for place in [100, 10, 1].into_iter().filter(|place| *place == 1 || number >= *place) {
        out.push(char::from(b'0' + (number / place % 10) as u8));
    }
}

/// The modules of a text's code.
fn rows(text: &str, level: Ecl) -> Option<Rows> {
    let mut modes = vec![0; text.len()];
    let options = GenerateOptions { min_ecl: level, max_ecl: level, ..GenerateOptions::default() };
    let made: QrCode<ROOM> = generate_with_encoder(&mut MixedEncoder::new(text, &mut modes), options).ok()?;
    let size = usize::from(made.version) * 4 + 17;
    let having = |flag: u8| {
        let row = |row: &[u8]| row.iter().rev().fold(0, |bits, module| bits << 1 | u128::from(module & flag != 0));
        made.matrix[..size * size].chunks_exact(size).map(row).collect::<Vec<_>>()
    };
    let (made_rows, data) = (Rows { size, dark: having(Module::ON) }, having(Module::DATA));
    Some(mask::best(&mask::laid(&made_rows, &data, level, made.mask), &data, level))
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
    use std::collections::BTreeSet;

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
        let point = "6000:q3Jz+w/8bKcdT0aLr7mVx2NfYh5uEoWs9iGpQ1tZkAo=";
        assert_eq!(code_beside(point).expect("a code").size, 33 + 8, "a checkpoint");
        assert_eq!(code(&"https://a.cn/长".repeat(400)), None);
    }

    /// The dark modules that strokes draw, as (column, row).
    fn dark(code: &Code) -> BTreeSet<(i32, i32)> {
        let mut dark = BTreeSet::new();
        let (mut x, mut y) = (0, 0);
        let text = code.path.replace('M', "m").replace(".5", "");
        for (at, stroke) in text.split('m').skip(1).enumerate() {
            let (start, length) = stroke.split_once('h').expect("a stroke");
            let (dx, dy) = start.split_once(' ').expect("a place");
            let number = |t: &str| t.parse::<i32>().expect("a number");
            (x, y) = if at == 0 { (number(dx), number(dy)) } else { (x + number(dx), y + number(dy)) };
            for _ in 0..number(length) {
                dark.insert((x - QUIET as i32, y - QUIET as i32));
                x += 1;
            }
        }
        dark
    }

    proptest::proptest! {
        /// Another library sets the same modules under one of the masks, for texts that are best told in one mode, as it
        /// does; which mask that is, the rules decide, see `mask`.
        #[test]
        fn another_library_draws_the_same_code(text in "https://[a-z]{3,12}\\.cn/[a-z_]{0,150}|[A-Z:./]{5,80}") {
            use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
            let segments = QrSegment::make_segments(&text);
            let their = |mask: Option<Mask>| {
                let (from, to) = (Version::MIN, Version::MAX);
                let level = QrCodeEcc::Quartile;
                let made = QrCode::encode_segments_advanced(&segments, level, from, to, mask, false).expect("it fits");
                let side = 0..made.size();
                let all = side.clone().flat_map(|y| side.clone().map(move |x| (x, y)));
                (made.size(), all.filter(|(x, y)| made.get_module(*x, *y)).collect::<BTreeSet<_>>())
            };
            let own = drawn(&text, Q).expect("it fits");
            let ours = (own.size as i32 - 2 * QUIET as i32, dark(&own));
            let masks: Vec<_> = (0..8).filter(|n| their(Some(Mask::new(*n))) == ours).collect();
            proptest::prop_assert_eq!(masks.len(), 1);
        }
    }
}
