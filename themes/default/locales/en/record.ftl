# The frame of a record: dates, review, rule, findings, corrections.
# Arguments as named in each message.
# Kinds have files of their own.
rec-about = About this record
rec-period = Period
rec-published = Published
rec-until = On display until
rec-amount = Amount
rec-by = Published by
rec-basis = Rule it fulfils
rec-review = Review
review-none = No review is recorded.
rec-attachments = Attachments
only-language = (in { $name } only)
language-zh-CN = Chinese
language-zh-Hant = traditional Chinese
language-en = English
language-bo = Tibetan
language-ug = Uyghur
language-mn = Mongolian
language-ii = Yi
language-za = Zhuang
rec-related = Related
rec-data = Data
findings-title = Measured against the rules
basis-line = Basis: { $basis }
code-line = Code { $code }
corrections-title = Corrections
corrections-n = { $n }
corrections-kept = What was changed after publication is noted here and kept for ever.
rec-waivers = Numbers published as they are
waiver-line = ending in { $ending }
corrections-all = All corrections
corrected = corrected { $date }
corrected-notice = { $n ->
    [one] Corrected once after publication, on { $date }
   *[other] Corrected { $n } times after publication, last on { $date }
}
correction-old = Before
correction-new = Now
rec-maker = Made by { $name }
opinion-agree = Agreed
opinion-amend = Agreed after changes
opinion-reject = Not agreed
section-all = All records
