# 议事决策：诊断（gk06…）和页面上的话（decision-…）。
# 诊断的参数：step 议的名称，name 公开项的名称，其余是数字或日期。
# 句子要短，先说事实和数字，再说应该怎样。
gk0601 = 流程“{ $process }”里没有“{ $name }”这一议{ $hint ->
    [yes] ，是不是“{ $near }”？
   *[no] 。
}
    .title = 不认识的议
    .help = 可以写：{ $known }。
    .explain = 每一议的名称要和流程里的步骤对得上，才能核对先后和人数。请按提示改名称，或者把“流程”改成实际用的那一种。流程的步骤和别名写在 profiles/processes 里，当地另有叫法可以加进去。
gk0602 = “{ $title }”没有写“流程”，community.yaml 里也没有“默认流程”。
    .title = 不知道用哪种流程
    .help = 在这份记录里写“流程: 五议五公开”，或者在 community.yaml 里写“默认流程”。
    .explain = 不知道流程，就没法核对步骤、人数和公开项。请写明这件事按哪种流程办。全村（社区）都用一种流程时，在 community.yaml 里写一次就够了。
gk0603 = { $step }：实到 { $present } 人，比应到 { $due } 人还多。
    .title = 实到多于应到
    .help = 对照签到表核对“应到”和“实到”；列席的人不计入实到。
    .explain = 实到人数不可能超过应到人数，多半是两个数写反了，或者把列席的人也算了进去。请对照会议签到表改正。
gk0604 = { $step }：同意、反对、弃权共 { $votes } 票，比到会的 { $present } 人还多。
    .title = 票数多于到会人数
    .help = 对照会议记录核对票数和“实到”。
    .explain = 一人一票，三项票数加起来不能超过到会人数。请对照会议记录改正；有人中途到会的，“实到”要把他算上。
gk0605 = { $step }：应到 { $due } 人，而概况里只有 { $roll } 人，最多 { $most } 人。
    .title = 应到多于总人数
    .help = 核对“应到”；人数变了就改 community.yaml 的“概况”。
    .explain = 应到人数不能超过这个会议的全体人数。全体人数取自 community.yaml 的“概况”；村（居）民代表会议另把村（居）民委员会成员算在内。请核对是“应到”写多了，还是“概况”没有更新。
gk0606 = { $step }：{ $notice } 才通知，会议 { $date } 已经开过了。
    .title = 通知晚于会议
    .help = 核对“通知日期”和“日期”。
    .explain = 通知不可能晚于会议，多半是日期打错了。请对照通知原件改正。
gk0607 = 没有“{ $name }”这种公开项{ $hint ->
    [yes] ，是不是“{ $near }”？
   *[no] 。
}
    .title = 不认识的公开项
    .help = “{ $process }”要求的是：{ $known }。
    .explain = 公开项的名称要和流程里的对得上，才能核对公开得早晚、够不够天数。流程没有要求、而别的流程里有的公开项也可以写，多公开不算错。当地另有叫法，可以加到 profiles/processes 里。
gk0608 = “{ $name }”公开于 { $date }，而{ $one ->
    [yes] “{ $step }”
   *[no] 第一议
}是 { $happened } 的事。
    .title = 公开早于事情发生
    .help = 核对公开的“日期”和那一议的“日期”。
    .explain = 还没有发生的事不能先公开结果，两处日期必有一处写错。请对照会议记录和公开栏照片改正。
gk0609 = 公开了“{ $name }”，但没有记下{ $one ->
    [yes] “{ $step }”
   *[no] 任何一议
}。
    .title = 公开了没有记录的事
    .help = 把那一议补进“步骤”；或者改公开项的名称和“议”。
    .explain = 公开的内容要有来处：公开了哪一议，“步骤”里就要有那一议的日期和人数。请补记，或者改正公开项。
