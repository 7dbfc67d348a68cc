# Sentences of the project checks, lists and timeline. Amounts are in yuan.
gk0801 = { $paid } is paid, more than contract { $contract } plus changes { $changes } = { $total }, by { $difference } yuan
    .title = paid more than the contract
    .help = check the payments; if the work grew, write it under changes.
    .explain = Payments together cannot exceed the contract price plus its changes. Either a payment is wrong or written twice, or a change is missing. Check the vouchers; for added work write date, amount and reason under changes.
gk0802 = settlement { $settlement } is above contract { $contract } plus changes { $changes }, { $total }, by { $difference } yuan
    .title = settlement above the contract
    .help = add the missing change, or check the settlement.
    .explain = The final account stays within the contract price and its changes. What goes beyond has a reason: write it as a change, also where nobody approved it; the page will say so. If there was none, check the audit of the account.
gk0803 = { $paid } is paid, more than the settlement of { $settlement }, by { $difference } yuan
    .title = paid more than the settlement
    .help = check both; money that was given back is a negative payment whose note says “退回”.
    .explain = Once the final account is settled, payments should not exceed it. What was paid too much should be given back, and is written as a negative payment with 退回 in its note.
gk0804 = { $amount } yuan paid on { $date }, before the contract was signed on { $signed }
    .title = paid before the contract
    .help = check both dates; if they are right, leave them, the page will say so.
    .explain = First the contract, then the money. A payment before it rests on no agreement. Correct a wrong date; if it truly happened, leave it and tell why in the note.
gk0805 = { $amount } yuan paid on { $date }, before "{ $title }" was resolved on { $resolved }
    .title = paid before the resolution
    .help = check both dates; if they are right, leave them, the page will say so.
    .explain = Important matters are resolved by the residents' or representatives' meeting before money is spent. Paying earlier is a fault of procedure. Correct a wrong date; if it truly happened, leave it and tell why in the note.
gk0806 = contract signed on { $signed }, before "{ $title }" was resolved on { $resolved }
    .title = contract before the resolution
    .help = check both dates; if they are right, leave them, the page will say so.
    .explain = Important matters are resolved before a contract is signed. Signing earlier is a fault of procedure. Correct a wrong date; if it truly happened, leave it and tell why in the note.
gk0807 = progress of { $percent }% is above 100%
    .title = progress above 100%
    .help = write a whole number from 0 to 100.
    .explain = Progress is the share of the work that is done, 100 at most. If the work grew, write it under changes and count the progress against the new whole.
gk0808 = progress of { $percent }% on { $date } is below the { $before }% of { $before_date }
    .title = progress went back
    .help = check dates and numbers; if work was redone or added, say so in the note.
    .explain = Progress usually only grows. A later smaller number is mostly a wrong date or a slip. If work was redone or added, tell it in the note.
gk0809 = finished on { $finished }, before it was begun on { $started }
    .title = finished before it was begun
    .help = correct one of the dates.
    .explain = Work begins before it ends. One of the two dates is wrong, mostly in its year. Compare with the reports of beginning and end.
gk0810 = accepted on { $accepted }, before it was finished on { $finished }
    .title = accepted before it was finished
    .help = check both dates; if they are right leave them, the page will say so.
    .explain = Work is accepted after it is finished. The other way round is mostly a wrong date. Where parts were accepted apart, write the last acceptance here and the others in the text. If unfinished work was truly accepted, leave it.
gk0811 = the sources sum to { $sum }, but the budget is { $budget }, a difference of { $difference } yuan
    .title = sources do not sum to the budget
    .help = check the sources and the budget; they should be equal.
    .explain = Where the money of the budget comes from is told in full, so the sources sum to it. If not, a source is missing or the budget was changed. Money not yet found can be one source of its own.
gk0812 = { $number } cannot stand for the goal "{ $name }": a goal is above zero, what is done is zero or more
    .title = goal not above zero
    .help = correct the number.
    .explain = A goal must be above zero so that a share can be computed. What is done is zero at least; leave it out where nothing is begun.
gk0813 = payment { $amount } is below zero and its note tells of no refund
    .title = payment below zero
    .help = write payments as positive amounts; for money given back the note says “退回” or “冲销”.
    .explain = A payment is money that went out and is positive. Only money given back or the reversal of a payment is negative. Its note then says 退回 or 冲销 and which payment it belongs to.
gk0814 = the change of { $amount } yuan on { $date } ({ $note }) names no approval
    .title = change without approval
    .help = add 审批 with body and date; if there was none, leave it, the page will say so.
    .explain = After the contract is signed, more or less work is agreed by the meeting that decided the matter, or by whom it empowered. Add the approval if it was forgotten; if there was none, the page says so, and nothing is blocked.
gk0815 = { $paid } is paid, above contract { $contract } plus approved changes { $changes }, { $total }, by { $difference } yuan
    .title = paid above what was approved
    .help = add the approval of the change, or check the payments; if it is true leave it, the page will say so.
    .explain = Payments stay within the contract price and the approved changes. What goes beyond is told as a change that nobody approved yet.
gk0816 = the winning price { $price } is above the ceiling { $ceiling } by { $difference } yuan
    .title = price above the ceiling
    .help = check both figures; if they are right leave them, the page will say so.
    .explain = The ceiling is the highest price that may win, announced with the tender. Check for a slip first; if it is true, leave it and tell why in the note.
