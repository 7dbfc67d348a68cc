//! Codes GK182…, GK183…: targets of regions, roll-ups, names to find a community by, lists on display.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/portal.ftl` under the code.

codes! {
    /// A share of a reference point that differs from its two numbers.
    REFERENCE_DISAGREES = Error "GK1820";
    /// A reference point with nothing below the line, or more above it than below.
    REFERENCE_IMPOSSIBLE = Error "GK1821";
    /// A roll-up by stars that the rubric does not give.
    ROLLUP_STARS = Error "GK1822";
    /// A roll-up of an indicator that is no share, or is worked out in communities.
    ROLLUP_NOT_A_SHARE = Error "GK1823";
    /// A region's target below zero, or a share beyond 100.
    REGION_TARGET_OUT_OF_RANGE = Error "GK1824";
    /// Two targets of a region for one indicator.
    REGION_TARGET_TWICE = Error "GK1825";
    /// The same region twice in the settings.
    REGION_TWICE = Error "GK1826";
    /// The same name twice among those by which a community is found.
    FINDING_NAME_TWICE = Warning "GK1827";
    /// Rows on display for fewer days than the law's floor.
    ROW_DISPLAY_TOO_SHORT = Finding "GK1828";
    /// A row with only one of the two days of its display.
    ROW_DISPLAY_HALF = Warning "GK1829";
    /// A region with targets in which no community lies.
    REGION_OF_NOBODY = Warning "GK1830";
    /// More regions above a community than there are levels anywhere.
    REGION_TOO_DEEP = Error "GK1831";
}
