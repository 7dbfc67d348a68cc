//! The second signature of a checkpoint, by SM2 with SM3, read a second time.
//!
//! In: a place and the folder of a ledger. Out: a problem where the signature beside a checkpoint is not of the key beside
//! it. Says nothing where there is none: no ledger needs one.

use sm2::PublicKey;
use sm2::dsa::signature::Verifier;
use sm2::dsa::{Signature, VerifyingKey};
use sm2::pkcs8::DecodePublicKey;

use super::place::Place;
use super::{Report, problem};

/// The identity that the standard gives to a signer who has none.
const IDENTITY: &str = "1234567812345678";

pub(super) fn check(place: &Place, folder: &str, note: &str, report: &mut Report) {
    let path = format!("{folder}checkpoint.sm2");
    let Some(der) = place.get(&path) else {
        return;
    };
    let key = place.text(&format!("{folder}sm2.pem"));
    if key.and_then(|key| holds(key, note, der)) != Some(true) {
        problem(report, path, "sm2");
    }
}

fn holds(key: &str, note: &str, der: &[u8]) -> Option<bool> {
    let key = PublicKey::from_public_key_pem(key).ok()?;
    let key = VerifyingKey::new(IDENTITY, key).ok()?;
    let (&[0x30, length], rest) = der.split_first_chunk::<2>()? else {
        return None;
    };
    let (r, rest) = integer(rest).filter(|_| usize::from(length) + 2 == der.len())?;
    let (s, rest) = integer(rest)?;
    let signature = Signature::from_slice(&[r, s].concat()).ok()?;
    Some(rest.is_empty() && key.verify(note.as_bytes(), &signature).is_ok())
}

/// A whole number as thirty-two bytes, and what follows it.
fn integer(der: &[u8]) -> Option<([u8; 32], &[u8])> {
    let (&[0x02, length], rest) = der.split_first_chunk::<2>()? else {
        return None;
    };
    let (digits, rest) = rest.split_at_checked(usize::from(length))?;
    let needed = digits.len() == 1 || digits.first()? != &0 || digits.get(1)? >= &0x80;
    let digits = digits.strip_prefix(&[0]).unwrap_or(digits);
    let mut out = [0; 32];
    out.get_mut(32_usize.checked_sub(digits.len())?..)?.copy_from_slice(digits);
    needed.then_some((out, rest))
}
