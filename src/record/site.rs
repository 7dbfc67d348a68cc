//! `content/site.yaml`: who publishes, which regions, which theme.
//!
//! In: the file. Out: `SiteConfig`. Never holds what belongs to one community.

use super::destination::Destination;
use super::target::RegionTarget;
use crate::diagnostic::At;
use crate::locale::Language;

crate::fields! {
    /// Settings of the whole workspace.
    pub struct SiteConfig {
        /// Name of the portal.
        name "名称": At<String>,
        /// Who publishes.
        publisher "发布者": Option<String>,
        /// Language of the pages; Chinese where it is missing.
        language "语言": Option<Language>,
        /// Folder below `themes/`; `default` where it is missing.
        theme "主题": Option<At<String>>,
        /// Address under which the output will stand, with a slash at its end.
        base_url "基址": Option<At<String>>,
        /// Province or county whose rules apply beside the national ones.
        jurisdiction "辖区": Option<String>,
        /// Regions that want an address of their own choosing.
        regions "地区": Vec<Region>,
        /// What stands at the foot of every page.
        footer "页脚": Option<Footer>,
        /// Where the sites are published to.
        destinations "发布": Vec<Destination>,
        /// On which terms the data may be used.
        licence "数据许可": Option<Licence>,
        /// Whether all of it is an invented example.
        sample "示例": bool,
    }
}

crate::fields! {
    /// Terms on which the data may be used.
    pub struct Licence {
        /// What people call them.
        name "名称": At<String>,
        /// Their sign in the list of SPDX or of Open Definition: `CC-BY-4.0`.
        id "标识": Option<String>,
        /// Where they can be read.
        url "网址": Option<At<String>>,
    }
}

crate::fields! {
    /// One region of the tree.
    pub struct Region {
        /// Names from the top, joined by `/`.
        path "路径": At<String>,
        /// Its part of the address; pinyin where it is missing.
        id "标识": Option<At<String>>,
        /// What it wants to reach; where it says nothing, what the region above it or the profile says.
        targets "目标": Vec<At<RegionTarget>>,
    }
}

crate::fields! {
    /// The foot of every page.
    pub struct Footer {
        /// Who is responsible for the site.
        host "主办单位": Option<String>,
        /// Who runs it.
        operator "承办单位": Option<String>,
        /// Number of the ICP filing.
        icp "ICP备案号": Option<String>,
        /// Number of the public security filing.
        police "公安备案号": Option<String>,
        /// Telephone for complaints.
        hotline "监督电话": Option<String>,
    }
}
