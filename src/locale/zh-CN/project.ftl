# 项目的检查、列表和经过用语。金额单位为元。
gk0801 = 已付 { $paid } 超过合同 { $contract } 加变更 { $changes } 的合计 { $total }，多付 { $difference } 元
    .title = 付款超过合同
    .help = 核对各笔付款；工程有增加的，把变更写进“变更”。
    .explain = 付款累计不能超过合同价加变更。多出来的，或者是付款写错、重复，或者是有变更没有写。请核对付款凭证；确有增加工程的，把日期、金额和原因写进“变更”，没有审批的也如实写；设计、监理等不在合同价里的，在那一笔写“合同外: 是”。
gk0802 = 结算 { $settlement } 超过合同 { $contract } 加变更 { $changes } 的合计 { $total }，多 { $difference } 元
    .title = 结算超过合同
    .help = 补写变更，或者核对结算金额。
    .explain = 结算不超过合同价加变更。超出的部分总有来由，请写进“变更”，没有审批的也如实写，页面会注明；没有变更的，请核对结算审核报告。
gk0803 = 已付 { $paid } 超过结算 { $settlement }，多付 { $difference } 元
    .title = 付款超过结算
    .help = 核对付款和结算；多付的款退回后，写一笔负数付款，说明里写“退回”。
    .explain = 结算审定以后，付款累计不应超过结算金额。多付的应当退回。退回的款写成一笔负数付款，说明里写明“退回”。
gk0804 = { $date } 付款 { $amount } 元，早于合同签订日期 { $signed }
    .title = 先付款后签合同
    .help = 核对两个日期；日期无误的，如实保留，页面会注明。
    .explain = 先签合同，后付款。合同签订之前付款，钱就没有约定可依。如果是日期写错，请改正；如果确实如此，如实保留，并在说明里写明原因。
gk0805 = { $date } 付款 { $amount } 元，早于决策“{ $title }”的决议日期 { $resolved }
    .title = 先付款后决议
    .help = 核对两个日期；日期无误的，如实保留，页面会注明。
    .explain = 重要事项应当先由村（居）民会议或者代表会议决议，再付款实施。决议之前付款，程序上有缺失。日期写错的请改正；确实如此的，如实保留，并在说明里写明原因。
gk0806 = 合同 { $signed } 签订，早于决策“{ $title }”的决议日期 { $resolved }
    .title = 先签合同后决议
    .help = 核对两个日期；日期无误的，如实保留，页面会注明。
    .explain = 重要事项应当先决议，再签合同。决议之前签合同，程序上有缺失。日期写错的请改正；确实如此的，如实保留，并在说明里写明原因。
gk0807 = 进度 { $percent }% 超过 100%
    .title = 进度超过百分之百
    .help = 完成写 0 到 100 之间的整数。
    .explain = 进度是已完成的百分数，最多 100。工程量增加的，把增加的部分写进“变更”，按新的总量重新计算进度。
gk0808 = { $date } 的进度 { $percent }% 低于 { $before_date } 的 { $before }%
    .title = 进度倒退
    .help = 核对日期和百分数；因返工、增加工程而降低的，在说明里写明。
    .explain = 进度一般只升不降。后来的数比以前小，多半是日期或者百分数写错。因返工或者增加工程而降低的，请在说明里写明原因。
gk0809 = 竣工日期 { $finished } 早于开工日期 { $started }
    .title = 竣工早于开工
    .help = 改正开工或者竣工日期。
    .explain = 先开工，后竣工。两个日期颠倒，必有一个写错，多半是年份。请对照开工报告和竣工报告改正。
gk0810 = 验收日期 { $accepted } 早于竣工日期 { $finished }
    .title = 验收早于竣工
    .help = 核对两个日期；日期无误的，如实保留，页面会注明。
    .explain = 先竣工，后验收。验收在前，多半是日期写错。分段验收的，请写最后一次验收的日期，其他各次写在正文里。确实没有完工就验收的，如实保留。
