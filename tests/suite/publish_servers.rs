//! Publishing to real servers: OpenSSH, ProFTPD, nginx, an S3-compatible store, and clouds whose addresses end here.
//!
//! In: the program as a secretary runs it; servers that `tests/run` installs, on the loopback address. Out: what stands
//! on the server, what is said, what a kill leaves. Runs where `GONGKAI_BROWSER` is set; folders need no server.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use gongkai::publish::listing::PUBLISHED;

use crate::kit::TODAY;
use crate::kit::ledger::{begin, problems, seal};
use crate::kit::program::{Run, command, finish};
use crate::kit::servers::{S3, Server, cloud, ftp, me, nginx, sshd};
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;
use crate::web::wanted;

const DAY: [&str; 2] = ["--as-of", "2026-11-23"];
const PAGE: &str = "content/communities/heping/pages/jian-jie.md";

/// Two communities of which one has a ledger, and a destination.
fn site(destination: &str) -> SiteTest {
    let site = SiteTest::two();
    begin(&site, "shanghe", TODAY);
    seal(&site, TODAY);
    site.replace("content/site.yaml", "示例: 是", &format!("发布:\n  - {destination}\n示例: 是"));
    site
}

fn publish(site: &SiteTest, secrets: &[(&str, &str)], arguments: &[&str]) -> Run {
    finish(&mut program(site, secrets, arguments))
}

fn program(site: &SiteTest, secrets: &[(&str, &str)], arguments: &[&str]) -> Command {
    let mut program = command(site.root(), &[&["publish"], &DAY[..], arguments].concat());
    for name in
        ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"]
    {
        program.env_remove(name);
    }
    program.envs(secrets.iter().copied());
    program
}

fn done(site: &SiteTest, secrets: &[(&str, &str)], arguments: &[&str]) -> Run {
    let run = publish(site, secrets, arguments);
    assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.out, run.err);
    for (name, secret) in secrets.iter().filter(|(name, _)| name.ends_with("PASSWORD") || name.ends_with("SECRET")) {
        assert!(!format!("{}{}", run.out, run.err).contains(secret), "{name} is printed");
    }
    run
}

/// All files of a folder by path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let folder = folder.canonicalize().expect("it is there");
    Tree::read(&folder).0.into_iter().map(|(path, file)| (path, file.bytes)).collect()
}

/// The same without what a publication keeps for itself.
fn shown(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files(folder);
    assert!(files.remove(PUBLISHED).is_some(), "the publication is closed");
    files
}

/// Publishes, changes one record and publishes again: only the files that differ are sent, then none.
fn drill(site: &SiteTest, secrets: &[(&str, &str)], read: &dyn Fn() -> BTreeMap<String, Vec<u8>>) {
    let plan = done(site, secrets, &["--dry-run"]);
    assert!(plan.out.lines().all(|line| line.starts_with("+ ")), "{}", plan.out);
    assert!(plan.out.lines().any(|line| line.starts_with("+ shanghe/ledger/checkpoint ")), "{}", plan.out);
    let run = done(site, secrets, &[]);
    let said = run.err.lines().find(|line| line.starts_with("已发布到“")).unwrap_or_else(|| panic!("{}", run.err));
    let settings = site.read("content/site.yaml");
    let place = said.split(['（', '）']).nth(1).expect("a place");
    assert!(settings.contains(place), "{said}");
    assert!(!run.err.contains("用浏览器打开"), "the folder of the build is not where it was published to: {}", run.err);
    assert_eq!(read(), files(&site.path("output")));
    assert_eq!(problems(site, "2026-11-23"), [""; 0]);
    let before = site.output();
    site.write(PAGE, format!("{}\n又写了一句。\n", site.read(PAGE)));
    let plan = done(site, secrets, &["--dry-run"]);
    let planned: BTreeSet<&str> = plan.out.lines().filter_map(|line| line.split(' ').nth(1)).collect();
    let differ = before.difference(&site.output());
    assert_eq!(planned, differ.lines().map(|line| &line[2..]).collect::<BTreeSet<_>>());
    assert_ne!(read(), files(&site.path("output")), "a dry run sends nothing");
    let run = done(site, secrets, &[]);
    assert!(run.err.contains(&format!("修改 {}，", planned.len())), "{}", run.err);
    assert_eq!(read(), files(&site.path("output")));
    let run = done(site, secrets, &[]);
    let place = run.err.lines().last().and_then(|line| line.split_once("没有变化，不用再传：")).map(|(_, place)| place);
    assert!(place.is_some_and(|address| settings.contains(address)), "{}", run.err);
}

