# Registration and book
mandatory-task =
    { $code } is a mandatory task
    It is always chosen, you need not tick it.
no-season =
    The year's journey is not open yet
    The organisers will open the registration and tell you here.
members-only =
    This is for members of the journey
    Write “menu” to see what you can do. If you are an outstanding member, tell your secretary so that you are added to the roster.
registration-closed =
    Registration is open from { $opened } to the end of { $closed }
    Write “register” to see what you can do now.
too-few-tasks =
    There are fewer tasks than the programme asks for
    The member has to look at this choice and send it again.
unknown-task =
    The programme has no task { $code }
    The choice may be an old one. Write “tasks” to see the tasks of the year.
# Handing in evidence
not-registered-yet =
    Please register your tasks first
    Type “register” to choose the tasks of the year, then hand in evidence for each.
no-such-hand-in =
    This hand-in is not in your book
    The choice may be old. Type “submit” to hand in evidence.
already-handed-in =
    This has been handed in
    Type “book” to see who holds it, or “submit” for another task.
task-dropped =
    You no longer have the task { $code }
    It was exchanged, so nothing can be handed in for it. Type “submit” to choose one of your tasks.
season-over =
    The journey of { $year } is over
    This cannot be handed in any more. Type “book” to see your journey of today.
newer-text =
    The essay was changed elsewhere just now
    Open it again to see the newest text and go on from there; nothing that was saved is lost.

# dispatch
defect =
    Something went wrong on our side
    What you just did was not recorded; everything you sent before is kept. Please try again, or send “menu”; if it stays like this, tell your unit's secretary.

# Substitutes
officers-only =
    This is for officers who approve
    Type “menu” to see what you can do.
ends-before-it-begins =
    The last day has to be today or later, and not before the first
    Please choose or type the last day again.
too-long-away =
    A substitute stands in for { $most } days at most
    For longer, ask for somebody else in the roster; or type an earlier day.
already-away =
    Somebody stands in on these days already
    From { $from_on } to { $to_on }. Please end that first, or type other days.
stands-in-for-each-other =
    Two people cannot stand in for each other on the same days
    Please choose somebody else or other days: type “substitutes”.

# announcements
announcement-too-long =
    The text has { $units } characters, { $most } fit
    Please shorten it and send it again; details can stand at an https address.
address-not-safe =
    An address in it has to begin with https://
    Please mend { $address } and send the text again.
one-at-a-time =
    Your last announcement is still leaving
    Please wait until it has left, or stop it. Type “announce” to see it.
enough-for-today =
    You have sent { $most } today
    More would be hard to follow. Please go on tomorrow.

# Sessions
session-begun =
    This session has begun
    From then on it is neither moved nor cancelled, and takes no answers. Please open the calendar or the list again.
session-cancelled =
    This session was just cancelled
    No attendance is needed. Please open the calendar or the list again.
session-attended =
    Attendance was taken at this session
    Somebody is counted as having been there, so it is neither cancelled nor given another time. If that was a mistake, please take the attendance back first. If it does not take place, open it again once it should have begun and choose “It did not take place”.
