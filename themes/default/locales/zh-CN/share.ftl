# Passing a page on, and the board sheet.
# Arguments: $title, $name, $type (village | urban), $from, $until, $period.
share = 分享、二维码
share-qr = 二维码：打开“{ $title }”
share-scan = 用手机扫一扫，打开本页
share-words = 微信群通知文字（可复制）
share-copy = 复制
share-copied = 已复制
sheet-term = 公示期：{ $from }至{ $until }
sheet-from = { $from }起公开
sheet-open = 公示期：____年__月__日至____年__月__日
sheet-maker = 制表人
sheet-reviewer = 审核人
sheet-supervisor = { $type ->
    [urban] 居务监督委员会
   *[other] 村务监督委员会
}
sheet-scan = 扫码或输入网址核对
sheet-posted = 张贴日期
sheet-blank-date = ____年__月__日
sheet-digest = 数据指纹（SHA-256）
sheet-stamp = （公章）
sheet-point = 本份材料已记入公开账本。账本共 { $size } 条，校验值
sheet-point-whole = 条数:校验值全文
sheet-point-code = 二维码：条数和校验值
sheet-check = 怎样核对：打开本站页脚“公开账本”里的“自己核对”，选网站文件夹，把上面的“条数:校验值”填进去（可以扫码复制）。显示“核对通过”，账本就是接着张贴时的这本往下记的，没有改过。
file-photo = 图片（{ $ending }）
file-pdf = 文件（PDF）
file-table = 表格（{ $ending }）
file-text = 文档（{ $ending }）
file-packed = 压缩包（{ $ending }）
file-other = 文件（{ $ending }）
# What a page is, for previews and search engines, where it says nothing itself; $kind: community | portal.
about-page = { $kind ->
    [portal] { $name }：{ $title }。各村、各社区公开了什么、是否按时，一页看清。
   *[other] { $name }{ $title }：公开的记录、日期和依据，可查、可下载、可打印。
}
# Boards of a quarter and open letters; $period is a period in words or as written, $n a number.
boards = 打印整季公开栏：
board-how = 本页可直接打印（A4 或 A3），贴到公开栏。
board-money = 钱款收支（元）
board-account = 账户
board-all = 本期公开的事项
board-what = 事项
board-other = 其他
board-missing = 应公开、尚未公开
board-missing-line = { $name }（{ $period }），应于{ $date }前公开
letter-title = { $type ->
    [urban] 致全体居民的公开信
   *[other] 致全体村民的公开信
}
letter-to = ____________户：
letter-begin = { $type ->
    [urban] 现将{ $period }居务公开的主要情况告知各户。全部材料张贴在公开栏，也可以扫码查看。
   *[other] 现将{ $period }村务公开的主要情况告知各户。全部材料张贴在公开栏，也可以扫码查看。
}
letter-money = 一、钱从哪里来、花到哪里去
letter-account = { $account }：收入 { $income } 元，支出 { $expense } 元，期末结余 { $closing } 元。
letter-per = 按户数平均，每户支出 { $expense } 元。
letter-money-none = 本期没有公开的收支报表。
letter-decided = 二、商量和决定了什么
letter-decided-none = 本期没有表决的事项。
letter-rest = 另有 { $n } 项，见公开栏。
letter-ask = 三、有疑问找谁
letter-scan = 扫码或输入网址，可查每一笔账、每一次表决：
letter-slip = 意见和问题写在这里，交给村（居）民小组长或投入意见箱：
letter-rest-missing = 等，另有 { $n } 项
board-term = 各项公示期：最早从{ $from }起，最晚到{ $until }
