//! Private numbers that belong to nobody, and numbers of things that look like them.
//!
//! In: a seed. Out: lines as villages write them, each with what must be found in it. The region 429999 was never given
//! out, nor were cards from 629999 and mobile numbers from 160 to 164; check signs are right. Never a real number.

/// A generator of numbers: the same on every machine.
pub struct Dice(u64);

impl Dice {
    /// Begins at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16) % n
    }

    /// One of a list.
    pub fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[usize::try_from(self.below(list.len() as u64)).expect("small")]
    }

    /// So many digits.
    pub fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + u8::try_from(self.below(10)).expect("a digit"))).collect()
    }
}

/// What a line must be found to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// 18 signs in one piece.
    Identity,
    /// 18 signs split, spaced, full-width, with signs without width.
    Dressed,
    /// 18 signs with a slip, under a word.
    Slip,
    /// 15 digits, under a word.
    Old,
    /// A card, under a word or by itself.
    Card,
    /// A mobile number, under a word or beside a name.
    Phone,
}

/// One private number in a line.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it is.
    pub class: Class,
    /// The head over it in a table.
    pub head: &'static str,
    /// The number as it is written.
    pub number: String,
    /// The words before it in prose.
    pub before: &'static str,
    /// Its last four signs.
    pub ending: String,
}

/// The check sign of an identity number.
pub fn identity(body: &str) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(WEIGHTS).map(|(b, w)| u32::from(b - b'0') * w).sum();
    format!("{body}{}", char::from(b"10X98765432"[(sum % 11) as usize]))
}

/// The check digit of a card.
pub fn card(body: &str) -> String {
    let value = |(at, b): (usize, u8)| {
        let digit = u32::from(b - b'0') * if at % 2 == 0 { 2 } else { 1 };
        digit / 10 + digit % 10
    };
    let sum: u32 = body.bytes().rev().enumerate().map(value).sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

fn birth(dice: &mut Dice, from: u64, years: u64) -> String {
    format!("{}{:02}{:02}", from + dice.below(years), 1 + dice.below(12), 1 + dice.below(28))
}

fn whole(dice: &mut Dice) -> String {
    let day = birth(dice, 1928, 96);
    let order = dice.digits(3);
    identity(&format!("429999{day}{order}"))
}

fn dressed(dice: &mut Dice) -> String {
    let number = whole(dice);
    let wide = |text: &str| -> String {
        text.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).expect("full-width")).collect()
    };
    match dice.below(8) {
        0 => wide(&number),
        1 => format!("{} {} {}", &number[..6], &number[6..14], &number[14..]),
        2 => format!("{}-{}-{}", &number[..6], &number[6..14], &number[14..]),
        3 => number.chars().map(String::from).collect::<Vec<_>>().join("\u{200b}"),
        4 => format!("{}\u{a0}{}", &number[..6], wide(&number[6..])),
        5 => format!("{} {} {} {} {}", &number[..3], &number[3..6], &number[6..10], &number[10..14], &number[14..]),
        6 => number.to_ascii_lowercase(),
        _ => format!("{}\u{3000}{}", wide(&number[..14]), &number[14..]),
    }
}

fn ending(number: &str) -> String {
    let plain = |c: char| match u32::from(c) {
        0xff10..=0xff3a => char::from_u32(u32::from(c) - 0xfee0).expect("ASCII"),
        0xff58 => 'X',
        _ => c.to_ascii_uppercase(),
    };
    let signs: Vec<char> = number.chars().map(plain).filter(char::is_ascii_alphanumeric).collect();
    signs[signs.len() - 4..].iter().collect()
}

