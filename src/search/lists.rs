//! Shards: the lists of all blocks put together, and cut into small files by hash.
//!
//! In: blocks. Out: script files of a few thousand bytes each. A long list has a file of its own, so that the short ones
//! beside it stay cheap. Never says which shard a gram is in: the hash does. Never makes a shard whose lines are in all
//! blocks what they were.

use std::borrow::Cow;
use std::sync::Arc;

use super::block::{BLOCK, Block};
use super::gram;
use super::groups::GROUPS;
use super::postings::Postings;
use super::unit::{File, Unit, call, key};
use crate::error::Error;

/// About how many bytes a shard is to have.
const SHARD: usize = 6000;
/// From how many bytes on a list has a file of its own.
const LONG: usize = 2500;
/// Of so many groups one is measured before shards are cut.
const SAMPLE: usize = 16;

/// How many shards there are, a power of two, and the units that make them.
///
/// # Errors
/// Where lists cannot be read from where they are kept.
pub(super) fn units(blocks: &Arc<Vec<Arc<Block>>>) -> Result<(usize, Vec<Unit<'static>>), Error> {
    let shards = count(blocks)?;
    let units = shards.min(GROUPS);
    let unit = |number: usize| {
        let cut = Cut { blocks: blocks.clone(), number, units, shards };
        Unit { key: cut.key(), make: Box::new(move || cut.files()) }
    };
    Ok((shards, (0..units).map(unit).collect()))
}

fn count(blocks: &[Arc<Block>]) -> Result<usize, Error> {
    let size = |(gram, list): (&str, Postings)| gram.len() + 2 + list.text.len().min(LONG);
    let mut sum = 0;
    for group in (0..GROUPS).step_by(SAMPLE) {
        sum += joined(&lines_of(blocks, [group].into_iter())?).map(size).sum::<usize>();
    }
    Ok((sum * SAMPLE / SHARD).next_power_of_two().max(1))
}

/// One unit of shards: those whose number leaves `number` where it is divided by `units`.
struct Cut {
    blocks: Arc<Vec<Arc<Block>>>,
    number: usize,
    units: usize,
    shards: usize,
}

impl Cut {
    fn groups(&self) -> impl Iterator<Item = usize> + Clone {
        (self.number..GROUPS).step_by(self.units)
    }

    fn key(&self) -> [u8; 32] {
        let blocks = self.blocks.iter();
        let digests = blocks.flat_map(|block| self.groups().map(|group| block.head.digests[group].to_le_bytes()));
        key("lists", &[self.number, self.shards], digests)
    }

    fn files(&self) -> Result<Vec<File>, Error> {
        let mut texts = vec![String::new(); self.shards / self.units];
        let mut long = vec![0; texts.len()];
        let mut files = Vec::new();
        for (gram, list) in joined(&lines_of(&self.blocks, self.groups())?) {
            let shard = gram::hash(gram.chars()) as usize % self.shards;
            let at = shard / self.units;
            let text = &mut texts[at];
            text.push_str(gram);
            text.push('\t');
            if list.text.len() > LONG {
                let name = format!("{shard}-{}", long[at]);
                long[at] += 1;
                text.push('*');
                text.push_str(&name);
                files.push(call(&format!("l{name}"), &list.text));
            } else {
                text.push_str(&list.text);
            }
            text.push('\n');
        }
        let shards = texts.iter().enumerate();
        files.extend(shards.map(|(at, text)| call(&format!("s{}", at * self.units + self.number), text)));
        Ok(files)
    }
}

/// Lines of one block, and which of the blocks that is.
type Text<'b> = (usize, Cow<'b, str>);

/// The lines of some groups in all blocks.
fn lines_of<'b>(blocks: &'b [Arc<Block>], groups: impl Iterator<Item = usize> + Clone) -> Result<Vec<Text<'b>>, Error> {
    let own =
        |(at, block): (usize, &'b Arc<Block>)| groups.clone().map(move |group| Ok((at, block.lists.group(group)?)));
    blocks.iter().enumerate().flat_map(own).collect()
}

/// The grams of lines in their order, each with its list over all blocks.
fn joined<'t>(texts: &'t [Text<'_>]) -> impl Iterator<Item = (&'t str, Postings)> {
    let split = |(at, text): &'t Text<'_>| {
        let lines = text.lines().filter_map(|line| line.split_once('\t'));
        lines.map(|(gram, list)| (gram, *at, list))
    };
    let mut lines: Vec<(&str, usize, &str)> = texts.iter().flat_map(split).collect();
    lines.sort_unstable();
    let mut lines = lines.into_iter().peekable();
    std::iter::from_fn(move || {
        let (gram, ..) = *lines.peek()?;
        let mut list = Postings::default();
        while let Some((_, at, line)) = lines.next_if(|(next, ..)| *next == gram) {
            list.append(u32::try_from(at * BLOCK).unwrap_or(u32::MAX), line);
        }
        Some((gram, list))
    })
}
