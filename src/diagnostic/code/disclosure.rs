//! Codes GK12…: disclosures and the catalogue.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// A code that the catalogue does not have.
    UNKNOWN_ITEM = Error "GK1201";
    /// The item was not due at that time.
    ITEM_NOT_IN_FORCE = Error "GK1202";
    /// The item is meant for the other type of community.
    ITEM_FOR_OTHERS = Error "GK1203";
    /// The period does not fit how often the item is due.
    PERIOD_FORM = Warning "GK1204";
    /// A periodic item without period.
    NO_PERIOD = Warning "GK1205";
    /// Published after its due day.
    PUBLISHED_LATE = Finding "GK1206";
    /// Published before its period was over.
    PUBLISHED_EARLY = Warning "GK1207";
    /// A list of persons without a last day.
    LIST_WITHOUT_END = Warning "GK1208";
    /// The list ends before it is published.
    LIST_ENDS_EARLY = Error "GK1209";
    /// Not applicable, and yet there are rows.
    NOT_APPLICABLE_WITH_ROWS = Error "GK1210";
}
