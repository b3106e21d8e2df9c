# Registering the year's tasks: one card that edits itself.

words = register | register tasks | change registration

page =
    Registering tasks for { $year }
    { $window }

    { $mandatory }

    { $rule }
    { $notes }

window-open = Open until the end of { $closes }.
window-closed = Registration closed on { $closes }. A new choice needs the agreement of your supervisor.
mandatory =
    Mandatory, ticked already:
    { $tasks }
short = { $category }: { $chosen }/{ $needed } chosen, { $short } missing.
enough = { $category }: { $chosen }/{ $needed } chosen, enough.
how = Choose a task below to tick it; choose it again to untick it.
gone = Not possible any more this year: { $codes } (choose one to read why).

ticked = ☑ { $task }
unticked = ☐ { $task }
gone-task = ✕ { $task }
explain = Explain the tasks
explain-one = Read about this task
next = Continue
back = Back

not-feasible =
    { $code } { $title }: too late
    This task is done in { $months } of { $year }; from month { $month } there is not enough time left to complete it. Please choose another one.
toast-gone = { $code } is not possible any more this year.
toast-short = Tasks are missing, please choose more.
toast-confirmed = Registered.

summary =
    Your registration for { $year }
    { $window }

    { $parts }
block =
    { $rule }
    { $tasks }
kept = Please note: evidence was handed in for { $codes }. If you drop it, the evidence stays in your book but no longer counts.
confirm = Confirm registration
ask = Send the request
change-page = Change: { $category }
change-any = Change the choice
discard = Keep it as it was

confirmed =
    ✅ { $count } tasks registered for { $year }
    { $tasks }

    { $after }
settled =
    Tasks you registered for { $year }: { $count }
    { $tasks }

    { $after }
after-open = You can change this until the end of { $closes }. Hand in evidence as soon as an activity has taken place.
after-closed = Changes closed on { $closes }. To change a task, send a request for your supervisor to consider.
after-waiting =
    ⏳ Your request is waiting (since { $since }) for:
    { $names }
told =
    Your supervisor has been told:
    { $names }

    Next: hand in evidence here as soon as an activity has taken place.
hand-in = Hand in evidence
book = My book
edit-open = Change registration
edit-closed = Ask to change tasks

early =
    Registration for { $year } is not open yet
    It is open from { $opens } to the end of { $closes }. Meanwhile you can read about the tasks.
late =
    Registration for { $year } is closed
    The last day was { $closes } and you have not registered.

    { $after }
late-how = You can still take part: choose your tasks and send a request, your supervisor will consider it.
choose-and-ask = Choose tasks and ask
read-tasks = Read about the tasks

news =
    { $name } registered tasks for { $year }
    { $place }
    { $parts }
news-changed =
    { $name } changed the registration for { $year }
    { $place }
    { $parts }
news-added =
    Chosen:
    { $tasks }
news-dropped =
    Dropped:
    { $tasks }
