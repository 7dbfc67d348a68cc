# Sheets for boards and letters on paper.
# Arguments: $period, $path, $name, $text.
# The words on the sheets stand in the theme.
board-title = { $period }公开栏
cli-print = 打印公开栏张贴用的材料、整季公开栏或者公开信
cli-print-record = 打印哪份记录，比如 finance/2026-09
cli-print-period = 打印整期公开栏和其中每份材料：2026-10、2026Q3、2026H1、2026
cli-print-community = 哪个村（社区）；只有一个时不用写
cli-print-paper = 纸张
cli-print-letter = 改为给各户的公开信，一页
cli-print-as-of = 当作哪一天
cli-print-out = 写到哪个文件，.pdf 或 .html，- 是把网页打印出来；不写就按记录或者期间取名
print-which = 要打印什么？写一份记录，比如 gongkai print finance/2026-09；或者写期间，比如 gongkai print --period 2026Q3，加上 --letter 是公开信
print-done = 做好了 { $sheets } 份材料，可以打印：{ $path }
print-html = 做好了 { $sheets } 份材料：{ $path }。用浏览器打开，按 Ctrl+P（苹果电脑按 ⌘P）打印，边距选“默认”。
print-broken = 记录有错误，不能打印。请先改好。
print-no-browser = 没有找到能做 PDF 的浏览器（Edge、Chrome、Chromium），所以只做了网页。浏览器装在别处时，用环境变量 GONGKAI_BROWSER_PATH 指明。
print-browser-failed = 浏览器“{ $path }”没有做出 PDF，所以只做了网页。
io-browser = 启动不了浏览器“{ $path }”：{ $cause }

# 微信群通知：$name 是村（社区），$title 是记录，$type 是 village 或者 urban。
notice-record = 【{ $name }】{ $title }
notice-home = { $type ->
    [urban] 【{ $name }】居务公开：最近公开了什么、钱花到哪里、正在办哪些事，都可以在手机上查看。
   *[other] 【{ $name }】村务公开：最近公开了什么、钱花到哪里、正在办哪些事，都可以在手机上查看。
}
notice-period = 期间：{ $period }
notice-days = 公示期：{ $from }至{ $until }
notice-address = 详见：{ $address }
notice-hotline = 有疑问请打监督电话：{ $phone }
