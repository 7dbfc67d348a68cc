//! Codes GK13…: profiles.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// Weights that do not sum to 100.
    WEIGHTS_NOT_100 = Error "GK1301";
    /// The same name, id or code twice in one profile.
    SAME_NAME_IN_PROFILE = Error "GK1302";
    /// Levels that leave a gap or run backwards.
    LEVEL_GAP = Error "GK1303";
    /// A list that must hold something holds nothing.
    NOTHING_IN_PROFILE = Error "GK1304";
    /// A profile names a part of itself that it does not have.
    UNKNOWN_PART = Error "GK1305";
    /// A number in a profile out of its range.
    PROFILE_OUT_OF_RANGE = Error "GK1306";
    /// A due date of a form that the frequency never uses.
    DUE_WITHOUT_PERIOD = Warning "GK1307";
    /// A profile ends before it begins.
    EFFECTIVE_BACKWARDS = Error "GK1308";
    /// A sensitive list whose names are shown in full.
    SENSITIVE_IN_FULL = Warning "GK1309";
    /// A total of a column that holds no numbers.
    TOTAL_OF_WORDS = Error "GK1310";
    /// A process or a rule of a lower layer asks for less than the law above it.
    LOOSENS_LAW = Error "GK1316";
    /// The value of a limit is not of the form that its id needs.
    BAD_LIMIT = Error "GK1317";
    /// A process in which nobody votes.
    NOTHING_DECIDES = Error "GK1318";
}
