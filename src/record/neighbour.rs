//! The other communities of a workspace, as far as one community needs to know them.
//!
//! In: folder names, names and regions. Out: which of them a text names. Never holds their records.

/// A community by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// Folder name.
    pub id: String,
    /// Name.
    pub name: String,
    /// Regions above it, joined by `/`.
    pub parent: String,
}

/// All communities of a workspace.
#[derive(Debug, Default)]
pub struct Neighbours(Vec<Neighbour>);

impl Neighbours {
    /// Takes all of them in, in any order.
    pub fn new(mut list: Vec<Neighbour>) -> Self {
        list.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Self(list)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Neighbour> {
        self.0.iter()
    }

    /// Whether any community lies in a region, given by its names joined by `/`.
    pub fn any_in(&self, path: &str) -> bool {
        let region: Vec<&str> = names(path).collect();
        self.0.iter().any(|n| names(&n.parent).take(region.len()).eq(region.iter().copied()))
    }

    /// The one that a text names: `吉林社区`, or with regions before it `江岸区吉林社区`. `None` where
    /// nobody is called so, or more than one.
    pub fn find(&self, text: &str) -> Option<&Neighbour> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let named = |n: &&Neighbour| {
            let before = text.strip_suffix(n.name.as_str()).filter(|_| !n.name.is_empty());
            before.is_some_and(|before| n.lies_in(before))
        };
        let mut found = self.0.iter().filter(named);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }
}

impl Neighbour {
    /// Whether `words` are names of regions above it, from the top, with any of them left out.
    fn lies_in(&self, words: &str) -> bool {
        names(&self.parent).fold(words, |rest, name| rest.strip_prefix(name).unwrap_or(rest)).is_empty()
    }
}

/// The names of a path of regions.
fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').map(str::trim).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Neighbours {
        let of = |(id, name, parent): (&str, &str, &str)| Neighbour {
            id: id.to_owned(),
            name: name.to_owned(),
            parent: parent.to_owned(),
        };
        let list = [
            ("jilin", "吉林社区", "武汉市/江岸区/车站街道"),
            ("xincheng", "新城社区", "武汉市/蔡甸区/蔡甸街道"),
            ("xincheng-2", "新城社区", "武汉市/江夏区/纸坊街道"),
        ];
        Neighbours::new(list.map(of).to_vec())
    }

    #[test]
    fn a_name_is_found_with_and_without_its_regions() {
        for (text, want) in [
            ("吉林社区", Some("jilin")),
            ("江岸区吉林社区", Some("jilin")),
            ("武汉市江岸区 车站街道吉林社区", Some("jilin")),
            ("武昌区吉林社区", None),
            ("吉林", None),
            ("新城社区", None),
            ("江夏区新城社区", Some("xincheng-2")),
            ("", None),
        ] {
            assert_eq!(all().find(text).map(|n| n.id.as_str()), want, "{text}");
        }
    }
}
