# Decisions: process, steps, counts, publications.
# Arguments as named in each message; percentages arrive without their sign.
# A threshold is always told in words beside its bar.
dec-process = Process
dec-body = Deciding body
dec-matter = Matter
dec-motion = Moved by
dec-steps = Steps
dec-publications = Publications
dec-payments = Payments
dec-notice = notice on { $date }
dec-minutes = Minutes
dec-due = due
dec-present = present
dec-agree = for
dec-against = against
dec-abstain = abstained
dec-attend = Present { $part }/{ $base } ({ $percent }%)
dec-vote = For { $part }/{ $base } ({ $percent }%)
dec-need = Threshold (the mark): { $need }
dec-met = met
dec-unmet = not met
step-done = Done
step-missing = Not held yet
step-skipped = Merged or skipped
step-failed = Requirement not met
pub-missing = Not published yet
pub-until = to { $date }
pub-days = { $days } days on display
pub-days-of = { $days } days on display; the rule asks for { $min }
dec-women = women present
dec-women-attend = Women among the representatives { $part }/{ $base } ({ $percent }%)
dec-party-study = Studied by the party organization
dec-authorized = Authorized by
dec-explanation = How it came about
dec-works = Carried out: project, contract, acceptance
pub-due = Due by { $date }
pub-opinion = Supervisors: { $opinion }
