//! A new record, begun with what is known: what it is for, today, the last one of its kind.
//!
//! In: a community, a kind, the item and period it shall fulfil. Out: changes on an empty text, and a file name.
//! Never copies what must be new: dates, what was booked, what was decided.

use super::office::{Room, Subject};
use crate::edit::{Change, Document, Step, Value, apply};
use crate::locale;
use crate::record::finance::Finance;
use crate::record::kind::KindInfo;
use crate::record::{Kind, Record, Scope};
use crate::route;
use crate::schema::Shape;
use crate::value::{Date, Period};

/// What a new record is for.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// An item of the catalogue.
    pub item: Option<String>,
    /// The period.
    pub period: Option<Period>,
    /// Whether it begins as the last one of its kind.
    pub like: bool,
}

impl Wish {
    /// The words by which its draft is found again.
    pub fn words(&self) -> String {
        let period = self.period.map(|p| p.to_string()).unwrap_or_default();
        format!("{} {period}", self.item.as_deref().unwrap_or("new"))
    }
}

/// Keys that a new record never takes from an old one.
const NEW: &[&str] = &[
    "published",
    "until",
    "attachments",
    "corrections",
    "list_until",
    "closing",
    "closing_capital",
    "subtotals",
    "totals",
    "year_to_date",
    "income",
    "expense",
    "funds",
    "unused",
    "steps",
    "publications",
    "summary",
    "not_applicable",
    "as_of",
    "restatements",
    "adjustments",
    "asked",
    "answered",
    "answer",
    "question",
    "payments",
    "progress",
    "acceptance",
    "contract",
    "tender",
    "settlement",
    "finished",
    "started",
    "closed",
    "survey",
    "notice",
    "appeals",
    "award",
    "stated",
    "party_study",
    "follow_ups",
    "cycle",
    "values",
    "distribution",
    "balance_sheet",
];

/// The fields of a new record as text, and the file name to offer.
pub fn begin(room: &Room<'_>, kind: &'static KindInfo, wish: &Wish) -> (String, String) {
    let Some(scope) = room.scope() else { return Default::default() };
    let Shape::Object(table) = (kind.shape)() else { return Default::default() };
    let table = table();
    let last = last(&scope, kind, wish);
    let period = wish.period.or_else(|| last.and_then(|r| r.facts(&scope).period).map(Period::next));
    let mut fields: Vec<(&str, Value)> = Vec::new();
    if let Some(last) = last.filter(|_| wish.like) {
        fields.extend(copied(room, last, &table));
    }
    let known = |en: &str| table.fields.iter().find(|f| f.en == en);
    let mut put = |en: &str, value: Option<String>| {
        if let (Some(field), Some(value)) = (known(en), value) {
            fields.retain(|(zh, _)| *zh != field.zh);
            fields.push((field.zh, Value::Text(value)));
        }
    };
    let item = wish.item.as_deref().and_then(|code| scope.catalogue()?.item(code));
    let words = scope.words();
    let spoken = period.map(|p| locale::period(p, words));
    put("title", title(&scope, last, item.map(|i| i.name.as_str()), period, spoken.as_deref()));
    put("item", wish.item.clone());
    put("period", period.map(|p| p.to_string()));
    put("published", Some(scope.as_of.to_string()));
    put("until", Some(until(&scope).to_string()));
    let finance = last.and_then(|r| Finance::from_body(&r.body));
    put("account", finance.map(|f| f.account.value.clone()));
    let closing = finance.and_then(|f| Some(f.opening.as_ref()?.value + f.income_total() - f.expense_total()));
    put("opening", closing.map(|c| c.to_string()));
    // The books of a period need no further name.
    let name = item.map(|i| i.name.as_str()).filter(|_| known("account").is_none());
    let stem = stem(last, &scope, name, period);
    // In the order of the field table.
    let order = |zh: &str| table.fields.iter().position(|f| f.zh == zh);
    fields.sort_by_key(|(zh, _)| order(zh));
    let change = |(zh, value): (&str, Value)| Change::set(vec![Step::Key(zh.to_owned())], value);
    let changes: Vec<Change> = fields.into_iter().map(change).collect();
    (apply("", &changes).unwrap_or_default(), stem)
}

/// The last record of the kind that fulfilled the same item; else the last of the kind.
fn last<'a>(scope: &Scope<'a>, kind: &'static KindInfo, wish: &Wish) -> Option<&'a Record> {
    let before =
        |r: &&Record| wish.period.is_none_or(|p| r.facts(scope).period.is_none_or(|own| own.last() < p.first()));
    let of_kind = || scope.corpus.records.iter().filter(|r| r.body.kind().folder == kind.folder).filter(before);
    let newest = |r: &&Record| {
        let facts = r.facts(scope);
        (facts.period.map(Period::last).or(facts.date), r.stem.clone())
    };
    let fulfils = |r: &&Record| r.facts(scope).fulfils.iter().any(|f| Some(&f.item) == wish.item.as_ref());
    let same = of_kind().filter(fulfils).max_by_key(newest);
    same.or_else(|| if wish.item.is_some() && kind.name == "disclosure" { None } else { of_kind().max_by_key(newest) })
}

