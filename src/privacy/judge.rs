//! What a number is, by its digits and the words around it.
//!
//! In: digits in groups, their context. Out: the kind of private number, where it is one. Never shows a number.

use super::kind::Kind;
use super::number::{birth, checks, is_card_head, is_mobile, is_organization, is_province, luhn, old_birth};
use super::words::Label;
use crate::value::Date;

/// Numbers of contracts hold their day: one that is younger than this many years is hardly a birth.
const YOUNG: i16 = 2;
/// Since this year numbers of contracts are made of region, day and order.
const DATED: i16 = 2000;
/// A card is not written in more groups than these.
const MOST_GROUPS: usize = 7;

/// What is asked about a number.
pub(super) struct Question<'d> {
    /// Its signs: digits, perhaps an X at the end.
    pub digits: &'d [u8],
    /// The lengths of its groups.
    pub groups: &'d [usize],
    /// Whether a line ends within it.
    pub broken: bool,
    /// Whether all of it is a cell or a box by itself, where a number needs no words.
    pub alone: bool,
    /// The day of the build.
    pub today: Date,
}

/// What is said around a number.
#[derive(Clone, Copy)]
pub(super) struct Around {
    pub label: Option<Label>,
    /// Whether the words stand right beside the number.
    pub near: bool,
    pub person: bool,
}

impl Question<'_> {
    /// Whether its digits alone allow that it is private, so that the words around it are worth reading.
    pub(super) fn may_be(&self) -> bool {
        match self.digits.len() {
            11 => !self.broken && is_mobile(self.digits) && self.is_grouped(&[&[11], &[3, 4, 4], &[3, 8], &[4, 4, 3]]),
            18 if self.is_identity(self.digits) => true,
            15..=19 => self.is_whole() || (self.groups.len() <= MOST_GROUPS && self.is_card()),
            20 => self.groups.len() == 1 && self.is_identity(&self.digits[..18]),
            12..=14 | 21 => self.groups.len() == 1,
            _ => false,
        }
    }

    /// What it is.
    pub(super) fn answer(&self, around: Around) -> Option<Kind> {
        match self.digits.len() {
            11 => self.phone(around),
            18 => self.identity(around).or_else(|| self.card(around)),
            // The number of 残疾人证 is an identity number with two digits behind it.
            20 => (around.label != Some(Label::Thing)).then_some(Kind::Identity),
            15 => self.old_identity(around).or_else(|| self.card(around)),
            _ => self.slip(around).or_else(|| self.card(around)),
        }
    }

    fn is_grouped(&self, ways: &[&[usize]]) -> bool {
        ways.contains(&self.groups)
    }

    /// Whether it is written in one piece, or in the pieces in which people write such numbers.
    fn is_whole(&self) -> bool {
        let fours = self.groups.split_last().is_some_and(|(last, rest)| *last <= 4 && rest.iter().all(|n| *n == 4));
        let pieces: &[&[usize]] = &[&[6, 8, 4], &[6, 4, 4, 4], &[3, 3, 4, 4, 4], &[6, 4, 2, 2, 4], &[17, 1], &[14, 4]];
        self.groups.len() == 1 || (fours && self.groups.len() > 3) || self.is_grouped(pieces)
    }

    fn is_card(&self) -> bool {
        (16..=19).contains(&self.digits.len()) && is_card_head(self.digits) && luhn(self.digits)
    }

    fn is_identity(&self, digits: &[u8]) -> bool {
        let born = birth(digits).is_some_and(|day| day <= self.today);
        born && is_province(digits) && checks(digits)
    }

    fn identity(&self, around: Around) -> Option<Kind> {
        if !self.is_identity(self.digits) {
            return self.slip(around);
        }
        let year = birth(self.digits).map_or(0, Date::year);
        match around.label {
            Some(Label::Thing) if is_organization(self.digits) => None,
            Some(Label::Thing) if year >= DATED => Some(Kind::Dated),
            None | Some(Label::Office) if year > self.today.year() - YOUNG && !self.alone => Some(Kind::Dated),
            _ => Some(Kind::Identity),
        }
    }

    /// Nearly an identity number, under a word that says it is one.
    fn slip(&self, around: Around) -> Option<Kind> {
        let length = self.digits.len();
        let named = around.label == Some(Label::Identity) && around.near;
        let typed = named
            && self.is_whole()
            && !self.broken
            && (length == 18 || (16..=19).contains(&length) && !luhn(self.digits));
        // In a column without a telling head, a day of birth in its place tells.
        let shaped = self.alone && length == 18 && is_province(self.digits) && birth(self.digits).is_some();
        let thing = around.label == Some(Label::Thing);
        (typed || (shaped && !thing && around.label != Some(Label::Card))).then_some(Kind::Slip)
    }

    fn old_identity(&self, around: Around) -> Option<Kind> {
        let shaped = is_province(self.digits) && old_birth(self.digits).is_some();
        let named = around.label == Some(Label::Identity) || (self.alone && around.label.is_none());
        (shaped && named).then_some(Kind::OldIdentity)
    }

    fn card(&self, around: Around) -> Option<Kind> {
        let length = self.digits.len();
        let (whole, valid) = (self.is_whole(), self.is_card());
        match around.label {
            Some(Label::Card) if valid && !self.broken => Some(Kind::Card),
            Some(Label::Card) if around.near && whole && !self.broken => Some(Kind::Account),
            Some(Label::Thing | Label::Office) => None,
            _ if !valid || !whole || self.broken => None,
            _ if self.alone => Some(Kind::Card),
            // 银联: 16 or 19 digits from 62. A day in the place of a birth speaks for the number of a contract.
            _ => (self.digits.starts_with(b"62") && matches!(length, 16 | 19)).then_some(Kind::Card),
        }
    }

    fn phone(&self, around: Around) -> Option<Kind> {
        match around.label {
            Some(Label::Office | Label::Thing) => None,
            Some(Label::Phone) => Some(Kind::Phone),
            _ if self.alone || around.person => Some(Kind::Phone),
            // Groups of digits that are no telephone to anybody.
            _ if self.groups.len() > 1 && !self.is_grouped(&[&[3, 4, 4]]) => None,
            _ => Some(Kind::BarePhone),
        }
    }
}
