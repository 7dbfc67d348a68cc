# The page of open data.

data-lede = Everything published here can be downloaded to be checked, counted and used again. Tables are CSV in UTF-8 and open in WPS and Excel.
data-caption = By kind
data-set = Kind
data-count = Records
data-file = File
data-whole = All of it
data-workbook = All lists (Excel workbook, a sheet for each kind)
data-votes = Votes (JSON, as Popolo has them)
data-package = What the files hold (datapackage.json: every file, the type of every column)
data-atom = Follow what is published (Atom)
data-json-feed = Follow what is published (JSON Feed)
data-ics = Days by which something is due (iCalendar)
data-each = Each record's page has its data (JSON), and where it has a table, the table (CSV).
data-terms = Terms of use
data-no-terms = The publisher has set no terms. Please name source and date.
foot-data = Open data
