//! 星级评价: scores of one cycle, from which stars are computed.
//!
//! In: `evaluations/*.yaml`. Out: its checks, facts and page. Never takes stars from the record:
//! the rubric computes them.

mod check;
mod history;
mod page;
mod score;
mod scores;

use tera::Value;

use super::facts::{Group, RatingStanding, StarsFact};
use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::{At, Sink};
use crate::profile::rubric::Rubric;
use crate::value::{Date, Evidence, Number, Period, ProfileRef, Target};
pub use scores::{DimensionScore, Scores};

crate::fields! {
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

crate::fields! {
    /// Sample of the residents' survey.
    pub struct Survey {
        /// Sheets given out.
        sent "发放": At<u32>,
        /// Sheets returned.
        returned "收回": At<u32>,
    }
}

crate::fields! {
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

crate::fields! {
    /// Time for objections.
    pub struct Notice {
        /// First day.
        date "日期": At<Date>,
        /// Last day.
        until "至": Option<At<Date>>,
    }
}

impl Target for Evaluation {
    const FOLDER: &'static str = "evaluations";
}

impl Evaluation {
    /// The rubric and all numbers; `None` where either is not to be had.
    fn outcome<'a>(&'a self, scope: &Scope<'a>) -> Option<(&'a Rubric, score::Outcome<'a>)> {
        let rubric = scope.profile(&self.rubric)?;
        score::outcome(self, rubric).map(|outcome| (rubric, outcome))
    }
}

impl Kind for Evaluation {
    const NAME: &'static str = "evaluation";
    const FORMAT: Format = Format::Data;

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
        check::check(self, me, scope, sink);
    }

    fn facts(&self, _me: &Record, scope: &Scope<'_>) -> Facts {
        let mut facts = Facts {
            date: self.common.published.as_ref().or(self.notice.as_ref().map(|n| &n.date)).map(|d| d.value),
            period: Some(self.cycle.value),
            ..Facts::default()
        };
        let Some((rubric, outcome)) = self.outcome(scope) else {
            return facts;
        };
        let total = page::fixed(outcome.total, rubric.places());
        facts.summary = page::summary(&outcome, &total, scope);
        let name = rubric.head.name.value.clone();
        facts.group = Some(Group::titled(&name));
        // Stars of a building or a party branch are not those of the community.
        if rubric.subject.is_none() {
            facts.stars = Some(StarsFact {
                rubric: rubric.head.id.value.clone(),
                rubric_name: name,
                cycle: self.cycle.value.to_string(),
                ended: self.cycle.last(),
                stars: outcome.stars,
                max: rubric.max_stars(),
                level: None,
                total,
                before: history::previous(self, rubric, scope)
                    .and_then(|(_, e)| e.outcome(scope))
                    .map(|(_, past)| past.stars),
                standing: RatingStanding::Final,
                comparable: true,
            });
        }
        facts
    }

    fn detail(&self, _me: &Record, scope: &Scope<'_>) -> Value {
        page::detail(self, scope)
    }

    fn section(scope: &Scope<'_>) -> Value {
        history::section(scope)
    }
}
