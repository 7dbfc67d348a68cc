//! 议事决策: who proposed, discussed, decided, and what was published.
//!
//! In: `decisions/*.md`. Out: its checks, facts and page. Never counts by rules of its own:
//! thresholds come from the process profile.

mod assembly;
mod check;
mod competence;
mod count;
mod course;
mod facts;
mod page;
mod publication;
mod sheets;
mod view;
mod votes;
mod words;

use tera::Value;

use super::project::Project;
use super::{Common, Facts, Format, Growth, Kind, Record, Scope};
use crate::diagnostic::{At, Basis, Sink};
use crate::profile::process::Process;
use crate::value::{Date, FilePath, Money, ProfileRef, Ref, Target};

crate::fields! {
    /// A decision on its way through a process.
    pub struct Decision + common: Common {
        /// The process; the community's own where it is missing.
        process "流程": Option<ProfileRef<Process>>,
        /// The kind of matter, which chooses the deciding body.
        matter "事项类型": At<String>,
        /// What set it going; the same on every sheet of one matter.
        motion "动议事由": Option<At<String>>,
        /// Money it is about, 元.
        amount "金额": Option<Money>,
        /// The steps taken.
        steps "步骤": Vec<At<Step>>,
        /// What was published of it, and when.
        publications "公开": Vec<At<Publication>>,
        /// The project that carries it out.
        project "项目": Option<Ref<Project>>,
        /// When the party organization studied it, where no step of the process says so.
        party_study "党组织研究": Option<At<Date>>,
        /// By which decision of the assembly its representatives may decide.
        authorized "授权": Option<String>,
        /// Why another body decided than the one the law names; the page shows it beside the finding.
        explanation "情况说明": Option<At<String>>,
    }
}

crate::fields! {
    /// One step that was taken.
    pub struct Step {
        /// Name of the step in the process.
        step "议": At<String>,
        /// When.
        date "日期": At<Date>,
        /// When the members were told.
        notice_date "通知日期": Option<At<Date>>,
        /// Members due to attend.
        due "应到": Option<At<u32>>,
        /// Members present.
        present "实到": Option<At<u32>>,
        /// Women among the representatives present.
        women_present "到会妇女代表": Option<At<u32>>,
        /// Votes in favour.
        agree "同意": Option<At<u32>>,
        /// Votes against.
        against "反对": Option<At<u32>>,
        /// Abstentions.
        abstain "弃权": Option<At<u32>>,
        /// What was said or done.
        content "内容": Option<String>,
        /// What set the matter going, as this sheet has it.
        motion "动议事由": Option<At<String>>,
        /// The minutes.
        minutes "记录": Option<FilePath>,
    }
}

crate::fields! {
    /// One publication of the decision.
    pub struct Publication {
        /// Name of the publication in the process.
        item "项": At<String>,
        /// The step it belongs to.
        step "议": Option<At<String>>,
        /// First day.
        date "日期": At<Date>,
        /// Last day.
        until "至": Option<At<Date>>,
        /// Where.
        places "地点": Vec<String>,
        /// Remarks.
        note "说明": Option<String>,
        /// What the supervisors said of it.
        opinion "监督意见": Option<String>,
        /// What set the matter going, as this sheet has it.
        motion "动议事由": Option<At<String>>,
    }
}

impl Decision {
    /// The day of the resolution that counts; `None` where there is none yet, where quorum or majority was
    /// missed, or where the process is not known.
    pub fn resolved<'a>(&'a self, scope: &Scope<'a>) -> Option<&'a At<Date>> {
        let course = course::Course::of(self, scope)?;
        course.resolution().map(|entry| &entry.at.value.date)
    }

    /// The ground on which the matter must be decided before it is carried out on `date`: the law that names
    /// who decides it, else the process.
    pub fn decided_first(&self, date: Date, scope: &Scope<'_>) -> Option<Basis> {
        let law = scope.competence(&self.matter, date).map(|c| c.basis);
        law.or_else(|| {
            let course = course::Course::of(self, scope)?;
            let step = &course.process.steps[course.deciding];
            Some(course.process.basis(&step.id, &step.name))
        })
    }
}

impl Target for Decision {
    const FOLDER: &'static str = "decisions";
}

impl Kind for Decision {
    const NAME: &'static str = "decision";
    const FORMAT: Format = Format::Prose;
    const GROWTH: Growth = Growth::Adds;

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
        check::check(self, me, scope, sink);
    }

    fn facts(&self, _me: &Record, scope: &Scope<'_>) -> Facts {
        facts::of(self, scope)
    }

    fn detail(&self, me: &Record, scope: &Scope<'_>) -> Value {
        page::detail(self, me, scope)
    }

    fn section(scope: &Scope<'_>) -> Value {
        page::section(scope)
    }
}
