# Sentences of the finance checks and lists. Amounts are in yuan.
gk0701 = closing does not agree: opening { $opening } + income { $income } − expense { $expense } = { $computed }, but { $stated } is stated, a difference of { $difference } yuan
    .title = closing does not agree
    .help = check the lines, the opening and the closing and correct the wrong one; the closing may also be left out, it is computed.
    .explain = Opening plus income minus expense must equal the closing, to the cent. Usually a line is missing, an amount was copied wrongly, or the opening does not continue the period before. Add up the lines first, then correct the wrong figure. What is published must be true and open to questions.
gk0702 = opening { $opening } is not the closing { $closing } of the period before, "{ $title }", a difference of { $difference } yuan
    .title = opening does not continue
    .help = this opening should equal the closing before it; correct whichever is wrong, or write 期初调整.
    .explain = Where two periods of an account follow each other, the opening of the later is the closing of the earlier. If they differ, one is wrong, or money moved without being published. A true adjustment is written under 期初调整 with amount, reason and review; the pages of both periods show it, and the earlier record stays as it is.
gk0703 = period { $period } of account "{ $account }" overlaps period { $other } of "{ $title }"
    .title = overlapping periods
    .help = put each stretch of time of an account into one statement only; correct the period or remove the copy.
    .explain = Two statements of one account cover the same days, so the same money would count twice. Often a file was copied and its period not changed, or a quarter was written beside its months. Quarters and years are computed and need no file. Statements of two accounts need two account names.
gk0704 = account "{ $account }" has no statement from { $from } to { $to }; the one before is "{ $title }"
    .title = a statement is missing between
    .help = add the missing period; write one even if nothing came in or went out.
    .explain = Statements of an account follow one another without gaps. Where one is missing, residents do not see that time, and opening and closing cannot be compared. Accounts are published at least every quarter, monthly where there is much movement.
gk0705 = cash, bank and transit make { $total }, but the closing is { $closing }, a difference of { $difference } yuan
    .title = funds do not agree with the closing
    .help = check cash, bank money and money in transit; together they should equal the closing.
    .explain = Cash, bank money and money in transit together are the closing balance. Compare with the bank statement and the cash count first. What was spent and not booked belongs among the lines; money on its way belongs under transit.
gk0706 = date { $date } is outside the period ({ $first } to { $last })
    .title = date outside the period
    .help = correct the date, or move the line to its own period.
    .explain = Each line belongs to the period in which it happened. A date outside is usually a wrong year or month. For a late booking, write the date of booking and name the true date in the memo.
gk0707 = amount { $amount } is below zero and the memo tells of no reversal
    .title = amount below zero
    .help = write income and expense as positive amounts; for a reversal write the old voucher under 冲销.
    .explain = Income and expense stand on their own sides as positive amounts. Only the reversal of a wrong line is negative. It names the voucher that is reversed under 冲销, or its memo says 冲销 (红冲, 冲回) and the voucher.
gk0708 = voucher "{ $voucher }" is used twice in { $within } in account "{ $account }"
    .title = voucher used twice
    .help = correct the number; a voucher with several lines is written 记-05-1, 记-05-2.
    .explain = A voucher number stands for one line. Twice the same may be one line booked twice, or a copying slip. Numbers usually begin anew each month, so they are compared within a month; where they run through the year, write 凭证编号: 每年 once, and it holds for all statements that follow.
gk0709 = spending on "{ $category }" in { $year } is { $spent }, above the budget of { $budget } by { $over } yuan{ $tolerance ->
        [0] {""}
       *[other] {" "}({ $tolerance }% is tolerated here)
    }
    .title = spending above the budget
    .help = check category and amount; if it is true, tell why, and state the new budget once it is approved.
    .explain = From the first day of the year to this period more was spent than the budget allows. That need not be wrong, but residents will ask. Check the category first, tell the reason in the note, and write the new budget into later statements once it is approved. How much a place tolerates stands in profiles/rules (budget-tolerance-percent).
gk0710 = category "{ $name }" is not in the budget; is "{ $near }" meant?
    .title = category not in the budget
    .help = if it is the same category, write it as in the budget.
    .explain = This category differs by one character from one of the budget that has no spending yet, so it is probably misspelt. Different spellings do not add up against the budget. If two categories are meant, leave it.
gk0711 = published on { $published }, before the period ends on { $last }
    .title = published before the period ends
    .help = publish after the period is over, or correct the period or the date.
    .explain = A statement published before its period is over cannot hold the last days. Usually the period or the date is wrong. To publish early, shorten the period to what is over.
