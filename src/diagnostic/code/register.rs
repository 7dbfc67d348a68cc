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
    /// A formula that does not hold in a row.
    ROW_DISAGREES = Error "GK1011";
    /// A formula that does not hold over all rows.
    TABLE_DISAGREES = Error "GK1012";
    /// A date before one that must come first.
    DATES_OUT_OF_ORDER = Error "GK1013";
    /// The same words in columns that tell rows apart.
    ROW_TWICE = Error "GK1014";
    /// A cell that these rows must have.
    CELL_NEEDED = Error "GK1015";
    /// A balance that does not take up the one of the period before.
    OPENING_DISAGREES = Error "GK1016";
    /// A balance of the period before that nothing takes up.
    BALANCE_LOST = Error "GK1017";
    /// No register of the period before, so that its balances cannot be compared.
    PERIOD_SKIPPED = Warning "GK1018";
    /// A row out of the order of its numbers, or with another rank.
    OUT_OF_RANK = Error "GK1019";
    /// A check of the profile that shows a shortfall.
    CHECK_FALLS_SHORT = Finding "GK1020";
    /// A check of the profile that shows a probable slip.
    CHECK_DOUBTED = Warning "GK1021";
    /// A stated figure that the profile does not have.
    UNKNOWN_STATED = Error "GK1022";
    /// A stated figure that every record must have.
    STATED_MISSING = Error "GK1023";
    /// A typed value that differs from what its formula gives.
    COMPUTED_DISAGREES = Error "GK1024";
    /// The register is meant for the other type of community.
    REGISTER_FOR_OTHERS = Warning "GK1025";
    /// A file that holds a list of persons, and no day on which it leaves.
    LIST_FILE_WITHOUT_END = Warning "GK1026";
    /// A file with a list of persons that another record publishes too.
    LIST_FILE_SHARED = Error "GK1027";
    /// A register of persons without the day on which the list leaves.
    PERSONS_WITHOUT_END = Warning "GK1028";
    /// The list of a register ends before it is published.
    PERSONS_END_EARLY = Error "GK1029";
    /// A title that names a person of a list that will leave.
    NAME_IN_TITLE = Error "GK1030";
}
