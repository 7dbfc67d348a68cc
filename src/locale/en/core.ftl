# The program's own words: command line, general words, page titles.
# The words of diagnostics stand in diagnostics.ftl and in the file of each kind of record.
severity-error = error
severity-finding = finding
severity-warning = warning
severity-info = info
label-help = help
label-basis = basis
meaning-error = Error: it cannot be true, or must not be seen. A record with an error is not published until it is put right.
meaning-finding = Finding: it truly happened and falls short of a rule. It is published on the page with its article and never blocks.
meaning-warning = Warning: probably a slip; please look again. It does not block.
meaning-info = Info: it could be better. It does not block.

list-between = {", "}
check-summary = Checked { $communities } communities, { $records } records: { $errors } errors, { $findings } findings, { $warnings } warnings.
build-done = { $files } files, { $written } written now. Open in a browser: { $path }
build-refused = There are errors: nothing was published and the old output is untouched. Put them right and run again, or publish the sound records with --keep-going.
no-workspace = There is no content/site.yaml from "{ $path }" upwards. Run inside a workspace, name one with --root, or make one with gongkai init.
bad-as-of = --as-of wants a date such as 2026-11-23; "{ $text }" is not one.
unknown-code = There is no code "{ $code }". Run gongkai explain without a code to see all.
unknown-kind = There is no kind of record "{ $kind }". Known: { $known }.
unknown-community = There is no community "{ $id }". Known: { $known }.
which-community = There are several communities; say which one with --community: { $known }.
init-done = The workspace is ready: { $path }. Next: gongkai check, gongkai build.
init-exists = "{ $path }" already has content/site.yaml; it was left alone.
new-done = Made { $path }. Replace every 待填 by what is true, then run gongkai check.
new-exists = "{ $path }" already exists; it was left alone.
schema-done = Wrote { $count } files into { $path }.

io-list = cannot list the folder "{ $path }": { $cause }
io-read = cannot read the file "{ $path }": { $cause }
io-create = cannot make the folder "{ $path }": { $cause }
io-write = cannot write the file "{ $path }": { $cause }
io-remove = cannot clear away "{ $path }": { $cause }
io-sync = cannot bring "{ $path }" onto the disk: { $cause }
markup-refused = the template "{ $template }" makes a page ({ $page }) that holds what pages may not hold: { $what }. Nothing was published. If it comes from the text of a record, take "safe" out of the template; if the template says so itself, use style sheets and script files.
io-busy = another gongkai is writing to "{ $path }". Try again when it has finished.
io-large = the file "{ $path }" is larger than 100 MB and was not read. Make it smaller or divide it; a film belongs on a film site, with a link to it here.
io-move = cannot put the new file "{ $path }" in place: { $cause }

cli-about = Compiles the disclosure records of villages and urban communities into searchable, verifiable static sites
cli-init = Make a new workspace
cli-new = Make a new record
cli-check = Check all records and tell every mistake at once
cli-build = Build all sites
cli-schema = Write the JSON Schema of every kind of record, for editors
cli-explain = Explain a code: cause, fix, legal ground
cli-completions = Print a completion script for a shell
cli-global-root = Workspace folder
cli-global-lang = Language: zh or en
cli-global-quiet = Say only what is wrong
cli-global-verbose = Say more
cli-init-dir = Where; the current folder if missing
cli-init-name = Name of the first community
cli-new-kind = Kind of record, such as decision
cli-new-title = Title
cli-new-community = Which community; not needed where there is only one
cli-check-strict = Findings and warnings fail too
cli-check-format = Form of the messages: long, short, json
cli-check-as-of = Day to stand for today
cli-check-community = Check only these communities
cli-check-fix-privacy = Mask identity numbers, cards and private telephones in records and tables
cli-check-dry-run = Only tell what would be masked
privacy-masked = { $path }:{ $line }:{ $column }: { $dry ->
    [yes] would become
   *[no] is now
} { $text }
privacy-unusual = { $path }: written in an unusual way and left as it is; please mask it by hand.
privacy-mask-summary = { $dry ->
    [yes] { $count } would be masked, in { $files } files; no file was changed.
   *[no] { $count } masked, in { $files } files. What they were is kept on this machine in .gongkai/versions and never published; it can be deleted when all is well.
}
cli-build-out = Output folder; output if missing
cli-build-as-of = Day to stand for today
cli-build-community = Build only these communities
cli-build-keep-going = Leave out records with errors and publish the rest
cli-build-theme = Theme in place of that of the settings, such as kiosk
cli-schema-out = Folder to write to; printed if missing
cli-schema-kind = Only this kind
cli-explain-code = Code such as GK0301; all codes if missing
cli-completions-shell = Shell

page-catalogue = Catalogue
page-law = Laws and processes cited
# The name of this language, and how dates are written.
language-name = English
date-full = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
period-year = { $year }
period-half = half { $n } of { $year }
period-quarter = quarter { $n } of { $year }
period-month = { $year }-{ $n }
calendar-title = Last day to publish: { $name }, { $period }
page-periods = By period
page-corrections = Corrections
page-404 = No such page
page-letters = By letter
page-search = Search
feed-correction = Corrected: { $title }
feed-correction-summary = { $reason }{ $old ->
    [none] {""}
   *[other] . Before: { $old }
}{ $new ->
    [none] {""}
   *[other] . Now: { $new }
}
section-decisions = Decisions
section-disclosures = Disclosures
section-finance = Finance
section-evaluations = Star ratings
section-projects = Projects
section-registers = Registers
section-indicators = Indicators
section-queries = Questions and answers
section-pages = About and guides

schema-text = Text
schema-money = An amount in yuan with at most two places; 8,600.50 is fine, and so is 1.2万元
schema-date = A date such as 2026-08-11
schema-period = A period such as 2026, 2026H1, 2026Q3, 2026-09
schema-integer = A whole number
schema-number = A number
schema-fraction = A fraction such as 2/3
schema-yes-no = 是 (yes) or 否 (no)
schema-reference = File name, without ending, of a record in { $folder }
schema-profile = Id or name of a profile in profiles/{ $folder }
schema-file = Path of a file in the community's folder
schema-table = A table: path of a CSV file, or its rows
init-name = 示例村

cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-help = Print help
cli-version = Print version
cli-wrong-command = There is no command "{ $what }".
cli-wrong-flag = There is no option "{ $what }".
cli-wrong-value = "{ $flag }" cannot be "{ $what }".
cli-wrong-missing = Missing: { $what }.
cli-wrong-other = The command line cannot be understood.
cli-wrong-hint = Run gongkai --help.
