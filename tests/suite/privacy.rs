//! How many private numbers are found, and how many numbers of things are taken for private.
//!
//! In: a thousand numbers that belong to nobody, in every form in which villages publish; two thousand numbers of things.
//! Out: the share that was found, by class and by form. Never a number of a person.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::process::Command;

use gongkai::privacy::{self, Columns, Found, Reading};
use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;

use crate::kit::TODAY;
use crate::kit::numbers::{Class, Line, private, things};
use crate::web::wanted;

const SEED: u64 = 20_261_123;

/// How many of each class were found, among those that were there.
fn tally(lines: &[Line], found: &[Found]) -> BTreeMap<Class, (usize, usize)> {
    let mut blocked: BTreeMap<&str, usize> = BTreeMap::new();
    for one in found.iter().filter(|f| f.kind.blocks()) {
        *blocked.entry(one.ending.as_str()).or_default() += 1;
    }
    let mut tally: BTreeMap<Class, (usize, usize)> = BTreeMap::new();
    for line in lines {
        let entry = tally.entry(line.class).or_default();
        entry.1 += 1;
        if let Some(left) = blocked.get_mut(line.ending.as_str()).filter(|left| **left > 0) {
            *left -= 1;
            entry.0 += 1;
        }
    }
    tally
}

/// Insists on what is promised: identity numbers all, cards and telephones 99 in 100, slips 95 in 100.
fn insist(form: &str, lines: &[Line], found: &[Found]) {
    let tally = tally(lines, found);
    let mut wrong = Vec::new();
    for (class, (hit, all)) in &tally {
        let floor = match class {
            Class::Identity | Class::Dressed => *all,
            Class::Slip => all * 95 / 100,
            Class::Old | Class::Card | Class::Phone => all * 99 / 100,
        };
        if hit < &floor {
            wrong.push(format!("{class:?}: {hit} of {all}"));
        }
    }
    assert!(wrong.is_empty(), "{form}: {}", wrong.join(", "));
    let blocked = found.iter().filter(|f| f.kind.blocks()).count();
    assert!(blocked <= lines.len() + 1, "{form}: {blocked} were found among {}", lines.len());
}

fn sentence(line: &Line) -> String {
    format!("{}{}。", line.before, line.number)
}

/// Each number in a cell under its own head; all other columns hold something else.
fn table(lines: &[Line]) -> Vec<[String; 6]> {
    let mut rows = Vec::new();
    for chunk in lines.chunk_by(|a, b| a.head == b.head) {
        rows.push(["姓名", "事由", chunk[0].head, "金额", "日期", "说明"].map(String::from));
        for line in chunk {
            rows.push(["张*三", "示例", &line.number, "480.00", "2026-10-12", ""].map(String::from));
        }
    }
    rows
}

fn all(name: &str, bytes: &[u8]) -> Vec<Found> {
    let searched = privacy::search(name, bytes, TODAY);
    assert!(searched.unread.is_empty(), "{name}: {:?}", searched.unread);
    searched.places.into_iter().flat_map(|p| p.found).collect()
}

#[test]
fn in_prose_and_in_fields() {
    let lines = private(SEED);
    let prose: String = lines.iter().map(|l| format!("{}\n\n", sentence(l))).collect();
    insist("Markdown", &lines, &privacy::scan(&prose, &Reading::prose(TODAY)));
    let field = |l: &Line| format!("  - {{姓名: 张*三, {}: \"{}\", 金额: 480.00}}\n", l.head, l.number);
    let text: String = lines.iter().map(field).collect();
    insist("YAML", &lines, &privacy::scan(&format!("明细:\n{text}"), &Reading::prose(TODAY)));
    let escaped = |l: &Line| l.number.chars().map(|c| format!("\\u{:04X}", u32::from(c))).collect::<String>();
    let text: String = lines.iter().map(|l| format!("{}: \"{}\"\n", l.head, escaped(l))).collect();
    let identities: Vec<Line> = lines.iter().filter(|l| l.class == Class::Identity).cloned().collect();
    let found = privacy::scan(&text, &Reading::prose(TODAY));
    let missed: Vec<_> = identities.iter().filter(|l| !found.iter().any(|f| f.ending == l.ending)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn in_tables() {
    let lines = private(SEED);
    let rows = table(&lines);
    let csv: String = rows.iter().map(|row| format!("{}\n", row.join(","))).collect();
    insist("CSV", &lines, &privacy::scan(&csv, &Reading::table(TODAY, Columns::Commas)));
    let gbk = encoding_rs_gbk(&csv);
    insist("CSV in GB18030", &lines, &all("a.csv", &gbk));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let (at, column) = (u32::try_from(at).expect("few"), u16::try_from(column).expect("few"));
            sheet.write_string(at, column, cell).expect("a cell");
        }
    }
    let bytes = book.save_to_buffer().expect("memory");
    insist("xlsx", &lines, &all("a.xlsx", &bytes));
}

