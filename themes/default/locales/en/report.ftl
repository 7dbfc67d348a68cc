# Reports (the HTML of `gongkai report`).
rep-told = From { $first } to { $last }, as of { $day }; compared with { $before }.
rep-running = The period has not ended: these numbers will change.
rep-publisher = By { $name }
rep-totals = Together
rep-regions = Regions
rep-communities = { $kind ->
    [village] Villages
   *[urban] Urban communities
}
rep-matrix = { $kind ->
    [village] Villages, item by item
   *[urban] Urban communities, item by item
}
rep-todo = What to do next
rep-todo-note = The most urgent first: errors, what is overdue, what is always missing, what is soon due.
rep-kinds = Errors, findings and warnings
rep-kinds-note = An error cannot be true or must not be seen: it is mended before publication. A finding truly happened and falls short of a rule: it is published as it is. A warning is probably a slip.
rep-by = Catalogue “{ $name }”, by { $basis }
rep-name = Community
rep-region = Region
rep-kind = Kind
rep-kind-village = Villages
rep-kind-urban = Urban
rep-kind-all = All
rep-n = Number
rep-due = Due
rep-published = Published
rep-late = Of them late
rep-na = Not applicable
rep-missing = Missing
rep-near = Soon due
rep-complete = Complete
rep-on-time = In time
rep-change = Change
rep-points = { $sign ->
    [up] +{ $n }
    [down] −{ $n }
   *[same] same
}
rep-rank = Place
rep-rank-of = { $place } of { $of }
rep-stars = Stars
rep-star = { $rubric } { $cycle }: { $stars ->
    [one] one star
   *[other] { $stars } stars
}
rep-errors = Errors
rep-findings = Findings
rep-warnings = Warnings
rep-overdue = Overdue now
rep-code = Code
rep-problem = Problem
rep-count = Times
rep-where = Communities
rep-severity = { $s ->
    [error] Error
    [finding] Finding
    [info] note
   *[warning] Warning
}
rep-urgency = { $u ->
    [error] Error
    [overdue] Overdue
    [absent] Absent
   *[near] Soon due
}
rep-what = { $what ->
    [publish] Publish: { $title }
    [answer] Answer: { $title }
   *[mend] Mend: { $title }
}
rep-for = {" "}({ $period })
rep-over = due by { $due }, { $days ->
    [one] one day
   *[other] { $days } days
} overdue
rep-left = due by { $due }, { $days ->
    [one] one day
   *[other] { $days } days
} left
rep-basis = Ground: { $basis }
rep-place = { $file }, line { $line }
rep-nothing = None.
