//! Reading a formula.
//!
//! In: text such as `标准×数量=金额`. Out: the formula, or the rest that cannot be read.
//! Never knows which names there are: a name is whatever stands between two signs.

use rust_decimal::Decimal;

use super::{Count, Expr, Formula, LONGEST, Name, Operator, Sign, Space, Tree};

/// Deepest nesting of brackets.
const DEEPEST: usize = 8;

/// The formula of a text, else the part at which reading stopped; empty where the text ended too early.
pub(super) fn formula(text: &str) -> Result<Formula, String> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        return Err(text.chars().take(20).collect());
    }
    let mut reader = Text { rest: text, depth: 0 };
    let whole = (|| {
        let left = reader.sum()?;
        let right = match reader.sign() {
            Some(sign) => Some((sign, Expr(reader.sum()?))),
            None => None,
        };
        reader.skip();
        reader.rest.is_empty().then(|| Formula { text: text.to_owned(), left: Expr(left), right })
    })();
    whole.ok_or_else(|| reader.rest.to_owned())
}

struct Text<'t> {
    rest: &'t str,
    depth: usize,
}

impl<'t> Text<'t> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn peek(&mut self) -> Option<char> {
        self.skip();
        self.rest.chars().next()
    }

    fn take(&mut self, signs: &[char]) -> Option<char> {
        let sign = self.peek().filter(|c| signs.contains(c))?;
        self.rest = &self.rest[sign.len_utf8()..];
        Some(sign)
    }

    /// A sign of comparison.
    fn sign(&mut self) -> Option<Sign> {
        self.skip();
        let known = [
            ("<=", Sign::AtMost),
            (">=", Sign::AtLeast),
            ("≤", Sign::AtMost),
            ("≥", Sign::AtLeast),
            ("不超过", Sign::AtMost),
            ("不少于", Sign::AtLeast),
            ("==", Sign::Equal),
            ("=", Sign::Equal),
            ("＝", Sign::Equal),
            ("<", Sign::Below),
            ("＜", Sign::Below),
            (">", Sign::Above),
            ("＞", Sign::Above),
        ];
        let (text, sign) = known.into_iter().find(|(text, _)| self.rest.starts_with(text))?;
        self.rest = &self.rest[text.len()..];
        Some(sign)
    }

    fn sum(&mut self) -> Option<Tree> {
        let mut left = self.product()?;
        while let Some(sign) = self.take(&['+', '＋', '-', '－', '−']) {
            let by = if matches!(sign, '+' | '＋') { Operator::Plus } else { Operator::Minus };
            left = Tree::Joined(Box::new(left), by, Box::new(self.product()?));
        }
        Some(left)
    }

    fn product(&mut self) -> Option<Tree> {
        let mut left = self.part()?;
        while let Some(sign) = self.take(&['×', '*', '＊', '÷', '/', '／']) {
            let by = if matches!(sign, '×' | '*' | '＊') { Operator::Times } else { Operator::Over };
            left = Tree::Joined(Box::new(left), by, Box::new(self.part()?));
        }
        Some(left)
    }

    fn part(&mut self) -> Option<Tree> {
        if self.take(&['-', '－', '−']).is_some() {
            return self.deeper(|t| t.part().map(|inner| Tree::Less(Box::new(inner))));
        }
        if self.take(&['(', '（']).is_some() {
            let inner = self.deeper(Self::sum)?;
            self.take(&[')', '）'])?;
            return Some(inner);
        }
        let name = self.name()?;
        Some(number(name).map_or_else(|| Tree::Name(meaning(name)), Tree::Number))
    }

    fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Option<Tree>) -> Option<Tree> {
        if self.depth == DEEPEST {
            return None;
        }
        self.depth += 1;
        let inner = read(self);
        self.depth -= 1;
        inner
    }

    /// What stands up to the next sign. Brackets right behind a name belong to it, and signs in them:
    /// `筹资标准（元/人）`; a name with signs in it stands in `「」`.
    fn name(&mut self) -> Option<&'t str> {
        self.skip();
        if let Some(rest) = self.rest.strip_prefix('「') {
            let (name, after) = rest.split_once('」')?;
            self.rest = after;
            return Some(name.trim());
        }
        let mut inside = 0_u32;
        let mut end = self.rest.len();
        for (at, c) in self.rest.char_indices() {
            match c {
                '(' | '（' => inside += 1,
                ')' | '）' if inside > 0 => inside -= 1,
                _ if inside > 0 => {}
                // Limits are called by ids such as `chouzi-ren-nian`.
                '-' if is_limit(&self.rest[..at])
                    && self.rest[at + 1..].starts_with(|c: char| c.is_ascii_lowercase()) => {}
                c if is_sign(c) || ["不超过", "不少于"].iter().any(|w| self.rest[at..].starts_with(w)) => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        let (name, after) = self.rest.split_at(end);
        if name.trim().is_empty() {
            return None;
        }
        self.rest = after;
        Some(name.trim())
    }
}

