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
rec-related = Related
rec-data = Data
findings-title = Measured against the rules
basis-line = Basis: { $basis }
code-line = Code { $code }
corrections-title = Corrections
section-all = All records
