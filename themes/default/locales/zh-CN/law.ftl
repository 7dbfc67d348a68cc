# The page of rules.
law-line = 本站各页引用的法律、地方规定和议事流程。每条写明出处和可信度；数字怎样得来，请对照这里核对。
law-from-to = { $from }至{ $to }有效
law-from = { $from }起有效
law-to = { $to }止
law-by-matter = 由哪个会议决定，随事项类型而定
law-notice = 提前{ $days }天通知
law-after = 在“{ $after }”之后
law-due = { $days }天之内
law-min = 不少于{ $days }天
certainty-high = 可信度：高
certainty-medium = 可信度：中
certainty-low = 可信度：低
foot-law = 依据的规定
see-rule = 查看这条规定
