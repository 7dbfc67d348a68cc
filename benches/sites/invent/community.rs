//! The head of a community: name, region, figures, committees.
//!
//! In: its number. Out: its facts and the fields of `community.yaml`. Never two names alike in 1,600.

use super::Facts;
use crate::node::{Fields, Node, plain};
use crate::random::Random;
use crate::words::{BACK, FRONT, PERSONS};

/// Communities in a street, streets in a district, districts in a city.
const STREET: usize = 10;
const DISTRICT: usize = 12;
const CITY: usize = 40;

pub(super) fn head(at: usize, of: usize, random: &mut Random) -> (Facts, [String; 3], Fields) {
    let urban = at % 3 == 2;
    let stem = format!("{}{}", FRONT[at % 40], BACK[(at / 40 + at) % 40]);
    let name = format!("{stem}{}", if urban { "社区" } else { "村" });
    let street = at / STREET.min(of.div_ceil(2));
    let city = match street / DISTRICT / CITY {
        0 => "示例市".to_owned(),
        n => format!("示例{}市", FRONT[n % 40]),
    };
    let region = [
        city,
        format!("{}{}区", FRONT[(street / DISTRICT * 7) % 40], BACK[(street / DISTRICT) % 40]),
        format!("{}{}街道", FRONT[(street * 3 + 1) % 40], BACK[street % 40]),
    ];
    let registered = random.between(900, 4800);
    let households = registered / 3;
    let (party, reps) = (random.between(30, 90), random.between(31, 61));
    let board = if urban { "居务监督委员会" } else { "村务监督委员会" };
    let facts = Facts { name: name.clone(), urban, party, reps, households, board };
    let mut figures: Fields = vec![
        ("户籍人口", registered.into()),
        ("常住人口", (registered - registered / 20).into()),
        ("户数", households.into()),
        (if urban { "居民小组" } else { "村民小组" }, random.between(5, 12).into()),
        ("党员", party.into()),
        (if urban { "居民代表" } else { "村民代表" }, reps.into()),
    ];
    if !urban {
        figures.push(("18岁以上村民", (registered * 4 / 5).into()));
    }
    let body = |name: &str, size: u32| Node::from(vec![("名称", name.into()), ("人数", size.into())]);
    let committee = if urban { "居民委员会" } else { "村民委员会" };
    let contact: Fields = vec![
        ("办公电话", "027-0000000".into()),
        ("地址", format!("{}{name}党群服务中心（示例）", region[2]).into()),
        ("办公时间", "周一至周六 8:30–17:30".into()),
    ];
    let fields = vec![
        ("名称", name.clone().into()),
        ("类型", plain(if urban { "社区" } else { "村" })),
        ("上级", region.join("/").into()),
        ("简介", format!("{name}为性能测试而虚构，所有人名、数字均为示例。").into()),
        ("概况", figures.into()),
        ("目录", plain(if urban { "居务公开目录" } else { "村务公开目录" })),
        ("默认流程", "五议五公开".into()),
        ("财务公开频率", "每月".into()),
        ("机构", vec![body("党支部", 5), supervised(body(committee, 5), random), body(board, 3)].into()),
        ("联系", contact.into()),
        ("监督电话", "027-0000000".into()),
        ("公开栏", vec![Node::from("党群服务中心门口"), Node::from("文化广场")].into()),
        ("生效", plain("2026-07-01")),
        ("示例", plain("是")),
    ];
    (facts, region, fields)
}

/// The committee with its head.
fn supervised(body: Node, random: &mut Random) -> Node {
    let Node::Map(mut fields) = body else {
        return body;
    };
    fields.push(("主任", random.pick(&PERSONS).into()));
    fields.push(("书记兼主任", plain("是")));
    Node::Map(fields)
}
