//! Records and settings that do harm: too large, no text, texts that look like another one, more of everything than anybody writes.
//!
//! In: nothing. Out: attacks. Never looks at attachments.

use super::{Attack, BUILD, CHECK, PAGES, page, sparse};

pub const ATTACKS: &[Attack] = &[
    Attack {
        name: "a record of 50 GB",
        prepare: |site| sparse(site, &format!("{PAGES}/a.md"), 50 << 30),
        arguments: CHECK,
        code: 4,
        says: "太大",
    },
    Attack {
        name: "settings of 50 GB",
        prepare: |site| sparse(site, "content/site.yaml", 50 << 30),
        arguments: CHECK,
        code: 4,
        says: "太大",
    },
    Attack {
        name: "a record of 3 MB",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), page("甲") + &"长".repeat(1 << 20));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0108",
    },
    Attack {
        name: "a theme outside of the workspace",
        prepare: |site| {
            site.replace("content/site.yaml", "示例: 是", "主题: ../../../etc\n示例: 是");
        },
        arguments: BUILD,
        code: 3,
        says: "GK2301",
    },
    Attack {
        name: "bytes that are no text",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), b"---\n\xff\xfe\x00\x80\n---\n");
        },
        arguments: CHECK,
        code: 1,
        says: "GK0101",
    },
    Attack {
        name: "UTF-16",
        prepare: |site| {
            let bytes: Vec<u8> =
                std::iter::once(0xfeff).chain(page("甲").encode_utf16()).flat_map(u16::to_le_bytes).collect();
            site.write(&format!("{PAGES}/a.md"), bytes);
        },
        arguments: CHECK,
        code: 1,
        says: "GK0101",
    },
    Attack {
        name: "a sign that turns the text around",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), page("金额 \u{202e}00.0021"));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0115",
    },
    Attack {
        name: "the same as an escape",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), page("\"金额 \\u202e00.0021\""));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0115",
    },
    Attack {
        name: "the same in the prose",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), page("甲") + "金额 \u{202d}00.0021\n");
        },
        arguments: CHECK,
        code: 1,
        says: "GK0115",
    },
    Attack {
        name: "a million signs that turn the text around, in one line",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), page("甲") + &"\u{202e}".repeat(600_000));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0115",
    },
    Attack {
        name: "lists in lists in lists",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), page(&"[".repeat(1_000_000)));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0102",
    },
    Attack {
        name: "a community below a hundred thousand regions",
        prepare: |site| {
            let deep = format!("上级: {}", "示例/".repeat(100_000));
            site.replace("content/communities/shanghe/community.yaml", "上级: 示例市/东区/河口街道", &deep);
        },
        arguments: BUILD,
        code: 1,
        says: "GK1831",
    },
    Attack {
        name: "a hundred thousand mistakes",
        prepare: |site| {
            let rows = "  - {文件: x.pdf}\n".repeat(100_000);
            site.write(&format!("{PAGES}/a.md"), page(&format!("甲\n附件:\n{rows}")));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0303",
    },
    Attack {
        name: "a number of a million digits",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), page("甲") + &"420106".repeat(300_000));
        },
        arguments: CHECK,
        code: 0,
        says: "错误 0",
    },
    Attack {
        name: "a million digits with gaps",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), page("甲") + &"身份证 4 2 0 1 0 6 ".repeat(50_000));
        },
        arguments: CHECK,
        code: 0,
        says: "错误 0",
    },
    Attack {
        name: "prose that opens everything and closes nothing",
        prepare: |site| {
            for (at, sign) in
                ["[", "![](", "**甲", "`甲", "<", "> ", "- ", "甲*", "[^", "~~甲", "|甲"].iter().enumerate()
            {
                site.write(&format!("{PAGES}/a{at}.md"), page(&format!("甲{at}")) + &sign.repeat(100_000));
            }
        },
        arguments: CHECK,
        code: 0,
        says: "错误 0",
    },
    Attack {
        name: "a base address that is a script",
        prepare: |site| {
            site.replace("content/site.yaml", "示例: 是", "基址: javascript:alert(1)//\n示例: 是");
        },
        arguments: BUILD,
        code: 1,
        says: "GK0312",
    },
    Attack {
        name: "two names that differ in case",
        prepare: |site| {
            site.write(&format!("{PAGES}/Gong-Shi.md"), page("甲"));
            site.write(&format!("{PAGES}/gong-shi.md"), page("乙"));
        },
        arguments: CHECK,
        code: 1,
        says: "GK03",
    },
    Attack {
        name: "two names that differ in the form of a letter",
        prepare: |site| {
            site.write(&format!("{PAGES}/caf\u{e9}.md"), page("甲"));
            site.write(&format!("{PAGES}/cafe\u{301}.md"), page("乙"));
        },
        arguments: CHECK,
        code: 0,
        says: "错误 0",
    },
    Attack {
        name: "a community named like a device",
        prepare: |site| {
            let text = site.read("content/communities/heping/community.yaml");
            site.write("content/communities/con/community.yaml", text);
        },
        arguments: CHECK,
        code: 1,
        says: "u-con",
    },
    Attack {
        name: "a million keys",
        prepare: |site| {
            let keys: String = (0..150_000).map(|n| format!("k{n}: 1\n")).collect();
            site.write(&format!("{PAGES}/a.md"), format!("---\n{keys}---\n"));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0108",
    },
];
