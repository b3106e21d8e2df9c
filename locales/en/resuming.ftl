# What was begun on one channel goes on on another.

words = go on | continue | continue here

offer =
    Work in hand
    { $lines }
    Go on here?
line = • { $doing }, on { $channel }
nothing =
    Nothing is in hand on another channel
    Please choose from the menu.
gone =
    This waits no more
    It may be finished, or it was stopped over there. What was kept is still there.
do-go-on = Go on: { $doing }
do-menu = Menu

doing-evidence = evidence
doing-calendar = asking for leave
doing-reviews = reviewing
doing-appeals = an appeal
doing-pages = sending a link
doing-substitutes = a substitute
doing-changes = changing tasks
doing-attendance = attendance
doing-secretary = opening registration
doing-rulings = a ruling
doing-paper = recording a result
doing-broadcast = an announcement
doing-sessions = a session
