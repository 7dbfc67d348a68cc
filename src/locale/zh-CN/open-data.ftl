# 开放数据：表头和文件的名称。

column-title = 标题
column-url = 网页
column-date = 日期
column-published = 公开日期
column-until = 公示止
column-period = 期间
column-category = 五务
column-item = 目录项
column-amount = 金额（元）
column-summary = 摘要
column-corrected = 更正日期
data-votes = 表决记录
page-data = 开放数据
linked-data = { $name }公开的全部记录：标题、日期、期间、金额和网页地址，每类一个表格，可以免费下载。
