# 发布：诊断、命令、路上会出的问题。
gk2101 = 这里像是密码或云服务的密钥。
    .title = 内容里有密码或密钥
    .help = 请删掉，并到服务商那里换一个：写在这里就可能已经被人看到。改用环境变量，或运行 gongkai publish --login。
    .explain = 内容会被复制、移交、保存几十年，不能放密码、访问密钥和私钥。请用环境变量（GONGKAI_PASSWORD、GONGKAI_KEY_ID、GONGKAI_KEY_SECRET），或用 gongkai publish --login 存进系统的凭据库。
gk2102 = 看不懂这个地址（{ $what ->
    [scheme] 开头不认识
    [host] 缺少主机或存储桶
    [port] 端口不是数字
   *[path] 缺少文件夹，或者指到了上级
}）。
    .title = 看不懂发布地址
    .help = 写一个文件夹，或 sftp://用户@主机/文件夹、ftps://主机/文件夹、webdavs://主机/文件夹、oss://存储桶/文件夹、cos://…、obs://…、s3://…
    .explain = 地址说明怎样到达：一个文件夹（E:/公开），或以 sftp、ftps、ftp、webdavs、webdav、s3、oss、cos、obs 加 :// 开头，后面是主机或存储桶，再后面是文件夹。
gk2103 = 有两个发布地点都叫“{ $name }”。
    .title = 发布地点重名
    .help = 给“发布”下的每一处起不同的名称。
    .explain = gongkai publish 名称 靠名称找到发布地点。
gk2104 = 这个发布地点缺少“{ $key }”。
    .title = 发布地点缺少内容
    .help = 补上“{ $key }”，比如 https://oss-cn-wuhan-lr.aliyuncs.com；在服务商的控制台可以看到。
    .explain = 对象存储的存储桶要经过接入点（Endpoint）访问，各地区不同。
gk2105 = 这个发布地点不能整体切换。
    .title = 不能整体切换
    .help = 去掉“整体切换”；文件会按顺序上传，每个文件都是完整的。
    .explain = 只有文件夹和 SFTP 服务器认识链接，可以一步从上一版换到下一版。其他地方按顺序上传：页面要用的先到，页面后到。
gk2106 = “凭据”只能用大写字母、数字和下划线。
    .title = 凭据的写法不对
    .help = 写成 CLOUD 这样的词；环境变量就叫 GONGKAI_CLOUD_KEY_ID、GONGKAI_CLOUD_KEY_SECRET。
    .explain = 这个词是环境变量名称的一部分。
gk2107 = 用这家存储自带的域名，网页只会被下载，打不开。
    .title = 网页会变成下载
    .help = 给存储桶绑定自己的、已经 ICP 备案的域名，写在“网址”里。
    .explain = 阿里云 OSS、腾讯云 COS、华为云 OBS 的自带域名会强制下载网页。要绑定自己的域名；在境内，域名要先 ICP 备案。并在存储桶的静态网站设置里，把首页设为 index.html，错误页设为 404.html。
gk2108 = 这样密码会明文传输。
    .title = 密码明文传输
    .help = 服务器支持就改用 ftps:// 或 webdavs://；能用 sftp:// 更好。
    .explain = 不加密的 FTP 和 WebDAV，路上的人都能看到用户名、密码和文件。

cli-publish = 发布：封存、生成，再把变了的文件传到公开的地方
cli-publish-destination = content/site.yaml“发布”下的名称；只有一处时不用写
cli-publish-dry-run = 只看要传什么（+ 新增，~ 修改，- 删除），不封存，不上传
cli-publish-rollback = 换回上一版（要有“整体切换”）
cli-publish-all = 不管那边有什么，全部重传
cli-publish-login = 把用户名和密码，或密钥，存进系统的凭据库
cli-publish-out = 输出文件夹；不写就是 output
cli-publish-as-of = 当作哪一天来发布

