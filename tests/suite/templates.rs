//! Blank templates come back filled; tables of records come back edited.
//!
//! In: every template, filled in as a person would. Out: the rows that were filled in.
//! Never writes a template by hand: the program's own bytes are filled.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::process::Command;

use gongkai::export;
use gongkai::import::{self, Options};
use gongkai::locale::{Language, messages};
use gongkai::sheet::{self, Cell};

use crate::kit::program::run;
use crate::kit::site::SiteTest;
use crate::kit::table::{asked, ground, packed, read, said};

/// The workbook of a template.
fn blank(word: &str) -> Vec<u8> {
    let words = messages(Language::Chinese);
    let template = export::template(word, &ground(), words).unwrap_or_else(|| panic!("no template {word}"));
    template.bytes(words).expect("a workbook")
}

/// What a template tells of its columns: head, example.
fn columns(bytes: &[u8]) -> Vec<(String, String)> {
    let book = sheet::read(bytes).expect("a workbook");
    let notes = book.sheets.iter().find(|s| s.name == "说明").expect("notes");
    let begins =
        notes.rows.iter().position(|r| r.first() == Some(&Cell::Text("列名".into()))).expect("a list of columns");
    let text = |row: &Vec<Cell>, at: usize| row.get(at).map(Cell::shown).unwrap_or_default();
    notes.rows[begins + 1..].iter().map(|row| (text(row, 0), text(row, 3))).collect()
}

/// The same workbook with one row below the heads, as a program writes it that fills in the file itself.
fn fill(bytes: &[u8], values: &[String]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut out = Vec::new();
        part.read_to_end(&mut out).expect("bytes");
        parts.push((name, out));
    }
    let row: String = (0..)
        .zip(values)
        .map(|(at, value)| {
            let place = format!("{}2", sheet::column_name(at));
            format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{value}</t></is></c>")
        })
        .collect();
    for (_, bytes) in parts.iter_mut().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")) {
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        if text.contains("<sheetProtection") {
            *bytes = text.replace("</sheetData>", &format!("<row r=\"2\">{row}</row></sheetData>")).into_bytes();
        }
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    packed(&parts)
}

#[test]
fn every_template_comes_back_filled() {
    let ground = ground();
    let registers: Vec<String> = ground.profiles.registers.iter().map(|r| r.head.name.value.clone()).collect();
    let rubrics: Vec<String> = ground.profiles.rubrics.iter().map(|r| r.head.name.value.clone()).collect();
    assert!(registers.len() > 30 && rubrics.len() > 8);
    let words = registers.iter().chain(&rubrics).map(String::as_str).chain(["finance", "A1", "F2"]);
    let mut wrong = String::new();
    for word in words {
        let bytes = blank(word);
        let columns = columns(&bytes);
        let values: Vec<String> = columns.iter().map(|(_, example)| example.clone()).collect();
        match read(&fill(&bytes, &values), &asked(word)) {
            Ok(filled) => {
                let part = &filled.parts[0];
                // 收支 decides the side, and 金额 stands for the amount of it.
                let want: Vec<&String> = values.iter().skip(usize::from(word == "finance")).collect();
                let got: Vec<&String> = part.rows[0].iter().collect();
                if got != want {
                    wrong.push_str(&format!("{word}: {got:?}, not {want:?}\n"));
                }
            }
            Err(reports) => wrong.push_str(&format!("{word}: {}", said(&reports, Language::Chinese))),
        }
        let again = read(&bytes, &asked(word)).expect_err("nothing is filled in");
        assert_eq!(again.iter().map(|r| r.code.as_str()).collect::<Vec<_>>(), ["GK1405"], "{word}");
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn templates_are_the_same_each_time_and_explain_themselves() {
    let bytes = blank("补助发放");
    assert_eq!(bytes, blank("补助发放"));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let mut out = String::new();
        let name = part.name().expect("a name").into_owned();
        if part.read_to_string(&mut out).is_ok() {
            text.insert(name, out);
        }
    }
    let rows = &text["xl/worksheets/sheet1.xml"];
    assert!(rows.contains("\"一卡通,转账,现金,实物\""), "choices drop down");
    assert!(rows.contains("<sheetProtection"), "heads are held");
    assert!(text.keys().any(|name| name.starts_with("xl/comments")), "heads have notes");
    let strings = &text["xl/sharedStrings.xml"];
    for words in ["导入后检查：标准乘数量等于金额", "不要填身份证号", "姓名*", "--as 补助发放"]
    {
        assert!(strings.contains(words), "{words}");
    }
}

#[test]
fn tables_go_out_and_come_back() {
    let site = SiteTest::sample();
    let mut count = 0;
    for id in ["junying", "ganghua"] {
        for folder in ["finance", "registers", "evaluations", "disclosures"] {
            let here = site.path(&format!("content/communities/{id}/{folder}"));
            let mut names: Vec<String> = std::fs::read_dir(here)
                .expect("a folder")
                .filter_map(|f| f.expect("a file").file_name().into_string().ok())
                .filter(|n| !n.ends_with(".csv"))
                .collect();
            names.sort();
            for name in names.iter().take(3) {
                let record = format!("{folder}/{}", name.rsplit_once('.').expect("an ending").0);
                let path = format!("content/communities/{id}/{folder}/{name}");
                let out = run(site.root(), &["export", &record, "--community", id, "--out", "t.xlsx"]);
                if out.code == 2 && out.err.contains("没有表格") {
                    continue;
                }
                assert_eq!(out.code, 0, "{record}: {out:?}");
                let fill = ["import", "t.xlsx", "--community", id, "--into", &record];
                let back = run(site.root(), &fill);
                if back.err.contains("GK1405") {
                    continue;
                }
                assert_eq!(back.code, 0, "{record}: {back:?}");
                let once = site.read(&path);
                assert_eq!(run(site.root(), &fill).code, 0);
                assert_eq!(site.read(&path), once, "{record}: a second time changes nothing");
                count += 1;
            }
        }
    }
    assert!(count >= 12, "only {count} tables came back");
    let check = run(site.root(), &["check", "--as-of", "2026-11-23"]);
    assert_eq!(check.code, 0, "{}", check.err);
}

#[test]
fn an_office_program_saves_what_import_reads() {
    if Command::new("soffice").arg("--version").output().is_err() {
        assert!(std::env::var_os("GONGKAI_BROWSER").is_none(), "soffice is missing; run tests/run once");
        return;
    }
    let site = SiteTest::empty();
    site.write("t.xlsx", blank("资产"));
    let profile = format!("-env:UserInstallation=file://{}", site.path("office").display());
    for (ending, filter) in [("xlsx", "xlsx"), ("xls", "xls:MS Excel 97")] {
        let run = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", filter, "--outdir", "out", "t.xlsx"])
            .current_dir(site.root())
            .output()
            .expect("soffice runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let bytes = std::fs::read(site.path(&format!("out/t.{ending}"))).expect("a workbook");
        let reports = import::read(&bytes, "t", &Options::default(), &ground()).expect_err("nothing is filled in");
        assert_eq!(reports[0].code, "GK1405", "{ending}");
    }
}
