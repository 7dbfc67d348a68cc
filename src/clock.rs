//! Where the time of a build goes.
//!
//! In: steps as they end, from all threads. Out: sums by step, by template and by community. Never decides anything: a
//! build with a clock writes the same bytes as one without.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// A step of a build, in the order of the way from records to files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Settings, profiles, names of communities.
    Settings,
    /// Templates and words of the theme.
    Theme,
    /// Listing files and reading their bytes.
    Read,
    /// From bytes to records.
    Load,
    /// Records against each other, the law and their ledger.
    Check,
    /// Private numbers in everything that would be published.
    Privacy,
    /// From records to views, feeds and data.
    Derive,
    /// Templates.
    Template,
    /// Smaller and judged HTML.
    Squeeze,
    /// Keys and hashes of what is made.
    Hash,
    /// Smaller copies of pictures.
    Picture,
    /// Bytes into the stage.
    Write,
    /// The portals.
    Portal,
    /// The search over all communities.
    Search,
    /// Everything into its place.
    Commit,
    /// What the next build will know.
    Memo,
}

impl Step {
    /// All steps, in order.
    pub const ALL: [Self; 16] = [
        Self::Settings,
        Self::Theme,
        Self::Read,
        Self::Load,
        Self::Check,
        Self::Privacy,
        Self::Derive,
        Self::Template,
        Self::Squeeze,
        Self::Hash,
        Self::Picture,
        Self::Write,
        Self::Portal,
        Self::Search,
        Self::Commit,
        Self::Memo,
    ];

    /// Its name, as in `timings-<name>` of the messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Theme => "theme",
            Self::Read => "read",
            Self::Load => "load",
            Self::Check => "check",
            Self::Privacy => "privacy",
            Self::Derive => "derive",
            Self::Template => "template",
            Self::Squeeze => "squeeze",
            Self::Hash => "hash",
            Self::Picture => "picture",
            Self::Write => "write",
            Self::Portal => "portal",
            Self::Search => "search",
            Self::Commit => "commit",
            Self::Memo => "memo",
        }
    }
}

/// Time spent, and how often.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spent {
    /// All times together.
    pub time: Duration,
    /// How many there were.
    pub count: u64,
}

impl Spent {
    fn add(&mut self, time: Duration) {
        self.time += time;
        self.count += 1;
    }
}

/// A clock that many threads use; one that is off costs nothing.
#[derive(Debug, Default)]
pub struct Clock(Option<Box<Running>>);

#[derive(Debug)]
struct Running {
    start: Instant,
    steps: [(AtomicU64, AtomicU64); Step::ALL.len()],
    templates: Mutex<BTreeMap<String, Spent>>,
    communities: Mutex<Vec<(String, Duration)>>,
}

/// What a clock has seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timings {
    /// From the first moment to this one.
    pub whole: Duration,
    /// Every step that took any time, in order; threads side by side count each for itself.
    pub steps: Vec<(Step, Spent)>,
    /// Templates, the dearest first.
    pub templates: Vec<(String, Spent)>,
    /// Communities, the slowest first; those are left out of which nothing was made.
    pub communities: Vec<(String, Duration)>,
}

/// A clock that is off.
pub const OFF: &Clock = &Clock(None);

impl Clock {
    /// A clock that begins now.
    pub fn start() -> Self {
        Self(Some(Box::new(Running {
            start: Instant::now(),
            steps: Default::default(),
            templates: Mutex::default(),
            communities: Mutex::default(),
        })))
    }

    /// Does something, and counts its time under a step.
    pub fn time<T>(&self, step: Step, work: impl FnOnce() -> T) -> T {
        let Some(running) = &self.0 else { return work() };
        let (start, done) = (Instant::now(), work());
        running.add(step, start.elapsed());
        done
    }

    /// Renders a template, and counts its time under its name too.
    pub fn template<T>(&self, name: &str, work: impl FnOnce() -> T) -> T {
        let Some(running) = &self.0 else { return work() };
        let (start, done) = (Instant::now(), work());
        let time = start.elapsed();
        running.add(Step::Template, time);
        let mut templates = running.templates.lock().expect("no thread panics while it holds the clock");
        templates.entry(name.to_owned()).or_default().add(time);
        done
    }

    /// Makes a community, and counts its time under its name.
    pub fn community<T>(&self, id: &str, work: impl FnOnce() -> T) -> T {
        let Some(running) = &self.0 else { return work() };
        let (start, done) = (Instant::now(), work());
        let mut communities = running.communities.lock().expect("no thread panics while it holds the clock");
        communities.push((id.to_owned(), start.elapsed()));
        done
    }

    /// What it has seen; none where it is off.
    pub fn timings(&self) -> Option<Timings> {
        let running = self.0.as_ref()?;
        let spent = |(step, (nanos, count)): (&Step, &(AtomicU64, AtomicU64))| {
            let time = Duration::from_nanos(nanos.load(Ordering::Relaxed));
            (*step, Spent { time, count: count.load(Ordering::Relaxed) })
        };
        let steps = Step::ALL.iter().zip(&running.steps).map(spent).filter(|(_, spent)| spent.count > 0).collect();
        let templates = running.templates.lock().expect("no thread panics while it holds the clock");
        let mut templates: Vec<(String, Spent)> =
            templates.iter().map(|(name, spent)| (name.clone(), *spent)).collect();
        templates.sort_by_key(|(_, spent)| std::cmp::Reverse(spent.time));
        let communities = running.communities.lock().expect("no thread panics while it holds the clock");
        let mut communities = communities.clone();
        communities.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Some(Timings { whole: running.start.elapsed(), steps, templates, communities })
    }
}

impl Running {
    fn add(&self, step: Step, time: Duration) {
        let (nanos, count) = &self.steps[step as usize];
        nanos.fetch_add(u64::try_from(time.as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
        count.fetch_add(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_off_has_seen_nothing() {
        assert_eq!(OFF.time(Step::Read, || OFF.template("a", || OFF.community("b", || 3))), 3);
        assert_eq!(OFF.timings(), None);
    }

    #[test]
    fn threads_add_up() {
        let clock = Clock::start();
        std::thread::scope(|scope| {
            for name in ["a", "b", "a"] {
                let clock = &clock;
                scope.spawn(move || {
                    clock.template(name, || std::thread::sleep(Duration::from_millis(2)));
                    clock.time(Step::Hash, || ());
                    clock.community(name, || ());
                });
            }
        });
        let seen = clock.timings().expect("it runs");
        let counts: Vec<(&str, u64)> = seen.steps.iter().map(|(step, spent)| (step.word(), spent.count)).collect();
        assert_eq!(counts, [("template", 3), ("hash", 3)]);
        let by_name: BTreeMap<&str, u64> = seen.templates.iter().map(|(n, s)| (n.as_str(), s.count)).collect();
        assert_eq!(by_name, BTreeMap::from([("a", 2), ("b", 1)]));
        assert_eq!(seen.communities.len(), 3);
        assert!(seen.steps[0].1.time >= Duration::from_millis(6) && seen.whole >= Duration::from_millis(2));
    }
}
