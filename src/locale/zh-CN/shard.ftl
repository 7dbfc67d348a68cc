# 分份生成：一台机器不够用时，多台机器各生成一份，再合成各级首页。

cli-build-shard = 只生成其中一份，写成 K/N：分成 N 份的第 K 份（从 1 数起）；写 job/N 就按 JOB_COMPLETION_INDEX 取号
cli-build-summaries = 这一份的摘要放在哪个文件夹；不写就是 .gongkai/summaries
cli-build-portal-from = 不生成各村（社区），只用这个文件夹里各份的摘要生成各级首页和总搜索
cli-build-recipe = 打印分份生成的做法，什么都不生成：kubernetes、shell、matrix

build-bad-shard = --shard 后面写 K/N，K 从 1 到 N，N 最多 { $most }，比如 3/64；“{ $text }”不是这样写的。
build-bad-job = --shard { $text } 要从环境变量 JOB_COMPLETION_INDEX 取号（从 0 数起，比份数小），这里没有或者不对。可以直接写明第几份，比如 --shard 3/64。
build-share-done = 第 { $share } 份好了：{ $communities } 个村（社区），{ $files } 个文件。摘要在 { $path }。各份都好了以后运行：gongkai build --portal-from 摘要文件夹
build-portals-done = 已用各份的摘要生成各级首页和总搜索：{ $communities } 个村（社区）、{ $records } 份记录，共 { $files } 个文件。用浏览器打开：{ $path }
build-unfit-nothing = “{ $folder }”里没有摘要。先用 gongkai build --shard K/N 生成各份。
build-unfit-damaged = “{ $folder }”里的 { $file } 不能用：损坏了、改过名，或者是别的版本写的。请重新生成这一份。
build-unfit-counts = “{ $folder }”里的摘要份数不一样（{ $counts }）。清空这个文件夹，用同一个 N 重新生成各份。
build-unfit-missing = 共 { $of } 份，“{ $folder }”里还缺第 { $numbers } 份。请先生成这些份。
build-unfit-other = “{ $folder }”里的 { $file } 和这里{ $what ->
    [program] 不是同一个版本的程序
    [day] 不是同一天
    [settings] 不是同样的设置和规则
    [theme] 不是同样的样式
   *[communities] 不是同样的村（社区）名单
}，不能合在一起。请重新生成这一份{ $what ->
    [day] ，各份和首页都用同一个 --as-of
   *[other] {""}
}。