fn sftp_line(server: &Server, more: &str) -> String {
    let key = fs::read_to_string(server.path("host.pub")).expect("a key");
    let (port, www) = (server.port, server.www().join("gk").display().to_string());
    format!("{{名称: 县网站, 地址: \"sftp://{}@127.0.0.1:{port}{www}\", 主机公钥: {}{more}}}", me(), key.trim())
}

#[test]
fn sftp_switches_whole_publications_and_goes_back() {
    if !wanted() {
        return;
    }
    let server = sshd();
    let (site, key) = (site(&sftp_line(&server, "")), server.path("key").display().to_string());
    let secrets = [("GONGKAI_SSH_KEY", key.as_str())];
    let place = server.www().join("gk");
    drill(&site, &secrets, &|| if place.exists() { shown(&place) } else { BTreeMap::new() });
    assert!(fs::read_link(&place).is_ok(), "it is a link");
    let new = shown(&place);
    let run = done(&site, &secrets, &["--rollback"]);
    assert!(run.err.contains("已换回"), "{}", run.err);
    assert_ne!(shown(&place), new);
    done(&site, &secrets, &[]);
    assert_eq!(shown(&place), new);
}

#[test]
fn sftp_in_place_believes_only_the_host_and_the_key_that_are_known() {
    if !wanted() {
        return;
    }
    let server = sshd();
    let site = site(&sftp_line(&server, ", 整体切换: 否"));
    let key = server.path("key").display().to_string();
    let secrets = [("GONGKAI_SSH_KEY", key.as_str())];
    done(&site, &secrets, &[]);
    assert_eq!(shown(&server.www().join("gk")), files(&site.path("output")));
    let other = server.path("other").display().to_string();
    let run = publish(&site, &[("GONGKAI_SSH_KEY", other.as_str())], &[]);
    assert_eq!(run.code, 5, "{run:?}");
    assert!(run.err.contains("不让登录"), "{}", run.err);
    let known = fs::read_to_string(server.path("host.pub")).expect("a key");
    let wrong = fs::read_to_string(server.path("other.pub")).expect("a key");
    site.replace("content/site.yaml", known.trim(), wrong.trim());
    let run = publish(&site, &secrets, &[]);
    assert_eq!(run.code, 5, "{run:?}");
    assert!(run.err.contains("不是原来认识的服务器"), "{}", run.err);
}

#[test]
fn ftp_in_the_clear_and_over_tls() {
    if !wanted() {
        return;
    }
    for scheme in ["ftp", "ftps"] {
        let server = ftp();
        let place = server.www().join("gk");
        let at = format!("{scheme}://gk@127.0.0.1:{}{}", server.port, place.display());
        let site = site(&format!("{{名称: 空间, 地址: \"{at}\"}}"));
        let authority = server.path("ca.pem").display().to_string();
        let secrets = [("GONGKAI_PASSWORD", "mima"), ("SSL_CERT_FILE", authority.as_str())];
        drill(&site, &secrets, &|| if place.exists() { shown(&place) } else { BTreeMap::new() });
        let wrong = publish(&site, &[("GONGKAI_PASSWORD", "cuo"), ("SSL_CERT_FILE", authority.as_str())], &[]);
        assert!(wrong.code == 5 && wrong.err.contains("不让登录"), "{wrong:?}");
        let missing = publish(&site, &[], &[]);
        assert!(missing.code == 3 && missing.err.contains("GONGKAI_PASSWORD"), "{missing:?}");
        if scheme == "ftps" {
            // An authority that the system does not know.
            let unknown = publish(&site, &[("GONGKAI_PASSWORD", "mima")], &[]);
            assert!(unknown.code == 5 && unknown.err.contains("不是原来认识的服务器"), "{unknown:?}");
        }
    }
}

