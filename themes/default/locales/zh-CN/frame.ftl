# The frame of every page: identity, tools, nav, footer.
# Arguments: $type (village | urban | ""), $date, $generator.
# No kind of record is described here.
skip = 跳到正文
seal = 公开
sample = 示例
sample-note = 人物、单位和数字均为虚构。
region = 所在地区
nav = 栏目
crumbs = 当前位置
search = 搜索
tool-big = 大字版
tool-tone = 配色：
tool-tones = 自动|浅色|深色|高对比
nav-home = 首页
nav-catalogue = 目录
nav-decisions = 议事
nav-disclosures = 事项
nav-finance = 财务
nav-evaluations = 星级
nav-projects = 项目
nav-registers = 台账
nav-indicators = 指标
nav-queries = 问答
nav-periods = 按期
nav-search = 搜索
nav-pages = { $type ->
    [urban] 区情
   *[other] 村情
}
foot-address = 地址
foot-phone = 办公电话
foot-hours = 办公时间
foot-hotline = 监督电话
foot-host = 主办单位
foot-operator = 承办单位
foot-corrections = 更正记录
foot-publisher = 发布者
as-of = 数据截至{ $date }
made-with = 由 { $generator } 生成
until = 公示至{ $date }
yuan = { $amount } 元
total = 合计
count-n = { $n } 项
people-n = { $n } 人
findings-n = { $n } 处提示
stars-n = { $n } 星，满 { $max } 星
progress-line = 第 { $step } 步，共 { $of } 步
progress-label = 第 { $step } 步，共 { $of } 步：{ $label }
progress-percent = 已完成 { $n }%
left-out = 下列记录有错，暂未公开
data-csv = 下载本栏数据（CSV）
data-json = 本页数据（JSON）
section-empty = “{ $what }”栏目还没有公开的记录。
nf-title = 没有这一页
nf-line = 地址可能写错了，也可能这份材料已换了位置。已公开的内容不会被删除，可从下面几处找到。
nf-home = 回首页
nf-catalogue = 查公开目录
nf-periods = 按时间查找
