# Star-rated evaluations: the verdict, the sum, dimensions, levels, history.
# $cycle arrives as words; scores and weights as plain text.
# The arithmetic is written so that a reader can redo it.
eva-line = { $n } stars for { $cycle }, { $total } points
eva-short = { $cycle }: { $n } stars, { $total }
eva-rubric = Rubric
eva-notice = On display
eva-previous = Last result
eva-why = Why not one star more
eva-sum = How the total is made
eva-base = Base
eva-bonus = Bonus: { $item }
eva-deduction = Deduction: { $item }
eva-total = Total
eva-survey = Survey: { $sent } sent, { $returned } returned ({ $rate }%)
eva-dimensions = Dimensions
eva-weight = weight { $weight }
eva-levels = Levels
eva-from = from { $min }
eva-change = Change of rules
eva-history = Year by year
eva-veto = Veto: { $what }
