# Portals: finding one's own, regions, targets, news, stars of a region.
# $type and $kind are village | urban. "#" is filled by the script with a number.
# What cannot be compared says why.
por-count = { $n }
por-found-more = # found, the first 20 are shown; one more letter makes them fewer
por-found-none = Nothing found; try another name, or look at the list of all names
por-all = All villages and communities by name
por-stars-page = Star ratings at a glance
por-region = Region
por-number = Communities
por-split = { $villages } rural, { $urban } urban
por-three = 3+ stars
por-sum = { $name }, total
por-table-of = { $type ->
    [urban] Urban communities
   *[other] Villages
}
type-village = Village
type-urban = Urban community
por-median = Median
por-median-of = { $own ->
    [true] { $kind ->
        [urban] { $n } urban communities here
       *[other] { $n } villages here
    }
   *[other] { $kind ->
        [urban] { $n } urban communities of { $region }
       *[other] { $n } villages of { $region }
    }
}
por-median-none = Fewer than 5 of this kind: no median.
por-leaf = Page { $n }
por-leaves = On { $n } pages, in the order of pinyin.
por-leaf-sort = The heads sort this page only.
por-news = Newly published
por-news-more = { $n } more
por-caption-regions = On time and complete are of all that was due in the region; three stars by the newest rating that counts
por-news-none = Nothing has been published yet.
por-silent = Nothing new for long
por-silent-n = { $n ->
    [one] 1 community has published nothing new for { $days } days or more:
   *[other] { $n } communities have published nothing new for { $days } days or more:
}
por-silent-days = last on { $date }, { $days } days ago
por-silent-rest = and { $n } more
por-silent-none = All have published something in the last { $days } days.
por-goals = Targets
por-aim = target { $value }{ $unit }
por-aim-lower = target at most { $value }{ $unit }
por-aim-of = {" "}(set by { $name })
por-aim-left = by { $date }, { $days } days left
por-aim-over = by { $date }, { $days } days ago
por-lacking = { $n } lacking
por-share-all = { $part } with { $stars } stars or more by { $rubric }, of all { $all }
por-share-rated-too = ; { $value }% of the { $rated } rated
por-share-rated = { $part } with { $stars } stars or more by { $rubric }, of the { $rated } rated
por-needed = At least { $target }%: { $needed } of { $whole } are needed, { $lacking } are lacking.
por-needed-met = At least { $target }%: { $needed } of { $whole } are needed, and are there.
por-reference = Compare: { $name } { $part }/{ $whole }, { $value }%
por-counted = Indicators that communities publish
por-counted-note = Counted among those that published; not published does not mean not reached
por-indicator = Indicator
por-target = Target
por-reached = Reached
por-published = Published
all-lede = All villages and communities by region; below each its other names, groups, hamlets and quarters.
sta-lede = Compared only within one rubric, one cycle and one kind. Every star and total leads to its numbers.
sta-none = None of the { $all } communities here has been rated yet.
sta-line = Of all { $all }, { $rated } hold a rating and { $unrated } did not take part in this cycle.
sta-n-upcoming = { $n } not yet on display
sta-n-on-display = { $n } on display, not counted yet
sta-n-contested = { $n } with an objection not yet answered, among those that hold a rating
sta-n-expired = { $n } expired, no longer counted
sta-zero = no star
sta-three = { $n } with three stars or more: { $rated }% of those rated, { $all }% of all.
sta-change = { $rose } rose and { $fell } fell since the cycle before.
sta-quotas = Quotas
sta-quota = { $stars } stars for at most { $percent }%: of { $base } { $passed ->
    [true] that passed
   *[other] rated
}, { $places } places; by score there are { $count }
sta-over = { $n } over
sta-within = within
sta-quota-note = The bureau applies quotas among all that take part; this is only arithmetic on this page and changes nobody's stars.
sta-list = { $type ->
    [urban] Urban communities by total
   *[other] Villages by total
}
sta-few = { $type ->
    [urban] Fewer than 5 urban communities can be compared: no ranks.
   *[other] Fewer than 5 villages can be compared: no ranks.
}
sta-ties = Equal totals share a rank, and the next rank counts them.
sta-tied = shared
sta-rank = Rank
sta-total = Total
sta-before = { $n } stars the cycle before
sta-contested = objection not yet answered
sta-why-sample = too few residents asked, no rank
sta-why-upcoming = not yet on display, no rank
sta-why-on-display = on display, no rank
sta-why-expired = expired, no rank
sta-rest = The first { $shown } here; all of them on { $n } pages:
