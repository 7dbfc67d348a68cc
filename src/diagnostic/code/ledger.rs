//! Codes GK19…: the public ledger, and what was published before.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/ledger.ftl` under the code.

codes! {
    /// A published record changed, and no correction says so.
    CHANGED_IN_SILENCE = Error "GK1901";
    /// A correction that was published was changed or removed.
    CORRECTION_REWRITTEN = Error "GK1902";
    /// A published record is no longer there, and nobody took it back.
    PUBLISHED_IS_GONE = Error "GK1903";
    /// A record that was taken back is still there.
    WITHDRAWN_STILL_HERE = Error "GK1904";
    /// A record that was never published is taken back.
    WITHDRAWN_UNKNOWN = Warning "GK1905";
    /// The files of the ledger do not fit together.
    LEDGER_BROKEN = Error "GK1906";
}
