# 公开账本：诊断、命令、页面标题。
page-history = 公开账本
page-history-year = 公开账本 { $year }年
page-history-part = 公开账本 { $year }年（第 { $number } 页）
page-version = { $title }（第 { $number } 版）
page-withdrawn = 已撤回的记录

gk1901 = 这份记录 { $day } 已经记入公开账本，现在内容变了，却没有登记更正：{ $differences }{ $more ->
    [0] {""}
   *[other] ；另有 { $more } 处
}。
    .title = 公开后悄悄改动
    .help = 若确实要改，在“更正”里加一条，写明日期、原因、原值、现值；若是误改，请改回原样。
    .explain = 公开以后可以更正，可以撤回，不能悄悄改。记录公开时，它的内容已经记入公开账本；现在内容不同，又没有新的“更正”，居民就不知道改了什么、为什么改。议事决策、项目、询问答复可以往后添加，不必登记更正；普通页面改动时把“更新”日期往后写。
gk1902 = 第 { $number } 条更正公开以后被改动或删除了，原来是：{ $text }。
    .title = 更正记录被改动
    .help = 把这条更正恢复原样；要补充说明，另加一条更正。
    .explain = 更正一经公开就要一直保留，只能往后添加，不能改写或删除。
gk1903 = “{ $record }”{ $day } 已经公开并记入账本，现在不见了，也没有登记撤回。
    .title = 已公开的记录不见了
    .help = 把文件放回来（文件名就是网址，不要改名）；确实要撤回的，在 community.yaml 的“撤回”里写明记录、日期、理由。
    .explain = 公开过的记录不能无声消失。改文件名等于删去旧的、新建一份，旧网址会失效。确需撤回（比如误登了个人信息），在 community.yaml 里登记撤回：账本上的记载保留，内容撤下。
gk1904 = “{ $record }”登记了撤回，记录文件却还在。
    .title = 已撤回的记录还在
    .help = 删去这份记录的文件；不想撤回了，就删去“撤回”里的这一条。
    .explain = 登记撤回以后，内容要从工作区撤下，否则还会公开出来。
gk1905 = 登记撤回的“{ $record }”从来没有记入账本{ $near ->
    [none] {""}
   *[other] ；是不是“{ $near }”
}。
    .title = 撤回了没有公开过的记录
    .help = 核对“记录”一栏，写法是“文件夹/文件名”，比如 decisions/lu-deng。
    .explain = 撤回的应当是公开并记入账本的记录。多半是名称写错了。
gk1906 = 账本文件对不上（{ $what ->
    [missing] 缺少文件或内容
    [unreadable] 读不懂
    [signature] 签名不符
    [root] 校验值不符
    [key] 密钥记载不符
   *[other] 次序不对
}）。
    .title = 账本损坏
    .help = 从备份恢复整个 ledger 文件夹，不要只恢复其中几个文件；也可以从已公开的网站取回 ledger 里的文件。
    .explain = ledger 文件夹由程序自己写，不要手工改动。这里的文件与签过名的校验点对不上，可能是磁盘损坏、只恢复了一部分备份，或者有人动过。恢复以前不能再生成和封存。

paper-title = 公开账本备用密钥
paper-of = 用于：{ $communities }。制作日期：{ $day }。
paper-warning = 谁拿到这张纸，谁就能更换账本的签名密钥。打印后请当场装入信封封好，加盖公章，交乡镇（街道）保管；电脑里的文件随即删除。
paper-public = 备用公钥（已经公开，可以核对）：
paper-step-1 = 二十四个字从左到右、从上到下抄写或扫码都可以，次序不能乱。
paper-step-2 = 工作电脑损坏、密钥文件丢失或口令忘记时，拆封，运行 gongkai key lost，按提示输入这二十四个字。
paper-step-3 = 怀疑密钥外泄时，拆封，运行 gongkai key stolen。
paper-step-4 = 用过一次以后，请运行 gongkai key recovery 换一张新纸，旧纸销毁。

