//! From text to tree.
//!
//! In: one YAML document, and where it begins in its file. Out: its root node, or nothing
//! after a diagnostic. Never recurses: depth and size have fixed limits (depth ≤ 32, 2 MiB).

use granit_parser::{Event, Options, Parser, ScalarStyle, StructureStyle};

use super::lint;
use super::node::{Entry, Node, NodeKind};
use crate::diagnostic::{Diagnostic, FileId, Sink, Span, code};
use crate::text::MAX_BYTES;

/// How deep lists and mappings may be nested.
pub const MAX_DEPTH: usize = 32;
/// How many keys one mapping may have: far above any record, low enough that looking for
/// duplicates by going through them stays quick.
const MAX_KEYS: usize = 1_000;

/// A list or mapping that is still open.
struct Open {
    start: usize,
    flow: bool,
    body: OpenBody,
}

enum OpenBody {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<(String, Span)> },
}

/// Reads `text`, which begins at byte `base` of `file`.
///
/// Gives `None` after a diagnostic where the text is not one readable document.
pub fn parse(file: FileId, text: &str, base: usize, sink: &mut Sink) -> Option<Node> {
    if text.len() > MAX_BYTES {
        sink.push(Diagnostic::new(&code::TOO_LARGE, Span::top(file)).arg("limit", "2 MiB"));
        return None;
    }
    if lint::tab_indent(file, text, base, sink) {
        return None;
    }
    Tree { file, base, text, sink, open: Vec::new(), root: None }.build()
}

struct Tree<'a> {
    file: FileId,
    base: usize,
    text: &'a str,
    sink: &'a mut Sink,
    open: Vec<Open>,
    root: Option<Node>,
}

impl Tree<'_> {
    fn build(mut self) -> Option<Node> {
        let mut options = Options::default();
        options.emit_comments = lint::may_have_comment_after_value(self.text);
        options.emit_unresolved_aliases = true;
        options.flow_nesting_limit = MAX_DEPTH * 2;
        options.block_nesting_limit = MAX_DEPTH * 2;
        let mut last_scalar_line = None;
        for next in Parser::new_from_str_with_options(self.text, options) {
            let (event, span) = match next {
                Ok(pair) => pair,
                Err(error) => {
                    let at = error.marker().byte_offset().unwrap_or(0);
                    let here = self.span(at, at);
                    if !lint::fullwidth_colon_line(self.file, self.text, self.base, at, self.sink) {
                        let cause = error.info();
                        self.sink.push(Diagnostic::new(&code::YAML_SYNTAX, here).arg("cause", cause));
                    }
                    return None;
                }
            };
            let range = span.byte_range().unwrap_or(0..0);
            let place = self.span(range.start, range.end);
            if event.is_alias() || event.anchor_id().is_some() || event.tag().is_some() {
                self.sink.push(Diagnostic::new(&code::ALIAS, place));
                return None;
            }
            match event {
                Event::Scalar(value, style, _, _) => {
                    let written = self.text.get(range.clone()).unwrap_or_default();
                    lint::escaped_sign(&value, written, place, self.sink);
                    if matches!(style, ScalarStyle::Plain) {
                        last_scalar_line = Some(span.end.line());
                        let flow_list = self.open.last().is_some_and(|o| o.flow && matches!(o.body, OpenBody::List(_)));
                        lint::plain_scalar(&value, place, flow_list, self.sink);
                    }
                    let node = scalar(value.into_owned(), style, place);
                    self.put(node)?;
                }
                Event::Comment(text, _) if last_scalar_line == Some(span.start.line()) => {
                    lint::comment_after_value(&text, place, self.sink);
                }
                Event::SequenceStart(style, ..) => self.enter(range.start, style, OpenBody::List(Vec::new()))?,
                Event::MappingStart(style, ..) => {
                    self.enter(range.start, style, OpenBody::Map { entries: Vec::new(), key: None })?;
                }
                Event::SequenceEnd | Event::MappingEnd => self.leave(range.end)?,
                _ => {}
            }
        }
        self.root
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.base + start, self.base + end)
    }

    fn enter(&mut self, start: usize, style: StructureStyle, body: OpenBody) -> Option<()> {
        if self.open.len() >= MAX_DEPTH {
            let here = self.span(start, start);
            self.sink.push(Diagnostic::new(&code::TOO_DEEP, here).arg("limit", MAX_DEPTH));
            return None;
        }
        self.open.push(Open { start, flow: matches!(style, StructureStyle::Flow), body });
        Some(())
    }

    fn leave(&mut self, end: usize) -> Option<()> {
        let done = self.open.pop()?;
        let kind = match done.body {
            OpenBody::List(items) => NodeKind::List(items),
            OpenBody::Map { entries, .. } => NodeKind::Map(entries),
        };
        // A block collection ends where the next thing begins: cut the blank space after it.
        let end = done.start + self.text[done.start..end.max(done.start)].trim_end().len();
        let span = self.span(done.start, end);
        self.put(Node { kind, span })
    }

    /// Puts a finished node where it belongs: root, list item, key, or value.
    fn put(&mut self, node: Node) -> Option<()> {
        match self.open.last_mut().map(|o| &mut o.body) {
            None if self.root.is_none() => self.root = Some(node),
            None => {
                self.sink.push(Diagnostic::new(&code::YAML_SYNTAX, node.span).arg("cause", "second document"));
                return None;
            }
            Some(OpenBody::List(items)) => items.push(node),
            Some(OpenBody::Map { entries, key }) => match key.take() {
                None => *key = Some((node.text().unwrap_or_default().to_owned(), node.span)),
                Some((name, key_span)) => {
                    if entries.len() >= MAX_KEYS {
                        let many = Diagnostic::new(&code::TOO_LARGE, key_span);
                        self.sink.push(many.arg("limit", MAX_KEYS));
                        return None;
                    }
                    if let Some(first) = entries.iter().find(|e| e.key == name) {
                        let twice = Diagnostic::new(&code::DUPLICATE_KEY, key_span);
                        self.sink.push(twice.arg("key", &name).also(first.key_span));
                    } else {
                        entries.push(Entry { key: name, key_span, value: node });
                    }
                }
            },
        }
        Some(())
    }
}

fn scalar(text: String, style: ScalarStyle, span: Span) -> Node {
    let plain = matches!(style, ScalarStyle::Plain);
    let null = plain && matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL");
    let kind = if null { NodeKind::Null } else { NodeKind::Scalar { text, plain } };
    Node { kind, span }
}
