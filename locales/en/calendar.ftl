# A member's calendar: the sessions to come, whether one comes, calendar files.

words = calendar | my calendar

list =
    Calendar
    { $lines }
    Choose one to see it and to say whether you come.
none =
    No session to come
    When there is one for you, you are told here.
mine-none = You have not answered
mine-before = Moved to another day; you have not answered again
mine-going = You: coming
mine-absent = You: not coming
mine-absent-why = You: not coming ({ $why })
one =
    { $note }
    { $title }
    { $when } ({ $soon }, { $minutes } minutes)
    { $lines }
cancelled =
    { $note }
    { $off ->
        [after] DID NOT TAKE PLACE
       *[before] CANCELLED
    }: { $title }
    It was to be { $when }.
    Reason: { $reason }
do-going = I come
do-absent = I do not come
do-going-after-all = I can come
do-no-reason = No reason
do-file = Add to the phone's calendar
do-file-off = Remove from the phone's calendar
do-file-all = All of them as a file
do-list = Calendar
do-attended = I was there
do-elsewhere = I was at another one, with proof
ask-why =
    Noted: you do not come
    { $title }
    Please say why (you need not, and nothing about health or family).
note-going = Noted: you come.
note-why = The reason is noted.
file-sent =
    Your calendar
    Open this file to add it to the phone's calendar. When a session moves, open the new file.
file-sent-off =
    This session was called off
    Open this file to remove it from the phone's calendar. If you never added it, there is nothing to do.
counts-for = Being there counts for task { $task }.
file-alarm = Soon: { $title }
not-there =
    There is no such session in your calendar
    It may be cancelled, or the choice is old. Please open the calendar again.
