//! Disks that are really full, and outputs that may not be written.
//!
//! In: a small disk, a folder without rights. Out: the old output as it was, and a sentence. Never fills a disk of this
//! machine.

use std::fs;

use gongkai::build::Options;

use crate::kit::site::SiteTest;

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_really_full_leaves_the_old_output() {
    let site = SiteTest::base();
    site.build();
    let program = env!("CARGO_BIN_EXE_gongkai");
    let mount = site.path("small");
    fs::create_dir_all(&mount).expect("a folder");
    // A disk of its own, in a world of its own: nothing of this machine is mounted over.
    let script = r#"
        set -e
        mount -t tmpfs -o size="$1" tmpfs small
        mkdir small/in && cp -a output small/in/output
        sum() { (cd small/in/output && find . -type f ! -path '*/.gongkai*' | sort | xargs sha256sum | sha256sum); }
        before=$(sum)
        sed -i 's/名称: /名称: 新/' content/communities/base/community.yaml
        code=0; "$2" build --lang zh --as-of 2026-11-23 -q --out small/in/output 2>&1 || code=$?
        after=$(sum)
        sed -i 's/名称: 新/名称: /' content/communities/base/community.yaml
        empty=$(find small/in/output -type f -size 0 | wc -l)
        [ "$before" = "$after" ] && same=yes || same=no
        left=$(ls -A small/in | wc -l)
        echo "code=$code same=$same empty=$empty left=$left"
    "#;
    let run = |size: &str| {
        let mut command = std::process::Command::new("unshare");
        command.current_dir(site.root()).args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]);
        let output = command.args([size, program]).output();
        output.ok().filter(|o| o.status.success()).map(|o| String::from_utf8_lossy(&o.stdout).into_owned())
    };
    let bytes: usize = site.output().0.values().map(|f| f.bytes.len().next_multiple_of(4096) + 4096).sum();
    let Some(enough) = run(&(bytes * 4).to_string()) else {
        println!("left out: this system gives nobody a small disk of their own");
        return;
    };
    assert!(enough.ends_with("code=0 same=no empty=0 left=1\n"), "{enough}");
    let mut full = 0;
    for part in 0..6 {
        let Some(told) = run(&(bytes + bytes * part / 12).to_string()) else { continue };
        full += usize::from(told.contains("code=4"));
        let fine =
            told.ends_with("code=4 same=yes empty=0 left=1\n") || told.ends_with("code=0 same=no empty=0 left=1\n");
        assert!(fine, "{told}");
    }
    assert!(full > 0, "no size was too small");
    println!("{full} small disks were full");
}

#[cfg(unix)]
#[test]
fn an_output_that_may_not_be_written_is_told_and_left() {
    use std::os::unix::fs::PermissionsExt;
    let site = SiteTest::base();
    site.build();
    let before = site.output();
    // Whoever may do everything is refused by a file where a folder should be.
    site.write("blocked", "a file");
    let options = Options { out: site.path("blocked/output"), cache: None, ..Options::default() };
    assert_eq!(site.try_build(&options).expect_err("no folder can be made there").exit_code(), 4);
    assert_eq!(site.read("blocked"), "a file");
    fs::set_permissions(site.path("output"), fs::Permissions::from_mode(0o555)).expect("rights");
    site.replace("content/communities/base/community.yaml", "名称: ", "名称: 新");
    let result = site.try_build(&Options { cache: None, ..site.options() });
    fs::set_permissions(site.path("output"), fs::Permissions::from_mode(0o755)).expect("rights");
    match result {
        Err(error) => {
            assert_eq!(error.exit_code(), 4);
            assert_eq!(site.output().difference(&before), "");
        }
        Ok(_) => assert_eq!(site.output().difference(&site.clean_build()), "", "the superuser may write everywhere"),
    }
}
