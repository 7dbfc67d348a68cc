//! The languages in which sites can speak.
//!
//! In: a word of the settings, or a tag. Out: `Language`: its tag, its direction, the language it leans on. Never holds
//! words of sites: they stand in Fluent files below the tag.

crate::choice! {
    /// A language of pages, or of a text in a record.
    pub enum Language {
        /// Simplified Chinese, in which all words are written first.
        Chinese = "汉文", "中文", "简体中文", "zh", "zh-Hans" | "zh-CN";
        /// Traditional Chinese, made from the simplified words by a table.
        Traditional = "繁体中文", "繁體中文", "zh-TW", "zh-HK", "zh-MO" | "zh-Hant";
        /// English.
        English = "英文", "英语" | "en";
        /// Tibetan.
        Tibetan = "藏文", "藏语" | "bo";
        /// Uyghur, written from right to left.
        Uyghur = "维吾尔文", "维吾尔语" | "ug";
        /// Mongolian.
        Mongolian = "蒙古文", "蒙古语" | "mn";
        /// Nuosu, the language of the Yi.
        Yi = "彝文", "彝语" | "ii";
        /// Zhuang.
        Zhuang = "壮文", "壮语" | "za";
    }
}

/// Which way a language is written on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The word of HTML.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl Language {
    /// The language tag, as in `lang="…"`.
    pub fn tag(self) -> &'static str {
        self.word()
    }

    /// The language of a system locale, for messages: Chinese or English; Chinese where it says nothing.
    pub fn of(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") { Self::English } else { Self::Chinese }
    }

    /// The language with exactly this tag.
    pub fn tagged(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.tag() == tag)
    }

    /// Which way it is written.
    pub fn direction(self) -> Direction {
        if self == Self::Uyghur { Direction::Rtl } else { Direction::Ltr }
    }

    /// The language whose words stand where its own are missing; itself where its words are whole.
    pub fn base(self) -> Self {
        if self == Self::English { Self::English } else { Self::Chinese }
    }

    /// Whether who reads it reads what is written in `other`: the same, or Chinese in the other signs.
    pub fn reads(self, other: Self) -> bool {
        let chinese = |language| matches!(language, Self::Chinese | Self::Traditional);
        self == other || chinese(self) && chinese(other)
    }
}

#[expect(clippy::derivable_impls, reason = "the macro that makes the words knows no default")]
impl Default for Language {
    fn default() -> Self {
        Self::Chinese
    }
}
