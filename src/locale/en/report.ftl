# Words of the matrix pages and of reports.
page-matrix = { $place }: every item in { $period }
crumb-matrix = Item by item

# Reports: titles, heads of columns, command line.
report-title = { $place }: disclosure in { $period } ({ $sort ->
    [month] monthly report
    [quarter] quarterly report
    [half] half-yearly report
   *[year] yearly report
})
report-told = From { $first } to { $last }; as of { $as-of }; compared with { $before }.
report-by = Catalogue “{ $name }”, by { $basis }
report-formula = Completeness = (published + said not to apply) ÷ due; punctuality = (published in time + said not to apply) ÷ due. What is not due yet does not count; villages are compared with villages, urban communities with urban communities.
report-sample = Example: persons, bodies and figures are invented.
report-sheet-overview = Overview
report-sheet-communities = Communities
report-sheet-matrix = Matrix
report-sheet-todo = To do
report-sheet-problems = Problems
report-totals = Together
report-regions = Regions
report-kinds = Errors, findings and warnings by kind
report-village = Village
report-urban = Urban community
report-unknown = Unreadable
report-all = All
report-region = Region
report-community = Community
report-communities = Communities
report-id = Folder
report-kind = Kind
report-due = Due
report-published = Published
report-late = Of them late
report-not-applicable = Not applicable
report-missing = Missing
report-near = Soon due
report-complete = Complete
report-on-time = In time
report-complete-percent = Complete (%)
report-on-time-percent = In time (%)
report-complete-change = Complete, change (points)
report-on-time-change = In time, change (points)
report-rank = Place in its kind
report-rubric = Rating
report-stars = Stars
report-errors = Errors
report-findings = Findings
report-warnings = Warnings
report-overdue = Overdue now
report-todo = To do
report-next = First of all
report-next-line = { $what }: { $title }
report-records = Records
report-last-published = Last published
report-problem = Problem
report-severity = Severity
report-code = Code
report-count = Times
report-urgency = Urgency
report-what = What
report-title-column = Matter
report-period = Period
report-last-day = Last day
report-days-over = Days over (below zero: left)
report-basis = Ground
report-place = File and line
report-urgency-error = Error
report-urgency-overdue = Overdue
report-urgency-absent = Absent
report-urgency-near = Soon due
report-what-publish = Publish
report-what-answer = Answer
report-what-mend = Mend
report-cell-published = in time
report-cell-late = { $days } days late
report-cell-missing = missing, { $days } days over
report-cell-absent = missing
report-cell-near = { $days } days left
report-cell-not-applicable = not applicable
report-cell-due = not due yet
report-done = The report is at { $path }: { $communities ->
    [one] one community
   *[other] { $communities } communities
}, { $overdue } overdue, { $errors ->
    [one] one error
   *[other] { $errors } errors
}.
report-refused = Settings or profiles have errors: no report can be made before they are mended.
report-bad-period = --period takes a year, half-year, quarter or month such as 2026, 2026H1, 2026Q3, 2026-10, not “{ $text }”.
report-future = { $period } has not begun yet (today is { $today }): there is nothing to report.
report-no-region = There is no region “{ $text }”{ $near ->
    [none] .
   *[other] ; the nearest is “{ $near }”.
}
report-which-region = Several regions are called “{ $text }”; write one in full: { $paths }.
cli-report = Report on many communities: monthly, quarterly, yearly
cli-report-period = Period: 2026-10, 2026Q3, 2026H1, 2026
cli-report-region = Only this region: path or name
cli-report-as-of = Day to count by
cli-report-community = Only these communities
cli-report-format = Form; by the ending of --out where missing, else xlsx
cli-report-out = File of the report, - for standard output; where missing in the current folder, csv and json on standard output
