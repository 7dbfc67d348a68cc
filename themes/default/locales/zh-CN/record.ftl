# The frame of a record: dates, review, rule, findings, corrections.
# Arguments as named in each message.
# Kinds have files of their own.
rec-about = 公开信息
rec-period = 期间
rec-published = 公开日期
rec-until = 公示至
rec-amount = 金额
rec-by = 公开单位
rec-basis = 公开依据
rec-review = 审核
review-none = 没有登记审核意见。
rec-attachments = 附件
rec-related = 相关
only-language = （仅有{ $name }）
rec-data = 数据
findings-title = 对照规定的提示
basis-line = 依据：{ $basis }
code-line = 编号 { $code }
corrections-title = 更正
corrections-n = { $n } 处
corrections-kept = 公开以后改过的地方都记在这里，一直保留。
rec-waivers = 照原样公开的号码
waiver-line = 尾号 { $ending }
corrections-all = 全部更正
corrected = { $date }有更正
corrected-notice = 公开以后有过 { $n } 处更正，最近一次在{ $date }
correction-old = 原来
correction-new = 改为
rec-maker = 制表：{ $name }
opinion-agree = 同意
opinion-amend = 修改后同意
opinion-reject = 不同意
section-all = 全部记录
