# Words for keys that come from the records: states, five affairs, frequencies, kinds, facts.
# Arguments: $type (village | urban | "").
# Every key the program can send has its word here.
state-in-progress = In progress
state-resolved = Resolved
state-implementing = Being carried out
state-completed = Work finished
state-finished = Finished
state-not-passed = Not passed
state-flawed = Procedure flawed
state-planned = Planned
state-contracted = Under contract
state-building = Being built
state-open = Awaiting an answer
state-answered = Answered
state-overdue = Answer overdue
state-published = Published
state-late = Published late
state-missing = Not published
state-due = Due
state-expired = List expired
state-not-applicable = Not applicable
state-done = Done
state-skipped = Merged
state-failed = Requirement not met
state-rating-upcoming = not on display yet
state-rating-on-display = on display
state-rating-contested = contested
state-rating-final = final
state-rating-expired = expired
state-none-yet = None so far
state-none = Not stated
wu-party = Party affairs
wu-affairs = { $type ->
    [urban] Residents’ affairs
   *[other] Village affairs
}
wu-finance = Finance
wu-service = Services
wu-commerce = Commerce
wu-welfare = Welfare
freq-monthly = every month
freq-quarterly = every quarter
freq-half-yearly = every half-year
freq-yearly = every year
freq-event = as it happens
freq-standing = standing
kind-decision = Decision
kind-disclosure = Disclosure
kind-finance = Finance
kind-evaluation = Star rating
kind-project = Project
kind-register = Register
kind-indicator = Indicators
kind-query = Question and answer
kind-page = Page
fact-registered = Registered population
fact-residents = Residents
fact-households = Households
fact-groups = Villagers’ groups
fact-party-members = Party members
fact-representatives = { $type ->
    [urban] Residents’ representatives
   *[other] Villagers’ representatives
}
fact-women-representatives = Women representatives
fact-seniors = aged 65 and over
fact-adults = { $type ->
    [urban] Residents aged 18 and over
   *[other] Villagers aged 18 and over
}
fact-resident-groups = Residents’ groups
fact-grids = Grids
fact-collective-income = Collective income a year (yuan)
fact-income-per-head = Net income per head (yuan)
group-in-progress = { state-in-progress }
group-resolved = { state-resolved }
group-implementing = { state-implementing }
group-finished = { state-finished }
group-not-passed = { state-not-passed }
group-flawed = { state-flawed }
group-planned = { state-planned }
group-contracted = { state-contracted }
group-building = { state-building }
group-open = { state-open }
group-answered = { state-answered }
group-overdue = { state-overdue }
group-other = Others
fact-resident-representatives = Residents' representatives
fact-adult-residents = Residents of 18 and over
