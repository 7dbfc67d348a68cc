# Sentences of the finance checks and lists. Amounts are in yuan.
gk0701 = closing does not agree: opening { $opening } + income { $income } − expense { $expense } = { $computed }, but { $stated } is stated, a difference of { $difference } yuan
    .title = closing does not agree
    .help = check the lines, the opening and the closing and correct the wrong one; the closing may also be left out, it is computed.
    .explain = Opening plus income minus expense must equal the closing, to the cent. Usually a line is missing, an amount was copied wrongly, or the opening does not continue the period before. Add up the lines first, then correct the wrong figure. What is published must be true and open to questions.
gk0702 = opening { $opening } is not the closing { $closing } of the period before, "{ $title }", a difference of { $difference } yuan
    .title = opening does not continue
    .help = this opening should equal the closing before it; correct whichever is wrong.
    .explain = Where two periods of an account follow each other, the opening of the later is the closing of the earlier. If they differ, one is wrong, or money moved without being published. A true adjustment is written as a line of income or expense of this period, with its reason.
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
    .help = write income and expense as positive amounts; for a reversal write “冲销” and the old voucher in the memo.
    .explain = Income and expense stand on their own sides as positive amounts. Only the reversal of a wrong line is negative. Its memo then says 冲销 (or 红冲, 冲回) and names the voucher that is reversed.
gk0708 = voucher "{ $voucher }" is used twice in { $year } in account "{ $account }"
    .title = voucher used twice
    .help = correct the number; where numbers begin again each month, put the month into it.
    .explain = In one account and year a voucher number stands for one line. Twice the same may be one line booked twice, or a copying slip. Where numbers begin again each month, write the month into the number. A voucher with several lines can be written 记-05-1, 记-05-2.
gk0709 = spending on "{ $category }" in { $year } is { $spent }, above the budget of { $budget } by { $over } yuan
    .title = spending above the budget
    .help = check category and amount; if it is true, tell why, and state the new budget once it is approved.
    .explain = From the first day of the year to this period more was spent than the budget allows. That need not be wrong, but residents will ask. Check the category first, tell the reason in the note, and write the new budget into later statements once it is approved.
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
       *[bank] bank money
    } of { $amount } is below zero
    .title = funds below zero
    .help = cash and bank money cannot be below zero; correct the amount.
    .explain = Cash in hand and money in the bank are zero at least. A negative amount is usually a wrong sign or income that was not booked. Money that somebody advanced is owed to them, not negative cash.
gk0713 = the closing balance { $closing } is below zero
    .title = closing below zero
    .help = check the opening and the lines; if money was advanced or borrowed, say so in the note.
    .explain = More went out than there was. Usually income is missing or the opening is wrong. If somebody advanced or lent money, book it as income or tell in the note who did.
finance-summary = Income { $income } yuan, expense { $expense } yuan, balance { $closing } yuan
