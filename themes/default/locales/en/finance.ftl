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
fin-trend-caption = Income, expense and closing balance (yuan); upper bar income, lower bar expense
fin-years = Year by year (yuan)
fin-year = Year
fin-turn = Neighbouring periods
fin-previous = Before: { $title }
fin-next = After: { $title }
