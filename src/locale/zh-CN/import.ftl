# 导入和导出表格：命令、诊断、模板里的字。

cli-import = 把 Excel 表、CSV 或者平台导出的表格变成记录
cli-import-file = 表格文件：.xlsx、.xls、.csv，或者平台导出的假 .xls
cli-import-kind = 当作哪一种：finance、register、disclosure、evaluation，也可以写台账名称、评分标准名称、目录项代码；不写就按表头判断
cli-import-community = 哪个村（社区）；只有一个时不用写
cli-import-period = 期间，比如 2026-09；不写就从标题和日期里找
cli-import-mapping = 用哪一份导入对照（content/profiles/imports 里的名称）；不写就按表头判断
cli-import-into = 填进已有的记录，比如 finance/2026-09
cli-import-sheet = 只读这一张工作表
cli-import-title = 新记录的标题；不写就用表格上方的标题
cli-import-dry-run = 只显示会写什么，不写
cli-import-format = 显示方式：long、short、json
cli-export = 导出空白的 Excel 模板，或者已有记录的表格
cli-export-record = 已有的记录，比如 finance/2026-09
cli-export-template = 空白模板：finance、disclosure、台账名称、评分标准名称、目录项代码
cli-export-community = 哪个村（社区）；只有一个时不用写
cli-export-out = 写到哪个文件，.xlsx 或 .csv；不写就用记录或者模板的名称

import-done = 已导入 { $rows } 行，写好：{ $path }。请把“待填”换成实际内容，再运行 gongkai check。
import-into-done = 已把 { $rows } 行填进：{ $path }。请再运行 gongkai check。
import-dry = 会写 { $path }（{ $rows } 行），现在没有写：
import-read = { $sheet ->
    [none] 读到 { $rows } 行。
   *[other] 工作表“{ $sheet }”：读到 { $rows } 行。
}
import-mapping-used = 按导入对照“{ $name }”读表。
import-refused = 表格有错误，什么都没有写。改好后再导入。
import-unknown-mapping = 没有“{ $name }”这份导入对照。可以写：{ $known }。
import-bad-period = --period 后面要写期间，比如 2026-09、2026Q3；“{ $text }”不是期间。
import-no-record = 没有“{ $name }”这份记录。写法是“文件夹/文件名”，比如 finance/2026-09。
import-other-kind = “{ $name }”是另一种记录，这张表是{ $kind }。
import-city-broken = site.yaml 或者样式有错误，先运行 gongkai check 改好。
export-done = 已写好：{ $path }
export-which = 请写要导出的记录（比如 finance/2026-09），或者 --template 加模板名称。
export-unknown = 没有“{ $name }”这种模板。可以写：{ $known }。
export-no-table = “{ $name }”里没有表格。
export-broken = “{ $name }”有错误，先运行 gongkai check 改好再导出。

template-rows = 填写
template-notes = 说明
template-title = { $name }（模板）
template-how = 在“{ $sheet }”表的表头下面逐行填写，不要改表头。填好后运行：gongkai import 这个文件{ $as ->
    [none] {""}
   *[other] {" "}--as { $as }
}
template-sums = 合计、小计行可以保留：导入时只用来核对，不会当成一条记录。
template-private = 不要填身份证号、银行卡或者一卡通号、手机号、家庭住址：有这些内容的表格不能导入。
template-required = 表头带 * 的列必填。
template-example = 示例（只供参考，不会导入）
template-rule = 导入后检查：{ $rule }
template-column = 列名
template-holds = 填什么
template-must = 必填
template-yes = 是
template-holds-text = 文字
template-holds-number = 数字
template-holds-percent = 百分比，只写数字
template-holds-money = 金额，单位元，最多两位小数
template-holds-date = 日期，比如 2026-08-11
template-holds-yes-no = 是 或 否
template-options = 只能写：{ $options }
template-wrong-title = 填得不对
template-example-text = 示例
template-finance = 财务收支
template-disclosure = 公开事项
template-free-column = 列名自定

gk1401 = { $what ->
    [empty] 文件是空的，或者表里没有内容
    [pdf] 这是 PDF，不是表格
    [picture] 这是图片，不是表格
    [archive] 这是压缩包，不是表格
    [document] 这是文档，不是表格
    [slides] 这是演示文稿，不是表格
    [program] 这是程序，不是表格
    [page] 这是网页，里面没有表格
    [record] 这是记录文件，不是表格
    [xlsb] 这是 .xlsb 二进制工作簿，读不了
    [ods] 这是 .ods 表格，读不了
   *[unknown] 认不出这是什么文件
}。
    .title = 不是能读的表格
    .help = { $what ->
        [pdf] 向给表的人要 Excel 表；从扫描件里读不出准确的数字。
        [picture] 向给表的人要 Excel 表；从图片里读不出准确的数字。
        [archive] 先解压，再导入里面的表格。
       *[other] 用 Excel 或者 WPS 打开，另存为 .xlsx，再导入。
    }
    .explain = 能读的有：.xlsx、.xls、.csv，以及平台导出的假 .xls（网页表格、制表符文本、XML 2003）。按内容判断，不看文件名。其他的先用 Excel 或者 WPS 打开，另存为 .xlsx。
