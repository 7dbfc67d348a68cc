//! The words that a page shows.
//!
//! In: the operators of a page, fonts. Out: its lines, words parted where they stand apart, columns by tabs. Never asks
//! whether something is drawn over them, or whether they are white on white: they can be copied all the same.

use super::font::Fonts;
use super::lexer::{Lexer, Value};

/// The most text of one page, in bytes.
const MOST: usize = 4 * 1024 * 1024;
/// A gap of so many heights of a letter parts two words, and one of so many two columns.
const WORD: f64 = 0.3;
const COLUMN: f64 = 1.2;

/// What one page says.
#[derive(Default)]
pub(super) struct Page {
    pub text: String,
    /// Whether some of it is shown in a font that does not say what it shows.
    pub blind: bool,
}

/// Where the next text goes.
struct Pen<'f> {
    fonts: &'f Fonts,
    way: usize,
    page: Page,
    font: String,
    size: f64,
    leading: f64,
    matrix: [f64; 6],
    /// Where the last text ended and how long it was; none at the beginning.
    last: Option<(f64, f64, usize)>,
    /// How far the text goes on behind the beginning of its line.
    ahead: f64,
}

pub(super) fn words(bytes: &[u8], fonts: &Fonts, way: usize) -> Page {
    let mut pen = Pen {
        fonts,
        way,
        page: Page::default(),
        font: String::new(),
        size: 1.0,
        leading: 0.0,
        matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        last: None,
        ahead: 0.0,
    };
    let mut lexer = Lexer::of(bytes);
    let mut values: Vec<Value> = Vec::new();
    while let Some(value) = lexer.value() {
        match value {
            Value::Word(word) => {
                if word == "ID" {
                    lexer.over_picture();
                } else {
                    pen.take(&word, &values);
                }
                values.clear();
            }
            // An operator takes six values at most.
            value if values.len() < 16 => values.push(value),
            _ => {}
        }
        if pen.page.text.len() > MOST {
            break;
        }
    }
    pen.page
}

impl Pen<'_> {
    fn take(&mut self, operator: &str, values: &[Value]) {
        let number = |at: usize| values.get(at).and_then(Value::number).unwrap_or(0.0);
        match operator {
            "BT" => {
                self.matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
                self.ahead = 0.0;
            }
            "Tf" => {
                self.font = values.first().and_then(Value::name).unwrap_or_default().to_owned();
                self.size = number(1);
            }
            "TL" => self.leading = number(0),
            "Td" => self.line(number(0), number(1)),
            "TD" => {
                self.leading = -number(1);
                self.line(number(0), number(1));
            }
            "T*" => self.line(0.0, -self.leading),
            "Tm" => {
                self.matrix = std::array::from_fn(number);
                self.ahead = 0.0;
            }
            "Tj" => self.show(values.first()),
            "'" => {
                self.line(0.0, -self.leading);
                self.show(values.first());
            }
            "\"" => {
                self.line(0.0, -self.leading);
                self.show(values.get(2));
            }
            "TJ" => {
                let Some(Value::List(list)) = values.first() else { return };
                for value in list {
                    match value {
                        Value::Number(back) => self.ahead -= back / 1000.0 * self.size,
                        text => self.show(Some(text)),
                    }
                }
            }
            _ => {}
        }
    }

    fn line(&mut self, x: f64, y: f64) {
        let [a, b, c, d, e, f] = self.matrix;
        self.matrix = [a, b, c, d, e + x * a + y * c, f + x * b + y * d];
        self.ahead = 0.0;
    }

    fn show(&mut self, value: Option<&Value>) {
        let Some(Value::Text(bytes)) = value else { return };
        let shown = self.fonts.show(&self.font, self.way, bytes);
        self.page.blind |= shown.blind;
        if shown.text.is_empty() {
            return;
        }
        let [a, b, .., e, f] = self.matrix;
        let (x, y) = (e + self.ahead * a, f + self.ahead * b);
        let height = (self.size * a.abs().max(b.abs())).abs().max(0.001);
        self.part(x, y, height);
        let width: f64 = shown.text.chars().map(width).sum();
        self.ahead += width * self.size;
        self.last = Some((e + self.ahead * a, y, shown.text.chars().count()));
        self.page.text.push_str(&shown.text);
    }

    /// Parts the next text from the last one, where it stands apart.
    fn part(&mut self, x: f64, y: f64, height: f64) {
        let Some((end, line, signs)) = self.last else { return };
        let gap = (x - end) / height;
        // How wide letters are is only guessed: the longer the text, the less is known where it ended.
        let slack = 0.12 * signs as f64 + WORD;
        if (y - line).abs() > height * 0.5 {
            self.page.text.push('\n');
        } else if gap > COLUMN || gap < -slack {
            self.page.text.push('\t');
        } else if gap > WORD {
            self.page.text.push(' ');
        }
    }
}

/// About how wide a letter is, in heights.
fn width(letter: char) -> f64 {
    match letter {
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => 0.0,
        _ if letter.is_ascii() => 0.53,
        _ => 1.0,
    }
}