cli-seal = 把公开、更正、撤回的记录封存进公开账本
cli-seal-out = 已生成的输出文件夹，用来核对以前公开的校验点；不写就是 output
cli-seal-as-of = 当作哪一天来封存
cli-seal-community = 只封存这些村（社区）
cli-seal-seen = 以前见过的校验点文件；与它对不上就不签名
cli-key = 签名密钥：new、list、rotate、lost、stolen、recovery、restart、confirm、sm2
cli-key-action = 做什么：new 新建，list 查看，rotate 更换，lost 遗失后换新，stolen 外泄后换新，recovery 更换备用密钥，restart 两把密钥都丢失后重新开账本，confirm 街道（乡镇）确认重新开的账本，sm2 新建国密签名密钥
cli-key-community = 只对这些村（社区）
cli-key-paper = 备用密钥打印页写到哪个文件
cli-key-after = 外泄：第几条以后的签名不再可信
cli-key-as-of = 当作哪一天
cli-key-office = 确认：街道（乡镇）的名称，第一次确认时写
cli-witness = 核对两个校验点：新账本是否由旧账本接续而来
cli-witness-old = 以前保存的校验点文件
cli-witness-new = 现在的账本文件夹，或网站文件夹
cli-verify = 核对一个网站或压缩包：文件、账本、签名、回执
cli-verify-path = 网站文件夹、账本文件夹或 zip 文件
cli-verify-key = 事先知道的公钥（vkey），必须是账本最初的签名公钥
cli-verify-office = 事先知道的街道（乡镇）公钥，重新开的账本必须由它确认
cli-verify-checkpoint = 以前保存的校验点文件；账本必须由它接续而来

seal-done = { $community }：新记入 { $count } 条，账本共 { $size } 条，校验值 { $root }。
seal-nothing = { $community }：没有新的变化，账本共 { $size } 条。
seal-no-ledger = { $community }：还没有公开账本，先运行 gongkai key new。
seal-no-key = { $community }：这台电脑上没有它的签名密钥，没有封存。
seal-refused = 有错误，没有封存。改好后再运行。
seal-other-key = { $community }：密钥不是现在使用的那一把，没有封存。
seal-clock = { $community }：账本最后一条是 { $day }，比今天还晚。请核对电脑日期，没有封存。
seal-behind = { $community }：已经公开的账本有 { $size } 条，比这里的多。这里可能是旧备份，或者在另一台电脑上封存过；请先取回最新的 ledger 文件夹，没有封存。
seal-forked = { $community }：以前公开的 { $size } 条账本与这里的对不上，不能签名。请从备份恢复 ledger 文件夹，没有封存。
seal-other-log = { $community }：那里公开的是另一本账（{ $day }），没有签名。
seal-unreadable = { $community }：那里公开的校验点读不懂，没有签名。
seal-no-randomness = 系统给不出随机数，没有封存。

key-ask-new = 给签名密钥设一个口令（输入时不显示）：
key-ask-again = 再输一遍：
key-ask = 签名密钥的口令：
key-ask-recovery = 备用密钥的二十四个字：
key-differ = 两次输入的口令不一样。
key-short = 口令太短，至少要 { $least } 个字符。
key-wrong = 口令不对。
key-unreadable = 密钥文件“{ $path }”读不懂。
key-no-answer = 没有口令：在终端里运行，或设置环境变量 GONGKAI_PASSPHRASE。
key-words-wrong = 这二十四个字不对：可能漏了字、写错了字或次序不对。
key-not-recovery = { $community }：这不是它的备用密钥。
key-exists = 这些村（社区）都已经有公开账本了：{ $communities }。
key-made = 已新建签名密钥和公开账本：{ $communities }。
    密钥在 { $path }，只在这台电脑上，请备份到安全的地方。
key-paper = 请马上打印备用密钥：{ $path }
    打印后装入信封封好，交乡镇（街道）保管，再删除这个文件。
