//! Books that add up: whatever a village may truly book passes, and no amount can be changed unseen.
//!
//! In: random receipts, payments, transfers, reversals and adjustments over years of mixed periods,
//! closed each December with a balance sheet and a distribution. Out: that `check` says nothing of
//! them, and that one amount changed anywhere is found. Never tests words: `cases` does.

use std::fmt::Write as _;

use gongkai::build::{self, Outcome};
use gongkai::diagnostic::Severity;
use gongkai::world::MemoryWorld;
use proptest::prelude::*;

use crate::kit::site::said;
use crate::kit::tree::Tree;
use crate::kit::{TODAY, project};

const FOLDER: &str = "content/communities/base/finance";

/// What can happen in a period.
#[derive(Debug, Clone)]
enum Op {
    /// Money comes into the bank.
    Receive(i64),
    /// Money is paid, from cash where there is enough, else from the bank.
    Spend(i64),
    /// Cash is taken from the bank.
    Withdraw(i64),
    /// The last payment of the period is taken back.
    Reverse,
}

/// A period as written, its months, and what happened.
#[derive(Debug, Clone)]
struct Stretch {
    name: String,
    month: i8,
    year: i16,
    last: bool,
    ops: Vec<Op>,
    adjust: i64,
    total: bool,
}

fn op() -> impl Strategy<Value = Op> {
    prop_oneof![
        3 => (1..5_000_000_i64).prop_map(Op::Receive),
        4 => (1..900_000_i64).prop_map(Op::Spend),
        1 => (1..300_000_i64).prop_map(Op::Withdraw),
        1 => Just(Op::Reverse),
    ]
}

/// From some month of 2022 to the middle of 2026, in months, quarters and half-years.
fn books() -> impl Strategy<Value = Vec<Stretch>> {
    let what = (prop::collection::vec(op(), 0..6), prop_oneof![6 => Just(0), 1 => -900..900_i64], any::<bool>());
    (0..12_u8, prop::collection::vec((0..6_u8, what), 60)).prop_map(|(start, wants)| {
        let (mut at, mut stretches) = (i32::from(start), Vec::new());
        for (length, (ops, adjust, total)) in wants {
            let (year, month) = (2022 + at / 12, at % 12);
            if year > 2025 && month >= 6 {
                break;
            }
            let (name, months) = match length {
                0 if month % 6 == 0 => (format!("{year}H{}", month / 6 + 1), 6),
                1 if month % 3 == 0 => (format!("{year}Q{}", month / 3 + 1), 3),
                _ => (format!("{year}-{:02}", month + 1), 1),
            };
            stretches.push(Stretch {
                name,
                year: i16::try_from(year).expect("a year"),
                month: i8::try_from(month + 1).expect("a month"),
                last: (month + months) == 12,
                ops,
                adjust: if at == i32::from(start) { 0 } else { adjust },
                total,
            });
            at += months;
        }
        stretches
    })
}

fn yuan(fen: i64) -> String {
    format!("{}{}.{:02}", if fen < 0 { "-" } else { "" }, fen.abs() / 100, fen.abs() % 100)
}

/// The state of the books while they are written.
#[derive(Default)]
struct Ledger {
    cash: i64,
    bank: i64,
    voucher: usize,
    /// Income, expense and adjustments of the year; what was left of the years before.
    income: i64,
    expense: i64,
    adjusted: i64,
    left: i64,
    files: Vec<(String, String)>,
}

const CAPITAL: i64 = 40_000_000;
const FIXED: i64 = 30_000_000;

fn write(stretches: &[Stretch]) -> Vec<(String, String)> {
    let mut ledger = Ledger { bank: CAPITAL - FIXED, ..Ledger::default() };
    let mut year = stretches.first().map_or(2022, |s| s.year);
    let mut begin = (ledger.bank, 0);
    for stretch in stretches {
        if stretch.year != year {
            (year, ledger.income, ledger.expense, ledger.adjusted, ledger.voucher) = (stretch.year, 0, 0, 0, 0);
            begin = (ledger.cash + ledger.bank, ledger.left);
        }
        ledger.statement(stretch);
        if stretch.last {
            ledger.close(year, begin);
        }
    }
    ledger.files
}