gk0712 = { $place ->
        [cash] cash
        [transit] money in transit
       *[bank] bank money
    } of { $amount } is below zero
    .title = funds below zero
    .help = cash and bank money cannot be below zero; correct the amount.
    .explain = Cash in hand and money in the bank are zero at least. A negative amount is usually a wrong sign or income that was not booked. Money that somebody advanced is owed to them, not negative cash.
gk0713 = the closing balance { $closing } is below zero
    .title = closing below zero
    .help = check the opening and the lines; if money was advanced or borrowed, say so in the note.
    .explain = More went out than there was. Usually income is missing or the opening is wrong. If somebody advanced or lent money, book it as income or tell in the note who did.
gk0714 = { $what ->
        [lines] income, expense or a balance without an opening
       *[nothing] this record holds no statement
    }
    .title = no opening, or no statement
    .help = { $what ->
        [lines] add 期初 (opening); write 0 where an account begins with nothing.
       *[nothing] write 期初 with income and expense, or 资产负债, or 收益分配.
    }
    .explain = A finance record may hold income and expense (opening, lines, closing, funds), a balance sheet, a distribution of earnings, or several of these. Income and expense need their opening: without it nothing continues the period before and no closing can be computed.
gk0715 = the opening goes from the closing { $closing } of "{ $title }" by an adjustment of { $adjusted } to { $opening }: { $reason }
    .title = adjusted opening
    .help = nothing to do: the pages of both periods tell the adjustment and its reason.
    .explain = An opening equals the closing before it. Where it was truly adjusted, amount, reason and reviewer are written down, and the pages of both periods show them. The earlier record stays as it was published.
gk0716 = closing { $closing } of "{ $title }" and adjustment { $adjusted } make { $computed }, but the opening is { $opening }, a difference of { $difference } yuan
    .title = the adjustment does not add up
    .help = check the opening, the closing before and the adjustment; less is written as a negative amount.
    .explain = Opening = closing before + adjustment. Where the three do not agree one is wrong. More is positive, less is negative; several adjustments are written one by one.
gk0717 = { $what ->
        [adjustment] nobody reviewed the adjusted opening
       *[restatement] nobody reviewed the restated figure
    }
    .title = change without review
    .help = have the supervisory committee review it and add 审核 here; if nobody did, leave it as it is, the page will say so.
    .explain = A change of what was published is reviewed by the supervisory committee before it is published. Without a review residents cannot know who agreed. This is a shortfall that is published and never blocks.
gk0718 = account "{ $account }" has no earlier statement, so the adjustment compares with nothing
    .title = no earlier statement
    .help = add the statement of the period before; for a new account leave the adjustment out and tell where the money came from in the note.
    .explain = An adjustment tells why the opening is not the closing before it. Without an earlier statement nothing was adjusted; usually a file is missing or the account is spelt differently.
gk0719 = { $kind ->
        [total] { $name ->
            [income] the total of income
           *[expense] the total of expense
        }
        [category] the subtotal of "{ $name }"
       *[typed] "{ $name }"
    } is given as { $stated }, but the lines sum to { $sum }, a difference of { $difference } yuan
    .title = a sum is wrong
    .help = check the lines and the sum; sums may be left out, they are computed.
    .explain = A subtotal is the sum of its lines, a total the sum of all, to the cent. Otherwise the sum was copied wrongly, or a line is missing, doubled or wrong. Finances are disclosed line by line; sums are for checking.
gk0720 = { $side ->
        [income] income
       *[expense] expense
    } of the year to date is given as { $stated }, but { $before } of earlier periods in { $year } and { $here } of this one make { $sum }, a difference of { $difference } yuan
    .title = year to date is wrong
    .help = check the totals of the year's periods; the year to date may be left out, it is computed.
    .explain = The year to date is the sum of all periods since the first of January. Usually an earlier period was changed later, or the sum was copied wrongly. An account that begins in the middle of a year goes on from the last year to date that was written.
gk0721 = { $place ->
        [cash] cash
        [bank] bank money
       *[transit] money in transit
    }: { $opening } + { $increase } − { $decrease } = { $computed }, but the closing is { $closing }, a difference of { $difference } yuan
    .title = movements do not give the closing
    .help = check the four amounts; write 0 where nothing moved, or give the closing alone.
    .explain = For each place, opening plus increase minus decrease is the closing. Cash taken to the bank is a decrease of cash and an increase of bank money. Compare with the cash book and the bank statement.
