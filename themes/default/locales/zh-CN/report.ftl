# 报表（gongkai report 的 HTML）。
rep-told = 期间{ $first }至{ $last }，截至{ $day }；变化与{ $before }比较。
rep-running = 这个期间还没有结束，数字还会变。
rep-publisher = { $name }编
rep-totals = 总的情况
rep-regions = 各地区
rep-communities = { $kind ->
    [village] 各村
   *[urban] 各社区
}
rep-matrix = { $kind ->
    [village] 各村逐项公开情况
   *[urban] 各社区逐项公开情况
}
rep-todo = 下一步要办的事
rep-todo-note = 先急后缓：有错误的、已逾期的、长期缺少的、快到期的。
rep-kinds = 错误、不足和提醒
rep-kinds-note = 错误：互相矛盾，或者不能公开，改好才能发布。不足：事情确实这样发生了，但没有达到规定，页面照实公布。提醒：很可能是笔误。
rep-by = 目录《{ $name }》，依据：{ $basis }
rep-name = 村（社区）
rep-region = 地区
rep-kind = 类型
rep-kind-village = 村
rep-kind-urban = 社区
rep-kind-all = 全部
rep-n = 个数
rep-due = 应公开
rep-published = 已公开
rep-late = 其中逾期
rep-na = 说明不适用
rep-missing = 未公开
rep-near = 快到期
rep-complete = 完整率
rep-on-time = 及时率
rep-change = 及时率变化
rep-points = { $sign ->
    [up] +{ $n }
    [down] −{ $n }
   *[same] 持平
}
rep-rank = 名次
rep-rank-of = { $place }/{ $of }
rep-stars = 星级
rep-star = { $rubric }{ $cycle }：{ $stars }星
rep-errors = 错误
rep-findings = 不足
rep-warnings = 提醒
rep-overdue = 现在逾期
rep-code = 代码
rep-problem = 问题
rep-count = 次数
rep-where = 涉及村（社区）
rep-severity = { $s ->
    [error] 错误
    [finding] 不足
    [info] 说明
   *[warning] 提醒
}
rep-urgency = { $u ->
    [error] 有错误
    [overdue] 已逾期
    [absent] 长期缺少
   *[near] 快到期
}
rep-what = { $what ->
    [publish] 公开：{ $title }
    [answer] 答复：{ $title }
   *[mend] 改正：{ $title }
}
rep-for = （{ $period }）
rep-over = 应于{ $due }前，已过 { $days } 天
rep-left = 应于{ $due }前，还有 { $days } 天
rep-basis = 依据：{ $basis }
rep-place = { $file } 第 { $line } 行
rep-nothing = 没有。
