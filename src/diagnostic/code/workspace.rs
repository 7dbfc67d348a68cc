//! Codes GK03…: names, references, workspace.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// A reference to a record that does not exist.
    BROKEN_REFERENCE = Error "GK0301";
    /// A profile that does not exist.
    UNKNOWN_PROFILE = Error "GK0302";
    /// A file that does not exist.
    MISSING_FILE = Error "GK0303";
    /// Two records with one address.
    SAME_URL = Error "GK0304";
    /// A file in a place where no record belongs.
    STRAY_FILE = Warning "GK0305";
    /// An attachment that nothing refers to.
    UNUSED_FILE = Info "GK0306";
    /// A community folder without community.yaml.
    NO_COMMUNITY_FILE = Error "GK0307";
    /// A folder name that cannot be an address.
    BAD_FOLDER_NAME = Error "GK0308";
    /// The wrong ending for this kind of record.
    WRONG_EXTENSION = Error "GK0309";
    /// Two profiles with one name.
    SAME_PROFILE = Error "GK0310";
    /// A link to a heading that does not stand there.
    BROKEN_ANCHOR = Warning "GK0311";
    /// An address of the settings that no browser can open.
    ADDRESS_CANNOT_BE_OPENED = Error "GK0312";
    /// An attachment that opens as a program or as a page that may hold one.
    FILE_IS_PROGRAM = Error "GK0313";
}