gk0610 = { $step }：到会 { $part } 人，没有到规定的 { $need } 人（{ $of ->
    [due] 应到
   *[all] 全体
} { $base } 人的 { $ratio }{ $strict ->
    [yes] 以上，不含本数
   *[no] {""}
}）。
    .title = 到会人数不够
    .help = 照实保留；到会不够的会议应当另行召开，把重开的会议接着写在“步骤”里。
    .explain = 到会人数没有达到流程或者法律的要求，这次会议的表决不能作数。村（居）民代表会议须有三分之二以上的组成人员参加，见《村民委员会组织法》（2025年修正）第三十条、《城市居民委员会组织法》（2025年修订）第二十九条。页面照实公布，不会拦住发布。
gk0611 = { $step }：同意 { $part } 票，没有到规定的 { $need } 票（{ $of ->
    [present] 到会
    [due] 应到
   *[all] 全体
} { $base } 人的 { $ratio }{ $strict ->
    [yes] 以上，不含本数
   *[no] {""}
}），事情却接着办了。
    .title = 票数不够却接着办
    .help = 照实保留；应当停办，重新商议、重新表决。
    .explain = 表决没有通过本是平常的事，接着往下办才是不足。村（居）民代表会议的决定须经到会人员的过半数同意，正好一半不算，见《村民委员会组织法》（2025年修正）第三十条、《城市居民委员会组织法》（2025年修订）第二十九条。
gk0612 = { $step }：只提前 { $days } 天通知，规定提前 { $need } 天。
    .title = 通知太晚
    .help = 照实保留；以后开会提前 { $need } 天把议题发给参加的人。
    .explain = 提前通知，是让参加的人有时间看方案、问左邻右舍。天数取流程和法律中较长的：村（居）民会议提前十日，见《村民委员会组织法》（2025年修正）第二十五条；党员大会的天数由流程规定。
gk0613 = { $step }在 { $date }，而应当在它之前的{ $before }在 { $before_date }。
    .title = 先后颠倒
    .help = 日期写错了就改；确实先开的，照实保留。
    .explain = 流程的步骤有先后：后一议要以前一议的结果为前提。如果日期没有写错，说明程序确实颠倒了，页面照实公布。重要事项须先由党组织研究讨论，见《村民委员会组织法》（2025年修正）第二十八条。
gk0614 = 在{ $step }之前没有“{ $missing }”。
    .title = 缺了一议
    .help = 漏记的补上；合在一次会上开的，流程允许时会自动识别。
    .explain = 流程要求的一议没有记录，后面的却已经开了。漏记的请补上；确实没有开的，照实保留。书记和主任由一人担任时，流程可以允许提议与商议合并，请在 community.yaml 的“机构”里写“书记兼主任: 是”。
gk0615 = { $failed }没有达到要求，却接着开了{ $step }。
    .title = 未达要求而继续
    .help = 照实保留；应当先把{ $failed }重新开好，再往下走。
    .explain = 到会人数或者票数不够的一议不能作数，后面的步骤就没有了前提。重新召开的会议接着写在“步骤”里，程序会从那一议起另算一轮。
gk0616 = { $step }和{ $before }只隔 { $days } 天，流程要求至少隔 { $gap } 天。
    .title = 两议相隔太近
    .help = 日期写错了就改；确实如此的，照实保留。
    .explain = 有的流程规定两议之间要隔几天，好让大家看方案、提意见。天数由流程规定，写在 profiles/processes 里。
gk0617 = “{ $name }”只公示了 { $days } 天，规定不少于 { $min } 天。
    .title = 公示天数不够
    .help = 把公示延长到 { $min } 天，再改“至”；已经撤下的照实保留。
    .explain = 2026年1月1日起，公布的期限不少于十五日，见《村民委员会组织法》（2025年修正）第三十五条、《城市居民委员会组织法》（2025年修订）第三十四条。地方和流程可以更长。
gk0618 = “{ $name }”在{ $step }之后 { $days } 天才公开，流程要求 { $due } 天之内。
    .title = 公开太迟
    .help = 日期写错了就改；确实迟了的，照实保留。
    .explain = 过程公开要趁热：大家来得及说话，公开才有用。天数由流程规定，写在 profiles/processes 里；法律对重大事项的要求是随时公布。