impl Ledger {
    fn statement(&mut self, stretch: &Stretch) {
        let mut text =
            format!("标题: {}财务收支\n期间: {}\n账户: 村集体经济\n凭证编号: 每年\n", stretch.name, stretch.name);
        let adjust = stretch.adjust.max(-self.bank);
        self.bank += adjust;
        self.adjusted += adjust;
        let (cash, bank) = (self.cash, self.bank);
        let _ = writeln!(text, "期初: {}", yuan(cash + bank));
        if adjust != 0 {
            let _ = writeln!(text, "期初调整: {{金额: {}, 原因: 上期漏记, 审核: {{意见: 同意}}}}", yuan(adjust));
        }
        let (mut income, mut expense) = (String::new(), String::new());
        let (mut moves, mut sums, mut paid) = ([0_i64; 4], [0_i64; 2], None);
        for op in &stretch.ops {
            let mut line = |side: &mut String, memo: &str, category: &str, amount: i64, more: &str| {
                self.voucher += 1;
                let date = format!("{}-{:02}-05", stretch.year, stretch.month);
                let _ = writeln!(
                    side,
                    "  - {{日期: {date}, 凭证: 记-{:03}, 摘要: {memo}, 科目: {category}, 金额: {}{more}}}",
                    self.voucher,
                    yuan(amount)
                );
                self.voucher
            };
            match *op {
                Op::Receive(amount) => {
                    line(&mut income, "收款", "经营收入", amount, "");
                    self.bank += amount;
                    moves[2] += amount;
                    sums[0] += amount;
                }
                Op::Spend(amount) if amount <= self.cash || amount <= self.bank => {
                    let voucher = line(&mut expense, "付款", "管理费用", amount, "");
                    let from_cash = amount <= self.cash;
                    paid = Some((voucher, amount, from_cash));
                    *if from_cash { &mut self.cash } else { &mut self.bank } -= amount;
                    moves[if from_cash { 1 } else { 3 }] += amount;
                    sums[1] += amount;
                }
                Op::Withdraw(amount) if amount <= self.bank => {
                    self.bank -= amount;
                    self.cash += amount;
                    moves[0] += amount;
                    moves[3] += amount;
                }
                Op::Reverse => {
                    let Some((voucher, amount, from_cash)) = paid.take() else { continue };
                    line(&mut expense, "重记", "管理费用", -amount, &format!(", 冲销: 记-{voucher:03}"));
                    *if from_cash { &mut self.cash } else { &mut self.bank } += amount;
                    moves[if from_cash { 0 } else { 2 }] += amount;
                    sums[1] -= amount;
                }
                Op::Spend(_) | Op::Withdraw(_) => {}
            }
        }
        self.income += sums[0];
        self.expense += sums[1];
        for (name, lines, sum) in [("收入", income, sums[0]), ("支出", expense, sums[1])] {
            if lines.is_empty() {
                let _ = writeln!(text, "{name}: []");
            } else {
                let total = if stretch.total {
                    format!("  - {{摘要: 合计, 金额: {}}}\n", yuan(sum))
                } else {
                    String::new()
                };
                let _ = write!(text, "{name}:\n{lines}{total}");
            }
        }
        let _ = writeln!(text, "本年累计: {{收入: {}, 支出: {}}}", yuan(self.income), yuan(self.expense));
        let _ = writeln!(text, "期末: {}", yuan(self.cash + self.bank));
        let [cash_in, cash_out, bank_in, bank_out] = moves.map(yuan);
        let _ = write!(
            text,
            "货币资金:\n  现金: {{期初: {}, 增加: {cash_in}, 减少: {cash_out}, 期末: {}}}\n  银行存款: {{期初: {}, 增加: {bank_in}, 减少: {bank_out}, 期末: {}}}\n示例: 是\n",
            yuan(cash),
            yuan(self.cash),
            yuan(bank),
            yuan(self.bank)
        );
        self.files.push((format!("{FOLDER}/{}.yaml", stretch.name.to_lowercase()), text));
    }

