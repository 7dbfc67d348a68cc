# Touch screen in the hall: the bar below, the doors of the first page, the question before it goes home.
kiosk-bar = Screen buttons
kiosk-home = Home
kiosk-back = Back
kiosk-read = Read aloud
kiosk-read-stop = Stop reading
kiosk-stay = Stay here
kiosk-away = Are you still there?
kiosk-away-line = Nobody has touched the screen for a while. Without a touch within { $n } seconds it goes back to the first page.
kiosk-on = Go on reading
kiosk-never = Stay here
kiosk-take = Take it with you
kiosk-take-line = Scan it and go on reading on your own phone.
kiosk-letters = By letter
kiosk-of-letters = By the first letter of the name
kiosk-of-catalogue = What is due, and whether it is there
kiosk-of-decisions = What was decided together
kiosk-of-disclosures = Allowances, aid and other matters
kiosk-of-finance = Every payment in and out
kiosk-of-evaluations = How many stars, and why
kiosk-of-projects = How far the works have come
kiosk-of-registers = Assets, contracts, lists
kiosk-of-indicators = A few figures that matter
kiosk-of-queries = What others asked, and the answers
kiosk-of-pages = { $type ->
    [urban] The community, its rules, how to get things done
   *[other] The village, its rules, how to get things done
}
