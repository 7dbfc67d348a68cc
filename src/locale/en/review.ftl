# Diagnostics on corrections, reviews and the supervisory committee (gk0405–gk0419).
# Arguments: name, role (what a person does here), office (what else), else dates, numbers or words as written.
# They tell of offices, never of persons.
gk0405 = corrected on { $date }, before it was published on { $published }.
    .title = corrected before it was published
    .help = check 日期 of the correction and 公开日期; what was changed before publication is not a correction.
    .explain = 更正 tells what was changed after publication, so its date cannot be before the first publication. Most likely a date is mistyped, or 公开日期 was moved when the record was shown again: it keeps the day of the first publication.
gk0406 = the date of the correction, { $date }, has not come; today is { $today }.
    .title = a correction in the future
    .help = check the date: write the day on which it was corrected.
    .explain = A correction is entered on the day it is made. A date after today is probably mistyped.
gk0407 = 原值 and 现值 are both “{ $value }”: nothing was changed.
    .title = the same before and after
    .help = check 原值 and 现值: what stood there before, and what stands there now.
    .explain = A correction lets readers see what changed. Where both values are the same, one of them is probably mistyped.
gk0408 = the correction says only “{ $reason }”: nobody can see what changed.
    .title = a correction that tells nothing
    .help = write 原值 and 现值, or say in 说明 which place was changed and why.
    .explain = What was published may be corrected, but whoever read it before must be able to see what changed and why. The law asks for truth and for answers to questions about what was published. Add the old and the new value, or a plain reason.
gk0409 = the correction of { $date } stands after that of { $before }.
    .title = corrections out of order
    .help = put them in the order of dates, or mend the date.
    .explain = Corrections are added one below the other, so their dates grow. Another order often means a mistyped date.
gk0410 = the reviewer { $name } also made the record.
    .title = reviewed by the one who made it
    .help = next time a member of the supervisory committee reviews it; this time let it stand as it is.
    .explain = Whoever makes a record cannot review it. The reviewer should be a member of the supervisory committee. Where it happened, it is published as it was: do not write another name.
gk0411 = the { $role ->
    [reviewer] reviewer
   *[supervisor] supervisor
} { $name } is also a member of the committee.
    .title = a committee member supervises
    .help = members of the committee stand back. Where members changed, write 自 (since when they sit) at that body in community.yaml: reviews before that day are not measured by today's list.
    .explain = Members of the villagers' or residents' committee and their near relatives may not be members of the body that supervises them: Organic Law of Villagers' Committees art. 37, Organic Law of Urban Residents' Committees art. 36 (numbers since 2026). Reviews that were made stand as they are; the next ones belong to a supervisor.
gk0412 = the { $role ->
    [reviewer] reviewer
   *[supervisor] supervisor
} { $name } is also the { $office ->
    [clerk] clerk
   *[accountant] accountant
}.
    .title = the clerk or accountant supervises
    .help = by the rules of the place clerk and accountant stand back; let a supervisor review who keeps neither records nor accounts.
    .explain = Whoever keeps the records or the accounts cannot review them. The regulations of Shandong, Zhejiang and other places say that the village clerk, financial staff or accountant may not sit on the supervisory committee. Reviews that were made stand as they are.
gk0413 = the reviewer { $name } is not among the members of “{ $body }”.
    .title = the reviewer is not a supervisor
    .help = check the name; where members changed, bring 成员 in community.yaml up to date and write 自 (since when). Where another body reviewed it, name it in 机构.
    .explain = The review before publication belongs to the supervisory committee, so the reviewer is one of its members. They are listed under 机构 in community.yaml. After an election, bring the list up to date and write since when the members sit: earlier reviews are then not measured by the new list.
gk0414 = the { $role ->
    [reviewer] reviewer
   *[supervisor] supervisor
} “{ $name }” is written like { $office ->
    [maker] the maker of the record
    [committee] a member of the committee
    [clerk] the clerk
   *[accountant] the accountant
}: perhaps one person.
    .title = perhaps one person
    .help = if they are two, nothing needs to be done, or show one more character of the names; if they are one, let somebody else review.
    .explain = Part of the name is hidden and both are written alike, which proves nothing: hence only a warning. A reviewer is not the maker, nor a member of the committee, nor the clerk or the accountant.
gk0415 = the { $role ->
    [reviewer] reviewer
   *[supervisor] supervisor
} { $name } is also { $office ->
    [committee] a member of the committee
    [clerk] the clerk
   *[accountant] the accountant
}: better kept apart.
    .title = two offices better kept apart
    .help = let somebody review who keeps neither records nor accounts and is not on the committee.
    .explain = Those who keep the records, the accounts or decide, and those who review, should be different people. No rule of this place is known to say so: hence only a warning.
gk0416 = “{ $body }” has { $size } members; the rule is { $rule ->
    [supervisors-min] { $wanted } or more
    [supervisors-max] { $wanted } or fewer
   *[supervisors-sizes] one of { $wanted }
}.
    .title = supervisory committee of another size
    .help = check 人数 in community.yaml; if it is so, let it stand and fill the places by election.
    .explain = Provinces set the size of the supervisory committee: Shandong three or five; Beijing, Zhejiang and Henan three to five; Shanghai three to seven. The size is 人数, or else the number of 成员.
gk0417 = 机构 lists no { $type ->
    [urban] residents' supervisory committee
   *[other] villagers' supervisory committee (or other supervisory body)
}.
    .title = no supervisory committee
    .help = if there is one, write it under 机构; if not, it is to be elected.
    .explain = Since 1 January 2026 an urban community must have a supervisory committee (Organic Law of Urban Residents' Committees art. 36); a village must have one or another supervisory body (Organic Law of Villagers' Committees art. 37). Reviews before publication depend on it.
gk0418 = published although the review says 不同意.
    .title = published against the review
    .help = mend it, have it reviewed again and write the new opinion; until then let it stand.
    .explain = What the supervisors do not agree to should be mended first. Where it was published all the same, the page says so; do not change the opinion to 同意.
gk0419 = published on { $published } without a recorded review.
    .title = no review
    .help = if it was reviewed, add 审核 with body, person, date and opinion; if not, let it stand and have the next one reviewed first.
    .explain = Finances of a rural collective are to be reviewed by the group that audits the accounts (today mostly the supervisory committee) before they are published; Shandong and Chongqing ask for a review of whatever is disclosed. Where it was left out, the page says so.