/// A thousand private numbers: 400 identity numbers, 100 in other dress, 100 with a slip, 100 of 15 digits, 100 cards,
/// 200 mobile numbers.
pub fn private(seed: u64) -> Vec<Line> {
    let mut dice = Dice::new(seed);
    let dice = &mut dice;
    let classes = [
        (Class::Identity, 400),
        (Class::Dressed, 100),
        (Class::Slip, 100),
        (Class::Old, 100),
        (Class::Card, 100),
        (Class::Phone, 200),
    ];
    let mut lines = Vec::new();
    for (class, count) in classes {
        for _ in 0..count {
            let identity = ["身份证号", "公民身份号码", "证件号码", "身份证"];
            let (head, number, before) = match class {
                Class::Identity => {
                    let number = whole(dice);
                    let before = dice.pick(&["", "身份证号：", "户主 ", "经查，", "张某某（", "证件号码:"]);
                    // The number of 残疾人证 has two digits more.
                    if dice.below(20) == 0 {
                        ("残疾证号", format!("{number}43"), "残疾人证 ")
                    } else {
                        ("备注", number, before)
                    }
                }
                Class::Dressed => ("备注", dressed(dice), dice.pick(&["", "身份证号 ", "户主："])),
                Class::Slip => {
                    let right = whole(dice);
                    let at = 14 + usize::try_from(dice.below(3)).expect("small");
                    let digit = (right.as_bytes()[at] - b'0' + 1) % 10;
                    let wrong = format!("{}{digit}{}", &right[..at], &right[at + 1..]);
                    (dice.pick(&identity), wrong, dice.pick(&["身份证号：", "身份证 ", "公民身份号码为"]))
                }
                Class::Old => {
                    let (day, order) = (birth(dice, 1928, 71), dice.digits(3));
                    (
                        dice.pick(&identity),
                        format!("429999{}{order}", &day[2..]),
                        dice.pick(&["身份证号：", "原身份证 "]),
                    )
                }
                Class::Card => {
                    let length = if dice.below(2) == 0 { 12 } else { 9 };
                    let body = dice.digits(length);
                    let number = card(&format!("629999{body}"));
                    let fours: Vec<&str> =
                        number.as_bytes().chunks(4).map(|c| std::str::from_utf8(c).expect("digits")).collect();
                    let number = if dice.below(3) == 0 { fours.join(" ") } else { number.clone() };
                    let head = dice.pick(&["一卡通账号", "银行卡号", "卡号", "惠农卡", "社保卡号"]);
                    (head, number, dice.pick(&["卡号：", "打到一卡通 ", "开户行示例银行，账号", "汇入"]))
                }
                Class::Phone => {
                    let number = format!("16{}{}", dice.pick(&["0", "1", "3", "4"]), dice.digits(8));
                    let number = match dice.below(4) {
                        0 => format!("{}-{}-{}", &number[..3], &number[3..7], &number[7..]),
                        1 => format!("{} {} {}", &number[..3], &number[3..7], &number[7..]),
                        _ => number,
                    };
                    let head = dice.pick(&["手机号", "联系电话", "联系方式", "手机"]);
                    (
                        head,
                        number,
                        dice.pick(&["手机", "联系电话：", "张三 ", "李某某，", "联系方式 ", "微信同号，拨打"]),
                    )
                }
            };
            lines.push(Line { class, head, ending: ending(&number), number, before });
        }
    }
    lines
}

/// Two thousand lines with numbers of things.
pub fn things(seed: u64) -> Vec<String> {
    let mut dice = Dice::new(seed);
    let dice = &mut dice;
    let line = |at: usize| -> String {
        match at % 20 {
            0 => format!(
                "支出 {}.{} 元，余额 {},{}.00 元",
                dice.digits(6),
                dice.digits(2),
                dice.below(900),
                dice.digits(3)
            ),
            1 => format!("示政发〔2026〕{}号", dice.below(90)),
            2 => format!("合同编号 320583{}{}", birth(dice, 2015, 12), dice.digits(4)),
            3 => format!("合同编号：420114-{}-{}", birth(dice, 2020, 7), dice.digits(4)),
            4 => format!("统一社会信用代码 9142{}MA{}", dice.digits(4), dice.digits(8)),
            5 => format!("发票号码 2442{}", dice.digits(16)),
            6 => format!("发票代码 0420{}，发票号码 {}", dice.digits(8), dice.digits(8)),
            7 => format!("条形码 69{}", dice.digits(11)),
            8 => {
                let hex: String = (0..64)
                    .map(|_| char::from_digit(u32::try_from(dice.below(16)).expect("small"), 16).expect("hex"))
                    .collect();
                format!("校验值 {hex}")
            }
            9 => format!("订单号 20261012{}", dice.digits(12)),
            10 => format!("流水号 {}", dice.digits(18)),
            11 => format!("公示时间 2026-10-{:02} 至 2026-11-{:02}", 1 + dice.below(28), 1 + dice.below(28)),
            12 => format!("宗地代码 4201140010{}GB{}", dice.digits(2), dice.digits(5)),
            13 => format!("电表户号 {}，读数 {}.{}", dice.digits(10), dice.digits(5), dice.digits(1)),
            14 => format!("坐标 114.{}，30.{}", dice.digits(12), dice.digits(12)),
            15 => format!("区划代码 4201141012{}，邮编 43{}", dice.digits(2), dice.digits(4)),
            16 => format!("电话 027-{}，热线 12345", dice.digits(8)),
            17 => format!("资产编号 420114101201{}", dice.digits(4)),
            18 => format!("凭证 记-{}，{} {} {}", dice.below(90), dice.digits(4), dice.digits(6), dice.digits(5)),
            _ => format!(
                "身份证已核对 {} 户，涉及 {} 人，补助 {}.00 元",
                dice.below(300),
                dice.below(900),
                dice.digits(5)
            ),
        }
    };
    (0..2000).map(line).collect()
}