gk0722 = { $place ->
        [cash] cash
        [bank] bank money
       *[transit] money in transit
    } begins with { $opening }, but ended with { $closing } in "{ $title }", a difference of { $difference } yuan
    .title = a place does not continue
    .help = correct whichever of the two is wrong.
    .explain = What a place holds at the beginning is what it held at the end before. If the sum agrees and the places do not, cash and bank money were mixed up, or the earlier period was changed.
gk0723 = cash, bank and transit begin with { $total }, but the opening is { $opening }, a difference of { $difference } yuan
    .title = funds do not agree with the opening
    .help = check the openings of the places; together they should equal the opening.
    .explain = What lies in all places at the beginning is the opening balance. Otherwise a place is missing or the opening is wrong.
gk0724 = { $column ->
        [opening] at the beginning of the year
       *[closing] at the end of the period
    } assets are { $assets }, but liabilities { $liabilities } and equity { $equity } make { $claims }, a difference of { $difference } yuan
    .title = the balance sheet does not balance
    .help = check this column item by item; both sides must be equal.
    .explain = Assets = liabilities + equity, in both columns. Otherwise an item is missing, stands on the wrong side, or was copied wrongly. Half of the difference is often the item on the wrong side.
gk0725 = { $name ->
        [none] the sum at the beginning of the year
       *[other] "{ $name }" at the beginning of the year
    } is { $opening }, but it was { $closing } at the end of "{ $title }" (adjusted by { $adjusted }), a difference of { $difference } yuan
    .title = the year does not continue
    .help = correct whichever is wrong; a true adjustment is written under 期初调整 with item, amount, reason and review.
    .explain = The beginning of a year is the end of the year before, item by item. Items may be renamed or regrouped as long as their sum stays. A true adjustment is written item by item; the pages of both years show it.
gk0726 = money at hand { $column ->
        [opening] at the beginning of the year
       *[closing] at the end of the period
    } is { $held } in the balance sheet, but "{ $title }" closes with { $closing }, a difference of { $difference } yuan
    .title = money at hand differs from the books
    .help = compare both statements; different accounts need different names.
    .explain = In one account, money at hand in the balance sheet is the closing of income and expense on the same day. Otherwise one statement lacks money.
gk0727 = "{ $name }" closes with { $closing }, but "{ $title }" leaves { $left } as { $row }, a difference of { $difference } yuan
    .title = undistributed earnings differ
    .help = compare the balance sheet and the distribution and correct the wrong one.
    .explain = What the distribution leaves at the end of the year is the undistributed earnings of the balance sheet. Both come from the same books.
gk0728 = "{ $name }" stands twice
    .title = an item twice
    .help = make one line of it, or give it another name.
    .explain = An item stands once on its side; twice it counts twice and cannot be continued next year.
gk0729 = "{ $system }" has no row "{ $name }" in its distribution{ $near ->
        [none] {""}
       *[other] ; is "{ $near }" meant?
    }
    .title = no such row
    .help = use the names of the accounting system; name another system under 会计制度.
    .explain = Rows and formulas of the distribution come from the accounting system, which is data in profiles/statements. A county may add its own without changing the program.
gk0730 = { $row } = { $formula } = { $computed }, but { $stated } is stated, a difference of { $difference } yuan
    .title = a row is not what its formula gives
    .help = check this row and those in the formula; computed rows may be left out.
    .explain = Every result follows from the rows above it by a formula of the accounting system, which the page shows. Either the result was copied wrongly or a row above is wrong.
gk0731 = { $row } is { $now }, but "{ $title }" left { $left }, a difference of { $difference } yuan
    .title = earnings carried over do not continue
    .help = correct whichever is wrong; a true adjustment is written under 期初调整 with the name of this row.
    .explain = What was not distributed last year is what this year begins with. Otherwise something between was not published.
gk0732 = no accounting system holds on { $day }, so the distribution cannot be checked
    .title = no accounting system
    .help = name one under 会计制度 (see profiles/statements), or correct the period.
    .explain = The formulas depend on the accounting system in force in the period. If there is none, the year is probably wrong.
gk0733 = the formulas of "{ $system }" are still to be compared with its text
    .title = formulas to be verified
    .help = have an accountant compare them; then put a copy into content/profiles/statements/ without 待核实.
    .explain = The formulas that come with the program rest on secondary texts; the page says so. A county that has compared them replaces the file by one of the same 标识, without changing the program.
