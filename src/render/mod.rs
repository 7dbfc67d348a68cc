//! From views to bytes.
//!
//! In: a site and a theme. Out: a bundle. Never sees records: only views and the theme.

mod allowed;
mod filters;
mod inside;
#[cfg(test)]
mod judged;
mod key;
mod pictures;
mod squeeze;
mod theme;

use theme::Whose;
pub use theme::{Theme, built_in};
pub(crate) use theme::{rendered, templates};

use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use tera::{Context, Value};

use allowed::Purpose;

use crate::bundle::{Bundle, Output};
use crate::clock::{Clock, OFF, Step};
use crate::error::Error;
use crate::route;
use crate::view::{Site, SiteFile, SiteUnit, View};
use crate::write::{ByKey, Memo};

/// Renders what is not already on disk as it would come out.
///
/// # Errors
/// Where a template fails, or two parts of a site claim one address.
pub fn render(site: Site, theme: &Theme, memo: &Memo, clock: &Clock) -> Result<Bundle, Error> {
    let frame_hash = key::hash_value(&site.frame);
    // Each view goes as soon as it is rendered, while the processor still has it at hand.
    let page = |view: View| -> Result<(String, Output), Error> {
        let key = clock.time(Step::Hash, || key::of_view(&view, &frame_hash, &theme.hash));
        if let Some(known) = memo.known(&view.route, &key) {
            let output = Output { bytes: None, sha256: known.sha256, size: known.size, key, owner: view.owner };
            return Ok((view.route, output));
        }
        let html = render_view(&view, &site.frame, theme, &site.id, false, clock)?;
        let View { route, owner, .. } = view;
        let made = clock.time(Step::Hash, || output(html, key, &route, owner, memo));
        Ok((route, made))
    };
    let pages: Vec<Result<_, Error>> = site.views.into_par_iter().map(page).collect();
    let mut bundle = Bundle::default();
    for (route, output) in Error::gather(pages)? {
        bundle.put(route, output).map_err(Error::clash)?;
    }
    for SiteFile { route, bytes, owner } in site.files {
        let made = clock.time(Step::Hash, || output(bytes, [0; 32], &route, owner, memo));
        bundle.put(route, made).map_err(Error::clash)?;
    }
    let copies: Vec<_> = {
        let copies = |picture| clock.time(Step::Picture, || pictures::copies(picture, memo));
        site.pictures.par_iter().map(copies).collect()
    };
    for (route, output) in copies.into_iter().flatten() {
        bundle.put(route, output).map_err(Error::clash)?;
    }
    for asset in &theme.assets {
        bundle.put(asset.route.clone(), of_theme(asset, memo)).map_err(Error::clash)?;
    }
    let sums = sums(&bundle);
    bundle.put(SUMS.into(), output(sums, [0; 32], SUMS, "digests".into(), memo)).map_err(Error::clash)?;
    Ok(bundle)
}

/// Every file with its SHA-256, as `sha256sum -c` reads it.
const SUMS: &str = "SHA256SUMS";

fn sums(bundle: &Bundle) -> Vec<u8> {
    let line = |(route, output): (&str, &Output)| format!("{}  {route}\n", crate::text::hex(&output.sha256));
    bundle.iter().map(line).collect::<String>().into_bytes()
}

/// Makes the files of which the memo does not know that they would come out as they are; `known` is [`Memo::by_key`],
/// which is the same for all parts of a site.
///
/// # Errors
/// Where one cannot be made, or two of them claim one address.
pub fn units(units: Vec<SiteUnit<'_>>, known: &ByKey<'_>, memo: &Memo) -> Result<Bundle, Error> {
    let bundles = |each: SiteUnit<'_>| -> Result<Bundle, Error> {
        let Some(files) = known.get(&each.key) else { return unit(each, memo) };
        let mut bundle = Bundle::default();
        for (route, file) in files {
            let owner = (*route).to_owned();
            let output = Output { bytes: None, sha256: file.sha256, size: file.size, key: each.key, owner };
            bundle.put((*route).to_owned(), output).map_err(Error::clash)?;
        }
        Ok(bundle)
    };
    let bundles: Result<Vec<Bundle>, Error> = units.into_par_iter().map(bundles).collect();
    let mut all = Bundle::default();
    for bundle in bundles? {
        all.append(bundle).map_err(Error::clash)?;
    }
    Ok(all)
}

