//! Codes GK21…: places to publish to, and secrets that must not stand in content.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/publish.ftl` under the code.

codes! {
    /// A password or a key of a service in records or settings.
    SECRET_IN_CONTENT = Error "GK2101";
    /// An address to publish to that cannot be meant.
    DESTINATION_UNREADABLE = Error "GK2102";
    /// Two places to publish to with one name.
    DESTINATION_TWICE = Error "GK2103";
    /// A place to publish to that lacks what its service needs.
    DESTINATION_LACKS = Error "GK2104";
    /// Publications that are switched as a whole, where no move can do it.
    DESTINATION_CANNOT_SWITCH = Error "GK2105";
    /// A word for credentials that no environment variable can hold.
    DESTINATION_CREDENTIALS = Error "GK2106";
    /// An object store that hands out pages as downloads.
    DESTINATION_DOWNLOADS = Warning "GK2107";
    /// A password that travels in the clear.
    DESTINATION_IN_THE_CLEAR = Warning "GK2108";
}
