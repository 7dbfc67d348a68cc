# Decisions: diagnostics (gk06…) and words of the pages (decision-…).
# Arguments: step names a step, name a publication; all else is numbers or dates.
# Short sentences: the fact and its numbers first, then what was expected.
gk0601 = the process "{ $process }" has no step "{ $name }"{ $hint ->
    [yes] ; did you mean "{ $near }"?
   *[no] {""}
}
    .title = unknown step
    .help = known here: { $known }
    .explain = A step must be called as the process calls it, or its order and counts cannot be checked. Correct the name, or name the process that was really used. Steps and their other names stand in profiles/processes, where local ones can be added.
gk0602 = "{ $title }" names no process, and community.yaml has no default one
    .title = no process
    .help = add "流程: 五议五公开" here, or "默认流程" in community.yaml
    .explain = Without a process neither steps nor counts nor publications can be checked. Say by which process the matter was handled. A community with one process for all names it once in community.yaml.
gk0603 = { $step }: { $present } present, but only { $due } due
    .title = more present than due
    .help = compare both numbers with the attendance list; guests do not count
    .explain = Nobody can attend who is not due to attend. Usually the two numbers are swapped, or guests were counted. Correct them from the attendance list.
gk0604 = { $step }: { $votes } votes, but only { $present } present
    .title = more votes than people present
    .help = compare the votes and the number present with the minutes
    .explain = Each person has one vote, so the three counts cannot exceed the number present. Correct them from the minutes; whoever came late counts as present.
gk0605 = { $step }: { $due } due, but the community has { $roll }, at most { $most }
    .title = more due than there are members
    .help = correct the number due, or bring the figures in community.yaml up to date
    .explain = No more can be due than the meeting has members. Their number comes from the figures in community.yaml; in a meeting of representatives the committee's members count as well. Either the number due is wrong, or the figures are old.
gk0606 = { $step }: told on { $notice }, after the meeting on { $date }
    .title = notice after the meeting
    .help = check the day of notice and the day of the meeting
    .explain = Notice cannot come after the meeting; one of the dates is a slip. Correct it from the notice itself.
gk0607 = there is no publication called "{ $name }"{ $hint ->
    [yes] ; did you mean "{ $near }"?
   *[no] {""}
}
    .title = unknown publication
    .help = "{ $process }" asks for: { $known }
    .explain = A publication must be called as a process calls it, or its day and length cannot be checked. Publications of other processes may be written too: publishing more than is asked is no mistake. Local names can be added in profiles/processes.
gk0608 = "{ $name }" was published on { $date }, before { $one ->
    [yes] "{ $step }"
   *[no] the first step
} on { $happened }
    .title = published before it happened
    .help = check both dates
    .explain = What has not happened cannot be published; one of the dates is wrong. Correct it from the minutes or a photograph of the board.
gk0609 = "{ $name }" was published, but { $one ->
    [yes] "{ $step }" is not recorded
   *[no] no step is recorded
}
    .title = published without a step
    .help = add the step, or correct the name of the publication
    .explain = What was published must have its source among the steps, with day and counts. Add the step, or correct the publication.
gk0610 = { $step }: { $part } present; { $need } were needed ({ $strict ->
    [yes] more than { $ratio }
   *[no] { $ratio }
} of { $base } { $of ->
    [due] due
   *[all] members
})
    .title = quorum missed
    .help = leave it as it was; hold the meeting again and add it below
    .explain = Fewer attended than the process or the law demands, so the vote does not count. A meeting of representatives needs two thirds of its members: Organic Law of Villagers' Committees (2025) article 30, Urban Residents' Committees (2025) article 29. The page says so; nothing is blocked.
gk0611 = { $step }: { $part } in favour; { $need } were needed ({ $strict ->
    [yes] more than { $ratio }
   *[no] { $ratio }
} of { $base } { $of ->
    [present] present
    [due] due
   *[all] members
}), yet the matter went on
    .title = majority missed, matter went on
    .help = leave it as it was; stop, discuss and vote again
    .explain = A vote may fail; to go on all the same is the shortfall. A meeting of representatives decides by more than half of those present, exactly half does not do: Organic Law of Villagers' Committees (2025) article 30, Urban Residents' Committees (2025) article 29.
