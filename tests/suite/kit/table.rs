//! One small table in every form that secretaries and platforms hand in.
//!
//! In: rows of cells. Out: the bytes of a file. Never reads one: the library does.

use std::io::{Cursor, Write};
use std::sync::{Arc, LazyLock};

use gongkai::diagnostic::{Report, Sink, Sources};
use gongkai::import::{self, Filled, Ground, Options};
use gongkai::locale::{Language, messages};
use gongkai::profile::{self, Profiles};
use gongkai::value::CommunityType;
use gongkai::world::Files;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;

use super::TODAY;

/// A cell of a workbook.
#[derive(Debug, Clone)]
pub enum C {
    /// Nothing.
    Nil,
    /// Words.
    T(&'static str),
    /// A number.
    N(f64),
    /// A number in a format.
    F(f64, &'static str),
    /// A day.
    D(u16, u8, u8),
}

/// The program's own profiles.
static PROFILES: LazyLock<Arc<Profiles>> = LazyLock::new(|| {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    profile::load(&Files::default(), &[], &mut sources, &mut sink)
});

/// A village with the program's own profiles.
pub fn ground() -> Ground<'static> {
    let catalogue = PROFILES.catalogues.find("村务公开目录");
    Ground { profiles: &PROFILES, catalogue, community: CommunityType::Village, today: TODAY }
}

/// What is asked: a kind, where one is named.
pub fn asked(kind: &str) -> Options {
    Options { kind: (!kind.is_empty()).then(|| kind.to_owned()), ..Options::default() }
}

/// Reads a file.
pub fn read(bytes: &[u8], options: &Options) -> Result<Filled, Vec<Report>> {
    import::read(bytes, "biao", options, &ground())
}

/// Reads a file that is sound.
pub fn sound(bytes: &[u8], options: &Options) -> Filled {
    read(bytes, options).unwrap_or_else(|reports| panic!("refused:\n{}", said(&reports, Language::Chinese)))
}

/// The text of the record that a sound file becomes.
pub fn record(bytes: &[u8], options: &Options) -> String {
    let files = import::record(&sound(bytes, options), &import::Blank::default());
    let (_, bytes) = files.last().expect("a record");
    String::from_utf8(bytes.clone()).expect("UTF-8")
}

/// What is said, one line a report: place, code, sentence.
pub fn said(reports: &[Report], language: Language) -> String {
    let words = messages(language);
    let line = |r: &Report| {
        let sentence = words.text(&r.code.to_ascii_lowercase(), &r.args);
        format!("{}:{}:{} {} {sentence}\n", r.place.path, r.place.line, r.place.column, r.code)
    };
    reports.iter().map(line).collect()
}

/// What is said of a file that is refused.
pub fn refused(bytes: &[u8], options: &Options) -> String {
    match read(bytes, options) {
        Ok(filled) => panic!("taken: {:?}", filled.parts),
        Err(reports) => said(&reports, Language::Chinese),
    }
}

/// A workbook of several sheets.
pub fn xlsx(sheets: &[(&str, &[&[C]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy/m/d");
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("a name");
        for (row, cells) in (0_u32..).zip(*rows) {
            for (column, cell) in (0_u16..).zip(*cells) {
                match cell {
                    C::Nil => continue,
                    C::T(text) => sheet.write(row, column, *text),
                    C::N(number) => sheet.write(row, column, *number),
                    C::F(number, form) => {
                        sheet.write_with_format(row, column, *number, &Format::new().set_num_format(*form))
                    }
                    C::D(y, m, d) => {
                        let date = ExcelDateTime::from_ymd(*y, *m, *d).expect("a day");
                        sheet.write_with_format(row, column, &date, &day)
                    }
                }
                .expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// A packed workbook of parts made by hand, as a program of another house, or somebody with bad intent, would.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).expect("a part");
        zip.write_all(bytes).expect("bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A workbook of one sheet whose XML is given, and what stands among the properties of the workbook.
pub fn packed_sheet(sheet: &str, properties: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{REL}\">{properties}<sheets><sheet name=\"甲\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let rels = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"{REL}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let root = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"{REL}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    packed(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", rels.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// UTF-16 with its mark, as Excel saves “Unicode text”.
pub fn utf16(text: &str) -> Vec<u8> {
    [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
}

/// GB18030.
pub fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}
