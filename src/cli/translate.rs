//! Help and usage errors in the reader's language.
//!
//! In: the definition of the command line, and what it refused. Out: the same in words of the
//! Fluent files (`cli-…`). Never changes what is accepted.

use clap::error::{ContextKind, Error, ErrorKind};

use crate::locale::Messages;

/// The command line with its help in a language.
pub(super) fn command(command: clap::Command, words: &Messages) -> clap::Command {
    let command = describe(command, "cli-global", words);
    let about = words.word("cli-about");
    let command = command.about(about).help_template(template(words, true));
    command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        let about = words.word(&format!("cli-{name}"));
        describe(sub, &format!("cli-{name}"), words).about(about).help_template(template(words, false))
    })
}

/// Gives every argument the help that stands under `<prefix>-<name>`.
fn describe(command: clap::Command, prefix: &str, words: &Messages) -> clap::Command {
    command.mut_args(|arg| {
        let id = match arg.get_id().as_str() {
            name @ ("help" | "version") => format!("cli-{name}"),
            name => format!("{prefix}-{}", name.replace('_', "-")),
        };
        match words.find::<&str, &str>(&id, &[]) {
            // The words name the values; clap would list them in English.
            Some(help) if arg.get_action().takes_values() => arg.help(help).hide_possible_values(true),
            Some(help) => arg.help(help),
            None => arg,
        }
    })
}

fn template(words: &Messages, top: bool) -> String {
    let usage = words.word("cli-usage");
    let options = words.word("cli-options");
    if top {
        let commands = words.word("cli-commands");
        format!("{{about}}\n\n{usage}: {{usage}}\n\n{commands}:\n{{subcommands}}\n\n{options}:\n{{options}}")
    } else {
        let arguments = words.word("cli-arguments");
        format!("{{about}}\n\n{usage}: {{usage}}\n\n{arguments}:\n{{positionals}}\n\n{options}:\n{{options}}")
    }
}

/// What is wrong with a command line, in one sentence and a hint.
pub(super) fn refusal(error: &Error, words: &Messages) -> String {
    let told = |kind: ContextKind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let say = |id: &str, what: String| words.text(id, &[("what", what), ("flag", told(ContextKind::InvalidArg))]);
    let sentence = match error.kind() {
        ErrorKind::InvalidSubcommand => say("cli-wrong-command", told(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => say("cli-wrong-flag", told(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => say("cli-wrong-value", told(ContextKind::InvalidValue)),
        ErrorKind::MissingRequiredArgument => say("cli-wrong-missing", told(ContextKind::InvalidArg)),
        _ => words.word("cli-wrong-other"),
    };
    format!("{sentence}{}", words.word("cli-wrong-hint"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::args::Args;
    use crate::locale::{Language, messages};

    #[test]
    fn every_argument_has_its_words() {
        for language in [Language::Chinese, Language::English] {
            let words = messages(language);
            for sub in Args::command().get_subcommands() {
                for arg in sub.get_arguments() {
                    let id = format!("cli-{}-{}", sub.get_name(), arg.get_id().as_str().replace('_', "-"));
                    assert!(words.find::<&str, &str>(&id, &[]).is_some(), "{id} has no words in {}", language.tag());
                }
            }
        }
    }
}
