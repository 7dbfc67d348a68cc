# New records: questions, and notes in the file.
new-needs-terminal = name the kind of record and its title, such as: gongkai new decision 三组道路硬化. On a terminal, gongkai new alone asks for each.
new-ask-kind = Which kind of record?
new-ask-community = Which community?
new-ask-title = Title:{" "}
new-ask-published = First day of display (today is { $today }; Enter leaves it open):{" "}
ask-number = Number:{" "}
ask-number-again = Please type a number from 1 to { $count }:{" "}
ask-text-again = Please type a title:{" "}
ask-date-again = That is no date; please write it like 2026-08-11:{" "}
ask-ended = The questions were not answered; nothing was made.
new-how = Lines with “#” may be left out; take the leading “# ” away to fill one in.
new-note-and = ;{" "}
new-note-must = required: { $note }
new-note-choice = one of: { $choices }
new-note-list = a list{ $form ->
    [none] {""}
   *[other] , each: { $form }
}
new-note-parts = with: { $parts }

schema-missing = “{ $field }” is missing
field-title = what it is about, in one line
field-published = first day of display
field-until = last day of display
field-maker = who made the record; not the reviewer
field-review = who reviewed it before publication, and the opinion
field-attachments = minutes, photographs, contracts and other files
field-corrections = what was corrected after publication, and why; kept for ever
field-no-search = with 是, search finds it by its title alone
field-privacy-waivers = numbers that are published as they are: their last four signs and the reason
field-language = the language it is written in; Chinese if missing
field-translations = the same in other languages
field-sample = with 是, it is an invented example
