//! Codes GK10…: registers, and what their tables share with those of disclosures.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// A column that the profile does not have.
    UNKNOWN_COLUMN = Error "GK1001";
    /// A required column is missing.
    MISSING_COLUMN = Error "GK1002";
    /// A required cell is empty.
    EMPTY_CELL = Error "GK1003";
    /// A cell that is not what its column holds.
    WRONG_CELL = Error "GK1004";
    /// None of the words that can stand in this column.
    NOT_AN_OPTION = Error "GK1005";
    /// A value that may stand once stands twice.
    SAME_VALUE = Error "GK1006";
    /// A name in full where only a part of it is shown.
    NAME_IN_FULL = Warning "GK1007";
    /// A typed total that differs from the sum.
    TOTAL_DISAGREES = Error "GK1008";
    /// Two columns with one head.
    COLUMN_TWICE = Error "GK1009";
    /// True on a day that is still to come.
    AS_OF_IN_FUTURE = Warning "GK1010";
}
