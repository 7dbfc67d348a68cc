//! Profiles of one kind by name, and all kinds together.
//!
//! In: profiles as they are read. Out: look-up by 标识 or 名称. Never reads files.

use super::{
    Places, ProfileHead, catalogue::Catalogue, import::ImportProfile, indicator::IndicatorProfile, process::Process,
    register::RegisterProfile, rubric::Rubric, rule::RuleSet, statement::StatementProfile,
};
use crate::diagnostic::{Sink, Span};
use crate::schema::{FromNode, Reader, Shape};
use crate::value::{CommunityType, Date, Target};
use crate::yaml::Node;

/// One kind of profile.
pub trait Profile: FromNode + Target + 'static {
    /// Its name, validity and source.
    fn head(&self) -> &ProfileHead;
    /// The table of its kind.
    fn table(profiles: &Profiles) -> &ProfileTable<Self>;
    /// The table of its kind, to add to.
    fn table_mut(profiles: &mut Profiles) -> &mut ProfileTable<Self>;
    /// Reports what contradicts itself within the profile.
    fn check(&self, places: &Places<'_>, sink: &mut Sink);
}

/// All profiles of one kind, in the order read: the program's own first.
#[derive(Debug, Clone)]
pub struct ProfileTable<P> {
    list: Vec<P>,
    /// How many of them are the program's own.
    own: usize,
}

impl<P> Default for ProfileTable<P> {
    fn default() -> Self {
        Self { list: Vec::new(), own: 0 }
    }
}

impl<P> ProfileTable<P> {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &P> {
        self.list.iter()
    }

    /// Notes that all profiles so far are the program's own.
    fn seal(&mut self) {
        self.own = self.list.len();
    }
}

impl<P: Profile> ProfileTable<P> {
    /// One called `name`, by 标识 or by 名称; else one that is `name` for one type of community.
    pub fn find(&self, name: &str) -> Option<&P> {
        let variant = || CommunityType::ALL.iter().find_map(|kind| self.variants(name, *kind).next());
        self.exact(name).next().or_else(variant)
    }

    /// The one called `name` here on `date`: `面积` means `面积（村）` in a village and `面积（社区）` in an
    /// urban community. Of several versions the last one read that holds on that day; where none does,
    /// the last one.
    pub fn find_on(&self, name: &str, kind: CommunityType, date: Date) -> Option<&P> {
        let exact: Vec<&P> = self.exact(name).collect();
        let list = if exact.is_empty() { self.variants(name, kind).collect() } else { exact };
        let holding = list.iter().rev().find(|p| p.head().covers(date));
        holding.or(list.last()).copied().or_else(|| self.find(name))
    }

    fn exact(&self, name: &str) -> impl Iterator<Item = &P> {
        self.list.iter().filter(move |p| p.head().id.value == name || p.head().name.value == name)
    }

    fn variants(&self, name: &str, kind: CommunityType) -> impl Iterator<Item = &P> {
        let words = CommunityType::CHOICES[kind as usize].zh;
        let inner = |rest: &'_ str| rest.strip_prefix('（').and_then(|r| r.strip_suffix('）')).map(str::to_owned);
        let ending = move |rest: &str| inner(rest).is_some_and(|word| words.contains(&word.as_str()));
        self.list.iter().filter(move |p| p.head().name.value.strip_prefix(name).is_some_and(&ending))
    }

    /// All names that can be written.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list.iter().flat_map(|p| [p.head().name.value.as_str(), p.head().id.value.as_str()])
    }

    /// Adds a profile; one of the same 标识 that came earlier is replaced. Gives the place of another
    /// profile of the county with the same 名称 that holds on some of the same days: which of them a record
    /// means could not be told. Over the program's own, the county's simply holds.
    pub fn add(&mut self, profile: P) -> Option<Span> {
        let head = profile.head();
        let same_days = |p: &P| match (&p.head().effective, &head.effective) {
            (Some(a), Some(b)) => a.overlaps(b),
            _ => true,
        };
        let clash =
            |p: &&P| p.head().name.value == head.name.value && p.head().id.value != head.id.value && same_days(p);
        let other = self.list[self.own..].iter().find(clash).map(|p| p.head().name.span);
        match self.list.iter_mut().find(|p| p.head().id.value == head.id.value) {
            Some(place) => *place = profile,
            None => self.list.push(profile),
        }
        other
    }
}

/// A kind of profile as a value, for stages that walk all kinds.
pub struct ProfileKind {
    /// Folder below `content/profiles/`.
    pub folder: &'static str,
    /// Reads one and adds it; reports a name that stands twice.
    pub read: fn(&Node, &mut Reader<'_>, &mut Profiles),
    /// Its field table.
    pub shape: fn() -> Shape,
    /// Whether a name is known.
    pub knows: fn(&Profiles, &str) -> bool,
    /// All names that can be written.
    pub names: fn(&Profiles) -> Vec<String>,
}

macro_rules! profile_kinds {
    ($($field:ident: $ty:ty),* $(,)?) => {
        /// All profiles.
        #[derive(Debug, Clone, Default)]
        pub struct Profiles {
            $( #[doc = concat!("Profiles of `", stringify!($ty), "`.")] pub $field: ProfileTable<$ty>, )*
        }

        impl Profiles {
            /// Notes that all profiles so far are the program's own.
            pub(super) fn seal(&mut self) {
                $( self.$field.seal(); )*
            }
        }

        $( impl Profile for $ty {
            fn head(&self) -> &ProfileHead {
                &self.head
            }

            fn table(profiles: &Profiles) -> &ProfileTable<Self> {
                &profiles.$field
            }

            fn table_mut(profiles: &mut Profiles) -> &mut ProfileTable<Self> {
                &mut profiles.$field
            }

            fn check(&self, places: &Places<'_>, sink: &mut Sink) {
                self.check_self(places, sink);
            }
        } )*

        /// All kinds of profile. A new kind is one file beside this one and one line in this list.
        pub static PROFILE_KINDS: &[ProfileKind] = &[$(
            ProfileKind {
                folder: <$ty as Target>::FOLDER,
                read: super::load::read_into::<$ty>,
                shape: <$ty as FromNode>::shape,
                knows: |profiles, name| profiles.$field.find(name).is_some(),
                names: |profiles| profiles.$field.names().map(str::to_owned).collect(),
            }
        ),*];
    };
}

profile_kinds! {
    processes: Process,
    catalogues: Catalogue,
    rubrics: Rubric,
    registers: RegisterProfile,
    indicators: IndicatorProfile,
    rules: RuleSet,
    statements: StatementProfile,
    imports: ImportProfile,
}
