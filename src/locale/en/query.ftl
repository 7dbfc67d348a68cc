# Diagnostics on questions and answers (gk0502–gk0509).
# Arguments: asked, due, answered, date, before, today are dates; late and days are numbers of days.
# gk0501 stands in diagnostics.ftl.
gk0502 = there is a day of answer, { $answered }, but no 答.
    .title = a day of answer without an answer
    .help = write the answer into 答; where there is none yet, remove the day.
    .explain = Day and words of an answer belong together: the day alone does not tell what was answered.
gk0503 = there is an answer but no 答复日期.
    .title = an answer without a day
    .help = add 答复日期, the day on which it was answered.
    .explain = Day and words of an answer belong together: without the day nobody can tell how long it took.
gk0504 = the day { $what ->
    [asked] of the question
   *[answered] of the answer
}, { $date }, has not come; today is { $today }.
    .title = a question or answer in the future
    .help = check the date.
    .explain = Questions and answers have happened, so a day after today is most likely mistyped. Looking at the records as of an earlier day (--as-of) gives this warning too.
gk0505 = asked again on { $date }, before the question of { $asked }.
    .title = asked again before it was asked
    .help = check both dates.
    .explain = 追问 is asked after the first question. Most likely a date is mistyped.
gk0506 = asked on { $asked }, to be answered by { $due }, answered on { $answered }: { $late ->
    [one] { $late } day
   *[other] { $late } days
} late.
    .title = answered late
    .help = let it stand, do not change the date; answer within { $days } days from now on, and say so early where you cannot.
    .explain = The rules of this place set the number of days, counted from the day after the question. A late answer is shown on the page with its article. The national laws only say that questions are to be answered, without a number: where no local rule sets one, this is never said.
gk0507 = asked on { $asked }, to be answered by { $due }, not answered yet: { $late ->
    [one] { $late } day
   *[other] { $late } days
} overdue.
    .title = not answered in time
    .help = answer it and write 答复日期 and 答; where you cannot yet, say why and when.
    .explain = The rules of this place set the number of days, counted from the day after the question. While there is no answer, the page says so and tells where to turn. Once answered, it becomes a late answer.
gk0508 = the further question of { $date } stands after that of { $before }.
    .title = further questions out of order
    .help = put them in the order of dates, or mend the date.
    .explain = Further questions are added one below the other, so their dates grow. Another order often means a mistyped date.
gk0509 = “{ $name }” looks like a full name; it can be written “{ $shown }”.
    .title = who asked may be named in full
    .help = write the group, such as 三组村民, or a masked name; where the person agreed to be named, leave it.
    .explain = Those who ask may not wish to be named, and what need not be published about a person is not (Personal Information Protection Law art. 6 and 25). The villagers' group or the grid is enough. This is only a warning: it goes by common surnames and may be wrong.
