//! Smaller copies of photographs, for small screens and slow lines.
//!
//! In: the bytes of a JPEG or PNG. Out: how large it is, upright, and copies of it with a shorter edge. Never holds a
//! picture larger than `MOST`; what it cannot read has no copies. The picture itself is never changed: `photo` cleans it.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits};

/// Longest edges of copies, in pixels, the smallest first: a preview, a phone, a desk.
pub const EDGES: [u32; 3] = [480, 800, 1600];

/// The largest picture that is decoded, in pixels; a phone of today makes 50 million at most.
const MOST: u64 = 50_000_000;

/// The longest edge that is decoded, in pixels.
const LONGEST: u32 = 20_000;

/// How well a copy keeps the picture, of 100.
const QUALITY: u8 = 80;

/// How large a picture is when it stands upright, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl Size {
    /// The longest edge.
    pub fn longest(self) -> u32 {
        self.width.max(self.height)
    }

    /// The same shape with `edge` as its longest edge; no edge is nothing.
    #[must_use]
    pub fn within(self, edge: u32) -> Self {
        let longest = u64::from(self.longest().max(1));
        let scaled = |n: u32| {
            let rounded = (u64::from(n) * u64::from(edge) + longest / 2) / longest;
            u32::try_from(rounded.max(1)).unwrap_or(edge)
        };
        Self { width: scaled(self.width), height: scaled(self.height) }
    }
}

/// How large a picture is, told by its head alone; none where copies of it cannot be made.
pub fn size(bytes: &[u8]) -> Option<Size> {
    let (decoder, _) = open(bytes)?;
    upright(decoder).map(|(size, _)| size)
}

/// Copies with these longest edges; `None` for each that cannot be made, or would not be smaller than the picture is.
pub fn copies(bytes: &[u8], edges: &[u32]) -> Vec<Option<Vec<u8>>> {
    let Some((format, profile, whole)) = decode(bytes) else {
        return vec![None; edges.len()];
    };
    let size = Size { width: whole.width(), height: whole.height() };
    let copy = |edge: &u32| {
        if *edge >= size.longest() {
            return None;
        }
        let small = size.within(*edge);
        let small = whole.thumbnail_exact(small.width, small.height);
        encode(&small, format, profile.clone()).filter(|made| made.len() < bytes.len())
    };
    edges.iter().map(copy).collect()
}

/// A decoder that has read the head of the picture, and no more memory than the largest one needs.
fn open(bytes: &[u8]) -> Option<(impl ImageDecoder + '_, ImageFormat)> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let format = reader.format().filter(|f| matches!(f, ImageFormat::Jpeg | ImageFormat::Png))?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST);
    limits.max_image_height = Some(LONGEST);
    // Sixteen bits a colour and four colours at most.
    limits.max_alloc = Some(MOST * 8);
    reader.limits(limits);
    reader.into_decoder().ok().map(|decoder| (decoder, format))
}

/// The size of a picture as people see it, and how it lies.
fn upright(mut decoder: impl ImageDecoder) -> Option<(Size, Orientation)> {
    let way = decoder.orientation().ok()?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MOST {
        return None;
    }
    let lies = matches!(
        way,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    Some((if lies { Size { width: height, height: width } } else { Size { width, height } }, way))
}

/// The picture, upright, with the profile of its colours.
fn decode(bytes: &[u8]) -> Option<(ImageFormat, Option<Vec<u8>>, DynamicImage)> {
    let (_, way) = upright(open(bytes)?.0)?;
    let (mut decoder, format) = open(bytes)?;
    let profile = decoder.icc_profile().ok().flatten();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(way);
    let seen_through = format == ImageFormat::Png && picture.color().has_alpha();
    let picture = if seen_through { picture.into_rgba8().into() } else { picture.into_rgb8().into() };
    Some((format, profile, picture))
}

fn encode(picture: &DynamicImage, format: ImageFormat, profile: Option<Vec<u8>>) -> Option<Vec<u8>> {
    fn write(mut encoder: impl ImageEncoder, picture: &DynamicImage, profile: Option<Vec<u8>>) -> Option<()> {
        if let Some(profile) = profile {
            // A copy without the profile is still a picture.
            drop(encoder.set_icc_profile(profile));
        }
        picture.write_with_encoder(encoder).ok()
    }
    let mut out = Vec::new();
    match format {
        ImageFormat::Jpeg => write(JpegEncoder::new_with_quality(&mut out, QUALITY), picture, profile)?,
        _ => write(PngEncoder::new(&mut out), picture, profile)?,
    }
    Some(out)
}

#[cfg(test)]
mod tests;
