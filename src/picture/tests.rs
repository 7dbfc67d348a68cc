//! Pictures of known content, whole and broken.
//!
//! In: pictures made here. Out: whether copies show the same, upright, and hostile ones are refused. Only a test.

use proptest::prelude::*;

use super::*;

/// Blue on the left, red on the right, with a little noise so that copies are smaller than it.
fn picture(width: u32, height: u32) -> DynamicImage {
    let pixel = |x: u32, y: u32| {
        let noise = ((x.wrapping_mul(73) ^ y.wrapping_mul(151)) % 32) as u8;
        image::Rgb(if x < width / 2 { [noise, 0, 200 + noise] } else { [200 + noise, 0, noise] })
    };
    image::RgbImage::from_fn(width, height, pixel).into()
}

fn jpeg(picture: &DynamicImage) -> Vec<u8> {
    encode(picture, ImageFormat::Jpeg, None).expect("JPEG")
}

fn png(picture: &DynamicImage) -> Vec<u8> {
    encode(picture, ImageFormat::Png, None).expect("PNG")
}

fn colour(bytes: &[u8], x: u32, y: u32) -> &'static str {
    let picture = image::load_from_memory(bytes).expect("a picture").into_rgb8();
    let image::Rgb([red, _, blue]) = *picture.get_pixel(x, y);
    if red > blue { "red" } else { "blue" }
}

#[test]
fn copies_are_of_the_same_shape_and_show_the_same() {
    for whole in [jpeg(&picture(1200, 900)), png(&picture(1200, 900))] {
        assert_eq!(size(&whole), Some(Size { width: 1200, height: 900 }));
        let made = copies(&whole, &EDGES);
        for (copy, want) in made[..2].iter().zip([(480, 360), (800, 600)]) {
            let copy = copy.as_ref().expect("a copy");
            assert_eq!(size(copy), Some(Size { width: want.0, height: want.1 }));
            assert_eq!((colour(copy, 10, 10), colour(copy, want.0 - 10, 10)), ("blue", "red"));
            assert!(copy.len() < whole.len());
        }
        assert_eq!(made[2], None, "nothing is made larger");
    }
}

#[test]
fn a_picture_that_lies_on_its_side_stands_up() {
    let plain = jpeg(&picture(1200, 900));
    // Which way up it is, as cameras tell: six, the top is on the right.
    let exif = b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let turned = [&plain[..2], &exif[..], &plain[2..]].concat();
    assert_eq!(size(&turned), Some(Size { width: 900, height: 1200 }));
    let copy = copies(&turned, &[480]).remove(0).expect("a copy");
    assert_eq!(size(&copy), Some(Size { width: 360, height: 480 }));
    assert_eq!((colour(&copy, 180, 10), colour(&copy, 180, 470)), ("blue", "red"), "left became the top");
    assert!(!copy.windows(4).any(|four| four == b"Exif"));
}

#[test]
fn a_picture_that_claims_to_be_huge_is_left_alone() {
    let mut huge = png(&picture(4, 4));
    huge[16..24].copy_from_slice(&[0, 0, 0x40, 0, 0, 0, 0x40, 0]);
    let crc = crate::picture::tests::crc(&huge[12..29]);
    huge[29..33].copy_from_slice(&crc);
    assert_eq!((size(&huge), copies(&huge, &[480])), (None, vec![None]));
    let other = b"GIF89a\x01\0\x01\0\0\0\0;";
    assert_eq!((size(other), copies(other, &[480])), (None, vec![None]));
}

#[test]
fn edges_are_never_nothing() {
    assert_eq!(Size { width: 20_000, height: 1 }.within(480), Size { width: 480, height: 1 });
    assert_eq!(Size { width: 3, height: 4 }.within(2), Size { width: 2, height: 2 });
}

/// The check sum of a chunk, CRC-32 as PNG has it.
fn crc(bytes: &[u8]) -> [u8; 4] {
    let mut sum = flate2::Crc::new();
    sum.update(bytes);
    sum.sum().to_be_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_bytes_cause_a_panic(at in 0..2000usize, byte: u8, cut in 0..2000usize, which: bool) {
        let mut bytes = if which { jpeg(&picture(40, 30)) } else { png(&picture(40, 30)) };
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes.truncate(length - cut % length);
        size(&bytes);
        copies(&bytes, &[8]);
    }
}
