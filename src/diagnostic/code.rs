//! Every code a diagnostic can have.
//!
//! In: nothing. Out: the table of codes with their severity; `explain` and the tests walk it.
//! Never holds sentences: `gk0101`, `.help` and `.explain` stand in `locale/<lang>/diagnostics.ftl`.

use serde::{Deserialize, Serialize};

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Cannot be true or must not be seen; blocks publication.
    Error,
    /// Truly happened and falls short of a rule; is published on the page.
    Finding,
    /// Probably a slip.
    Warning,
    /// Could be better.
    Info,
}

impl Severity {
    /// The word used in JSON and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Finding => "finding",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// One entry of the table.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Such as `GK0101`.
    pub id: &'static str,
    /// How grave its cases are.
    pub severity: Severity,
}

impl Code {
    /// The Fluent message that holds its sentence: the code in small letters.
    pub fn message(&self) -> String {
        self.id.to_ascii_lowercase()
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $severity:ident $id:literal;)*) => {
        $($(#[doc = $doc])* pub static $name: Code = Code { id: $id, severity: Severity::$severity };)*
        /// All codes, in order.
        pub static ALL: &[&Code] = &[$(&$name),*];
    };
}

codes! {
    // 01: bytes and YAML
    /// The bytes are not UTF-8.
    NOT_UTF8 = Error "GK0101";
    /// The YAML cannot be read.
    YAML_SYNTAX = Error "GK0102";
    /// A full-width colon stands where `: ` is meant.
    FULLWIDTH_COLON = Error "GK0103";
    /// A tab is used for indentation.
    TAB_INDENT = Error "GK0104";
    /// The same key twice in one place.
    DUPLICATE_KEY = Error "GK0105";
    /// Text after ` #` is lost as a comment.
    LOST_COMMENT = Warning "GK0106";
    /// A full-width comma in a `[…]` list does not separate.
    FULLWIDTH_COMMA = Warning "GK0107";
    /// The file is larger than a record may be.
    TOO_LARGE = Error "GK0108";
    /// Nested too deeply.
    TOO_DEEP = Error "GK0109";
    /// Anchors and aliases are not part of a record.
    ALIAS = Error "GK0110";
    /// No front matter between `---` lines.
    NO_FRONT_MATTER = Error "GK0111";
    /// The file holds nothing.
    EMPTY_FILE = Error "GK0112";
    /// A CSV row has another number of cells than the head.
    CSV_ROW = Error "GK0113";
    /// Full-width quotation marks stay in the text.
    FULLWIDTH_QUOTE = Warning "GK0114";

    // 02: fields
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
    /// Out of the range that makes sense.
    OUT_OF_RANGE = Error "GK0213";
    /// The placeholder of a new record is still there.
    PLACEHOLDER = Error "GK0214";

    // 03: names, references, workspace
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

    // 04: dates and publication, common to all kinds
    /// The display ends before it begins.
    UNTIL_BEFORE_PUBLISHED = Error "GK0401";
    /// The display was shorter than the law's floor.
    DISPLAY_TOO_SHORT = Finding "GK0402";
    /// Reviewed after it was published.
    REVIEW_AFTER_PUBLICATION = Finding "GK0403";
    /// A date after the day of the build.
    FUTURE_DATE = Warning "GK0404";

    // 05: questions
    /// Answered before it was asked.
    ANSWER_BEFORE_QUESTION = Error "GK0501";

    // 06: decisions
    /// A step that the process does not have.
    UNKNOWN_STEP = Error "GK0601";
    /// Neither the decision nor the community names a process.
    NO_PROCESS = Error "GK0602";
    /// More present than due.
    PRESENT_OVER_DUE = Error "GK0603";
    /// More votes than people present.
    VOTES_OVER_PRESENT = Error "GK0604";
    /// More due than there are members.
    DUE_OVER_ROLL = Error "GK0605";
    /// Members were told after the meeting.
    NOTICE_AFTER_MEETING = Error "GK0606";
    /// A publication that no process has.
    UNKNOWN_PUBLICATION = Error "GK0607";
    /// Published before it happened.
    PUBLICATION_BEFORE_TRIGGER = Error "GK0608";
    /// Published a step that is not recorded.
    PUBLICATION_WITHOUT_STEP = Error "GK0609";
    /// Fewer present than the rule needs.
    QUORUM_MISSED = Finding "GK0610";
    /// Fewer votes in favour than the rule needs, and the matter went on.
    MAJORITY_MISSED = Finding "GK0611";
    /// Members were told too late.
    NOTICE_SHORT = Finding "GK0612";
    /// A step before the one it should follow.
    STEP_OUT_OF_ORDER = Finding "GK0613";
    /// A step was left out.
    STEP_MISSING = Finding "GK0614";
    /// A step that failed, and later steps all the same.
    FAILED_STEP_FOLLOWED = Finding "GK0615";
    /// Two steps closer together than the process allows.
    STEPS_TOO_CLOSE = Finding "GK0616";
    /// A publication was shown for too few days.
    PUBLICATION_SHORT = Finding "GK0617";
    /// Published later than the process allows.
    PUBLICATION_LATE = Finding "GK0618";
    /// Carried out without a resolution.
    NO_RESOLUTION = Finding "GK0619";
    /// The resolution was not published.
    RESOLUTION_NOT_PUBLISHED = Finding "GK0620";
    /// A vote without the numbers that its rule needs.
    COUNTS_MISSING = Finding "GK0621";
    /// Fewer votes than people present.
    VOTES_BELOW_PRESENT = Warning "GK0622";
    /// No day of notice where one is needed.
    NOTICE_MISSING = Warning "GK0623";
    /// The same step twice on one day.
    SAME_STEP_TWICE = Warning "GK0624";
    /// A little more due than there are members.
    DUE_ABOVE_ROLL = Warning "GK0625";
    /// A step on a day that has not come.
    STEP_IN_FUTURE = Warning "GK0626";

    // 07: finance
    /// Opening + income − expense is not the closing that is stated.
    CLOSING_DIFFERS = Error "GK0701";
    /// The opening is not the closing of the period before.
    OPENING_DIFFERS = Error "GK0702";
    /// Two statements of an account share days.
    PERIODS_OVERLAP = Error "GK0703";
    /// Days between two statements of an account have none.
    PERIOD_GAP = Warning "GK0704";
    /// Cash, bank and transit do not make up the closing.
    FUNDS_DIFFER = Error "GK0705";
    /// A line is dated outside the period.
    LINE_OUTSIDE_PERIOD = Warning "GK0706";
    /// An amount below zero that is no reversal.
    NEGATIVE_AMOUNT = Error "GK0707";
    /// A voucher number twice in one year of an account.
    VOUCHER_TWICE = Error "GK0708";
    /// More was spent than the year's budget.
    BUDGET_EXCEEDED = Warning "GK0709";
    /// A category that looks like a misspelt one of the budget.
    NEAR_CATEGORY = Info "GK0710";
    /// Published before the period was over.
    PUBLISHED_BEFORE_PERIOD_END = Warning "GK0711";
    /// Cash or bank money below zero.
    NEGATIVE_FUNDS = Error "GK0712";
    /// The balance at the end is below zero.
    OVERDRAWN = Warning "GK0713";

    // 08: projects
    /// Paid more than contract and changes.
    PAID_ABOVE_CONTRACT = Error "GK0801";
    /// Settled for more than contract and changes.
    SETTLEMENT_ABOVE_CONTRACT = Warning "GK0802";
    /// Paid more than the settlement.
    PAID_ABOVE_SETTLEMENT = Warning "GK0803";
    /// Paid before the contract was signed.
    PAYMENT_BEFORE_CONTRACT = Finding "GK0804";
    /// Paid before the resolution.
    PAYMENT_BEFORE_DECISION = Finding "GK0805";
    /// The contract was signed before the resolution.
    CONTRACT_BEFORE_DECISION = Finding "GK0806";
    /// More than 100 percent done.
    PERCENT_ABOVE_HUNDRED = Error "GK0807";
    /// Less done than was reported before.
    PROGRESS_FELL = Warning "GK0808";
    /// Finished before it was begun.
    FINISHED_BEFORE_STARTED = Error "GK0809";
    /// Accepted before it was finished.
    ACCEPTED_BEFORE_FINISHED = Warning "GK0810";
    /// The sources do not sum to the budget.
    FUNDING_DIFFERS = Warning "GK0811";
    /// A goal of zero or less, or less than nothing done.
    GOAL_NOT_POSITIVE = Error "GK0812";
    /// A payment below zero that is no refund.
    NEGATIVE_PAYMENT = Error "GK0813";

    // 09: evaluations
    /// A dimension that the rubric does not have.
    UNKNOWN_DIMENSION = Error "GK0901";
    /// A dimension of the rubric has no scores.
    MISSING_DIMENSION = Error "GK0902";
    /// A source of scores that the rubric does not have.
    UNKNOWN_SOURCE = Error "GK0903";
    /// A source of the rubric has not scored a dimension.
    MISSING_SCORE = Error "GK0904";
    /// A score below zero or above the most that can be had.
    SCORE_OUT_OF_RANGE = Error "GK0905";
    /// The same dimension under two names.
    DIMENSION_TWICE = Error "GK0906";
    /// A veto that the rubric does not have.
    UNKNOWN_VETO = Error "GK0907";
    /// More sheets returned than given out.
    RETURNED_MORE_THAN_SENT = Error "GK0908";
    /// Fewer residents answered than the rubric asks for.
    SAMPLE_TOO_SMALL = Finding "GK0909";
    /// The rubric asks for a sample, the record tells of none.
    NO_SURVEY = Warning "GK0910";
    /// The time for objections was shorter than the law's floor.
    NOTICE_TOO_SHORT = Finding "GK0911";
    /// The time for objections ends before it begins.
    NOTICE_BACKWARDS = Error "GK0912";
    /// Fewer stars than in the last cycle, without a reason.
    STARS_FELL = Warning "GK0913";
    /// The same thing judged twice by one rubric in one cycle.
    SAME_CYCLE = Error "GK0914";
    /// Bonus or deduction below zero.
    NEGATIVE_POINTS = Error "GK0915";
    /// More bonus than the rubric counts.
    BONUS_OVER_CAP = Info "GK0916";

    // 10: registers, and what their tables share with those of disclosures
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

    // 11: indicators
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

    // 12: disclosures and the catalogue
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

    // 13: profiles
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
}

/// The code called `id`, in any case of letters.
pub fn find(id: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|c| c.id.eq_ignore_ascii_case(id))
}
