//! Values and operators as PDF writes them.
//!
//! In: bytes. Out: one value after another. Never goes deeper than it may, never fails: what is no value is passed over.

/// Nested deeper than this is no document.
const DEEPEST: usize = 24;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// `/Name`.
    Name(String),
    /// A number.
    Number(f64),
    /// `12 0 R`.
    Ref(u32),
    /// `(…)` or `<…>`.
    Text(Vec<u8>),
    /// `[…]`.
    List(Vec<Value>),
    /// `<<…>>`.
    Dict(Vec<(String, Value)>),
    /// An operator or another word.
    Word(String),
}

impl Value {
    /// The value under a key.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Self::Dict(entries) => entries.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> Option<&str> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    pub(super) fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// Tells every text in it with the key it stands under.
    pub(super) fn texts(&self, tell: &mut dyn FnMut(&str, &[u8])) {
        self.walk("", &mut |key, value| {
            if let Self::Text(bytes) = value {
                tell(key, bytes);
            }
        });
    }

    /// Tells every value in it, itself first, with the key it stands under.
    pub(super) fn walk<'v>(&'v self, key: &'v str, tell: &mut dyn FnMut(&'v str, &'v Value)) {
        tell(key, self);
        match self {
            Self::List(items) => items.iter().for_each(|item| item.walk(key, tell)),
            Self::Dict(entries) => entries.iter().for_each(|(key, value)| value.walk(key, tell)),
            _ => {}
        }
    }
}

/// Reads values.
pub(super) struct Lexer<'b> {
    pub bytes: &'b [u8],
    pub at: usize,
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'b> Lexer<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes over blanks and comments.
    pub(super) fn skip(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                let rest = &self.bytes[self.at..];
                self.at += rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// The next value; none at the end.
    pub(super) fn value(&mut self) -> Option<Value> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Option<Value> {
        loop {
            self.skip();
            match self.peek()? {
                b'/' => return Some(Value::Name(self.name())),
                b'(' => return Some(Value::Text(self.text())),
                b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => return Some(self.dict(depth)),
                b'<' => return Some(Value::Text(self.hex())),
                b'[' => return Some(self.list(depth)),
                b'>' | b']' | b'}' | b'{' | b')' => {
                    self.at += 1;
                    if depth > 0 {
                        return None;
                    }
                }
                _ => return Some(self.word()),
            }
        }
    }

    fn name(&mut self) -> String {
        self.at += 1;
        let start = self.at;
        while self.peek().is_some_and(|b| !is_blank(b) && !is_mark(b)) {
            self.at += 1;
        }
        String::from_utf8_lossy(&self.bytes[start..self.at]).into_owned()
    }

    fn word(&mut self) -> Value {
        let start = self.at;
        while self.peek().is_some_and(|b| !is_blank(b) && !is_mark(b)) {
            self.at += 1;
        }
        let word = std::str::from_utf8(&self.bytes[start..self.at]).unwrap_or("?");
        let Ok(number) = word.parse::<f64>() else { return Value::Word(word.to_owned()) };
        // `12 0 R`
        if word.bytes().all(|b| b.is_ascii_digit())
            && let Some(end) = self.reference()
        {
            self.at = end;
            return Value::Ref(word.parse().unwrap_or(0));
        }
        Value::Number(number)
    }

    /// Where a reference ends whose first number was read.
    fn reference(&self) -> Option<usize> {
        let rest = self.bytes.get(self.at..self.bytes.len().min(self.at + 12))?;
        let blank = |from: usize| rest[from..].iter().take_while(|b| is_blank(**b)).count();
        let first = blank(0);
        let digits = rest[first..].iter().take_while(|b| b.is_ascii_digit()).count();
        let second = blank(first + digits);
        let end = first + digits + second;
        let ends = rest.get(end + 1).is_none_or(|b| is_blank(*b) || is_mark(*b));
        (first > 0 && digits > 0 && second > 0 && rest.get(end) == Some(&b'R') && ends).then_some(self.at + end + 1)
    }

    fn list(&mut self, depth: usize) -> Value {
        self.at += 1;
        let mut items = Vec::new();
        if depth < DEEPEST {
            while let Some(item) = self.nested(depth + 1) {
                items.push(item);
            }
        }
        Value::List(items)
    }

    fn dict(&mut self, depth: usize) -> Value {
        self.at += 2;
        let mut entries = Vec::new();
        if depth < DEEPEST {
            while let Some(key) = self.nested(depth + 1) {
                let Value::Name(key) = key else { continue };
                let Some(value) = self.nested(depth + 1) else { break };
                entries.push((key, value));
            }
            // The second of the two marks at its end.
            if self.peek() == Some(b'>') {
                self.at += 1;
            }
        }
        Value::Dict(entries)
    }

    fn text(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut out = Vec::new();
        let mut open = 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut out);
                    continue;
                }
                _ => {}
            }
            out.push(byte);
        }
        out
    }

    fn escape(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' | b'f' => out.push(b' '),
            b'\r' if self.peek() == Some(b'\n') => self.at += 1,
            b'\n' | b'\r' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                out.push(u8::try_from(code & 0xff).unwrap_or(0));
            }
            other => out.push(other),
        }
    }

    fn hex(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut digits = Vec::new();
        while let Some(byte) = self.peek() {
            self.at += 1;
            match char::from(byte).to_digit(16) {
                Some(digit) => digits.push(u8::try_from(digit).unwrap_or(0)),
                None if byte == b'>' => break,
                None => {}
            }
        }
        digits.chunks(2).map(|pair| pair[0] * 16 + pair.get(1).copied().unwrap_or(0)).collect()
    }

    /// Passes over the bytes of a picture that stands among operators.
    pub(super) fn over_picture(&mut self) {
        let mut from = self.at;
        while let Some(found) = memchr::memmem::find(&self.bytes[from..], b"EI") {
            let (start, end) = (from + found, from + found + 2);
            let before = start.checked_sub(1).is_none_or(|at| is_blank(self.bytes[at]));
            if before && self.bytes.get(end).is_none_or(|b| is_blank(*b)) {
                self.at = end;
                return;
            }
            from = end;
        }
        self.at = self.bytes.len();
    }
}
