//! Blank templates.
//!
//! In: a word for a kind, a register, a rubric or a catalogue item. Out: a workbook to be filled in, which import
//! reads back without being told what it is. Never holds a record.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::{book, notes};
use crate::error::Error;
use crate::import::{Ground, layouts};
use crate::layout::{Column, Holds, Layout};
use crate::locale::Messages;
use crate::profile::catalogue::Persons;
use crate::value::Date;

/// A blank template.
pub struct Template {
    /// What it is called: the name of its register, rubric or item, or of its kind.
    pub name: String,
    layout: Layout,
    columns: Vec<Column>,
    day: Date,
}

/// The template that a word means; `None` where there is none, or several.
pub fn template(word: &str, ground: &Ground<'_>, words: &Messages) -> Option<Template> {
    let layout = match layouts(word, ground).as_slice() {
        [only] => only.clone(),
        _ => return None,
    };
    let item = ground.catalogue.and_then(|c| c.item(&layout.name)).filter(|_| layout.open);
    let name = match (item, layout.name.as_str()) {
        (Some(item), _) => format!("{} {}", item.code, item.name),
        (None, "") => words.word(&format!("template-{}", layout.kind)),
        (None, name) => name.to_owned(),
    };
    let lists_persons = item.is_some_and(|i| matches!(i.pii, Some(Persons::List | Persons::Sensitive)));
    let columns =
        if layout.open { free(lists_persons) } else { layout.columns.iter().filter(|c| c.shown).cloned().collect() };
    Some(Template { name, layout, columns, day: ground.today })
}

/// Heads to begin with where a table has its own.
fn free(lists_persons: bool) -> Vec<Column> {
    let first = if lists_persons {
        [("组别", Holds::Text), ("姓名", Holds::Text)]
    } else {
        [("项目", Holds::Text), ("数量", Holds::Number)]
    };
    let rest = [("金额（元）", Holds::Money), ("备注", Holds::Text)];
    first.into_iter().chain(rest).map(|(name, holds)| Column::new(name, holds)).collect()
}

impl Template {
    /// The workbook.
    ///
    /// # Errors
    /// Where the columns are more than a workbook can hold.
    pub fn bytes(&self, words: &Messages) -> Result<Vec<u8>, Error> {
        book::bytes(self.book(words))
    }

    fn book(&self, words: &Messages) -> Result<Workbook, XlsxError> {
        let title = words.text("template-title", &[("name", self.name.as_str())]);
        let mut out = book::begin(&title, self.day)?;
        let columns: Vec<&Column> = self.columns.iter().collect();
        book::rows(&mut out, &words.word("template-rows"), &columns, &[], self.layout.open, words)?;
        notes::write(&mut out, &self.layout, &title, &columns, words)?;
        Ok(out)
    }
}