    /// The balance sheet and the distribution of a year; a fifth of a profit goes to the members.
    fn close(&mut self, year: i16, begin: (i64, i64)) {
        let (cash_then, left_then) = begin;
        let earned = self.income - self.expense;
        let may = earned + left_then + self.adjusted;
        let given = (may / 5).max(0);
        self.left = may - given;
        let cash = self.cash + self.bank;
        // What is not paid out yet is owed; it stays owed, and is paid in nobody's lifetime here.
        let owed_then = cash_then + FIXED - CAPITAL - left_then;
        let owed = owed_then + given;
        let (net, members) =
            if year < 2024 { ("本年收益", "农户分配") } else { ("净收益", "向成员分配") };
        let text = format!(
            "标题: {year}年度报表\n期间: {year}\n账户: 村集体经济\n资产负债:\n  资产:\n\
             \u{20}   - {{类别: 流动资产, 项目: 货币资金, 年初: {}, 期末: {}}}\n\
             \u{20}   - {{类别: 固定资产, 项目: 房屋, 年初: {}, 期末: {}}}\n\
             \u{20}   - {{项目: 资产总计, 年初: {}, 期末: {}}}\n  负债:\n\
             \u{20}   - {{项目: 应付分红, 年初: {}, 期末: {}}}\n  所有者权益:\n\
             \u{20}   - {{项目: 资本, 年初: {}, 期末: {}}}\n\
             \u{20}   - {{项目: 未分配收益, 年初: {}, 期末: {}}}\n收益分配:\n\
             \u{20} 经营收入: {}\n  管理费用: {}\n  经营收益: {}\n  {net}: {}\n  年初未分配收益: {}\n\
             \u{20} 其他转入: {}\n  可分配收益: {}\n  {members}: {}\n  年末未分配收益: {}\n示例: 是\n",
            yuan(cash_then),
            yuan(cash),
            yuan(FIXED),
            yuan(FIXED),
            yuan(cash_then + FIXED),
            yuan(cash + FIXED),
            yuan(owed_then),
            yuan(owed),
            yuan(CAPITAL),
            yuan(CAPITAL),
            yuan(left_then),
            yuan(self.left),
            yuan(self.income),
            yuan(self.expense),
            yuan(earned),
            yuan(earned),
            yuan(left_then),
            yuan(self.adjusted),
            yuan(may),
            yuan(given),
            yuan(self.left),
        );
        self.files.push((format!("{FOLDER}/{year}-nian-bao.yaml"), text));
    }
}

fn check(files: &[(String, String)]) -> Outcome {
    let mut world = MemoryWorld::new(TODAY);
    for (path, file) in Tree::read(&project("tests/cases/_base")).0 {
        world = world.with(&path, file.bytes);
    }
    for (path, text) in files {
        world = world.with(path, text.as_bytes());
    }
    build::check(&world, &[], &|_, _| {}).expect("memory can be read")
}

/// Where an amount stands in a file: two digits after a point, and no others.
fn amounts(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    for (dot, _) in text.match_indices('.') {
        if dot > 0 && digit(dot - 1) && digit(dot + 1) && digit(dot + 2) && !digit(dot + 3) {
            let mut from = dot;
            while from > 0 && digit(from - 1) {
                from -= 1;
            }
            found.push((from, dot + 3));
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn what_may_truly_be_booked_passes(stretches in books()) {
        let outcome = check(&write(&stretches));
        let graver = outcome.reports.iter().any(|r| r.severity != Severity::Info);
        prop_assert!(!graver, "{}", said(&outcome));
    }

    #[test]
    fn one_changed_amount_is_found(
        stretches in books(),
        file in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        digit in any::<prop::sample::Index>(),
        by in 1..10_u8,
    ) {
        let mut files = write(&stretches);
        let file = file.index(files.len());
        let (path, text) = &mut files[file];
        let path = path.clone();
        let mut places = amounts(text);
        // Where the books begin within a year that ends with their first statement, the sums of that year stand there
        // alone: of the months before nothing is known.
        if file == 0 && stretches[0].last && stretches[0].month > 1 {
            let sums = text.find("本年累计").expect("they are told");
            let line = sums..sums + text[sums..].find('\n').expect("a line");
            places.retain(|(from, _)| !line.contains(from));
        }
        let (from, to) = places[place.index(places.len())];
        let digits: Vec<usize> = (from..to).filter(|at| text.as_bytes()[*at].is_ascii_digit()).collect();
        let at = digits[digit.index(digits.len())];
        let new = (text.as_bytes()[at] - b'0' + by) % 10;
        let line = text[..at].matches('\n').count() + 1;
        text.replace_range(at..=at, &new.to_string());
        let changed = text.clone();
        let outcome = check(&files);
        let errors = outcome.reports.iter().filter(|r| r.severity == Severity::Error);
        let told = errors.clone().any(|r| r.place.path == path || r.related.iter().any(|p| p.path == path));
        prop_assert!(told, "{path}:{line} was changed unseen:\n{changed}\n{}", said(&outcome));
    }
}
