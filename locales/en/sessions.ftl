# Sessions of study: officers make, copy, move and cancel them; members are told once.

words = sessions | session | attendance | new session

# How days and hours are read as people type them
hour-words = o'clock
half-words = thirty
minute-words = min | minutes
morning-words = am | in the morning
afternoon-words = pm | in the afternoon
month-words = month
year-words = year
today-words = today
tomorrow-words = tomorrow
overmorrow-words = the day after tomorrow
this-week-words = this week
next-week-words = next week
weekday-0 = monday
weekday-1 = tuesday
weekday-2 = wednesday
weekday-3 = thursday
weekday-4 = friday
weekday-5 = saturday
weekday-6 = sunday

# When, where, for whom
moment = { $time } { $weekday }, { $day }
day-0 = Monday
day-1 = Tuesday
day-2 = Wednesday
day-3 = Thursday
day-4 = Friday
day-5 = Saturday
day-6 = Sunday
soon-past = over
soon-today = today
soon-tomorrow = tomorrow
soon-days = in { $days } days
where-both = { $place } · { $link }
where-later = place to be told later
scope-all = all members of the journey
scope-unit = members of { $name }
scope-units = members of { $name } and the units below it
scope-group = { $name }
for-task = Counts for task { $code } { $title }
no-task = Counts for no task
held-nobody = not said
line =
    • { $title }
    {"   "}{ $when } ({ $soon })
    {"   "}{ $where }
    {"   "}{ $mine }
line-cancelled =
    • { $off ->
        [after] DID NOT TAKE PLACE
       *[before] CANCELLED
    }: { $title }
    {"   "}{ $when }
    {"   "}Reason: { $reason }
counts = { $going } coming, { $absent } not coming, { $silent } have not answered
one = { $name }
suggested = { $task } · { $name }

# The list
list-open =
    Sessions to come
    { $lines }
    Choose one to see it, take attendance, move or cancel it.
list-open-none =
    No session to come
    You can make one in less than a minute.
list-past =
    Sessions that are over
    { $lines }
    Choose one to see it, to take attendance late, or to copy it.
list-past-none = No session is over yet.
do-new = New session
do-copy-last = Copy the last one
do-past = Sessions that are over
do-more = More
do-menu = Menu
do-list = Sessions
do-show = See this session
do-back = Back
do-calendar = Calendar
not-an-organiser =
    This is for who organises sessions
    To be counted, scan the code at the session or type its word. Sessions for you are in your calendar.
not-there =
    There is no such session among those you run
    The choice may be old, somebody else may have changed it, or duties have changed. Please open the list again.

# Making one
ask-title =
    Which session?
    Choose one, or type a title.
ask-when =
    { $title }: when?
    Type day and time, such as: 15/7 14:00 · friday next week 14:00-16:30 · tomorrow 8:30
ask-where =
    Where?
    Type a place, or paste the link of an online meeting (https), or both.
when-again =
    Please type day and time again
    Such as: 15/7 14:00 · friday next week 14:00 · tomorrow 8:30. To stop, type “cancel”.
when-time =
    { $day }: at what time?
    Type the time, such as: 14:00 · 8:30 · 14:00-16:30
when-weekday =
    { $day } is a { $weekday }
    Weekday and day do not agree; please type the right day and time.
when-length =
    The end does not fit
    Please type when it begins and ends, within a day, such as: 15/7 14:00-16:30
when-past =
    { $when } is over
    Please type a time to come, such as: 15/7 14:00
when-far =
    { $when } is too far ahead
    Sessions are planned at most a year ahead. Please type day and time again.
when-quiet =
    { $when } is a holiday or around Tết
    Keep it? If not, please type another time.
when-night =
    { $when }: is that right?
    If not, please type it again, such as: 15/7 14:00
do-keep = Yes, keep this time
where-again =
    Please type a place or a link
    Such as: Hall A, or https://…
where-not-secure =
    This link cannot be used
    For the members' safety only links that begin with https:// are taken. Please type it again.
