//! Codes GK14…: workbooks that are handed in.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/import.ftl` under the code.

codes! {
    /// A file that is no table.
    NOT_A_TABLE = Error "GK1401";
    /// A workbook larger than anybody hands in.
    SHEET_TOO_LARGE = Error "GK1402";
    /// A workbook that cannot be read to its end, or asks for a password.
    SHEET_DAMAGED = Error "GK1403";
    /// No row of heads.
    NO_HEADS = Error "GK1404";
    /// Heads, and nothing below.
    NO_ROWS = Error "GK1405";
    /// No such sheet, or several that fit.
    WHICH_SHEET = Error "GK1406";
    /// A table that fits no kind of record, or several.
    WHICH_KIND = Error "GK1407";
    /// A column that must be there.
    COLUMN_NOT_THERE = Error "GK1408";
    /// Two columns for one field.
    COLUMN_DOUBLED = Error "GK1409";
    /// A column that fills no field.
    COLUMN_LEFT_OUT = Warning "GK1410";
    /// A cell that is not what its column holds.
    CELL_UNREADABLE = Error "GK1411";
    /// A cell that must be filled in.
    CELL_MISSING = Error "GK1412";
    /// None of the words that can stand in the column.
    CELL_NO_CHOICE = Error "GK1413";
    /// Income or expense: the row does not tell.
    SIDE_UNKNOWN = Error "GK1414";
    /// A sum that differs from its rows.
    SHEET_SUM_DISAGREES = Error "GK1415";
    /// A balance that differs from the rows before.
    SHEET_BALANCE_DISAGREES = Error "GK1416";
    /// A number by which a person can be harmed.
    PRIVATE_CELL = Error "GK1417";
    /// A row that is neither an entry nor a sum.
    ROW_UNCLEAR = Error "GK1418";
    /// A day outside of the record's period.
    DAY_OUTSIDE_PERIOD = Warning "GK1419";
    /// A record that this table cannot be put into.
    CANNOT_FILL = Error "GK1420";
    /// A mapping that fills a field which its kind does not have.
    MAPPING_FIELD = Error "GK1421";
}
