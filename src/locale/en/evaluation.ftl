# Star ratings.

evaluation-summary = total { $total }, { $stars ->
    [0] no star
    [one] { $stars } star
   *[other] { $stars } stars
}
evaluation-between = { "; " }
evidence-photo = photograph ({ $name })
evidence-file = file ({ $name })
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
evaluation-veto-cap = { $veto } ({ $stars ->
    [one] { $stars } star
   *[other] { $stars } stars
} at most)
evaluation-missed = “{ $dimension }” has { $percent }, below { $min }, and earned no star
evaluation-awarded = { $by } gave { $stars ->
    [one] { $stars } star
   *[other] { $stars } stars
}{ $quota ->
    [yes] {" "}within its quota
   *[no] {""}
}
evaluation-quota = { $stars } stars for at most { $percent }% of those { $base ->
    [passed] that reached a level
   *[judged] that were judged
}
evaluation-cycle = rated { $rhythm ->
    [yearly] every year
    [half-yearly] every half-year
    [quarterly] every quarter
   *[monthly] every month
}
evaluation-dispatch = progress gone through { $rhythm ->
    [yearly] every year
    [half-yearly] every half-year
    [quarterly] every quarter
   *[monthly] every month
}
evaluation-bulletin = results made known { $rhythm ->
    [yearly] every year
    [half-yearly] every half-year
    [quarterly] every quarter
   *[monthly] every month
}
evaluation-item-score = { $value } points given
evaluation-item-threshold = { $value } { $unit }, target { $sense ->
    [at-most] at most
   *[at-least] at least
} { $target } { $unit }, { $reached ->
    [yes] reached
   *[no] not reached
}
evaluation-item-count = { $value } { $unit } × { $each } each, { $max } at most
evaluation-item-ratio = { $share ->
    [yes] { $part } ÷ { $whole } = { $value }%
   *[no] { $value }%
}{ $full ->
    [yes] , full points from { $target }%
   *[no] {""}
}
evaluation-item-yes-no = { $yes ->
    [yes] yes
   *[no] no
}
evaluation-item-fault = { $fault } × { $times }: { $points } points off
evaluation-item-no-fault = nothing taken off
evaluation-bureau = the bureau

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
    .help = { $households ->
        [0] “{ $source }” needs { $needed } sheets. Publish it as it is, and ask more residents next time.
       *[other] “{ $source }” needs { $percent }% of { $households } households. Publish it as it is, and ask more residents next time.
    }
    .explain = Too small a sample does not speak for the residents. The rubric sets the least share of households. The scores count all the same, and the page tells of the small sample, which is not ranked among others.
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
gk0917 = no evidence for “{ $name }”
    .title = scores without evidence
    .help = Add “依据: [projects/…, files/…]”, records or files.
    .explain = Every point should rest on something that can be read: a project, a decision, a register, a photo, a file. Nothing changes in the sum; the page says that there is no evidence.
gk0918 = “{ $source }” gave points for “{ $name }” as a whole, the rubric has items
    .title = items not told
    .help = Write what was found for each item of the rubric.
    .explain = The rubric divides the dimension into items. Item by item residents see where every point comes from. Points as a whole are counted, but the page cannot show how they came about.
gk0919 = “{ $dimension }” has no item “{ $name }” judged by “{ $source }”
    .title = unknown item of a rubric
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = Items are named as in the rubric. Change the name, or the rubric first where this is to be judged.
gk0920 = item “{ $item }” is missing
    .title = missing item of a rubric
    .help = { $kind ->
        [yes-no] Write 是 or 否.
        [deduction] Write 无 where nothing is taken off, else “扣分” with faults and how often each.
        [ratio] Write a percentage, or 分子 and 分母.
       *[other] Write its value.
    }
    .explain = Every item of the rubric needs a result, or there is no score. An item that takes its value from an indicator may be left out where the indicator has one at the end of the cycle.
