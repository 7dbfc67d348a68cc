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
    /// A voucher number twice in one month or year of an account.
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
    /// Income or expense without an opening, or a record without any statement.
    NO_OPENING = Error "GK0714";
    /// An opening differs from the closing before, and the record tells why.
    OPENING_RESTATED = Info "GK0715";
    /// The closing before and the adjustment do not give the opening.
    ADJUSTMENT_DIFFERS = Error "GK0716";
    /// Nobody reviewed an adjusted opening or a restated figure.
    CHANGE_UNREVIEWED = Finding "GK0717";
    /// An adjusted opening without anything before it.
    ADJUSTMENT_WITHOUT_EARLIER = Warning "GK0718";
    /// A typed sum is not the sum.
    SUM_DIFFERS = Error "GK0719";
    /// A typed sum since the beginning of the year is not the sum of its periods.
    YEAR_TO_DATE_DIFFERS = Error "GK0720";
    /// Opening, increase and decrease of cash or bank do not give its closing.
    FUNDS_MOVES_DIFFER = Error "GK0721";
    /// Cash or bank does not begin with what it was at the end before.
    FUNDS_OPENING_DIFFERS = Error "GK0722";
    /// Cash, bank and transit at the beginning do not make up the opening.
    FUNDS_OPENING_SUM_DIFFERS = Error "GK0723";
    /// Assets are not liabilities and equity.
    UNBALANCED = Error "GK0724";
    /// The beginning of the year is not the end of the year before.
    BALANCE_OPENING_DIFFERS = Error "GK0725";
    /// Money at hand in the balance sheet is not what the books leave.
    CASH_DIFFERS = Error "GK0726";
    /// What is not distributed is not what equity says.
    UNDISTRIBUTED_DIFFERS = Error "GK0727";
    /// An item twice on one side of a balance sheet.
    ITEM_TWICE = Error "GK0728";
    /// A row that the accounting system does not have.
    UNKNOWN_ROW = Error "GK0729";
    /// A row is not what its formula gives.
    FORMULA_DIFFERS = Error "GK0730";
    /// What was left last year is not what this year begins with.
    CARRIED_DIFFERS = Error "GK0731";
    /// No accounting system holds in the period.
    NO_ACCOUNTING_SYSTEM = Error "GK0732";
    /// The formulas of the accounting system are still to be compared with its text.
    SYSTEM_UNVERIFIED = Info "GK0733";
    /// A reversal names no voucher, or one that is not there.
    REVERSAL_UNKNOWN = Error "GK0734";
    /// A reversal takes back another amount than was booked.
    REVERSAL_AMOUNT = Error "GK0735";
    /// Voucher numbers are missing in between.
    VOUCHER_MISSING = Warning "GK0736";
    /// A voucher number that is said to be unused has a line.
    UNUSED_VOUCHER_USED = Warning "GK0737";
    /// The amount in words is not the figure.
    CAPITAL_DIFFERS = Error "GK0738";
    /// A figure that was published before is another one now.
    RESTATED = Info "GK0739";
    /// What is to be restated was never published.
    RESTATEMENT_UNKNOWN = Error "GK0740";
    /// The earlier record holds neither the old figure nor the new one.
    RESTATEMENT_DIFFERS = Error "GK0741";
    /// The earlier record was overwritten without a correction.
    RESTATED_IN_SILENCE = Error "GK0742";
    /// A formula names a row that does not stand above it.
    FORMULA_UNKNOWN_ROW = Error "GK0743";
    /// The row that carries over is none of the rows.
    CARRIED_ROW_UNKNOWN = Error "GK0744";
}
