# 星级评价。

evaluation-summary = 总分 { $total }，{ $stars ->
    [0] 未评上星
    [1] 一星
    [2] 二星
    [3] 三星
    [4] 四星
    [5] 五星
   *[other] { $stars } 星
}
evaluation-between = ；
evaluation-why = { $stars ->
    [1] 为什么没有评上一星
    [2] 为什么不是二星
    [3] 为什么不是三星
    [4] 为什么不是四星
    [5] 为什么不是五星
   *[other] 为什么不是 { $stars } 星
}：{ $reasons }。
evaluation-why-top = 已是本标准的最高星级。
evaluation-why-veto = 本周期不评星：{ $veto }。
evaluation-short = 总分 { $total }，离 { $min } 分还差 { $short } 分
evaluation-floor = “{ $dimension }”得 { $percent } 分，{ $stars } 星要求每项不低于 { $min } 分
evaluation-cap = “{ $source }”得 { $score } 分，低于 { $below } 分，最高评 { $stars } 星
evaluation-bonus-capped = 加分共 { $sum } 分，按上限计 { $cap } 分
evaluation-veto-drop = { $veto }（降 { $stars } 星）
evaluation-veto-disqualify = { $veto }（取消星级）

gk0901 = “{ $rubric }”没有“{ $name }”这个维度。
    .title = 不认识的维度
    .help = { $guess ->
        [yes] 是不是“{ $near }”？
       *[no] 可以写：{ $known }。
    }
    .explain = 得分里写了评分标准没有的维度。把名称改成评分标准里的维度；如果确实要考核这一项，先改评分标准。多出的维度没有权重，算不进总分。
gk0902 = 缺少维度“{ $name }”的得分。
    .title = 缺少维度
    .help = 按“{ $rubric }”补上“{ $name }”各来源的得分。
    .explain = 评分标准的每个维度都要有得分，缺一项就算不出总分，也评不出星。补上缺少的维度。
gk0903 = “{ $rubric }”没有“{ $name }”这个评分来源。
    .title = 不认识的评分来源
    .help = { $guess ->
        [yes] 是不是“{ $near }”？
       *[no] 可以写：{ $known }。
    }
    .explain = 得分的来源要与评分标准的“来源权重”一致，例如居民测评、专家考核。名称写错时改名称；来源变了先改评分标准。
gk0904 = “{ $name }”缺少“{ $source }”的得分。
    .title = 缺少来源得分
    .help = 补上“{ $source }”对“{ $name }”的打分。
    .explain = 每个维度都按各来源的权重平均，缺少一个来源就无法平均。补上这个来源的打分；没有打分的来源不能按零分算。
gk0905 = “{ $name }”的“{ $source }”得 { $score } 分，应在 0 到 { $max } 分之间。
    .title = 得分超出范围
    .help = 核对原始打分表，改正这个分数。
    .explain = 得分不能低于零，也不能高于这个维度的满分。常见原因是小数点写错，或者把加权后的分写成了原始分。
gk0906 = 维度“{ $name }”写了两次。
    .title = 维度写了两次
    .help = 删去其中一处。
    .explain = 同一个维度用名称和标识各写了一次，程序不知道取哪一个。只留一处。
gk0907 = “{ $rubric }”没有“{ $name }”这项一票否决。
    .title = 不认识的一票否决
    .help = { $guess ->
        [yes] 是不是“{ $near }”？
       *[no] 可以写：{ $known }。
    }
    .explain = 一票否决的事项由评分标准列出，并写明是取消星级还是降几星。名称要与评分标准一致。
gk0908 = 收回 { $returned } 份，多于发放的 { $sent } 份。
    .title = 收回多于发放
    .help = 核对发放数和收回数，可能写反了。
    .explain = 收回的测评表不可能多于发放的。两个数可能写反，或者漏记了一次发放。
gk0909 = 居民测评收回 { $returned } 份，少于应有的 { $needed } 份。
    .title = 样本太少
    .help = “{ $source }”要求样本不少于 { $households } 户的 { $percent }%，请如实公布，并在下一周期补足。
    .explain = 样本太少，测评结果就不能代表居民。评分标准写明了最低样本占总户数的比例。分数照常计算，页面上会写明样本不足。
gk0910 = 有“{ $source }”的得分，没有写居民测评样本。
    .title = 没有写样本
    .help = 补上“居民测评样本: { "{" }发放: 240, 收回: 226{ "}" }”。
    .explain = 评分标准规定了最低样本，要写明发放和收回多少份，读者才能判断测评是否可信。
gk0911 = 评价结果公示 { $days } 天，少于 { $min } 天。
    .title = 公示天数不够
    .help = 把公示延长到不少于 { $min } 天；已经撤下的，如实写明。
    .explain = 评价结果要公示，居民才有时间提意见。法律规定公布时间不少于十五天，地方规定更长的按地方规定。
gk0912 = 公示在 { $until } 结束，早于开始的 { $from }。
    .title = 公示日期颠倒
    .help = 核对公示的起止日期。
    .explain = 公示不可能在开始之前结束。两个日期可能写反，或者年份写错。
gk0913 = 本次 { $now } 星，上次（{ $cycle }）是 { $before } 星，没有写变化说明。
    .title = 降星没有说明
    .help = 补上“变化说明”，用一句话写明为什么降了星。
    .explain = 星级下降，居民会问原因。写明原因，比让人猜要好。星级由程序按得分计算，不会因为写了说明而改变。
gk0914 = { $cycle } 已经按同一标准评过：“{ $other }”。
    .title = 同一周期评了两次
    .help = 同一对象一个周期只留一份；评的是不同楼栋的，在标题里写明楼栋。
    .explain = 同一个对象、同一个评分标准、同一个周期只能有一个结果。重复的删去；更正以前的结果，请改原来的记录并写“更正”。
gk0915 = “{ $item }”的分数是 { $points }，不能是负数。
    .title = 分数是负数
    .help = 加分写在“加分”，扣分写在“扣分”，都写正数。
    .explain = 扣分用正数写在“扣分”下面，程序会减去。写成负数，就会减了又减，或者把加分变成扣分。
gk0916 = 加分共 { $sum } 分，超过上限，按 { $cap } 分计算。
    .title = 加分超过上限
    .help = 不用改；加分项照样列出。
    .explain = 评分标准限定了加分的上限，超过的部分不计入总分。列出全部加分项，读者可以看到依据。
