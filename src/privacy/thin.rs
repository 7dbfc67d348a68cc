//! Masks: whether one leaves too much.
//!
//! In: the signs of a number of which some are hidden, and the words around it. Out: what it masks, where it masks
//! anything. Never guesses what is hidden.
//!
//! Fine are masks such as `320***********1234`, `3205**********1234`, `138****5678` and the last four digits of a card.
//! One that leaves the day of birth, or region and check sign together, leaves so few numbers that the one is found.

use super::kind::Kind;
use super::number::is_province;
use super::words::Label;

/// More digits of an identity number than these may not be seen.
const IDENTITY: usize = 8;
/// Nor more of its day of birth.
const BIRTH: usize = 3;
/// First six and last four of a card, as ISO/IEC 7812 and the card industry print them.
const CARD: usize = 10;
/// So many digits of a mobile number must be hidden.
const PHONE: usize = 4;

/// What a masked number is; none where it is something else.
pub(super) fn judge(signs: &[u8], label: Option<Label>) -> Option<Kind> {
    let shown = signs.iter().filter(|s| **s != b'*').count();
    let pick = |thin: bool, kind: Kind| Some(if thin { kind } else { Kind::Mask });
    if matches!(label, Some(Label::Thing)) || shown < 4 {
        return None;
    }
    let province = match signs {
        [a, b, ..] if *a != b'*' && *b != b'*' => is_province(signs),
        _ => true,
    };
    let date = |from: usize, to: usize| signs[from..to].iter().filter(|s| **s != b'*').count() > BIRTH;
    let named = label == Some(Label::Identity);
    match signs.len() {
        18 if province && label != Some(Label::Card) => pick(shown > IDENTITY || date(6, 14), Kind::ThinIdentity),
        15 if named => pick(shown > IDENTITY || date(6, 12), Kind::ThinIdentity),
        // Four stars for eight digits are written too.
        10..=22 if named => pick(shown > IDENTITY, Kind::ThinIdentity),
        16..=19 if label == Some(Label::Card) || signs.starts_with(b"62") => pick(shown > CARD, Kind::ThinCard),
        11 if signs[0] == b'1' && matches!(signs[1], b'3'..=b'9' | b'*') && label != Some(Label::Office) => {
            pick(signs.len() - shown < PHONE, Kind::ThinPhone)
        }
        _ => None,
    }
}

/// Whether two masks can be of one number, and together show more than either: both of one length, equal where both
/// show, each showing what the other hides.
pub(super) fn complete_each_other(one: &[u8], other: &[u8]) -> bool {
    let pairs = || one.iter().zip(other);
    let agree = pairs().all(|(a, b)| a == b || *a == b'*' || *b == b'*');
    let more = |x: &[u8], y: &[u8]| x.iter().zip(y).any(|(a, b)| *a != b'*' && *b == b'*');
    one.len() == other.len() && agree && more(one, other) && more(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_that_leave_too_much_are_told_from_those_that_do_not() {
        for (text, label, want) in [
            ("110***********0019", None, Some(Kind::Mask)),
            ("1101**********0019", None, Some(Kind::Mask)),
            ("110101************", None, Some(Kind::Mask)),
            ("110101********0019", None, Some(Kind::ThinIdentity)),
            ("11010119900307****", None, Some(Kind::ThinIdentity)),
            ("1101011990********", None, Some(Kind::ThinIdentity)),
            ("******19900307****", None, Some(Kind::ThinIdentity)),
            ("110101****0019", Some(Label::Identity), Some(Kind::ThinIdentity)),
            ("110101****0019", None, None),
            ("138****0000", None, Some(Kind::Mask)),
            ("138000*0000", None, Some(Kind::ThinPhone)),
            ("138000*0000", Some(Label::Thing), None),
            ("622202*********0000", None, Some(Kind::Mask)),
            ("62220200000****0000", None, Some(Kind::ThinCard)),
            ("***************0000", Some(Label::Card), Some(Kind::Mask)),
            ("2026**********0001", None, None),
        ] {
            assert_eq!(judge(text.as_bytes(), label), want, "{text}");
        }
    }

    #[test]
    fn two_masks_of_one_number_are_seen() {
        assert!(complete_each_other(b"110101************", b"**************0019"));
        assert!(complete_each_other(b"138****0000", b"1380000****"));
        assert!(!complete_each_other(b"138****0000", b"138****0000"));
        assert!(!complete_each_other(b"138****0000", b"139****0000"));
        assert!(!complete_each_other(b"138****0000", b"138********"));
    }
}
