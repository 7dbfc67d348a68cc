# 程序自己的话：命令行、通用词、页面标题。
# 诊断的话在 diagnostics.ftl 和各类记录自己的文件里。
severity-error = 错误
severity-finding = 如实公示的不足
severity-warning = 提醒
severity-info = 建议
label-help = 怎么改
label-basis = 依据
meaning-error = 错误：互相矛盾，或者不能公开。有错误的记录不发布，改好再发。
meaning-finding = 如实公示的不足：事情确实这样发生了，但没有达到规定。页面照实公布并写明条款，不会拦住发布。
meaning-warning = 提醒：很可能是笔误，请核对。不影响发布。
meaning-info = 建议：可以做得更好。不影响发布。

list-between = 、
check-summary = 检查了 { $communities } 个村（社区）、{ $records } 份记录：错误 { $errors }，不足 { $findings }，提醒 { $warnings }。
build-done = 共 { $files } 个文件，这次写了 { $written } 个。用浏览器打开：{ $path }
build-refused = 有错误，没有发布；原来的输出没有动。改好后再运行，或加 --keep-going 先发布没有错误的记录。
no-workspace = 从“{ $path }”往上都找不到 content/site.yaml。请到工作区里运行，或用 --root 指明；新建一个用 gongkai init。
bad-as-of = --as-of 后面要写日期，比如 2026-11-23；“{ $text }”不是日期。
unknown-code = 没有“{ $code }”这个代码。不带代码运行 gongkai explain 可以看到全部。
unknown-kind = 没有“{ $kind }”这种记录。可以写：{ $known }。
unknown-community = 没有“{ $id }”这个村（社区）。可以写：{ $known }。
which-community = 有几个村（社区），请用 --community 说明是哪一个：{ $known }。
init-done = 已建好工作区：{ $path }。接着运行：gongkai check，gongkai build。
init-exists = “{ $path }”里已经有 content/site.yaml，没有动它。
new-done = 已建好：{ $path }。请把里面的“待填”换成实际内容，再运行 gongkai check。
new-exists = “{ $path }”已经有了，没有动它。
schema-done = 已写好 { $count } 个文件，在 { $path }。

io-list = 读不了文件夹“{ $path }”：{ $cause }
io-read = 读不了文件“{ $path }”：{ $cause }
io-create = 建不了文件夹“{ $path }”：{ $cause }
io-write = 写不了文件“{ $path }”：{ $cause }
io-remove = 清不掉“{ $path }”：{ $cause }
io-sync = 存不进磁盘“{ $path }”：{ $cause }
markup-refused = 模板“{ $template }”做出的网页（{ $page }）里有网页不许有的东西：{ $what }。没有发布。如果它来自记录里的文字，请在模板里去掉 safe；如果是模板自己写的，请改用样式表和脚本文件。
io-busy = 另一个 gongkai 正在写“{ $path }”。请等它结束后再试。
io-large = 文件“{ $path }”太大，超过 100 MB，没有读。请压缩或拆分后再放进来；视频请放到视频网站，这里只放链接。
io-move = 换不上新文件“{ $path }”：{ $cause }

