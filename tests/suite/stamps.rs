//! Files that stand as they did are not read again; whatever changed is.
//!
//! In: the two small communities, and a world that counts what is read. Out: the paths that a build reads. Waits for
//! some seconds, because a file that changed a moment ago is never trusted.

use std::fs;
use std::sync::Mutex;
use std::thread::sleep;
use std::time::Duration;

use gongkai::build;
use gongkai::error::Error;
use gongkai::value::Date;
use gongkai::world::{DiskWorld, World};

use crate::kit::site::SiteTest;

/// A little longer than the time after which a change is sure to show.
const SURE: Duration = Duration::from_millis(3200);
const QUERY: &str = "content/communities/shanghe/queries/bu-tie.md";

/// The world on disk, which notes the paths below `communities/` that are read.
struct Noting(DiskWorld, Mutex<Vec<String>>);

impl World for Noting {
    fn list(&self, folder: &str) -> Result<Vec<String>, Error> {
        self.0.list(folder)
    }

    fn folders(&self, folder: &str) -> Result<Vec<String>, Error> {
        self.0.folders(folder)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        let of_record = path.strip_prefix("content/communities/").filter(|rest| !rest.ends_with("community.yaml"));
        if let Some(record) = of_record {
            self.1.lock().expect("no thread panics").push(record.to_owned());
        }
        self.0.read(path)
    }

    fn stamp(&self, folder: &str) -> Option<[u8; 32]> {
        self.0.stamp(folder)
    }

    fn is_file(&self, path: &str) -> bool {
        self.0.is_file(path)
    }

    fn today(&self) -> Date {
        self.0.today()
    }
}

/// The communities of which records were read, and how many files were written.
fn built(site: &SiteTest) -> (Vec<String>, usize) {
    let world = Noting(site.world(), Mutex::default());
    let outcome = build::build(&world, &site.options(), &|_, _| {}).expect("builds");
    assert!(outcome.published, "{:?}", outcome.reports);
    assert_eq!(site.output().difference(&site.clean_build()), "", "not what a clean build gives");
    let read = world.1.into_inner().expect("no thread panics");
    let mut names: Vec<String> = read.iter().filter_map(|p| p.split('/').next()).map(str::to_owned).collect();
    names.sort();
    names.dedup();
    (names, outcome.written)
}

#[test]
fn only_what_may_have_changed_is_read() {
    let site = SiteTest::two();
    let both = || vec!["heping".to_owned(), "shanghe".to_owned()];
    assert_eq!(built(&site).0, both());
    // Too young to be trusted: written a moment ago, though with the same bytes.
    for id in both() {
        let path = site.path(&format!("content/communities/{id}/community.yaml"));
        fs::read(&path).and_then(|bytes| fs::write(&path, bytes)).expect("it is written again");
    }
    assert_eq!(built(&site), (both(), 0));
    sleep(SURE);
    assert_eq!(built(&site), (both(), 0), "read once more, now that its age is sure");
    assert_eq!(built(&site), (vec![], 0));

    // As long as before, and said to be as old as before.
    let path = site.path(QUERY);
    let when = fs::metadata(&path).and_then(|data| data.modified()).expect("a time");
    site.replace(QUERY, "高龄补贴怎么领？", "高龄津贴怎么领？");
    fs::File::options().append(true).open(&path).and_then(|file| file.set_modified(when)).expect("a time");
    let (read, written) = built(&site);
    assert_eq!((read, written > 0), (vec!["shanghe".to_owned()], true));

    sleep(SURE);
    built(&site);
    assert_eq!(built(&site), (vec![], 0));
    site.remove("content/communities/shanghe/queries/lu-deng-guan-hu.md");
    let (read, written) = built(&site);
    assert_eq!((read, written > 0), (vec!["shanghe".to_owned()], true));

    // Another day, other settings: everything is looked at.
    sleep(SURE);
    built(&site);
    assert_eq!(built(&site), (vec![], 0));
    site.replace("content/site.yaml", "发布者:", "发布者: 新的");
    assert_eq!(built(&site).0, both());
}

#[test]
fn a_touched_output_is_put_right_though_nothing_is_read() {
    let site = SiteTest::two();
    sleep(SURE);
    built(&site);
    assert_eq!(built(&site), (vec![], 0));
    site.write("output/shanghe/queries/bu-tie.html", "<p>someone was here");
    let (read, written) = built(&site);
    assert_eq!((read, written), (vec!["shanghe".to_owned()], 1));
    site.remove("output/index.html");
    assert_eq!(built(&site), (vec![], 1));
}
