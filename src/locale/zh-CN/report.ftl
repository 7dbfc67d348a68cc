# 矩阵页和报表的话。
page-matrix = { $place }{ $period }逐项公开情况
crumb-matrix = 逐项公开情况

# 报表：标题、表头、命令行。
report-title = { $place }{ $period }村（居）务公开{ $sort ->
    [month] 月调度
    [quarter] 季通报
    [half] 半年通报
   *[year] 年度通报
}
report-told = 期间 { $first } 至 { $last }；截至 { $as-of }；变化与{ $before }比较。
report-by = 目录《{ $name }》，依据：{ $basis }
report-formula = 完整率 =（已公开 + 已说明不适用）÷ 应公开；及时率 =（按时公开 + 已说明不适用）÷ 应公开。还没到最后期限的不算在内；村只和村比，社区只和社区比。
report-sample = 示例：人物、单位和数字均为虚构。
report-sheet-overview = 概览
report-sheet-communities = 各村社区
report-sheet-matrix = 矩阵
report-sheet-todo = 待办
report-sheet-problems = 问题
report-totals = 合计
report-regions = 各地区
report-kinds = 错误、不足和提醒，按种类
report-village = 村
report-urban = 社区
report-unknown = 读不了
report-all = 全部
report-region = 地区
report-community = 村（社区）
report-communities = 村（社区）数
report-id = 文件夹
report-kind = 类型
report-due = 应公开
report-published = 已公开
report-late = 其中逾期
report-not-applicable = 说明不适用
report-missing = 未公开
report-near = 快到期
report-complete = 完整率
report-on-time = 及时率
report-complete-percent = 完整率（%）
report-on-time-percent = 及时率（%）
report-complete-change = 完整率变化（百分点）
report-on-time-change = 及时率变化（百分点）
report-rank = 同类名次
report-rubric = 评价
report-stars = 星级
report-errors = 错误
report-findings = 不足
report-warnings = 提醒
report-overdue = 现在逾期
report-todo = 待办
report-next = 首先要办
report-next-line = { $what }：{ $title }
report-records = 记录
report-last-published = 最近公开
report-problem = 问题
report-severity = 轻重
report-code = 代码
report-count = 次数
report-urgency = 急缓
report-what = 办什么
report-title-column = 事项
report-period = 期间
report-last-day = 最后期限
report-days-over = 已过天数（负数是还剩）
report-basis = 依据
report-place = 文件和行
report-urgency-error = 有错误
report-urgency-overdue = 已逾期
report-urgency-absent = 长期缺少
report-urgency-near = 快到期
report-what-publish = 公开
report-what-answer = 答复
report-what-mend = 改正
report-cell-published = 按时
report-cell-late = 迟{ $days }天
report-cell-missing = 未公开 过期{ $days }天
report-cell-absent = 未公开
report-cell-near = 还剩{ $days }天
report-cell-not-applicable = 不适用
report-cell-due = 未到期
report-done = 报表写好了：{ $path }。共 { $communities } 个村（社区），逾期 { $overdue } 项，错误 { $errors } 处。
report-refused = 设置或目录、规则等有错误，做不了报表；请先改好。
report-bad-period = --period 要写年、半年、季度或月份，比如 2026、2026H1、2026Q3、2026-10；“{ $text }”不是。
report-future = { $period }还没有开始（今天按 { $today } 算），做不了报表。
report-no-region = 没有“{ $text }”这个地区{ $near ->
    [none] 。
   *[other] ；最接近的是“{ $near }”。
}
report-which-region = 叫“{ $text }”的地区不止一个，请写全：{ $paths }。
cli-report = 做多个村（社区）的月调度、季通报、年度通报
cli-report-period = 期间：2026-10、2026Q3、2026H1、2026
cli-report-region = 只要这个地区：路径或名称
cli-report-as-of = 当作哪一天来统计
cli-report-community = 只要这些村（社区）
cli-report-format = 形式；不写就看 --out 的后缀，再不然是 xlsx
cli-report-out = 写到哪个文件，- 是打印出来；不写就放在当前文件夹，csv、json 打印出来
