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
    /// A formula that cannot be read.
    FORMULA_UNREADABLE = Error "GK1320";
    /// A column that the register does not have.
    NO_SUCH_COLUMN = Error "GK1321";
    /// A column of another type than the check needs.
    COLUMN_OF_OTHER_TYPE = Error "GK1322";
    /// A check with no test, or with several.
    NOT_ONE_TEST = Error "GK1323";
    /// A check whose formula compares nothing.
    NOTHING_COMPARED = Error "GK1324";
    /// A comparison where a value is wanted.
    COMPARED_FOR_A_VALUE = Error "GK1325";
    /// A number of rows in a formula for one row.
    COUNT_IN_A_ROW = Error "GK1326";
    /// A computed column that rests on another computed one.
    COMPUTED_OF_COMPUTED = Error "GK1327";
    /// A condition on a word that never stands in its column.
    WORD_NEVER_STANDS = Error "GK1328";
    /// Rows are parted where nothing is summed.
    GROUP_WITHOUT_WHOLE = Error "GK1329";
    /// A figure that communities do not have.
    UNKNOWN_FIGURE = Error "GK1330";
    /// An indicator derived from nothing, or from two things.
    NOT_ONE_SOURCE = Error "GK1331";
    /// Records have no such column.
    COLUMN_OF_RECORDS = Error "GK1332";
    /// Levels that give two answers for one total.
    LEVELS_OVERLAP = Error "GK1333";
    /// Totals below the lowest level belong nowhere.
    NOTHING_BELOW = Error "GK1334";
    /// The items of a source do not make up the points of their dimension.
    ITEMS_NOT_MAX = Error "GK1335";
    /// An item without what its kind needs.
    ITEM_LACKS = Error "GK1336";
    /// Stars from levels and from a line at once, or from neither.
    EARNING_UNCLEAR = Error "GK1337";
    /// A cap that names not exactly one source or dimension.
    CAP_NOT_ONE = Error "GK1338";
    /// A floor that asks for less where there are more stars.
    FLOORS_FALL = Error "GK1339";
}
