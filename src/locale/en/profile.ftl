# Profiles: rubrics, catalogues, registers, indicators, processes, rules.

gk1301 = the weights of “{ $key }” sum to { $sum }, not to 100
    .title = weights do not sum to 100
    .help = Change them so that they sum to 100.
    .explain = Weights are percent. If they do not sum to 100, the total is not out of 100 and the bounds of the levels mean nothing.
gk1302 = “{ $name }” stands twice
    .title = name twice in a profile
    .help = Rename one of the two, or remove it.
    .explain = Ids, codes and heads are unique within a profile, else a record that names one could mean either.
gk1303 = { $upper ->
    [0] { $lower } stars end at { $end }: higher totals belong nowhere
   *[other] { $lower } stars end at { $end }, { $upper } stars begin at { $upper_min }: they do not join
}
    .title = levels do not join
    .help = Stars follow one another; write lower bounds only, each level reaches up to the next.
    .explain = Levels are lower bounds: each reaches up to the next one, so that 89.5 belongs somewhere. “80 to 89” and “90 to 100”, or a star left out, leave totals that belong nowhere. The highest level has no upper end.
gk1333 = { $lower } stars ({ $lower_min } to { $end }) and { $upper } stars (from { $upper_min }) overlap
    .title = levels overlap
    .help = More stars need a higher bound; one line for each star; no level ends above the bound of the next.
    .explain = A total belongs to one level only. The same stars written twice, bounds that are equal or out of order, or an end above the bound of the next level would give two answers for one total.
gk1334 = the lowest level, { $star } stars, begins at { $min }: lower totals belong nowhere
    .title = nothing said below the lowest level
    .help = Let the lowest level begin at 0, or say “无星: 未达标” where lower totals get no star.
    .explain = Every total must belong somewhere. Where the lowest level does not begin at zero, “无星” (unrated) says what it is called to be below it.
gk1335 = items of “{ $source }” in “{ $dimension }” make { $sum } points, not { $max }
    .title = items do not make up the points
    .help = Change the most points of the items so that they add up to those of the dimension.
    .explain = Where a source judges by items, their most points add up to those of the dimension; else full marks can never be had, or be exceeded. Where several sources have items, each adds up by itself.
gk1336 = item “{ $item }” has no “{ $key }”
    .title = incomplete item
    .help = Add “{ $key }”.
    .explain = A threshold needs a target (or an indicator that has one), a count needs points for each, deductions need a list of faults, the target of a ratio is above zero. With several sources an item also says which of them judges.
gk1337 = { $what ->
    [no-line] stars one by one, without “得星线”
    [both] stars one by one, and levels too
   *[other] “得星线” without “得星: 逐项”
}
    .title = unclear how stars are earned
    .help = Write levels for stars by the total; “得星: 逐项” and “得星线” for a star for each dimension.
    .explain = Some schemes divide the total into levels, others give a star for every dimension that reaches a line. With both, or half of one, nobody knows how many stars there are.
gk1338 = a cap names either a source or a dimension
    .title = unclear cap
    .help = Keep one of “来源” and “维度”.
    .explain = A cap says how many stars there are at most when a source or a dimension scores low. With both or neither nobody knows which score is meant.
gk1339 = { $star } stars ask for { $min } in every dimension, less than the { $lower_min } of { $lower } stars
    .title = floors out of order
    .help = More stars cannot ask for less.
    .explain = The more stars, the stricter. Out of order, one could have enough for many stars and too little for few.
gk1304 = “{ $key }” holds nothing
    .title = nothing in a profile
    .help = Write at least one.
    .explain = A profile without dimensions, sources, levels, columns or items has no effect. Fill it in, or remove the file to use the program's own.
gk1305 = this profile has no “{ $name }”
    .title = unknown part of a profile
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = One part of a profile names another that is not there. A cap names a source of scores; a publication follows a step, or 常设, 各步, 开工, 完工.
gk1306 = “{ $name }” is { $value }; it must be between { $min } and { $max }
    .title = number out of range in a profile
    .help = Bring it into the range.
    .explain = The number is beyond what makes sense. Shares lie between 0 and 1, scores between 0 and 100, stars do not exceed the most stars.
gk1307 = item { $code } is not due by period, so 限期 has no effect
    .title = due day without effect
    .help = Write 限期天数: the days after the event.
    .explain = 限期 is a day of the month after a period. What is due at once has days after the event instead.
gk1308 = it ends on { $to }, before it begins on { $from }
    .title = profile ends before it begins
    .help = Compare both dates.
    .explain = A profile cannot end before it begins. The dates may be exchanged, or a year is wrong.
gk1309 = item { $code } is a sensitive list, but names are shown in full
    .title = sensitive names in full
    .help = Write 部分 or 不公开.
    .explain = Lists of people who get aid are sensitive; full names can do harm. Personal Information Protection Law, article 28: only what is needed.
gk1310 = “{ $column }” holds no numbers and cannot be summed
    .title = total of words
    .help = Remove 合计, or make it a number or money.
    .explain = Only numbers and money can be summed.
gk1316 = "{ $name }" asks for { $own }, less than the { $law } above it{ $from ->
    [none] {""}
   *[other] {" "}(from { $from })
}.
    .title = looser than the law
    .help = ask for at least { $law }; where the old rule held only in the past, give its 生效 an end.
    .explain = A lower layer may only tighten: province under nation, county under province, community under county; and a process never asks for fewer people, votes or days than the law. More than half is stricter than half, all is stricter than those present. Where an older rule was right in its time, end its 生效 and write the new one into a file of its own.
gk1317 = the value of "{ $id }" is "{ $value }", which is { $want ->
    [days] no number of days such as "15"
   *[share] no share such as "2/3" or ">1/2"
}.
    .title = value of the wrong form
    .help = { $want ->
    [days] write whole days.
   *[share] write "2/3" for two thirds, ">1/2" for more than half.
}
    .explain = Ids that end in -days hold days; those in -attend, -pass and -share hold shares. What cannot be read cannot be checked, so the file is not used.
gk1318 = no step of "{ $process }" is a vote.
    .title = nobody decides
    .help = give the step that decides 按事项: 是, or 通过.
    .explain = Some step of a process decides: either the matter chooses the body by law (按事项: 是), or the votes needed are written down (通过). Without one nobody can tell whether a matter is decided.

fraction-1-2 = half
fraction-1-3 = one third
fraction-2-3 = two thirds
fraction-3-4 = three quarters
fraction-3-5 = three fifths
fraction-4-5 = four fifths
fraction = { $above }/{ $below }
threshold-reached = at least { $fraction } of { $of }
threshold-over = more than { $fraction } of { $of }
threshold-majority = more than half of { $of }
base-present = those present
base-due = those due
base-all = all members
base-all-reps = all representatives
rule-attend = attendance: { $share }
rule-pass = votes in favour: { $share }
