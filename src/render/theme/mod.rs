//! A theme: templates, style, words, settings.
//!
//! In: the files of `themes/<name>/`, or of a theme inside the program, over those of the themes that it inherits.
//! Out: `Theme`, or every mistake in it at once. Never sees a record: a page's view is all that its templates get.

mod about;
mod engine;
mod fault;
mod layer;
mod settled;
mod style;
mod words;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};
use tera::{Context, Tera, Value};

use self::about::Links;
use self::engine::Parts;
use self::layer::Layer;
use super::allowed::Purpose;
use crate::clock::{Clock, OFF, Step};
use crate::diagnostic::{FileId, Report, Sink, Sources};
use crate::error::Error;
use crate::locale::{Language, Messages};
use crate::record::City;
use crate::world::World;

pub use self::layer::built_in;

/// As large as nine pages of ten before they are squeezed, in bytes.
const PAGE: usize = 24 * 1024;

/// A theme, ready to render.
pub struct Theme {
    /// The engine; that of a theme inside the program is made for the first page.
    tera: OnceLock<Tera>,
    /// The same with every template as it is written, once a page could not be rendered.
    written: OnceLock<Option<Tera>>,
    /// How many of its messages are said in the language asked for, and how many there are.
    pub translated: (usize, usize),
    /// Files that pages link to.
    pub assets: Vec<Asset>,
    /// Hash of all its files, and of those it inherits.
    pub hash: [u8; 32],
    /// What templates get as `theme`.
    pub(super) about: Value,
    /// Whether links of its pages lead to pages of the output alone.
    pub(super) inside: bool,
    parts: Parts,
    head: FileId,
    sources: Sources,
}

/// A file that pages link to; every site has it, and all share its bytes.
pub struct Asset {
    /// Its path in the theme, below `assets/`.
    pub path: String,
    /// Its address from the root of a site.
    pub route: String,
    /// Its bytes.
    pub bytes: Arc<Vec<u8>>,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
}

/// What templates get as `theme`.
#[derive(serde::Serialize)]
pub(super) struct Shown {
    /// Folder of the theme.
    name: String,
    /// Its settings over those it inherits, each as text.
    settings: BTreeMap<String, String>,
}

impl Theme {
    /// The theme that a workspace asks for.
    ///
    /// # Errors
    /// As for [`Theme::load`].
    pub fn of(world: &dyn World, city: &City, language: Language) -> Result<Self, Error> {
        Self::load(world, Self::name(city), language)
    }

    /// Folder of the theme that a workspace asks for.
    pub fn name(city: &City) -> &str {
        city.config.theme.as_ref().map_or("default", |t| t.value.as_str())
    }

    /// Loads `themes/<name>/` of the workspace, or the program's own theme of that name where there is no such folder,
    /// over the themes that it inherits.
    ///
    /// # Errors
    /// [`Error::Theme`] with every mistake where it cannot be used; others where a file cannot be read.
    pub fn load(world: &dyn World, name: &str, language: Language) -> Result<Self, Error> {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let layers = layer::chain(world, name, &mut sources, &mut sink)?;
        let theme = Self::lay(&layers, language, &sources, &mut sink);
        let reports: Vec<Report> = sink.into_sorted().iter().map(|d| Report::of(d, &sources)).collect();
        match theme {
            Some(theme) if reports.is_empty() => Ok(Self { sources, ..theme }),
            _ => Err(Error::Theme(reports)),
        }
    }

    fn lay(layers: &[Layer], language: Language, sources: &Sources, sink: &mut Sink) -> Option<Self> {
        let mut hasher = blake3::Hasher::new();
        hasher.update(language.tag().as_bytes());
        for layer in layers {
            hasher.update(layer.name.as_bytes()).update(&layer.hash);
        }
        let asset = |(path, bytes): (String, Vec<u8>)| {
            let sha256: [u8; 32] = Sha256::digest(&bytes).into();
            Asset { route: crate::route::asset(&path, &sha256), path, bytes: Arc::new(bytes), sha256 }
        };
        let assets: Vec<Asset> = style::assets(layers, sources, sink).into_iter().map(asset).collect();
        let messages = words::read(layers, language, sources, sink);
        let known = Arc::new(assets.iter().map(|asset| (asset.path.clone(), asset.route.clone())).collect());
        // Without words the templates can still be read, and told what is wrong with them.
        let words =
            messages.as_ref().map_or_else(|| Messages::of(language, |_| Vec::new()).ok().map(Arc::new), |_| None);
        let messages = messages.map(Arc::new).or(words)?;
        let translated = messages.translated();
        let parts = Parts::of(layers, messages, known);
        // What is wrong with a theme is told before anything is rendered. Those inside the program are sound, and where no
        // page is rendered their engine is not asked for: a seventh of a small build where nothing changed.
        let tera = if layers.iter().all(|layer| layer.ours) {
            OnceLock::new()
        } else {
            engine::build(&parts, layers, sources, sink)?.into()
        };
        let mut settings = BTreeMap::new();
        for layer in layers.iter().rev() {
            settings
                .extend(layer.about.settings.0.iter().map(|(name, value)| (name.value.clone(), value.value.clone())));
        }
        let first = layers.first()?;
        Some(Self {
            tera,
            written: OnceLock::new(),
            translated,
            assets,
            hash: *hasher.finalize().as_bytes(),
            about: Value::from_serializable(&Shown { name: first.name.clone(), settings }),
            inside: layers.iter().find_map(|l| l.about.links) == Some(Links::Inside),
            parts,
            head: first.head,
            sources: Sources::default(),
        })
    }

