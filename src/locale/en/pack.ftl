# Packs: the records of one community in a file, sent to the bureau and merged there.

cli-export-pack = Put all records of a community into one file that can be sent
cli-import-pack = The file is a pack made elsewhere: check it and merge it
cli-import-take = Of files changed on both sides, take the pack's, such as finance/2026-09; all for each of them
cli-import-keep = Of files changed on both sides, keep those that are here, such as finance/2026-09; all for each of them

pack-made = Packed { $files } files, { $size }: { $path }{ $errors ->
    [0] {""}
   *[other] . The records still have { $errors } errors and would be refused there: run gongkai check and put them right first
}
pack-left-out = Not packed: { $path } (neither record nor table nor attachment)
pack-not-made = Nothing was packed.
pack-refused = Nothing was merged; the records here are untouched.
pack-merged = Merged { $name } (packed on { $day }): { $new } new, { $changed } changed, { $gone } removed; { $kept } changed here and kept. What they were before is in .gongkai/versions.
pack-dry = Would merge { $name } (packed on { $day }): { $new } new, { $changed } changed, { $gone } removed; { $kept } changed here and kept. Nothing was written.
pack-finished = The last merge of a pack was interrupted; the rest of its files has now been put in place.
pack-no-conflict = "{ $path }" was not changed on both sides: it needs neither --take nor --keep.

gk2401 = { $why ->
    [no-zip] this file cannot be opened and is no pack
    [no-pack] this archive is not a pack made by gongkai
    [locked] this pack asks for a password
    [version] this pack was made by a newer version of the program
   *[damaged] this pack is damaged
}
    .title = a pack that cannot be read
    .help = { $why ->
        [version] merge it with the newer version
       *[other] ask for a new one, made by gongkai export --pack and sent as it is: not unpacked, renamed or packed again
    }
    .explain = Only what gongkai export --pack makes is merged: one archive with a manifest and all records of a community. What was damaged on its way, packed again or locked is refused, because it cannot be checked.
gk2402 = too large: { $what ->
    [file] the pack is over { $most }
    [one] a file is over { $most }
    [all] all files together are over { $most } when unpacked
    [files] there are more than { $most } files
   *[manifest] the manifest is over { $most }
}
    .title = a pack that is too large
    .help = make photographs and scans smaller, or take away attachments that need not be published, and pack again
    .explain = The records of a community over many years are a few megabytes. The limits keep a bad file from filling memory and disk.
gk2403 = the pack holds "{ $path }", which does not belong there{ $why ->
    [twin] : it differs from another file only in the case of its letters
    [link] : it is a link to somewhere else
    [unlisted] : the manifest does not name it
   *[path] : it is not in a folder of records or attachments, or its name or ending cannot be used
}
    .title = a foreign file in a pack
    .help = ask for a new pack, sent as it is; attachments are documents, tables and pictures with plain names
    .explain = A pack holds community.yaml, records, tables, and attachments in files. Other files, programs, web pages, links, and paths that lead out of the folder are refused, and with them the whole pack.
gk2404 = "{ $path }" in the pack { $why ->
    [missing] is missing
   *[differs] is not what the manifest says
}
    .title = a file that differs from the manifest
    .help = the pack was damaged or changed on its way; ask for a new one, sent as it is
    .explain = The manifest tells size and SHA-256 of every file. Each is compared before anything is merged; one byte that differs is enough to refuse the pack.
gk2405 = { $why ->
    [other] this is the pack of { $name } ({ $id }), not of { $named }
   *[unknown] there is no { $name } ({ $id }) here
}
    .title = another community
    .help = { $why ->
        [other] look whether it is the right file
       *[unknown] if the community is new here, add --community { $id }
    }
    .explain = A pack belongs to the community whose folder it names. One that is new must be named with --community, so that a misspelt folder does not become another village.
gk2406 = "{ $path }" { $how ->
    [gone-here] was removed here and changed there ({ $day })
    [gone-there] was removed there ({ $day }) and changed here
   *[both] was changed on both sides
}
    .title = a record changed on both sides
    .help = compare the two and agree: --take { $path } takes the pack's, --keep { $path } keeps the one that is here
    .explain = A pack knows what each record was before it was changed. Where the other side began with what is here, it is merged; where only this side changed, that stays; where both did, the program does not decide, and merges nothing by halves.