do-later = Place told later
summary =
    Look at it once more
    • { $title }
    • { $when } ({ $minutes } minutes)
    • Where: { $where }
    • For: { $scope } ({ $n } members)
    • { $task }
    • Held by: { $held }
    Nobody was told yet. When you make it, each is told once.
do-plan = Make it
do-when = Change the time
do-where = Change the place
do-scope = Change for whom
do-task = Change the task
do-title = Change the title
do-held = Change who holds it
do-drop = Drop it
ask-scope = For whom is it?
ask-task = For which task does being there count?
edit-title = Type the title.
edit-held = Type who holds it.
dropped = Dropped; nobody was told.
planned =
    Made: { $title }
    { $when }
    Everybody is told within minutes, or when the next hours for messages begin.
toast-planned = Made.

# One session
card =
    { $note }
    { $title }
    { $when } ({ $soon }, { $minutes } minutes)
    Where: { $where }
    For: { $scope } ({ $n } members)
    { $task }
    Held by: { $held }

    { $going } coming, { $absent } not coming, { $silent } have not answered
    { $away }
card-cancelled =
    { $note }
    { $off ->
        [after] DID NOT TAKE PLACE
       *[before] CANCELLED
    }: { $title }
    { $when } ({ $minutes } minutes)
    Where: { $where }
    For: { $scope } ({ $n } members)
    { $task }
    Reason: { $reason }

    Before that: { $going } coming, { $absent } not coming, { $silent } had not answered
answered-before = • { $n } of them answered for the day it was, not yet for the new one
away = • { $name } does not come: { $why }
away-no-reason = no reason given
away-more = • …
do-attendance = Attendance
do-move = Move
do-cancel = Cancel it
do-remind = Ask who has not answered
do-copy = Copy as a new one

# Moving, cancelling
ask-move =
    What changes?
    { $title }
    { $when }
    Choose below, or type the new time at once.
ask-new-where =
    { $title }: where instead?
    Type the new place, the link of an online meeting (https), or both.
sure-move =
    Move { $title }?
    From: { $before }
    To: { $after }
    { $n } members will be told once. If that is not right, type day and time again.
odd-quiet = Mind that the new day is a holiday or around Tết.
odd-night = Mind that the new time is very early or very late.
do-shift = Move it
do-not = Leave it
note-moved = Changed. Everybody is told in a few minutes; what you change before that comes in the same message.
ask-why =
    Why is it cancelled?
    { $title }
    { $when }
    Choose or type the reason; everybody will read it.
why-clash = It clashes with the unit's work
why-room = No room was found
why-later = Put off; the new date will be told
do-not-held = It did not take place
ask-not-held =
    It did not take place?
    { $title }
    { $when }
    { $n ->
        [0] Nobody is counted as having been there.
       *[other] { $n } are counted as having been there: that is taken back, and each is told once.
    } Choose or type why, or leave it as it is.
note-not-held = Noted: it did not take place. Nobody is asked about it or reminded of it any more.
note-cancelled = Cancelled. Those who were to come are told in a few minutes.
note-asked = Those who have not answered are being asked.
note-asked-lately = Those who have not answered were asked within the last 24 hours.

# What members are told
told-new =
    You are invited: { $title }
    { $when }
    { $lines }
    Please say whether you can come.
told-moved =
    Moved: { $title }
    New time: { $when } (before: { $before })
    Where: { $where }
    Please say whether you can come then.
told-changed =
    Changed: { $title }
    { $when }
    Where: { $where }
    This takes the place of what you were told before.
told-cancelled =
    Cancelled: { $title }
    It was to be { $when }.
    Reason: { $reason }
told-not-held =
    Noted as not having taken place: { $title }
    { $when }. { $name }: “{ $reason }”
    { $was ->
        [asked] Your question about attendance is closed by that; there is nothing to do.
       *[other] Your attendance there is taken back by that; nothing else of yours changes. If you were there, please talk with { $name }.
    }
at = Where: { $where }
held-by = Held by: { $held }
told-ask =
    Can you come: { $title }
    { $when }
    Where: { $where }
    The organiser needs to know how many will be there.
