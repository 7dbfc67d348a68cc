//! Invented records by the thousand, and questions about them whose answers are known.
//!
//! In: how many, and a seed. Out: records as search sees them, queries of many classes with what must be found.
//! Never asks the search itself: answers come from a plain scan with a folding of its own.

use gongkai::search::{Doc, Part};
use unicode_normalization::UnicodeNormalization;

/// A repeatable source of numbers.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % n.max(1)
    }

    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

const PLACES: &[&str] =
    &["东湾", "柳林", "青石桥", "下畈", "大樟树", "河口", "马鞍山", "三汊港", "竹园", "新渡", "黄泥坡", "白鹭洲"];
const THINGS: &[&str] = &[
    "路灯",
    "水渠",
    "老年食堂",
    "垃圾分类",
    "宅基地",
    "低保",
    "高龄津贴",
    "医保",
    "防汛",
    "文化广场",
    "停车位",
    "电梯加装",
    "污水管网",
    "村规民约",
    "图书室",
    "土地流转",
    "征地补偿",
    "危房改造",
    "公益岗位",
    "集体资产",
    "合同续签",
    "森林防火",
    "饮用水",
    "幼儿托管",
];
const DEEDS: &[&str] =
    &["维修", "更新", "公示", "审批", "验收", "评议", "结算", "招标", "清理", "核查", "表决", "移交"];
const CLAUSES: &[&str] = &[
    "经村民代表会议讨论，到会人数超过三分之二",
    "工程由本地施工队承揽，质保两年",
    "款项从集体账户支付，凭证已经核对",
    "公示期内没有收到不同意见",
    "超出预算的部分另行报批",
    "由监督委员会全程查看并签字",
    "受益农户名单张贴在公开栏",
    "下一步安排专人管护，每月检查一次",
    "因雨推迟了五天，其余按计划进行",
    "对提出的意见逐条作了答复",
    "资料归档备查，期限三十年",
    "剩余材料退回仓库，已登记入册",
];
const FAMILY: &[&str] = &["欧阳", "诸葛", "赵", "钱", "孙", "周", "吴", "郑", "冯", "𬱖", "褚", "卫", "龚", "䶮"];
const GIVEN: &[&str] = &["例一", "例丰", "示禾", "样燚", "例山", "示竹", "样川", "例舟", "示澄", "样朴"];
const LATIN: &[&str] = &["LED", "PVC", "GIS", "App", "WiFi", "DN300", "C30"];
const DIGITS: &str = "０１２３４５６７８９";

/// Records of one community.
pub struct Village {
    pub id: String,
    pub name: String,
    pub docs: Vec<Doc>,
}

/// So many records, over a community for each sixty of them.
pub fn villages(count: usize, seed: u64) -> Vec<Village> {
    let mut dice = Dice::new(seed);
    let village = |at: usize| {
        let name = format!(
            "{}{}村",
            PLACES[at % PLACES.len()],
            if at < PLACES.len() { String::new() } else { at.to_string() }
        );
        Village { id: format!("v{at}"), name, docs: Vec::new() }
    };
    let mut all: Vec<Village> = (0..count.div_ceil(60)).map(village).collect();
    let length = all.len();
    for number in 0..count {
        let doc = doc(number, &mut dice);
        all[number % length].docs.push(doc);
    }
    all
}

fn name(dice: &mut Dice) -> String {
    format!("{}{}", dice.pick(FAMILY), dice.pick(GIVEN))
}

fn money(dice: &mut Dice) -> String {
    let (yuan, fen) = (dice.below(990_000) + 1000, dice.below(100));
    if dice.below(2) == 0 {
        format!("{yuan}.{fen:02}元")
    } else {
        format!("{},{:03}.{fen:02}元", yuan / 1000, yuan % 1000)
    }
}

