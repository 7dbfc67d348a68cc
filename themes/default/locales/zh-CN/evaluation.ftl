# Star-rated evaluations: the verdict, the sum, dimensions, levels, history.
# $cycle arrives as words; scores and weights as plain text.
# The arithmetic is written so that a reader can redo it.
eva-line = { $cycle }评为 { $n } 星，总分 { $total }
eva-short = { $cycle } { $n } 星，{ $total } 分
eva-rubric = 评分标准
eva-notice = 公示期
eva-previous = 上次结果
eva-why = 为什么不是更高一星
eva-sum = 总分怎么算出来
eva-base = 基础分
eva-bonus = 加分：{ $item }
eva-deduction = 扣分：{ $item }
eva-total = 总分
eva-survey = 居民测评发放 { $sent } 份，收回 { $returned } 份，回收率 { $rate }%
eva-dimensions = 各维度得分
eva-weight = 权重 { $weight }
eva-levels = 星级标准
eva-from = { $min } 分起
eva-change = 标准变化
eva-history = 历年星级
eva-veto = 一票否决：{ $what }
