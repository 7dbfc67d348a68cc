//! Codes GK07…: finance.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
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
}
