//! What is found, text by text; and what holds for any text.
//!
//! In: texts with numbers that belong to nobody. Out: kinds and masks. Never a real number.

use proptest::prelude::*;

use super::*;

const TODAY: Date = Date::constant(2026, 11, 23);

fn kinds(text: &str, reading: &Reading<'_>) -> Vec<Kind> {
    scan(text, reading).into_iter().map(|f| f.kind).filter(|kind| *kind != Kind::Mask).collect()
}

#[test]
fn what_is_private_is_told_by_digits_and_words() {
    use Kind::{Account, BarePhone, Card, Dated, Identity, OldIdentity, Phone, Slip, ThinIdentity};
    for (text, want) in [
        // The region was never given out, the check digits are worked out.
        ("429999199003079999", vec![Identity]),
        ("户主 429999 19900307 9999", vec![Identity]),
        ("４２９９９９１９９００３０７９９９９", vec![Identity]),
        ("4299991990030799\u{200b}99", vec![Identity]),
        ("429999\n  199003079999", vec![Identity]),
        ("ID429999199003079999,", vec![Identity]),
        ("\"\\n429999199003079999\"", vec![Identity]),
        ("残疾人证 42999919900307999943B1", vec![Identity]),
        ("429999**19900307**9999", vec![Identity]),
        ("合同 429999199003079999", vec![Identity]),
        ("合同编号 429999202609030010", vec![]),
        ("身份证 429999199003079998", vec![Slip]),
        ("身份证：42999919900307999", vec![Slip]),
        ("429999199003079998", vec![]),
        ("身份证 429999900307001", vec![OldIdentity]),
        ("编号 429999900307001", vec![]),
        ("6299990000000000004", vec![Card]),
        ("卡号 6299 9900 0000 0000 004", vec![Card]),
        ("流水 6299990000000000004", vec![]),
        ("账号 8100000000123456", vec![Account]),
        ("手机 16000000001", vec![Phone]),
        ("张三 16000000001", vec![Phone]),
        ("队长16000000001（手机）", vec![Phone]),
        ("共 16000000001", vec![BarePhone]),
        ("监督电话 16000000001", vec![]),
        ("订单 16000000001", vec![]),
        ("a16000000001b", vec![]),
        ("0.16000000001", vec![]),
        ("429999********9999", vec![ThinIdentity]),
        ("42999919900307****", vec![ThinIdentity]),
        ("027-00000000", vec![]),
        ("118200.50", vec![]),
        ("区划 420114101201", vec![]),
        ("91420100MA0000000X", vec![]),
        ("2026-08-11 2026-08-12", vec![]),
    ] {
        assert_eq!(kinds(text, &Reading::prose(TODAY)), want, "{text}");
    }
    let young = "429999202609030010";
    let checked = (b'0'..=b'9').chain([b'X']).map(|last| format!("{}{}", &young[..17], char::from(last)));
    let valid = checked.into_iter().find(|n| number::checks(n.as_bytes())).expect("one fits");
    assert_eq!(kinds(&format!("合同编号 {valid}"), &Reading::prose(TODAY)), [Dated]);
    assert_eq!(kinds(&format!("婴儿身份证 {valid}"), &Reading::prose(TODAY)), [Identity]);
}

#[test]
fn a_cell_by_itself_needs_no_words() {
    for (head, text, want) in [
        ("", "16000000001", Some("phone")),
        ("", "160-0000-0001（女）", Some("phone")),
        ("", "6299 9900 0000 0000 004", Some("card")),
        ("", "429999199003079998", Some("identity")),
        ("", "429999900228001", Some("identity")),
        ("合同编号", "429999199003079998", None),
        ("办公电话", "16000000001", None),
        ("摘要", "027-00000000", None),
        ("摘要", "12000.00", None),
        ("摘要", "HT-2026-0001", None),
        ("摘要", "420114101201", None),
    ] {
        assert_eq!(of_cell(head, text).map(Kind::word), want, "{head}: {text}");
    }
}

#[test]
fn the_head_of_a_column_counts() {
    let csv = "姓名,\"证件号,码\",手机,电表\n张*三,429999199003079998,16000000001,16000000002\n";
    let found = scan(csv, &Reading::table(TODAY, Columns::Commas));
    assert_eq!(found.iter().map(|f| f.kind).collect::<Vec<_>>(), [Kind::Slip, Kind::Phone]);
    let document = "户数\t电话\n1\t16000000001\n\n别的\n1\t16000000002\n";
    let found = scan(document, &Reading::table(TODAY, Columns::Tabs));
    assert_eq!(found.iter().map(|f| f.kind).collect::<Vec<_>>(), [Kind::Phone, Kind::BarePhone]);
}

#[test]
fn masks_keep_what_neighbours_share_and_no_more() {
    for (text, want) in [
        ("证 429999199003079999。", "证 429999************。"),
        ("证 429999 19900307 9999", "证 429999 ******** ****"),
        ("身份证 429999900307001", "身份证 429999*********"),
        ("卡 6299990000000000004", "卡 ***************0004"),
        ("手机16000000001", "手机160****0001"),
        ("手机１６０００００００01", "手机１６０****００01"),
        ("42999919900307****", "429999************"),
        ("429999********9999", "429999************"),
    ] {
        assert_eq!(mask(text, &scan(text, &Reading::prose(TODAY)), "*"), want);
    }
}

#[test]
fn what_a_mask_leaves_is_looked_at_again() {
    for text in ["卡＊0＊＊00０＊-0x＊x０00x *00００００x-X0", "卡\n００x*00*x００-*＊0x００0０-000x*X０0"]
    {
        let reading = Reading::prose(TODAY);
        let found = scan(text, &reading);
        assert!(found.iter().any(|one| one.kind.blocks()), "{text}");
        for star in ["*", PROSE_STAR] {
            let left = scan(&mask(text, &found, star), &reading);
            assert!(left.iter().all(|one| !one.kind.blocks()), "{text}: {left:?}");
        }
    }
}

proptest! {
    #[test]
    fn what_is_masked_is_private_no_more(
        before in "[身份证手机卡号张三 :：,\n]{0,12}",
        digits in "[0-9Xx＊*０-９ -]{0,40}",
        behind in "[）(手机a.\n ]{0,6}",
        alone in any::<bool>(),
    ) {
        let text = format!("{before}{digits}{behind}");
        let reading = Reading { alone, ..Reading::prose(TODAY) };
        let found = scan(&text, &reading);
        for pair in found.windows(2) {
            prop_assert!(pair[0].range.end <= pair[1].range.start);
        }
        let masked = mask(&text, &found, "*");
        let again: Vec<Kind> = kinds(&masked, &reading).into_iter().filter(|kind| kind.blocks()).collect();
        prop_assert!(again.is_empty(), "{text:?} → {masked:?}: {again:?}");
    }

    #[test]
    fn no_file_causes_a_panic(head in 0..5usize, bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let heads: [&[u8]; 5] = [b"", b"%PDF-1.4\n1 0 obj << /Length 9 >> stream\nBT (1", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xfe"];
        let _ = search("x.csv", &[heads[head], &bytes].concat(), TODAY);
    }
}
