# 矩阵：逐项公开情况。
por-matrix = 逐项公开情况（按季度）
mx-quarters = 选择季度
mx-running = （还没结束）
mx-group = { $kind ->
    [village] 村
   *[urban] 社区
}（{ $n } 个）
mx-by = 按《{ $catalogue }》
mx-caption-regions = 下属地区的及时率；▲ 表示其中有尚未公开的，△ 表示都已公开但有逾期的
mx-caption = 一行一个{ $kind ->
    [village] 村
   *[urban] 社区
}，一格一项；横向滑动看全部项目，点名称看它的公开目录
mx-formula = 完整率 =（已公开 + 已说明不适用）÷ 应公开；及时率 =（按时公开 + 已说明不适用）÷ 应公开。还没到最后期限的不算在内。
mx-part = 第 { $from } 到 { $to } 个，共 { $of } 个
mx-pages = 翻页
mx-page-of = 第 { $at } 页，共 { $of } 页
mx-prev = 上一页
mx-next = 下一页
mx-name = { $kind ->
    [village] 村
    [urban] 社区
   *[region] 地区
}
mx-complete = 完整率
mx-on-time = 及时率
mx-missing = 未公开
mx-n = { $n } 个
mx-total = 合计
mx-none = 这一季没有应公开的事项。
mx-legend = 图例
mx-legend-published = 按时公开
mx-legend-late = 逾期公开，数字是迟的天数
mx-legend-missing = 尚未公开，数字是过期的天数
mx-legend-near = 快到期，数字是还剩的天数
mx-legend-not-applicable = 已说明本期没有
mx-legend-due = 还没到期
mx-legend-part = 如 2/3：应有三次，已公开两次
mx-legend-empty = 空白：本季没有这一项
mx-w-published = 按时
mx-w-late = 迟，天数
mx-w-missing = 未公开，过期天数
mx-w-absent = 未公开
mx-w-near = 快到期，剩余天数
mx-w-not-applicable = 没有，已说明
mx-w-due = 未到期
mx-s-missing = 有未公开
mx-s-near = 有快到期
mx-s-late = 有逾期