cli-about = 把村（社区）的公开记录编成可查、可核对的静态网站
cli-init = 新建工作区
cli-new = 新建一份记录
cli-check = 检查全部记录，一次说完所有问题
cli-build = 生成全部网站
cli-schema = 写出各类记录的 JSON Schema，供编辑器使用
cli-explain = 解释一个代码：原因、改法、依据
cli-completions = 打印命令行补全脚本
cli-global-root = 工作区文件夹
cli-global-lang = 语言：zh 或 en
cli-global-quiet = 只说出了什么错
cli-global-verbose = 多说一些
cli-init-dir = 放在哪个文件夹；不写就是当前文件夹
cli-init-name = 第一个村（社区）的名称
cli-new-kind = 哪种记录，比如 decision
cli-new-title = 标题
cli-new-community = 哪个村（社区）；只有一个时不用写
cli-check-strict = 有不足或提醒也算没通过
cli-check-format = 显示方式：long、short、json
cli-check-as-of = 当作哪一天来检查
cli-check-community = 只检查这些村（社区）
cli-check-fix-privacy = 把记录和表格里的身份证号、银行卡号、个人手机号遮盖掉
cli-check-dry-run = 只说会遮盖哪些，不改文件
privacy-masked = { $path }:{ $line }:{ $column }：{ $dry ->
    [yes] 会遮成
   *[no] 已遮成
} { $text }
privacy-unusual = { $path }：写法特殊，没有改动，请手工遮盖。
privacy-mask-summary = { $dry ->
    [yes] 会遮盖{ $count }处，涉及{ $files }个文件；没有改动任何文件。
   *[no] 遮盖了{ $count }处，涉及{ $files }个文件。原来的文件留在本机的 .gongkai/versions 里，不会公开；确认无误后可以删去。
}
cli-build-out = 输出文件夹；不写就是 output
cli-build-as-of = 当作哪一天来生成
cli-build-community = 只生成这些村（社区）
cli-build-keep-going = 有错误的记录先不发布，其余照发
cli-build-theme = 换用另一个主题，比如 kiosk；不写就用 site.yaml 里的
cli-schema-out = 写到哪个文件夹；不写就打印出来
cli-schema-kind = 只要这一种
cli-explain-code = 代码，比如 GK0301；不写就列出全部
cli-completions-shell = 命令行程序

page-catalogue = 公开目录
page-law = 依据的法律和流程
# 本语言的名称，和日期的写法。
language-name = 汉文
date-full = { $year }年{ $month }月{ $day }日
period-year = { $year }年
period-half = { $year }年{ $n ->
    [1] 上
   *[2] 下
}半年
period-quarter = { $year }年第{ $n ->
    [1] 一
    [2] 二
    [3] 三
   *[4] 四
}季度
period-month = { $year }年{ $n }月
calendar-title = 最后公开日：{ $period }{ $name }
page-periods = 按时间查看
page-corrections = 更正记录
page-404 = 没有这个页面
page-letters = 按拼音字母查找
page-search = 搜索
feed-correction = 更正：{ $title }
feed-correction-summary = { $reason }{ $old ->
    [none] {""}
   *[other] 。原值：{ $old }
}{ $new ->
    [none] {""}
   *[other] 。现值：{ $new }
}
section-decisions = 议事决策
section-disclosures = 公开事项
section-finance = 财务公开
section-evaluations = 星级评价
section-projects = 项目
section-registers = 台账
section-indicators = 指标
section-queries = 询问与答复
section-pages = 村（社区）情况与指南

schema-text = 文字
schema-money = 金额，单位元，最多两位小数，可以写成 8,600.50，也可以写 1.2万元
schema-date = 日期，比如 2026-08-11
schema-period = 期间，比如 2026、2026H1、2026Q3、2026-09
schema-integer = 整数
schema-number = 数字
schema-fraction = 分数，比如 2/3
schema-yes-no = 是 或 否
schema-reference = { $folder } 里一份记录的文件名（不带后缀）
schema-profile = profiles/{ $folder } 里的标识或名称
schema-file = 本村（社区）文件夹里的文件路径
schema-table = 表格：CSV 文件路径，或逐行写
init-name = 示例村

cli-usage = 用法
cli-commands = 命令
cli-arguments = 参数
cli-options = 选项
cli-help = 显示说明
cli-version = 显示版本
cli-wrong-command = 没有“{ $what }”这个命令。
cli-wrong-flag = 没有“{ $what }”这个选项。
cli-wrong-value = “{ $flag }”不能写“{ $what }”。
cli-wrong-missing = 还缺少：{ $what }。
cli-wrong-other = 命令写法不对。
cli-wrong-hint = 运行 gongkai --help 看说明。
