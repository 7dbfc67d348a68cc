//! JSON, as much of it as checking needs.
//!
//! In: a text. Out: a value whose keys stand in the order of the text. Refuses what is not plain JSON, a key that
//! stands twice, and depth that no file of a site has.

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A mapping.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The value under a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(map) => map.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The text under a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number under a key.
    pub fn number(&self, key: &str) -> Option<usize> {
        match self.get(key)? {
            Self::Number(text) => super::note::number(text),
            _ => None,
        }
    }

    /// The keys of a mapping.
    pub fn keys(&self) -> Vec<&str> {
        match self {
            Self::Map(map) => map.iter().map(|(k, _)| k.as_str()).collect(),
            _ => Vec::new(),
        }
    }
}

/// Reads a whole text.
pub fn read(text: &str) -> Option<Value> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let value = reader.value()?;
    reader.space();
    (reader.at == text.len()).then_some(value)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\n', '\r', '\t']).len();
    }

    fn take(&mut self, sign: &str) -> bool {
        self.space();
        let here = self.rest().starts_with(sign);
        self.at += if here { sign.len() } else { 0 };
        here
    }

    fn value(&mut self) -> Option<Value> {
        self.depth += 1;
        if self.depth > 64 {
            return None;
        }
        self.space();
        let value = match self.rest().chars().next()? {
            '{' => self.map(),
            '[' => self.list(),
            '"' => self.string().map(Value::Text),
            _ if self.take("null") => Some(Value::Null),
            _ if self.take("true") => Some(Value::Bool(true)),
            _ if self.take("false") => Some(Value::Bool(false)),
            _ => self.number(),
        };
        self.depth -= 1;
        value
    }

    fn map(&mut self) -> Option<Value> {
        let mut map: Vec<(String, Value)> = Vec::new();
        self.take("{");
        if self.take("}") {
            return Some(Value::Map(map));
        }
        loop {
            self.space();
            let key = self.string()?;
            if !self.take(":") || map.iter().any(|(k, _)| *k == key) {
                return None;
            }
            let value = self.value()?;
            map.push((key, value));
            if self.take("}") {
                return Some(Value::Map(map));
            }
            if !self.take(",") {
                return None;
            }
        }
    }

    fn list(&mut self) -> Option<Value> {
        let mut list = Vec::new();
        self.take("[");
        if self.take("]") {
            return Some(Value::List(list));
        }
        loop {
            list.push(self.value()?);
            if self.take("]") {
                return Some(Value::List(list));
            }
            if !self.take(",") {
                return None;
            }
        }
    }

    fn number(&mut self) -> Option<Value> {
        let sign = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E');
        let length = self.rest().find(|c| !sign(c)).unwrap_or(self.rest().len());
        let text = self.rest()[..length].to_owned();
        self.at += length;
        text.parse::<f64>().is_ok().then_some(Value::Number(text))
    }

    fn string(&mut self) -> Option<String> {
        let mut out = String::new();
        let mut signs = self.rest().strip_prefix('"')?.char_indices();
        loop {
            match signs.next()? {
                (at, '"') => {
                    self.at += at + 2;
                    return Some(out);
                }
                (_, '\\') => match signs.next()?.1 {
                    c @ ('"' | '\\' | '/') => out.push(c),
                    'n' => out.push('\n'),
                    't' => out.push('\t'),
                    'r' => out.push('\r'),
                    'b' => out.push('\u{8}'),
                    'f' => out.push('\u{c}'),
                    'u' => out.push(escaped(&mut signs)?),
                    _ => return None,
                },
                (_, c) if c < ' ' => return None,
                (_, c) => out.push(c),
            }
        }
    }
}

/// The sign of `\uXXXX`, or of two of them that belong together.
fn escaped(signs: &mut std::str::CharIndices<'_>) -> Option<char> {
    let mut four = || -> Option<u32> { (0..4).try_fold(0, |n, _| Some(n * 16 + signs.next()?.1.to_digit(16)?)) };
    let first = four()?;
    if !(0xd800..0xdc00).contains(&first) {
        return char::from_u32(first);
    }
    (signs.next()?.1 == '\\' && signs.next()?.1 == 'u').then_some(())?;
    let mut four = || -> Option<u32> { (0..4).try_fold(0, |n, _| Some(n * 16 + signs.next()?.1.to_digit(16)?)) };
    let second = four().filter(|s| (0xdc00..0xe000).contains(s))?;
    char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00))
}
