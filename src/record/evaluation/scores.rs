//! Scores by dimension and source, as written.
//!
//! In: a mapping of mappings. Out: `Scores` with the place of each name and number.
//! Never knows the rubric.

use super::found::Found;
use crate::diagnostic::{At, Span};
use crate::profile::rubric::Dimension;
use crate::schema::{Field, FromNode, MapReader, ObjectShape, Reader, Shape, wrong_type};
use crate::value::{Evidence, Named, Number};
use crate::yaml::{Node, NodeKind};

/// Scores of all dimensions, in the order written.
#[derive(Debug, Clone, serde::Serialize)]
#[serde(transparent)]
pub struct Scores(pub Vec<DimensionScore>);

/// Scores of one dimension by source.
#[derive(Debug, Clone, serde::Serialize)]
pub struct DimensionScore {
    /// The dimension.
    pub dimension: At<String>,
    /// What each source gave.
    pub sources: Vec<SourceScore>,
    /// What the scores rest on.
    pub evidence: Vec<Evidence>,
}

/// What one source gave for a dimension.
#[derive(Debug, Clone, serde::Serialize)]
pub struct SourceScore {
    /// The source.
    pub source: At<String>,
    /// Points, or what was found for each item.
    pub given: Given,
}

/// Points, or what was found for each item.
#[derive(Debug, Clone, serde::Serialize)]
#[serde(untagged)]
pub enum Given {
    /// Points of the whole dimension.
    Points(At<Number>),
    /// Items by name.
    Items(Named<Found>),
}

impl FromNode for Scores {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Map(entries) = &node.kind else {
            return wrong_type(node, "mapping", reader);
        };
        let mut sound = true;
        let mut list = Vec::new();
        for entry in entries {
            let Some((sources, evidence)) = dimension(&entry.value, reader) else {
                sound = false;
                continue;
            };
            let dimension = At::new(entry.key.clone(), entry.key_span);
            list.push(DimensionScore { dimension, sources, evidence });
        }
        sound.then_some(Self(list))
    }

    fn shape() -> Shape {
        Shape::Map(Box::new(Shape::Object(dimension_shape)))
    }
}

fn dimension(node: &Node, reader: &mut Reader<'_>) -> Option<(Vec<SourceScore>, Vec<Evidence>)> {
    let mut map = MapReader::open(node, reader)?;
    let evidence = map.take::<Vec<Evidence>>("依据", "evidence", reader);
    let rest = map.rest();
    let read: Vec<_> = rest
        .into_iter()
        .map(|e| {
            let source = At::new(e.key.clone(), e.key_span);
            Given::from_node(&e.value, reader).map(|given| SourceScore { source, given })
        })
        .collect();
    Some((read.into_iter().collect::<Option<Vec<_>>>()?, evidence?))
}

impl FromNode for Given {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.kind {
            NodeKind::Map(_) => Named::from_node(node, reader).map(Self::Items),
            _ => At::<Number>::from_node(node, reader).map(Self::Points),
        }
    }

    fn shape() -> Shape {
        Shape::OneOf(vec![Shape::Number, Named::<Found>::shape()])
    }
}

impl Given {
    /// Where it stands.
    pub fn span(&self, source: Span) -> Span {
        match self {
            Self::Points(points) => points.span,
            Self::Items(_) => source,
        }
    }
}

impl Scores {
    /// The scores of a dimension, under its name or its id.
    pub fn find(&self, dimension: &Dimension) -> Option<&DimensionScore> {
        self.0.iter().find(|s| s.dimension.value == dimension.name || s.dimension.value == dimension.id)
    }
}

impl DimensionScore {
    /// What a source gave.
    pub fn of(&self, source: &str) -> Option<&SourceScore> {
        self.sources.iter().find(|s| s.source.value == source)
    }
}

/// Scores by source under free keys, and what they rest on.
fn dimension_shape() -> ObjectShape {
    let evidence = Field {
        en: "evidence",
        zh: "依据",
        doc: "What the scores rest on.",
        shape: <Vec<Evidence> as FromNode>::shape(),
        required: false,
    };
    ObjectShape {
        name: "DimensionScore",
        doc: "Scores of one dimension by source.",
        fields: vec![evidence],
        rest: Some(Box::new(Given::shape())),
    }
}
