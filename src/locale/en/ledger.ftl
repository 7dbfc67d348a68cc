# The public ledger: diagnostics, commands, titles of pages.
page-history = Public ledger
page-history-year = Public ledger { $year }
page-history-part = Public ledger { $year } (page { $number })
page-version = { $title } (version { $number })
page-withdrawn = A record that was taken back

gk1901 = this record was sealed in the public ledger on { $day } and has changed since without a correction: { $differences }{ $more ->
    [0] {""}
   *[other] ; and { $more } more
}
    .title = changed in silence after publication
    .help = where it must change, add a line to 更正 with date, reason, old and new value; where it was a slip, put it back
    .explain = What was published may be corrected or taken back, never changed in silence. The record's content was sealed when it was published; it differs now and no new 更正 tells what and why. Decisions, projects and queries may go on by additions alone; standing pages carry a later 更新 date.
gk1902 = correction { $number } was changed or removed after it was published; it was: { $text }
    .title = a correction was rewritten
    .help = put the correction back as it was; to say more, add another one
    .explain = Corrections are kept for ever once they are published. They can be added to, not rewritten.
gk1903 = “{ $record }” was published and sealed on { $day }; now it is gone and nobody took it back
    .title = a published record is gone
    .help = put the file back (its name is its address, do not rename it); to take it back, write record, date and reason under 撤回 in community.yaml
    .explain = A published record must not vanish without a word. Renaming a file removes one record and makes another, and the old address breaks. Where it must go, say because it held personal data, register a withdrawal in community.yaml: the entries in the ledger stay, the text goes.
gk1904 = “{ $record }” is taken back, but its file is still there
    .title = a record that was taken back is still there
    .help = delete the file of the record, or remove its line under 撤回
    .explain = Once a record is taken back, its text must leave the workspace; otherwise it would be published again.
gk1905 = “{ $record }” is taken back but was never sealed{ $near ->
    [none] {""}
   *[other] ; did you mean “{ $near }”?
}
    .title = taken back without having been published
    .help = check 记录: folder and name, such as decisions/lu-deng
    .explain = Only what was published and sealed can be taken back. Most likely the name is misspelt.
gk1906 = the files of the ledger do not fit together ({ $what ->
    [missing] something is missing
    [unreadable] unreadable
    [signature] the signature does not hold
    [root] the root does not hold
    [key] an entry about a key does not hold
   *[other] wrong order
})
    .title = the ledger is damaged
    .help = restore the whole folder ledger from a backup, not single files; the published site holds its public part too
    .explain = The folder ledger is written by the program alone. Its files do not fit the signed checkpoint: a damaged disk, a partial restore, or somebody's hand. Nothing can be built or sealed before it is restored.

paper-title = Recovery key of the public ledger
paper-of = For: { $communities }. Made on { $day }.
paper-warning = Whoever holds this sheet can replace the signing key of the ledger. Print it, seal it in an envelope at once, stamp it and hand it to the township; then delete the file.
paper-public = Public half, which is published and can be compared:
paper-step-1 = The twenty-four characters read from left to right and from top to bottom; their order matters.
paper-step-2 = When the computer or the key file is lost or the passphrase forgotten: open the envelope, run gongkai key lost and type the characters.
paper-step-3 = When the key may be in other hands: open the envelope and run gongkai key stolen.
paper-step-4 = After one use run gongkai key recovery for a new sheet and destroy this one.

cli-seal = Seal published, corrected and withdrawn records in the public ledger
cli-seal-out = Output folder whose published checkpoint is compared; output where missing
cli-seal-as-of = Day to stand for today
cli-seal-community = Only these communities
cli-seal-seen = A checkpoint seen before; nothing is signed that does not go on from it
cli-key = Signing keys: new, list, rotate, lost, stolen, recovery, restart, confirm, sm2
cli-key-action = What to do: new, list, rotate, lost, stolen, recovery; restart begins a ledger anew where both keys are lost, confirm is the township's word for it; sm2 makes a key for a second signature
cli-key-community = Only these communities
cli-key-paper = File for the sheet of the recovery key
cli-key-after = Stolen: after how many entries signatures are not to be trusted
cli-key-as-of = Day to stand for today
cli-key-office = Confirm: name of the township, the first time
cli-witness = Check that a ledger goes on from a checkpoint kept earlier
cli-witness-old = Checkpoint kept earlier
cli-witness-new = Folder of the ledger or of the site as it is now
cli-verify = Check a site or an archive: files, ledger, signatures, receipts
cli-verify-path = Folder of a site or a ledger, or a zip file
cli-verify-key = Public key (vkey) known beforehand; must be the first signing key of the ledger
cli-verify-office = Public key of the township known beforehand; a ledger begun anew must be confirmed by it
cli-verify-checkpoint = Checkpoint kept earlier; the ledger must go on from it