gk0612 = { $step }: told { $days } days ahead; { $need } are required
    .title = short notice
    .help = leave it as it was; next time send the agenda { $need } days ahead
    .explain = Notice gives members time to read the plan and ask their neighbours. The longer of process and law holds: ten days for a meeting of all villagers, Organic Law of Villagers' Committees (2025) article 25; the process says how many for party members.
gk0613 = { $step } was on { $date }, but { $before }, which comes first, on { $before_date }
    .title = steps in the wrong order
    .help = correct the date if it is wrong; otherwise leave it
    .explain = Each step builds on the one before it. If the dates are right, the order was wrong, and the page says so. The party organization studies important matters first: Organic Law of Villagers' Committees (2025) article 28.
gk0614 = there was no "{ $missing }" before { $step }
    .title = step left out
    .help = add it if it was only forgotten; merged meetings are known where the process allows them
    .explain = A step of the process is not recorded although later ones are. Add it if it took place. Where one person is secretary and director, a process may join two steps; say so in community.yaml under 机构.
gk0615 = { $step } took place although { $failed } fell short
    .title = went on after a failed step
    .help = leave it as it was; { $failed } has to be held again first
    .explain = A step without its quorum or majority does not count, so what follows has no ground. Add the repeated meeting below; a new round is counted from there.
gk0616 = only { $days } days between { $before } and { $step }; the process asks for { $gap }
    .title = steps too close together
    .help = correct the dates if they are wrong; otherwise leave them
    .explain = Some processes ask for days between steps, so that people can read and object. The number stands in profiles/processes.
gk0617 = "{ $name }" was shown for { $days } days; at least { $min } are required
    .title = shown for too few days
    .help = show it for { $min } days and correct the last day; leave it if it was taken down
    .explain = Since 2026-01-01 what is disclosed must be shown for fifteen days: Organic Law of Villagers' Committees (2025) article 35, Urban Residents' Committees (2025) article 34. A place or a process may ask for more.
gk0618 = "{ $name }" came { $days } days after { $step }; the process allows { $due }
    .title = published late
    .help = correct the date if it is wrong; otherwise leave it
    .explain = Publishing helps while people can still speak up. The number of days stands in profiles/processes; the law asks that important matters be published at once.
gk0619 = "{ $name }" was already being carried out on { $date }, { $later ->
    [yes] before { $step } passed on { $resolved }
   *[no] but no "{ $step }" has passed
}
    .title = carried out without a resolution
    .help = add the resolution if it was forgotten; otherwise leave it, and put the matter to the vote
    .explain = What a meeting has to decide may be done only once it is decided: Organic Law of Villagers' Committees (2025) article 28, Urban Residents' Committees (2025) article 30. The page says so; nothing is blocked.
gk0620 = the result of { $step } ({ $date }) has no "{ $name }" yet
    .title = resolution not published
    .help = publish the resolution, and record day and place
    .explain = Decisions and how they are carried out must be published: Organic Law of Villagers' Committees (2025) article 35, Urban Residents' Committees (2025) article 34. If it was published, add it here.
gk0621 = { $step } lacks { $missing }, so quorum and majority cannot be checked
    .title = counts missing
    .help = add from the minutes: { $missing }
    .explain = This step has a quorum or a majority to reach. Without the numbers nobody can check it, and the page says which are missing. Add them from the attendance list and the tally.
gk0622 = { $step }: { $present } present but { $votes } votes; unaccounted for: { $missing }
    .title = fewer votes than people present
    .help = add votes against and abstentions; say in the text who did not vote
    .explain = Votes against and abstentions are public too. Complete them from the tally; if somebody did not vote, say so in one sentence.
gk0623 = { $step } has no day of notice; { $need } days are required
    .title = no day of notice
    .help = add "通知日期: …"
    .explain = This step needs notice. Without its day nobody can see how long it was. Add it from the notice itself.
gk0624 = { $step } stands twice on { $date }
    .title = same step twice
    .help = keep one; tell of several sessions in its text
    .explain = The same step on the same day is usually a copy. A meeting held again on another day after it failed is fine and counts as a new round.
