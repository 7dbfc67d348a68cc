# Passing a page on, and the board sheet.
# Arguments: $title, $name, $type (village | urban), $from, $until, $period.
share = Share, QR code
share-qr = QR code that opens “{ $title }”
share-scan = Scan it with a phone to open this page
share-words = Words for a group chat, to be copied
share-copy = Copy
share-copied = Copied
sheet-term = On display from { $from } to { $until }
sheet-from = Published from { $from }
sheet-open = On display from ____-__-__ to ____-__-__
sheet-maker = Made by
sheet-reviewer = Reviewed by
sheet-supervisor = { $type ->
    [urban] Supervisory committee of the community
   *[other] Supervisory committee of the village
}
sheet-scan = Scan, or type the address, to compare
sheet-posted = Put up on
sheet-blank-date = ____-__-__
sheet-digest = Digest of the data (SHA-256)
sheet-stamp = (seal)
sheet-point = This is sealed in the public ledger: { $size } entries, root
sheet-point-whole = entries:root in full
sheet-point-code = Square code of entries and root
sheet-check = To check it: open “Check it yourself” under “Public ledger” at the foot of the site, pick the folder of the site, and enter the entries:root above (scan and paste). “Everything holds” means that the ledger goes on from this one and was not changed.
file-photo = Picture ({ $ending })
file-pdf = Document (PDF)
file-table = Table ({ $ending })
file-text = Text ({ $ending })
file-packed = Packed files ({ $ending })
file-other = File ({ $ending })
# What a page is, for previews and search engines, where it says nothing itself; $kind: community | portal.
about-page = { $kind ->
    [portal] { $name }: { $title }. What each village and community published, and whether in time.
   *[other] { $name }: { $title }. Published records with their dates and grounds, to be read, downloaded and printed.
}
# Boards of a quarter and open letters; $period is a period in words or as written, $n a number.
boards = Print the board of a quarter:
board-how = This page prints on A4 or A3, to be put up on the board.
board-money = Money (yuan)
board-account = Account
board-all = Published for this period
board-what = Matter
board-other = Other
board-missing = Due and not yet published
board-missing-line = { $name } ({ $period }), due by { $date }
letter-title = { $type ->
    [urban] Open letter to all residents
   *[other] Open letter to all villagers
}
letter-to = Household: ____________
letter-begin = { $type ->
    [urban] This is what the community published for { $period }, in short. All of it hangs on the board; the code leads to it as well.
   *[other] This is what the village published for { $period }, in short. All of it hangs on the board; the code leads to it as well.
}
letter-money = 1. Where the money came from and went
letter-account = { $account }: income { $income } yuan, expense { $expense } yuan, balance { $closing } yuan.
letter-per = { " " }That is an expense of { $expense } yuan a household.
letter-money-none = No accounts were published for this period.
letter-decided = 2. What was discussed and decided
letter-decided-none = Nothing was voted on in this period.
letter-rest = { $n } more on the board.
letter-ask = 3. Whom to ask
letter-scan = Every payment and every vote, by the code or the address:
letter-slip = Questions and opinions, to be handed to the head of your group or put into the box:
letter-rest-missing = { " " }and { $n } more
board-term = On display: the first from { $from }, the last until { $until }