seal-done = { $community }: { $count } new in the ledger, { $size } entries in all, root { $root }
seal-nothing = { $community }: nothing new, { $size } entries
seal-no-ledger = { $community }: no public ledger yet; run gongkai key new first
seal-no-key = { $community }: its signing key is not on this computer; not sealed
seal-refused = There are errors; nothing was sealed. Mend them and run again.
seal-other-key = { $community }: the key is not the one in force; not sealed
seal-clock = { $community }: the last entry is of { $day }, later than today. Check the date of this computer; not sealed
seal-behind = { $community }: the published ledger has { $size } entries, more than here. This may be an old backup, or it was sealed on another computer; fetch the latest folder ledger first; not sealed
seal-forked = { $community }: the ledger of { $size } entries published before says something else. Restore the folder ledger from a backup; not sealed
seal-other-log = { $community }: what is published there is another ledger ({ $day }); not signed
seal-unreadable = { $community }: the checkpoint published there cannot be read; not signed
seal-no-randomness = The system gives no random numbers; not sealed.

key-ask-new = Passphrase for the signing key (not shown):
key-ask-again = Once more:
key-ask = Passphrase of the signing key:
key-ask-recovery = The twenty-four characters of the recovery key:
key-differ = The two passphrases differ.
key-short = The passphrase is too short; at least { $least } characters.
key-wrong = Wrong passphrase.
key-unreadable = The key file “{ $path }” cannot be read.
key-no-answer = No passphrase: run in a terminal, or set GONGKAI_PASSPHRASE.
key-words-wrong = These twenty-four characters are wrong: one is missing, misspelt or out of order.
key-not-recovery = { $community }: this is not its recovery key
key-exists = These communities have a public ledger already: { $communities }
key-made = Signing key and public ledger made for { $communities }.
    The key is { $path }, on this computer alone; keep a copy in a safe place.
key-paper = Print the recovery key now: { $path }
    Seal it in an envelope, hand it to the township, then delete this file.
key-changed = { $community }: key replaced, entry { $index }. Build and publish again, and print the new public key on the board.
key-unknown = Unknown action “{ $action }”. Known: new, list, rotate, lost, stolen, recovery, restart, confirm, sm2
key-list-working = { $community }  signing   { $key }{ $here ->
    [yes] {"  "}(key on this computer)
   *[other] {""}
}
key-list-recovery = { $community }  recovery  { $key }
key-list-none = { $community }  no public ledger
key-restart-here = { $community }: its signing key is on this computer, so nothing need be begun anew. To change the key use key rotate; where its passphrase is forgotten and the recovery key lost too, move its file out of .gongkai/keys and run again.
key-restart-nothing = These communities have no public ledger; key new makes one.
key-restart-refused = { $community }: there are errors; nothing was begun anew. Published records must be what the old ledger sealed; mend them and run again.
key-restarted = { $community }: the old ledger of { $old } entries is kept as it was in { $folder }; a new one is begun that names it and holds the { $count } published records. { $size } entries, root { $root }
    Build and publish again, print the new public key and the root on the board, and ask the township to look into it and to run gongkai key confirm on its own computer. Until then verifiers warn.
key-confirm-nothing = No ledger of these communities was begun anew; there is nothing to confirm.
key-office-needed = Name the township the first time, without spaces and plus signs, as in --office example-township
key-confirmed = { $community }: confirmed that the new ledger goes on from the old one. The signing key is { $key }
    Publish this key on the township's own site or board, so that it can be compared.
key-ask-sm2 = Passphrase of the SM2 key:
key-sm2-made = SM2 key made: { $path }. From now on checkpoints are signed a second time when they are sealed (checkpoint.sm2, public key in sm2.pem); the first signature stays as it was.
key-sm2-exists = There is an SM2 key on this computer already.
key-sm2-without = This program was built without SM2; use one with the feature sm (cargo install --features sm).
key-after-needed = Say with --after after how many entries signatures are not to be trusted; 0 where it is not known.

witness-good = consistent: the old ledger of { $old } entries stands unchanged in the new one of { $new }
witness-older = the wrong way round: the “new” ledger has { $new } entries, the old one { $old }
witness-other = not the same ledger: the old one is “{ $old }”, the new one “{ $new }”
witness-forked = inconsistent: the first { $old } entries of the new ledger differ from the checkpoint kept earlier. The ledger was changed.
witness-restarted = the old ledger stands unchanged with its { $old } entries, but it came to an end: both its keys were lost and a new one was begun, with { $new } entries now
witness-unreadable = “{ $path }” is neither a checkpoint nor a ledger

