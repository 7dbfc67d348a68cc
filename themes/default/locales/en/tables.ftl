# Registers and indicators: checks in words, sums by words, lists that end, values over time.
# Arguments as named in each message.
# A value that the site worked out says so.
data-rows = The table of this page (CSV)
reg-list-until = The list is shown until { $date }; then it leaves, and the totals stay.
reg-list-gone = The list ended on { $date } and has left; the totals stay.
reg-parts = Sums by “{ $column }”
reg-parts-count = Rows
reg-stated = Stated in the record
reg-checks = Checks
reg-checks-all = { $n } checks, all of them hold.
reg-checks-some = { $n } checks: { $held } hold, { $failed } fall short.
reg-checks-held = { $n } checks: { $held } hold, the others have nothing to compare with.
reg-checks-more = see the checks
reg-held = holds
reg-failed = falls short
reg-unchecked = nothing to compare with
reg-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
reg-sum = { $left } { $sign } { $right }
reg-sum-part = { $part }: { $left } { $sign } { $right }
reg-unique = no “{ $column }” stands twice
reg-indicators = Indicators worked out from this register
reg-previous = Before
reg-next = After
reg-other = Other days
reg-source = Sources of this kind of register
ind-below-target = target: at most { $target } { $unit }
ind-derived = worked out from a register
ind-counted = counted from records
ind-from = from
ind-day = register as of { $date }
ind-source = Source of the target: { $source }
reg-display = { $n } on display from { $from } to { $until }, { $length } days.
reg-display-upcoming = begins in { $n } days
reg-display-running = on display, { $n } days left
reg-display-over = over for { $n } days
reg-tie = { $n } share rank { $rank }; the next rank counts them.
ind-over = For each indicator: the newest value, the target, and the values before.
ind-history = { $name } over time
ind-date = As of
ind-value = Value
ind-target-word = Target met
ind-line = from { $first } on { $from } to { $last } on { $to }
