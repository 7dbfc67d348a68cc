//! Codes GK23…: themes: their layers, variables, words, templates.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/theme.ftl` under the code.

codes! {
    /// A theme that does not exist.
    UNKNOWN_THEME = Error "GK2301";
    /// Themes that inherit each other in a circle.
    THEME_CIRCLE = Error "GK2302";
    /// A folder that themes do not have.
    UNKNOWN_THEME_FOLDER = Error "GK2303";
    /// A template that changes no other and that no other uses.
    UNKNOWN_TEMPLATE = Error "GK2304";
    /// An addition to a style sheet that is not inherited.
    UNKNOWN_SHEET = Error "GK2305";
    /// A style variable that no style sheet uses.
    UNKNOWN_TOKEN = Error "GK2306";
    /// A value of a style variable that is more than a value.
    BAD_TOKEN = Error "GK2307";
    /// A setting that no template asks for.
    UNKNOWN_SETTING = Error "GK2308";
    /// Words under a name that only looks like an inherited one.
    UNKNOWN_WORDS = Error "GK2309";
    /// Words that cannot be read.
    BAD_WORDS = Error "GK2310";
    /// A template that cannot be read.
    TEMPLATE_SYNTAX = Error "GK2311";
    /// A name in a template that leads nowhere.
    TEMPLATE_REFERENCE = Error "GK2312";
    /// Templates that go on from each other in a circle.
    TEMPLATE_CIRCLE = Error "GK2313";
    /// A template that failed while a page was made.
    TEMPLATE_FAILED = Error "GK2314";
    /// A template that a page needs and the theme lacks.
    TEMPLATE_MISSING = Error "GK2315";
}
