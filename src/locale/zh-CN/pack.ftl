# 打包：把一个村（社区）的记录打成一个文件，发给上级，再合并。

cli-export-pack = 把一个村（社区）的全部记录打成一个文件，可以用微信发给上级
cli-import-pack = 这个文件是别处打的包：核对后合并进来
cli-import-take = 两边都改过的文件，用包里的，比如 finance/2026-09；全部写 all
cli-import-keep = 两边都改过的文件，留这里的，比如 finance/2026-09；全部写 all

pack-made = 已打包 { $files } 个文件，共 { $size }：{ $path }{ $errors ->
    [0] {""}
   *[other] 。注意：记录还有 { $errors } 处错误，上级收不进去，先运行 gongkai check 改好再打包
}
pack-left-out = 没有打包：{ $path }（不是记录、表格或者附件）
pack-not-made = 没有打包。
pack-refused = 没有合并，这里的记录一点没有动。
pack-merged = 已合并{ $name }（{ $day } 打的包）：新增 { $new } 个，修改 { $changed } 个，删除 { $gone } 个；这里改过、照旧保留 { $kept } 个。改动前的样子保存在 .gongkai/versions。
pack-dry = 会合并{ $name }（{ $day } 打的包）：新增 { $new } 个，修改 { $changed } 个，删除 { $gone } 个；这里改过、照旧保留 { $kept } 个。现在什么都没有写。
pack-finished = 上次合并打包文件时中断了，剩下的文件现在已经放好。
pack-no-conflict = “{ $path }”不是两边都改过的文件，不用写 --take 或者 --keep。

gk2401 = { $why ->
    [no-zip] 这个文件打不开，不是打的包
    [no-pack] 这个压缩包不是 gongkai 打的包
    [locked] 这个包加了密码
    [version] 这个包是更新版本的程序打的
   *[damaged] 这个包损坏了
}，不能合并。
    .title = 包打不开
    .help = { $why ->
        [version] 换用新版本的程序再合并。
       *[other] 请对方运行 gongkai export --pack 重新打包，原样发来，不要解压、改名或者再压缩。
    }
    .explain = 合并只收 gongkai export --pack 打的包：一个压缩文件，里面有清单和一个村（社区）的全部记录。微信传坏了、解压后重新压缩过、加了密码的都不收，因为没法核对。
gk2402 = 太大：{ $what ->
    [file] 包超过 { $most }
    [one] 有一个文件超过 { $most }
    [all] 全部文件解开后超过 { $most }
    [files] 文件超过 { $most } 个
   *[manifest] 清单超过 { $most }
}。
    .title = 包太大
    .help = 把照片和扫描件缩小，或者把不用公开的附件拿走，再打包。
    .explain = 一个村（社区）很多年的记录也只有几兆。大小有上限，是为了让坏文件占不满电脑的内存和硬盘。
gk2403 = 包里有不该有的文件“{ $path }”{ $why ->
    [twin] ：和另一个文件只差大小写，有的电脑上会互相覆盖
    [link] ：它是指向别处的链接
    [unlisted] ：清单里没有它
   *[path] ：不在记录和附件的文件夹里，或者文件名、后缀不能用
}。
    .title = 包里有外来的文件
    .help = 请对方重新打包，原样发来；附件只放文档、表格和图片，文件名不要带特殊符号。
    .explain = 包里只能有 community.yaml、各类记录和表格、files 里的附件。别的文件、能运行的程序、网页、链接、跑到文件夹外面的路径一律不收，一个不合格，整个包都不收。
gk2404 = 包里的“{ $path }”{ $why ->
    [missing] 不见了
   *[differs] 和清单对不上
}。
    .title = 包里的文件和清单对不上
    .help = 包在路上坏了或者被改过。请对方重新打包，原样发来。
    .explain = 清单里写着每个文件的大小和数字指纹（SHA-256）。合并前逐个核对，差一个字节都不收。
gk2405 = { $why ->
    [other] 这是“{ $name }”（{ $id }）的包，不是 { $named } 的
   *[unknown] 这里没有“{ $name }”（{ $id }）
}，没有合并。
    .title = 不是这里的村（社区）
    .help = { $why ->
        [other] 看看是不是选错了文件。
       *[unknown] 如果是新加入的村（社区），请加上 --community { $id }。
    }
    .explain = 包按文件夹名对到村（社区）。新加入的村（社区）要用 --community 写明，免得一个写错的文件夹名变成另一个村。
gk2406 = “{ $path }”两边都改过{ $how ->
    [gone-here] ：这里删了，对方（{ $day }）改了
    [gone-there] ：对方（{ $day }）删了，这里改了
   *[both] ，不知道该用哪一份
}。
    .title = 两边都改过同一份记录
    .help = 两份对照着看，商量好用哪一份：用包里的加 --take { $path }，留这里的加 --keep { $path }。
    .explain = 包里记着每份记录改动以前的样子。对方从这里现在的样子改起，就直接合并；只有这里改过，就留这里的；两边都改过，程序不替人决定，也不会只合并一半。