    /// The engine; whoever makes it does so at the theme's own time.
    pub(super) fn engine(&self, clock: &Clock) -> &Tera {
        let ready = || self.parts.ready(&self.sources).expect("the program's own templates can be read");
        self.tera.get_or_init(|| clock.time(Step::Theme, ready))
    }

    /// Renders a document that stands alone: its template sees `value` under `name` and nothing else.
    ///
    /// # Errors
    /// Where the template fails.
    pub fn alone(&self, template: &str, name: &'static str, value: &impl serde::Serialize) -> Result<Vec<u8>, Error> {
        let mut context = Context::new();
        context.insert(name, value);
        let html = self.render(template, &context, Whose { page: name, owner: "" })?;
        super::squeeze::squeeze(&html, Purpose::Sheet).map_err(|what| Error::Markup {
            template: template.to_owned(),
            page: name.to_owned(),
            what: what.0,
        })
    }

    /// A style sheet that pages link to; empty where the theme has none of this name.
    pub fn style(&self, name: &str) -> String {
        let path = format!("assets/{name}");
        let found = self.assets.iter().find(|asset| asset.path == path);
        found.map(|asset| String::from_utf8_lossy(&asset.bytes).into_owned()).unwrap_or_default()
    }

    /// Renders a template; a section without a template of its own uses `section.html`.
    ///
    /// # Errors
    /// [`Error::Theme`] with the place in the template, and the page.
    pub(super) fn render(&self, template: &str, context: &Context, whose: Whose<'_>) -> Result<Vec<u8>, Error> {
        let tera = self.engine(OFF);
        let known = tera.contains_template(template);
        let name = if !known && template.ends_with("-section.html") { "section.html" } else { template };
        rendered(tera, name, context).map_err(|error| {
            // Said once more of the templates as they are written, so that the place is right.
            let written = self.written.get_or_init(|| self.parts.as_written(&self.sources).ok());
            let error = written.as_ref().and_then(|tera| rendered(tera, name, context).err()).unwrap_or(error);
            let fault = fault::of_rendering(&error, name, &self.parts.named, self.head);
            let fault = fault.arg("page", whose.page).arg("owner", whose.owner).arg("others", 0);
            Error::Theme(vec![Report::of(&fault, &self.sources)])
        })
    }
}

/// A rendered template, which is UTF-8. `Tera::render` starts with less room and looks whether it is: 4 % of a build; and
/// who called both would have the interpreter twice in the program.
pub(crate) fn rendered(tera: &Tera, template: &str, context: &Context) -> tera::TeraResult<Vec<u8>> {
    let mut html = Vec::with_capacity(PAGE);
    tera.render_to(template, context, &mut html)?;
    Ok(html)
}

/// For whom a template is rendered.
#[derive(Clone, Copy)]
pub(super) struct Whose<'w> {
    /// Address of the page.
    pub page: &'w str,
    /// The record or the part of the program that it comes from.
    pub owner: &'w str,
}

/// The program's own templates in its own words.
pub(crate) fn templates(templates: &[(String, &str)], language: Language) -> Result<Tera, Error> {
    let files = |tag: &str| vec![crate::locale::embedded_files(tag)];
    let messages = Messages::of(language, files).map_err(Error::Configuration)?;
    let mut tera = engine::empty(&Arc::new(messages), &Arc::default());
    let pairs = templates.iter().map(|(name, text)| (name.as_str(), *text));
    tera.add_raw_templates(pairs).map_err(|e| Error::Configuration(e.to_string()))?;
    Ok(tera)
}
