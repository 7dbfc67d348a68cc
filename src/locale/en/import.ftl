# Import and export of tables: commands, diagnostics, words of templates.

cli-import = Turn Excel sheets, CSV files or tables exported by platforms into records
cli-import-file = The table: .xlsx, .xls, .csv, or one of the things that platforms call .xls
cli-import-kind = What it is: finance, register, disclosure, evaluation, or the name of a register, a rubric, the code of a catalogue item; told by its heads where missing
cli-import-community = Which community; not needed where there is only one
cli-import-period = The period, such as 2026-09; found in titles and dates where missing
cli-import-mapping = Which mapping (a name in content/profiles/imports); told by the heads where missing
cli-import-into = Fill a record that is there, such as finance/2026-09
cli-import-sheet = Read only this sheet
cli-import-title = Title of the new record; the one above the table where missing
cli-import-dry-run = Show what would be written, and write nothing
cli-import-format = Form of the messages: long, short, json
cli-export = Write a blank Excel template, or the table of a record
cli-export-record = A record, such as finance/2026-09
cli-export-template = A blank template: finance, disclosure, the name of a register or a rubric, the code of a catalogue item
cli-export-community = Which community; not needed where there is only one
cli-export-out = The file, .xlsx or .csv; named after the record or the template where missing

import-done = Imported { $rows } rows into { $path }. Replace each “待填” by what is true, then run gongkai check.
import-into-done = Put { $rows } rows into { $path }. Now run gongkai check.
import-dry = Would write { $path } ({ $rows } rows); nothing is written:
import-read = { $sheet ->
    [none] Read { $rows } rows.
   *[other] Sheet “{ $sheet }”: read { $rows } rows.
}
import-mapping-used = Read by the mapping “{ $name }”.
import-refused = The table has errors; nothing is written. Mend it and import it again.
import-unknown-mapping = There is no mapping “{ $name }”. Known: { $known }.
import-bad-period = --period takes a period such as 2026-09 or 2026Q3; “{ $text }” is none.
import-no-record = There is no record “{ $name }”. Write folder/name, such as finance/2026-09.
import-other-kind = “{ $name }” is another kind of record; this table is of the kind { $kind }.
import-city-broken = site.yaml or a profile has errors; run gongkai check and mend them first.
export-done = Written: { $path }
export-which = Name a record (such as finance/2026-09), or --template and the name of a template.
export-unknown = There is no template “{ $name }”. Known: { $known }.
export-no-table = “{ $name }” has no table.
export-broken = “{ $name }” has errors; run gongkai check and mend them before you export it.

template-rows = Rows
template-notes = Notes
template-title = { $name } (template)
template-how = Fill in the rows of the sheet “{ $sheet }” below its heads, and leave the heads as they are. Then run: gongkai import THIS-FILE{ $as ->
    [none] {""}
   *[other] {" "}--as { $as }
}
template-sums = Rows of sums may stay: import compares them and makes no entry of them.
template-private = No identity numbers, bank cards, mobile numbers or home addresses: a table with any of them is not imported.
template-required = Columns with * must be filled in.
template-example = Example (is not imported)
template-rule = Checked after import: { $rule }
template-column = Column
template-holds = What to write
template-must = Required
template-yes = yes
template-holds-text = text
template-holds-number = a number
template-holds-percent = a percentage, the number alone
template-holds-money = an amount in 元 with at most two places
template-holds-date = a date such as 2026-08-11
template-holds-yes-no = 是 or 否
template-options = One of: { $options }
template-wrong-title = Not right
template-example-text = 示例
template-finance = Income and expense
template-disclosure = Disclosure
template-free-column = Column of your own

gk1401 = { $what ->
    [empty] the file is empty, or nothing stands in its cells
    [pdf] this is a PDF, not a table
    [picture] this is a picture, not a table
    [archive] this is an archive, not a table
    [document] this is a document, not a table
    [slides] these are slides, not a table
    [program] this is a program, not a table
    [page] this is a page without a table
    [record] this is a record, not a table
    [xlsb] this is an .xlsb workbook, which cannot be read
    [ods] this is an .ods workbook, which cannot be read
   *[unknown] it is not clear what this file is
}
    .title = not a table that can be read
    .help = { $what ->
        [pdf] ask whoever made it for the Excel sheet; exact figures cannot be read from a scan.
        [picture] ask whoever made it for the Excel sheet; exact figures cannot be read from a picture.
        [archive] unpack it first and import the table in it.
       *[other] open it in Excel or WPS, save it as .xlsx, and import that.
    }
    .explain = What can be read: .xlsx, .xls, .csv, and the three things that platforms call .xls (a page with a table, tab-separated text, XML 2003). What counts is what a file holds, not its name. Open others in Excel or WPS and save them as .xlsx.