gk0811 = 资金来源合计 { $sum } 与预算 { $budget } 不符，相差 { $difference } 元
    .title = 资金来源与预算不符
    .help = 核对各项资金来源和预算，两边应当相等。
    .explain = 预算的钱从哪里来，应当一一写明，各项相加等于预算。不相等的，或者漏了一项，或者预算改过。资金还没有落实的，可以写成一项“待落实”。
gk0812 = 目标“{ $name }”的数 { $number } 不对：目标数量应大于零，完成数不小于零
    .title = 目标的数不对
    .help = 改正数量。
    .explain = 目标数量要大于零，才能算出完成多少。完成数最少是零；还没有开始的，可以不写。
gk0813 = 付款 { $amount } 小于零，而说明里没有写明退回或者冲销
    .title = 付款小于零
    .help = 付款写正数；退回的款在说明里写“退回”或者“冲销”。
    .explain = 付款是付出去的钱，写正数。对方退回或者冲销以前的付款才用负数，这时说明里要写明“退回”或者“冲销”以及是哪一笔。
gk0814 = { $date } 变更 { $amount } 元（{ $note }）没有写审批
    .title = 变更没有审批
    .help = 补上“审批”：机构、日期；没有审批的，如实保留，页面会注明。
    .explain = 合同签订后增减工程，应当经原来决定这件事的会议或者它授权的机构同意。没有写审批的，可能是漏写，请补上；确实没有审批的，如实保留，页面按“没有审批”公布，不妨碍发布。
gk0815 = 已付 { $paid } 超过合同 { $contract } 加已审批变更 { $changes } 的合计 { $total }，超出 { $difference } 元
    .title = 付款超过审批
    .help = 补写变更的审批，或者核对付款；确实如此的，如实保留，页面会注明。
    .explain = 付款以合同价加经过审批的变更为限。超出的部分虽然写了变更，还没有审批。请补办并写上审批；确实先付了的，如实保留。
gk0816 = 中标价 { $price } 高于控制价 { $ceiling }，高 { $difference } 元
    .title = 中标价高于控制价
    .help = 核对两个数；数字无误的，如实保留，页面会注明。
    .explain = 控制价是招标时公布的最高价，高于它的报价应当不予中标。先核对有没有抄错；确实如此的，如实保留，并在“说明”里写明原因。
gk0817 = 合同价 { $contract } 与中标价 { $price } 不同，相差 { $difference } 元
    .title = 合同价不是中标价
    .help = 核对两个数；合同签订后的增减写进“变更”。
    .explain = 合同应当按中标的价格签订，签订以后的增减写成变更并经审批。先核对有没有抄错；确实如此的，如实保留，页面会注明。
gk0818 = 承建方“{ $contractor }”不是中标单位“{ $winner }”
    .title = 承建方不是中标单位
    .help = 核对两个名称，写成同一单位的全称；确实换了单位的，如实保留，页面会注明。
    .explain = 谁中标，就由谁签合同。两个名称不同，多半是简称和全称不一致；确实换了单位的，居民有权知道，请在正文里写明经过。
gk0819 = { $later ->
        [tender] 定标
        [contract] 签合同
        [start] 开工
        [evaluation] 居民评价
       *[closed] 办结
    }（{ $later_date }）早于{ $first ->
        [decision] 决议
        [tender] 定标
        [contract] 签合同
        [finish] 竣工
       *[acceptance] 验收
    }（{ $first_date }）
    .title = 先后次序不对
    .help = 核对两个日期；日期无误的，如实保留，页面会注明。
    .explain = 一般先决议，再定标、签合同、开工，竣工验收以后请居民评价，最后办结。日期写错的请改正；确实提前办了的，如实保留，并在正文里写明原因。
gk0820 = 合同 { $contract } 加变更 { $changes } 的合计 { $total } 超过预算 { $budget }，超出 { $difference } 元
    .title = 超过预算
    .help = 核对预算和合同；确实超出的，写明钱从哪里来，预算调整经会议通过后改写。
    .explain = 预算是会议通过的，合同和变更一般不超过它。超出的部分要重新议定。先核对有没有抄错；确实超出的，如实保留，页面会注明。
