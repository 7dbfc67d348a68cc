# Profiles: rubrics, catalogues, registers, indicators, processes, rules.

gk1301 = the weights of “{ $key }” sum to { $sum }, not to 100
    .title = weights do not sum to 100
    .help = Change them so that they sum to 100.
    .explain = Weights are percent. If they do not sum to 100, the total is not out of 100 and the bounds of the levels mean nothing.
gk1302 = “{ $name }” stands twice
    .title = name twice in a profile
    .help = Rename one of the two, or remove it.
    .explain = Ids, codes and heads are unique within a profile, else a record that names one could mean either.
gk1303 = { $upper } stars from { $upper_min } and { $lower } stars from { $lower_min } do not join
    .title = levels do not join
    .help = Stars follow one another, and more stars need a higher bound.
    .explain = Levels are lower bounds: each reaches up to the next one, so that 89.5 belongs somewhere. A star left out, or bounds out of order, leave scores that belong nowhere.
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
