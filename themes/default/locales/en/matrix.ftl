# The matrix: item by item.
por-matrix = Item by item (by quarter)
mx-quarters = Choose a quarter
mx-running = {" "}(still running)
mx-group = { $kind ->
    [village] { $n ->
        [one] One village
       *[other] { $n } villages
    }
   *[urban] { $n ->
        [one] One urban community
       *[other] { $n } urban communities
    }
}
mx-by = by the catalogue “{ $catalogue }”
mx-caption-regions = Share done in time in the regions below; ▲ where something is not published, △ where all is published and some was late
mx-caption = A row for each { $kind ->
    [village] village
   *[urban] urban community
}, a cell for each item; slide sideways to see all items; the name leads to its catalogue
mx-formula = Completeness = (published + said not to apply) ÷ due; punctuality = (published in time + said not to apply) ÷ due. What is not due yet does not count.
mx-part = { $from } to { $to } of { $of }
mx-pages = Pages
mx-page-of = Page { $at } of { $of }
mx-prev = Previous page
mx-next = Next page
mx-name = { $kind ->
    [village] Village
    [urban] Community
   *[region] Region
}
mx-complete = Complete
mx-on-time = In time
mx-missing = Missing
mx-n = ({ $n })
mx-total = Together
mx-none = Nothing was due in this quarter.
mx-legend = Legend
mx-legend-published = published in time
mx-legend-late = published late, by so many days
mx-legend-missing = not published, so many days overdue
mx-legend-near = soon due, in so many days
mx-legend-not-applicable = said not to apply
mx-legend-due = not due yet
mx-legend-part = 2/3: two of three are published
mx-legend-empty = empty: nothing falls into this quarter
mx-w-published = in time
mx-w-late = late, days
mx-w-missing = missing, days overdue
mx-w-absent = missing
mx-w-near = soon due, days left
mx-w-not-applicable = does not apply
mx-w-due = not due yet
mx-s-missing = some missing
mx-s-near = some soon due
mx-s-late = some late
