//! Tables become records, whatever form they come in.
//!
//! In: one table in all forms, and tables as villages and platforms have them. Out: the records in full.
//! Never looks at mistakes: `import_mistakes.rs` does.
//!
//! The two files in `tests/files/import/` are invented (示例); they were written once with Python's xlwt 1.3, since
//! nothing here writes workbooks of 97–2003.

use std::fs;

use gongkai::import::{self, Blank, Options};
use gongkai::locale::Language;
use gongkai::value::Period;

use crate::kit::project;
use crate::kit::table::{C, C::*, asked, gb18030, packed_sheet, record, said, sound, utf16, xlsx};

/// What the table below becomes in any form.
const RECORD: &str = "标题: 示例村2026年10月财务收支明细表
期间: 2026-10
账户: 待填
收入:
  - {日期: 2026-10-03, 凭证: 001234, 摘要: 鱼塘承包费, 科目: 发包及上交收入, 金额: 12000.00}
支出:
  - {日期: 2026-10-10, 凭证: 记-02, 摘要: 路灯维修, 科目: 公益支出, 金额: 8600.50, 经手人: 张某某}
  - {日期: 2026-10-12, 凭证: 记-03, 摘要: 退押金, 科目: 公益支出, 金额: -420.00}
# 期初: 待填
# 审核: {机构: 村务监督委员会, 人: 待填, 日期: 待填, 意见: 同意}
# 公开日期: 待填
# 至: 待填
";

/// The table as people type it: dates in four ways, full-width digits, a negative amount in brackets.
const TEXT: &[&[&str]] = &[
    &["示例村2026年10月财务收支明细表", "", "", "", "", "", ""],
    &["单位：元", "", "", "", "", "", ""],
    &["日期", "凭证", "摘要", "科目", "收支", "金额", "经手人"],
    &["2026.10.3", "001234", "鱼塘承包费", "发包及上交收入", "收入", "￥12,000.00", ""],
    &["", "", "", "", "", "", ""],
    &["2026年10月10日", "记-02", "路灯维修", "公益支出", "支出", "８，６００．５０", "张某某"],
    &["2026/10/12 00:00:00", "记-03", "退押金", "公益支出", "支出", "（420.00）", ""],
    &["收 入 合 计", "", "", "", "", "12,000.00", ""],
    &["支出合计", "", "", "", "", "8180.50", ""],
    &["制表人：张某某", "", "", "审核：李某某", "", "", ""],
];

fn lines(separator: &str) -> String {
    let quoted = |cell: &&str| if cell.contains(separator) { format!("\"{cell}\"") } else { (*cell).to_owned() };
    let line = |row: &&[&str]| row.iter().map(quoted).collect::<Vec<_>>().join(separator);
    TEXT.iter().map(line).collect::<Vec<_>>().join("\r\n")
}

fn page() -> String {
    let mut rows = format!("<tr><td colspan=7><b>{}</b></td></tr>", TEXT[0][0]);
    for row in &TEXT[1..] {
        let cells: String =
            row.iter().map(|c| format!("<td style='mso-number-format:\"\\@\"'>{c}&nbsp;</td>")).collect();
        rows.push_str(&format!("<tr>{cells}</tr>\n"));
    }
    format!(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=gb2312><style>td {{}}</style></head>\
         <body><table border=1>{rows}</table></body></html>"
    )
}

fn xml2003() -> String {
    let mut rows = String::new();
    for (at, row) in TEXT.iter().enumerate().filter(|(_, row)| row.iter().any(|c| !c.is_empty())) {
        let cell = |(n, c): (usize, &&str)| {
            (!c.is_empty()).then(|| {
                let merge = if at < 2 { " ss:MergeAcross=\"6\"" } else { "" };
                let (kind, text) = match *c {
                    "8180.50" => ("Number", "8180.4999999999991"),
                    "2026.10.3" => ("DateTime", "2026-10-03T00:00:00.000"),
                    other => ("String", other),
                };
                format!("<Cell ss:Index=\"{}\"{merge}><Data ss:Type=\"{kind}\">{text}</Data></Cell>", n + 1)
            })
        };
        let cells: String = row.iter().enumerate().filter_map(cell).collect();
        rows.push_str(&format!("<Row ss:Index=\"{}\">{cells}</Row>", at + 1));
    }
    format!(
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
         <Worksheet ss:Name=\"Sheet1\"><Table>{rows}</Table></Worksheet></Workbook>"
    )
}

