# Disclosures, questions, standing pages, the catalogue and the portal.
# Arguments as named in each message.
# "#" in por-found is filled by the script with a number.
dis-table = Details
dis-not-applicable = Not applicable this time: { $reason }
dis-expired = The display has ended and the list of persons has been withdrawn as the rules ask; the totals remain.
que-asked = Asked
que-answered = Answered
que-asker = By
que-channel = Through
que-by = Answered by
que-question = Question
que-answer = Answer
que-none = No answer yet.
que-open = No answer yet.
que-overdue = The time for an answer has passed; there is none yet.
que-days = { $days ->
    [one] Answered within { $days } day
   *[other] Answered within { $days } days
}
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
por-on-time-n = { $n }% on time
por-stars3 = { $n } with three stars or more
por-table = Community by community
por-caption = On time: published by the day it was due. Complete: published at all.
por-name = Community
por-last = Last published
por-on-time = On time
por-complete = Complete
por-stars = Stars
por-decisions = Decisions
por-findings = Findings
por-never = nothing yet
por-unrated = not rated
por-empty = There is no community here yet.
search-noscript = Search needs JavaScript. You can also 
search-browse = look through all records by period
search-none = Nothing found. Try another word: a name, a project or an amount.
search-some = Found %
cat-local = The law gives urban communities no monthly or quarterly rhythm: it asks for prompt publication and fifteen days of display. The rhythms and terms here are local rules or custom, not law.
cat-calendar = Calendar of publication
cat-ics = Calendar file (for the calendar of a phone or computer)
told-published = { $period }: due { $due }, published { $published }, in time.
told-late = { $period }: due { $due }, published { $published }, { $days } days late.
told-not-applicable = { $period }: nothing to publish ({ $reason }), said on { $published }.
told-missing = { $period }: due { $due }, not published, { $days } days overdue.
por-near = { $n } soon due
por-overdue = Overdue
por-overdue-n = { $n } overdue
por-decisions-by-state = Decisions:
por-open = Overdue and soon due
por-days-over = due { $due }, { $days } days overdue
por-days-left = due { $due }, { $days } days left
por-more = { $n } more
por-catalogue = Catalogue of this community
