# The preview: what the command line and its pages say.
cli-serve = Preview and fill in, in the browser; follows every change
cli-serve-port = Port; where missing the first free one from 8600 on
cli-serve-open = Open the browser
cli-serve-as-of = Day to stand for today
cli-serve-poll = Look at files again and again, for network drives
cli-serve-lan = Let other devices of the office in (by a code typed once)

serve-at = Preview at { $address } Keep this window open; Ctrl+C ends it.
serve-next-port = Port { $port } is taken; another one is used.
serve-polls = The system cannot watch that many folders; files are looked at every second.
serve-lan = From other devices: { $address }
serve-code = A device types this code once (it works one time): { $code }
serve-no-browser = No browser could be opened; please open { $address }
serve-ready = Read { $records } records of { $communities } communities in { $took } ms.
serve-updated = { $who }: { $cause }; { $changed } files of opened sites differ, { $took } ms.
serve-updated-all = { $cause }, { $took } ms.
serve-same = { $path } was touched, nothing in it changed ({ $took } ms).
serve-followed = Portals and their search followed in { $took } ms.
serve-and-more = { $who } and others, { $count } in all
serve-why-file = { $path } changed
serve-why-first = new
serve-why-settings = settings, rules, a name or the day changed
serve-why-theme = the theme changed
serve-trouble = { $count ->
    [one] There is 1 error
   *[other] There are { $count } errors
}; pages stay as they were.
io-watch = cannot watch “{ $path }”: { $cause }
io-listen = cannot use port { $path }: { $cause }. Another program may have it; choose one with --port.
press-enter = Press Enter to close this window.

serve-over-title = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
serve-over-last = Below is the page as it was before; it follows by itself once the record is mended and saved.
serve-over-close = Look at the page
serve-over-open = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
serve-reading = Reading the records; this page shows itself when that is done.
serve-nothing = Nothing can be shown yet: please mend the settings first.
serve-unmade = This community cannot be shown yet: please mend its community.yaml first.
serve-missing = There is no such page.
serve-code-title = Type the code
serve-code-label = The 8 digits shown on the computer that runs the preview
serve-code-send = Open

serve-no-malformed = The request is malformed.
serve-no-path = The address is malformed.
serve-no-origin = Other pages may not use the preview of this machine.
serve-no-token = This page is out of date; please reload it and send again.
serve-no-code = The code is wrong. Please look at the code shown now on the computer that runs the preview.
serve-no-method = This address cannot be asked in this way.
serve-no-slow = That took too long.
serve-no-length = The length of the content is missing.
serve-no-body-long = The content is too large.
serve-no-target-long = The address is too long.
serve-no-form = Only forms are taken.
serve-no-host = This opens by an address of this machine only.
serve-no-head-long = The head of the request is too long.
serve-no-version = This version of HTTP is not spoken.