fn workbook() -> Vec<u8> {
    let rows: &[&[C]] = &[
        &[T("示例村2026年10月财务收支明细表")],
        &[T("单位：元")],
        &[T("日期"), T("凭证"), T("摘要"), T("科目"), T("收支"), T("金额"), T("经手人")],
        &[D(2026, 10, 3), T("001234"), T("鱼塘承包费"), T("发包及上交收入"), T("收入"), F(12000.0, "#,##0.00")],
        &[],
        // A day that nobody formatted as one, and a sum with the tail of binary numbers.
        &[N(46305.0), T("记-02"), T("路灯维修"), T("公益支出"), T("支出"), N(8600.1 + 0.4), T("张某某")],
        &[D(2026, 10, 12), T("记-03"), T("退押金"), T("公益支出"), T("支出"), F(-420.0, "#,##0.00_);(#,##0.00)")],
        &[T("收入合计"), Nil, Nil, Nil, Nil, N(12000.0)],
        &[T("支出合计"), Nil, Nil, Nil, Nil, N(8180.5)],
        &[T("制表人：张某某")],
    ];
    xlsx(&[("收支明细", rows)])
}

#[test]
fn one_table_gives_one_record_in_any_form() {
    let (csv, tabs) = (lines(","), lines("\t"));
    let forms: Vec<(&str, Vec<u8>)> = vec![
        ("xlsx", workbook()),
        ("xls", fs::read(project("tests/files/import/shouzhi.xls")).expect("a file")),
        ("csv, UTF-8", csv.clone().into_bytes()),
        ("csv, UTF-8 with mark", format!("\u{feff}{csv}").into_bytes()),
        ("csv, GB18030", gb18030(&csv)),
        ("tabs, UTF-8", tabs.clone().into_bytes()),
        ("tabs, GB18030", gb18030(&tabs)),
        ("tabs, UTF-16", utf16(&tabs)),
        ("page, GB18030", gb18030(&page())),
        ("page, UTF-8", page().into_bytes()),
        ("XML 2003", xml2003().into_bytes()),
    ];
    for (form, bytes) in forms {
        assert_eq!(record(&bytes, &asked("")), RECORD, "{form}");
    }
}

#[test]
fn days_counted_from_1904() {
    let bytes = fs::read(project("tests/files/import/zichan-1904.xls")).expect("a file");
    let filled = sound(&bytes, &asked(""));
    assert_eq!(filled.about, Some(("台账", "资产".to_owned())));
    let want = [
        ["0001", "示例泵房", "农田水利设施", "1", "2019-05-01", "86000.00", "自用"],
        ["0002", "示例仓库", "房屋建筑物", "2", "2018-12-28", "125000.50", "闲置"],
    ];
    assert_eq!(filled.parts[0].rows, want);
    let sheet = "<worksheet><sheetData><row r=\"1\">\
        <c r=\"A1\" t=\"inlineStr\"><is><t>日期</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>摘要</t></is></c>\
        <c r=\"C1\" t=\"inlineStr\"><is><t>科目</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>收入金额</t></is></c></row>\
        <row r=\"2\"><c r=\"A2\"><v>44783</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>承包费</t></is></c>\
        <c r=\"C2\" t=\"inlineStr\"><is><t>发包</t></is></c><c r=\"D2\"><v>0.30000000000000004</v></c></row></sheetData></worksheet>";
    let filled = sound(&packed_sheet(sheet, "<workbookPr date1904=\"1\"/>"), &asked("finance"));
    assert_eq!(filled.parts[0].rows, [["2026-08-11", "承包费", "发包", "0.30"]]);
}

