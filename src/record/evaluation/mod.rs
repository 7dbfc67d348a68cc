//! 星级评价: scores of one cycle, from which stars are computed.
//!
//! In: `evaluations/*.yaml`. Out: its checks, facts and page. Never takes stars from the record:
//! the rubric computes them.

mod check;
mod found;
mod history;
mod limit;
mod page;
mod points;
mod sample;
mod score;
mod scores;
mod standing;

use tera::Value;

use super::facts::{Group, StarsFact};
use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::{At, Sink};
use crate::profile::rubric::Rubric;
use crate::value::{Date, Evidence, Named, Number, Period, ProfileRef, Target};
pub use found::{Answer, Found, FoundFields};
pub use scores::{DimensionScore, Given, Scores, SourceScore};

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
        /// How many other sources asked.
        samples "其他样本": Named<Survey>,
        /// Bonus points.
        bonus "加分": Vec<At<Points>>,
        /// Deductions.
        deductions "扣分": Vec<At<Points>>,
        /// What vetoes the title.
        vetoes "一票否决": Vec<At<String>>,
        /// When the result was put up for objections.
        notice "公示": Option<Notice>,
        /// Objections, and what was answered.
        appeals "异议": Vec<Appeal>,
        /// What the bureau decided.
        award "评定": Option<Award>,
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
        /// Households of what is judged, where it is not the community.
        households "户数": Option<At<u32>>,
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
        /// Where objections are taken.
        contact "受理": Option<String>,
    }
}

crate::fields! {
    /// An objection to the result; never with the name of a person.
    pub struct Appeal {
        /// When it came.
        date "日期": At<Date>,
        /// What it says.
        matter "事项": At<String>,
        /// What was answered.
        answer "答复": Option<AppealAnswer>,
    }
}

crate::choice! {
    /// What became of an objection.
    pub enum Ruling {
        /// The result stands.
        Upheld = "维持" | "upheld";
        /// The result was changed; a correction tells how.
        Changed = "调整" | "changed";
        /// It was no matter of this result, and was sent on.
        Referred = "转办" | "referred";
        /// Whoever made it took it back.
        Withdrawn = "撤回" | "withdrawn";
    }
}

crate::fields! {
    /// The answer to an objection.
    pub struct AppealAnswer {
        /// When.
        date "日期": At<Date>,
        /// What became of it.
        ruling "结论": At<Ruling>,
        /// Why.
        reason "说明": At<String>,
        /// Who answered.
        by "单位": Option<String>,
    }
}

crate::fields! {
    /// The decision of the bureau that gives the title.
    pub struct Award {
        /// The bureau.
        by "单位": Option<String>,
        /// When.
        date "日期": Option<At<Date>>,
        /// Number of the document.
        number "文号": Option<String>,
        /// Stars it gave, where they are fewer than the scores would give.
        stars "星": Option<At<u32>>,
        /// Why.
        note "说明": Option<String>,
    }
}

impl Target for Evaluation {
    const FOLDER: &'static str = "evaluations";
}

impl Evaluation {
    /// The rubric and all numbers; `None` where either is not to be had.
    fn outcome<'a>(&'a self, scope: &Scope<'a>) -> Option<(&'a Rubric, score::Outcome<'a>)> {
        let rubric = self.rubric(scope)?;
        score::outcome(self, rubric, scope).map(|outcome| (rubric, outcome))
    }

    /// The rubric that held at the end of the cycle.
    fn rubric<'a>(&self, scope: &Scope<'a>) -> Option<&'a Rubric> {
        scope.profile_on(&self.rubric, self.cycle.last())
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
        let standing = standing::of(self, rubric, scope.as_of);
        let total = page::fixed(outcome.total, rubric);
        facts.summary = page::summary(&outcome, &total, scope);
        facts.state = Some(standing::state(standing));
        let name = rubric.head.name.value.clone();
        facts.group = Some(Group::titled(&name));
        // Stars of a building or a party branch are not those of the community.
        if rubric.subject.is_none() {
            let before = history::previous(self, rubric, scope).and_then(|(_, e)| e.outcome(scope));
            facts.stars = Some(StarsFact {
                rubric: rubric.head.id.value.clone(),
                rubric_name: name,
                cycle: self.cycle.value.to_string(),
                ended: self.cycle.last(),
                stars: outcome.stars,
                max: rubric.max_stars(),
                level: rubric.level_name(outcome.stars).map(str::to_owned),
                total,
                before: before.map(|(_, past)| past.stars),
                standing,
                comparable: sample::samples(self, rubric, scope).iter().all(sample::Sample::comparable),
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
