# The page of rules.
law-line = The laws, local rules and processes that the pages of this site cite. Each tells its source and how sure it is, so that every number can be checked.
law-from-to = In force { $from } to { $to }
law-from = In force from { $from }
law-to = In force until { $to }
law-by-matter = the kind of matter chooses the body
law-notice = { $days } days of notice
law-after = after "{ $after }"
law-due = within { $days } days
law-min = at least { $days } days
certainty-high = certainty: high
certainty-medium = certainty: medium
certainty-low = certainty: low
foot-law = Rules cited
see-rule = See this rule
