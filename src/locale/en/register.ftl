# Registers, and the checks that their tables share with those of disclosures.

register-summary = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}

gk1001 = “{ $register }” has no column “{ $name }”
    .title = unknown column
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = The profile of a register sets its columns. Further columns are not checked and not published, as they may hold what must not be seen. Correct the head, or add the column to the profile.
gk1002 = column “{ $column }” is missing
    .title = required column missing
    .help = Add it as “{ $register }” asks.
    .explain = The profile requires this column, and a value in each row.
gk1003 = “{ $column }” is empty
    .title = required cell empty
    .help = Fill in the cell.
    .explain = The column is required. An empty cell does not tell whether it is zero, nothing, or forgotten.
gk1004 = “{ $text }” in “{ $column }” is not { $expected ->
        [number] a number
        [money] an amount of money
        [date] a date
        [yes-no] 是 or 否
       *[text] readable
    }
    .title = cell of the wrong type
    .help = { $expected ->
        [number] Write digits only; the unit belongs into the head.
        [money] Write 12000.00, in 元, with at most two places.
        [date] Write 2026-08-11.
        [yes-no] Write 是 or 否.
       *[text] Check the cell.
    }
    .explain = The profile sets what each column holds. Numbers and money are summed, dates compared; remarks belong into a column of their own.
gk1005 = “{ $name }” cannot stand in “{ $column }”
    .title = not one of the options
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = The column takes only the words that the profile lists, so that registers can be summed and compared. Use one of them, or change the profile first.
gk1006 = “{ $text }” stands twice in “{ $column }”
    .title = value stands twice
    .help = Give it another number, or remove the row that was entered twice.
    .explain = Values of this column are unique, such as the number of an asset or the code of a grid.
gk1007 = “{ $column }” has a name in full; the page shows “{ $shown }”
    .title = name in full
    .help = Write “{ $shown }” in the record, too.
    .explain = Only a part of the name is published. The program hides the rest, yet the file still holds it; what must not be seen is better not kept. Ground: the minimum principle of the Personal Information Protection Law.
gk1008 = the total of “{ $column }” is written as { $typed }, the rows sum to { $sum }
    .title = total does not agree
    .help = Compare rows and total.
    .explain = Totals are computed; a typed one is a check sum and must agree. Where it does not, a row is often missing or was changed later.
gk1009 = two columns are called “{ $column }”
    .title = two columns of one name
    .help = Rename one of them.
    .explain = Neither the program nor a reader can tell two columns of one name apart.
gk1010 = true as of { $date }, which is still to come
    .title = true on a day to come
    .help = Look at the date; a year or month may be wrong.
    .explain = Registers and indicators tell what was so on a day. What will be so nobody knows yet; write the day of counting.
