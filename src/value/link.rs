//! References: to a record, to a profile, to a file.
//!
//! In: a name or a path. Out: the reference, also noted in `Uses` so that it is checked in one place.
//! Never looks the target up: validation does.

use std::marker::PhantomData;

use serde::{Serialize, Serializer};

use crate::diagnostic::At;
use crate::schema::{FromNode, Reader, Shape, wrong_type};
use crate::yaml::Node;

/// Something that lives in a folder and can be referred to by name.
pub trait Target {
    /// The folder: `projects`, `rubrics`.
    const FOLDER: &'static str;
}

/// A record of the same community, by its stem.
#[derive(Debug)]
pub struct Ref<T> {
    /// The stem as written, without folder and ending.
    pub stem: String,
    target: PhantomData<fn() -> T>,
}

/// A profile, by its 标识 or 名称.
#[derive(Debug)]
pub struct ProfileRef<T> {
    /// The name as written.
    pub name: String,
    target: PhantomData<fn() -> T>,
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self { stem: self.stem.clone(), target: PhantomData }
    }
}

impl<T> Clone for ProfileRef<T> {
    fn clone(&self) -> Self {
        Self { name: self.name.clone(), target: PhantomData }
    }
}

impl<T> Serialize for Ref<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.stem)
    }
}

impl<T> Serialize for ProfileRef<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name)
    }
}

impl<T: Target> FromNode for Ref<T> {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = String::from_node(node, reader)?;
        let own = text.strip_prefix(T::FOLDER).and_then(|rest| rest.strip_prefix('/')).unwrap_or(&text);
        let stem = own.trim_end_matches(".md").trim_end_matches(".yaml").to_owned();
        reader.uses.records.push((T::FOLDER, At::new(stem.clone(), node.span)));
        Some(Self { stem, target: PhantomData })
    }

    fn shape() -> Shape {
        Shape::Reference(T::FOLDER)
    }
}

impl<T: Target> FromNode for ProfileRef<T> {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let name = String::from_node(node, reader)?;
        reader.uses.profiles.push((T::FOLDER, At::new(name.clone(), node.span)));
        Some(Self { name, target: PhantomData })
    }

    fn shape() -> Shape {
        Shape::Profile(T::FOLDER)
    }
}

/// A file of the community, by its path from the community's folder.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct FilePath(pub String);

impl FromNode for FilePath {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = node.text() else {
            return wrong_type(node, "file", reader);
        };
        match reader.files.resolve(text) {
            Some(path) => {
                reader.uses.files.push(At::new(path.clone(), node.span));
                Some(Self(path))
            }
            None => {
                let missing = reader.missing_file(text, node.span);
                reader.fail(missing)
            }
        }
    }

    fn shape() -> Shape {
        Shape::File
    }
}

/// What a statement rests on: a record (`projects/lu`) or a file (`files/x.jpg`).
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Evidence(pub String);

impl FromNode for Evidence {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = String::from_node(node, reader)?;
        if let Some(path) = reader.files.resolve(&text) {
            reader.uses.files.push(At::new(path.clone(), node.span));
            return Some(Self(path));
        }
        let stem = text.trim_end_matches(".md").trim_end_matches(".yaml").to_owned();
        reader.uses.evidence.push(At::new(stem.clone(), node.span));
        Some(Self(stem))
    }

    fn shape() -> Shape {
        Shape::Text
    }
}