#[test]
fn webdav_on_nginx_and_readers_see_it() {
    if !wanted() {
        return;
    }
    let server = nginx("");
    let at = format!("webdav://gk@127.0.0.1:{}/dav/gk", server.port);
    let url = format!("http://127.0.0.1:{}/gk/", server.port);
    let site = site(&format!("{{名称: 网盘, 地址: \"{at}\", 网址: \"{url}\"}}"));
    let secrets = [("GONGKAI_PASSWORD", "mima")];
    let place = server.www().join("gk");
    drill(&site, &secrets, &|| if place.exists() { shown(&place) } else { BTreeMap::new() });
    // Somebody looks at another place than the one that is published to.
    site.replace("content/site.yaml", "/gk/\"", "/\"");
    site.write(PAGE, format!("{}\n再写一句。\n", site.read(PAGE)));
    fs::write(server.www().join("index.html"), "old").expect("written");
    let run = publish(&site, &secrets, &[]);
    assert!(run.code == 5 && run.err.contains("和发布的不一样"), "{run:?}");
    assert!(!run.err.contains("大家已经可以看到"), "{run:?}");
    let wrong = publish(&site, &[("GONGKAI_PASSWORD", "cuo")], &["--all"]);
    assert!(wrong.code == 5 && wrong.err.contains("不让登录"), "{wrong:?}");
}

#[test]
fn an_s3_compatible_store_gets_types_and_calculates_every_signature() {
    if !wanted() {
        return;
    }
    let store = S3::start();
    let at = format!(
        "{{名称: 存储, 地址: s3://tong/gk, 区域: us-east-1, 接入点: \"http://127.0.0.1:{}\", 凭据: CUN}}",
        store.port()
    );
    let site = site(&at);
    let read = || {
        let place = store.objects().0;
        if place.exists() { shown(&place) } else { BTreeMap::new() }
    };
    let (id, secret) = ("GONGKAI_CUN_KEY_ID", "GONGKAI_CUN_KEY_SECRET");
    // The store makes its secret by chance: the wrong one ends otherwise, whatever the right one ends with.
    let (most, last) = store.secret.split_at(store.secret.len() - 1);
    let wrong = format!("{most}{}", if last == "a" { "b" } else { "a" });
    let refused = |secrets: &[(&str, &str)], arguments: &[&str]| {
        let before = store.objects().1;
        let run = publish(&site, secrets, arguments);
        assert!(run.code == 5 && run.err.contains("不让登录") && run.err.contains("核对"), "{run:?}");
        assert!(!format!("{}{}", run.out, run.err).contains(secrets[1].1), "the secret is printed");
        assert_eq!(store.objects().1, before, "nothing was put there");
    };
    refused(&[(id, &store.key), (secret, &wrong)], &[]);
    drill(&site, &[(id, &store.key), (secret, &store.secret)], &read);
    let heads = store.objects().1;
    assert_eq!(heads["gk/index.html"], ["text/html; charset=utf-8", "no-cache"]);
    assert_eq!(heads["gk/shanghe/data/queries.csv"][0], "text/csv; charset=utf-8");
    site.write(PAGE, format!("{}\n再写一句。\n", site.read(PAGE)));
    refused(&[(id, &store.key), (secret, &wrong)], &[]);
    refused(&[(id, &store.key), (secret, &wrong)], &["--all"]);
    refused(&[(id, "AKIA0000000000000000"), (secret, &store.secret)], &[]);
    done(&site, &[(id, &store.key), (secret, &store.secret)], &[]);
    assert_eq!(read(), files(&site.path("output")));
}

