# How dates and periods are written.
# Arguments: $year, $month, $day; $n is the number of the half-year, quarter or month.
# The filters `date` and `period` use these.
fmt-date = { $year }年{ $month }月{ $day }日
fmt-year = { $year }年
fmt-half = { $year }年{ $n ->
    [1] 上半年
   *[2] 下半年
}
fmt-quarter = { $year }年第{ $n ->
    [1] 一
    [2] 二
    [3] 三
   *[4] 四
}季度
fmt-month = { $year }年{ $n }月