gk0817 = the contract's price { $contract } is not the winning price { $price }, a difference of { $difference } yuan
    .title = contract differs from the bid
    .help = check both figures; what changed after signing goes under 变更.
    .explain = A contract is signed at the price that won; later changes are written as changes and approved. If it truly differs leave it, the page will say so.
gk0818 = contractor "{ $contractor }" is not the winner "{ $winner }"
    .title = contractor differs from the winner
    .help = write the same full name in both places; if another firm truly builds leave it, the page will say so.
    .explain = Who wins signs the contract. Usually one name is short and the other full; if another firm builds, residents have a right to know why.
gk0819 = { $later ->
        [tender] the award
        [contract] the contract
        [start] the begin of work
        [evaluation] the residents' evaluation
       *[closed] the close
    } ({ $later_date }) comes before { $first ->
        [decision] the resolution
        [tender] the award
        [contract] the contract
        [finish] the end of work
       *[acceptance] the acceptance
    } ({ $first_date })
    .title = out of order
    .help = check both dates; if they are right leave them, the page will say so.
    .explain = First the resolution, then award, contract and work; after the end and acceptance residents are asked, then the matter is closed. Correct a wrong date; if it truly happened so, leave it and tell why in the text.
gk0820 = contract { $contract } plus changes { $changes }, { $total }, is above the budget { $budget } by { $difference } yuan
    .title = above the budget
    .help = check budget and contract; if it is true tell where the money comes from, and write the new budget once it is approved.
    .explain = The budget was passed by a meeting; contract and changes usually stay within it. What goes beyond is to be decided anew.
gk0821 = the payment of { $amount } yuan on { $date }{ $voucher ->
        [none] {""}
       *[other] {" "}({ $voucher })
    } is not in "{ $title }"
    .title = payment not in the books
    .help = check date, voucher and amount; book it if it was forgotten; name 付款单位 where somebody else paid.
    .explain = A payment of the project stands in the income and expense of that day too. Where the street or the treasury paid the builder directly, name it under 付款单位; then the community's books are not asked.
gk0822 = the payment is { $amount } yuan here but { $booked } yuan in "{ $title }", a difference of { $difference } yuan
    .title = payment differs from the books
    .help = look at the receipt and correct whichever is wrong.
    .explain = Under one voucher the project and the books say the same amount. Where a voucher pays several projects, the books have several lines.
gk0823 = { $amount } yuan were paid on { $date } here, on { $booked } in "{ $title }"
    .title = day of payment differs from the books
    .help = use the day of booking in both places.
    .explain = One payment has one day. Usually one place has the day of the invoice and the other the day of payment.
gk0824 = { $amount } yuan have voucher "{ $voucher }" here, "{ $booked }" in "{ $title }"
    .title = voucher differs from the books
    .help = check the number and write the same.
    .explain = One payment has one voucher. Usually a number was copied wrongly, or the wrong lines were compared.
gk0825 = expense of { $amount } yuan on { $date } ({ $memo }) names project "{ $title }", whose payments do not have it; the books sum to { $booked }, the project to { $listed }, a difference of { $difference } yuan
    .title = the project does not have this expense
    .help = add it to the project's 付款; design, supervision or tests outside the contract price get 合同外: 是; a project that lists no payments takes those of the books.
    .explain = Expense that names a project stands among its payments, so that both sums agree. A project may list no payment at all, then those of the books are shown; what is listed must be complete.
gk0826 = { $kind ->
        [returned] { $counted } forms came back, more than the { $most } given out
       *[answers] satisfied, fair and unsatisfied make { $counted }, but { $most } came back
    }
    .title = the counts of the evaluation are wrong
    .help = check the counts.
    .explain = No more can come back than was given out, and the answers sum to at most what came back; where all three are given, exactly to it.
gk0827 = { $evaluated ->
        [none] closed on { $closed } without asking residents
       *[other] closed on { $closed }, residents were asked on { $evaluated }
    }
    .title = closed before residents were asked
    .help = add 居民评价; if nobody was asked leave it, the page will say so.
    .explain = Residents judge the result before a matter is closed: whether it is good is theirs to say. Add the evaluation if it was forgotten; if there was none, leave it.
project-summary-budget = Budget { $budget } yuan
project-summary-contract = Built by { $contractor }, contract { $total } yuan, paid { $paid } yuan
project-summary-settled = Settled at { $settlement } yuan, paid { $paid } yuan
project-stage-planned = planned
project-stage-contracted = contract signed
project-stage-building = under way
project-stage-completed = finished
project-stage-finished = closed
project-event-tender = Won by { $winner } ({ $method })
project-event-evaluation = Residents' evaluation: { $returned } answers, { $percent }% satisfied or fair
project-event-closed = Closed
project-event-contract = Contract signed with { $contractor }
project-event-contract-number = Contract signed with { $contractor } ({ $number })
project-event-start = Work begun
project-event-progress = { $percent }% done
project-event-progress-note = { $note } ({ $percent }%)
project-event-finish = Work finished
project-event-acceptance = { $body }: { $result }
project-event-payment = Payment
project-event-payment-voucher = Payment ({ $voucher })
