//! The mask of a square code: which of eight patterns is laid over its data, so that a reader finds its way.
//!
//! In: the modules of a code under any mask, and which of them are data. Out: the same code under the mask with the
//! lowest penalty (ISO/IEC 18004:2015, 7.8). Never encodes anything: that is the library's.
//!
//! Libraries either lay one mask always or weigh all eight module by module, which took a tenth of a whole build. Here a
//! row is one number, so that its modules are weighed together: two million instructions a code became 0.4.

use std::array;
use std::sync::LazyLock;

use furious_qr::{Ecl, MASKERS, Mask, Module, visit_format_info};

/// The widest code that is weighed, in modules: four light ones on each side must find room in a row too.
pub(super) const WIDEST: usize = 120;

/// Light modules that the third rule sees beyond each edge.
const EDGE: usize = 4;

/// Rows of every mask; all of them repeat after twelve rows.
static ROWS: LazyLock<[[u128; 12]; 8]> = LazyLock::new(|| {
    MASKERS.map(|masks| array::from_fn(|y| (0..WIDEST).filter(|x| masks(*x, y)).map(|x| 1 << x).sum()))
});

/// The dark modules of a code, a bit each, a row in each number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rows {
    /// Modules along a side.
    pub size: usize,
    /// Its rows from above; the first column is the lowest bit.
    pub dark: Vec<u128>,
}

/// The code under the mask with the lowest penalty, of equal ones the first.
///
/// `plain` has its data under no mask; `data` tells which modules that are; its level goes into what tells of the mask.
pub(super) fn best(plain: &Rows, data: &[u128], level: Ecl) -> Rows {
    let masked = (0..MASKERS.len() as Mask).map(|mask| laid(plain, data, level, mask));
    masked.min_by_key(penalty).unwrap_or_else(|| plain.clone())
}

/// Modules with a mask laid over the data, or taken away again: it is the same. Tells of the mask in its place.
pub(super) fn laid(rows: &Rows, data: &[u128], level: Ecl, mask: Mask) -> Rows {
    let pattern = &ROWS[mask as usize];
    let mut dark: Vec<u128> =
        rows.dark.iter().zip(data).enumerate().map(|(y, (row, data))| row ^ (pattern[y % 12] & data)).collect();
    visit_format_info(level, mask, rows.size, &mut |x, y, module| {
        let bit = 1 << x;
        dark[y] = if module & Module::ON == 0 { dark[y] & !bit } else { dark[y] | bit };
    });
    Rows { size: rows.size, dark }
}

/// How hard a code is to read: the four rules of ISO/IEC 18004:2015, table 11. The lower, the better.
pub(super) fn penalty(rows: &Rows) -> u32 {
    let size = rows.size;
    let full = (1 << size) - 1;
    let dark = &rows.dark;
    // Where a module is like the one to its right, and like the one below.
    let right: Vec<u128> = dark.iter().map(|row| !(row ^ (row >> 1)) & (full >> 1)).collect();
    let below: Vec<u128> = dark.windows(2).map(|pair| !(pair[0] ^ pair[1]) & full).collect();

    // Five alike in a line cost 3, each further one 1: that is, every five 1, and every run 2 more.
    let mut runs = 0;
    for row in &right {
        let five = row & (row >> 1) & (row >> 2) & (row >> 3);
        runs += five.count_ones() + 2 * (five & !(five << 1)).count_ones();
    }
    let mut above = 0;
    for rows in below.windows(4) {
        let five = rows[0] & rows[1] & rows[2] & rows[3];
        runs += five.count_ones() + 2 * (five & !above).count_ones();
        above = five;
    }

    // Four alike in a square cost 3.
    let squares: u32 = below.iter().zip(right.windows(2)).map(|(b, r)| (b & r[0] & r[1]).count_ones()).sum();

    // What looks like the middle of a corner, with light on one side, costs 40, with light on both 80.
    let mut corners = 0;
    for row in dark {
        let row = row << EDGE;
        corners += corner(|n| if n < 0 { row << -n } else { row >> n });
    }
    for y in 0..=size.saturating_sub(7) {
        corners += corner(|n| y.checked_add_signed(n).and_then(|y| dark.get(y)).copied().unwrap_or(0));
    }

    // Each step of 5 % away from as many dark as light ones costs 10.
    let (all, dark) = ((size * size) as u32, dark.iter().map(|row| row.count_ones()).sum::<u32>());
    let steps = (dark * 20).abs_diff(all * 10).div_ceil(all).saturating_sub(1);

    runs + 3 * squares + 40 * corners + 10 * steps
}

/// How often dark, light, three dark, light, dark follow one another, counted for each side with four light ones;
/// `at` gives the modules that come `n` after.
fn corner(at: impl Fn(isize) -> u128) -> u32 {
    let middle = at(0) & !at(1) & at(2) & at(3) & at(4) & !at(5) & at(6);
    if middle == 0 {
        return 0;
    }
    let before = at(-1) | at(-2) | at(-3) | at(-4);
    let after = at(7) | at(8) | at(9) | at(10);
    (middle & !before).count_ones() + (middle & !after).count_ones()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The four rules word by word, module by module.
    fn by_the_letter(rows: &Rows) -> u32 {
        let size = rows.size as isize;
        let dark = |x: isize, y: isize| {
            (0..size).contains(&x) && (0..size).contains(&y) && rows.dark[y as usize] & (1 << x) != 0
        };
        let mut sum = 0;
        for across in [true, false] {
            let at = |line: isize, n: isize| if across { dark(n, line) } else { dark(line, n) };
            for line in 0..size {
                let mut run = 0;
                for n in 0..size {
                    run = if n > 0 && at(line, n) == at(line, n - 1) { run + 1 } else { 1 };
                    sum += match run {
                        5 => 3,
                        6.. => 1,
                        _ => 0,
                    };
                    let like = [true, false, true, true, true, false, true];
                    if n + 7 <= size && (0..7).all(|k| at(line, n + k) == like[k as usize]) {
                        sum += 40 * u32::from((1..=4).all(|k| !at(line, n - k)));
                        sum += 40 * u32::from((7..=10).all(|k| !at(line, n + k)));
                    }
                }
            }
        }
        let mut count = 0;
        for y in 0..size {
            for x in 0..size {
                count += u32::from(dark(x, y));
                let own = dark(x, y);
                let square = [(x + 1, y), (x, y + 1), (x + 1, y + 1)];
                if x + 1 < size && y + 1 < size && square.iter().all(|(x, y)| dark(*x, *y) == own) {
                    sum += 3;
                }
            }
        }
        let percent = f64::from(count) * 100.0 / (size * size) as f64;
        sum + 10 * (((percent - 50.0).abs() / 5.0).ceil() as u32).saturating_sub(1)
    }

    proptest::proptest! {
        #[test]
        fn rows_are_weighed_as_the_rules_say(
            size in 21_usize..=WIDEST,
            seed in proptest::collection::vec(proptest::num::u128::ANY, WIDEST),
            thin in proptest::num::u128::ANY,
        ) {
            // Some rows are nearly all dark or light, so that long runs and corners come up.
            let mut dark: Vec<u128> =
                seed[..size].iter().enumerate().map(|(y, row)| if y % 3 == 0 { row | thin } else { row & thin }).collect();
            dark[1] = 0b101_1101 << 3;
            dark.iter_mut().for_each(|row| *row &= (1 << size) - 1);
            let rows = Rows { size, dark };
            proptest::prop_assert_eq!(penalty(&rows), by_the_letter(&rows));
        }
    }
}