gk0619 = “{ $name }”在 { $date } 已经实施，{ $later ->
    [yes] 而{ $step }是 { $resolved } 才通过的。
   *[no] 但没有通过的“{ $step }”。
}
    .title = 没有决议就实施
    .help = 漏记的决议补上；确实先办的，照实保留，并尽快交会议表决。
    .explain = 应当由村（居）民会议或者代表会议决定的事，决定了才能办，见《村民委员会组织法》（2025年修正）第二十八条、《城市居民委员会组织法》（2025年修订）第三十条。页面照实公布，不会拦住发布。
gk0620 = { $step }（{ $date }）的结果还没有“{ $name }”。
    .title = 决议没有公开
    .help = 公布决议，并在“公开”里写明日期和地点。
    .explain = 会议决定的事项和实施情况都要公布，见《村民委员会组织法》（2025年修正）第三十五条、《城市居民委员会组织法》（2025年修订）第三十四条。公布过而漏记的，请补上。
gk0621 = { $step }没有写{ $missing }，核对不了到会和票数。
    .title = 缺少人数或票数
    .help = 对照会议记录补上：{ $missing }。
    .explain = 这一议有到会或者通过的人数要求。数字不公布，谁也核对不了，所以页面会注明缺了哪几项。请对照签到表和计票单补上。
gk0622 = { $step }：到会 { $present } 人，票数共 { $votes } 票，还差 { $missing } 票没有说明。
    .title = 票数少于到会人数
    .help = 补上“反对”“弃权”；没有投票的写在“内容”里。
    .explain = 反对和弃权也要公开，不能只写同意。请对照计票单补齐；确实有人没有投票的，在“内容”里说明一句。
gk0623 = { $step }没有写“通知日期”，规定提前 { $need } 天通知。
    .title = 没有写通知日期
    .help = 补上“通知日期: …”。
    .explain = 这一议要提前通知。没有通知日期，就看不出提前了几天。请对照通知原件补上。
gk0624 = { $step }在 { $date } 记了两遍。
    .title = 同一议记了两遍
    .help = 只留一遍；分几场开的，合成一条，写在“内容”里。
    .explain = 同一天的同一议出现了两次，多半是重复粘贴。没有通过、改日重开的会议不受影响，程序会另算一轮。
gk0625 = { $step }：应到 { $due } 人，比概况里的 { $roll } 名代表多。
    .title = 应到比代表多
    .help = 村（居）民委员会成员也参加的不用改；否则核对“应到”和“概况”。
    .explain = 村（居）民代表会议由委员会成员和代表组成，所以应到可以比代表多几人。这里的数既不等于代表数，也不等于代表加委员会成员，请核对一下。
gk0626 = { $step }的日期 { $date } 还没有到。
    .title = 议的日期在将来
    .help = 核对日期；还没开的会，开完再记。
    .explain = 这一议的日期晚于今天，可能打错了。没有发生的一议不计入进度，到那天以后才算。
gk0627 = “{ $matter }”应由{ $bodies }决定，这里写的是{ $body }。
    .title = 无权决定的会议
    .help = 会议名称或者“事项类型”写错了就改；确实这样开了，照实写一行“情况说明: …”，事情就作为不足公布，不再拦住。
    .explain = 法律规定了什么事由谁决定。土地承包、宅基地、土地补偿费、成员确认等由农村集体经济组织成员大会决定，成员代表大会也不能代替，见《农村集体经济组织法》第二十六条、第二十八条；村规民约由村民会议制定，见《村民委员会组织法》（2025年修正）第三十一条。多数时候是“事项类型”或者会议名称写错了。由村委会代行集体经济组织职能的，也按成员大会的规则开会，写“成员大会决议”。确实由别的会议决定了的，写明“情况说明”，页面照实公布。
gk0628 = “{ $matter }”应由{ $bodies }决定，却交给了{ $body }。
    .title = 交给了别的会议
    .help = 照实保留；应当提交{ $bodies }重新决定。
    .explain = 法律把这类事项交给另一个会议决定，这次的表决不能代替它。记录里写了“情况说明”，所以照实公布，不拦住发布。应当重新提交有权决定的会议，新的会议接着写在“步骤”里。
