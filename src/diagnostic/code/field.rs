//! Codes GK02…: fields.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// A key that nobody knows.
    UNKNOWN_KEY = Error "GK0201";
    /// A required field is missing.
    MISSING_FIELD = Error "GK0202";
    /// The value has the wrong form.
    WRONG_TYPE = Error "GK0203";
    /// Not a date that exists.
    BAD_DATE = Error "GK0204";
    /// Not an amount of money.
    BAD_MONEY = Error "GK0205";
    /// Not a period.
    BAD_PERIOD = Error "GK0206";
    /// Not a whole number.
    BAD_INTEGER = Error "GK0207";
    /// Not a number.
    BAD_NUMBER = Error "GK0208";
    /// Not 是 or 否.
    BAD_YES_NO = Error "GK0209";
    /// None of the words that can stand here.
    BAD_CHOICE = Error "GK0210";
    /// The same field in Chinese and in English.
    SAME_FIELD_TWICE = Error "GK0211";
    /// Not a fraction such as 2/3.
    BAD_FRACTION = Error "GK0212";
    /// The placeholder of a new record is still there.
    PLACEHOLDER = Error "GK0214";
}