fn doc(number: usize, dice: &mut Dice) -> Doc {
    let (place, thing, deed) = (*dice.pick(PLACES), *dice.pick(THINGS), *dice.pick(DEEDS));
    let (year, month, day) = (2021 + dice.below(6), dice.below(12) + 1, dice.below(28) + 1);
    let kind = *dice.pick(&["decision", "disclosure", "finance", "project", "register", "query"]);
    let mut fields = vec![format!("{year}-{month:02}-{day:02}"), format!("{year}年{month}月{day}日"), money(dice)];
    fields.push(format!("示民发〔{year}〕{}号", dice.below(90) + 1));
    fields.extend((0..dice.below(4) + 1).map(|_| name(dice)));
    let mut parts = vec![Part { anchor: String::new(), text: fields.join("\n") }];
    for section in 1..=dice.below(3) + 1 {
        let mut text = format!("{}情况\n", dice.pick(DEEDS));
        for _ in 0..dice.below(4) + 2 {
            text.push_str(dice.pick::<&str>(PLACES));
            text.push_str(dice.pick::<&str>(THINGS));
            text.push_str(dice.pick::<&str>(DEEDS));
            text.push('，');
            text.push_str(dice.pick::<&str>(CLAUSES));
            text.push_str(&match dice.below(6) {
                0 => format!("，经办人{}。", name(dice)),
                1 => format!("，用去{}。", money(dice)),
                2 => format!("，采用 {} 设备 {} 套。", dice.pick(LATIN), dice.below(40) + 1),
                3 => "，徵地補償已經發放。".to_owned(),
                4 => format!(
                    "，编号{}。",
                    (0..6).map(|_| DIGITS.chars().nth(dice.below(10)).unwrap()).collect::<String>()
                ),
                _ => "。".to_owned(),
            });
        }
        parts.push(Part { anchor: format!("s-{section}"), text });
    }
    let doc = Doc {
        url: format!("{kind}s/r{number}.html"),
        title: format!("{year}年{place}{thing}{deed}"),
        date: format!("{year}-{month:02}-{day:02}"),
        kind: kind.to_owned(),
        wu: (*dice.pick(&["finance", "affairs", "service", ""])).to_owned(),
        state: (*dice.pick(&["finished", "published", "open", ""])).to_owned(),
        parts,
        sum: [0; 32],
    };
    doc.summed()
}

/// A question, its class, and what must come of it.
#[derive(Debug, Clone)]
pub struct Query {
    pub class: &'static str,
    pub text: String,
    /// Addresses of all that must be found, in the order of the page.
    pub hits: Vec<String>,
    /// A word that must be offered.
    pub offered: Option<String>,
}

/// The simplest folding that could be right, on whole texts.
pub fn plain(text: &str) -> String {
    let text: String = text.nfkc().collect::<String>().to_lowercase();
    let mut text = fast2s::convert(&text);
    for (signs, one) in [("[{〔【", "("), ("]}〕】", ")"), ("“”", "\"")] {
        text = text.chars().map(|c| if signs.contains(c) { one.to_owned() } else { c.to_string() }).collect();
    }
    let signs: Vec<char> = text.chars().collect();
    let latin = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_alphanumeric);
    let digits = |from: usize, to: usize| (from..to).all(|at| signs.get(at).is_some_and(char::is_ascii_digit));
    let kept = |(at, sign): (usize, &char)| match sign {
        ' ' => latin(at.checked_sub(1)) && latin(Some(at + 1)),
        ',' => !(at > 0 && digits(at - 1, at) && digits(at + 1, at + 4) && !digits(at + 4, at + 5)),
        _ => true,
    };
    signs.iter().enumerate().filter(|pair| kept(*pair)).map(|(_, sign)| *sign).collect()
}

/// All records with their folded lines, in the order of results without title hits.
pub struct Scan<'a> {
    rows: Vec<(String, &'a Doc, String, Vec<String>)>,
}

impl<'a> Scan<'a> {
    pub fn new(villages: &'a [Village]) -> Self {
        let mut rows: Vec<(usize, &Doc, String)> = Vec::new();
        for (at, village) in villages.iter().enumerate() {
            rows.extend(village.docs.iter().map(|d| (at, d, format!("{}/{}", village.id, d.url))));
        }
        rows.sort_by(|(a, x, _), (b, y, _)| (&y.date, a, &x.url).cmp(&(&x.date, b, &y.url)));
        let folded = |(_, doc, url): (usize, &'a Doc, String)| {
            let lines = doc.parts.iter().flat_map(|p| p.text.lines()).map(plain).collect();
            (url, doc, plain(&doc.title), lines)
        };
        Self { rows: rows.into_iter().map(folded).collect() }
    }

