//! What can be found.
//!
//! In: nothing. Out: the kinds of private numbers, each with its diagnostic, its legal ground and what of it may stay.
//! Never looks at a text.

use serde::Serialize;

use super::words::ground;
use crate::diagnostic::{Basis, Code, code};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An identity number whose check sign is right.
    Identity,
    /// The number of a bank card or 一卡通.
    Card,
    /// An identity number of 15 digits.
    OldIdentity,
    /// A number under the word 身份证 that is an identity number with a slip.
    Slip,
    /// A mobile number of a person.
    Phone,
    /// A mask that leaves too much of an identity number.
    ThinIdentity,
    /// A mask that leaves too much of a card.
    ThinCard,
    /// A mask that leaves too much of a mobile number.
    ThinPhone,
    /// An account, by the words beside it.
    Account,
    /// A mobile number beside which nothing says whose it is.
    BarePhone,
    /// A number that reads as an identity number, and as the number of a contract with its day.
    Dated,
    /// A mask that leaves little: fine by itself, but not beside another one of the same number.
    Mask,
}

impl Kind {
    /// The diagnostic that tells of it; none for a good mask.
    pub fn code(self) -> Option<&'static Code> {
        match self {
            Self::Identity => Some(&code::IDENTITY_NUMBER),
            Self::Slip => Some(&code::IDENTITY_SLIP),
            Self::OldIdentity => Some(&code::OLD_IDENTITY_NUMBER),
            Self::Card => Some(&code::CARD_NUMBER),
            Self::Phone => Some(&code::PRIVATE_PHONE),
            Self::ThinIdentity | Self::ThinCard | Self::ThinPhone => Some(&code::THIN_MASK),
            Self::Account | Self::BarePhone | Self::Dated => Some(&code::MAYBE_PRIVATE),
            Self::Mask => None,
        }
    }

    /// Its name in sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Identity | Self::OldIdentity | Self::Slip | Self::ThinIdentity | Self::Dated => "identity",
            Self::Card | Self::ThinCard | Self::Account => "card",
            Self::Phone | Self::BarePhone | Self::ThinPhone => "phone",
            Self::Mask => "mask",
        }
    }

    /// The article that it rests on.
    pub fn basis(self) -> Basis {
        ground(match self {
            Self::Identity | Self::OldIdentity | Self::Slip | Self::Dated => "身份证",
            Self::Card | Self::Account => "银行卡",
            Self::Phone | Self::BarePhone => "手机",
            Self::ThinIdentity | Self::ThinCard | Self::ThinPhone | Self::Mask => "遮盖",
        })
    }

    /// Whether it must not be published.
    pub fn blocks(self) -> bool {
        self.code().is_some_and(|code| code.severity == crate::diagnostic::Severity::Error)
    }

    /// Which of so many signs stay when it is masked: the region of an identity number, which all neighbours share; the
    /// end of a card; both ends of a mobile number.
    pub(super) fn stays(self, place: usize, of: usize) -> bool {
        match self.word() {
            "identity" => place < 6,
            "phone" => of == 11 && !(3..7).contains(&place),
            _ => place + 4 >= of,
        }
    }
}
