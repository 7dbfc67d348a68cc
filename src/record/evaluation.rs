//! 星级评价: scores of one cycle, from which stars are computed.
//!
//! In: `evaluations/*.yaml`. Out: its checks, facts and page. Never takes stars from the record:
//! the rubric computes them.

use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::At;
use crate::profile::rubric::Rubric;
use crate::schema::{FromNode, MapReader, Reader, Shape, wrong_type};
use crate::value::{Date, Evidence, Number, Period, ProfileRef, Target};
use crate::yaml::{Node, NodeKind};

crate::record! {
    /// An evaluation.
    pub struct Evaluation + common: Common {
        /// The rubric.
        rubric "评分标准": ProfileRef<Rubric>,
        /// The cycle.
        cycle "周期": At<Period>,
        /// Scores by dimension.
        scores "得分": Scores,
        /// How many residents were asked.
        survey "居民测评样本": Option<At<Survey>>,
        /// Bonus points.
        bonus "加分": Vec<At<Points>>,
        /// Deductions.
        deductions "扣分": Vec<At<Points>>,
        /// What vetoes the title.
        vetoes "一票否决": Vec<At<String>>,
        /// When the result was put up for objections.
        notice "公示": Option<Notice>,
        /// Why it changed against the last cycle.
        change_reason "变化说明": Option<String>,
    }
}

crate::record! {
    /// Sample of the residents' survey.
    pub struct Survey {
        /// Sheets given out.
        sent "发放": At<u32>,
        /// Sheets returned.
        returned "收回": At<u32>,
    }
}

crate::record! {
    /// Points given or taken.
    pub struct Points {
        /// What for.
        item "项": String,
        /// How many.
        points "分": At<Number>,
        /// What it rests on.
        evidence "依据": Option<Evidence>,
    }
}

crate::record! {
    /// Time for objections.
    pub struct Notice {
        /// First day.
        date "日期": At<Date>,
        /// Last day.
        until "至": Option<At<Date>>,
    }
}

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
        Shape::Map(Box::new(Shape::Map(Box::new(Shape::Number))))
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

impl Target for Evaluation {
    const FOLDER: &'static str = "evaluations";
}

impl Kind for Evaluation {
    const NAME: &'static str = "evaluation";
    const FORMAT: Format = Format::Data;

    fn common(&self) -> &Common {
        &self.common
    }

    fn facts(&self, _me: &Record, _scope: &Scope<'_>) -> Facts {
        Facts { period: Some(self.cycle.value), ..Facts::default() }
    }
}
