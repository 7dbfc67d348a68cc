//! 公开事项: one item of the catalogue, published for one period.
//!
//! In: `disclosures/*.md`. Out: its checks, facts and page. Never shows a list of persons past its end.

use super::facts::Fulfils;
use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::At;
use crate::value::{Date, Period, Table, Target};

crate::record! {
    /// A disclosure.
    pub struct Disclosure + common: Common {
        /// Code of the catalogue item.
        item "目录项": At<String>,
        /// The period it tells of.
        period "期间": Option<At<Period>>,
        /// One sentence that says what matters.
        summary "摘要": Option<String>,
        /// The rows.
        detail "明细": Option<Table>,
        /// The day after which a list of persons leaves the page.
        list_until "名单到期": Option<At<Date>>,
        /// Why there is nothing to disclose for this period.
        not_applicable "不适用": Option<String>,
    }
}

impl Target for Disclosure {
    const FOLDER: &'static str = "disclosures";
}

impl Kind for Disclosure {
    const NAME: &'static str = "disclosure";
    const FORMAT: Format = Format::Prose;

    fn common(&self) -> &Common {
        &self.common
    }

    fn facts(&self, _me: &Record, _scope: &Scope<'_>) -> Facts {
        let fulfils = Fulfils {
            item: self.item.value.clone(),
            period: self.period.as_ref().map(|p| p.value),
            not_applicable: self.not_applicable.is_some(),
        };
        Facts {
            date: self.common.published.as_ref().map(|d| d.value),
            period: self.period.as_ref().map(|p| p.value),
            fulfils: vec![fulfils],
            summary: self.summary.clone().unwrap_or_default(),
            ..Facts::default()
        }
    }
}
