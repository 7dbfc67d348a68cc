# The home page of a community.
# Arguments as named in each message; $type is village | urban | "".
# Says what is missing in words.
home-intro = { $type ->
    [urban] Here { $name } publishes its affairs, money, decisions and services. Every resident may read, download and check them.
   *[other] Here { $name } publishes its affairs, money, decisions and services. Every villager may read, download and check them.
}
home-search = Look up a matter, a sum or a project
home-search-hint = such as street lamps, roads
home-recent = Latest
home-recent-more = Everything by date
home-recent-none = Nothing has been published yet.
home-money = Where the money goes
home-money-none = No accounts have been published yet.
home-doing = Being done now
home-doing-more = All decisions
home-doing-none = No decision or project is under way.
home-duties = Published on time?
home-wu = { $type ->
    [urban] The five affairs
   *[other] The five affairs
}
home-stars = Star rating
home-stars-line = { $n } stars for { $cycle }, { $total } points
home-stars-none = No star rating has been published yet.
home-ask = Ask or complain
home-facts = { $type ->
    [urban] The community in figures
   *[other] The village in figures
}
home-orgs = Organizations
purse-year = { $year }
purse-bar = Income and expense compared
purse-share = Expense is { $n }% of income
purse-more = See every line
fin-in = Income (yuan)
fin-out = Expense (yuan)
fin-closing = Balance (yuan)
fin-per-household = Balance per household (yuan)
duties-none = Nothing has been due so far.
duties-all = All { $due } items that were due were published on time.
strip-done = all on time
strip-late = { $n } late
strip-missing = { $n } missing
duty-missing = { $name }, { $period }: not published, due { $date }, { $days } days overdue.
duty-next = { $name } { $period }, due by { $date }
duties-next = Due next ({ $n })
duties-more = See the catalogue
ask-line = If something is unclear or wrong, ask in person or by phone, or tell the supervisory committee.
ask-waiting = { $n ->
    [one] One question waits for an answer
   *[other] { $n } questions wait for an answer
}{ $overdue ->
    [0] {""}
   *[other] , { $overdue } overdue
}
ask-none-waiting = All questions have been answered
ask-board = Notice board
ask-more = What others asked
duties-rest = { $n } more are missing
score-line = { $due } due: { $in_time } in time, { $late } late, { $na } with nothing to publish, { $missing } missing.
score-complete = Complete
score-complete-sum = ({ $in_time } + { $late } + { $na }) ÷ { $due }
score-on-time = In time
score-on-time-sum = ({ $in_time } + { $na }) ÷ { $due }
duties-near = { $n } soon due
duties-overdue = { $n } overdue
duty-near = { $name }, { $period }: due { $date }, { $days } days left.
duties-absent = { $n } that should always be there and are not: { $names }.
