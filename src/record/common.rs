//! What every record has: title, display, review, attachments, corrections.
//!
//! In: the shared keys of a record. Out: `Common`. Never knows which kind of record it belongs to.

use crate::diagnostic::At;
use crate::value::{Date, FilePath};

crate::fields! {
    /// Fields that every record may have.
    pub struct Common {
        /// What the record is about, in one line.
        title "标题": At<String>,
        /// First day of display.
        published "公开日期": Option<At<Date>>,
        /// Last day of display.
        until "至": Option<At<Date>>,
        /// Who reviewed it before publication.
        review "审核": Option<Review>,
        /// Files that belong to it.
        attachments "附件": Vec<Attachment>,
        /// What was corrected after publication; kept for ever.
        corrections "更正": Vec<Correction>,
        /// Whether the record is an invented example.
        sample "示例": bool,
    }
}

crate::fields! {
    /// The review by the supervisory committee before publication.
    pub struct Review {
        /// The reviewing body.
        body "机构": Option<String>,
        /// The reviewer.
        person "人": Option<String>,
        /// When.
        date "日期": Option<At<Date>>,
        /// The opinion: 同意, 修改, 不同意.
        opinion "意见": String,
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
        reason "说明": String,
        /// The value before.
        old "原值": Option<String>,
        /// The value now.
        new "现值": Option<String>,
    }
}
