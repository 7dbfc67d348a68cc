//! `theme.yaml`: what a theme says of itself.
//!
//! In: the file. Out: `About`. Never knows which variables and settings there are: the style sheets and templates tell.

use serde::Serialize;

use crate::diagnostic::At;
use crate::schema::{FromNode, Reader, Shape, wrong_type};
use crate::yaml::{Node, NodeKind};

crate::fields! {
    /// What a theme says of itself.
    pub struct About {
        /// What people call it.
        name "名称": Option<String>,
        /// Its version.
        version "版本": Option<String>,
        /// Who made it.
        author "作者": Option<String>,
        /// For what it is meant.
        about "说明": Option<String>,
        /// The theme that it changes; `default` where it is missing.
        inherits "继承": Option<At<String>>,
        /// Where links of its pages may lead; anywhere where it is missing.
        links "链接": Option<Links>,
        /// Values of the custom properties of its style sheets.
        tokens "样式变量": Option<Tokens>,
        /// Values that its templates ask for, as `theme.settings.<name>`.
        settings "设置": Entries,
    }
}

crate::choice! {
    /// Where the links of pages may lead.
    pub enum Links {
        /// Anywhere.
        Anywhere = "不限" | "anywhere";
        /// Only to pages of the output: all other links become plain words.
        Inside = "站内" | "inside";
    }
}

crate::fields! {
    /// Values of custom properties, by the tone in which they hold.
    pub struct Tokens {
        /// In every tone.
        common "通用": Entries,
        /// Light.
        light "亮色": Entries,
        /// Dark.
        dark "暗色": Entries,
        /// Of high contrast.
        strong "高对比": Entries,
    }
}

/// Names and values, in the order written, each with its place.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Entries(pub Vec<(At<String>, At<String>)>);

impl FromNode for Entries {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Map(entries) = &node.kind else {
            return wrong_type(node, "mapping", reader);
        };
        let read: Vec<Option<(At<String>, At<String>)>> = entries
            .iter()
            .map(|e| Some((At::new(e.key.clone(), e.key_span), At::from_node(&e.value, reader)?)))
            .collect();
        read.into_iter().collect::<Option<_>>().map(Self)
    }

    fn shape() -> Shape {
        Shape::Map(Box::new(Shape::Text))
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}