key-changed = { $community }：密钥已更换，记入账本第 { $index } 条。请重新生成并发布网站，把新的公钥印在公开栏上。
key-unknown = 不认识“{ $action }”。可以写：new、list、rotate、lost、stolen、recovery、restart、confirm、sm2。
key-list-working = { $community }  签名公钥  { $key }{ $here ->
    [yes] 　（密钥在这台电脑上）
   *[other] {""}
}
key-list-recovery = { $community }  备用公钥  { $key }
key-list-none = { $community }  没有公开账本
key-restart-here = { $community }：它的签名密钥就在这台电脑上，不用重新开账本。要换密钥，用 key rotate；口令忘记了、备用密钥也没有了，先把 .gongkai/keys 里的密钥文件移到别处，再运行。
key-restart-nothing = 这些村（社区）都没有公开账本，用 key new 新建。
key-restart-refused = { $community }：有错误，没有重新开账本。公开的记录必须与旧账本封存的一样；改好后再运行。
key-restarted = { $community }：旧账本 { $old } 条原样保留在 { $folder }，新账本已经开始，写明接着旧账本，并把公开的 { $count } 份记录重新记入。新账本共 { $size } 条，校验值 { $root }。
    请重新生成并发布网站，把新的公钥和校验值印在公开栏上，并请街道（乡镇）核实后在它自己的电脑上运行 gongkai key confirm。确认以前，核对工具会提醒。
key-confirm-nothing = 这些村（社区）的账本都不是重新开的，没有要确认的。
key-office-needed = 第一次确认要写明街道（乡镇）的名称，名称里不能有空格和加号，比如 --office 示例街道
key-confirmed = { $community }：已确认新账本接着旧账本。签字的公钥是 { $key }
    请把这个公钥登在街道（乡镇）自己的网站或公开栏上，大家才能核对。
key-ask-sm2 = 国密（SM2）签名密钥的口令：
key-sm2-made = 已新建国密（SM2）签名密钥：{ $path }。以后封存时，校验点另外签一个 SM2 签名（checkpoint.sm2，公钥在 sm2.pem），原来的签名照旧。
key-sm2-exists = 这台电脑上已经有国密（SM2）签名密钥了。
key-sm2-without = 这个程序没有带国密签名功能；请用带 sm 功能的版本（cargo install --features sm）。
key-after-needed = 请用 --after 写明第几条以后的签名不再可信；不知道就写 0。

witness-good = 一致：{ $old } 条的旧账本完整地包含在 { $new } 条的新账本里，没有改动，没有删除。
witness-older = 反了：给的“新”账本只有 { $new } 条，比旧的 { $old } 条还少。
witness-other = 不是同一本账：旧的是“{ $old }”，新的是“{ $new }”。
witness-forked = 不一致：新账本的前 { $old } 条与以前保存的校验点不同。账本被改过。
witness-restarted = 旧账本的 { $old } 条完整保留，没有改动；但它后来停用了：两把密钥都丢失，重新开了账本，现在 { $new } 条。
witness-unreadable = “{ $path }”读不懂，不是校验点或账本。