#[test]
fn the_great_clouds_are_asked_at_their_own_hosts_and_find_every_signature_right() {
    if !wanted() {
        return;
    }
    for (name, address, endpoint, host) in [
        ("oss", "oss://tong/gk", "http://oss-cn-wuhan-lr.example.test", "tong.oss-cn-wuhan-lr.example.test"),
        ("cos", "cos://tong-1250/gk", "http://cos.ap-wuhan.example.test", "tong-1250.cos.ap-wuhan.example.test"),
        ("obs", "obs://tong/gk", "http://obs.cn-wuhan.myhuaweicloud.com", "tong.obs.cn-wuhan.myhuaweicloud.com"),
    ] {
        let store = cloud(name);
        let site = site(&format!("{{名称: 云, 地址: {address}, 接入点: {endpoint}}}"));
        let proxy = format!("http://127.0.0.1:{}", store.port);
        let place = store.www().join(host).join("gk");
        let read = || if place.exists() { shown(&place) } else { BTreeMap::new() };
        let with = |secret| [("GONGKAI_KEY_ID", "ID"), ("GONGKAI_KEY_SECRET", secret), ("http_proxy", proxy.as_str())];
        drill(&site, &with("mima"), &read);
        let asked = store.asked();
        assert!(asked.iter().all(|one| one.right && one.url.starts_with(&format!("http://{host}/gk/"))), "{asked:#?}");
        let puts = asked.iter().filter(|one| one.method == "PUT").count();
        assert!(puts > files(&site.path("output")).len(), "{name}: {puts} were put");
        let home = asked.iter().find(|one| one.method == "PUT" && one.url.ends_with("/gk/index.html")).expect("put");
        let head = |name: &str| home.heads.get(name).map_or("", String::as_str);
        assert_eq!([head("content-type"), head("cache-control")], ["text/html; charset=utf-8", "no-cache"], "{name}");
        // One sign of the secret is wrong: every request is refused, and all stays as it was.
        let before = files(&place);
        site.write(PAGE, format!("{}\n再写一句。\n", site.read(PAGE)));
        for arguments in [&[][..], &["--all"]] {
            let wrong = publish(&site, &with("mimb"), arguments);
            assert!(
                wrong.code == 5 && wrong.err.contains("不让登录") && wrong.err.contains("核对"),
                "{name}: {wrong:?}"
            );
        }
        let later = store.asked().split_off(asked.len());
        assert!(!later.is_empty() && later.iter().all(|one| !one.right && one.method != "PUT"), "{name}: {later:#?}");
        assert_eq!(files(&place), before, "{name}");
        println!("{name}: {} requests, each signed as the vendor's program signs it", asked.len());
    }
}

/// Numbers that are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}

/// Files by their paths.
type Found = BTreeMap<String, Vec<u8>>;

/// Kills a publication thirty times, each at another moment, while two states of every page come in turn; `look` gets
/// what readers find and both states.
fn killed(site: &SiteTest, secrets: &[(&str, &str)], place: &Path, look: &dyn Fn(&Found, &[Found; 2])) {
    let settings = site.read("content/site.yaml");
    let phone = |at: usize| settings.replace("027-0000000", ["027-0000001", "027-0000002"][at]);
    let mut took = Duration::ZERO;
    let states = [0, 1].map(|at| {
        site.write("content/site.yaml", phone(at));
        let start = Instant::now();
        done(site, secrets, &[]);
        took = start.elapsed();
        files(&site.path("output"))
    });
    let mut dice = Dice(17);
    let took = u64::try_from(took.as_millis()).expect("short");
    let mut unfinished = 0;
    for round in 0..30 {
        site.write("content/site.yaml", phone(round % 2));
        let mut child = program(site, secrets, &["-q"]).spawn().expect("starts");
        std::thread::sleep(Duration::from_millis(took / 5 + dice.below(took)));
        let _ = child.kill();
        unfinished += usize::from(!child.wait().expect("ends").success());
        let mut now = files(place);
        now.retain(|path, _| !path.starts_with("publish") && !path.ends_with(".gongkai-new"));
        look(&now, &states);
    }
    assert!(unfinished > 5, "only {unfinished} were killed while they ran");
    done(site, secrets, &[]);
    assert_eq!(shown(place), states[1]);
}

fn old_or_new(now: &BTreeMap<String, Vec<u8>>, states: &[BTreeMap<String, Vec<u8>>; 2]) {
    assert!(states.contains(now), "neither the old nor the new site");
}