publish-no-destination = 还没有发布地点。请在 content/site.yaml 里写“发布”：名称和地址。
publish-which = 有几处发布地点，请写明名称：{ $known }
publish-unknown = 没有叫“{ $name }”的发布地点。可以写：{ $known }
publish-no-secret = “{ $name }”需要 { $variable }：设置这个环境变量，或运行 gongkai publish { $name } --login。
publish-no-rollback = “{ $name }”没有保留以前的版本，换不回去；要有“整体切换”。
publish-rolled-back = “{ $name }”已换回上一版（{ $release }）。此后撤下的名单和记录会重新露出来：改好后请马上重新发布。
publish-nothing = “{ $name }”没有变化，不用再传：{ $place }
publish-done = 已发布到“{ $name }”（{ $place }）：新增 { $new }，修改 { $changed }，删除 { $removed }，未动 { $same }，上传 { $size }。
publish-would = 会发布到“{ $name }”（{ $place }）：新增 { $new }，修改 { $changed }，删除 { $removed }，未动 { $same }，上传 { $size }。现在什么都没有传；还没有封存的记录，到时候先封存再一起传。
publish-stopped = 没有发布，“{ $name }”还是原来的样子。
publish-seen = 大家已经可以看到：{ $url }
publish-ledger-lost = { $community }：那边公开的账本有 { $size } 条，这里却没有账本。请先从备份或另一台电脑取回 ledger 文件夹；没有发布。
publish-ledger-behind = { $community }：那边公开的账本有 { $size } 条，比这里多。可能在别的电脑上封存过，或这里是旧的备份；请先取回最新的 ledger 文件夹；没有发布。
publish-ledger-forked = { $community }：那边公开的 { $size } 条账本和这里说的不一样。请从备份恢复 ledger 文件夹；没有发布。
publish-ledger-other = { $community }：那边公开的是另一本账本。请核对发布地点和 ledger 文件夹；没有发布。
publish-ask-user = 用户名：
publish-ask-password = 密码（不显示）：
publish-ask-key-id = 访问密钥 ID：
publish-ask-key-secret = 访问密钥（不显示）：
publish-login-none = 这个发布地点不用存密码：文件夹不需要，SFTP 用 ssh 的密钥。
publish-login-terminal = 请在终端里运行，好输入密码。
publish-login-failed = 系统的凭据库存不进去：{ $cause }。请改用环境变量。
publish-login-done = 已为“{ $name }”存进系统的凭据库。

publish-disk = 写不到“{ $path }”：{ $cause }。盘插好了吗？满了吗？
publish-changed = “{ $path }”在生成以后被改过。请再运行一次；还不行，先删掉 output 和 .gongkai/cache 两个文件夹。
publish-in-the-way = “{ $path }”是一个有内容的文件夹，这里要放链接。请换一个地址，或移走这个文件夹，或把“整体切换”写成“否”。
publish-nothing-before = “{ $path }”没有更早的版本，换不回去。
publish-record-broken = 上次发布的登记“{ $path }”读不了。请加 --all 全部重传。
network-unreachable = 连不上“{ $path }”：{ $cause }。什么也没有丢：网络好了再运行，会接着传。
network-login = “{ $path }”不让登录：{ $cause }。请核对用户名、密码或密钥。
network-host-key = “{ $path }”不是原来认识的服务器：{ $cause }。第一次连接、或者服务器换过，都会这样：请向管理服务器的人要它的公钥，写在“主机公钥”里；没弄清以前不要继续。
network-refused = “{ $path }”被拒绝：{ $cause }。请核对权限、空间和地址里的文件夹。
network-no-ssh = 没有 ssh 程序：{ $cause }。Windows 请在“可选功能”里添加“OpenSSH 客户端”。
network-differs = “{ $path }”上的 { $cause } 和发布的不一样。可能有缓存：过几分钟再看；一直这样就核对网址。
network-not-built = 到不了“{ $path }”：这个程序编译时没有带上 FTP、WebDAV 和对象存储（{ $cause }）。
