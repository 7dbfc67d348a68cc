# Builds in shares: where one machine is outgrown, each builds its share, and the portals are made of all of them.

cli-build-shard = Build only one share, written K/N: share K of N, counted from 1; job/N takes its number from JOB_COMPLETION_INDEX
cli-build-summaries = Folder for the summary of the share; .gongkai/summaries if missing
cli-build-portal-from = Build no communities, only the portals and the search over all, from the summaries of all shares in this folder
cli-build-recipe = Print how to build in shares, and build nothing: kubernetes, shell, matrix

build-bad-shard = --shard wants K/N with K from 1 to N and N at most { $most }, such as 3/64; "{ $text }" is not written so.
build-bad-job = --shard { $text } takes its number from the environment variable JOB_COMPLETION_INDEX (counted from 0, below the number of shares), which is missing or wrong here. Name the share yourself, such as --shard 3/64.
build-share-done = Share { $share } is done: { $communities } communities, { $files } files. Its summary is in { $path }. When all shares are done: gongkai build --portal-from FOLDER
build-portals-done = Portals and search made from the summaries of all shares: { $communities } communities, { $records } records, { $files } files. Open in a browser: { $path }
build-unfit-nothing = There are no summaries in "{ $folder }". Build the shares first, with gongkai build --shard K/N.
build-unfit-damaged = { $file } in "{ $folder }" cannot be used: it is damaged, was renamed, or was written by another version. Build that share again.
build-unfit-counts = The summaries in "{ $folder }" are of different numbers of shares ({ $counts }). Empty the folder and build all shares with the same N.
build-unfit-missing = Of { $of } shares, { $numbers } are missing in "{ $folder }". Build them first.
build-unfit-other = { $file } in "{ $folder }" was made { $what ->
    [program] by another version of the program
    [day] on another day
    [settings] from other settings or rules
    [theme] with another theme
   *[communities] with another list of communities
}, so it does not belong to what is here. Build that share again{ $what ->
    [day] , all shares and the portals with the same --as-of
   *[other] {""}
}.
