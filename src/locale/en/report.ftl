# Words of the matrix pages and of reports.
page-matrix = { $place }: every item in { $period }
crumb-matrix = Item by item
