//! Codes GK01…: bytes and YAML.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// The bytes are not UTF-8.
    NOT_UTF8 = Error "GK0101";
    /// The YAML cannot be read.
    YAML_SYNTAX = Error "GK0102";
    /// A full-width colon stands where `: ` is meant.
    FULLWIDTH_COLON = Error "GK0103";
    /// A tab is used for indentation.
    TAB_INDENT = Error "GK0104";
    /// The same key twice in one place.
    DUPLICATE_KEY = Error "GK0105";
    /// Text after ` #` is lost as a comment.
    LOST_COMMENT = Warning "GK0106";
    /// A full-width comma in a `[…]` list does not separate.
    FULLWIDTH_COMMA = Warning "GK0107";
    /// The file is larger than a record may be.
    TOO_LARGE = Error "GK0108";
    /// Nested too deeply.
    TOO_DEEP = Error "GK0109";
    /// Anchors and aliases are not part of a record.
    ALIAS = Error "GK0110";
    /// No front matter between `---` lines.
    NO_FRONT_MATTER = Error "GK0111";
    /// The file holds nothing.
    EMPTY_FILE = Error "GK0112";
    /// A CSV row has another number of cells than the head.
    CSV_ROW = Error "GK0113";
    /// Full-width quotation marks stay in the text.
    FULLWIDTH_QUOTE = Warning "GK0114";
    /// A sign that nobody sees makes the text look other than it is.
    HIDDEN_SIGN = Error "GK0115";
}
