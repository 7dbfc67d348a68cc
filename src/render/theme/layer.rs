//! The layers of a theme: the theme itself, the one it changes, and so on down to `default`.
//!
//! In: a world and a name. Out: layers, the theme first. Never lays them over each other: words, styles and templates do.

use include_dir::{Dir, DirEntry, include_dir};

use super::about::About;
use crate::diagnostic::{At, Diagnostic, FileId, Sink, Sources, Span, code};
use crate::error::Error;
use crate::schema::{FromNode, Reader, unknown_name};
use crate::text;
use crate::world::{Files, World};
use crate::yaml;

/// The theme under all others.
const GROUND: &str = "default";

/// The themes that travel inside the program.
static BUILT_IN: [(&str, Dir<'_>); 2] = [
    (GROUND, include_dir!("$CARGO_MANIFEST_DIR/themes/default")),
    ("kiosk", include_dir!("$CARGO_MANIFEST_DIR/themes/kiosk")),
];

/// The folders of a theme that hold text.
const TEXTS: [&str; 3] = ["templates", "locales", "styles"];
/// The folder whose files are published as they are.
const ASSETS: &str = "assets";

/// Path and bytes of files.
pub(super) type NamedFiles = Vec<(String, Vec<u8>)>;

/// One theme before it is laid over another.
pub(super) struct Layer {
    /// Its folder below `themes/`.
    pub name: String,
    /// What it says of itself.
    pub about: About,
    /// Its `theme.yaml` among the sources, even where there is none.
    pub head: FileId,
    /// Path within the theme and number of each text: templates, words, styles.
    pub texts: Vec<(String, FileId)>,
    /// Path within the theme and bytes of each file that is published as it is.
    pub assets: NamedFiles,
    /// Hash of all its files.
    pub hash: [u8; 32],
    /// Whether it travels inside the program.
    pub ours: bool,
}

impl Layer {
    /// Its texts in a folder, by their path within that folder.
    pub(super) fn texts_in<'l>(&'l self, folder: &'l str) -> impl Iterator<Item = (&'l str, FileId)> {
        let inside = move |path: &'l str| path.strip_prefix(folder)?.strip_prefix('/');
        self.texts.iter().filter_map(move |(path, file)| Some((inside(path)?, *file)))
    }
}

/// Path and bytes of every file of a theme that travels inside the program; none where there is no such theme.
pub fn built_in(name: &str) -> NamedFiles {
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
    if let Some((_, dir)) = BUILT_IN.iter().find(|(known, _)| *known == name) {
        walk(dir, &mut files);
    }
    files.sort();
    files
}

/// The layers of a theme, itself first; fewer after a diagnostic.
///
/// # Errors
/// Where a file cannot be read.
pub(super) fn chain(
    world: &dyn World,
    name: &str,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Result<Vec<Layer>, Error> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut next = Some(At::new(name.to_owned(), Span::top(FileId(u32::MAX))));
    while let Some(wanted) = next {
        if layers.iter().any(|l| l.name == wanted.value) {
            let way: Vec<&str> = layers.iter().map(|l| l.name.as_str()).chain([wanted.value.as_str()]).collect();
            sink.push(Diagnostic::new(&code::THEME_CIRCLE, wanted.span).arg("way", way.join(" → ")));
            break;
        }
        let (files, ours) = files(world, &wanted.value)?;
        if files.is_empty() {
            let span = if layers.is_empty() { asked_at(world, sources)? } else { wanted.span };
            let mut known = world.folders("themes")?;
            known.extend(BUILT_IN.iter().map(|(name, _)| (*name).to_owned()));
            known.sort();
            known.dedup();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            sink.push(unknown_name(&code::UNKNOWN_THEME, &wanted.value, span, &known));
            break;
        }
        let layer = read(&wanted.value, files, ours, sources, sink);
        next = layer.about.inherits.clone();
        if next.is_none() && wanted.value != GROUND {
            next = Some(At::new(GROUND.to_owned(), Span::top(layer.head)));
        }
        layers.push(layer);
    }
    Ok(layers)
}

/// The files of the workspace's folder, or else those inside the program; and whether it is these.
fn files(world: &dyn World, name: &str) -> Result<(NamedFiles, bool), Error> {
    let plain = !name.is_empty() && !name.contains(['/', '\\']) && name != "." && name != "..";
    if !plain {
        return Ok((Vec::new(), false));
    }
    let folder = format!("themes/{name}");
    let read = |path: String| -> Result<(String, Vec<u8>), Error> {
        let bytes = world.read(&format!("{folder}/{path}"))?;
        Ok((path, bytes))
    };
    // What editors and systems leave behind is none of a theme.
    let meant = |path: &String| !path.ends_with('~') && !path.split('/').any(|part| part.starts_with('.'));
    let files: NamedFiles = world.list(&folder)?.into_iter().filter(meant).map(read).collect::<Result<_, Error>>()?;
    Ok(if files.is_empty() { (built_in(name), true) } else { (files, false) })
}

fn read(name: &str, files: NamedFiles, ours: bool, sources: &mut Sources, sink: &mut Sink) -> Layer {
    let mut hasher = blake3::Hasher::new();
    let (mut about, mut head, mut texts, mut assets) = (None, None, Vec::new(), Vec::new());
    for (path, bytes) in files {
        for part in [path.as_bytes(), &bytes] {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        let whole = format!("themes/{name}/{path}");
        let folder = path.split_once('/').map_or("", |(folder, _)| folder);
        if path == "theme.yaml" {
            let entered = text::enter(&whole, &bytes, sources, sink);
            head = entered.as_ref().map(|(file, _)| *file);
            about = entered.and_then(|(file, text)| yaml::parse(file, &text, 0, sink)).and_then(|node| {
                let none = Files::default();
                About::from_node(&node, &mut Reader::new(sink, sources, none.from("")))
            });
        } else if folder == ASSETS {
            assets.push((path, bytes));
        } else if TEXTS.contains(&folder) {
            if let Some((file, _)) = text::enter(&whole, &bytes, sources, sink) {
                texts.push((path, file));
            }
        } else if !folder.is_empty() {
            let file = sources.add(whole, "");
            let known = [TEXTS[0], TEXTS[1], TEXTS[2], ASSETS];
            sink.push(unknown_name(&code::UNKNOWN_THEME_FOLDER, folder, Span::top(file), &known));
        }
    }
    let head = head.unwrap_or_else(|| sources.add(format!("themes/{name}/theme.yaml"), ""));
    let hash = *hasher.finalize().as_bytes();
    Layer { name: name.to_owned(), about: about.unwrap_or_else(nothing), head, texts, assets, hash, ours }
}

/// What a theme without `theme.yaml` says of itself.
fn nothing() -> About {
    About {
        name: None,
        version: None,
        author: None,
        about: None,
        inherits: None,
        links: None,
        tokens: None,
        settings: super::about::Entries::default(),
    }
}

/// Where the settings name the theme.
fn asked_at(world: &dyn World, sources: &mut Sources) -> Result<Span, Error> {
    let path = "content/site.yaml";
    let bytes = if world.is_file(path) { world.read(path)? } else { Vec::new() };
    // What is wrong with the settings is told where they are read.
    let mut deaf = Sink::default();
    let Some((file, text)) = text::enter(path, &bytes, sources, &mut deaf) else {
        return Ok(Span::top(sources.add(path, "")));
    };
    let node = yaml::parse(file, &text, 0, &mut deaf);
    let named = node.as_ref().and_then(|node| node.get("主题").or_else(|| node.get("theme")));
    Ok(named.map_or(Span::top(file), |value| value.span))
}
