# Diagnostics on reading, fields, references and display. Each has .title, .help, .explain.
# Those of a kind of record stand in the file of that kind.
gk0101 = this file is not UTF-8{ $encoding ->
    [GB18030] ; it looks like GB18030 (Notepad's "ANSI")
   *[other] {""}
}
    .title = wrong text encoding
    .help = open it in Notepad and save it again with the encoding UTF-8
    .explain = Records must be saved as UTF-8, or Chinese characters turn into nonsense. Older versions of Notepad save as "ANSI" (GB18030). Open the file, choose "save as", choose UTF-8, replace the old file. CSV tables are an exception: both encodings are read.
gk0102 = this cannot be read ({ $cause })
    .title = cannot be read
    .help = look at this line and the one above: a space after each colon, quotes and brackets in pairs, equal indentation
    .explain = The head of a record is written as "key: value", one a line. Something here breaks that form: a missing space after a colon, an open quote or bracket, uneven indentation.
gk0103 = a full-width colon "：" stands after "{ $key }"; write ": " instead
    .title = full-width colon
    .help = write "{ $key }: " with an ASCII colon and a space
    .explain = Key and value are separated by an ASCII colon and a space. A full-width colon separates nothing. In prose it is fine.
gk0104 = this line is indented with a tab; use spaces
    .title = tab used for indentation
    .help = replace the tab by two spaces
    .explain = Only spaces may indent. Tabs look different from program to program, and levels would be misread.
gk0105 = "{ $key }" stands twice
    .title = the same key twice
    .help = keep one and remove the other
    .explain = A key may stand only once in one place, since nobody could know which one counts. Compare the two and keep the right one.
gk0106 = "{ $text }" is lost as a comment
    .title = text lost after a number sign
    .help = if it belongs to the value, put the whole value in quotes, as in "3 #building"
    .explain = A space and a number sign begin a comment, which is never shown. If the sign belongs to the value, put the whole value in quotes.
gk0107 = the full-width comma in "{ $text }" does not separate; this is one item
    .title = full-width comma in a list
    .help = separate the items by ASCII commas, as in [a, b]
    .explain = A list in brackets knows only the ASCII comma. With a full-width comma several items become one.
gk0108 = too large: more than { $limit }
    .title = too large
    .help = put long tables into a CSV file and name it; put pictures among the attachments
    .explain = A record has at most 2 MiB, and at most 1000 keys in one place. More than that is a table or a picture that should be a file of its own.
gk0109 = nested more than { $limit } levels deep
    .title = nested too deeply
    .help = look for a bracket or an indentation too many
    .explain = Lists and mappings may be nested 32 levels deep; a real record needs three or four.
gk0110 = a value cannot begin with &, * or !: they have a special meaning, and the word after them is lost
    .title = value begins with a special sign
    .help = write the value itself; if the sign belongs to the text, put the whole value in quotes
    .explain = A value must not begin with &, * or !, which have a special meaning in YAML: the word after them is taken for a name and lost. If the sign is part of the text, quote the value.
gk0111 = the head between two "---" lines is missing
    .title = no front matter
    .help = begin with a line "---", then the fields, then another "---", then the text
    .explain = A record with prose has two parts: fields between two lines of "---", and the text below.
gk0112 = the file is empty
    .title = empty file
    .help = fill it in or remove it
    .explain = There is nothing in this file. Keep it elsewhere until it is ready.
gk0113 = this row has another number of cells than the head{ $cells ->
    [0] {""}
   *[other] {": "}{ $columns } in the head, { $cells } here
}
    .title = uneven table
    .help = look at this row in a spreadsheet; a cell with a comma needs quotes
    .explain = Every row of a CSV table needs as many cells as its head. Usually a cell contains a comma without being quoted; spreadsheets quote it when they save as CSV.
gk0114 = the full-width quotes of "{ $text }" stay in the text
    .title = full-width quotes stay
    .help = remove them, or put the whole value in ASCII quotes
    .explain = Only ASCII quotes wrap a value. Full-width quotes are shown as part of the text.
gk0115 = an invisible character stands here ({ $sign })
    .title = invisible character
    .help = delete the characters around this place and type them again
    .explain = Some characters cannot be seen, yet they turn the text after them around or make a file unreadable elsewhere. Most come along when text is copied from web pages, chats or file properties. What is published must look as it is written, so they have to go.
gk0201 = unknown key "{ $key }"{ $near ->
    [none] {""}
   *[other] ; did you mean "{ $near }"?
}
    .title = unknown key
    .help = known here: { $known }
    .explain = Only known keys do anything; a misspelt one would be lost in silence, so it is reported. What has no key of its own can be told in the text.
gk0202 = "{ $key }" is missing
    .title = missing field
    .help = add "{ $key }: …"
    .explain = This field is required: without it the record does not say what it is about.
gk0203 = expected { $expected ->
    [mapping] fields (key: value)
    [list] a list (each item after "- ")
    [text] a text
    [table] a table (name of a CSV file, or rows)
   *[other] a single value
}, found { $found ->
    [nothing] nothing
    [text] a text
    [list] a list
    [mapping] fields
   *[other] something else
}
    .title = wrong form of a value
    .help = compare with an example
    .explain = Some fields hold a text, some a list, some further fields. This one has the wrong form.
gk0204 = "{ $text }" is not a date, or there is no such day
    .title = not a date
    .help = write 2026-08-11; 2026/8/11, 2026.8.11 and 2026年8月11日 are read too
    .explain = A date has year, month and day, and must exist: February has no 30th.
gk0205 = "{ $text }" is not an amount of money
    .title = not an amount
    .help = in yuan, with at most two places: 8600.50 or 8,600.50; ten thousands are written out, such as 1.2万元
    .explain = Amounts are in yuan, exact to the fen. Commas stand only between groups of three digits. 1.2万元 is read as 12000.00; 万 without 元, or words such as "about", leave the amount open. Below zero a minus or brackets may stand.
gk0206 = "{ $text }" is not a period
    .title = not a period
    .help = write 2026, 2026H1, 2026Q3, 2026-09 or a date
    .explain = A period is a year (2026), a half-year (2026H1), a quarter (2026Q3), a month (2026-09) or a day.
gk0207 = "{ $text }" is not a whole number
    .title = not a whole number
    .help = digits only, as in 31
    .explain = People, votes and households are counted in whole numbers.
gk0208 = "{ $text }" is not a number
    .title = not a number
    .help = digits with an optional point, as in 88.5
    .explain = A number is wanted here, without unit or words.
gk0209 = "{ $text }" is neither 是 (yes) nor 否 (no)
    .title = neither yes nor no
    .help = write 是 or 否
    .explain = There are only two answers here: 是 (yes) and 否 (no).
gk0210 = "{ $text }" cannot stand here{ $near ->
    [none] {""}
   *[other] ; did you mean "{ $near }"?
}
    .title = not one of the words
    .help = known words: { $known }
    .explain = This field takes one of a few words.
gk0211 = "{ $zh }" and "{ $en }" are the same field, given twice
    .title = one field in two languages
    .help = keep one
    .explain = A field may be written by its Chinese or its English name, not by both: nobody could know which one counts.
gk0212 = "{ $text }" is not a fraction between 0 and 1
    .title = not a fraction
    .help = write it as 2/3
    .explain = Thresholds are fractions; the number above must not exceed the one below.
gk0214 = "{ $text }" (to be filled in) is still here
    .title = not filled in yet
    .help = replace it by what is true, or remove the line if the field is not needed
    .explain = A new record marks what has to be filled in. It is not published until that is done.
gk0301 = there is no "{ $name }" in { $folder }{ $near ->
    [none] {""}
   *[other] ; did you mean "{ $near }"?
}
    .title = broken reference
    .help = write the file name of that record without its ending, or make the record first
    .explain = A reference names the file of another record without its ending. The name is misspelt, or the record was renamed or does not exist yet.
gk0302 = there is no "{ $name }" in profiles/{ $folder }{ $near ->
    [none] {""}
   *[other] ; did you mean "{ $near }"?
}
    .title = unknown profile
    .help = write its id or name; a county's own stand in content/profiles/{ $folder }/
    .explain = Processes, catalogues, rubrics, registers and indicators are profiles. The program brings some, a county may add its own. This name is not among them.
gk0303 = there is no file "{ $path }"{ $near ->
    [none] {""}
   *[other] ; did you mean "{ $near }"?
}
    .title = missing file
    .help = check name and place; attachments stand in the community's files/
    .explain = A file named in a record must be in the community's folder under exactly that name.
gk0304 = the address "{ $url }" is also that of "{ $other }"
    .title = two records with one address
    .help = rename one of the files
    .explain = A file's name is its address, Chinese names by pinyin. Two names with the same pinyin, or differing only in case, have one address.
gk0305 = "{ $path }" is in a place where it is not published
    .title = stray file
    .help = records go into decisions, disclosures, finance and so on, attachments into files
    .explain = Only records in the known folders are published.
gk0306 = nothing refers to "{ $path }"; it is not published
    .title = unused file
    .help = name it among the attachments of a record, or remove it
    .explain = Only files that a record names are published, so that nothing slips out.
gk0307 = this folder has no community.yaml
    .title = no community.yaml
    .help = make one with name, type and parent
    .explain = Every community's folder needs a community.yaml that says what it is and where it belongs.
gk0308 = the folder name "{ $name }" cannot be an address
    .title = folder name cannot be an address
    .help = small letters, digits and hyphens only, such as "{ $near }"
    .explain = A community's folder name is its address: small letters, digits and hyphens, and none of the reserved names such as assets or regions.
gk0309 = records of this kind end in ".{ $wanted }"
    .title = wrong ending
    .help = rename it to end in .{ $wanted }
    .explain = Records with prose end in .md, tables in .yaml.
gk0310 = two profiles are called "{ $name }"
    .title = two profiles with one name
    .help = rename one; to replace one of the program's own, use its id
    .explain = Names must tell profiles apart. To replace a profile that comes with the program, give yours the same id.
gk0311 = the text of "{ $title }" has no heading "{ $name }"{ $near ->
    [none] {""}
   *[other] ; did you mean "{ $near }"?
}
    .title = broken link to a heading
    .help = write the words of the heading after #, as in [money](#where-the-money-comes-from)
    .explain = A link may lead to a heading: # and its words; in another record pages/cun-qing.md#heading. Whoever rewords a heading must reword the links to it. Until then the link opens the page at its top.
gk0312 = "{ $key }" is no address that a browser opens ({ $what ->
    [scheme] it begins with neither https:// nor http://
    [host] it names no host, or a user beside it
    [sign] it has a space, a quotation mark or another sign that no address has
   *[end] it has a ? or a #, behind which no page can be named
})
    .title = address that cannot be opened
    .help = write it in full, as in a browser: https://gk.example.cn/; where there is no address yet, remove the line
    .explain = 基址 is where the site will stand: square codes, feeds and chats use it. 网址 is where terms can be read, or where a destination shows the site. Both begin with https:// or http:// and name a host. Pages are named behind 基址, so it has no ? and no #.
gk0313 = "{ $path }" opens as a page or a program, not as a paper
    .title = attachment that is a page or a program
    .help = save it as a PDF or a picture and name that
    .explain = Attachments are to be read. Pages (.html, .svg) and programs (.exe, .js) can hold what runs on the device of whoever opens them, so they are not published.
gk0401 = displayed until { $until }, which is before its beginning on { $from }
    .title = display ends before it begins
    .help = look at both dates again
    .explain = A display cannot end before it begins; probably a year or month is mistyped.
gk0402 = displayed for { $days } days; at least { $min } are required
    .title = displayed too short
    .help = display for at least { $min } days from now on; leave the dates of this one as they truly were
    .explain = The law sets a least time of display. A shorter one is published as it was, with the article. Never change dates to get through.
gk0403 = published on { $published }, reviewed only on { $reviewed }
    .title = published before review
    .help = check the dates; if they are true, leave them, and review first next time
    .explain = The supervisory committee reviews before publication. Where it did not, the page says so.
gk0404 = the date of publication, { $date }, is still to come
    .title = date in the future
    .help = look at the date again
    .explain = The date is later than today; it may be mistyped.
gk0420 = { $written ->
    [yes] the record itself is written in { $language }, and so is a translation
   *[other] there are two translations in { $language }
}
    .title = one language twice
    .help = remove one; say 语言 where the record is not written in Chinese
    .explain = A record says the same once in each language, or nobody knows which text to show. A record without 语言 counts as Chinese; one written in another language says so, as in 语言: 藏文.
gk0501 = answered on { $answered }, before it was asked on { $asked }
    .title = answered before asked
    .help = look at both dates again
    .explain = No answer comes before its question; one of the dates is mistyped.
