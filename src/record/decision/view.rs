//! The values that templates see of a decision.
//!
//! In: filled in by `page`. Out: what serializes into `detail` and `section`. Never computes anything.

use serde::Serialize;

use crate::record::facts::{State, Tone};
use crate::record::{Ground, PageLink};
use crate::value::{Date, Money};

/// What the page of a decision shows beyond its fields.
#[derive(Serialize)]
pub(super) struct Detail {
    pub process: ProcessView,
    pub state: State,
    pub sentence: String,
    pub body: Option<String>,
    pub matter_basis: Option<Ground>,
    pub authorized: Option<String>,
    pub explanation: Option<String>,
    pub party_study: Option<Date>,
    pub steps: Vec<StepView>,
    pub publications: Vec<PublicationView>,
    pub project: Option<Works>,
    pub payments: Vec<Payment>,
    pub paid: Option<Money>,
}

/// The project that carries the decision out, with what became of it.
#[derive(Serialize)]
pub(super) struct Works {
    #[serde(flatten)]
    pub link: PageLink,
    pub state: Option<State>,
    pub budget: Option<Money>,
    pub contractor: Option<String>,
    pub contract: Option<Money>,
    pub signed: Option<Date>,
    pub percent: Option<u32>,
    pub paid: Option<Money>,
    pub accepted: Option<Date>,
    pub result: Option<String>,
}

/// The process.
#[derive(Serialize)]
pub(super) struct ProcessView {
    pub name: String,
    pub note: Option<String>,
    pub source: Option<String>,
    pub url: String,
}

/// One step, taken or not.
#[derive(Serialize)]
pub(super) struct StepView {
    pub n: usize,
    pub name: String,
    pub kind: Option<&'static str>,
    pub date: Option<Date>,
    pub content: Option<String>,
    pub body: Option<String>,
    pub due: Option<u32>,
    pub present: Option<u32>,
    pub women_present: Option<u32>,
    pub agree: Option<u32>,
    pub against: Option<u32>,
    pub abstain: Option<u32>,
    pub counts: String,
    pub notice_date: Option<Date>,
    pub minutes_url: Option<String>,
    pub attend: Option<AttendView>,
    pub vote: Option<VoteView>,
    pub women: Option<AttendView>,
    pub status: &'static str,
    pub findings: Vec<String>,
}

/// A quorum, drawn as a bar.
#[derive(Serialize)]
pub(super) struct AttendView {
    pub present: u32,
    pub base: u32,
    pub need_text: String,
    pub ratio_percent: u32,
    pub threshold_percent: u32,
    pub ok: bool,
    pub basis: Ground,
}

/// A majority, drawn as a bar.
#[derive(Serialize)]
pub(super) struct VoteView {
    pub agree: u32,
    pub base: u32,
    pub need_text: String,
    pub percent: u32,
    pub threshold_percent: u32,
    pub ok: bool,
    pub basis: Ground,
}

/// One publication, made or not.
#[derive(Serialize)]
pub(super) struct PublicationView {
    pub name: String,
    pub step: Option<String>,
    pub date: Option<Date>,
    pub until: Option<Date>,
    pub days: Option<i32>,
    pub min_days: Option<u32>,
    pub enough: Option<bool>,
    pub places: Vec<String>,
    pub note: Option<String>,
    pub opinion: Option<String>,
    pub due: Option<Date>,
    pub status: &'static str,
}

/// Money paid out.
#[derive(Serialize)]
pub(super) struct Payment {
    pub date: Date,
    pub memo: String,
    pub amount: Money,
    pub url: String,
}

/// How many decisions are in a state.
#[derive(Serialize)]
pub(super) struct Count {
    pub key: &'static str,
    pub tone: Tone,
    pub count: usize,
}
