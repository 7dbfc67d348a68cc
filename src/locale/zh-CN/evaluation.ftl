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
evidence-photo = 照片（{ $name }）
evidence-file = 文件（{ $name }）
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
evaluation-veto-cap = { $veto }（最高评 { $stars } 星）
evaluation-missed = “{ $dimension }”得 { $percent } 分，不到 { $min } 分，没有得到这颗星
evaluation-awarded = { $quota ->
    [yes] { $by }按名额评为 { $stars } 星
   *[no] { $by }评为 { $stars } 星
}
evaluation-quota = { $stars } 星不超过{ $base ->
    [passed] 达标
   *[judged] 参评
}总数的 { $percent }%
evaluation-cycle = { $rhythm ->
    [yearly] 每年评定一次
    [half-yearly] 每半年评定一次
    [quarterly] 每季评定一次
   *[monthly] 每月评定一次
}
evaluation-dispatch = { $rhythm ->
    [yearly] 每年调度
    [half-yearly] 每半年调度
    [quarterly] 每季调度
   *[monthly] 每月调度
}
evaluation-bulletin = { $rhythm ->
    [yearly] 每年通报
    [half-yearly] 每半年通报
    [quarterly] 每季通报
   *[monthly] 每月通报
}
evaluation-item-score = 评 { $value } 分
evaluation-item-threshold = { $value }{ $unit }，目标{ $sense ->
    [at-most] 不高于
   *[at-least] 不低于
} { $target }{ $unit }，{ $reached ->
    [yes] 达到
   *[no] 没有达到
}
evaluation-item-count = { $value }{ $unit } × 每个 { $each } 分，最多 { $max } 分
evaluation-item-ratio = { $share ->
    [yes] { $part } ÷ { $whole } = { $value }%
   *[no] { $value }%
}{ $full ->
    [yes] ，达到 { $target }% 得满分
   *[no] {""}
}
evaluation-item-yes-no = { $yes ->
    [yes] 有
   *[no] 没有
}
evaluation-item-fault = { $fault } { $times } 次，扣 { $points } 分
evaluation-item-no-fault = 没有扣分
evaluation-bureau = 评定单位

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
    .help = { $households ->
        [0] “{ $source }”要求收回不少于 { $needed } 份，请如实公布，并在下一周期补足。
       *[other] “{ $source }”要求样本不少于 { $households } 户的 { $percent }%，请如实公布，并在下一周期补足。
    }
    .explain = 样本太少，测评结果就不能代表居民。评分标准写明了最低样本占总户数的比例。分数照常计算，页面上会写明样本不足，也不与别的村（社区）排名。
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
gk0917 = “{ $name }”没有写依据。
    .title = 得分没有依据
    .help = 补上“依据: [projects/…, files/…]”，写记录或者文件。
    .explain = 每一分都应当能查到依据：项目、决策、台账，或者照片、文件。没有依据不影响计算，页面上会写“没有附依据”。
gk0918 = “{ $name }”的“{ $source }”只写了总分，评分标准分了项目。
    .title = 没有分项得分
    .help = 按评分标准的项目逐项写，例如“{ $source }: { "{" }项目名称: 20{ "}" }”。
    .explain = 评分标准把这个维度分成几个项目，逐项写出来，居民才看得到每一分从哪里来。只写总分也能计算，页面上看不到分项。
gk0919 = “{ $dimension }”由“{ $source }”评的项目里没有“{ $name }”。
    .title = 不认识的评分项目
    .help = { $guess ->
        [yes] 是不是“{ $near }”？
       *[no] 可以写：{ $known }。
    }
    .explain = 项目名称要与评分标准一致。名称写错时改名称；确实要考核这一项，先改评分标准。
gk0920 = 缺少项目“{ $item }”。
    .title = 缺少评分项目
    .help = { $kind ->
        [yes-no] 写“{ $item }: 是”或者“否”。
        [deduction] 没有扣分写“{ $item }: 无”，有扣分写“{ $item }: { "{" }扣分: { "{" }扣分项: 次数{ "}" }{ "}" }”。
        [ratio] 写“{ $item }: { "{" }分子: 95, 分母: 100{ "}" }”或者百分数。
       *[other] 写“{ $item }: ”和数值。
    }
    .explain = 评分标准的每个项目都要有结果，缺一项就算不出得分。项目对应指标的，指标里有数时可以不写，程序会取周期结束时的数。
