//! One size at one place: builds, indexes and edits of all programs, and what they cost.
//!
//! In: a plan, a place, programs. Out: rows of figures, or of reasons why there are none. Never lets a run see what
//! another left; never keeps two outputs at a time, which would fill the memory.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::edit::{self, Seen};
use crate::measure::{Cost, Fate, attempt, median};
use crate::peer::{Kind, Peer, Searcher};
use crate::place::{Place, Tree, clear, count};

/// How often a record is edited: ours, and in another program, which may need minutes.
const EDITS: (usize, usize) = (20, 8);

/// What is to be done.
pub struct Plan {
    /// Communities, and records of each.
    pub size: (usize, usize),
    pub runs: usize,
    /// How long a build may take.
    pub limit: Duration,
    pub edits: bool,
}

/// A line of the table.
pub struct Row {
    pub title: String,
    pub search: bool,
    /// The cost of a build from nothing, and the files that came of it.
    pub outcome: Result<(Cost, Tree), Fate>,
    /// How many edits were asked for, and what came of them.
    pub edits: Option<(usize, Seen)>,
}

/// All figures of one size; ours come first.
pub struct Trial {
    pub size: (usize, usize),
    pub place: &'static str,
    pub runs: usize,
    pub rows: Vec<Row>,
}

/// Measures one size.
pub fn trial(plan: &Plan, place: &Place, peers: &[Peer], searcher: Option<&Searcher>) -> io::Result<Trial> {
    let mut works = Vec::new();
    for peer in peers {
        let root = place.path.join(peer.kind.name());
        peer.write(&root, plan.size)?;
        works.push(Work::new(peer.clone(), root));
    }
    for _ in 0..plan.runs {
        let mut at = 0;
        while at < works.len() {
            works[at].run(plan, searcher)?;
            if let Some(more) = works[at].with_more_memory()
                && works.iter().all(|other| other.peer.title != more.peer.title)
            {
                works.insert(at + 1, more);
            }
            at += 1;
        }
    }
    let rows = works.iter().flat_map(|work| work.rows(plan, searcher)).collect();
    Ok(Trial { size: plan.size, place: place.name, runs: plan.runs, rows })
}

/// The runs of one kind so far.
#[derive(Default)]
struct Series {
    costs: Vec<Cost>,
    tree: Tree,
    fate: Option<Fate>,
}

impl Series {
    fn add(&mut self, outcome: Result<(Cost, Tree), Fate>) {
        match outcome {
            Ok((cost, tree)) => {
                self.costs.push(cost);
                self.tree = tree;
            }
            Err(fate) => self.fate = Some(fate),
        }
    }

    fn outcome(&self) -> Result<(Cost, Tree), Fate> {
        self.fate.clone().map_or_else(|| Ok((median(&self.costs), self.tree)), Err)
    }
}

/// A program at work.
struct Work {
    peer: Peer,
    root: PathBuf,
    plain: Series,
    searched: Series,
}

impl Work {
    fn new(peer: Peer, root: PathBuf) -> Self {
        Self { peer, root, plain: Series::default(), searched: Series::default() }
    }

    /// The same once more, where memory was what it lacked.
    fn with_more_memory(&self) -> Option<Self> {
        let lacking = self.plain.fate == Some(Fate::Memory);
        let peer = self.peer.with_more_memory().filter(|_| lacking)?;
        Some(Self::new(peer, self.root.clone()))
    }

    /// Builds once, and makes it searchable where the program does not. What failed is not tried again.
    fn run(&mut self, plan: &Plan, searcher: Option<&Searcher>) -> io::Result<()> {
        if self.plain.fate.is_some() {
            return Ok(());
        }
        eprintln!("  {}", self.peer.title);
        let output = self.peer.output(&self.root);
        let built = measured(&mut self.peer.build(&self.root), &output, plan.limit)?;
        if let (Ok((cost, _)), Some(searcher)) = (&built, searcher)
            && self.peer.kind != Kind::Gongkai
            && self.searched.fate.is_none()
        {
            let indexed = measured(&mut searcher.index(&output), &output, plan.limit)?;
            self.searched.add(indexed.map(|(own, tree)| (together(*cost, own), tree)));
        }
        self.plain.add(built);
        self.clear();
        Ok(())
    }

    /// The lines of the table, after all runs.
    fn rows(&self, plan: &Plan, searcher: Option<&Searcher>) -> Vec<Row> {
        let own = self.peer.kind == Kind::Gongkai;
        let outcome = self.plain.outcome();
        let edits = (plan.edits && outcome.is_ok()).then(|| self.edit(if own { EDITS.0 } else { EDITS.1 }));
        let mut rows = vec![Row { title: self.peer.title.clone(), search: own, outcome, edits }];
        if let (Some(searcher), true) = (searcher, !own && rows[0].outcome.is_ok()) {
            let title = format!("{} + {}", self.peer.title, searcher.title);
            rows.push(Row { title, search: true, outcome: self.searched.outcome(), edits: None });
        }
        rows
    }

    fn edit(&self, edits: usize) -> (usize, Seen) {
        eprintln!("  {}: edits", self.peer.title);
        let (address, file) = self.peer.record(&self.root);
        let seen = edit::edits(&mut self.peer.serve(&self.root), &address, &file, edits);
        self.clear();
        (edits, seen)
    }

    fn clear(&self) {
        self.peer.made(&self.root).for_each(|made| clear(&made));
    }
}

/// Runs a command, and counts what it left.
fn measured(command: &mut Command, output: &Path, limit: Duration) -> io::Result<Result<(Cost, Tree), Fate>> {
    Ok(match attempt(command, limit) {
        Ok(cost) => Ok((cost, count(output, SystemTime::now())?)),
        Err(fate) => Err(fate),
    })
}

/// One after the other.
fn together(first: Cost, then: Cost) -> Cost {
    Cost { cpu: first.cpu + then.cpu, wall: first.wall + then.wall, memory: first.memory.max(then.memory) }
}
