# Portals: titles of pages; targets, roll-ups, reference points, names to find by, display of rows.

portal-list-title = { $name }: { $kind ->
        [urban] urban communities
       *[other] villages
    }, page { $n }
portal-all-title = { $name ->
        [none] All villages and communities
       *[other] { $name }: all villages and communities
    }
portal-stars-title = { $name ->
        [none] Star ratings
       *[other] { $name }: star ratings
    }
portal-stars-list-title = { $name }, { $rubric }: { $kind ->
        [urban] urban communities
       *[other] villages
    } by total, page { $n }

gk1820 = reference “{ $name }” says { $value }%, but { $part }/{ $whole } is { $share }%
    .title = share of a reference point disagrees with its numbers
    .help = Correct the number that is wrong; the share may be left out, it is worked out.
    .explain = A reference point tells what others have reached, to be compared with. The share is part over whole, rounded to the places written; both must agree, else one of the numbers is wrong.
gk1821 = reference “{ $name }” has { $part } above and { $whole } below the line, which is no share
    .title = impossible reference point
    .help = The whole is above 0 and the part not above the whole.
    .explain = A reference point is a number of communities over all, or over those rated. With nothing below the line, or more above than below, it is no share; the two were probably swapped.
gk1822 = the roll-up wants { $stars } stars or more, but “{ $rubric }” gives at most { $most }
    .title = roll-up by stars that do not exist
    .help = Write 1 to { $most } stars.
    .explain = A roll-up counts the communities with so many stars by a rubric. A rubric that does not give so many, or zero stars, would make the count mean nothing.
gk1823 = an indicator in “{ $unit }” cannot be rolled up by stars
    .title = roll-up of an indicator that is no share
    .help = Make the unit % and write no 来自; or remove 汇总.
    .explain = A roll-up gives the percentage of communities with so many stars. Indicators that communities publish, or that are worked out from registers, need none: portals count how many reach the target.
gk1824 = the target for “{ $name }” is { $value }{ $unit }
    .title = target of a region out of range
    .help = A percentage lies between 0 and 100; other targets are not below 0.
    .explain = Every region in the settings may have targets of its own. A share is never above a hundred percent, nor below zero.
gk1825 = { $region } has two targets for “{ $name }”
    .title = two targets of one region for one indicator
    .help = Remove one.
    .explain = A region has one target for an indicator; with two, nobody knows which holds. Change value and day when the next stage comes.
gk1826 = region “{ $path }” stands twice
    .title = region twice
    .help = Make them one.
    .explain = Each region stands once in the settings, with its address and its targets. A second entry would have no effect.
gk1827 = “{ $name }” stands twice among name, other names and parts
    .title = name to find by stands twice
    .help = Remove one.
    .explain = Residents find their community by its name, other names, or the names of groups, hamlets and quarters. Once is enough; a second one is probably a slip.
gk1828 = “{ $row }” is on display for { $days } days, fewer than { $min }
    .title = list on display for too few days
    .help = While it is still on display, extend 公示止; afterwards leave it as it was, and the page says so.
    .explain = A list of those selected stays on display for the days that the law sets, so that objections can be made. The strictest rule in force on the first day counts. A shortfall told honestly never blocks publication; the page names the article.
gk1830 = no community lies in region “{ $path }”, so its targets are shown nowhere
    .title = targets of a region in which nobody lies
    .help = Compare the path with 上级 in the communities.
    .explain = The path in the settings runs from the city down, like 上级 in community.yaml; only where both agree does the region have a page for its targets. Otherwise a sign was probably mistyped.
gk1831 = 上级 has { $levels } levels, at most { $most } can be
    .title = too many regions above
    .help = Write the regions from the province or city down to the street, with / between them.
    .explain = Every region above a community has a page of its own. From province to street there are five or six; a dozen usually means that a name holds a stray /.
gk1829 = “{ $row }” has only the { $has ->
        [from] first day of its display, not the last
       *[until] last day of its display, not the first
    }
    .title = half a display period
    .help = Write both days.
    .explain = Only with both days can it be told how long the display is, whether that is enough, and how many days are left for objections.