gk0921 = 项目“{ $item }”的写法不对。
    .title = 评分项目写法不对
    .help = { $kind ->
        [yes-no] 这一项写“是”或者“否”。
        [deduction] 这一项写“扣分: { "{" }扣分项: 次数{ "}" }”，没有扣分写“无”。
        [ratio] 这一项写百分数，或者“分子”和“分母”。
        [count] 这一项写个数。
        [threshold] 这一项写实际数值，不写得分。
       *[score] 这一项写得分。
    }
    .explain = 评分项目有六种：评分写分数，达标写实际数值，计数写个数，比例写百分数或者分子分母，扣分写扣分项和次数，是否写“是”或者“否”。得多少分由程序按评分标准计算。
gk0922 = 项目“{ $item }”的 { $value } 超出范围{ $max ->
    [none] ，不能小于零
   *[other] ，应在 0 到 { $max } 之间
}。
    .title = 项目数值超出范围
    .help = 核对原始记录，改正这个数。
    .explain = 得分不能低于零，也不能高于项目的满分；个数、次数、数值不能是负数。
gk0923 = 项目“{ $item }”的分子大于分母，或者分母是零。
    .title = 比例不成立
    .help = 核对分子和分母，可能写反了。
    .explain = 比例是部分除以全部，部分不能多于全部，全部不能是零。
gk0924 = 项目“{ $item }”没有“{ $name }”这个扣分项。
    .title = 不认识的扣分项
    .help = { $guess ->
        [yes] 是不是“{ $near }”？
       *[no] 可以写：{ $known }。
    }
    .explain = 扣什么分、每次扣几分，由评分标准写明。名称要与评分标准一致。
gk0925 = 项目“{ $item }”写的是 { $written }，“{ $page }”是 { $known }。
    .title = 项目与指标不一致
    .help = 核对后改正其中一处；也可以删去这里的数值，由程序取指标的数。
    .explain = 这个项目取自一个指标，同一个数不应有两种说法。指标由台账算出或者已经公布，得分要用同一个数。
gk0926 = 评分标准没有“{ $item }”这项加分。
    .title = 不认识的加分项目
    .help = 可以写：{ $known }。
    .explain = 评分标准列明了可以加分的事项，别的事项不加分。名称写错时改名称；确实应当加分，先改评分标准。
gk0927 = “{ $item }”加 { $points } 分，最多加 { $max } 分。
    .title = 单项加分过多
    .help = 改为不超过 { $max } 分；同一事项得过几次的，分几行写。
    .explain = 评分标准写明了每项加分的最高分，超过的部分没有根据。
gk0928 = “{ $rubric }”{ $rhythm ->
    [yearly] 每年
    [half-yearly] 每半年
    [quarterly] 每季
   *[monthly] 每月
}评定一次，这里的周期是 { $cycle }。
    .title = 周期长短不对
    .help = 周期按评分标准写，例如每年评定写“2026”，每季写“2026Q3”。
    .explain = 评分标准写明多久评一次。周期长短不同，星级就不能前后比较。
gk0929 = 评定为 { $stars } 星，按得分只有 { $reached } 星。
    .title = 评定高于得分
    .help = 核对得分或者评定文件。
    .explain = 评定单位可以因名额或者其他理由少评，不能比得分多评。多出的星没有来历，居民无法核对。
gk0930 = 评定为 { $stars } 星，按总分是 { $by_total } 星，没有写理由。
    .title = 少评没有说明
    .help = 在“评定”里补上“说明”。
    .explain = 评分标准没有名额限制，评定的星却少于得分应得的星，要写明理由。
gk0931 = { $date } 就评定了，公示到 { $until } 才结束。
    .title = 公示未满就评定
    .help = 如实公布；以后等公示期满、异议答复后再评定。
    .explain = 公示是为了听取异议，期满以前评定，异议就没有意义。日期是事实的，如实保留，页面上会写明。
gk0932 = 异议在 { $date } 提出，结果 { $from } 才公示。
    .title = 异议早于公示
    .help = 核对两个日期。
    .explain = 结果公示以后才会有人提出异议。日期可能写错年份，或者写反了。
gk0933 = 异议在 { $date } 提出，{ $answered } 就答复了。
    .title = 答复早于异议
    .help = 核对两个日期。
    .explain = 答复不可能早于异议。两个日期可能写反，或者年份写错。
gk0934 = { $state ->
    [open] 异议已过 { $days } 天没有答复，应在 { $most } 天内答复
   *[late] 异议过了 { $days } 天才答复，应在 { $most } 天内答复
}。
    .title = 异议答复逾期
    .help = { $state ->
        [open] 尽快答复，写上“答复”。
       *[late] 如实公布。
    }
    .explain = 评分标准写明了异议的答复期限。逾期没有答复，或者答复晚了，页面上会写明。
gk0935 = 异议的结论是“调整”，没有写更正。
    .title = 调整没有更正
    .help = 补上“更正”，写明日期、原值、现值和说明。
    .explain = 公示过的结果因异议而改变，要留下更正，读者才知道改了什么。