    /// Addresses of all records that hold every term; those with all in the title first.
    pub fn find(&self, query: &str) -> Vec<String> {
        let terms: Vec<String> = query.split_whitespace().map(plain).collect();
        let holds = |(_, _, title, lines): &&(String, &Doc, String, Vec<String>)| {
            terms.iter().all(|t| title.contains(t.as_str()) || lines.iter().any(|l| l.contains(t.as_str())))
        };
        let found: Vec<_> = self.rows.iter().filter(holds).collect();
        let (first, rest): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|r| terms.iter().all(|t| r.2.contains(t.as_str())));
        first.into_iter().chain(rest).map(|r| r.0.clone()).collect()
    }

    /// Questions of all classes, `each` of every class.
    pub fn queries(&self, each: usize, seed: u64) -> Vec<Query> {
        let mut dice = Dice::new(seed);
        let mut list = Vec::new();
        for _ in 0..each {
            for class in CLASSES {
                if let Some(text) = self.literal(class, &mut dice) {
                    list.push(Query { class, hits: self.find(&text), offered: None, text });
                }
            }
            for class in ["pinyin", "initials", "one wrong sign"] {
                if let Some((text, word)) = self.suggestion(class, &mut dice) {
                    list.push(Query { class, hits: self.find(&text), offered: Some(word), text });
                }
            }
        }
        list
    }

    fn literal(&self, class: &str, dice: &mut Dice) -> Option<String> {
        let (_, doc, ..) = dice.pick(&self.rows);
        let fields: Vec<&str> = doc.parts[0].text.lines().collect();
        let prose: Vec<&str> = doc.parts[1..].iter().flat_map(|p| p.text.lines()).collect();
        let cut = |length: usize, dice: &mut Dice| {
            let han: Vec<char> = dice.pick(&prose).split(['，', '。', ' ']).next()?.chars().collect();
            let from = dice.below(han.len().checked_sub(length)? + 1);
            Some(han[from..from + length].iter().collect::<String>())
        };
        match class {
            "one sign" => cut(1, dice),
            "two signs" => cut(2, dice),
            "three signs" => cut(3, dice),
            "four to six" => cut(4 + dice.below(3), dice),
            "seven and more" => cut(7, dice).or_else(|| Some(doc.title.chars().skip(5).collect())),
            "name" => fields.last().map(|name| (*name).to_owned()),
            "part of a name" => fields.last().map(|name| name.chars().skip(1).collect()),
            "amount" => Some(fields[2].trim_end_matches('元').to_owned()),
            "amount with commas" => {
                let plain = fields[2].replace(',', "");
                let (yuan, fen) = plain.split_once('.')?;
                let cut = yuan.len().checked_sub(3)?;
                Some(format!("{},{}.{fen}", &yuan[..cut], &yuan[cut..]))
            }
            "document number" => Some(fields[3].chars().skip(3).collect()),
            "other brackets" => Some(fields[3].replace('〔', "[").replace('〕', "]")),
            "date" => Some(fields[dice.below(2)].to_owned()),
            "full width" => Some(fields[0].replace('-', "－").chars().map(wide).collect()),
            "traditional" => {
                Some(dice.pick(&["徵地補償", "徵地", "發放", "醫保", "財務", "圖書室", "垃圾分類"]).to_string())
            }
            "several terms" => Some(format!("{} {}", cut(2, dice)?, fields.last()?)),
            "Latin" => Some(dice.pick(LATIN).to_lowercase()),
            "nothing" => Some(format!("{}鲸鱼", cut(2, dice)?)),
            _ => None,
        }
    }

    fn suggestion(&self, class: &str, dice: &mut Dice) -> Option<(String, String)> {
        let (_, doc, ..) = dice.pick(&self.rows);
        let thing = THINGS.iter().find(|t| doc.title.contains(**t))?;
        let sounds = |first: bool| {
            use pinyin::ToPinyin;
            let one = |c: char| c.to_pinyin().map(|p| if first { p.first_letter() } else { p.plain() });
            thing.chars().filter_map(one).collect::<String>()
        };
        match class {
            "pinyin" => Some((sounds(false), (*thing).to_owned())),
            "initials" => Some((sounds(true), (*thing).to_owned())),
            _ => {
                let word: Vec<char> = thing.chars().collect();
                if word.len() < 3 {
                    return None;
                }
                let mut wrong = word.clone();
                wrong[dice.below(word.len())] = dice.pick(CLAUSES).chars().next()?;
                let wrong: String = wrong.into_iter().collect();
                (self.find(&wrong).is_empty()).then(|| (wrong, (*thing).to_owned()))
            }
        }
    }
}

/// Classes of questions that are answered by what is written.
pub const CLASSES: &[&str] = &[
    "one sign",
    "two signs",
    "three signs",
    "four to six",
    "seven and more",
    "name",
    "part of a name",
    "amount",
    "amount with commas",
    "document number",
    "other brackets",
    "date",
    "full width",
    "traditional",
    "several terms",
    "Latin",
    "nothing",
];

fn wide(c: char) -> char {
    c.to_digit(10).and_then(|d| DIGITS.chars().nth(d as usize)).unwrap_or(c)
}
