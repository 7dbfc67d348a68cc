# 开放数据页。

data-lede = 本站公开的内容都可以下载，用于核对、统计和再利用。表格为UTF-8编码的CSV，可用WPS、Excel直接打开。
data-caption = 按类别下载
data-set = 类别
data-count = 条数
data-file = 文件
data-whole = 整站数据
data-workbook = 全部清单（Excel工作簿，每类一张表）
data-votes = 表决记录（JSON，Popolo格式）
data-package = 数据说明（datapackage.json，列出每个文件及每列的类型）
data-atom = 订阅最新公开（Atom）
data-json-feed = 订阅最新公开（JSON Feed）
data-ics = 公开期限日历（iCalendar）
data-each = 每条记录的页面上另有该条记录的数据（JSON）；有表格的还有表格（CSV）。
data-terms = 使用条件
data-no-terms = 发布者没有另行说明使用条件。引用请注明来源和日期。
foot-data = 开放数据
