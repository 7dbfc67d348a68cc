//! The sheet of a recovery key, to be printed, sealed in an envelope and kept at the township.
//!
//! In: the key in words, whose it is, words of the program. Out: one page of HTML with the characters and a
//! square code of them. Never kept by the program: whoever prints it deletes it.

use crate::format;
use crate::locale::Messages;

/// The sheet.
pub fn sheet(words: &[String], key: &str, communities: &[String], day: &str, say: &Messages) -> String {
    let cell = |(at, sign): (usize, &String)| format!("<li><b>{sign}</b><span>{}</span></li>", at + 1);
    let signs: String = words.iter().enumerate().map(cell).collect();
    let names = communities.join("、");
    let line = |id: &str| format::xml(&say.text(id, &[("communities", names.as_str()), ("day", day), ("key", key)]));
    let steps: String = (1..=4).map(|n| format!("<li>{}</li>", line(&format!("paper-step-{n}")))).collect();
    let (title, of, public, warning) =
        (line("paper-title"), line("paper-of"), line("paper-public"), line("paper-warning"));
    let square = format::code(&words.concat()).map(|code| code.svg()).unwrap_or_default();
    format!(
        r#"<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title><style>
@page{{size:A4;margin:20mm}}body{{font-family:"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:170mm;margin:auto;line-height:1.6}}
h1{{font-size:26px}}.words{{display:grid;grid-template-columns:repeat(6,1fr);gap:4mm;list-style:none;padding:0}}
.words li{{border:1px solid #333;text-align:center;padding:2mm}}.words b{{font-size:30px;font-weight:400;display:block}}.words span{{font-size:11px;color:#555}}
svg{{width:50mm;height:50mm}}.key{{word-break:break-all;font-family:monospace;font-size:12px}}.warning{{border:2px solid #000;padding:3mm}}
</style></head><body><h1>{title}</h1><p>{of}</p><p class="warning">{warning}</p><ol class="words">{signs}</ol>{square}<p>{public}</p><p class="key">{key}</p><ol>{steps}</ol></body></html>
"#
    )
}
