//! Questions on a terminal.
//!
//! In: lines that a person types. Out: answers that can be used; the question is asked again until there is one.
//! Never gives up by itself: only the end of input does.

use std::io::{BufRead, Write};

use crate::error::Error;
use crate::locale::Messages;
use crate::value::{Date, half_width, read_date};

/// Asks and listens.
pub(super) struct Ask<'w, R, W> {
    answers: R,
    out: W,
    words: &'w Messages,
}

impl<'w, R: BufRead, W: Write> Ask<'w, R, W> {
    /// Asks on `out`, listens to `answers`.
    pub(super) fn new(answers: R, out: W, words: &'w Messages) -> Self {
        Self { answers, out, words }
    }

    /// Which of several things, by its number.
    pub(super) fn one_of(&mut self, question: &str, names: &[String]) -> Result<usize, Error> {
        let mut text = format!("{question}\n");
        for (at, name) in names.iter().enumerate() {
            text.push_str(&format!("{:>3}  {name}\n", at + 1));
        }
        text.push_str(&self.words.word("ask-number"));
        self.say(&text)?;
        loop {
            let answer = half_width(&self.line()?);
            match answer.parse::<usize>() {
                Ok(number) if (1..=names.len()).contains(&number) => return Ok(number - 1),
                _ => self.say(&self.words.text("ask-number-again", &[("count", names.len().to_string())]))?,
            }
        }
    }

    /// Some text, which may not be empty.
    pub(super) fn text(&mut self, question: &str) -> Result<String, Error> {
        self.say(question)?;
        loop {
            let answer = self.line()?;
            if !answer.is_empty() {
                return Ok(answer);
            }
            self.say(&self.words.word("ask-text-again"))?;
        }
    }

    /// A day, or none.
    pub(super) fn date(&mut self, question: &str) -> Result<Option<Date>, Error> {
        self.say(question)?;
        loop {
            let answer = self.line()?;
            if answer.is_empty() {
                return Ok(None);
            }
            match read_date(&answer) {
                Some(day) => return Ok(Some(day)),
                None => self.say(&self.words.word("ask-date-again"))?,
            }
        }
    }

    fn say(&mut self, text: &str) -> Result<(), Error> {
        let done = self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush());
        done.map_err(|cause| Error::io("io-write", "stderr", cause))
    }

    fn line(&mut self) -> Result<String, Error> {
        let mut line = String::new();
        match self.answers.read_line(&mut line) {
            Ok(0) => Err(Error::Usage(self.words.word("ask-ended"))),
            Ok(_) => Ok(line.trim().to_owned()),
            Err(cause) => Err(Error::io("io-read", "stdin", cause)),
        }
    }
}