/// Whether a name so far is that of a limit, so that a hyphen may be part of it.
fn is_limit(text: &str) -> bool {
    let id = text.trim_start().split_once('.').filter(|(space, _)| Space::CHOICES[Space::Rule as usize].is(space));
    id.is_some_and(|(_, id)| id.ends_with(|c: char| c.is_ascii_alphanumeric()))
}

fn is_sign(c: char) -> bool {
    "+＋-－−×*＊÷/／=＝<＜>＞≤≥)）「」".contains(c)
}

fn number(text: &str) -> Option<Decimal> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    plain.then(|| text.parse().ok()).flatten()
}

/// What a name means by its words alone.
fn meaning(text: &str) -> Name {
    let word = |choices: &[crate::schema::Choice], word: &str| choices.iter().position(|c| c.is(word));
    if let Some(at) = word(Count::CHOICES, text) {
        return Name::Count(Count::ALL[at]);
    }
    let outside = text.split_once(['.', '．', '·']).and_then(|(space, name)| {
        let space = Space::ALL[word(Space::CHOICES, space.trim())?];
        Some(Name::Outside(space, name.trim().to_owned()))
    });
    outside.unwrap_or_else(|| Name::Column(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<String> {
        let formula = formula(text).unwrap();
        let look = |name: &Name| match name {
            Name::Column(c) => match c.as_str() {
                "期初" => Some(Decimal::from(100)),
                "筹资标准（元/人）" => Some(Decimal::from(15)),
                "65岁以上人数" => Some(Decimal::from(4)),
                _ => None,
            },
            Name::Count(_) => Some(Decimal::from(3)),
            Name::Outside(Space::Figures, f) if f == "户数" => Some(Decimal::from(299)),
            Name::Outside(..) => None,
        };
        formula.left.value(&look).map(|v| v.normalize().to_string())
    }

    #[test]
    fn works_out_what_people_write() {
        for (text, want) in [
            ("期初+2×3", Some("106")),
            ("(期初＋2)×3", Some("306")),
            ("期初 － 1 - 1", Some("98")),
            ("筹资标准（元/人）×2", Some("30")),
            ("（期初+筹资标准（元/人））÷5", Some("23")),
            ("-期初+1", Some("-99")),
            ("概况.户数-行数", Some("296")),
            ("65岁以上人数", Some("4")),
            // An empty cell adds nothing; a product of nothing is nothing.
            ("期初+没有", Some("100")),
            ("没有-期初", Some("-100")),
            ("没有×期初", None),
            ("没有+没有", None),
            ("期初÷0", None),
            ("「期初」+1", Some("101")),
            ("规则.chouzi-ren-nian", None),
            ("行数-规则.chouzi-ren-nian", Some("3")),
        ] {
            assert_eq!(value(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn tells_where_it_cannot_go_on() {
        for (text, rest) in [
            ("", ""),
            ("期初+", ""),
            ("期初++期末", "+期末"),
            ("(期初", ""),
            ("期初)", ")"),
            ("期初=期末=合计", "=合计"),
            ("=期末", "=期末"),
        ] {
            assert_eq!(formula(text).map(|f| f.text).unwrap_err(), rest, "{text}");
        }
        assert!(formula(&"（".repeat(50)).is_err());
        assert!(formula(&"-".repeat(50)).is_err());
        assert!(formula(&format!("1{}", "+1".repeat(200))).is_err());
    }

    #[test]
    fn compares_to_the_places_people_write() {
        let compare = |text: &str, places| formula(text).unwrap().compare(&|_| None, places).unwrap().holds;
        assert!(compare("1.5×33.33=50", 2), "49.995 is 50.00 to the 分");
        assert!(!compare("1.5×33.33=50.01", 2) && !compare("1.5×33.33=49.99", 2));
        assert!(compare("0.5×33.33=16.67", 2), "16.665 is 16.67 to the 分");
        assert!(!compare("0.5×33.33=16.66", 2));
        assert!(!compare("16.665=16.67", 2), "nothing is rounded where nothing is multiplied");
        assert!(compare("2≤2", 0) && !compare("2<2", 0) && compare("3>2", 0) && compare("2 不少于 2", 0));
        assert!(formula("1+1").unwrap().compare(&|_| None, 2).is_none());
    }
}