gk0625 = { $step }: { $due } due, more than the { $roll } representatives
    .title = more due than representatives
    .help = fine if members of the committee attend too; otherwise check the numbers
    .explain = A meeting of representatives consists of the committee's members and the representatives, so a few more may be due. This number is neither the representatives alone nor both together; please check it.
gk0626 = { $step } is dated { $date }, which has not come
    .title = step in the future
    .help = check the date; record a meeting once it has been held
    .explain = The day of this step is after today and may be a slip. A step that has not happened does not count until its day.
gk0627 = "{ $matter }" is for { $bodies } to decide; here stands { $body }.
    .title = a body that may not decide this
    .help = correct the name of the meeting or 事项类型; if it truly happened so, say how in a line 情况说明: …, and it is published as a shortfall instead of blocking.
    .explain = The law says who decides what. Contracting land, house sites, land compensation and membership are for the members' assembly of the collective, and its representatives may not stand in (农村集体经济组织法, articles 26 and 28); village rules are for the villagers' assembly (村民委员会组织法, 2025, article 31). Most often the kind of matter or the name of the meeting is a slip. A committee that acts for the collective calls the members all the same: write 成员大会决议. If another body truly decided, say so in 情况说明, and the page tells it as it was.
gk0628 = "{ $matter }" is for { $bodies } to decide, but was put to { $body }.
    .title = put to another body
    .help = keep it as it happened; put the matter to { $bodies }.
    .explain = The law gives this kind of matter to another body, whose vote this one cannot replace. The record explains it in 情况说明, so it is published and does not block. Put the matter to the body that may decide and add that meeting to the steps.
gk0629 = unknown kind of matter "{ $name }"{ $hint ->
    [yes] ; did you mean "{ $near }"?
   *[no] .
}
    .title = unknown kind of matter
    .help = one of: { $known }; where none fits, write 其他.
    .explain = The kind of matter tells which body decides, how many must come and how many must agree. Without it only the process can be checked. Kinds of matter and their aliases stand under 事项 in profiles/rules; a county may add its own names.
gk0630 = { $type ->
    [village] a village has no "{ $step }"; "{ $near }" is meant.
   *[urban] an urban community has no "{ $step }"; "{ $near }" is meant.
}
    .title = wrong name of the meeting
    .help = write "{ $near }".
    .explain = Villages hold meetings of villagers (村民), urban communities of residents (居民), under different laws. Usually the text was copied from elsewhere. If 类型 is wrong, correct community.yaml.
gk0631 = before { $step } ({ $date }) { $late ->
    [yes] the party organization had not studied the matter: the study is dated { $studied }.
   *[no] no study by the party organization is recorded.
}
    .title = not studied by the party organization first
    .help = if it was studied, add 党组织研究: with the day; else keep it as it is.
    .explain = From 2026-01-01 important matters for the assembly or its representatives must first be studied by the party organization (村民委员会组织法, 2025, article 28; 城市居民委员会组织法, 2025, article 30); matters for the members' assembly of the collective from 2025-05-01 (农村集体经济组织法, article 26). Where the process has no such step, write 党组织研究: with the day in the record.
gk0632 = { $step }: { $part } women among the representatives present, short of the { $need } needed ({ $ratio } of { $base }).
    .title = too few women among the representatives
    .help = keep it as it happened; hold the meeting again and add it to the steps.
    .explain = Some provinces ask that a share of the women among the representatives be present, such as two thirds in Shandong (实施办法, article 24). Without them the meeting cannot be held. How many there are is read from 概况 in community.yaml.
gk0633 = { $step }: { $women } women present cannot be more than { $most }.
    .title = too many women present
    .help = compare 到会妇女代表, 实到, and 妇女代表 in 概况.
    .explain = The women present cannot be more than all who came, nor more than there are among the representatives. Check the attendance sheet; if the number has changed, change community.yaml.
gk0634 = the motion here is "{ $here }", but "{ $first }" stands above.
    .title = two motions for one matter
    .help = make them the same; once for the whole matter is enough.
    .explain = All sheets of one matter must carry the same motion, or nobody can tell that they belong together. Compare with the register sheets.
gk0635 = the matter began on { $date }, when "{ $process }" { $side ->
    [ended] no longer held (until { $to }).
   *[not-yet] did not hold yet (from { $from }).
}
    .title = the process did not hold then
    .help = check the day; choose another 流程, or correct 生效 in the process file.
    .explain = A process has dates from and to which it holds. A matter follows the process that held when it began. Several versions of one process may share a name, each with its own 生效; the right one is chosen by itself.
