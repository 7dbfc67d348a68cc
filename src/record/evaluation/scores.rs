//! Scores by dimension and source, as written.
//!
//! In: a mapping of mappings. Out: `Scores` with the place of each name and number.
//! Never knows the rubric.

use rust_decimal::Decimal;

use crate::diagnostic::At;
use crate::profile::rubric::Dimension;
use crate::schema::{Field, FromNode, MapReader, ObjectShape, Reader, Shape, wrong_type};
use crate::value::{Evidence, Number};
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
    /// Source and score.
    pub sources: Vec<(At<String>, At<Number>)>,
    /// What the scores rest on.
    pub evidence: Vec<Evidence>,
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

type SourcesAndEvidence = (Vec<(At<String>, At<Number>)>, Vec<Evidence>);

fn dimension(node: &Node, reader: &mut Reader<'_>) -> Option<SourcesAndEvidence> {
    let mut map = MapReader::open(node, reader)?;
    let evidence = map.take::<Vec<Evidence>>("依据", "evidence", reader);
    let rest = map.rest();
    let read: Vec<_> = rest
        .into_iter()
        .map(|e| At::<Number>::from_node(&e.value, reader).map(|n| (At::new(e.key.clone(), e.key_span), n)))
        .collect();
    Some((read.into_iter().collect::<Option<Vec<_>>>()?, evidence?))
}

impl Scores {
    /// The scores of a dimension, under its name or its id.
    pub fn find(&self, dimension: &Dimension) -> Option<&DimensionScore> {
        self.0.iter().find(|s| s.dimension.value == dimension.name || s.dimension.value == dimension.id)
    }
}

impl DimensionScore {
    /// The score that a source gave.
    pub fn score(&self, source: &str) -> Option<Decimal> {
        self.sources.iter().find(|(name, _)| name.value == source).map(|(_, score)| score.value.0)
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
        rest: Some(Box::new(Shape::Number)),
    }
}
