# Finance: sums, lines, budget, chain.
# Amounts arrive already written with separators; the unit stands in the words.
# in, out and closing stand in home.ftl.
fin-sum = The sum
fin-opening = Opening (yuan)
fin-by = By category
fin-income-lines = Income, line by line
fin-expense-lines = Expense, line by line
fin-lines-none = Nothing in this period.
fin-date = Date
fin-memo = For
fin-hands = Hands
fin-amount = Amount (yuan)
fin-source = Source: { $name }
fin-handler = Handled: { $name }
fin-witness = Witness: { $name }
fin-approver = Approved: { $name }
fin-receipt = Receipt
fin-decision = Decision: { $title }
fin-project = Project: { $title }
fin-carried = Carried over { $amount } yuan:{" "}
fin-stated = Stated closing { $amount } yuan
fin-per-household-line = { $amount } yuan per household
fin-funds = Money at hand (yuan)
fin-funds-cash = Cash
fin-funds-bank = Bank
fin-funds-transit = In transit
fin-funds-total = Total
fin-budget = Budget this year
fin-budget-line = { $spent } spent of { $budget } yuan
fin-trend = Period by period
fin-trend-caption = Opening, income, expense and closing of each period (yuan)
fin-years = What each year carried over (yuan); upper bar income, lower bar expense
fin-year = Year
fin-turn = Neighbouring periods
fin-turn-again = Neighbouring periods (end of page)
fin-previous = Before
fin-next = After
fin-year-ago = A year ago
fin-newest = Newest
fin-beside = Statements of the same day
fin-line = this line
fin-line-link = Address of this line
fin-reverses = reverses { $voucher }
fin-capital = In words: { $words }
fin-capital-closing = Balance in words: { $words }
fin-year-to-date = { $year } so far: income { $income }, expense { $expense } yuan
fin-opening-short = Opening
fin-end-short = Closing
fin-in-short = Income
fin-out-short = Expense
fin-closing-short = Closing balance
fin-top = full height { $amount } yuan
fin-short-month = { $n ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
fin-short-quarter = Q{ $n }
fin-short-half = H{ $n }
fin-short-year = { $n }
fin-short-day = { $n }
fin-carried-on = ✓ carried over
fin-not-carried = △ not carried over
fin-changed = Different from what was published
fin-adjusted = The opening was adjusted by { $amount } yuan
fin-adjusted-short = with { $amount } adjusted
fin-adjusted-year = Adjusted (yuan)
fin-adjusted-later = The next opening was adjusted by { $amount } yuan
fin-adjusted-item = : { $item }
fin-reviewed = Review: { $opinion }
fin-unreviewed = △ not reviewed
fin-was = was{" "}
fin-is = is{" "}
fin-difference = difference { $amount } yuan
fin-unused = Voucher numbers without a line:{" "}
fin-funds-place = Place
fin-funds-opening = Opening
fin-funds-increase = Increase
fin-funds-decrease = Decrease
fin-funds-closing = Closing
fin-balance = Balance sheet
fin-side-assets = Assets (yuan)
fin-side-liabilities = Liabilities (yuan)
fin-side-equity = Equity (yuan)
fin-side-total-assets = Total assets
fin-side-total-liabilities = Total liabilities
fin-side-total-equity = Total equity
fin-claims = Liabilities and equity
fin-group-total = { $name } in all
fin-item = Item
fin-year-begin = Begin of year
fin-year-end = End of period
fin-change = Change
fin-equity-per-household = Equity { $amount } yuan per household
fin-distribution = Earnings and their distribution
fin-distribution-caption = Amounts in yuan; rows in bold follow from those above
fin-system = Formulas of: { $name }
fin-unverified = △ formulas not yet compared with the text