/// Makes files that are made together; without their bytes where these are already on disk.
///
/// # Errors
/// As for [`units`].
pub fn unit(unit: SiteUnit<'_>, memo: &Memo) -> Result<Bundle, Error> {
    let mut bundle = Bundle::default();
    for SiteFile { route, bytes, owner } in (unit.make)()? {
        let made = output(bytes, unit.key, &route, owner, memo);
        bundle.put(route, made).map_err(Error::clash)?;
    }
    Ok(bundle)
}

/// A file of the theme; without its bytes where they are already on disk.
fn of_theme(asset: &theme::Asset, memo: &Memo) -> Output {
    let bytes = Some(asset.bytes.clone()).filter(|_| !memo.same(&asset.route, &asset.sha256));
    let size = asset.bytes.len() as u64;
    Output { bytes, sha256: asset.sha256, size, key: [0; 32], owner: "theme".to_owned() }
}

/// The output of a route; without its bytes where they are already on disk.
fn output(bytes: Vec<u8>, key: [u8; 32], route: &str, owner: String, memo: &Memo) -> Output {
    let sha256: [u8; 32] = Sha256::digest(&bytes).into();
    let size = bytes.len() as u64;
    let bytes = Some(Arc::new(bytes)).filter(|_| !memo.same(route, &sha256));
    Output { bytes, sha256, size, key, owner }
}

/// A page of a community's site as it goes onto paper by `gongkai print`: the main part of what [`render`] would make,
/// without what a screen alone needs.
///
/// # Errors
/// Where a template fails, or the theme has no `<main>`.
pub fn on_paper(view: &View, frame: &Value, theme: &Theme) -> Result<String, Error> {
    let html = render_view(view, frame, theme, "", true, OFF)?;
    let html = text(html);
    let inner = html.split_once("<main").and_then(|(_, rest)| rest.split_once('>')).map(|(_, rest)| rest);
    let main = inner.and_then(|rest| rest.rsplit_once("</main>")).map(|(main, _)| main.to_owned());
    main.ok_or_else(|| Error::Configuration(format!("{}: no <main> in {}", view.route, view.template)))
}

fn text(html: Vec<u8>) -> String {
    String::from_utf8(html).expect("templates are text")
}

/// Renders a page of the site in the folder `site`: empty for the portal, which lies above all others.
fn render_view(
    view: &View,
    frame: &Value,
    theme: &Theme,
    site: &str,
    paper: bool,
    clock: &Clock,
) -> Result<Vec<u8>, Error> {
    let mut context = Context::new();
    let root = route::root_of(&view.route);
    let above = if site.is_empty() && !paper { "" } else { "../" };
    context.insert("portal", &format!("{root}{above}"));
    context.insert("root", &root);
    context.insert("paper", &paper);
    context.insert_value("theme", theme.about.clone());
    context.insert_value("site", frame.clone());
    context.insert_value("page", view.page.clone());
    let page = if site.is_empty() { view.route.clone() } else { format!("{site}/{}", view.route) };
    let whose = Whose { page: &page, owner: &view.owner };
    // Here, so that it is not told as the time of the first page's template.
    theme.engine(clock);
    let html = clock.template(&view.template, || theme.render(&view.template, &context, whose))?;
    let html = if theme.inside { inside::only(&text(html)).into_bytes() } else { html };
    clock.time(Step::Squeeze, || squeeze::squeeze(&html, Purpose::Site)).map_err(|what| Error::Markup {
        template: view.template.clone(),
        page,
        what: what.0,
    })
}
