# Words for keys that come from the records: states, 五务, frequencies, kinds, 概况.
# Arguments: $type (village | urban | "").
# Every key the program can send has its word here.
state-in-progress = 进行中
state-resolved = 已决议
state-implementing = 实施中
state-completed = 已完工
state-finished = 已办结
state-not-passed = 未通过
state-flawed = 程序有瑕疵
state-planned = 计划中
state-contracted = 已签合同
state-building = 建设中
state-open = 待答复
state-answered = 已答复
state-overdue = 逾期未答复
state-published = 已公开
state-late = 逾期公开
state-missing = 尚未公开
state-due = 待公开
state-expired = 名单已到期
state-not-applicable = 本期不适用
state-done = 已完成
state-skipped = 已合并
state-failed = 未达要求
state-rating-upcoming = 待公示
state-rating-on-display = 公示中
state-rating-contested = 有异议
state-rating-final = 已确定
state-rating-expired = 已过期
state-none-yet = 暂无
state-none = 未标明
wu-party = 党务
wu-affairs = { $type ->
    [urban] 居务
   *[other] 村务
}
wu-finance = 财务
wu-service = 服务
wu-commerce = 商务
wu-welfare = 事务
freq-monthly = 每月
freq-quarterly = 每季度
freq-half-yearly = 每半年
freq-yearly = 每年
freq-event = 随时
freq-standing = 长期
kind-decision = 议事决策
kind-disclosure = 公开事项
kind-finance = 财务公开
kind-evaluation = 星级评价
kind-project = 项目
kind-register = 台账
kind-indicator = 指标
kind-query = 询问与答复
kind-page = 专页
fact-registered = 户籍人口
fact-residents = 常住人口
fact-households = 户数
fact-groups = 村民小组
fact-party-members = 党员
fact-representatives = { $type ->
    [urban] 居民代表
   *[other] 村民代表
}
fact-women-representatives = 妇女代表
fact-seniors = 65岁以上
fact-adults = { $type ->
    [urban] 18岁以上居民
   *[other] 18岁以上村民
}
fact-resident-groups = 居民小组
fact-grids = 网格
fact-collective-income = 年集体收入（元）
fact-income-per-head = 人均纯收入（元）
group-in-progress = { state-in-progress }
group-resolved = { state-resolved }
group-implementing = { state-implementing }
group-finished = { state-finished }
group-not-passed = { state-not-passed }
group-flawed = { state-flawed }
group-planned = { state-planned }
group-contracted = { state-contracted }
group-building = { state-building }
group-open = { state-open }
group-answered = { state-answered }
group-overdue = { state-overdue }
group-other = 其他
fact-resident-representatives = 居民代表
fact-adult-residents = 18岁以上居民
