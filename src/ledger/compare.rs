//! What differs between two states of a record's data.
//!
//! In: two values. Out: the places that differ, and whether the later one only adds to the earlier.
//! Never knows what the fields mean.

use serde_json::Value;

/// One place that differs.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Difference {
    /// The keys that lead there, joined by `/`; rows are counted from 1.
    pub path: String,
    /// What stood there; empty where nothing did.
    pub old: String,
    /// What stands there; empty where nothing does.
    pub new: String,
}

/// All places in which two values differ, in the order of the data.
pub fn differences(old: &Value, new: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    walk("", old, new, &mut found);
    found
}

fn walk(path: &str, old: &Value, new: &Value, found: &mut Vec<Difference>) {
    let join = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") };
    match (old, new) {
        (old, new) if old == new => {}
        (old, new) if columns(old).is_some() && columns(old) == columns(new) => {
            tables(path, columns(old).unwrap_or_default(), &old["rows"], &new["rows"], found);
        }
        (Value::Object(a), Value::Object(b)) => {
            for (key, value) in a {
                walk(&join(key), value, b.get(key).unwrap_or(&Value::Null), found);
            }
            for (key, value) in b.iter().filter(|(key, _)| !a.contains_key(*key)) {
                walk(&join(key), &Value::Null, value, found);
            }
        }
        (Value::Array(a), Value::Array(b)) => lists(&join, a, b, found),
        (Value::String(a), Value::String(b)) if a.contains('\n') || b.contains('\n') => {
            let lines = |text: &str| text.lines().map(|l| Value::from(l.trim_end())).collect::<Vec<_>>();
            lists(&join, &lines(a), &lines(b), found);
        }
        _ => found.push(Difference { path: path.to_owned(), old: plain(old), new: plain(new) }),
    }
}

/// The names of the columns, where a value is a table of columns and rows.
pub fn columns(value: &Value) -> Option<Vec<&str>> {
    value.get("rows")?.as_array()?;
    value.get("columns")?.as_array()?.iter().map(|column| column["name"].as_str()).collect()
}

/// Cells by row and column; sums follow from them and are not named.
fn tables(path: &str, columns: Vec<&str>, old: &Value, new: &Value, found: &mut Vec<Difference>) {
    let mut inner = Vec::new();
    walk("", old, new, &mut inner);
    for mut difference in inner {
        let (row, cell) = difference.path.split_once('/').unwrap_or((&difference.path, ""));
        let column = cell.parse::<usize>().ok().and_then(|n| columns.get(n.checked_sub(1)?));
        difference.path = column.map_or_else(|| format!("{path}/{row}"), |name| format!("{path}/{row}/{name}"));
        found.push(difference);
    }
}

/// Rows that are the same at the beginning and at the end are left out; what lies between is compared in pairs.
fn lists(join: &dyn Fn(&str) -> String, a: &[Value], b: &[Value], found: &mut Vec<Difference>) {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[head..], &b[head..]);
    let tail = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (mid_a, mid_b) = (&rest_a[..rest_a.len() - tail], &rest_b[..rest_b.len() - tail]);
    for at in 0..mid_a.len().max(mid_b.len()) {
        let (old, new) = (mid_a.get(at).unwrap_or(&Value::Null), mid_b.get(at).unwrap_or(&Value::Null));
        walk(&join(&(head + at + 1).to_string()), old, new, found);
    }
}

/// A value as a reader sees it.
pub fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(plain).filter(|t| !t.is_empty()).collect::<Vec<_>>().join("；"),
        Value::Object(map) => {
            let parts = map.iter().filter(|(_, v)| !matches!(v, Value::Null | Value::Bool(false)));
            parts.map(|(_, v)| plain(v)).filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ")
        }
        other => other.to_string(),
    }
}

/// Whether everything of `old` is still there in `new`, in its order.
pub fn extends(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (old, new) if old == new => true,
        (Value::Null, _) => true,
        (Value::Object(a), Value::Object(b)) => {
            a.iter().all(|(key, value)| extends(value, b.get(key).unwrap_or(&Value::Null)))
        }
        (Value::Array(a), Value::Array(b)) => in_order(a, b),
        (Value::String(a), Value::String(b)) => {
            let lines = |text: &str| text.lines().map(str::trim_end).map(str::to_owned).collect::<Vec<_>>();
            let (a, b) = (lines(a), lines(b));
            let mut rest = b.iter();
            a.iter().filter(|l| !l.is_empty()).all(|line| rest.any(|other| other == line)) && b.len() > 1
        }
        _ => false,
    }
}

/// Whether each old row is found again, in the same order, among the new ones.
fn in_order(old: &[Value], new: &[Value]) -> bool {
    let mut rest = new.iter();
    old.iter().all(|row| rest.any(|other| extends(row, other)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_the_cell_that_changed() {
        let old = json!({"title": "a", "rows": [{"x": "1", "y": "2"}, {"x": "3", "y": "4"}]});
        let new = json!({"title": "a", "rows": [{"x": "1", "y": "2"}, {"x": "3", "y": "5"}], "note": "b"});
        let told: Vec<String> =
            differences(&old, &new).into_iter().map(|d| format!("{}: {} → {}", d.path, d.old, d.new)).collect();
        assert_eq!(told, ["rows/2/y: 4 → 5", "note:  → b"]);
    }

    #[test]
    fn a_row_put_in_between_is_one_difference() {
        let found = differences(&json!(["a", "b", "c"]), &json!(["a", "x", "b", "c"]));
        assert_eq!(found, [Difference { path: "2".into(), old: String::new(), new: "x".into() }]);
    }

    #[test]
    fn names_the_column_of_a_table() {
        let table = |cell: &str, sum: &str| json!({"detail": {"columns": [{"name": "组"}, {"name": "台数"}], "rows": [["一组", "2"], ["二组", cell]], "totals": ["", sum]}});
        let want = Difference { path: "detail/2/台数".into(), old: "4".into(), new: "5".into() };
        assert_eq!(differences(&table("4", "6"), &table("5", "7")), [want]);
    }

    #[test]
    fn adding_is_not_changing() {
        let old = json!({"steps": [{"date": "1", "agree": null}], "text": "一\n", "done": false});
        for (new, want) in [
            (json!({"steps": [{"date": "1", "agree": 3}, {"date": "2"}], "text": "一\n二\n", "done": false}), true),
            (json!({"steps": [{"date": "0"}, {"date": "1"}], "text": "一\n", "done": false}), true),
            (json!({"steps": [{"date": "2"}], "text": "一\n", "done": false}), false),
            (json!({"steps": [], "text": "一\n", "done": false}), false),
            (json!({"steps": [{"date": "1"}], "text": "二\n", "done": false}), false),
            (json!({"steps": [{"date": "1"}], "text": "一\n", "done": true}), false),
        ] {
            assert_eq!(extends(&old, &new), want, "{new}");
        }
    }
}