#[test]
fn two_sheets_and_heads_over_two_rows() {
    let head: &[C] = &[T("序号"), T("记账日期"), T("事由"), T("会计科目"), T("发生额（万元）")];
    let income: &[&[C]] = &[&[T("2026年第三季度收入")], head, &[N(1.0), D(2026, 7, 3), T("承包费"), T("发包"), N(1.2)]];
    let expense: &[&[C]] = &[
        &[T("2026年第三季度支出")],
        head,
        &[N(1.0), D(2026, 8, 3), T("维修"), T("公益"), F(0.86005, "0.00000")],
        &[T("合计"), Nil, Nil, Nil, N(0.86005)],
    ];
    let filled = sound(&xlsx(&[("收入", income), ("支出", expense), ("填表说明", &[&[T("请勿改动")]])]), &asked(""));
    assert_eq!(filled.period, Period::parse("2026Q3"));
    assert_eq!(filled.parts[0].rows, [["2026-07-03", "承包费", "发包", "12000.00"]]);
    assert_eq!(filled.parts[1].rows, [["2026-08-03", "维修", "公益", "8600.50"]]);
    let grouped: &[&[C]] = &[
        &[T("日期"), T("摘要"), T("科目"), T("收入"), Nil, T("支出"), Nil, T("结余")],
        &[Nil, Nil, Nil, T("笔数"), T("金额"), T("笔数"), T("金额")],
        &[T("上月结转"), Nil, Nil, Nil, Nil, Nil, Nil, N(100.0)],
        &[D(2026, 9, 1), T("承包费"), T("发包"), N(1.0), N(50.0), Nil, Nil, N(150.0)],
        &[D(2026, 9, 2), T("维修"), T("公益"), Nil, Nil, N(1.0), N(30.25), N(119.75)],
        &[T("本月合计"), Nil, Nil, Nil, N(50.0), Nil, N(30.25), Nil],
        &[T("本年累计"), Nil, Nil, Nil, N(650.0), Nil, N(130.25), Nil],
        &[T("期末余额"), Nil, Nil, Nil, Nil, Nil, Nil, N(119.75)],
    ];
    let filled = sound(&xlsx(&[("账", grouped)]), &asked(""));
    let fields: Vec<String> = filled.fields.iter().map(|(f, v)| format!("{f}={v}")).collect();
    assert_eq!(fields, ["期初=100.00", "期末=119.75", "本年累计={收入: 650.00, 支出: 130.25}"]);
    assert_eq!(filled.parts[1].rows, [["2026-09-02", "维修", "公益", "30.25"]]);
    assert_eq!(filled.period, Period::parse("2026-09"), "the days tell it");
}

#[test]
fn platforms_are_known_by_their_heads() {
    let platform: &[&[C]] = &[
        &[T("示例三资平台"), Nil, T("2026年9月")],
        &[
            T("记账日期"),
            T("凭证字号"),
            T("业务摘要"),
            T("科目编码"),
            T("会计科目"),
            T("借方金额"),
            T("贷方金额"),
            T("账户余额"),
            T("制单人"),
        ],
        &[T("承前页"), Nil, Nil, Nil, Nil, Nil, Nil, N(1000.0)],
        &[T("2026-09-03"), T("记-1"), T("承包费"), N(501.0), T("发包"), N(200.0), N(0.0), N(1200.0), T("张某某")],
        &[T("2026-09-05"), T("记-2"), T("维修"), N(502.0), T("公益"), T("-"), N(50.0), N(1150.0), T("张某某")],
    ];
    let filled = sound(&xlsx(&[("明细", platform)]), &asked(""));
    assert_eq!(filled.mapping.as_deref(), Some("示例三资平台收支明细"));
    assert_eq!(filled.fields, [("账户".to_owned(), "村集体经济".to_owned())]);
    assert_eq!(filled.parts[1].rows, [["2026-09-05", "记-2", "维修", "公益", "50.00"]]);
    assert!(filled.reports.is_empty(), "{}", said(&filled.reports, Language::English));
    let bank = "交易日期,流水号,摘要,交易金额,余额,对方账号\n\
                20260903,0001,承包费,200.00,200.00,\"6222 0200 0000 0000 0008\"\n\
                20260905,0002,维修,-50.00,150.00,\"6222 0200 0000 0000 0008\"\n";
    let text = record(bank.as_bytes(), &asked(""));
    assert!(text.contains("  - {日期: 2026-09-05, 凭证: 0002, 摘要: 维修, 科目: 待分类, 金额: 50.00}\n"), "{text}");
    assert!(!text.contains("6222"), "{text}");
}

