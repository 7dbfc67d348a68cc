# The frame of every page: identity, tools, nav, footer.
# Arguments: $type (village | urban | ""), $date, $generator.
# No kind of record is described here.
skip = Skip to the text
seal = 公开
sample = Sample
sample-note = People, bodies and figures are invented.
region = Region
nav = Sections
crumbs = You are here
search = Search
tool-big = Large type
tool-tone = Colours:{" "}
tool-tones = automatic|light|dark|high contrast
nav-home = Home
nav-catalogue = Catalogue
nav-decisions = Decisions
nav-disclosures = Items
nav-finance = Finance
nav-evaluations = Stars
nav-projects = Projects
nav-registers = Registers
nav-indicators = Indicators
nav-queries = Questions
nav-periods = By date
nav-search = Search
nav-pages = { $type ->
    [urban] Community
   *[other] Village
}
foot-address = Address
foot-phone = Office phone
foot-hours = Office hours
foot-hotline = Complaints phone
foot-host = Host
foot-operator = Operator
foot-corrections = Corrections
foot-publisher = Publisher
as-of = Data as of { $date }
made-with = Made with { $generator }
until = on display until { $date }
yuan = { $amount } yuan
total = Total
count-n = { $n ->
    [one] { $n } item
   *[other] { $n } items
}
people-n = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
findings-n = { $n ->
    [one] { $n } finding
   *[other] { $n } findings
}
stars-n = { $n } of { $max } stars
progress-line = Step { $step } of { $of }
progress-label = Step { $step } of { $of }: { $label }
progress-percent = { $n }% done
left-out = Left out because of errors
data-csv = Download this section (CSV)
data-json = Data of this page (JSON)
section-empty = Nothing has been published under “{ $what }” yet.
nf-title = There is no such page
nf-line = The address may be mistyped, or the record may have moved. What was published is not deleted; it can be found from here.
nf-home = Home
nf-catalogue = The catalogue
nf-periods = Everything by date
