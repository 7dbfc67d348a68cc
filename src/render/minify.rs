//! Smaller HTML.
//!
//! In: a rendered page. Out: the same page without what browsers do not need.
//! Never produces HTML that a validator rejects.

use minify_html::Cfg;

/// Takes spaces and comments out of a page.
pub(super) fn minify(html: String) -> Vec<u8> {
    let mut cfg = Cfg::new();
    cfg.keep_closing_tags = true;
    cfg.keep_html_and_head_opening_tags = true;
    cfg.keep_input_type_text_attr = true;
    minify_html::minify(html.as_bytes(), &cfg)
}
