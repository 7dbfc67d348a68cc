# Portals: finding one's own, regions, targets, news, stars of a region.
# $type and $kind are village | urban. "#" is filled by the script with a number.
# What cannot be compared says why.
por-count = { $n } 个
por-found-more = 找到 # 个，先列出 20 个，多打一个字就少一些
por-found-none = 没有找到，换一个名称试试，或者看全部名单
por-all = 看全部村（社区）名单
por-stars-page = 星级评价总表
por-region = 地区
por-number = 村（社区）
por-split = 村 { $villages }、社区 { $urban }
por-three = 三星以上
por-sum = { $name }合计
por-table-of = { $type ->
    [urban] 各社区公开情况
   *[other] 各村公开情况
}
type-village = 村
type-urban = 社区
por-median = 中位数
por-median-of = { $own ->
    [true] 本页 { $n } 个{ $kind ->
        [urban] 社区
       *[other] 村
    }
   *[other] { $region } { $n } 个{ $kind ->
        [urban] 社区
       *[other] 村
    }
}
por-median-none = 同类的不足 5 个，不列中位数。
por-leaf = 第 { $n } 页
por-leaves = 分 { $n } 页列出，按拼音排列。
por-leaf-sort = 点表头排序，只在本页之内。
por-news = 最近公开
por-news-more = 再看 { $n } 份
por-caption-regions = 按时率、完整率由各村（社区）应公开的事项合起来算；三星以上按各自最近一次有效的评价
por-news-none = 还没有公开的材料。
por-silent = 较久没有公开
por-silent-n = { $n } 个村（社区）已有 { $days } 天以上没有新公开的材料：
por-silent-days = 最近一次 { $date }，距今 { $days } 天
por-silent-rest = 另有 { $n } 个
por-silent-none = 各村（社区）在最近 { $days } 天内都有新公开的材料。
por-goals = 目标和进度
por-aim = 目标 { $value }{ $unit }
por-aim-lower = 目标不高于 { $value }{ $unit }
por-aim-of = （{ $name }的目标）
por-aim-left = { $date }前，还有 { $days } 天
por-aim-over = { $date }前，已过 { $days } 天
por-lacking = 还差 { $n } 个
por-share-all = { $rubric } { $stars } 星以上的 { $part } 个，占全部 { $all } 个
por-share-rated-too = ；占已定星 { $rated } 个的 { $value }%
por-share-rated = { $rubric } { $stars } 星以上的 { $part } 个，占已定星的 { $rated } 个
por-needed = 不少于 { $target }%：{ $whole } 个里要有 { $needed } 个，还差 { $lacking } 个。
por-needed-met = 不少于 { $target }%：{ $whole } 个里要有 { $needed } 个，已经够了。
por-reference = 对照：{ $name } { $part }/{ $whole }，{ $value }%
por-counted = 各村（社区）自己公布的指标
por-counted-note = 达到数只在已公布的里面数；没有公布的不等于没有达到
por-indicator = 指标
por-target = 目标
por-reached = 达到
por-published = 已公布
all-lede = 按地区列出全部村（社区），名称下面是别名和所辖的组、自然村、小区。
sta-lede = 只在同一评分标准、同一周期、同一类里比较。星数和总分都能点进去核对。
sta-none = 这里 { $all } 个村（社区）还没有星级评价。
sta-line = 全部 { $all } 个里，已定星 { $rated } 个，没有参加这一周期的 { $unrated } 个。
sta-n-upcoming = 还没有公示 { $n } 个
sta-n-on-display = 公示中 { $n } 个，星数还不算
sta-n-contested = 有异议还没有答复 { $n } 个，在已定星之内
sta-n-expired = 已过有效期 { $n } 个，星数不再算
sta-zero = 没有星
sta-three = 三星以上 { $n } 个，占已定星的 { $rated }%，占全部的 { $all }%。
sta-change = 比上一周期升星 { $rose } 个，降星 { $fell } 个。
sta-quotas = 名额
sta-quota = { $stars } 星最多占{ $passed ->
    [true] 达标的
   *[other] 参评的
} { $percent }%：{ $passed ->
    [true] 达标
   *[other] 已定星
} { $base } 个，名额 { $places } 个；按得分是 { $count } 个
sta-over = 超出 { $n } 个
sta-within = 没有超出
sta-quota-note = 名额由评定单位在全体参评对象中核定；这里只按本页的数算，不改变任何一个的星数。
sta-list = { $type ->
    [urban] 社区按总分
   *[other] 村按总分
}
sta-few = { $type ->
    [urban] 可以比较的社区不足 5 个，不排名次。
   *[other] 可以比较的村不足 5 个，不排名次。
}
sta-ties = 总分相同的并列，后面的名次顺延。
sta-tied = 并列
sta-rank = 名次
sta-total = 总分
sta-before = 上一周期 { $n } 星
sta-contested = 有异议还没有答复
sta-why-sample = 居民测评样本不足，不排名次
sta-why-upcoming = 还没有公示，不排名次
sta-why-on-display = 公示中，不排名次
sta-why-expired = 已过有效期，不排名次
sta-rest = 这里先列 { $shown } 个，全部分 { $n } 页：
