//! Attachments, tables and archives that do harm: those that grow, lead outside, or are not what they say.
//!
//! In: nothing. Out: attacks. Never looks at records.

use std::io::Write;

use super::{Attack, BUILD, CHECK, FILES, attach, grows, pack, sparse};

pub const ATTACKS: &[Attack] = &[
    Attack {
        name: "an attachment of 50 GB",
        prepare: |site| sparse(site, &format!("{FILES}/film.mp4"), 50 << 30),
        arguments: BUILD,
        code: 4,
        says: "film.mp4",
    },
    Attack {
        name: "a zero byte in a table",
        prepare: |site| {
            let path = "content/communities/heping/registers/zhi-yuan.csv";
            let text = site.read(path);
            site.write(path, text.replacen('\n', "\u{0}\n", 1));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0115",
    },
    Attack {
        name: "a thousand rows with an open quotation mark",
        prepare: |site| {
            let path = "content/communities/heping/registers/zhi-yuan.csv";
            let text = site.read(path) + &"\"甲,".repeat(300_000);
            site.write(path, text);
        },
        arguments: CHECK,
        code: 1,
        says: "GK0113",
    },
    Attack {
        name: "a PDF that grows without end",
        prepare: |site| {
            let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
            (0..300).for_each(|_| packed.write_all(&[b' '; 1 << 20]).expect("memory takes everything"));
            let stream = packed.finish().expect("memory takes everything");
            let head = format!("%PDF-1.4\n1 0 obj\n<</Filter/FlateDecode/Length {}>>\nstream\n", stream.len());
            site.write(&format!("{FILES}/a.pdf"), [head.as_bytes(), &stream, b"\nendstream\nendobj\n"].concat());
            attach(site, "a.pdf");
        },
        arguments: CHECK,
        code: 0,
        says: "a.pdf",
    },
    Attack {
        name: "a document that grows without end",
        prepare: |site| {
            grows(site, &format!("{FILES}/a.docx"), "word/document.xml");
            attach(site, "a.docx");
        },
        arguments: CHECK,
        code: 0,
        says: "a.docx",
    },
    Attack {
        name: "a picture that claims 400 million pixels",
        prepare: |site| {
            let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x4e\x20\0\0\x4e\x20\x08\x06\0\0\0".to_vec();
            bytes.extend([0; 64]);
            site.write(&format!("{FILES}/a.png"), bytes);
            attach(site, "a.png");
        },
        arguments: CHECK,
        code: 0,
        says: "错误 0",
    },
    Attack {
        name: "a picture that is a page",
        prepare: |site| {
            site.write(&format!("{FILES}/a.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>");
            attach(site, "a.svg");
        },
        arguments: BUILD,
        code: 1,
        says: "GK0313",
    },
    Attack {
        name: "a table of a million rows that is packed",
        prepare: |site| {
            grows(site, "bomb.xlsx", "xl/worksheets/sheet1.xml");
        },
        arguments: &["import", "bomb.xlsx", "--community", "shanghe", "--lang", "zh"],
        code: 1,
        says: "GK14",
    },
    Attack {
        name: "an archive that grows without end",
        prepare: |site| {
            grows(site, "bomb.zip", "manifest.json");
        },
        arguments: &["verify", "bomb.zip", "--lang", "zh"],
        code: 4,
        says: "bomb.zip",
    },
    Attack {
        name: "an archive that leads outside",
        prepare: |site| pack(site, "slip.zip", &[("../../slipped", b"x"), ("manifest.json", b"{}")]),
        arguments: &["verify", "slip.zip", "--lang", "zh"],
        code: 4,
        says: "slip.zip",
    },
    Attack {
        name: "an archive that is none",
        prepare: |site| {
            site.write("none.zip", "PK\u{3}\u{4} and no more");
        },
        arguments: &["verify", "none.zip", "--lang", "zh"],
        code: 4,
        says: "none.zip",
    },
];
