# How dates and periods are written.
# Arguments: $year, $month, $day; $n is the number of the half-year, quarter or month.
# The filters `date` and `period` use these.
fmt-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
fmt-year = { $year }
fmt-half = { $n ->
    [1] First half of { $year }
   *[2] Second half of { $year }
}
fmt-quarter = { $n ->
    [1] First
    [2] Second
    [3] Third
   *[4] Fourth
} quarter of { $year }
fmt-month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
