//! 村情、村规民约、办事指南: pages that stand for long.
//!
//! In: `pages/*.md`. Out: its facts. Never due by period; may fulfil a standing item.

use super::facts::{Fulfils, Group};
use super::{Common, Facts, Format, Growth, Kind, Record, Scope};
use crate::diagnostic::At;
use crate::value::{Date, Target, Wu};

crate::fields! {
    /// A page of prose.
    pub struct Page + common: Common {
        /// Under which heading it is listed.
        section "栏目": String,
        /// Which affairs it belongs to.
        wu "五务": Option<Wu>,
        /// Position under its heading, smaller first.
        order "顺序": Option<u32>,
        /// The standing catalogue item it fulfils.
        item "目录项": Option<At<String>>,
        /// When it was last brought up to date.
        updated "更新": Option<At<Date>>,
    }
}

impl Target for Page {
    const FOLDER: &'static str = "pages";
}

impl Kind for Page {
    const NAME: &'static str = "page";
    const FORMAT: Format = Format::Prose;
    const GROWTH: Growth = Growth::Dated("updated");
    const LINKED: &'static str = "Article";

    fn common(&self) -> &Common {
        &self.common
    }

    fn facts(&self, _me: &Record, _scope: &Scope<'_>) -> Facts {
        let fulfils = |item: &At<String>| Fulfils::item(item, None);
        Facts {
            date: self.updated.as_ref().or(self.common.published.as_ref()).map(|d| d.value),
            wu: self.wu,
            fulfils: self.item.iter().map(fulfils).collect(),
            group: Some(Group::titled(&self.section)),
            order: self.order.unwrap_or(u32::MAX),
            ..Facts::default()
        }
    }
}