/// What may be taken from an old record: its text without dates and what was booked.
fn copied(room: &Room<'_>, last: &Record, table: &crate::schema::ObjectShape) -> Vec<(&'static str, Value)> {
    let source = room.checked.sources.get(last.file);
    let format = last.body.kind().format;
    let Ok(document) = Document::split(&source.text, format) else { return Vec::new() };
    let mut sink = crate::diagnostic::Sink::default();
    let Some(node) = crate::yaml::parse(last.file, &document.yaml, 0, &mut sink) else { return Vec::new() };
    let mut found = Vec::new();
    for field in table.fields.iter().filter(|f| !NEW.contains(&f.en)) {
        let Some(value) = node.get(field.zh).or_else(|| node.get(field.en)).filter(|v| !v.is_null()) else { continue };
        let mut value = Value::of(value);
        match &mut value {
            // What is judged stays, what was found does not.
            Value::Map(_) if field.en == "scores" => value = emptied(&value),
            // A review is of one record only.
            Value::Map(entries) if field.en == "review" => entries.retain(|(k, _)| k != "日期" && k != "date"),
            Value::Text(text) if matches!(field.shape, Shape::Table) => value = rows(room, last, text),
            _ => {}
        }
        found.push((field.zh, value));
    }
    found
}

/// The same keys without what stands under them.
fn emptied(value: &Value) -> Value {
    match value {
        Value::Map(entries) => Value::Map(entries.iter().map(|(key, inner)| (key.clone(), emptied(inner))).collect()),
        Value::Null | Value::Text(_) | Value::List(_) => Value::Null,
    }
}

/// The rows of a table beside an old record, written into the new one.
fn rows(room: &Room<'_>, last: &Record, written: &str) -> Value {
    let files = room.files.from(last.body.kind().folder);
    let text = files.resolve(written).map(|path| crate::text::decode_table(files.bytes(&path))).unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let heads = reader.headers().cloned().unwrap_or_default();
    let row = |record: csv::StringRecord| {
        let cells = heads.iter().zip(record.iter()).filter(|(_, cell)| !cell.trim().is_empty());
        Value::Map(cells.map(|(head, cell)| (head.trim().to_owned(), Value::text(cell.trim()))).collect())
    };
    let filled = |r: &csv::StringRecord| r.iter().any(|cell| !cell.trim().is_empty());
    Value::List(reader.records().filter_map(Result::ok).filter(filled).map(row).collect())
}

/// `2026年第三季度低保情况`: the old title with the new period in place of the old one, else the item's name.
fn title(
    scope: &Scope<'_>,
    last: Option<&Record>,
    item: Option<&str>,
    period: Option<Period>,
    spoken: Option<&str>,
) -> Option<String> {
    let spoken = spoken?;
    let old = last.and_then(|r| {
        let before = locale::period(r.facts(scope).period?, scope.words());
        let title = &r.common().title.value;
        title.contains(&before).then(|| title.replace(&before, spoken))
    });
    let day = matches!(period, Some(Period::Day(_)));
    old.or_else(|| item.map(|name| if day { name.to_owned() } else { format!("{spoken}{name}") }))
}

/// The last day of display: the law's floor, and a day to spare.
fn until(scope: &Scope<'_>) -> Date {
    let days = scope.limit("display-min-days", scope.as_of).map_or(15, |limit| limit.days);
    scope.as_of.checked_add(jiff::Span::new().days(i64::from(days) + 1)).unwrap_or(scope.as_of)
}

/// The old file name with the new period in place of the old one, else the item's name and the period.
fn stem(last: Option<&Record>, scope: &Scope<'_>, item: Option<&str>, period: Option<Period>) -> String {
    let Some(period) = period.map(|p| p.to_string().to_lowercase()) else { return String::new() };
    let old = last.and_then(|r| {
        let before = r.facts(scope).period?.to_string().to_lowercase();
        r.stem.contains(&before).then(|| r.stem.replace(&before, &period))
    });
    let short = |name: &str| route::slug(name.split(['、', '，', '（', '(']).next().unwrap_or(name));
    old.or_else(|| item.map(|name| format!("{}-{period}", short(name)))).unwrap_or(period)
}

/// The record that is being begun.
pub fn subject(community: &str, kind: &'static KindInfo) -> Subject {
    Subject { community: community.to_owned(), kind: Some(kind), stem: String::new() }
}
