//! Codes GK24…: packs that are sent from hand to hand.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/pack.ftl` under the code.

codes! {
    /// A file that is no pack, or cannot be read.
    PACK_UNREADABLE = Error "GK2401";
    /// A pack larger than any community needs.
    PACK_TOO_LARGE = Error "GK2402";
    /// A file in a pack that belongs to no community.
    PACK_FOREIGN_FILE = Error "GK2403";
    /// A file in a pack that is not what its manifest says.
    PACK_FILE_DIFFERS = Error "GK2404";
    /// A pack of another community, or of one that is not here.
    PACK_OTHER_COMMUNITY = Error "GK2405";
    /// A file that was changed on both sides.
    PACK_CONFLICT = Error "GK2406";
}