gk0636 = { $women } women among { $reps } representatives, short of { $ratio }.
    .title = too few women among the representatives
    .help = check 妇女代表 in 概况; if it is true, keep it and mend it at the next by-election.
    .explain = Women must be at least one third of the meeting of villagers' representatives (村民委员会组织法, 2025, article 29). Here they are compared with the representatives alone: who falls short of that falls short in any case.
gk0637 = the meeting consists of { $reps } representatives and { $committee } members of the committee; representatives fall short of { $ratio }.
    .title = too few representatives
    .help = check the figures in 概况 and 机构; if they are true, keep them and mend it at the next by-election.
    .explain = Representatives must be at least four fifths of their meeting (村民委员会组织法, 2025, article 29; 城市居民委员会组织法, 2025, article 28).


decision-body-party-village = meeting of party members
decision-body-party-urban = meeting of party members
decision-body-reps-village = villagers' representatives
decision-body-reps-urban = residents' representatives
decision-body-general-village = villagers' meeting
decision-body-general-urban = residents' meeting
decision-body-households-village = villagers' meeting (one from each household)
decision-body-households-urban = residents' meeting (one from each household)
decision-body-members-village = members of the collective
decision-body-members-urban = members of the collective
decision-body-member-reps-village = representatives of the collective's members
decision-body-member-reps-urban = representatives of the collective's members
decision-body-council-village = council of the collective
decision-body-council-urban = council of the collective
decision-body-group-village = villagers' group
decision-body-group-urban = residents' group

decision-who-party-village = party members
decision-who-party-urban = party members
decision-who-reps-village = representatives
decision-who-reps-urban = representatives
decision-who-general-village = villagers
decision-who-general-urban = residents
decision-who-households-village = households
decision-who-households-urban = households
decision-who-members-village = members
decision-who-members-urban = members
decision-who-member-reps-village = members' representatives
decision-who-member-reps-urban = members' representatives
decision-who-council-village = councillors
decision-who-council-urban = councillors
decision-who-group-village = villagers
decision-who-group-urban = residents

decision-attended = { $present } of { $due } { $who } attended
decision-attended-other = { $present } of { $due } attended
decision-quorum-above = more than { $fraction }
decision-quorum-exact = exactly { $fraction }
decision-quorum-only = exactly { $fraction } and not more
decision-quorum-below = fewer than { $fraction }
decision-join-comma = { $first }, { $second }
decision-join-semicolon = { $first }; { $second }
decision-vote = { $agree } in favour
decision-vote-passed = { $agree } in favour, passed
decision-vote-missed = { $agree } in favour, fewer than { $fraction }, not passed
decision-vote-exact = { $agree } in favour, exactly { $fraction } and not more, not passed
decision-vote-void = { $agree } in favour, void for want of a quorum

decision-of-present = present
decision-of-due = due
decision-of-all = members
decision-need-attend = { $fraction } of { $base } { $of } must attend: at least { $need }
decision-need-attend-strict = more than { $fraction } of { $base } { $of } must attend: at least { $need }
decision-need-vote = { $fraction } of { $base } { $of } in favour: at least { $need }
decision-need-vote-strict = more than { $fraction } of { $base } { $of } in favour: at least { $need }

decision-summary-none = not begun
decision-summary-step = { $label }: { $counts }
decision-summary-plain = { $label } on { $date }

decision-sentence-none = Not begun.
decision-sentence-in-progress = Under discussion: step { $step } of { $of }, "{ $label }" ({ $date })
decision-sentence-resolved = Passed by { $label } on { $date }
decision-sentence-implementing = { $label } on { $date }; being carried out
decision-sentence-finished = { $label } on { $date }; carried out, and the result published
decision-sentence-not-passed = { $label } on { $date } made no decision
decision-sentence-flawed = { $label } on { $date }; the procedure fell short in { $flaws ->
    [one] one place
   *[other] { $flaws } places
}, see the steps
decision-sentence-end = { $sentence }.
decision-sentence-counts = { $sentence }. { $counts }.