/// The bytes as Excel writes them on a Chinese Windows; signs it does not have are left out.
fn encoding_rs_gbk(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

#[test]
fn in_documents() {
    let lines = private(SEED);
    insist("docx", &lines, &all("a.docx", &docx(&lines)));
}

/// A document of paragraphs whose numbers are cut into runs, as Word does when somebody goes on typing.
fn docx(lines: &[Line]) -> Vec<u8> {
    let run = |text: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let mut body = String::new();
    for line in lines {
        let half = line.number.char_indices().nth(5).map_or(0, |(at, _)| at);
        let runs = [run(line.before), run(&line.number[..half]), run(&line.number[half..]), run("。")].concat();
        body.push_str(&format!("<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr>{runs}</w:p>"));
    }
    let cell = |text: &str| format!("<w:tc><w:tcPr/><w:p>{}</w:p></w:tc>", run(text));
    body.push_str(&format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("户数"), cell("299")));
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("memory");
    zip.write_all(document.as_bytes()).expect("memory");
    zip.finish().expect("memory").into_inner()
}

#[test]
fn in_pdfs() {
    let lines = private(SEED);
    insist("PDF", &lines, &all("a.pdf", &pdf(&lines)));
}

/// A PDF of forty lines a page, in one of the fonts that every reader of PDFs has for Chinese.
fn pdf(lines: &[Line]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n1 0 obj\n<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H >>\nendobj\n".to_vec();
    for (at, page) in lines.chunks(40).enumerate() {
        let mut text = String::from("BT /F1 12 Tf 14 TL 50 800 Td\n");
        for line in page {
            let hex: String = sentence(line).encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            text.push_str(&format!("<{hex}> Tj T*\n"));
        }
        text.push_str("ET");
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(text.as_bytes()).expect("memory");
        let data = packed.finish().expect("memory");
        let (page, stream) = (2 * at + 2, 2 * at + 3);
        out.extend(format!("{page} 0 obj\n<< /Type /Page /Resources << /Font << /F1 1 0 R >> >> /Contents {stream} 0 R >>\nendobj\n{stream} 0 obj\n<< /Filter /FlateDecode /Length {} >>\nstream\n", data.len()).bytes());
        out.extend(data);
        out.extend(b"\nendstream\nendobj\n");
    }
    out
}

#[test]
fn numbers_of_things_are_not_taken_for_private() {
    let lines = things(SEED);
    let blocked: Vec<(String, Found)> = lines
        .iter()
        .flat_map(|line| privacy::scan(line, &Reading::prose(TODAY)).into_iter().map(|f| (line.clone(), f)))
        .filter(|(_, found)| found.kind.blocks())
        .collect();
    assert!(blocked.len() <= 2, "{blocked:#?}");
    let all = lines.join("\n");
    let warned = privacy::scan(&all, &Reading::prose(TODAY)).iter().filter(|f| f.kind.code().is_some()).count();
    assert!(warned <= 40, "{warned} of {} are doubted", lines.len());
}

/// Real programs as writers: what LibreOffice and Chromium make of the same lines.
#[test]
fn in_files_of_other_programs() {
    if !wanted() {
        return;
    }
    let lines: Vec<Line> = private(SEED).into_iter().step_by(5).collect();
    let dir = tempfile::TempDir::new().expect("a temporary folder");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_column_width(0, 60).expect("a width");
    for (at, line) in lines.iter().enumerate() {
        sheet.write_string(u32::try_from(at).expect("few"), 0, sentence(line)).expect("a cell");
    }
    book.save(dir.path().join("a.xlsx")).expect("written");
    for ending in ["pdf", "ods", "xls"] {
        let office = Command::new("soffice")
            .current_dir(dir.path())
            .arg(format!("-env:UserInstallation=file://{}/profile", dir.path().display()))
            .args(["--headless", "--convert-to", ending, "a.xlsx"])
            .output()
            .expect("LibreOffice; run tests/run once");
        let name = format!("a.{ending}");
        let bytes = std::fs::read(dir.path().join(&name)).unwrap_or_else(|_| panic!("{office:?}"));
        insist(&format!("{ending} by LibreOffice"), &lines, &all(&name, &bytes));
    }
    let text: String = lines.iter().map(|l| format!("<p>{}</p>\n", sentence(l))).collect();
    let page =
        format!("<!doctype html><meta charset=utf-8><title>示例</title><body style=\"font:14px sans-serif\">{text}");
    std::fs::write(dir.path().join("a.html"), page).expect("written");
    let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".into());
    let browser = Command::new(chromium)
        .current_dir(dir.path())
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=b.pdf", "a.html"])
        .output()
        .expect("Chromium; run tests/run once");
    let bytes = std::fs::read(dir.path().join("b.pdf")).unwrap_or_else(|_| panic!("{browser:?}"));
    // Glyph by glyph, with fonts that change within a line: words are not always told, digits are.
    let identities: Vec<Line> = lines.into_iter().filter(|l| l.class == Class::Identity).collect();
    let found: Vec<Found> = all("b.pdf", &bytes).into_iter().filter(|f| f.kind == privacy::Kind::Identity).collect();
    assert_eq!(tally(&identities, &found)[&Class::Identity], (identities.len(), identities.len()), "PDF by Chromium");
}

#[test]
fn long_files_take_time_by_their_length_alone() {
    // Each of these would take minutes if anything were looked at again and again.
    let texts = ["1 ".repeat(400_000), "6".repeat(800_000), "*1".repeat(400_000), "身份证 4299 ".repeat(50_000)];
    for text in &texts {
        let found = privacy::scan(text, &Reading::table(TODAY, Columns::Commas));
        assert!(found.len() < 60_000);
    }
}
