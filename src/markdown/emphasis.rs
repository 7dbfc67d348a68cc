//! Bold that Chinese punctuation would break.
//!
//! In: events with their places in the source. Out: the same, with `**…**` made bold where the
//! rules for Western text would leave the signs standing: `**先公示。**再实施`.
//! Never touches escaped signs, code, or pairs that CommonMark already understands.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

type Placed<'a> = (Event<'a>, Range<usize>);

/// Pairs leftover `**` within one parent and makes what stands between bold.
pub(super) fn pair_leftover_stars<'a>(source: &str, events: Vec<Placed<'a>>) -> Vec<Event<'a>> {
    let joined = join_stars(source, events);
    let mut out: Vec<Event<'a>> = Vec::with_capacity(joined.len());
    // One entry a nesting level: where an unpaired `**` stands in `out`.
    let mut open: Vec<Option<usize>> = vec![None];
    for (event, range) in joined {
        match &event {
            Event::Start(_) => {
                out.push(event);
                open.push(None);
            }
            Event::End(_) => {
                open.pop();
                out.push(event);
            }
            Event::Text(text) if &**text == "**" => {
                let before = source[..range.start].chars().next_back();
                let after = source[range.end..].chars().next();
                let level = open.last_mut();
                match level {
                    Some(slot @ Some(_)) if before.is_some_and(|c| !c.is_whitespace()) => {
                        let start = slot.take().unwrap_or_default();
                        out[start] = Event::Start(Tag::Strong);
                        out.push(Event::End(TagEnd::Strong));
                    }
                    Some(slot @ None) if after.is_some_and(|c| !c.is_whitespace()) => {
                        *slot = Some(out.len());
                        out.push(event);
                    }
                    _ => out.push(event),
                }
            }
            _ => out.push(event),
        }
    }
    out
}

/// Joins adjacent unescaped `*` that the parser hands out one by one.
fn join_stars<'a>(source: &str, events: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
    let mut out: Vec<Placed<'a>> = Vec::with_capacity(events.len());
    let star = |event: &Event<'_>| matches!(event, Event::Text(text) if &**text == "*");
    for (event, range) in events {
        let escaped = source[..range.start].ends_with('\\');
        if let Some((last, last_range)) = out.last_mut()
            && star(&event)
            && star(last)
            && last_range.end == range.start
            && !escaped
            && !source[..last_range.start].ends_with('\\')
        {
            *last = Event::Text("**".into());
            last_range.end = range.end;
            continue;
        }
        out.push((event, range));
    }
    out
}

#[cfg(test)]
mod tests {
    fn to_html(text: &str) -> String {
        crate::markdown::to_html(text, "", &|_| None)
    }

    #[test]
    fn bold_next_to_chinese_punctuation() {
        for (text, want) in [
            ("**先公示。**再实施", "<p><strong>先公示。</strong>再实施</p>\n"),
            ("**「重要」**通知", "<p><strong>「重要」</strong>通知</p>\n"),
            ("甲**（注）**乙", "<p>甲<strong>（注）</strong>乙</p>\n"),
            ("**普通** 粗体", "<p><strong>普通</strong> 粗体</p>\n"),
        ] {
            assert_eq!(to_html(text), want, "{text}");
        }
    }

    #[test]
    fn leaves_signs_that_are_meant() {
        for (text, want) in [
            ("\\*\\*不是粗体\\*\\*", "<p>**不是粗体**</p>\n"),
            ("`**代码**`", "<p><code>**代码**</code></p>\n"),
            ("一个 ** 星号", "<p>一个 ** 星号</p>\n"),
        ] {
            assert_eq!(to_html(text), want, "{text}");
        }
    }
}
