//! Disclosures with a table in the record.
//!
//! In: number, facts of the community. Out: one record. Never two of one item and period.

use super::{Facts, Record, after, month_back, prose, published, record as record_with};
use crate::node::{Fields, Node, money, plain};
use crate::random::Random;
use crate::words::SURNAMES;

/// Items that both catalogues ask for every quarter.
const ITEMS: [(&str, &str); 9] = [
    ("A1", "低保、特困人员情况"),
    ("A6", "环境整治和安全检查情况"),
    ("S4", "志愿服务和微心愿情况"),
    ("A5", "矛盾调解、诉求办理情况"),
    ("S3", "居家养老服务情况"),
    ("D5", "三会一课和主题党日情况"),
    ("A7", "协助开展工作的情况"),
    ("F3", "货币资金余额核对"),
    ("F12", "为民服务专项资金使用情况"),
];

pub(super) fn record(n: usize, facts: &Facts, random: &mut Random) -> Record {
    let (code, name) = ITEMS[n % ITEMS.len()];
    // The quarter that ended 1, 4, 7 … months before November.
    let next = month_back(1 + 3 * (n / ITEMS.len()));
    let last = after(next, -1);
    let (year, quarter) = (last.year(), (last.month() + 2) / 3);
    let shown = after(next, 7 + i32::try_from(n % 6).unwrap_or(0));
    let title = format!("{year}年第{}季度{name}（示例）", ["一", "二", "三", "四"][quarter as usize - 1]);
    let rows: Vec<Node> = (0..random.between(6, 14)).map(|row| row_of(code, row, random)).collect();
    let mut fields: Fields = vec![
        ("目录项", plain(code)),
        ("期间", plain(format!("{year}Q{quarter}"))),
        ("摘要", format!("本季度共{}项，合计已与台账核对。", rows.len()).into()),
    ];
    fields.push(("明细", rows.into()));
    if code == "A1" {
        fields.push(("名单到期", after(shown, 30).into()));
    }
    fields.extend(published(shown, facts, random));
    let stem = format!("{}-{year}q{quarter}", code.to_lowercase());
    let mut made = record_with("disclosure", "disclosures", stem, title, shown, fields);
    made.prose = prose(random);
    made
}

/// The heads of an item's table, in order.
pub fn columns(code: &str) -> [&'static str; 5] {
    match code {
        "A1" => ["组别", "姓名", "类别", "人数", "本季金额"],
        "F3" | "F12" => ["科目", "摘要", "笔数", "金额", "经手人"],
        _ => ["组别", "事项", "次数", "人数", "办理结果"],
    }
}

fn row_of(code: &str, row: u32, random: &mut Random) -> Node {
    let heads = columns(code);
    let group = format!("第{}组", row % 9 + 1);
    let name = format!("{}*{}", random.pick(&SURNAMES), random.pick(&["一", "某", "某某"]));
    let count = random.between(1, 30);
    let sum = money(random.cents(120, 9000));
    let what = random.pick(&["沟渠清理", "入户走访", "设施检查", "政策宣讲", "集中学习", "义务巡逻"]);
    let cells: [Node; 5] = match code {
        "A1" => {
            [group.into(), name.into(), random.pick(&["低保", "特困供养"]).into(), random.between(1, 4).into(), sum]
        }
        "F3" | "F12" => [random.pick(&["公益支出", "管理费用"]).into(), what.into(), count.into(), sum, name.into()],
        _ => [group.into(), what.into(), random.between(1, 9).into(), count.into(), "已办结，资料存档".into()],
    };
    Node::Map(heads.into_iter().zip(cells).collect())
}
