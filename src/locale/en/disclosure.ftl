# Disclosures.

disclosure-summary = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
disclosure-not-applicable = not applicable: { $reason }

gk1201 = “{ $catalogue }” has no item “{ $name }”
    .title = unknown catalogue item
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = An item is named by its code in the catalogue, such as A1 or F2. Under a wrong code the disclosure does not count for what it tells.
gk1202 = item { $code } ({ $item }) { $side ->
        [ended] ended on { $to } and was no longer due on { $day }
       *[not-yet] is due from { $from } only, not yet on { $day }
    }
    .title = item not in force
    .help = Check the period, or use another item.
    .explain = Catalogues follow the law. Family planning, for one, is no longer on the list since 1 January 2026, while outcomes of consultations are. A record is judged by the catalogue of the time it tells of.
gk1203 = item { $code } ({ $item }) is not meant for { $type ->
        [village] villages
       *[urban] urban communities
    }
    .title = item for others
    .help = Use an item that applies here.
    .explain = Villages and urban communities follow different laws. Land contracts, for one, are disclosed in villages only, the funds of residents' committees in urban communities only.
gk1204 = item { $code } is due { $frequency ->
        [monthly] every month
        [quarterly] every quarter
        [half-yearly] every half-year
        [yearly] every year
        [event] when something happens
       *[standing] always
    }, but the period is { $period }
    .title = period does not fit
    .help = Write a period such as { $frequency ->
        [monthly] 2026-09
        [quarterly] 2026Q3
        [half-yearly] 2026H1
        [yearly] 2026
       *[event] 2026-09-03
    }.
    .explain = The period should be as long as the catalogue's rhythm or shorter, else nobody can tell which one was published. To publish more often is welcome.
gk1205 = item { $code } is due { $frequency ->
        [monthly] every month
        [quarterly] every quarter
        [half-yearly] every half-year
        [yearly] every year
        [event] when something happens
       *[standing] always
    }, but there is no period
    .title = no period
    .help = Add a period such as { $frequency ->
        [monthly] 2026-09
        [quarterly] 2026Q3
        [half-yearly] 2026H1
        [yearly] 2026
       *[event] 2026-09-03
    }.
    .explain = What is due by period must tell which one, so that published and missing ones can be told apart.
gk1206 = due by { $due }, published on { $published }: { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
    .title = published late
    .help = Leave the date as it is, and publish the next one in time.
    .explain = The catalogue sets a last day for each item. What is late is published all the same, and the page says how late. An earlier date would be a falsehood, which is far worse than a few days.
gk1207 = published on { $published }, before { $period } was over on { $last }
    .title = published before the period was over
    .help = Check the period and the date.
    .explain = Of a period that is not over, the whole cannot be told. Often the period or its year is wrong.
gk1208 = item { $code } lists persons, and the list has no last day
    .title = list without end
    .help = Add 名单到期; the list will leave the page by itself, the totals will stay.
    .explain = When its purpose is fulfilled, a list of persons must go: Personal Information Protection Law, article 47. Totals, counts and amounts stay for ever.
gk1209 = the list ends on { $until }, before it is published on { $published }
    .title = list ends before it begins
    .help = Compare both dates.
    .explain = A list that ends before it is published was never published. The dates may be exchanged, or a year is wrong.
gk1210 = stated as not applicable, but there are { $count } rows
    .title = not applicable, yet rows
    .help = Remove either 不适用 or the rows.
    .explain = Not applicable means that there was nothing of the kind. Both cannot be true.
