//! Codes GK08…: projects.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// Paid more than contract and changes.
    PAID_ABOVE_CONTRACT = Error "GK0801";
    /// Settled for more than contract and changes.
    SETTLEMENT_ABOVE_CONTRACT = Error "GK0802";
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
    ACCEPTED_BEFORE_FINISHED = Finding "GK0810";
    /// The sources do not sum to the budget.
    FUNDING_DIFFERS = Warning "GK0811";
    /// A goal of zero or less, or less than nothing done.
    GOAL_NOT_POSITIVE = Error "GK0812";
    /// A payment below zero that is no refund.
    NEGATIVE_PAYMENT = Error "GK0813";
    /// A change of the contract that nobody approved.
    CHANGE_NOT_APPROVED = Finding "GK0814";
    /// Paid more than the contract and the approved changes.
    PAID_ABOVE_APPROVED = Finding "GK0815";
    /// The winner's price is above the ceiling.
    BID_ABOVE_CEILING = Finding "GK0816";
    /// The contract's price is not the winner's.
    CONTRACT_NOT_BID = Finding "GK0817";
    /// The contractor is not the winner.
    CONTRACTOR_NOT_WINNER = Finding "GK0818";
    /// A later step was taken before an earlier one.
    OUT_OF_ORDER = Finding "GK0819";
    /// Contract and changes exceed the budget.
    CONTRACT_ABOVE_BUDGET = Finding "GK0820";
    /// A payment that the books do not have.
    PAYMENT_NOT_IN_BOOKS = Error "GK0821";
    /// A payment of another amount than in the books.
    PAYMENT_AMOUNT_DIFFERS = Error "GK0822";
    /// A payment of another day than in the books.
    PAYMENT_DATE_DIFFERS = Warning "GK0823";
    /// A payment under another voucher than in the books.
    PAYMENT_VOUCHER_DIFFERS = Warning "GK0824";
    /// A line of the books names the project, which has no such payment.
    LINE_NOT_IN_PROJECT = Error "GK0825";
    /// The counts of the residents' evaluation cannot be true.
    EVALUATION_COUNTS = Error "GK0826";
    /// Closed before residents were asked.
    CLOSED_UNASKED = Finding "GK0827";
}
