//! Codes GK06…: decisions.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
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
    /// A body that may not decide the matter.
    BODY_MAY_NOT_DECIDE = Error "GK0627";
    /// The same, and the record says how it came about.
    DECIDED_BY_OTHER_BODY = Finding "GK0628";
    /// A kind of matter that no law in force knows.
    UNKNOWN_MATTER = Warning "GK0629";
    /// A meeting of residents in a village, or of villagers in an urban community.
    BODY_OF_OTHER_COMMUNITY = Error "GK0630";
    /// Decided without the study of the party organization before it.
    NO_PARTY_STUDY = Finding "GK0631";
    /// Fewer women among the representatives present than the rule needs.
    WOMEN_QUORUM_MISSED = Finding "GK0632";
    /// More women present than people, or than there are women among the representatives.
    WOMEN_OVER_PRESENT = Error "GK0633";
    /// Sheets of one matter that name different motions.
    MOTION_DIFFERS = Error "GK0634";
    /// The process did not hold when the matter began.
    PROCESS_NOT_IN_FORCE = Warning "GK0635";
    /// Fewer women among the representatives than the law asks for.
    WOMEN_SHARE = Finding "GK0636";
    /// Fewer representatives in their meeting than the law asks for.
    REPS_SHARE = Finding "GK0637";
}
