# Sheets for boards and letters on paper.
# Arguments: $period, $path, $name, $text.
# The words on the sheets stand in the theme.
board-title = Board of { $period }
cli-print = Print sheets for the board, the board of a whole quarter, or an open letter
cli-print-record = Which record, such as finance/2026-09
cli-print-period = The board of a period and every record on it: 2026-10, 2026Q3, 2026H1, 2026
cli-print-community = Which community; not needed where there is only one
cli-print-paper = Paper
cli-print-letter = The open letter to every household instead, one page
cli-print-as-of = Day to stand for today
cli-print-out = The file, .pdf or .html, - for the page on standard output; named after the record or the period where missing
print-which = what is to be printed? Name a record, as in gongkai print finance/2026-09, or a period, as in gongkai print --period 2026Q3; --letter makes the open letter
print-done = { $sheets ->
    [one] 1 sheet is ready to be printed: { $path }
   *[other] { $sheets } sheets are ready to be printed: { $path }
}
print-html = { $sheets ->
    [one] 1 sheet is ready: { $path }. Open it in a browser and print it with Ctrl+P (⌘P on a Mac), margins “default”.
   *[other] { $sheets } sheets are ready: { $path }. Open them in a browser and print them with Ctrl+P (⌘P on a Mac), margins “default”.
}
print-broken = the record has errors and cannot be printed; mend them first
print-no-browser = no browser that makes PDFs was found (Edge, Chrome, Chromium), so there is only the page. If yours is elsewhere, name it in GONGKAI_BROWSER_PATH.
print-browser-failed = the browser “{ $path }” made no PDF, so there is only the page
io-browser = cannot start the browser “{ $path }”: { $cause }

# Words for a group chat: $name the village, $title the record, $type (village | urban).
notice-record = [{ $name }] { $title }
notice-home = { $type ->
    [urban] [{ $name }] Affairs of the community: what was published lately, where the money went, what is being done.
   *[other] [{ $name }] Affairs of the village: what was published lately, where the money went, what is being done.
}
notice-period = Period: { $period }
notice-days = On display: { $from } to { $until }
notice-address = See { $address }
notice-hotline = Questions and complaints: { $phone }
