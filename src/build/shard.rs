//! One share of the communities, for builds on many machines.
//!
//! In: `K/N`. Out: which communities are in it. Never asks how many communities there are or which others: any machine
//! comes to the same answer alone.

/// A share: number K of N.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    number: u32,
    of: u32,
}

impl Shard {
    /// Into how many shares the communities can be parted.
    pub const MOST: u32 = 10_000;

    /// Share `number` of `of`, counted from 1; none where there is no such share.
    pub fn new(number: u32, of: u32) -> Option<Self> {
        let there = (1..=of).contains(&number) && of <= Self::MOST;
        there.then_some(Self { number, of })
    }

    /// Reads `3/64`; `job/64` takes its number from `index`, which counts from 0 as jobs of a cluster do.
    pub fn read(text: &str, index: Option<&str>) -> Option<Self> {
        let (number, of) = text.trim().split_once('/')?;
        let number = match number.trim() {
            "job" => index?.trim().parse::<u32>().ok()?.checked_add(1)?,
            number => number.parse().ok()?,
        };
        Self::new(number, of.trim().parse().ok()?)
    }

    /// Its number, from 1.
    pub fn number(self) -> u32 {
        self.number
    }

    /// How many shares there are.
    pub fn of(self) -> u32 {
        self.of
    }

    /// Whether a community is in it: the hash of its folder's name decides, so that all shares are about as large.
    pub fn holds(self, id: &str) -> bool {
        let hash = blake3::hash(id.as_bytes());
        let sum = hash.as_bytes().iter().fold(0_u64, |sum, byte| (sum * 256 + u64::from(*byte)) % u64::from(self.of));
        sum == u64::from(self.number - 1)
    }

    /// A name for files: `3-of-64`.
    pub fn name(self) -> String {
        format!("{}-of-{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let read = |text: &str| Shard::read(text, Some("0")).map(Shard::name);
        for (text, want) in [
            ("1/1", Some("1-of-1")),
            (" 3 / 64 ", Some("3-of-64")),
            ("64/64", Some("64-of-64")),
            ("job/64", Some("1-of-64")),
            ("0/64", None),
            ("65/64", None),
            ("1/0", None),
            ("1/10001", None),
            ("-1/4", None),
            ("4294967296/4", None),
            ("4", None),
            ("", None),
        ] {
            assert_eq!(read(text).as_deref(), want, "{text}");
        }
        assert_eq!(Shard::read("job/64", Some("63")).map(Shard::number), Some(64));
        for index in [None, Some(""), Some("64"), Some("4294967295"), Some("-1")] {
            assert_eq!(Shard::read("job/64", index), None, "{index:?}");
        }
    }

    #[test]
    fn every_community_is_in_one_share_and_all_are_about_as_large() {
        let of = 16;
        let mut sizes = vec![0; of as usize];
        for n in 0..16_000 {
            let id = format!("c{n:05}");
            let mine: Vec<u32> = (1..=of).filter(|k| Shard::new(*k, of).expect("there").holds(&id)).collect();
            assert_eq!(mine.len(), 1, "{id}: {mine:?}");
            sizes[mine[0] as usize - 1] += 1;
        }
        assert!(sizes.iter().all(|n| (850..1150).contains(n)), "{sizes:?}");
    }

    /// A share that is built anew must hold what it held: the numbers are kept for ever.
    #[test]
    fn the_same_community_is_always_in_the_same_share() {
        let of = |id: &str| (1..=8).find(|k| Shard::new(*k, 8).expect("there").holds(id));
        assert_eq!([of("junying"), of("shanghe"), of("heping")].map(|n| n.unwrap_or(0)), [4, 4, 6]);
    }
}