gk0921 = item “{ $item }” is written in another form than it has
    .title = item in the wrong form
    .help = { $kind ->
        [yes-no] Write 是 or 否.
        [deduction] Write “扣分” with faults and how often each, or 无.
        [ratio] Write a percentage, or 分子 and 分母.
        [count] Write how many.
        [threshold] Write the value that was found, not points.
       *[score] Write points.
    }
    .explain = There are six kinds of items: points, a value held against a target, a number of things, a share, faults that take points off, yes or no. The rubric makes points of them.
gk0922 = { $value } is out of range for item “{ $item }”{ $max ->
    [none] : not below zero
   *[other] : between 0 and { $max }
}
    .title = item out of range
    .help = Check the original sheet and correct the number.
    .explain = Points are between zero and the most of the item; numbers of things and values are not negative.
gk0923 = the part is more than the whole in item “{ $item }”, or the whole is zero
    .title = share that cannot be
    .help = Check 分子 and 分母; they may be the wrong way round.
    .explain = A share is a part of a whole: the part is not more than the whole, and the whole is not zero.
gk0924 = item “{ $item }” knows no fault “{ $name }”
    .title = unknown fault
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = The rubric says what takes points off, and how many. Name faults as it does.
gk0925 = item “{ $item }” says { $written }, “{ $page }” says { $known }
    .title = item and indicator disagree
    .help = Correct one of them, or leave the value out here: the indicator's is taken.
    .explain = The item takes its value from an indicator, and one number cannot be two. Indicators come from registers or have been published; scores use the same number.
gk0926 = the rubric gives no bonus for “{ $item }”
    .title = unknown bonus
    .help = Known: { $known }.
    .explain = The rubric lists what bonus points are given for. Change the name, or the rubric first.
gk0927 = { $points } bonus points for “{ $item }”, { $max } at most
    .title = too much bonus at once
    .help = Write { $max } or less; several times in several lines.
    .explain = The rubric says how many points each bonus has at most. More has no ground.
gk0928 = “{ $rubric }” rates { $rhythm ->
    [yearly] every year
    [half-yearly] every half-year
    [quarterly] every quarter
   *[monthly] every month
}, this cycle is { $cycle }
    .title = cycle of another length
    .help = Write the cycle as the rubric has it: 2026 for a year, 2026Q3 for a quarter.
    .explain = The rubric says how often stars are given. Cycles of different length cannot be compared.
gk0929 = { $stars } stars given, the scores reach { $reached }
    .title = more stars than the scores reach
    .help = Check the scores, or the decision of the bureau.
    .explain = A bureau may give fewer stars, for its quota or another reason, but not more than the scores reach: nobody could follow them.
gk0930 = { $stars } stars given, { $by_total } by the total, and no reason told
    .title = fewer stars without reason
    .help = Add “说明” to the award.
    .explain = The rubric has no quota, and fewer stars were given than the scores reach. Say why.
gk0931 = awarded on { $date }, the days for objections end on { $until }
    .title = awarded before objections could end
    .help = Publish it as it was; next time wait until the days are over and objections are answered.
    .explain = The days are there for objections. A title given before they end makes objections pointless. If the dates are true, keep them; the page tells.
gk0932 = objection of { $date }, before the result was made known on { $from }
    .title = objection before the notice
    .help = Check both dates.
    .explain = Nobody objects to a result before it is known. A year may be wrong, or the dates the wrong way round.
gk0933 = objection of { $date }, answered on { $answered }
    .title = answered before the objection
    .help = Check both dates.
    .explain = An answer cannot be earlier than the objection.
gk0934 = { $state ->
    [open] an objection has waited { $days } days for an answer that is due within { $most }
   *[late] an objection was answered after { $days } days, an answer is due within { $most }
}
    .title = objection answered late
    .help = { $state ->
        [open] Answer it and write “答复”.
       *[late] Publish it as it was.
    }
    .explain = The rubric says within how many days objections are answered. What is late or still open is told on the page.
gk0935 = the objection changed the result, and no correction tells how
    .title = changed without a correction
    .help = Add “更正” with date, old value, new value and reason.
    .explain = A result that was published and changed leaves a correction, so that readers know what changed.
