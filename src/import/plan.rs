//! What a file is to become.
//!
//! In: its sheets, and what is asked for. Out: one layout, and the sheets that have its heads.
//! Never guesses between two kinds that fit alike.

use super::grid::Grid;
use super::heads::{self, Heads, Names};
use super::{Ground, Options, kind, mapping};
use crate::diagnostic::{Diagnostic, Sink, Sources, code};
use crate::layout::{self, Layout, Role};
use crate::profile::import::{ImportKind, ImportProfile};
use crate::sheet::{Book, Cell};

/// So many sheets are looked at.
const LOOKED_AT: usize = 20;

/// A layout and the sheets that have its heads.
pub(super) struct Plan<'b, 'p> {
    pub layout: Layout,
    pub mapping: Option<&'p ImportProfile>,
    pub sheets: Vec<(Grid<'b>, Heads)>,
}

/// A layout that fits, and how well.
struct Fit {
    layout: Layout,
    heads: Vec<Option<Heads>>,
    /// Whether no column is missing, how many fields were found, how few heads fill nothing.
    rank: (bool, usize, std::cmp::Reverse<usize>),
}

pub(super) fn plan<'b, 'p>(
    book: &'b Book,
    name: &str,
    options: &Options,
    ground: &Ground<'p>,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<Plan<'b, 'p>> {
    let all: Vec<Grid<'b>> = book.sheets.iter().map(|sheet| Grid::enter(name, sheet, sources)).collect();
    let top = all.first()?.top();
    let asked = mapping(options, ground);
    let by_heads = || ground.profiles.imports.iter().find(|m| all.iter().any(|grid| known(m, grid)));
    let mapping = asked.or_else(|| options.kind.is_none().then(by_heads).flatten());
    let wanted = options.sheet.as_deref().or(mapping.and_then(|m| m.sheet.as_deref()));
    let only = all.len() == 1;
    let is_named = |grid: &Grid<'_>| match wanted {
        Some(wanted) => grid.sheet.name == wanted,
        None => !grid.sheet.hidden && (only || !is_notes(&grid.sheet.name)),
    };
    let names: Vec<String> = all.iter().map(|g| g.sheet.name.clone()).collect();
    let grids: Vec<Grid<'b>> = all.into_iter().filter(is_named).collect();
    if grids.is_empty() {
        let missing = Diagnostic::new(&code::WHICH_SHEET, top).arg("sheet", wanted.unwrap_or_default());
        sink.push(missing.arg("known", names.join("、")).arg("why", "missing"));
        return None;
    }
    let layouts = layouts(options, mapping, ground);
    if layouts.is_empty() {
        let unknown = Diagnostic::new(&code::WHICH_KIND, top).arg("why", "unknown");
        let word = options.kind.clone().unwrap_or_default();
        sink.push(unknown.arg("kind", word).arg("known", kind::KINDS.join("、")));
        return None;
    }
    let told = layouts.len() == 1;
    let columns: Vec<String> = layouts[0].columns.iter().filter(|c| c.shown).map(|c| c.name.clone()).collect();
    let fits = fits(&layouts, &grids, mapping);
    let known = if told { columns.join("、") } else { kind::KINDS.join("、") };
    let best = best(fits, told, options, top, &known, sink)?;
    let mut sheets: Vec<(Grid<'b>, Heads)> =
        grids.into_iter().zip(best.heads).filter_map(|(grid, heads)| Some((grid, heads?))).collect();
    if sheets.iter().any(|(_, h)| missing(&best.layout, h, mapping).is_empty()) {
        // What lacks a column beside a sheet that has all is a sheet of notes.
        sheets.retain(|(_, h)| missing(&best.layout, h, mapping).is_empty());
    }
    if sheets.len() > 1 && best.layout.role(Role::Side).is_none() {
        // A second sheet that fits less well is one of remarks.
        let most = sheets.iter().map(|(_, h)| h.score).max().unwrap_or(0);
        sheets.retain(|(_, h)| h.score == most);
    }
    if sheets.len() > 1 && best.layout.role(Role::Side).is_none() {
        let names: Vec<&str> = sheets.iter().map(|(g, _)| g.sheet.name.as_str()).collect();
        let several = Diagnostic::new(&code::WHICH_SHEET, sheets[1].0.top()).arg("sheet", "");
        sink.push(several.arg("known", names.join("、")).arg("why", "several"));
        return None;
    }
    Some(Plan { layout: best.layout, mapping, sheets })
}

/// Whether a sheet is called as sheets are that explain another.
fn is_notes(name: &str) -> bool {
    name.contains("说明") || matches!(name, "Notes" | "Readme" | "README")
}

/// Whether a sheet has all heads by which a platform is known.
fn known(mapping: &ImportProfile, grid: &Grid<'_>) -> bool {
    let wanted: Vec<String> = mapping.known_by.iter().map(|h| layout::head(h).name).collect();
    let row = |row: &Vec<Cell>| {
        let heads: Vec<String> =
            row.iter().filter_map(|c| if let Cell::Text(t) = c { Some(layout::head(t).name) } else { None }).collect();
        wanted.iter().all(|w| heads.contains(w))
    };
    !wanted.is_empty() && grid.sheet.rows.iter().take(30).any(row)
}

fn layouts(options: &Options, mapping: Option<&ImportProfile>, ground: &Ground<'_>) -> Vec<Layout> {
    match (&options.kind, mapping) {
        (Some(word), _) => kind::layouts(word, ground),
        (None, Some(mapping)) => match (mapping.kind, &mapping.register) {
            (ImportKind::Finance, _) => vec![layout::finance()],
            (ImportKind::Register, Some(name)) => {
                ground.profiles.registers.find(&name.name).map(layout::register).into_iter().collect()
            }
            (ImportKind::Register, None) => kind::layouts("register", ground),
            (ImportKind::Disclosure, _) => vec![layout::disclosure(None)],
            (ImportKind::Evaluation, _) => kind::layouts("evaluation", ground),
        },
        (None, None) => kind::all(ground),
    }
}

/// How each layout fits the sheets; layouts without heads in any sheet are left out.
fn fits(layouts: &[Layout], grids: &[Grid<'_>], mapping: Option<&ImportProfile>) -> Vec<Fit> {
    let names: Vec<Names<'_>> = layouts.iter().map(|layout| Names::of(layout, mapping)).collect();
    let known = |name: &str| names.iter().any(|n| n.knows(name));
    // Open layouts take any head, where a mapping renames some.
    let any = |_: &str| true;
    let open = layouts.iter().any(|l| l.open);
    let looked = grids.iter().take(LOOKED_AT);
    let candidates: Vec<_> = looked.map(|g| heads::candidates(g, if open { &any } else { &known })).collect();
    let fit = |names: &Names<'_>| {
        let heads: Vec<Option<Heads>> =
            grids.iter().zip(&candidates).map(|(grid, candidates)| heads::find(grid, candidates, names)).collect();
        let top = heads.iter().flatten().max_by_key(|h| h.score)?;
        let complete = missing(names.layout, top, mapping).is_empty();
        let rank = (complete, top.score, std::cmp::Reverse(top.unknown));
        Some(Fit { layout: names.layout.clone(), heads, rank })
    };
    names.iter().filter_map(fit).collect()
}

/// The columns that a sheet must have and has not.
pub(super) fn missing(layout: &Layout, heads: &Heads, mapping: Option<&ImportProfile>) -> Vec<String> {
    let has = |role: Role| heads.field(layout.role(role)).is_some();
    let either = has(Role::Income) || has(Role::Expense);
    let given = |name: &str| mapping.is_some_and(|m| m.constants.contains_key(name));
    let needed = layout.columns.iter().enumerate().filter(|(at, column)| {
        let waived = match column.role {
            // Titles, sheets and signs may tell the side too: that shows when the rows are read.
            Role::Side => true,
            Role::Amount => either,
            _ => false,
        };
        column.required && !waived && !given(&column.name) && heads.field(Some(*at)).is_none()
    });
    needed.map(|(_, column)| column.name.clone()).collect()
}

fn best(
    fits: Vec<Fit>,
    told: bool,
    options: &Options,
    place: crate::diagnostic::Span,
    known: &str,
    sink: &mut Sink,
) -> Option<Fit> {
    let mut fits: Vec<Fit> =
        fits.into_iter().filter(|f| told || options.kind.is_some() || (f.rank.0 && f.rank.1 >= 3)).collect();
    fits.sort_by_key(|f| std::cmp::Reverse(f.rank));
    if fits.is_empty() {
        let none = if told { &code::NO_HEADS } else { &code::WHICH_KIND };
        sink.push(Diagnostic::new(none, place).arg("why", "none").arg("kind", "").arg("known", known));
        return None;
    }
    if fits.len() > 1 && fits[0].rank == fits[1].rank {
        let names: Vec<&str> =
            fits.iter().take_while(|f| f.rank == fits[0].rank).map(|f| f.layout.name.as_str()).collect();
        let several = Diagnostic::new(&code::WHICH_KIND, place).arg("why", "several").arg("kind", "");
        sink.push(several.arg("known", names.join("、")));
        return None;
    }
    Some(fits.swap_remove(0))
}
