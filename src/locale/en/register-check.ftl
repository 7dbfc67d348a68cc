# Checks of registers by their profiles, lists that end, attachments that end.

name-withdrawn = [list withdrawn]

gk1011 = { $row ->
        [none] a row
       *[other] “{ $row }”
    } does not agree: { $formula }; the left side is { $left }, the right side { $right }, apart by { $diff }
    .title = numbers of a row disagree
    .help = { $says }. Check the numbers of this row.
    .explain = The profile of a register says how the numbers of a row hang together, such as opening + increase − decrease = closing. Where they do not agree, one of them is wrong. An empty cell counts as 0 in a sum. Accounts that agree, item by item, are asked for by the rules on financial disclosure of rural collectives; the ground of this check stands in its profile.
gk1012 = { $row ->
        [none] the table
       *[other] the rows of “{ $row }”
    } does not agree: { $formula }; the left side is { $left }, the right side { $right }, apart by { $diff }
    .title = numbers of the table disagree
    .help = { $says }. Compare the rows and the other place; a row may be missing, or only one place was brought up to date.
    .explain = The rows together must agree with what the record states and with the figures of the community, such as the households of all grids. Where two places disagree, readers do not know which to believe. Only the newest register is compared with the present figures.
gk1013 = { $row ->
        [none] { $column } of a row
       *[other] { $column } of “{ $row }”
    } is { $date }, before { $earlier } on { $earlier_date }
    .title = dates out of order
    .help = { $says }. Check both dates; they may be exchanged, or a year is wrong.
    .explain = The profile says which date comes first: filed, claimed, done; resolved, begun, finished. What comes later cannot be earlier. Empty dates are passed over.
gk1014 = { $columns } stands twice: { $text }
    .title = row twice
    .help = { $says }. Remove one of the rows, or correct it.
    .explain = These columns together mean one row, such as one household for one subsidy. Twice is mostly one row typed two times.
gk1015 = { $row ->
        [none] a row
       *[other] “{ $row }”
    } lacks { $any ->
        [yes] one of { $columns }
       *[other] { $columns }
    }
    .title = cell needed here
    .help = { $says }. Fill it in, or correct the state of the row.
    .explain = Some cells are needed in some rows only: what is done has a date of completion. Without it the row contradicts itself.
gk1016 = { $opening } of { $row ->
        [none] a row
       *[other] “{ $row }”
    } is { $right }, but { $left ->
        [none] the register of { $day } has no such row
       *[other] { $closing } on { $day } was { $left }
    }, apart by { $diff }
    .title = opening differs from the last closing
    .help = { $says }. Compare both periods and correct the wrong one; an adjustment belongs among the changes, with a note.
    .explain = The balance at the end of a period opens the next, for each counterparty and fund. Where it does not, a change was not disclosed or one of the two is wrong. The rules on financial disclosure of rural collectives ask for claims and debts item by item.
gk1017 = { $closing } of “{ $row }” was { $left } on { $day }, and is not here
    .title = balance lost
    .help = { $says }. List it here; where it is settled, with the decrease and a closing of 0.
    .explain = A balance does not vanish. Settled or written off, it must be seen once more before it may leave the register.
gk1018 = there is no register of the period before, so that openings cannot be compared
    .title = period before is missing
    .help = Add it; where there never was one, this can stay.
    .explain = Openings take up the closings of the period before. With a period missing, the changes between cannot be seen.
gk1019 = { $rank ->
        [none] { $column } { $right } of “{ $row }” stands below { $left }
       *[other] the rank of “{ $row }” is written as { $rank }; by { $column } it is { $wanted }
    }
    .title = out of order
    .help = { $says }. Order the rows by { $column }; equal numbers share a rank, and the next rank counts them.
    .explain = Results are listed by their scores, and ranks follow the scores; ties share a rank.
gk1020 = { $row ->
        [none] {""}
       *[other] “{ $row }”:{" "}
    }{ $says }: { $left ->
        [none] not fulfilled
       *[other] not fulfilled: { $left }, which should be { $sign } { $right }, apart by { $diff }
    }
    .title = falls short of the profile
    .help = Publish it as it is, with the reason and what is planned.
    .explain = Some lines of a profile are limits or demands, such as the most that may be raised a head. What falls short is published with its ground and never blocks.
gk1021 = { $row ->
        [none] {""}
       *[other] “{ $row }”:{" "}
    }{ $says }: { $left ->
        [none] please check
       *[other] please check { $left }, which should be { $sign } { $right }, apart by { $diff }
    }
    .title = doubted by the profile
    .help = Probably a slip; where it is really so, this can stay.
    .explain = Some relations hold mostly, not always. It does not block.
gk1022 = “{ $register }” states no “{ $name }”
    .title = unknown stated figure
    .help = { $guess ->
        [yes] Did you mean “{ $near }”?
       *[no] Known: { $known }.
    }
    .explain = Under 核对 only names of the profile can stand. Under a wrong name the figure is compared with nothing.
gk1023 = “{ $register }” wants “{ $name }” under 核对
    .title = stated figure missing
    .help = Add 核对 with this figure.
    .explain = The figure and the rows prove each other, such as the total paid and the sum of all rows.
gk1024 = { $column } of { $row ->
        [none] a row
       *[other] “{ $row }”
    } is written as { $typed }; “{ $formula }” gives { $right }
    .title = computed value typed wrong
    .help = Empty the cell, or check the numbers it comes from.
    .explain = The column is worked out by the formula of the profile. What is typed must agree with it.
gk1025 = “{ $register }” is not meant for this type of community
    .title = register for others
    .help = Use the one that applies.
    .explain = Some registers are for villages or for urban communities only.
gk1026 = the attachment { $path } is a list, and no day is set on which it leaves
    .title = list attachment without end
    .help = Write 名单到期 in the record, or 到期 in the attachment.
    .explain = A list of persons in an attachment leaves like one on the page once its purpose is fulfilled: Personal Information Protection Law, article 47. The totals stay.
gk1027 = the attachment { $path } leaves one day, and is used here too
    .title = ending attachment used elsewhere
    .help = Use a file without a list here.
    .explain = When the file leaves, the link here would break; were it to stay, the list would. Personal Information Protection Law, article 47.
gk1028 = “{ $register }” lists persons, and no end is set
    .title = register of persons without end
    .help = Add 名单到期; the rows leave after that day, the totals stay.
    .explain = Personal Information Protection Law, article 47: a list leaves when its purpose is fulfilled. It leaves pages, search and data files together; numbers and sums stay.
gk1029 = the list ends on { $until }, before it is published on { $published }
    .title = register's list ends before it is published
    .help = Check both dates.
    .explain = A list that ends before it is published was never published. It is shown up to and on the day of 名单到期, and gone the day after.
gk1030 = the title names “{ $name }” of the list, and could not leave with it
    .title = name in the title
    .help = Let the title tell the matter and the period only.
    .explain = Titles stand in addresses, lists and feeds for ever, while the list must leave (Personal Information Protection Law, article 47). Names in prose, notes and corrections are hidden by themselves.