gk0821 = { $date } 付款 { $amount } 元{ $voucher ->
        [none] {""}
       *[other] （{ $voucher }）
    }，“{ $title }”里没有这一笔
    .title = 账上没有这笔付款
    .help = 核对日期、凭证和金额；账上漏记的补上；由别的单位直接付的，写明“付款单位”。
    .explain = 项目写了付款，同一天所在的财务收支里就应当有这一笔。两处对不上，居民不知道该信哪一处。财政或者街道直接付给施工方的，写上“付款单位”，就不再与本村（社区）的账核对。
gk0822 = 付款 { $amount } 元与“{ $title }”里的 { $booked } 元不符，相差 { $difference } 元
    .title = 付款金额与账上不同
    .help = 对照票据，改正两处中写错的一处。
    .explain = 同一张凭证，项目里写的金额和财务收支里的金额应当相同。一张凭证付几个项目的，财务收支里分成几笔写。
gk0823 = { $amount } 元项目里写 { $date } 付，“{ $title }”里是 { $booked }
    .title = 付款日期与账上不同
    .help = 以入账日期为准，改成一致。
    .explain = 同一笔付款，两处的日期应当相同。差几天多半是一处写了开票日期，一处写了付款日期。
gk0824 = { $amount } 元项目里写凭证“{ $voucher }”，“{ $title }”里是“{ $booked }”
    .title = 付款凭证与账上不同
    .help = 核对凭证号，改成一致。
    .explain = 同一笔付款只有一张凭证。号码不同，多半是抄错，也可能对错了笔。
gk0825 = { $date } 支出 { $amount } 元（{ $memo }）记在项目“{ $title }”名下，项目的付款里没有这一笔；账上合计 { $booked }，项目合计 { $listed }，相差 { $difference } 元
    .title = 项目里没有这笔支出
    .help = 在项目的“付款”里补上这一笔；设计、监理、检测等不在合同价里的，写“合同外: 是”；项目不列付款的，程序直接用账上的。
    .explain = 财务收支里注明属于某个项目的支出，项目的付款里应当也有，两处合计才相等。项目的“付款”可以一笔也不写，由程序从账上取；写了就要写全。
gk0826 = { $kind ->
        [returned] 收回 { $counted } 份，多于发放的 { $most } 份
       *[answers] 满意、基本满意、不满意共 { $counted } 份，收回的是 { $most } 份
    }
    .title = 居民评价的份数不对
    .help = 核对份数。
    .explain = 收回的不会多于发放的；各种意见的份数相加，不会多于收回的，三种都写了的应当正好相等。
gk0827 = { $evaluated ->
        [none] { $closed } 办结，没有写居民评价
       *[other] { $closed } 办结，{ $evaluated } 才请居民评价
    }
    .title = 没有评价就办结
    .help = 补上“居民评价”；没有评价的，如实保留，页面会注明。
    .explain = 共同缔造讲效果共评：办结以前先请居民评一评，好不好由居民说了算。漏写的请补上；确实没有评的，如实保留。
project-summary-budget = 预算 { $budget } 元
project-summary-contract = { $contractor }承建，合同价 { $total } 元，已付 { $paid } 元
project-summary-settled = 结算 { $settlement } 元，已付 { $paid } 元
project-stage-planned = 计划中
project-stage-contracted = 已签合同
project-stage-building = 建设中
project-stage-completed = 已完工
project-stage-finished = 已办结
project-event-tender = { $winner }中标（{ $method }）
project-event-evaluation = 居民评价收回 { $returned } 份，满意和基本满意 { $percent }%
project-event-closed = 办结
project-event-contract = 与{ $contractor }签订合同
project-event-contract-number = 与{ $contractor }签订合同（{ $number }）
project-event-start = 开工
project-event-progress = 完成 { $percent }%
project-event-progress-note = { $note }（{ $percent }%）
project-event-finish = 竣工
project-event-acceptance = { $body }：{ $result }
project-event-payment = 付款
project-event-payment-voucher = 付款（{ $voucher }）