fn whole_files(now: &BTreeMap<String, Vec<u8>>, states: &[BTreeMap<String, Vec<u8>>; 2]) {
    for (path, bytes) in now {
        assert!(states.iter().any(|state| state.get(path) == Some(bytes)), "{path} is neither old nor new");
    }
    let missing: Vec<&String> = states[0].keys().filter(|path| !now.contains_key(*path)).collect();
    assert!(missing.is_empty(), "{missing:?} is missing");
}

#[test]
fn killed_thirty_times_over_sftp_readers_see_the_old_or_the_new_site() {
    if !wanted() {
        return;
    }
    let server = sshd();
    let site = site(&sftp_line(&server, ", 保留版本: 2"));
    let key = server.path("key").display().to_string();
    killed(&site, &[("GONGKAI_SSH_KEY", key.as_str())], &server.www().join("gk"), &old_or_new);
}

#[test]
fn killed_thirty_times_in_a_folder_every_file_is_whole() {
    let place = tempfile::tempdir().expect("a folder");
    let site = site(&format!("{{名称: U盘, 地址: \"{}\"}}", place.path().display()));
    killed(&site, &[], place.path(), &whole_files);
}

#[test]
fn a_ledger_behind_the_published_one_is_neither_sealed_nor_published() {
    let place = tempfile::tempdir().expect("a folder");
    let site = site(&format!("{{名称: U盘, 地址: \"{}\"}}", place.path().display()));
    done(&site, &[], &[]);
    let before = Tree::read(place.path());
    // The folder of the ledger comes back from an old copy, and this computer remembers nothing.
    fs::remove_dir_all(site.path("ledger/shanghe")).expect("removed");
    fs::remove_dir_all(site.path(".gongkai/sealed")).expect("removed");
    fs::remove_dir_all(site.path("output")).expect("removed");
    let run = publish(&site, &[], &[]);
    assert!(run.code == 1 && run.err.contains("这里却没有账本"), "{run:?}");
    begin(&site, "shanghe", TODAY);
    fs::remove_dir_all(site.path(".gongkai/sealed")).expect("removed");
    let run = publish(&site, &[], &[]);
    assert!(run.code == 1 && run.err.contains("比这里的多"), "{run:?}");
    assert_eq!(Tree::read(place.path()).touched_since(&before), "");
}

#[test]
fn what_is_asked_wrongly_or_cannot_be_reached_is_said_with_its_code() {
    let plain = SiteTest::two();
    let none = publish(&plain, &[], &[]);
    assert!(none.code == 3 && none.err.contains("还没有发布地点"), "{none:?}");
    let lines = "{名称: 甲, 地址: /nowhere/at/all}\n  - {名称: 乙, 地址: \"ftps://gk@127.0.0.1:9/\"}";
    let site = site(lines);
    let which = publish(&site, &[], &[]);
    assert!(which.code == 2 && which.err.contains("甲、乙"), "{which:?}");
    assert_eq!(publish(&site, &[], &["丙"]).code, 2);
    let disk = publish(&site, &[], &["甲"]);
    assert!(disk.code == 4 && disk.err.contains("盘插好了吗"), "{disk:?}");
    let secret = publish(&site, &[], &["乙"]);
    assert!(secret.code == 3 && secret.err.contains("GONGKAI_PASSWORD"), "{secret:?}");
    let line = publish(&site, &[("GONGKAI_PASSWORD", "mima")], &["乙"]);
    assert!(line.code == 5 && line.err.contains("会接着传"), "{line:?}");
    let back = tempfile::tempdir().expect("a folder");
    let plain = self::site(&format!("{{名称: U盘, 地址: \"{}\"}}", back.path().display()));
    assert_eq!(publish(&plain, &[], &["--rollback"]).code, 2);
    plain.replace(PAGE, "标题: ", "标 题: ");
    let broken = publish(&plain, &[], &[]);
    assert!(broken.code == 1 && broken.err.ends_with("没有发布，“U盘”还是原来的样子。\n"), "{broken:?}");
    assert_eq!(Tree::read(back.path()).paths(), [""; 0]);
    let login = publish(&plain, &[], &["--login"]);
    assert_eq!(login.code, 2, "{login:?}");
}
