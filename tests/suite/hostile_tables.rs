//! Files that are made, or happen, to do harm.
//!
//! In: bombs, files cut short, random bytes. Out: a refusal, or a table. Never a panic, never more memory than
//! the limits allow.

use std::fs;

use gongkai::sheet::{self, Limit, Refusal};
use proptest::prelude::*;

use crate::kit::project;
use crate::kit::table::{C::*, asked, packed, packed_sheet, read, xlsx};

fn cell(place: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>甲</t></is></c>")
}

fn limit(bytes: &[u8]) -> Limit {
    match sheet::read(bytes) {
        Err(Refusal::TooLarge(limit)) => limit,
        other => panic!("not too large: {other:?}"),
    }
}

#[test]
fn bombs_are_refused() {
    let zeros = vec![b' '; 64 * 1024 * 1024];
    let bomb = packed(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 100_000, "a small file that grows: {}", bomb.len());
    assert_eq!(limit(&bomb), Limit::Unpacked);
    // Two cells far apart, and a size that is only claimed.
    let far = |place: &str, row: &str| {
        format!(
            "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\">{}</row><row r=\"{row}\">{}</row></sheetData></worksheet>",
            cell("A1"),
            cell(place)
        )
    };
    assert_eq!(limit(&packed_sheet(&far("A1048576", "1048576"), "")), Limit::Rows);
    assert_eq!(limit(&packed_sheet(&far("XFD2", "2"), "")), Limit::Columns);
    let book = sheet::read(&packed_sheet(&far("B2", "2"), "")).expect("a claim costs nothing");
    assert_eq!(book.sheets[0].rows.len(), 2);
    let empties = "<c r=\"A1\"/>".repeat(1_100_000);
    assert_eq!(
        limit(&packed_sheet(
            &format!("<worksheet><sheetData><row r=\"1\">{empties}</row></sheetData></worksheet>"),
            ""
        )),
        Limit::Cells
    );
    let many: Vec<(String, &[u8])> = (0..2_100).map(|n| (format!("x{n}"), &b""[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    assert_eq!(limit(&packed(&many)), Limit::Sheets);
    assert_eq!(limit(&vec![b'a'; 21 * 1024 * 1024]), Limit::File);
    assert_eq!(limit(format!("{}\n", "a,".repeat(400)).as_bytes()), Limit::Columns);
    assert_eq!(limit("<table><tr><td colspan=999999999>a<td>b</table>".as_bytes()), Limit::Columns);
    assert_eq!(limit(format!("<table>{}</table>", "<tr><td>a".repeat(20_001)).as_bytes()), Limit::Rows);
    let xml = |row: &str| {
        format!(
            "<?xml version=\"1.0\"?><Workbook><Worksheet><Table><Row Index=\"{row}\"><Cell><Data Type=\"String\">a</Data></Cell></Row></Table></Worksheet></Workbook>"
        )
    };
    assert_eq!(limit(xml("4000000000").as_bytes()), Limit::Rows);
}

#[test]
fn entities_are_not_expanded_and_nesting_is_bounded() {
    let laughs = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\
                  <Workbook><Worksheet><Table><Row><Cell><Data Type=\"String\">&b;</Data></Cell></Row></Table></Worksheet></Workbook>";
    assert!(matches!(sheet::read(laughs.as_bytes()), Err(Refusal::Damaged(_))));
    let deep = "<table><tr><td>".repeat(100_000);
    assert!(matches!(sheet::read(deep.as_bytes()), Err(Refusal::Damaged(_))));
}

#[test]
fn claims_of_old_workbooks_are_not_believed() {
    let sound = fs::read(project("tests/files/import/shouzhi.xls")).expect("a file");
    assert!(sheet::read(&sound).is_ok());
    let record = |kind: [u8; 2], length: u8| {
        let head = [kind[0], kind[1], length, 0];
        sound.windows(4).position(|w| w == head).expect("a record of this kind") + 4
    };
    let changed = |at: usize, bytes: &[u8]| {
        let mut copy = sound.clone();
        copy[at..at + bytes.len()].copy_from_slice(bytes);
        sheet::read(&copy)
    };
    // DIMENSIONS: first row, row after the last one, four bytes each; then columns, two bytes each.
    let size = record([0x00, 0x02], 14);
    assert!(matches!(changed(size + 4, &[0xff, 0xff, 0xff, 0x7f]), Err(Refusal::TooLarge(Limit::Rows))));
    assert!(matches!(changed(size, &[0xff, 0xff, 0, 0]), Err(Refusal::Damaged(_))), "it ends before it begins");
    assert!(matches!(changed(size + 4, &[0x20, 0x4e, 0, 0, 0, 0, 0xff, 0xff]), Err(Refusal::TooLarge(Limit::Cells))));
    // BoundSheet8: where the sheet begins. Four bytes further its records would be others.
    let sheet = sound.windows(2).position(|w| w == [0x85, 0x00]).expect("a sheet") + 4;
    assert!(matches!(changed(sheet, &[sound[sheet].wrapping_add(4)]), Err(Refusal::Damaged(_))));
}

/// A file of each form.
fn samples() -> Vec<Vec<u8>> {
    let table = xlsx(&[("账", &[&[T("日期"), T("摘要")], &[D(2026, 1, 1), T("甲")]])]);
    let fixture = |name: &str| fs::read(project(&format!("tests/files/import/{name}"))).expect("a file");
    vec![
        table,
        fixture("shouzhi.xls"),
        fixture("zichan-1904.xls"),
        "日期\t摘要\n2026-01-01\t甲\n".into(),
        "<html><table><tr><td rowspan=2>日期<td>摘要</table>".into(),
        "<?xml version=\"1.0\"?><Workbook><Worksheet ss:Name=\"甲\"><Table><Row><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row></Table></Worksheet></Workbook>".into(),
    ]
}

#[test]
fn files_cut_short_are_refused_or_read() {
    for sample in samples() {
        for part in 0..60 {
            // A refusal or a shorter table; a panic fails the test.
            let _ = read(&sample[..sample.len() * part / 60], &asked(""));
        }
    }
    let whole = &samples()[0];
    assert!(matches!(sheet::read(&whole[..whole.len() - 40]), Err(Refusal::Damaged(_))), "half a workbook is none");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &asked(""));
    }

    #[test]
    fn changed_bytes_never_panic(which in 0_usize..6, changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = samples().swap_remove(which);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes, &asked(""));
    }

    #[test]
    fn random_tables_never_panic(rows in proptest::collection::vec("[日期摘要金额收支科目合计,0-9.\\-（）元万\"]{0,40}", 0..12)) {
        for kind in ["finance", "disclosure", "资产", ""] {
            let _ = read(rows.join("\n").as_bytes(), &asked(kind));
        }
    }
}
