# 公开事项。

disclosure-summary = 共 { $count } 条
disclosure-not-applicable = 本期不适用：{ $reason }

gk1201 = “{ $catalogue }”没有目录项“{ $name }”。
    .title = 不认识的目录项
    .help = { $guess ->
        [yes] 是不是“{ $near }”？
       *[no] 可以写：{ $known }。
    }
    .explain = 目录项要用公开目录里的代码，例如 A1、F2。代码写错，这次公开就不能算作完成了那一项。
gk1202 = 目录项 { $code }（{ $item }）{ $side ->
        [ended] 到 { $to } 为止，{ $day } 已不再是公开事项
       *[not-yet] 从 { $from } 起才是公开事项，{ $day } 时还不是
    }。
    .title = 目录项当时不在目录里
    .help = 核对期间，或者改用其他目录项。
    .explain = 公开目录随法律变化。例如计划生育自 2026 年 1 月 1 日起不再是法定公开事项，协商事项自同日起成为法定公开事项。记录按它所说的那段时间的目录判断。
gk1203 = 目录项 { $code }（{ $item }）不适用于{ $type ->
        [village] 村
       *[urban] 社区
    }。
    .title = 目录项不适用
    .help = 换成本目录中适用的事项。
    .explain = 村和社区适用不同的法律，公开的事项不完全相同。例如土地承包只在村公开，居委会工作经费只在社区公开。
gk1204 = 目录项 { $code } 应{ $frequency ->
        [monthly] 每月
        [quarterly] 每季度
        [half-yearly] 每半年
        [yearly] 每年
        [event] 随时
       *[standing] 长期
    }公开，期间却是 { $period }。
    .title = 期间与频率不合
    .help = 期间写成“{ $frequency ->
        [monthly] 2026-09
        [quarterly] 2026Q3
        [half-yearly] 2026H1
        [yearly] 2026
       *[event] 2026-09-03
    }”这样的形式。
    .explain = 期间的长短应与目录规定的频率一致，或者更短，否则无法判断哪一期已经公开。比规定更勤地公开，没有问题。
gk1205 = 目录项 { $code } 应{ $frequency ->
        [monthly] 每月
        [quarterly] 每季度
        [half-yearly] 每半年
        [yearly] 每年
        [event] 随时
       *[standing] 长期
    }公开，没有写期间。
    .title = 没有写期间
    .help = 补上期间，例如“{ $frequency ->
        [monthly] 2026-09
        [quarterly] 2026Q3
        [half-yearly] 2026H1
        [yearly] 2026
       *[event] 2026-09-03
    }”。
    .explain = 按期公开的事项要写明是哪一期，程序才知道哪些已经公开、哪些还缺。
gk1206 = 应在 { $due } 前公开，实际 { $published } 公开，晚了 { $days } 天。
    .title = 公开晚了
    .help = 如实公布，不要改日期；下一期按时公开。
    .explain = 公开目录给每项规定了最迟日期。晚公开仍然要公开，页面会写明晚了几天。改早日期是弄虚作假，比晚几天严重得多。
gk1207 = { $published } 公开时，{ $period } 还没有结束（{ $last } 结束）。
    .title = 期间未满就公开
    .help = 核对期间和公开日期。
    .explain = 一期没有结束，就说不清这一期的全部情况。多半是期间或者年份写错。
gk1208 = 目录项 { $code } 有个人名单，没有写名单到期。
    .title = 名单没有到期日
    .help = 补上“名单到期”，到期后名单自动撤下，合计保留。
    .explain = 公示的目的达到以后，个人名单应当撤下，这是个人信息保护法第四十七条的要求。合计、人数、金额会一直保留。
gk1209 = 名单在 { $until } 到期，早于公开的 { $published }。
    .title = 名单到期早于公开
    .help = 核对两个日期。
    .explain = 名单还没有公开就已经到期，等于没有公开。两个日期可能写反，或者年份写错。
gk1210 = 写了“不适用”，明细里却有 { $count } 行。
    .title = 不适用却有明细
    .help = 有内容就删去“不适用”，没有内容就删去明细。
    .explain = “不适用”表示本期没有这件事。两者只能取一个。
