//! 公开目录: what is due, how often, by when.
//!
//! In: `catalogues/*.yaml`. Out: `Catalogue`. Never knows what was published.

use rust_decimal::Decimal;

use super::Places;
use super::common::{Effective, ProfileHead, check_effective, check_range, check_some, check_twice};
use crate::diagnostic::{Diagnostic, Sink, code};
use crate::value::{CommunityType, Date, Number, Period, Target, Wu};

crate::choice! {
    /// How often an item is due.
    pub enum Frequency {
        /// Every month.
        Monthly = "每月" | "monthly";
        /// Every quarter.
        Quarterly = "每季度" | "quarterly";
        /// Every half-year.
        HalfYearly = "每半年" | "half-yearly";
        /// Every year.
        Yearly = "每年" | "yearly";
        /// When something happens.
        Event = "随时" | "event";
        /// Always, renewed on change.
        Standing = "长期" | "standing";
    }
}

crate::choice! {
    /// Whether an item lists persons.
    pub enum Persons {
        /// No persons.
        None = "无" | "none";
        /// Names.
        List = "名单" | "list";
        /// Names of people who need protection.
        Sensitive = "敏感名单" | "sensitive";
    }
}

crate::choice! {
    /// How names are shown.
    pub enum NameRule {
        /// In full.
        Full = "全部" | "full";
        /// With one part hidden.
        Partial = "部分" | "partial";
        /// Not at all.
        Omit = "不公开" | "omit";
    }
}

crate::fields! {
    /// A catalogue of what is to be disclosed.
    pub struct Catalogue + head: ProfileHead {
        /// For which communities.
        applies "适用": Vec<CommunityType>,
        /// Its items.
        items "条目": Vec<CatalogueItem>,
        /// In how many days before its last day an item counts as near; 7 where missing.
        near_days "临近天数": Option<u32>,
    }
}

crate::fields! {
    /// One item.
    pub struct CatalogueItem {
        /// Code such as A1.
        code "代码": String,
        /// Which affairs.
        wu "五务": Wu,
        /// Its name.
        name "名称": String,
        /// For which communities; all where empty.
        applies "适用": Vec<CommunityType>,
        /// How often.
        frequency "频率": Frequency,
        /// Day after the end of the period by which it is due, counted from 1.
        due_day "限期": Option<u32>,
        /// Days after the event by which it is due.
        due_days "限期天数": Option<u32>,
        /// Whether it lists persons.
        pii "名单": Option<Persons>,
        /// How names are shown.
        names "姓名": Option<NameRule>,
        /// Whether search leaves the names of the list out.
        no_name_search "姓名不检索": bool,
        /// Its legal ground.
        basis "依据": String,
        /// From when to when it is due.
        effective "生效": Option<Effective>,
        /// Whether the community's own finance rhythm replaces the frequency where it is denser.
        by_finance_rhythm "随财务频率": bool,
    }
}

impl Frequency {
    /// The period of this rhythm in which a day lies; none for what is due at once or always.
    pub fn period_of(self, day: Date) -> Option<Period> {
        let (year, month) = (day.year(), day.month());
        match self {
            Self::Monthly => Some(Period::Month(year, month)),
            Self::Quarterly => Some(Period::Quarter(year, (month - 1) / 3 + 1)),
            Self::HalfYearly => Some(Period::Half(year, (month - 1) / 6 + 1)),
            Self::Yearly => Some(Period::Year(year)),
            Self::Event | Self::Standing => None,
        }
    }
}

impl CatalogueItem {
    /// Whether search leaves out the names of its lists: always those of sensitive ones.
    pub fn hides_names_from_search(&self) -> bool {
        self.no_name_search || self.pii == Some(Persons::Sensitive)
    }

    /// Whether it is due on `date`.
    pub fn holds_on(&self, date: Date) -> bool {
        self.effective.as_ref().is_none_or(|e| e.covers(date))
    }

    /// How often it is due where finances are published in `rhythm`.
    pub fn frequency_here(&self, rhythm: Option<Frequency>) -> Frequency {
        // Frequencies are in order, the densest first.
        rhythm.filter(|r| self.by_finance_rhythm && *r < self.frequency).unwrap_or(self.frequency)
    }

    /// The last day on which a period (or the day of an event) is published in time; none where the
    /// catalogue sets no limit.
    pub fn due_date(&self, period: Period) -> Option<Date> {
        let days = self.due_days.or(self.due_day)?;
        let days = jiff::Span::new().try_days(i64::from(days)).ok()?;
        period.last().checked_add(days).ok()
    }
}

impl Catalogue {
    /// In how many days before its last day an item counts as near.
    pub fn near_days(&self) -> u32 {
        self.near_days.unwrap_or(7)
    }

    /// The item of a code.
    pub fn item(&self, code: &str) -> Option<&CatalogueItem> {
        self.items.iter().find(|i| i.code == code)
    }
}

impl Target for Catalogue {
    const FOLDER: &'static str = "catalogues";
}

impl CatalogueItem {
    /// Whether it is due in this type of community.
    pub fn applies_to(&self, kind: CommunityType) -> bool {
        kind.is_among(&self.applies)
    }
}

impl Catalogue {
    pub(super) fn check_self(&self, places: &Places<'_>, sink: &mut Sink) {
        const ITEMS: (&str, &str) = ("条目", "items");
        check_some(&self.items, ITEMS, places, sink);
        let items = self.items.iter().enumerate();
        check_twice(items.clone().map(|(at, i)| (i.code.as_str(), places.entry(ITEMS, at, ("代码", "code")))), sink);
        for (at, item) in items {
            let place = |zh, en| places.entry(ITEMS, at, (zh, en));
            if let Some(day) = item.due_day {
                let days = (Decimal::ONE, Decimal::from(31));
                check_range("限期", Number(day.into()), days, place("限期", "due_day"), sink);
                if matches!(item.frequency, Frequency::Event | Frequency::Standing) {
                    let idle = Diagnostic::new(&code::DUE_WITHOUT_PERIOD, place("限期", "due_day"));
                    sink.push(idle.arg("code", &item.code));
                }
            }
            if let Some(days) = item.due_days {
                let year = (Decimal::ZERO, Decimal::from(366));
                check_range("限期天数", Number(days.into()), year, place("限期天数", "due_days"), sink);
            }
            if let Some(effective) = &item.effective {
                check_effective(effective, place("生效", "effective"), sink);
            }
            if item.pii == Some(Persons::Sensitive) && item.names == Some(NameRule::Full) {
                let open = Diagnostic::new(&code::SENSITIVE_IN_FULL, place("姓名", "names"));
                sink.push(open.arg("code", &item.code));
            }
        }
    }
}
