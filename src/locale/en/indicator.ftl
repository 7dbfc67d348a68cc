# Indicators.

indicator-summary = { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
}, { $targets ->
    [0] none with a target
   *[other] { $met } of { $targets } targets met
}

gk1101 = the whole of “{ $name }” is 0
    .title = denominator is zero
    .help = Check the denominator; where there is nobody to count, leave both out and say so in a note.
    .explain = Nothing can be divided by zero. Where nobody is counted, the indicator may be left out.
gk1102 = “{ $name }” is written as { $value }; { $part } ÷ { $whole } gives { $share }{ $unit }
    .title = share does not agree
    .help = Compare the value, its part and its whole.
    .explain = The value should be part by whole, rounded to the places written. Often one of the three was not brought up to date.
gk1103 = the part { $part } of “{ $name }” is larger than the whole { $whole }
    .title = part larger than whole
    .help = Compare both; they may be exchanged.
    .explain = A part is not larger than its whole. The numbers may be exchanged, or tell of different days or areas.
gk1104 = “{ $name }” is not meant for this type of community
    .title = indicator for others
    .help = Use the one that applies; where both exist, write only the name before the brackets.
    .explain = Some indicators are for villages or for urban communities only, with different targets. The wrong one compares with the target of others.
gk1105 = indicator “{ $name }” stands twice
    .title = indicator twice
    .help = Keep one of the two.
    .explain = One record has one value for an indicator. Values of different days belong into different records.
gk1106 = “{ $name }” has a part without whole, or a whole without part
    .title = half a share
    .help = Write both or neither.
    .explain = With both, readers can compute the share themselves. One alone tells nothing.
gk1107 = the { $what ->
        [part] part
        [whole] whole
       *[value] value
    } of “{ $name }” is written as { $typed }; { $source } of { $day } gives { $derived }, apart by { $diff }
    .title = indicator and register disagree
    .help = Remove the value, so that it is worked out; or compare both.
    .explain = The register of the same day already tells the number: one of the two is wrong. What is worked out from a register need not be typed.
gk1108 = the { $what ->
        [part] part
        [whole] whole
       *[value] value
    } of “{ $name }” is written as { $typed }; { $source ->
        [none] the records
       *[other] { $source }
    } of { $day } gives { $derived }, apart by { $diff }
    .title = indicator differs from its source
    .help = Bring the register up to date, or check the value.
    .explain = The register is of an earlier day, or the registers of the year, or the records, need not be complete: a warning only. Readers can check where both are of one day.
gk1109 = “{ $name }” has no value, and { $from ->
        [register] there is no register to work it out from
       *[other] it must be written
    }
    .title = indicator without value
    .help = Write the value{ $from ->
        [register] , or keep the register
       *[other] {""}
    }.
    .explain = What can be worked out from a register need not be written. All else must be.
gk1110 = the newest indicators are as of { $date }, { $days } days ago
    .title = indicators are old
    .help = Add a newer record; what is worked out from registers need not be typed.
    .explain = Indicators tell how things are. After more than a year readers take old values for present ones. A warning only.