gk0629 = 不认识的事项类型“{ $name }”{ $hint ->
    [yes] ，是不是“{ $near }”？
   *[no] 。
}
    .title = 不认识的事项类型
    .help = 可以写：{ $known }。都不合适的，写“其他”。
    .explain = 事项类型决定由哪个会议来定、要多少人到会、要多少票。不认识的类型，只能按流程里写的会议核对。各类事项和它们的别名写在 profiles/rules 的“事项”里，当地另有叫法可以加进去。
gk0630 = { $type ->
    [village] 村里没有“{ $step }”，应是“{ $near }”。
   *[urban] 社区没有“{ $step }”，应是“{ $near }”。
}
    .title = 会议名称用错了
    .help = 改成“{ $near }”。
    .explain = 村里开村民会议、村民代表会议，社区开居民会议、居民代表会议，适用的法律不同。多半是从别处抄来没有改。如果“类型”写错了，请改 community.yaml。
gk0631 = { $step }（{ $date }）之前{ $late ->
    [yes] 没有经过党组织研究：记下的研究日期是 { $studied }。
   *[no] 没有记下党组织研究讨论。
}
    .title = 没有先经党组织研究
    .help = 研究过的，补一行“党组织研究: 日期”；没有研究的照实保留。
    .explain = 2026年1月1日起，需由村（居）民会议或者代表会议决定的重要事项，应当先经村（社区）党组织研究讨论，见《村民委员会组织法》（2025年修正）第二十八条、《城市居民委员会组织法》（2025年修订）第三十条；由集体经济组织成员大会决定的，2025年5月1日起也要先经研究，见《农村集体经济组织法》第二十六条。流程里没有“提议”这一步的，在记录里写“党组织研究: 日期”。
gk0632 = { $step }：到会的妇女代表 { $part } 人，没有到规定的 { $need } 人（妇女代表 { $base } 人的 { $ratio }）。
    .title = 到会的妇女代表不够
    .help = 照实保留；应当另行召开，把重开的会议接着写在“步骤”里。
    .explain = 有的省规定，村民代表会议到会的妇女代表要达到妇女代表总数的一定比例，例如《山东省实施〈村民委员会组织法〉办法》第二十四条规定三分之二。达不到的，这次会议不能召开。妇女代表的人数取自 community.yaml 的“概况”。
gk0633 = { $step }：到会妇女代表 { $women } 人，不可能超过 { $most } 人。
    .title = 到会妇女代表太多
    .help = 核对“到会妇女代表”“实到”和概况里的“妇女代表”。
    .explain = 到会的妇女代表不会比到会的人多，也不会比全部妇女代表多。请对照签到表改正；妇女代表人数变了就改 community.yaml 的“概况”。
gk0634 = 这里的动议事由是“{ $here }”，前面写的是“{ $first }”。
    .title = 动议事由前后不一
    .help = 改成一致；不写在各步里也可以，整件事写一次就够。
    .explain = 同一件事的各张登记表，动议事由必须相同，否则看不出说的是不是同一件事。请对照登记表改正。
gk0635 = { $date } 开始办这件事，那时“{ $process }”{ $side ->
    [ended] 已经停用（{ $to } 止）。
   *[not-yet] 还没有施行（{ $from } 起）。
}
    .title = 流程当时不适用
    .help = 核对日期；改“流程”，或者改流程文件里的“生效”。
    .explain = 流程写有生效的起止日期。一件事按它开始那天适用的流程办。同一名称的流程可以有先后几个版本，各写各的“生效”，程序自动选用当时的那一个。
gk0636 = 村民代表会议里妇女代表 { $women } 人，代表共 { $reps } 人，不到规定的{ $ratio }。
    .title = 妇女代表太少
    .help = 核对“概况”里的“妇女代表”；确实不够的照实保留，补选时补足。
    .explain = 妇女村民代表应当占村民代表会议组成人员的三分之一以上，见《村民委员会组织法》（2025年修正）第二十九条。这里只与代表人数相比：连这个数都不到，就一定不足。
