# The home page of a community.
# Arguments as named in each message; $type is village | urban | "".
# Says what is missing in words.
home-intro = { $type ->
    [urban] 这里公开{ $name }的居务、财务、议事和办事情况，任何居民都可以查看、下载和核对。
   *[other] 这里公开{ $name }的村务、财务、议事和办事情况，任何村民都可以查看、下载和核对。
}
home-search = 查一件事、一笔钱或一个项目
home-search-hint = 如：路灯、低保、道路
home-recent = 最近公开
home-recent-more = 按时间看全部
home-recent-none = 还没有公开的材料。
home-money = 钱花到哪里
home-money-none = 还没有公开财务收支。
home-doing = 正在办的事
home-doing-more = 全部议事决策
home-doing-none = 目前没有正在办理的议事事项和项目。
home-duties = 按时公开情况
home-wu = { $type ->
    [urban] 按五务查看
   *[other] 按五务查看
}
home-stars = 星级评价
home-stars-line = { $cycle }评为 { $n } 星，总分 { $total }
home-stars-none = 还没有公布星级评价。
home-ask = 询问与监督
home-facts = { $type ->
    [urban] 社区概况
   *[other] 村情概况
}
home-orgs = 组织机构
purse-year = { $year } 年
purse-bar = 收支对比
purse-share = 支出相当于收入的 { $n }%
purse-more = 逐笔查看收支
fin-in = 收入（元）
fin-out = 支出（元）
fin-closing = 结余（元）
fin-per-household = 户均结余（元）
duties-none = 到目前为止没有应公开的事项。
duties-all = 应公开的 { $due } 项都已按时公开。
strip-done = 全部按时
strip-late = 逾期 { $n } 项
strip-missing = 缺 { $n } 项
duty-missing = { $period }{ $name }尚未公开，应于{ $date }前公开，已迟 { $days } 天。
duty-next = { $period }{ $name }，应于{ $date }前公开
duties-next = 接下来要公开的 { $n } 项
duties-more = 查看公开目录
ask-line = 看不明白、有不同意见，可以当面问、打电话问，也可以向村（居）务监督委员会反映。
ask-waiting = 居民的询问有 { $n } 件还没有答复{ $overdue ->
    [0] {""}
   *[other] ，其中 { $overdue } 件超过期限
}
ask-none-waiting = 居民的询问都已答复
ask-board = 公开栏
ask-more = 看别人问过什么
duties-rest = 还有 { $n } 项没有公开
score-line = 应公开 { $due } 项：按时 { $in_time } 项，迟 { $late } 项，无此内容已说明 { $na } 项，未公开 { $missing } 项。
score-complete = 完整率
score-complete-sum = （{ $in_time } + { $late } + { $na }）÷ { $due }
score-on-time = 及时率
score-on-time-sum = （{ $in_time } + { $na }）÷ { $due }
duties-near = 快到期的 { $n } 项
duties-overdue = 逾期未公开的 { $n } 项
duty-near = { $period }{ $name }，应于{ $date }前公开，还有 { $days } 天。
duties-absent = 应长期公开而还没有的 { $n } 项：{ $names }。