#[test]
fn registers_disclosures_and_ratings() {
    let dole: &[&[C]] = &[
        &[
            T("政策名称*"),
            T("组别"),
            T("姓 名"),
            T("标准（元）"),
            T("数量"),
            T("金额"),
            T("发放日期"),
            T("发放渠道"),
            T("身份证号码"),
            T("一卡通账号"),
        ],
        &[
            T("耕地补贴"),
            T("一组"),
            T("张*三"),
            N(95.0),
            N(3.2),
            N(304.0),
            D(2026, 9, 1),
            T("一卡通"),
            T("略"),
            T("略"),
        ],
        &[T("小计"), Nil, Nil, Nil, Nil, N(304.0)],
        &[T("耕地补贴"), T("二组"), T("李*"), N(95.0), N(1.0), N(95.0), D(2026, 9, 1), T("一卡通"), Nil, Nil],
        &[T("合计（大写）：叁佰玖拾玖元整"), Nil, Nil, Nil, N(4.2), N(399.0)],
    ];
    let filled = sound(&xlsx(&[("发放表", dole)]), &asked(""));
    assert_eq!(filled.about, Some(("台账", "补助发放".to_owned())));
    let left = said(&filled.reports, Language::Chinese);
    assert!(left.contains("“身份证号码”一列没有导入：这样的内容不能公开。"), "{left}");
    let files = import::record(&filled, &Blank { title: Some("耕地补贴发放".into()), stem: None });
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["geng-di-bu-tie-fa-fang.csv", "geng-di-bu-tie-fa-fang.yaml"]);
    let csv = "\u{feff}政策名称,组别,姓名,标准,数量,金额,发放日期,发放渠道\r\n\
               耕地补贴,一组,张*三,95.00,3.2,304.00,2026-09-01,一卡通\r\n耕地补贴,二组,李*,95.00,1,95.00,2026-09-01,一卡通\r\n";
    assert_eq!(String::from_utf8_lossy(&files[0].1), csv);
    let yaml = String::from_utf8_lossy(&files[1].1);
    assert!(
        yaml.starts_with("标题: 耕地补贴发放\n台账: 补助发放\n截至: 待填\n明细: ./geng-di-bu-tie-fa-fang.csv\n"),
        "{yaml}"
    );

    let things: &[&[C]] = &[
        &[T("抗旱物资（示例）")],
        &[T("组"), T("水泵（台）"), T("联系电话")],
        &[T("一组"), N(2.0), T("略")],
        &[T("合计"), N(2.0)],
    ];
    let filled = sound(&xlsx(&[("表", things)]), &Options { period: Period::parse("2026-08-11"), ..asked("A3") });
    assert_eq!((filled.parts[0].columns.len(), filled.parts[0].rows.len()), (2, 1));
    let text = record(&xlsx(&[("表", things)]), &asked("A3"));
    assert!(text.starts_with("---\n标题: 抗旱物资（示例）\n目录项: A3\n明细: ./"), "{text}");

    let scores: &[&[C]] = &[
        &[T("维度"), T("居民测评得分"), T("专家考核得分")],
        &[T("服务完善"), N(88.5), N(91.0)],
        &[T("文明祥和"), N(86.0), N(84.0)],
    ];
    let text = record(&xlsx(&[("得分", scores)]), &Options { period: Period::parse("2026"), ..asked("幸福社区") });
    let want = "评分标准: 幸福社区\n周期: 2026\n得分:\n  服务完善: {居民测评: 88.5, 专家考核: 91}\n  文明祥和: {居民测评: 86, 专家考核: 84}\n";
    assert!(text.contains(want), "{text}");
}

#[test]
fn a_record_is_filled_and_nothing_else_changes() {
    let source = "标题: 2026年10月财务收支   # 每月十日前\n期间: 2026-10\n账户: 村集体经济\n期初: 待填\n\
        收入:\n  - {日期: 2026-10-01, 摘要: 旧, 科目: 旧, 金额: 1.00}\n# 支出在后\n支出: []\n货币资金: {现金: 30000.00}\n示例: 是\n";
    let filled = sound(&workbook(), &asked("finance"));
    let filling = import::into("finance/2026-10.yaml", source, &filled).expect("it can be filled");
    let rows = |field: &str| RECORD.split(field).nth(1).map(|r| r.split("\n支").next().unwrap_or_default().to_owned());
    let income = rows("收入:").expect("rows");
    let expense = RECORD.split("支出:").nth(1).expect("rows").split("\n#").next().expect("rows");
    let want = format!(
        "标题: 2026年10月财务收支   # 每月十日前\n期间: 2026-10\n账户: 村集体经济\n期初: 待填\n\
         收入:{income}\n# 支出在后\n支出:{expense}\n货币资金: {{现金: 30000.00}}\n示例: 是\n"
    );
    assert_eq!(filling.text, want);
    let again = import::into("finance/2026-10.yaml", &filling.text, &filled).expect("it can be filled again");
    assert_eq!(again.text, want);
    let windows = source.replace('\n', "\r\n");
    let filling = import::into("finance/2026-10.yaml", &windows, &filled).expect("it can be filled");
    assert_eq!(filling.text, want.replace('\n', "\r\n"));
}