gk0734 = { $voucher ->
        [none] { $amount } yuan are reversed without naming a voucher
       *[other] { $amount } yuan are reversed, but there is no voucher "{ $voucher }"
    }
    .title = the reversed voucher is not there
    .help = add 冲销 with the voucher that is reversed; for earlier periods put the period before it, such as "2026-08 记-02".
    .explain = A negative amount only reverses an earlier line and names its voucher. That line stands in the same account, on the same side, in this statement or an earlier one.
gk0735 = { $kind ->
        [above-zero] 冲销 is given, but the amount { $amount } is not below zero
        [more] voucher "{ $voucher }" is { $booked }, but { $amount } is reversed in all, more than was booked ("{ $title }")
       *[less] voucher "{ $voucher }" is { $booked }, but { $amount } is reversed, another amount ("{ $title }")
    }
    .title = the reversed amount is wrong
    .help = { $kind ->
        [above-zero] a reversal is negative; leave 冲销 out where it is none.
       *[less] reverse the same amount; where only a part is reversed, say 部分 or 多记 in the memo.
    }
    .explain = A reversal takes an earlier line back: the same amount with a minus. Where only a part was booked too much, that part is reversed and the memo says so. Never more than was booked.
gk0736 = account "{ $account }", { $within }: missing vouchers { $missing }{ $count ->
        [1] {""}
        [2] {""}
        [3] {""}
        [4] {""}
        [5] {""}
       *[other]  and more, { $count } in all
    }
    .title = voucher numbers are missing
    .help = add what was left out; void vouchers and those without money go under 缺号 with the reason.
    .explain = Vouchers are numbered in order; residents ask what a missing one was. Add forgotten lines; tell void or non-cash vouchers under 缺号, which the page lists. Whether numbers begin anew every month or every year stands under 凭证编号, once for all that follow.
gk0737 = "{ $voucher }" is listed as unused, but a line has it
    .title = an unused number is used
    .help = remove it from 缺号, or correct the voucher.
    .explain = 缺号 lists numbers without a line. The same number on a line means that one of the two is wrong.
gk0738 = the words "{ $typed }" do not say { $amount }; they should be "{ $want }"
    .title = words and figure differ
    .help = check the amount and write the words as shown; they may also be left out.
    .explain = The amount in words must be the amount in figures, else a voucher is void. 整 closes an amount without cents; 零 stands between 元 and 分 where there is no 角.
gk0739 = "{ $item }" of { $period } was published as { $before } and is now { $after }, a difference of { $difference } yuan: { $reason }
    .title = a published figure changed
    .help = nothing to do: both pages show the old figure beside the new one.
    .explain = Where a published figure changed, the old one, the new one and the reason are told; nothing is overwritten in silence. The committee answers for the truth of what it publishes.
gk0740 = "{ $item }" was never published for { $period }{ $near ->
        [none] {""}
       *[other] ; is "{ $near }" meant?
    }
    .title = never published
    .help = check period and item: 收入合计, 支出合计, 期末, a category or a row of a statement.
    .explain = A restatement speaks of a figure that was published before. It is not there in this account and period, or the statements of the period are incomplete.
gk0741 = "{ $item }" of { $period } is { $said } in "{ $title }", neither the old figure { $before } nor the new one { $after }
    .title = the restatement does not agree
    .help = check both figures.
    .explain = The old figure is the one that was published. The earlier page says something else, so one was copied wrongly or the earlier record was changed again.
gk0742 = "{ $item }" of { $period } was already changed to { $after } in "{ $title }", which tells of no correction
    .title = overwritten in silence
    .help = add 更正 to that record with date, reason, old and new value; or set it back to { $before }.
    .explain = A published record whose figure changes tells so under 更正, so that those who read the old figure see what changed. A restatement elsewhere is not enough.
gk0743 = the formula of "{ $row }" names "{ $name }", which does not stand above it{ $near ->
        [none] {""}
       *[other] ; is "{ $near }" meant?
    }
    .title = a formula names an unknown row
    .help = correct the name, or move that row up.
    .explain = A formula uses only rows above it, so that one pass from top to bottom gives every result.
gk0744 = { $key } "{ $name }" is none of the rows
    .title = unknown row to carry over
    .help = name a row of 收益分配.
    .explain = These two name the row that continues last year and the row that goes on to the next; the years are compared by them.
finance-summary-and = {"; "}
finance-summary-balance = Assets { $assets } yuan, liabilities { $liabilities } yuan, equity { $equity } yuan
finance-summary-distribution = { $row } { $left } yuan
finance-summary = Income { $income } yuan, expense { $expense } yuan, balance { $closing } yuan
