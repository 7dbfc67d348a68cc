//! Codes GK08…: projects.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
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
}
