//! What was sent with a form, as a tree.
//!
//! In: names such as `r/steps/0/date` with their values. Out: a tree in the order of the form.
//! Never knows what the names mean.

/// A place of a form: its own value, and what lies below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// Its value.
    pub value: Option<String>,
    /// What lies below it, in the order of the form.
    pub below: Vec<(String, Given)>,
}

/// How deep names may go: far above any form.
const DEEPEST: usize = 24;

impl Given {
    /// The tree of all names that begin with `r/`.
    pub fn of(fields: &[(String, String)]) -> Self {
        let mut root = Self::default();
        for (name, value) in fields {
            let Some(way) = name.strip_prefix("r/").filter(|way| way.matches('/').count() < DEEPEST) else { continue };
            let place = way.split('/').fold(&mut root, |place, step| place.enter(step));
            place.value.get_or_insert_with(|| value.replace("\r\n", "\n").replace('\r', "\n"));
        }
        root
    }

    /// The place below under a name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.below.iter().find(|(n, _)| n == name).map(|(_, place)| place)
    }

    /// The value of the place below under a name.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.value.as_deref()
    }

    /// The places below that are rows: those with an `@`.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &Self)> {
        let rows = self.below.iter().filter(|(_, place)| place.get("@").is_some());
        rows.map(|(name, place)| (name.as_str(), place))
    }

    /// Does what a button of the form asks for: `add:r/steps`, `drop:r/steps/2`, `column:r/detail`, `up:r/steps/2`.
    pub fn press(&mut self, button: &str) {
        let Some((what, way)) = button.split_once(':') else { return };
        let Some(way) = way.strip_prefix("r/") else { return };
        match what {
            "add" => {
                let place = way.split('/').fold(self, |place, step| place.enter(step));
                let name = place.free();
                place.enter(&name).enter("@").value = Some(String::new());
            }
            "column" => {
                let heads = way.split('/').fold(self, |place, step| place.enter(step)).enter("%");
                let name = heads.free();
                heads.enter(&name).value = Some(String::new());
            }
            "drop" | "up" | "down" => {
                let (above, last) = way.rsplit_once('/').unwrap_or(("", way));
                let place = above.split('/').filter(|s| !s.is_empty()).fold(self, |place, step| place.enter(step));
                let Some(at) = place.below.iter().position(|(n, _)| n == last) else { return };
                match what {
                    "drop" => drop(place.below.remove(at)),
                    "up" if at > 0 => place.below.swap(at, at - 1),
                    "down" if at + 1 < place.below.len() => place.below.swap(at, at + 1),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn enter(&mut self, step: &str) -> &mut Self {
        let at = match self.below.iter().position(|(n, _)| n == step) {
            Some(at) => at,
            None => {
                self.below.push((step.to_owned(), Self::default()));
                self.below.len() - 1
            }
        };
        &mut self.below[at].1
    }

    /// A number that no place below has.
    fn free(&self) -> String {
        let numbers = self.below.iter().filter_map(|(n, _)| n.parse::<usize>().ok());
        numbers.max().map_or(0, |n| n + 1).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_add_drop_and_move_rows() {
        let field = |n: &str, v: &str| (n.to_owned(), v.to_owned());
        let mut given =
            Given::of(&[field("r/s/0/@", "0"), field("r/s/0/x", "a"), field("r/s/4/@", ""), field("q", "")]);
        given.press("add:r/s");
        assert_eq!(given.get("s").unwrap().rows().count(), 3);
        given.press("up:r/s/4");
        given.press("drop:r/s/5");
        let origins: Vec<_> = given.get("s").unwrap().rows().map(|(_, r)| r.text("@")).collect();
        assert_eq!(origins, [Some(""), Some("0")]);
    }
}