gk1402 = the table is too large: { $what ->
    [file] the file has more than { $most }
    [unpacked] it grows beyond { $most }
    [sheets] it has more than { $most } sheets or parts
    [rows] a sheet has more than { $most } rows
    [columns] a sheet has more than { $most } columns
   *[cells] it has more than { $most } cells
}
    .title = the table is too large
    .help = remove sheets and empty areas that are not needed, split it by month or quarter, and import again.
    .explain = The table of one village for one period is never this large. Often whole columns were formatted by mistake, or several years were put into one file; it may also be a file that was made to do harm.
gk1403 = { $why ->
    [locked] the table is protected by a password
   *[other] the table is damaged and cannot be read to its end: { $cause }
}
    .title = the table cannot be opened
    .help = { $why ->
        [locked] open it in Excel or WPS, remove the password, save a copy and import that.
       *[other] download it again; or open it in Excel or WPS, save it as .xlsx and import that.
    }
    .explain = A download that broke off cannot be read to its end, a file with a password not at all. Half a table would leave things out, so nothing is imported.
gk1404 = no row of heads was found
    .title = no heads
    .help = the heads must stand in the first 30 rows, and at least two must be known. Known heads: { $known }.
    .explain = Heads are looked for in the first 30 rows; titles and rows of units are skipped. Where heads differ from the fields of the record, write a mapping (content/profiles/imports/*.yaml), or begin with a blank template: gongkai export --template.
gk1405 = nothing stands below the heads
    .title = no rows
    .help = fill in rows below the heads; where nothing happened, make a disclosure that says 不适用 with gongkai new.
    .explain = A table with heads and sums but without a row gives an empty record.
gk1406 = { $why ->
    [missing] there is no sheet “{ $sheet }”
   *[several] several sheets fit: { $known }
}
    .title = which sheet
    .help = { $why ->
        [missing] the file has: { $known }.
       *[several] name one with --sheet.
    }
    .explain = Income and expense may stand on two sheets, which are read together. Of other records one sheet is read at a time; where several fit, name one.
gk1407 = { $why ->
    [unknown] there is no table of the kind “{ $kind }”
    [several] this table fits several kinds of record: { $known }
   *[none] it is not clear what kind of record this table is
}
    .title = which kind of record
    .help = { $why ->
        [several] name one with --as.
       *[none] name one with --as: { $known }, or a register, a rubric, the code of a catalogue item.
    }
    .explain = Without --as the heads are compared with the columns of accounts, registers and rubrics; only where one fits best it is taken.
gk1408 = the column “{ $name }” is missing
    .title = a column is missing
    .help = { $guess ->
        [yes] is “{ $near }” this column? Then rename it, or put it into a mapping.
       *[no] add it; where the platform does not have it, give its value under 缺省 of a mapping.
    }
    .explain = The record needs this field. Where the head differs, rename it or write a mapping; where all rows have one value, give it under 缺省 of the mapping.
gk1409 = “{ $first }” and “{ $second }” are both “{ $field }”
    .title = two columns for one field
    .help = remove one, or write 不导入 for it in a mapping.
    .explain = With two columns for one field it is not clear which of them counts, and nobody guesses.
gk1410 = the column “{ $name }” was not imported{ $why ->
    [private] : such things are not published
   *[unknown] : the record has no such field
}
    .title = a column was left out
    .help = { $why ->
        [private] nothing to do; tables that are published should not have this column.
       *[unknown] { $guess ->
            [yes] do you mean “{ $near }”? Then rename it, or put it into a mapping.
           *[no] nothing to do if it is not needed; with 不导入 in a mapping this is not said again.
        }
    }
    .explain = Further columns of a table do not enter the record. Columns of identity numbers, bank cards, telephones and addresses never do.
gk1411 = row { $row }, { $cell } “{ $column }”: “{ $text }” { $why ->
    [places] has more than two places
    [broken] is a formula that failed, or a number with so many digits that some are lost
   *[other] { $expected ->
        [number] is not a number
        [percent] is not a percentage
        [money] is not an amount
        [date] is not a date
        [yes-no] is neither 是 nor 否
       *[text] cannot be read
    }
}
    .title = a cell cannot be read
    .help = { $why ->
        [places] round the amount to two places; in a formula with ROUND(…,2).
        [broken] mend the formula; for codes of more than 15 digits make the cell text first, then type them again.
       *[other] { $expected ->
            [money] write the number alone, such as 8600.50; words belong into 摘要.
            [date] write year, month and day, such as 2026-08-11.
            [yes-no] write 是 or 否.
           *[other] write the number alone, or leave the cell empty.
        }
    }
    .explain = What cannot be read is not guessed. 8,600.50, ￥420, （420.00） and ８６００ are amounts; 2026年8月11日, 2026.8.11, 20260811 and days of Excel are dates; what lacks a year or a day is not.
gk1412 = row { $row }, { $cell } “{ $column }” is empty
    .title = an empty cell
    .help = fill it in; where rows share one cell, fill in each of them.
    .explain = The field is required. Of merged cells only the first row holds the words: part them and fill in each row.
gk1413 = row { $row }, { $cell } “{ $column }” cannot be “{ $name }”
    .title = not one of the words
    .help = { $guess ->
        [yes] do you mean “{ $near }”?
       *[no] it can be: { $known }.
    }
    .explain = Only certain words can stand in this column, so that they can be counted and compared.
gk1414 = row { $row }, { $cell }: { $text ->
    [none] it is not clear whether this is income or expense
   *[other] “{ $text }” does not say whether this is income or expense
}
    .title = income or expense
    .help = add a column 收支 with 收入 or 支出; or two columns 收入金额 and 支出金额; or two sheets. The words of a platform belong under 收支 of a mapping.
    .explain = Sides are told by a column, by two columns of amounts, by the name of the sheet or its title, by headings such as 一、收入 among the rows, or by the rule for signs in a mapping. Without any of these nobody guesses.
gk1415 = row { $row } “{ $label }”, { $cell } “{ $column }” says { $typed }; the rows above add up to { $sum }, a difference of { $difference }
    .title = a sum differs from its rows
    .help = compare the rows with this one; the range of the formula may leave out some.
    .explain = Rows of sums are compared and never become entries. Where they differ, a row is wrong, missing or too much, and residents will find it once it is published.
gk1416 = row { $row }, { $cell }: the balance says { $typed }; by income and expense it is { $right }, a difference of { $difference }
    .title = a balance differs from its rows
    .help = compare the amounts of this row and those above.
    .explain = A balance is the one before plus income minus expense; the closing balance is the opening one plus all income minus all expense.
gk1417 = row { $row }, { $cell } “{ $column }” holds { $what ->
    [identity] an identity number
    [card] the number of a bank card
   *[phone] a mobile number
}, which must not be published
    .title = private data
    .help = remove the number and import again; tables that are published do not have it.
    .explain = Identity numbers, bank cards and mobile numbers are misused once they are public, and residents pay for it. Records do not keep them either, since their history stays.
gk1418 = row { $row }{ $why ->
    [both] , { $cell }: it has an amount of income and one of expense
   *[words] : “{ $text }” is neither an entry nor a remark
}
    .title = a row is not clear
    .help = { $why ->
        [both] write one entry a row: make two rows of it.
       *[words] fill in the columns where it is an entry; move remarks below the table, or write how they begin under 跳过 of a mapping.
    }
    .explain = Each row is an entry, or a sum, a balance, a signature, a remark. Rows that are not clear are not dropped in silence.
gk1419 = the date { $date } in { $cell } lies outside of { $period }
    .title = a date outside of the period
    .help = compare date and period; --period names the period.
    .explain = The table of a period holds days of this period. A wrong year is the most common slip.
gk1420 = { $why ->
    [about] this record does not tell of “{ $name }”
    [shape] this record is not a list of fields
   *[damage] other things would change with it; nothing was put in
}
    .title = this record cannot be filled
    .help = { $why ->
        [about] name another record, or leave --into away to make a new one.
       *[other] run gongkai check and mend the record; or leave --into away to make a new one.
    }
    .explain = --into exchanges the table of a record and touches nothing else. Where this cannot be done, nothing is written.
gk1421 = there is no field “{ $name }” for the mapping to fill
    .title = a mapping names a field that does not exist
    .help = { $guess ->
        [yes] do you mean “{ $near }”?
       *[no] it can be: { $known }, or 不导入.
    }
    .explain = 字段 of a mapping is a field of the record or a column of the register. With a wrong name the column would be lost.
