//! How many were asked, and whether they were enough.
//!
//! In: sheets sent and returned by source, households. Out: what each source asked for and got.
//! Never looks at the scores.

use rust_decimal::Decimal;

use super::{Evaluation, Survey};
use crate::diagnostic::At;
use crate::profile::rubric::{Rubric, ScoreSource};
use crate::record::Scope;

/// The sample of one source.
pub(super) struct Sample<'a> {
    /// The source.
    pub source: &'a ScoreSource,
    /// Sheets, where the record tells of them.
    pub survey: Option<&'a At<Survey>>,
    /// Households of what is judged, where known.
    pub households: Option<u32>,
    /// The least number of sheets, where it can be known.
    pub needed: Option<Decimal>,
}

impl Sample<'_> {
    /// Whether fewer answered than the rubric asks for; what cannot be known is not too few.
    pub fn too_small(&self) -> bool {
        let returned = self.survey.map(|s| Decimal::from(s.returned.value));
        matches!((returned, self.needed), (Some(returned), Some(needed)) if returned < needed)
    }

    /// Whether it may be compared with others: the sheets were told of, and are not too few.
    pub fn comparable(&self) -> bool {
        !self.source.wants_sample() || (self.survey.is_some() && !self.too_small())
    }
}

/// The samples of all sources that want one or tell of one, in the order of the rubric.
pub(super) fn samples<'a>(me: &'a Evaluation, rubric: &'a Rubric, scope: &Scope<'a>) -> Vec<Sample<'a>> {
    let main = rubric.surveyed().map(|s| s.name.as_str());
    let figures = scope.corpus.community.figures.as_ref();
    let counted = figures.and_then(|f| f.households.as_ref()).map(|h| h.value);
    // A building's rubric samples the building, whose households only the record can tell.
    let of_community = counted.filter(|_| rubric.subject.is_none());
    let of = |source: &'a ScoreSource| {
        let named = me.samples.0.iter().find(|(name, _)| name.value == source.name).map(|(_, survey)| survey);
        let survey = named.or(me.survey.as_ref().filter(|_| main == Some(source.name.as_str())));
        let households = survey.and_then(|s| s.households.as_ref()).map(|h| h.value).or(of_community);
        let by_share = source.min_sample.zip(households).map(|(share, n)| (share.0 * Decimal::from(n)).ceil());
        let needed = by_share.max(source.min_sheets.map(Decimal::from));
        Sample { source, survey, households, needed }
    };
    rubric.sources.iter().map(of).filter(|s| s.survey.is_some() || s.source.wants_sample()).collect()
}
