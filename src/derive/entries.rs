//! Each record with what lists need of it, newest first.
//!
//! In: a corpus and its findings. Out: entries. Never decides where they are shown.

use tera::Value;

use super::Context;
use crate::format;
use crate::record::{Card, Entry, Record, Withheld};

/// All records of a community, newest first, then by address.
pub(super) fn entries<'a>(context: &Context<'a>) -> Vec<Entry<'a>> {
    let scope = &context.scope;
    let mut list: Vec<Entry<'a>> = scope.corpus.records.iter().map(|record| entry(context, record)).collect();
    list.sort_by(|a, b| (b.card.date, &a.card.url).cmp(&(a.card.date, &b.card.url)));
    list
}

fn entry<'a>(context: &Context<'a>, record: &'a Record) -> Entry<'a> {
    let scope = &context.scope;
    let mut facts = record.facts(scope);
    let withheld = Withheld::of(record, scope);
    facts.summary = withheld.text(&facts.summary).into_owned();
    let common = record.common();
    let kind = record.body.kind();
    let item = facts.fulfils.first().map(|f| f.item.clone());
    let of_item = || scope.catalogue().and_then(|c| c.item(item.as_deref()?)).map(|i| i.wu);
    let wu = facts.wu.or_else(of_item);
    let card = Card {
        title: common.title_in(scope.city.language()).to_owned(),
        url: record.url(),
        kind: kind.name,
        date: common.published.as_ref().map(|d| d.value).or(facts.date),
        published: common.published.as_ref().map(|d| d.value),
        until: common.until.as_ref().map(|d| d.value),
        period: facts.period,
        wu,
        item,
        state: facts.state,
        summary: facts.summary.clone(),
        progress: facts.progress.clone(),
        amount: facts.amount,
        stars: facts.stars.as_ref().map(|s| s.stars),
        corrected: common.corrections.iter().map(|c| c.date.value).max(),
        findings: context.findings.get(&record.file).map_or(0, Vec::len),
        sample: common.sample || scope.corpus.community.sample || scope.city.config.sample,
    };
    let card_value = Value::from_serializable(&card);
    let data = withheld.data(record.data(scope));
    let prose = record.prose.as_ref().map(|(text, _)| withheld.text(text));
    let unsearched = Withheld::from_search(record, scope, &facts);
    let file = format::record_data(&scope.corpus.id, record, &data, prose.as_deref(), &withheld, context.files);
    Entry { record, kind, facts, card, card_value, data, prose, file, withheld, unsearched }
}
