# Registers and indicators: checks in words, sums by words, lists that end, values over time.
# Arguments as named in each message.
# A value that the site worked out says so.
data-rows = 本页表格（CSV）
reg-list-until = 名单公开到{ $date }为止，之后撤下，合计保留。
reg-list-gone = 名单已于{ $date }到期撤下，合计保留。
reg-parts = 按“{ $column }”合计
reg-parts-count = 条数
reg-stated = 记录写明
reg-checks = 核对
reg-checks-all = { $n } 项核对，全部相符。
reg-checks-some = { $n } 项核对，{ $held } 项相符，{ $failed } 项没有达到。
reg-checks-held = { $n } 项核对，{ $held } 项相符，其余没有可比的数。
reg-checks-more = 看核对
reg-held = 相符
reg-failed = 没有达到
reg-unchecked = 没有可比的数
reg-rows = { $n } 行
reg-sum = { $left } { $sign } { $right }
reg-sum-part = { $part }：{ $left } { $sign } { $right }
reg-unique = “{ $column }”没有重复
reg-indicators = 由本台账算出的指标
reg-previous = 上一期
reg-next = 下一期
reg-other = 各期台账
reg-source = 台账样式的来源
ind-below-target = 目标不高于 { $target } { $unit }
ind-derived = 由台账算出
ind-counted = 由记录数出
ind-from = 来自
ind-day = 台账截至{ $date }
ind-source = 目标来源：{ $source }
ind-over = 每项指标列出最近的数、目标和历次的变化。
ind-history = { $name }的变化
ind-date = 截至
ind-value = 数值
ind-target-word = 是否达到目标
ind-line = 从{ $from }的 { $first } 到{ $to }的 { $last }
