# Formulas and checks of profiles.

gk1320 = the formula cannot be read: { $formula }; { $rest ->
        [none] something is missing at its end
       *[other] it cannot go on at “{ $rest }”
    }
    .title = unreadable formula
    .help = Write 期初+本期增-本期减=期末; + - × ÷, brackets, and = ≤ ≥ < > may be used. A column with such signs in its name stands in 「」.
    .explain = A formula is made of columns, numbers and signs, with one sign of comparison at most. Figures of the community: 概况.户数; stated in the record: 核对.发放总额; limits of rules: 规则.id; numbers of rows: 行数. At most 200 characters.
gk1321 = “{ $register }” has no column “{ $name }”
    .title = no such column in the profile
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = Names in checks and formulas must be exactly those of the columns, else the check does nothing.
gk1322 = “{ $column }” holds { $type ->
        [text] text
        [number] numbers
        [percent] percentages
        [money] money
        [date] dates
       *[yes-no] yes or no
    }, which cannot be used here
    .title = column of another type
    .help = Use another column, or change its type.
    .explain = Formulas use numbers and money; percentages do not add up; 先后 uses dates; 接续 and 排序 use numbers and money.
gk1323 = { $count ->
        [0] this check tests nothing
       *[other] this check has { $count } tests; it can have one
    }
    .title = a check has one test
    .help = Choose one of 逐行, 全表, 先后, 不重, 要有, 任一, 接续, 排序; write several checks for several tests.
    .explain = One test, one clause and one ground a check: then a failure can tell which.
gk1324 = “{ $formula }” compares nothing
    .title = nothing compared
    .help = Compare two sides, such as 期初+本期增-本期减=期末.
    .explain = A check compares two sides by = ≤ ≥ < >. One side alone is neither right nor wrong.
gk1325 = “{ $formula }” should give a value and must not compare
    .title = comparison where a value is wanted
    .help = Write only what gives the value, such as 完成÷目标×100.
    .explain = The formula of a column or of an indicator gives a value. Comparing is for checks.
gk1326 = { $name ->
        [rows] 行数
       *[other] 全部行数
    } is for 全表 only
    .title = number of rows in one row
    .help = Use 全表, or leave it out.
    .explain = 逐行 looks at one row at a time.
gk1327 = “{ $column }” is itself worked out, and cannot be used for another column
    .title = computed from computed
    .help = Write its formula here.
    .explain = Computed columns rest on typed ones only, so that order does not matter and nothing turns in a circle.
gk1328 = “{ $name }” never stands in “{ $column }”
    .title = condition never true
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = The column has options, and this word is none of them: the check would never look at a row.
gk1329 = 分组 without 全表
    .title = parts without sum
    .help = Use it together with 全表 only.
    .explain = 分组 parts the table by the words of a column, and compares the sums of each part.
gk1330 = communities have no figure “{ $name }”
    .title = unknown figure
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = After 概况. stands a name from 概况 of community.yaml, exactly as there.
gk1331 = 来自 needs either 台账 or 记录
    .title = indicator needs one source
    .help = 台账 for what is worked out from rows, 记录 for numbers of records.
    .explain = It must be clear where a value comes from.
gk1332 = “{ $column }” cannot be used where records are counted
    .title = records have no columns
    .help = Use 行数, figures of the community and numbers; for columns use 台账.
    .explain = 记录 only counts the records of a folder: there are no columns and no conditions.
