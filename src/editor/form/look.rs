//! How a value is shown: one box, several lines, fields, rows, pairs, a table.
//!
//! In: the form of a field and what stands there. Out: how it looks in a form. What a form cannot show is kept
//! as it is, never dropped.

use crate::schema::{ObjectShape, Shape};
use crate::yaml::{Node, NodeKind};

/// How a value is shown.
pub enum Look<'s> {
    /// One box.
    Scalar(&'s Shape),
    /// Several values of one form, one a line.
    Lines(&'s Shape),
    /// Known fields, and free keys beside them where the table allows them.
    Fields(ObjectShape),
    /// Rows, each of this form.
    Rows(&'s Shape),
    /// Free keys, each with a value of this form.
    Pairs(&'s Shape),
    /// A table with free columns, or one in a file of its own.
    Table,
    /// Cannot be shown; stays as it is.
    Kept,
}

/// How a value of `shape` is shown where `node` stands there.
pub fn look<'s>(shape: &'s Shape, node: Option<&Node>) -> Look<'s> {
    let node = node.filter(|n| !n.is_null());
    let scalar = node.is_none_or(|n| matches!(n.kind, NodeKind::Scalar { .. }));
    let list = node.is_none_or(|n| matches!(n.kind, NodeKind::List(_)));
    let map = node.is_none_or(|n| matches!(n.kind, NodeKind::Map(_)));
    match shape {
        Shape::OneOf(forms) => one_of(forms, node),
        Shape::List(inner) if is_scalar(inner) => {
            let texts = |n: &Node| match &n.kind {
                NodeKind::List(items) => items.iter().all(|i| i.text().is_some_and(|t| !t.contains('\n'))),
                _ => false,
            };
            if node.is_none_or(texts) { Look::Lines(inner) } else { Look::Kept }
        }
        Shape::List(inner) if list => Look::Rows(inner),
        Shape::Map(inner) if map => Look::Pairs(inner),
        Shape::Object(table) if map => Look::Fields(table()),
        Shape::Table if scalar || list => Look::Table,
        Shape::List(_) | Shape::Map(_) | Shape::Object(_) | Shape::Table => Look::Kept,
        _ if scalar => Look::Scalar(shape),
        _ => Look::Kept,
    }
}

/// Of several forms the one that stands there; the first where nothing does.
fn one_of<'s>(forms: &'s [Shape], node: Option<&Node>) -> Look<'s> {
    let rows = forms.iter().any(|f| matches!(f, Shape::List(_)));
    let fits = |form: &&Shape| match node.map(|n| &n.kind) {
        None => true,
        Some(NodeKind::Scalar { .. }) => is_scalar(form) || matches!(form, Shape::Table),
        Some(NodeKind::List(_)) => matches!(form, Shape::List(_) | Shape::Table),
        Some(NodeKind::Map(_)) => matches!(form, Shape::Object(_) | Shape::Map(_)),
        Some(NodeKind::Null) => true,
    };
    match forms.iter().find(fits) {
        // Rows in a file of their own.
        Some(Shape::File) if rows => Look::Table,
        Some(form) => look(form, node),
        None => Look::Kept,
    }
}

/// Whether a form is written in one box.
fn is_scalar(shape: &Shape) -> bool {
    match shape {
        Shape::List(_) | Shape::Map(_) | Shape::Object(_) | Shape::Table => false,
        Shape::OneOf(forms) => forms.first().is_some_and(is_scalar),
        _ => true,
    }
}

/// Whether a form fits into a cell of a grid.
pub fn is_cell(shape: &Shape) -> bool {
    match shape {
        Shape::List(inner) => is_scalar(inner),
        Shape::OneOf(forms) => forms.first().is_some_and(is_cell),
        other => is_scalar(other),
    }
}

/// The field table of the rows that a value is offered as, where it is offered as rows.
pub fn rows_of(shape: &Shape) -> Option<ObjectShape> {
    let first = |shape: &Shape| match shape {
        Shape::OneOf(forms) => forms.first().cloned(),
        other => Some(other.clone()),
    };
    match look(shape, None) {
        Look::Rows(inner) => match first(inner)? {
            Shape::Object(table) => Some(table()),
            _ => None,
        },
        _ => None,
    }
}
