//! A theme: templates, assets and words.
//!
//! In: the files of `themes/<name>/`, or the default theme inside the program. Out: `Theme`.
//! Never falls back from one theme's file to another's: a theme is whole.

use std::sync::Arc;

use include_dir::{Dir, DirEntry, include_dir};
use sha2::{Digest, Sha256};
use tera::{Context, Tera};

use super::allowed::Purpose;
use super::filters;
use crate::error::Error;
use crate::locale::{Language, Messages};
use crate::world::World;

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// A theme, ready to render.
pub struct Theme {
    tera: Tera,
    /// Files that pages link to.
    pub assets: Vec<Asset>,
    /// Hash of all its files.
    pub hash: [u8; 32],
    /// Hash of what rendering sees: templates and words.
    pub pages: [u8; 32],
}

/// A file that pages link to; every site has it, and all share its bytes.
pub struct Asset {
    /// Its address from the root of a site, below `assets/`.
    pub route: String,
    /// Its bytes.
    pub bytes: Arc<Vec<u8>>,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
}

type NamedFiles = Vec<(String, Vec<u8>)>;

/// Path and bytes of every file of the default theme.
pub fn default_files() -> NamedFiles {
    fn walk(dir: &Dir<'_>, out: &mut NamedFiles) {
        for entry in dir.entries() {
            match entry {
                DirEntry::Dir(inner) => walk(inner, out),
                DirEntry::File(file) => {
                    let path = file.path().display().to_string().replace('\\', "/");
                    out.push((path, file.contents().to_vec()));
                }
            }
        }
    }
    let mut files = Vec::new();
    walk(&DEFAULT, &mut files);
    files.sort();
    files
}

impl Theme {
    /// Loads `themes/<name>/` of the workspace, or the program's own where the name is `default`
    /// and there is no such folder.
    ///
    /// # Errors
    /// Where the theme does not exist, or a file of it cannot be used.
    pub fn load(world: &dyn World, name: &str, language: Language) -> Result<Self, Error> {
        let folder = format!("themes/{name}");
        let mut files: NamedFiles = Vec::new();
        for path in world.list(&folder)? {
            let bytes = world.read(&format!("{folder}/{path}"))?;
            files.push((path, bytes));
        }
        if files.is_empty() && name == "default" {
            files = default_files();
        }
        if files.is_empty() {
            return Err(Error::Configuration(format!("{folder}: no such theme")));
        }
        Self::from_files(files, language)
    }

    fn from_files(files: NamedFiles, language: Language) -> Result<Self, Error> {
        let (mut hasher, mut pages) = (blake3::Hasher::new(), blake3::Hasher::new());
        hasher.update(language.tag().as_bytes());
        pages.update(language.tag().as_bytes());
        let (mut templates, mut words, mut assets) = (Vec::new(), Vec::new(), Vec::new());
        for (path, bytes) in files {
            for hasher in [&mut hasher, &mut pages].into_iter().take(1 + usize::from(!path.starts_with("assets/"))) {
                hasher.update(&(path.len() as u64).to_le_bytes()).update(path.as_bytes());
                hasher.update(&(bytes.len() as u64).to_le_bytes()).update(&bytes);
            }
            if let Some(name) = path.strip_prefix("templates/") {
                templates.push((name.to_owned(), text(&path, bytes)?));
            } else if path.starts_with("assets/") {
                let sha256 = Sha256::digest(&bytes).into();
                assets.push(Asset { route: path, bytes: Arc::new(bytes), sha256 });
            } else if path.starts_with(&format!("locales/{}/", language.tag())) && path.ends_with(".ftl") {
                let text = text(&path, bytes)?;
                words.push((path, text));
            }
        }
        let words = words.iter().map(|(path, text)| (path.clone(), text.as_str()));
        let messages = Arc::new(Messages::read(language.tag(), words).map_err(Error::Configuration)?);
        let tera = engine(&templates, &messages)?;
        Ok(Self { tera, assets, hash: *hasher.finalize().as_bytes(), pages: *pages.finalize().as_bytes() })
    }

    /// Renders a document that stands alone: its template sees `value` under `name` and nothing else.
    ///
    /// # Errors
    /// Where the theme has no such template, or it fails.
    pub fn alone(&self, template: &str, name: &'static str, value: &impl serde::Serialize) -> Result<Vec<u8>, Error> {
        let mut context = Context::new();
        context.insert(name, value);
        let html =
            self.render(template, &context).map_err(|cause| Error::Configuration(format!("{template}: {cause}")))?;
        super::squeeze::squeeze(&html, Purpose::Sheet).map_err(|what| Error::Markup {
            template: template.to_owned(),
            page: name.to_owned(),
            what: what.0,
        })
    }

    /// A style sheet that pages link to; empty where the theme has none of this name.
    pub fn style(&self, name: &str) -> String {
        let route = format!("assets/{name}");
        let found = self.assets.iter().find(|asset| asset.route == route);
        found.map(|asset| String::from_utf8_lossy(&asset.bytes).into_owned()).unwrap_or_default()
    }

    /// Renders a template; a section without a template of its own uses `section.html`.
    pub(super) fn render(&self, template: &str, context: &Context) -> Result<String, String> {
        let known = self.tera.contains_template(template);
        let name = if !known && template.ends_with("-section.html") { "section.html" } else { template };
        self.tera.render(name, context).map_err(|error| error.to_string())
    }
}

/// Templates that speak with `messages`.
fn engine<T: AsRef<str>>(templates: &[(String, T)], messages: &Arc<Messages>) -> Result<Tera, Error> {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html"]);
    filters::register(&mut tera, messages);
    let pairs = templates.iter().map(|(name, text)| (name.as_str(), text.as_ref()));
    tera.add_raw_templates(pairs).map_err(|e| Error::Configuration(e.to_string()))?;
    Ok(tera)
}

/// The program's own templates in its own words.
pub(crate) fn templates(templates: &[(String, &str)], language: Language) -> Result<Tera, Error> {
    let files = crate::locale::embedded_files(language);
    let messages = Messages::read(language.tag(), files).map_err(Error::Configuration)?;
    engine(templates, &Arc::new(messages))
}

fn text(path: &str, bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|_| Error::Configuration(format!("{path}: not UTF-8")))
}
