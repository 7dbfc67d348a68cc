# Star ratings.

evaluation-summary = total { $total }, { $stars ->
    [0] no star
    [one] { $stars } star
   *[other] { $stars } stars
}
evaluation-between = { "; " }
evaluation-why = { $stars ->
    [one] Why not { $stars } star
   *[other] Why not { $stars } stars
}: { $reasons }.
evaluation-why-top = The most stars of this rubric have been reached.
evaluation-why-veto = No stars in this cycle: { $veto }.
evaluation-short = the total of { $total } is { $short } short of { $min }
evaluation-floor = “{ $dimension }” has { $percent }, and { $stars } stars need at least { $min } in every dimension
evaluation-cap = “{ $source }” gave { $score }, below { $below }, which allows at most { $stars } stars
evaluation-bonus-capped = bonus of { $sum } counted as { $cap }, the most allowed
evaluation-veto-drop = { $veto } (minus { $stars ->
    [one] { $stars } star
   *[other] { $stars } stars
})
evaluation-veto-disqualify = { $veto } (title withdrawn)

gk0901 = “{ $rubric }” has no dimension “{ $name }”
    .title = unknown dimension
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = The scores name a dimension that the rubric does not have. Use a name from the rubric, or change the rubric first. A dimension without weight cannot enter the total.
gk0902 = the scores of dimension “{ $name }” are missing
    .title = dimension missing
    .help = Add the scores of “{ $name }” that “{ $rubric }” asks for.
    .explain = Every dimension of the rubric needs scores; without one of them there is no total and no star.
gk0903 = “{ $rubric }” has no source “{ $name }”
    .title = unknown source of scores
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = Sources of scores must be those of the rubric, such as residents and experts. Correct the name, or change the rubric first.
gk0904 = “{ $name }” has no score from “{ $source }”
    .title = score missing
    .help = Add the score that “{ $source }” gave “{ $name }”.
    .explain = Each dimension is the weighted mean of all sources. A missing source cannot count as zero, so there is no mean.
gk0905 = “{ $source }” gave “{ $name }” { $score }; a score is between 0 and { $max }
    .title = score out of range
    .help = Compare with the score sheet.
    .explain = A score is neither below zero nor above the most points of its dimension. Often a decimal point is wrong, or a weighted score was written for the plain one.
gk0906 = dimension “{ $name }” stands twice
    .title = dimension twice
    .help = Keep one of the two.
    .explain = The same dimension is written once by name and once by id, and nobody can tell which one counts.
gk0907 = “{ $rubric }” has no veto “{ $name }”
    .title = unknown veto
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = The rubric lists its vetoes and what each does: withdraw the title or take stars away. Use its names.
gk0908 = { $returned } sheets returned, but only { $sent } given out
    .title = more returned than sent
    .help = Compare both numbers; they may be the wrong way round.
    .explain = More sheets cannot come back than were given out. The numbers may be exchanged, or one round was not counted.
gk0909 = { $returned } sheets returned, fewer than the { $needed } asked for
    .title = sample too small
    .help = “{ $source }” needs { $percent }% of { $households } households. Publish it as it is, and ask more residents next time.
    .explain = Too small a sample does not speak for the residents. The rubric sets the least share of households. The scores count all the same, and the page tells of the small sample.
gk0910 = there are scores from “{ $source }”, but no sample
    .title = no sample given
    .help = Add how many sheets were sent and returned.
    .explain = The rubric sets a least sample, so readers must be able to see how many residents were asked and how many answered.
gk0911 = the result was open to objections for { $days } days, fewer than { $min }
    .title = notice too short
    .help = Display it for at least { $min } days; if it is down already, say so honestly.
    .explain = Residents need time to object. The law asks for fifteen days of display, local rules may ask for more.
gk0912 = the notice ends on { $until }, before it begins on { $from }
    .title = notice ends before it begins
    .help = Compare both dates.
    .explain = A notice cannot end before it begins. The dates may be exchanged, or a year is wrong.
gk0913 = { $now } stars now, { $before } in { $cycle }, and no reason given
    .title = stars lost without a reason
    .help = Add 变化说明 with one sentence that says why.
    .explain = Residents will ask why stars were lost. The stars follow from the scores and do not change with the reason.
gk0914 = { $cycle } was already judged by this rubric: “{ $other }”
    .title = judged twice in one cycle
    .help = Keep one a cycle; where buildings differ, name the building in the title.
    .explain = One thing has one result for one rubric and cycle. To correct an earlier result, change that record and add a correction.
gk0915 = “{ $item }” has { $points } points; points cannot be negative
    .title = negative points
    .help = Write bonus under 加分 and deductions under 扣分, both as positive numbers.
    .explain = Deductions are subtracted by the program. A negative number would be subtracted twice, or turn a bonus into a deduction.
gk0916 = bonus of { $sum } is more than allowed and counts as { $cap }
    .title = bonus over its limit
    .help = Nothing to change; all items stay listed.
    .explain = The rubric limits the bonus. What exceeds the limit does not enter the total; readers still see every item.
