//! Codes GK11…: indicators.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// A share of nothing.
    ZERO_DENOMINATOR = Error "GK1101";
    /// The value is not the share of its part in its whole.
    SHARE_DISAGREES = Warning "GK1102";
    /// A part larger than its whole.
    PART_OVER_WHOLE = Warning "GK1103";
    /// The indicator is meant for the other type of community.
    INDICATOR_FOR_OTHERS = Warning "GK1104";
    /// The same indicator twice in one record.
    INDICATOR_TWICE = Error "GK1105";
    /// A part without its whole, or a whole without its part.
    HALF_A_SHARE = Warning "GK1106";
    /// A typed value that differs from the one its source gives for the same day.
    DERIVED_DISAGREES = Error "GK1107";
    /// A typed value that differs from the one an older source gives.
    DERIVED_DIFFERS = Warning "GK1108";
    /// No value, and nothing to derive one from.
    VALUE_MISSING = Error "GK1109";
    /// The newest values are more than a year old.
    INDICATORS_STALE = Warning "GK1110";
}
