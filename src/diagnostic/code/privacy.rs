//! Codes GK20…: private numbers, and what pictures tell.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/privacy.ftl` under the code.

codes! {
    /// An identity number.
    IDENTITY_NUMBER = Error "GK2001";
    /// An identity number with a slip in it.
    IDENTITY_SLIP = Error "GK2002";
    /// An identity number of 15 digits.
    OLD_IDENTITY_NUMBER = Error "GK2003";
    /// The number of a bank card or 一卡通.
    CARD_NUMBER = Error "GK2004";
    /// The mobile number of a person.
    PRIVATE_PHONE = Error "GK2005";
    /// A mask that leaves too much.
    THIN_MASK = Error "GK2006";
    /// Two masks of one number that complete each other.
    TWO_MASKS = Warning "GK2007";
    /// A number that may be private.
    MAYBE_PRIVATE = Warning "GK2008";
    /// A file that could not be looked through.
    FILE_UNCHECKED = Warning "GK2009";
    /// A file of pictures, which only a person can look through.
    PICTURES_ONLY = Info "GK2010";
    /// A photograph whose hidden data could not be taken out.
    PHOTO_TELLS = Error "GK2011";
    /// A waiver without a reason that says anything.
    WAIVER_WITHOUT_REASON = Error "GK2012";
    /// A waiver of a number that is not there.
    WAIVER_IDLE = Warning "GK2013";
    /// A private number that is published on purpose.
    NUMBER_WAIVED = Info "GK2014";
}