verify-good = verified: { $files } files, { $entries } entries, { $records } records with receipts
verify-bad = not verified: { $problems } problems
verify-root = ledger “{ $origin }”, { $size } entries, root { $root }
verify-compare = Compare entries and root with what was kept before (board, photograph, print).
verify-restarted = note: this ledger was begun anew after “{ $origin }” ({ $size } entries, both keys lost)
verify-confirmed = {"  "}confirmed by “{ $name }” with the key { $key }; compare it with the one the township itself publishes
verify-unconfirmed = {"  "}not confirmed by the township yet; ask there
verify-no-ledger = There is no public ledger here.
verify-note-unsealed = records not sealed yet: { $count }
verify-note-ended = records whose list of persons has left, no longer shown as sealed: { $count }
cli-archive = Seal, build, and make an archive for each community and year
cli-archive-out = Folder for the archives; archive where missing
cli-archive-year = Year of the hand-over; this year where missing
cli-archive-as-of = Day to stand for today
cli-archive-community = Only these communities
archive-done = { $community }: { $path }, { $files } files, { $bytes } bytes, { $records } records of the year, { $pdfs } of them with a PDF
archive-no-browser = No PDF of { $count } records: no browser that makes PDFs was found (Edge, Chrome, Chromium). The archive is whole without them; if yours is elsewhere, name it in GONGKAI_BROWSER_PATH and run again.
archive-browser-failed = No PDF of { $count } records: the browser made none. The archive is whole without them; it can be run again.
archive-column-title = Title
archive-column-kind = Kind
archive-column-date = Date
archive-column-class = Retention
archive-column-url = Address
archive-class-permanent = permanent
archive-class-30y = 30 years
archive-class-10y = 10 years
archive-page-lang = en
archive-page-title = Archives
archive-page-records-title = { $name }: records of all years
archive-page-search = Find records of all years
archive-page-hint = Parts of title, community, year, date or kind; several words with spaces between
archive-page-all = all
archive-page-community = Community
archive-page-kind = Kind
archive-page-year = Year
archive-page-bags = Bags
archive-page-none = Nothing found.
archive-page-found = Found:
archive-page-more = , the first 200 are listed; add a word
archive-page-records = records
archive-page-checkpoint = ledger
archive-page-made = made on
archive-page-list = all records
archive-page-readme = read me
archive-page-back = Back to the archives
archive-page-hidden = Records taken back later and no longer listed: { $count }
archive-page-no-script = The search needs scripts; the list below does not.
archive-readme-pdf = { $pdfs ->
    [0] none; where the archive was made no browser could print. The pages in site can be printed at any time
   *[other] sheets of { $pdfs } of the { $records } records of the year; pdf/sheets.csv tells by digest what each was made from
}
archive-readme = { $name }, { $year }: archive of what was published (made on { $day })
    
    1. What is in it
    sources/        records as written, settings, files of the public ledger
    site/           the site; open site/index.html, no network is needed
    site/ledger/    the public ledger: checkpoint, public keys, all entries
    site/verify/    verifiers: verify.html (in a browser), verify.py (with Python)
    site.wacz       the same site as a web archive (WACZ 1.1.1 with WARC 1.1)
    pdf/            { $pdf }
    retention.csv   titles, dates and retention of the records of the year
    records.json    the same for programs; withdrawn.json holds addresses of records that were taken back
    
    2. How to check it
    The bag: sha256sum -c manifest-sha256.txt in the folder above this file.
    The site: sha256sum -c SHA256SUMS in the folder site.
    The ledger: python3 site/verify/verify.py site; compare entries and root with those kept at the time.
    
    3. How to keep it
    Keep the folder as it is, without renaming, adding or removing files. Retention: see retention.csv; the local archive
    office may decide otherwise. None of it needs the program that made it: UTF-8 text, plain web pages, CSV.
verify-note-extra = named in no list
verify-problem-list-unreadable = the list of files cannot be read
verify-problem-list-differs = the two lists of files differ
verify-problem-file-missing = this file is missing
verify-problem-file-changed = this file was changed
verify-problem-checkpoint-unreadable = the checkpoint cannot be read
verify-problem-tile-missing = this part of the ledger is missing
verify-problem-tile-wrong = this part of the ledger is wrong
verify-problem-root = the root does not fit the entries
verify-problem-entry = the ledger holds an entry that may not stand there
verify-problem-key-other = the first key is not the one given
verify-problem-keys-differ = the list of keys does not fit the ledger
verify-problem-signature = the signature of the checkpoint does not hold
verify-problem-checkpoints = earlier checkpoints do not fit the ledger
verify-problem-kept-differs = the ledger does not go on from the checkpoint kept earlier: it was changed
verify-problem-before-missing = this ledger goes on from an old one that is not here or does not fit
verify-problem-confirmed = the township's confirmation is not about this ledger, or its signature does not hold
verify-problem-office-other = not confirmed by the key of the township that was given
verify-problem-sm2 = the SM2 signature does not fit the checkpoint
verify-problem-receipt = the receipt fits neither the record nor the ledger
verify-problem-record-other = the record is not what was sealed
verify-problem-record-missing = a sealed record is missing
verify-problem-withdrawn-shown = a record that was taken back is still shown
