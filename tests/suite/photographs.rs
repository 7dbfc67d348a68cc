//! Photographs on pages: smaller copies, a place kept free, the picture itself as it was.
//!
//! In: a page of prose and a record with attached photographs of known size. Out: what pages say of them, which files are
//! there, and what a second build makes anew. Never judges how a copy looks: `src/picture` does.

use std::fs;

use crate::kit::links;
use crate::kit::site::SiteTest;

const ABOUT: &str = "content/communities/shanghe/pages/cun-qing.md";
const PHOTO: &str = "content/communities/shanghe/files/he-bian.png";

/// A PNG of this size with some noise in it.
fn photo(width: u32, height: u32, seed: u32) -> Vec<u8> {
    let mut noise = seed;
    let pixel = |x: u32, y: u32| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        image::Rgb([(x % 256) as u8, (y % 256) as u8, (noise >> 24) as u8])
    };
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_fn(width, height, pixel);
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

fn with_photo() -> SiteTest {
    let site = SiteTest::two();
    site.write(PHOTO, photo(1000, 600, 7));
    site.replace(ABOUT, "上河村在河的上游。", "上河村在河的上游。\n\n![河边](files/he-bian.png)\n");
    site.replace(ABOUT, "标题: 村情\n", "标题: 村情\n附件: [{文件: files/he-bian.png, 说明: 河边}]\n");
    site
}

#[test]
fn a_photograph_has_copies_for_small_screens_and_stays_itself() {
    let site = with_photo();
    site.build();
    assert_eq!(links::complaints(&site.path("output")), Vec::<String>::new());
    let page = site.page("shanghe/pages/cun-qing.html");
    let image = page.all(".prose img")[0].value();
    let said = ["src", "srcset", "width", "height", "loading", "alt"].map(|name| image.attr(name).unwrap_or_default());
    let copies =
        "../pictures/480/files/he-bian.png 480w, ../pictures/800/files/he-bian.png 800w, ../files/he-bian.png 1000w";
    assert_eq!(said, ["../pictures/800/files/he-bian.png", copies, "800", "480", "lazy", "河边"]);
    let preview = page.all(".side li img")[0].value();
    assert_eq!((preview.attr("src"), preview.attr("width")), (Some("../pictures/480/files/he-bian.png"), Some("480")));
    let bytes = |path: &str| fs::read(site.path(path)).expect("it is there");
    assert_eq!(bytes("output/shanghe/files/he-bian.png"), bytes(PHOTO), "the picture itself is not made anew");
    let small = image::load_from_memory(&bytes("output/shanghe/pictures/480/files/he-bian.png")).expect("a picture");
    assert_eq!((small.width(), small.height()), (480, 288));
    assert!(!site.path("output/shanghe/pictures/1600").exists(), "nothing is made larger");
}

#[test]
fn copies_are_made_once() {
    let site = with_photo();
    site.build();
    let place = site.path("output/shanghe/pictures/800/files/he-bian.png");
    // Other bytes of the same size and time: whoever makes the copy anew would put it right.
    let (bytes, time) = (fs::read(&place).expect("it is there"), fs::metadata(&place).and_then(|m| m.modified()));
    let mut marked = bytes.clone();
    *marked.last_mut().expect("bytes") ^= 1;
    fs::write(&place, &marked).expect("written");
    let file = fs::File::options().write(true).open(&place).expect("opened");
    file.set_modified(time.expect("a time")).expect("set");
    site.replace(ABOUT, "上河村在河的上游。", "上河村在河的上游，有两个组。");
    site.build();
    assert_eq!(fs::read(&place).expect("it is there"), marked, "an edited text makes no picture anew");
    site.write(PHOTO, photo(1000, 600, 8));
    site.build();
    assert_ne!(fs::read(&place).expect("it is there"), marked, "another picture does");
    assert_eq!(site.output().difference(&site.clean_build()), "");
}

#[test]
fn what_is_no_picture_is_shown_as_it_is() {
    let site = SiteTest::two();
    let broken = photo(1000, 600, 7)[..2000].to_vec();
    site.write(PHOTO, &broken);
    site.write("content/communities/shanghe/files/huai.jpg", b"not a picture");
    site.replace(ABOUT, "上河村在河的上游。", "![河边](files/he-bian.png) ![坏](files/huai.jpg)\n");
    site.build();
    assert_eq!(links::complaints(&site.path("output")), Vec::<String>::new());
    let copy = fs::read(site.path("output/shanghe/pictures/480/files/he-bian.png")).expect("it is there");
    assert_eq!(copy, broken, "what cannot be copied stands there as it is");
    let page = site.page("shanghe/pages/cun-qing.html");
    let second = page.all(".prose img")[1].value();
    assert_eq!((second.attr("src"), second.attr("width")), (Some("../files/huai.jpg"), None));
}
