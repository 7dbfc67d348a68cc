# Open data: heads of columns and names of files.

column-title = Title
column-url = Page
column-date = Date
column-published = Published
column-until = Displayed until
column-period = Period
column-category = Affairs
column-item = Catalogue item
column-amount = Amount (yuan)
column-summary = Summary
column-corrected = Corrected
data-votes = Votes
page-data = Open data
linked-data = All records that { $name } published: title, dates, period, amount and address, one table a kind, free to download.