verify-good = 核对通过：{ $files } 个文件，账本 { $entries } 条，{ $records } 份记录有回执。
verify-bad = 没有通过：{ $problems } 处不符。
verify-root = 账本“{ $origin }”，{ $size } 条，校验值 { $root }
verify-compare = 请把条数和校验值与以前保存的（公开栏、照片、打印件）比一比。
verify-restarted = 注意：这本账是重新开的，接着旧账本“{ $origin }”（{ $size } 条，两把密钥都丢失）。
verify-confirmed = 　　已由“{ $name }”确认，签字的公钥是 { $key }，请与街道（乡镇）自己公布的比一比。
verify-unconfirmed = 　　还没有街道（乡镇）的确认，请向街道询问。
verify-no-ledger = 这里没有公开账本。
verify-note-unsealed = 还没有封存的记录：{ $count } 份。
verify-note-ended = 名单已到期、不再显示原文的记录：{ $count } 份。
cli-archive = 封存、生成，并为每个村（社区）每年做一个归档包
cli-archive-out = 归档包放在哪个文件夹；不写就是 archive
cli-archive-year = 哪一年的归档；不写就是今年
cli-archive-as-of = 当作哪一天
cli-archive-community = 只归档这些村（社区）
archive-done = { $community }：{ $path }，{ $files } 个文件，{ $bytes } 字节，本年记录 { $records } 份，其中有 PDF 的 { $pdfs } 份。
archive-no-browser = { $count } 份记录没有做 PDF：没有找到能做 PDF 的浏览器（Edge、Chrome、Chromium）。归档包没有它也是完整的；浏览器装在别处时，用环境变量 GONGKAI_BROWSER_PATH 指明，再运行一次。
archive-browser-failed = { $count } 份记录没有做出 PDF：浏览器没有打印出来。归档包没有它也是完整的；可以再运行一次。
archive-column-title = 标题
archive-column-kind = 类别
archive-column-date = 日期
archive-column-class = 保管期限
archive-column-url = 网址
archive-class-permanent = 永久
archive-class-30y = 30年
archive-class-10y = 10年
archive-page-lang = zh-CN
archive-page-title = 归档目录
archive-page-records-title = { $name }：历年归档的记录
archive-page-search = 查找各年的记录
archive-page-hint = 标题、村（社区）、年份、日期、类别里的字，几个词用空格隔开
archive-page-all = 全部
archive-page-community = 村（社区）
archive-page-kind = 类别
archive-page-year = 年份
archive-page-bags = 归档包
archive-page-none = 没有找到。
archive-page-found = 找到
archive-page-more = 条，只列出前 200 条，请再加一个词
archive-page-records = 份记录
archive-page-checkpoint = 账本
archive-page-made = 归档日期
archive-page-list = 全部记录
archive-page-readme = 说明
archive-page-back = 回到归档目录
archive-page-hidden = 后来撤回、不再列出的记录：{ $count } 份
archive-page-no-script = 查找要打开浏览器的脚本功能；下面的目录不用脚本就能看。
archive-readme-pdf = { $pdfs ->
    [0] 没有。做归档包的电脑上没有能打印的浏览器；打开 site 里的页面可以随时打印
   *[other] 本年 { $records } 份记录中 { $pdfs } 份的张贴页；pdf/sheets.csv 记着每份由什么内容做成（校验码）
}
archive-readme = { $name } { $year }年公开资料归档包（{ $day } 制作）
    
    一、里面有什么
    sources/        记录原文、设置、公开账本的原始文件
    site/           做成的网站；打开 site/index.html 就能看，不需要联网
    site/ledger/    公开账本：校验点、公钥、全部记载
    site/verify/    核对工具：verify.html（用浏览器打开）、verify.py（用 Python 运行）
    site.wacz       同一个网站的网页存档（WACZ 1.1.1，内含 WARC 1.1）
    pdf/            { $pdf }
    retention.csv   本年记录的标题、日期、保管期限
    records.json    同上，供程序读取；withdrawn.json 是已经撤回的记录的网址
    
    二、怎样核对
    1. 归档包完整：在本文件上一级文件夹运行 sha256sum -c manifest-sha256.txt。
    2. 网站没有改动：在 site 文件夹运行 sha256sum -c SHA256SUMS。
    3. 账本没有改动：运行 python3 site/verify/verify.py site，把显示的条数和校验值与当时公开栏上、照片里的比一比。
    
    三、怎样保存
    整个文件夹一起保存，不要改名、不要增删里面的文件。保管期限见 retention.csv；当地档案部门另有规定的，从其规定。
    打开这些资料不需要原来的软件：记录是 UTF-8 文本，网站是普通网页，表格是 CSV。
verify-note-extra = 清单里没有的文件
verify-problem-list-unreadable = 文件清单读不懂
verify-problem-list-differs = 两份文件清单不一致
verify-problem-file-missing = 缺少这个文件
verify-problem-file-changed = 文件被改过
verify-problem-checkpoint-unreadable = 校验点读不懂
verify-problem-tile-missing = 账本缺少这一块
verify-problem-tile-wrong = 账本的这一块不对
verify-problem-root = 校验值与账本内容不符
verify-problem-entry = 账本里有不该出现的记载
verify-problem-key-other = 最初的公钥与给出的不同
verify-problem-keys-differ = 公钥清单与账本不符
verify-problem-signature = 校验点的签名不符
verify-problem-checkpoints = 以前的校验点与账本不符
verify-problem-kept-differs = 账本不是由以前保存的校验点接续而来：账本被改过
verify-problem-before-missing = 这本账接着一本旧账本，这里却没有那本旧账本，或者对不上
verify-problem-confirmed = 街道（乡镇）的确认不是对这本账说的，或者签名不符
verify-problem-office-other = 没有给出的街道（乡镇）公钥的确认
verify-problem-sm2 = 国密（SM2）签名与校验点不符
verify-problem-receipt = 回执与记录或账本不符
verify-problem-record-other = 记录现在的内容与封存的不同
verify-problem-record-missing = 封存过的记录不见了
verify-problem-withdrawn-shown = 已撤回的记录还在公开
