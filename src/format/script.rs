//! Data that pages load as a script, so that it comes from a disk too.
//!
//! In: the name of a function, values. Out: one call of it. Never anything that runs beside that call.

use serde_json::Value;

/// The text of a script that calls `function` with these values; safe for engines that know no JSON in scripts.
pub fn call(function: &str, values: &[&Value]) -> String {
    let data = values.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let safe = data.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    format!("{function}({safe});\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_ends_the_script_or_a_line_of_it() {
        let text = call("gk", &[&"a".into(), &"</script>\u{2028}\u{2029}".into()]);
        assert_eq!(text, "gk(\"a\",\"\\u003c/script>\\u2028\\u2029\");\n");
    }
}