gk1402 = 表格太大：{ $what ->
    [file] 文件超过 { $most }
    [unpacked] 解开后超过 { $most }
    [sheets] 工作表或者部件超过 { $most } 个
    [rows] 一张表超过 { $most } 行
    [columns] 一张表超过 { $most } 列
   *[cells] 格子超过 { $most } 个
}。
    .title = 表格太大
    .help = 删掉用不着的工作表和空白区域，按月或者按季分开，再导入。
    .explain = 一个村一期的表不会有这么大。多半是误选了整列设格式，或者把几年的表合在了一起；也可能是有意做坏的文件。
gk1403 = { $why ->
    [locked] 表格设了密码，打不开
   *[other] 表格损坏，读不完：{ $cause }
}。
    .title = 表格打不开
    .help = { $why ->
        [locked] 用 Excel 或者 WPS 打开，去掉密码，另存一份再导入。
       *[other] 重新下载一次；或者用 Excel、WPS 打开，另存为 .xlsx，再导入。
    }
    .explain = 下载中断、传输损坏的文件读不完整，设了密码的打不开。只读一半会漏掉内容，所以什么都不导入。
gk1404 = 找不到表头。
    .title = 找不到表头
    .help = 表头要在前 30 行，至少有两列的列名对得上。可以用的列名：{ $known }。
    .explain = 程序在前 30 行里找列名，标题行、单位行会跳过。列名和记录的字段不一样时，写一份导入对照（content/profiles/imports/*.yaml），或者用 gongkai export --template 导出空白模板。
gk1405 = 表头下面没有内容。
    .title = 表里没有记录
    .help = 在表头下面逐行填写；确实没有发生的，用 gongkai new 建一份写明“不适用”的公开事项。
    .explain = 只有表头和合计、没有一行记录的表，导入后什么也没有。
gk1406 = { $why ->
    [missing] 没有“{ $sheet }”这张工作表
   *[several] 有几张工作表都像：{ $known }
}。
    .title = 哪一张工作表
    .help = { $why ->
        [missing] 文件里有：{ $known }。
       *[several] 用 --sheet 写明读哪一张。
    }
    .explain = 收入和支出可以分在两张表里，一起读。别的记录一次只读一张，有几张都像的时候要写明。
gk1407 = { $why ->
    [unknown] 没有“{ $kind }”这种表
    [several] 这张表像几种记录：{ $known }
   *[none] 看不出这张表是哪一种记录
}。
    .title = 哪一种记录
    .help = { $why ->
        [several] 用 --as 写明是哪一种。
       *[none] 用 --as 写明：{ $known }，或者台账名称、评分标准名称、目录项代码。
    }
    .explain = 不写 --as 时，程序拿表头和财务收支、各种台账、评分标准的列比对，只有一种最像才会用它。
gk1408 = 缺少“{ $name }”一列。
    .title = 缺少一列
    .help = { $guess ->
        [yes] “{ $near }”是不是这一列？是就改列名，或者写进导入对照。
       *[no] 补上这一列；平台的表没有这一列时，可以在导入对照的“缺省”里写。
    }
    .explain = 记录的这一项是必填的。列名不一样时改列名，或者写一份导入对照；整列都是同一个值的，写进导入对照的“缺省”。
gk1409 = “{ $first }”和“{ $second }”两列都是“{ $field }”。
    .title = 两列是同一项
    .help = 删掉一列，或者在导入对照里把一列写成“不导入”。
    .explain = 两列填同一项，程序不知道用哪一列，不会替人选。
gk1410 = “{ $name }”一列没有导入{ $why ->
    [private] ：这样的内容不能公开
   *[unknown] ：记录里没有这一项
}。
    .title = 有一列没有导入
    .help = { $why ->
        [private] 不用改。公开的表里不要有这一列。
       *[unknown] { $guess ->
            [yes] 是不是“{ $near }”？是就改列名，或者写进导入对照。
           *[no] 用不着就不用管；在导入对照里写成“不导入”就不再提醒。
        }
    }
    .explain = 表里多出来的列不会进入记录。身份证号、银行卡号、电话、住址一类的列从不导入。
gk1411 = 第 { $row } 行 { $cell }“{ $column }”：“{ $text }”{ $why ->
    [places] 不止两位小数
    [broken] 是出错的公式，或者是位数太多、已经丢了几位的数字
   *[other] { $expected ->
        [number] 不是数字
        [percent] 不是百分比
        [money] 不是金额
        [date] 不是日期
        [yes-no] 不是“是”或“否”
       *[text] 读不懂
    }
}。
    .title = 格子的内容不对
    .help = { $why ->
        [places] 金额四舍五入到分，改成两位小数；公式用 ROUND(…,2)。
        [broken] 改好公式；编号一类超过 15 位的，先把格子设成文本再重新填。
       *[other] { $expected ->
            [money] 只写数字，比如 8600.50；说明写到摘要里。
            [date] 写全年月日，比如 2026-08-11。
            [yes-no] 写“是”或者“否”。
           *[other] 只写数字；没有就空着。
        }
    }
    .explain = 一格读不懂，就不猜。“8,600.50”“￥420”“（420.00）”“８６００”是金额，“2026年8月11日”“2026.8.11”“20260811”和 Excel 的日期是日期；缺年份、缺日子的不是。
gk1412 = 第 { $row } 行 { $cell }“{ $column }”没有填。
    .title = 必填的格子空着
    .help = 补上这一格；几行合用一格的，每一行都要填。
    .explain = 这一项必填。合并的格子只有第一行有内容，下面几行要取消合并，逐行填上。
gk1413 = 第 { $row } 行 { $cell }“{ $column }”不能写“{ $name }”。
    .title = 不在可选的词里
    .help = { $guess ->
        [yes] 是不是“{ $near }”？
       *[no] 可以写：{ $known }。
    }
    .explain = 这一列只能写规定的几个词，好统计、好核对。
gk1414 = 第 { $row } 行 { $cell }：{ $text ->
    [none] 看不出是收入还是支出
   *[other] “{ $text }”看不出是收入还是支出
}。
    .title = 不知道是收入还是支出
    .help = 加一列“收支”，写收入或者支出；也可以分成“收入金额”“支出金额”两列，或者分成两张工作表。平台的说法写进导入对照的“收支”。
    .explain = 收支靠这几样分辨：收支一列、收入和支出两列金额、工作表名或者标题、表中“一、收入”这样的小标题、导入对照里的正负号规则。都没有就不猜。
gk1415 = 第 { $row } 行“{ $label }”的 { $cell }“{ $column }”写的是 { $typed }，上面各行相加是 { $sum }，相差 { $difference }。
    .title = 合计和各行对不上
    .help = 核对各行金额和这一行；公式的范围可能少了几行。
    .explain = 合计、小计、本页合计、累计行只用来核对，不会当成一条记录。对不上，说明有一行错了、漏了或者多了，公开以后村民也会算出来。
gk1416 = 第 { $row } 行 { $cell } 的余额写的是 { $typed }，按收支推算是 { $right }，相差 { $difference }。
    .title = 余额和收支对不上
    .help = 核对这一行和上面几行的金额。
    .explain = 余额等于上一行余额加收入减支出；期末等于期初加全部收入减全部支出。
gk1417 = 第 { $row } 行 { $cell }“{ $column }”里有{ $what ->
    [identity] 身份证号
    [card] 银行卡或者一卡通号
   *[phone] 手机号
}，不能公开。
    .title = 有不能公开的个人信息
    .help = 删掉这个号码再导入；公开的表里不要有它。
    .explain = 身份证号、银行卡号、手机号公开以后会被冒用，受害的是村民。记录里也不存这些号码，因为记录的历史会长期留存。
gk1418 = 第 { $row } 行{ $why ->
    [both] 的 { $cell }：收入和支出都填了金额
   *[words] “{ $text }”看不出是记录还是说明
}。
    .title = 有一行看不明白
    .help = { $why ->
        [both] 一行只写一笔：分成两行。
       *[words] 是记录就补齐各列；是说明就移到表的下面，或者在导入对照的“跳过”里写上开头几个字。
    }
    .explain = 每一行要么是一笔记录，要么是合计、余额、签字、备注。看不明白的行不能悄悄丢掉。
gk1419 = { $cell } 的日期 { $date } 不在 { $period } 之内。
    .title = 日期不在期间里
    .help = 核对日期和期间；--period 可以写明期间。
    .explain = 一期的表里一般只有这一期的日期。年份写错是最常见的笔误。
gk1420 = { $why ->
    [about] 这份记录说的不是“{ $name }”
    [shape] 这份记录不是一项一项的内容
   *[damage] 填进去会改动别的内容，没有填
}。
    .title = 不能填进这份记录
    .help = { $why ->
        [about] 换一份记录，或者不写 --into，另建一份。
       *[other] 先运行 gongkai check 改好这份记录；或者不写 --into，另建一份。
    }
    .explain = --into 只换记录里的表格，别的内容一个字都不动。做不到的时候什么都不写。
gk1421 = 没有“{ $name }”这个字段，导入对照填不进去。
    .title = 导入对照的字段不对
    .help = { $guess ->
        [yes] 是不是“{ $near }”？
       *[no] 可以写：{ $known }，或者“不导入”。
    }
    .explain = 导入对照的“字段”是记录里的字段名或者台账的列名。写错了，这一列就会丢掉。
