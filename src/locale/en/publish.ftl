# Publishing: diagnostics, command, what goes wrong on the way.
gk2101 = this looks like a password or a key of a service
    .title = a secret in content
    .help = take it out, and change it at the service: what stood here may have been seen; give it by an environment variable or gongkai publish --login
    .explain = Content is copied, handed over and kept for decades, so it must hold no password, access key or private key. Give them by environment variables (GONGKAI_PASSWORD, GONGKAI_KEY_ID, GONGKAI_KEY_SECRET) or keep them in the system's store with gongkai publish --login.
gk2102 = this address cannot be understood ({ $what ->
    [scheme] its beginning is unknown
    [host] host or bucket is missing
    [port] the port is no number
   *[path] the folder is missing or leads upwards
})
    .title = an address that cannot be understood
    .help = write a folder, or sftp://user@host/folder, ftps://host/folder, webdavs://host/folder, oss://bucket/folder, cos://…, obs://…, s3://…
    .explain = An address says how the destination is reached: a folder (E:/公开), or sftp, ftps, ftp, webdavs, webdav, s3, oss, cos, obs with :// after it, then host or bucket, then the folder.
gk2103 = two destinations are called “{ $name }”
    .title = two destinations with one name
    .help = give each destination under 发布 a name of its own
    .explain = gongkai publish NAME finds a destination by its name.
gk2104 = this destination lacks { $key }
    .title = a destination lacks something
    .help = add { $key }, such as https://oss-cn-wuhan-lr.aliyuncs.com; the console of the service shows it
    .explain = Buckets of object stores are reached through an endpoint, which differs by region.
gk2105 = this destination cannot be switched as a whole
    .title = no switch there
    .help = take 整体切换 out; files then go up in order, each whole
    .explain = Only folders and SFTP servers know links, by which one move switches from one publication to the next. Elsewhere files go up in an order that never shows a page before what it needs.
gk2106 = 凭据 wants capital letters, digits and _
    .title = a word that no variable can hold
    .help = write a word such as CLOUD; the variables are then called GONGKAI_CLOUD_KEY_ID, GONGKAI_CLOUD_KEY_SECRET
    .explain = The word becomes a part of the names of environment variables.
gk2107 = on its own domain this store hands out pages as downloads
    .title = pages would be downloaded
    .help = bind a domain of your own with ICP filing to the bucket, and write it under 网址
    .explain = Aliyun OSS, Tencent COS and Huawei OBS answer on their own domains with pages as downloads, not to be read. In mainland China a domain of your own must be filed (ICP备案) before it can be bound. Set index.html as the first page and 404.html as the error page of the bucket.
gk2108 = here the password travels in the clear
    .title = a password in the clear
    .help = use ftps:// or webdavs:// if the server can; sftp:// is better still
    .explain = FTP and WebDAV without TLS show user, password and files to everybody on the way.

cli-publish = Publish: seal, build, put what changed where readers find it
cli-publish-destination = Name under 发布 in content/site.yaml; not needed where there is only one
cli-publish-dry-run = Only show what would go up (+ new, ~ changed, - removed); nothing is sealed
cli-publish-rollback = Switch back to the publication before (with 整体切换)
cli-publish-all = Put every file there again, whatever is there
cli-publish-login = Keep user and password, or keys, in the system's store
cli-publish-out = Output folder; output if missing
cli-publish-as-of = Day to stand for today

publish-no-destination = There is no destination. Write one under 发布 in content/site.yaml: name (名称) and address (地址).
publish-which = There are several destinations; name one: { $known }
publish-unknown = There is no destination “{ $name }”. Known: { $known }
publish-no-secret = “{ $name }” wants { $variable }: set this environment variable, or run gongkai publish { $name } --login.
publish-no-rollback = “{ $name }” keeps no publications to go back to; that needs 整体切换.
publish-rolled-back = “{ $name }” shows the publication before this one again ({ $release }). Lists and records that were taken back since then are visible again: publish as soon as it is mended.
publish-nothing = “{ $name }”: nothing has changed, nothing to send: { $place }
publish-done = Published to “{ $name }” ({ $place }): { $new } new, { $changed } changed, { $removed } removed, { $same } left alone, { $size } sent.
publish-would = Would be published to “{ $name }” ({ $place }): { $new } new, { $changed } changed, { $removed } removed, { $same } left alone, { $size } to send. Nothing was sent; records not sealed yet will be sealed first and go up with it.
publish-stopped = Nothing was published; “{ $name }” is as it was.
publish-seen = Readers see it: { $url }
publish-ledger-lost = { $community }: a ledger of { $size } entries is published, and here there is none. Fetch the folder ledger from a backup or the other computer; nothing was published.
publish-ledger-behind = { $community }: the published ledger has { $size } entries, more than here. It was sealed on another computer, or this is an old copy; fetch the latest folder ledger first; nothing was published.
publish-ledger-forked = { $community }: the published ledger of { $size } entries says something else than the one here. Restore the folder ledger from a backup; nothing was published.
publish-ledger-other = { $community }: another ledger is published there. Check destination and folder ledger; nothing was published.
publish-ask-user = User:
publish-ask-password = Password (not shown):
publish-ask-key-id = Access key id:
publish-ask-key-secret = Access key secret (not shown):
publish-login-none = This destination needs no password here: folders need none, SFTP uses the keys of ssh.
publish-login-terminal = Run this in a terminal, to type the password.
publish-login-failed = The system's store does not take it: { $cause }. Use environment variables instead.
publish-login-done = Kept in the system's store for “{ $name }”.

publish-disk = cannot write to “{ $path }”: { $cause }. Is the drive plugged in and not full?
publish-changed = “{ $path }” was changed after the build. Run again; if that does not help, delete the folder output and .gongkai/cache first.
publish-in-the-way = “{ $path }” is a folder with files in it, where a link must stand. Choose another address, move the folder away, or set 整体切换 to 否.
publish-nothing-before = “{ $path }” has no publication before this one to go back to.
publish-record-broken = the record “{ $path }” of the last publication cannot be read. Run with --all to put everything there again.
network-unreachable = “{ $path }” cannot be reached: { $cause }. Nothing is lost: run again when the line is back, it goes on where it stopped.
network-login = “{ $path }” does not let us in: { $cause }. Check user, password or keys.
network-host-key = “{ $path }” is not a server that is known: { $cause }. So it is the first time, and when the server was replaced: ask whoever runs it for its public key and write it under 主机公钥; do not go on before.
network-refused = “{ $path }” is refused: { $cause }. Check rights, room and the folder of the address.
network-no-ssh = the program ssh is missing: { $cause }. On Windows add “OpenSSH client” under optional features.
network-differs = “{ $path }” shows another { $cause } than the one published. A cache may be in between: look again in a few minutes; if it stays, check the address.
network-not-built = “{ $path }” cannot be reached: this program was built without FTP, WebDAV and object stores ({ $cause }).
