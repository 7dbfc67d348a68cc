//! What every record has: title, display, review, attachments, corrections.
//!
//! In: the shared keys of a record. Out: `Common`. Never knows which kind of record it belongs to.

use crate::diagnostic::At;
use crate::locale::Language;
use crate::value::{Date, FilePath};

/// The limit by which whatever is disclosed is reviewed before it is published.
pub const REVIEW_FIRST: &str = "review-before-publication";

/// The limit by which money of the collective is reviewed before it is published.
pub const FINANCE_REVIEW_FIRST: &str = "finance-review-before-publication";

crate::fields! {
    /// Fields that every record may have.
    pub struct Common {
        /// What the record is about, in one line.
        title "标题": At<String>,
        /// First day of display.
        published "公开日期": Option<At<Date>>,
        /// Last day of display.
        until "至": Option<At<Date>>,
        /// Who made the record: not the one who reviews it.
        maker "制表人": Option<At<String>>,
        /// Who reviewed it before publication.
        review "审核": Option<Review>,
        /// Files that belong to it.
        attachments "附件": Vec<Attachment>,
        /// What was corrected after publication; kept for ever.
        corrections "更正": Vec<Correction>,
        /// Whether search finds it by its title alone.
        no_search "不检索": bool,
        /// Private numbers that are published on purpose, each with the reason.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        privacy_waivers "隐私豁免": Vec<Waiver>,
        /// The language it is written in; Chinese where it is missing.
        #[serde(skip_serializing_if = "Option::is_none")]
        language "语言": Option<Language>,
        /// The same in other languages.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        translations "译文": Vec<Translation>,
        /// Whether the record is an invented example.
        sample "示例": bool,
    }
}

crate::fields! {
    /// What a record says, in another language.
    pub struct Translation {
        /// The language.
        language "语言": At<Language>,
        /// The title.
        title "标题": At<String>,
        /// The text, as Markdown.
        text "正文": Option<At<String>>,
    }
}

impl Common {
    /// The language it is written in.
    pub fn language(&self) -> Language {
        self.language.unwrap_or_default()
    }

    /// Its words in `language`, where they are another's than its own.
    pub fn translation(&self, language: Language) -> Option<&Translation> {
        self.translations.iter().find(|t| t.language.value == language)
    }

    /// The title in `language`; as it is written where nobody translated it.
    pub fn title_in(&self, language: Language) -> &str {
        self.translation(language).map_or(&self.title, |t| &t.title)
    }
}

crate::choice! {
    /// What the reviewers say.
    pub enum Opinion {
        /// It may be published.
        Agree = "同意" | "agree";
        /// It may be published after changes that were made.
        Amend = "修改后同意", "修改" | "amend";
        /// It should not be published like this.
        Reject = "不同意" | "reject";
    }
}

crate::fields! {
    /// The review by the supervisory committee before publication.
    pub struct Review {
        /// The reviewing body.
        body "机构": Option<String>,
        /// The reviewer.
        person "人": Option<At<String>>,
        /// When.
        date "日期": Option<At<Date>>,
        /// The opinion.
        opinion "意见": At<Opinion>,
        /// Remarks.
        note "说明": Option<String>,
    }
}

crate::fields! {
    /// A file that belongs to a record.
    pub struct Attachment {
        /// The file.
        file "文件": FilePath,
        /// What it shows.
        label "说明": Option<String>,
        /// Whether it holds a list of persons: then it leaves the site with the list of its record.
        list "名单": bool,
        /// The last day on which it is published, where it leaves before the record does.
        until "到期": Option<At<Date>>,
    }
}

crate::fields! {
    /// A correction after publication.
    pub struct Correction {
        /// When it was corrected.
        date "日期": At<Date>,
        /// What and why.
        reason "说明": At<String>,
        /// The value before.
        old "原值": Option<At<String>>,
        /// The value now.
        new "现值": Option<At<String>>,
    }
}

crate::fields! {
    /// A private number that is published on purpose.
    pub struct Waiver {
        /// The last four signs of the number: the number itself is not written again.
        ending "尾号": At<String>,
        /// Why it may be published, and who agreed.
        reason "理由": At<String>,
    }
}