gk0637 = 代表会议由代表 { $reps } 人、委员会成员 { $committee } 人组成，代表不到规定的{ $ratio }。
    .title = 代表太少
    .help = 核对“概况”里的代表人数和“机构”里的委员会人数；确实不够的照实保留，补选时补足。
    .explain = 代表应当占代表会议组成人员的五分之四以上，见《村民委员会组织法》（2025年修正）第二十九条、《城市居民委员会组织法》（2025年修订）第二十八条。


decision-body-party-village = 党员大会
decision-body-party-urban = 党员大会
decision-body-reps-village = 村民代表会议
decision-body-reps-urban = 居民代表会议
decision-body-general-village = 村民会议
decision-body-general-urban = 居民会议
decision-body-households-village = 村民会议（每户一名代表）
decision-body-households-urban = 居民会议（每户一名代表）
decision-body-members-village = 集体经济组织成员大会
decision-body-members-urban = 集体经济组织成员大会
decision-body-member-reps-village = 集体经济组织成员代表大会
decision-body-member-reps-urban = 集体经济组织成员代表大会
decision-body-council-village = 集体经济组织理事会
decision-body-council-urban = 集体经济组织理事会
decision-body-group-village = 村民小组会议
decision-body-group-urban = 居民小组会议

decision-who-party-village = 党员
decision-who-party-urban = 党员
decision-who-reps-village = 代表
decision-who-reps-urban = 代表
decision-who-general-village = 村民
decision-who-general-urban = 居民
decision-who-households-village = 户代表
decision-who-households-urban = 户代表
decision-who-members-village = 成员
decision-who-members-urban = 成员
decision-who-member-reps-village = 成员代表
decision-who-member-reps-urban = 成员代表
decision-who-council-village = 理事
decision-who-council-urban = 理事
decision-who-group-village = 村民
decision-who-group-urban = 居民

decision-attended = { $due }名{ $who }到会{ $present }名
decision-attended-other = 应到{ $due }人，到会{ $present }人
decision-quorum-above = 超过{ $fraction }
decision-quorum-exact = 正好{ $fraction }
decision-quorum-only = 只有{ $fraction }，没有超过
decision-quorum-below = 不足{ $fraction }
decision-join-comma = { $first }，{ $second }
decision-join-semicolon = { $first }；{ $second }
decision-vote = { $agree }票同意
decision-vote-passed = { $agree }票同意，通过
decision-vote-missed = { $agree }票同意，不足{ $fraction }，没有通过
decision-vote-exact = { $agree }票同意，正好{ $fraction }，没有超过，没有通过
decision-vote-void = { $agree }票同意，到会人数不够，表决不作数

decision-of-present = 到会
decision-of-due = 应到
decision-of-all = 全体
decision-need-attend = { $of }{ $base }人的{ $fraction }以上到会，即不少于{ $need }人
decision-need-attend-strict = 超过{ $of }{ $base }人的{ $fraction }到会，即不少于{ $need }人
decision-need-vote = { $of }{ $base }人的{ $fraction }以上同意，即不少于{ $need }票
decision-need-vote-strict = 超过{ $of }{ $base }人的{ $fraction }同意，即不少于{ $need }票

decision-summary-none = 还没有开始议
decision-summary-step = { $label }：{ $counts }
decision-summary-plain = { $year }年{ $month }月{ $day }日{ $label }

decision-sentence-none = 还没有开始议。
decision-sentence-in-progress = 正在议：共{ $of }步，走到第{ $step }步“{ $label }”（{ $year }年{ $month }月{ $day }日）
decision-sentence-resolved = { $year }年{ $month }月{ $day }日{ $label }，已通过
decision-sentence-implementing = { $year }年{ $month }月{ $day }日{ $label }，正在实施
decision-sentence-finished = { $year }年{ $month }月{ $day }日{ $label }，已经办完并公布结果
decision-sentence-not-passed = { $year }年{ $month }月{ $day }日{ $label }没有形成决定
decision-sentence-flawed = { $year }年{ $month }月{ $day }日{ $label }；程序上有{ $flaws }处不足，见下面各步
decision-sentence-end = { $sentence }。
decision-sentence-counts = { $sentence }。{ $counts }。
