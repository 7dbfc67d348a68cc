# Disclosures, questions, standing pages, the catalogue and the portal.
# Arguments as named in each message.
# "#" in por-found is filled by the script with a number.
dis-table = Details
dis-not-applicable = Not applicable this time: { $reason }
dis-expired = The display has ended and the list of persons has been withdrawn as the rules ask; the totals remain.
que-asked = Asked
que-due = Answer due
que-answered = Answered
que-asker = By
que-channel = Through
que-by = Answered by
que-question = Question
que-again = Asked again ({ $n })
que-answer = Answer
que-none = No answer yet.
que-short-answered = { $days ->
    [0] Answered on the same day
    [one] Answered in { $days } day
   *[other] Answered in { $days } days
}
que-short-answered-free = { que-short-answered }
que-short-late = Answered after { $days } days, { $late } late
que-short-open = Waiting for { $days ->
    [one] { $days } day
   *[other] { $days } days
}
que-short-open-free = { que-short-open }
que-short-overdue = Waiting for { $days } days, { $late } overdue
que-clock-answered = Asked on { $asked }, to be answered by { $due } under { $basis }; answered on { $answered }, { $days ->
    [0] the same day.
    [one] after { $days } day.
   *[other] after { $days } days.
}
que-clock-late = Asked on { $asked }, to be answered by { $due } under { $basis }; answered only on { $answered }, after { $days } days, { $late } late.
que-clock-open = Asked on { $asked }, to be answered by { $due } under { $basis }; no answer yet, { $days ->
    [0] asked today.
    [one] waiting for { $days } day.
   *[other] waiting for { $days } days.
}
que-clock-overdue = Asked on { $asked }, to be answered by { $due } under { $basis }; no answer yet, waiting for { $days } days, { $late } overdue.
que-clock-answered-free = Asked on { $asked }, answered on { $answered }, { $days ->
    [0] the same day.
    [one] after { $days } day.
   *[other] after { $days } days.
} { que-free }
que-clock-open-free = Asked on { $asked }, no answer yet, { $days ->
    [0] asked today.
    [one] waiting for { $days } day.
   *[other] waiting for { $days } days.
} { que-free }
que-free = { $duty ->
    [none] Neither the law nor a local rule sets a number of days.
   *[other] { $duty } asks for answers but sets no number of days; nor does a local rule.
}
que-by-line = Answered by { $body }
que-says = The rule: { $words }
que-next-waiting = No answer yet: where to turn
que-next-answered = Not content with the answer: where to turn
que-next-supervisors = Tell { $body }, which can press for an answer.
que-next-government = Whoever thinks that something was not published in time or is not true may tell { $upper } (the government and its offices), which must look into it and order publication ({ $basis }).
que-next-days = By local rule the government checks and answers within { $days } days ({ $basis }).
que-median = { $n ->
    [one] One answer, given in { $days } days
   *[other] { $n } answers, half of them within { $days } days
}{ $late ->
    [0] , none of them late.
   *[other] , { $late } of them late.
}
que-longest = The longest wait for an answer is { $days ->
    [one] { $days } day
   *[other] { $days } days
} so far.
cor-line = What was changed after publication is noted here and kept for ever: { $n ->
    [one] one correction
   *[other] { $n } corrections
} in { $records ->
    [one] one record.
   *[other] { $records } records.
}
cor-none = Nothing has been corrected so far. What is changed after publication will be noted here and kept for ever.
facets = Other ways through
facet-year = By year
facet-matter = By kind of matter
facet-wu = By the five affairs
facet-state = By state
facet-account = By account
page-updated = Updated { $date }
cat-periods = Everything by date
cat-none = Nothing has been published yet.
cat-next = Next due by { $date }
cat-all = All { $n }
por-line = { $communities } communities ({ $villages } villages, { $urban } urban), { $records } records published.
por-find = Find your village or community
por-find-hint = name or pinyin, such as jy or junying
por-found = # found
por-regions = Regions
por-communities = { $n ->
    [one] { $n } community
   *[other] { $n } communities
}
por-caption = On time: published by the day it was due. Complete: published at all.
por-last = Last published
por-on-time = On time
por-complete = Complete
por-stars = Stars
por-decisions = Decisions
por-findings = Findings
por-never = nothing yet
por-unrated = not rated
por-empty = There is no community here yet.
search-noscript = Searching needs scripts. Without them, these lead to everything.
search-browse = Other ways to find it
search-by-time = By time
search-by-letter = By letter
search-by-name = By name of the community
search-none = Nothing found. Try another word, such as a name, a project or an amount.
search-some = % found
search-about = About % found
search-failed = The search data could not be read; reload and try again.
search-more = Show more
search-meant = Did you mean:
search-all = Search all communities for a matter, money or a name
search-narrow = Narrow down
search-any = Any
search-kind = Kind
search-wu = Affairs
search-year = Year
search-state = State
search-community = Community
search-order = Order
search-best = Titles first
search-by-date = Newest first
cat-local = The law gives urban communities no monthly or quarterly rhythm: it asks for prompt publication and fifteen days of display. The rhythms and terms here are local rules or custom, not law.
cat-calendar = Calendar of publication
cat-ics = Calendar file (for the calendar of a phone or computer)
told-published = { $period }: due { $due }, published { $published }, in time.
told-late = { $period }: due { $due }, published { $published }, { $days } days late.
told-not-applicable = { $period }: nothing to publish ({ $reason }), said on { $published }.
told-missing = { $period }: due { $due }, not published, { $days } days overdue.
por-near = { $n } soon due
por-overdue = Overdue
por-decisions-by-state = Decisions:
por-open = Overdue and soon due
por-days-over = due { $due }, { $days } days overdue
por-days-left = due { $due }, { $days } days left
por-more = { $n } more
por-catalogue = Catalogue of this community
