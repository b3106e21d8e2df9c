# The secretary looks after the members' books: the list, one member's book, opening the registration, provisional results.

words = members | unit members | find a member
behind-words = exempt | exempt a task | provisional | record a result | paper result

list =
    Members of the unit: { $n }
    { $lines }
    Choose a member to see the book, or type a name to find one (accents may be left out). To exempt or to record a result from paper: choose the member, then the task.
choose-first =
    Please choose the member first
    Choose one in the list or type a name, then choose the task: exempting, provisional and paper results are there.
line = { $n }. { $name } ({ $place })
one = { $name }
found =
    Looking for “{ $named }”: { $n } members
    { $lines }
    If it is somebody else, type the name again.
found-more = … and { $n } others; please type more of the name.
found-nobody =
    Nobody called “{ $named }” in the unit
    Please type the name again; the given name alone is enough, accents may be left out.
no-members =
    The unit has no members in the roster yet
    They will be here as soon as the organisers have brought the roster up to date.
not-a-secretary =
    This is for secretaries
    A secretary sees the books of the members of the unit and of the units below it.
not-there =
    This is not among what you look after
    The choice may be old, or the member may have left the unit. Please open the list again.
do-more = Show more
do-list = List of members
do-menu = Menu
do-book = My book
do-member = Back to the member's book

member =
    { $name } · { $place }
    { $year }: { $done }/{ $needed } tasks. { $outcome }

    { $categories }
    { $opened }
not-registered = No tasks registered yet.
opened-until = The registration is open for this member until the end of { $until }.
task-label = { $code }
do-more-tasks = Other tasks
do-late = Open registration for one

task =
    { $name }
    { $task }
    { $state }

    { $counts }

    { $history }
history-none = No evidence was handed in for this task.

do-awaiting = Provisional results
awaiting =
    Provisional, to be confirmed
    { $lines }
    Choose a result to confirm it once the papers are here.
awaiting-line = { $n }. { $name } · { $task }
awaiting-one = { $name } · { $task }
awaiting-none =
    No result is provisional
    From the evaluation on, results that wait for a paper of the year's end will be here.

ask-late-why =
    Open the registration for { $name }: why?
    It opens for this member alone, until the day you choose.
late-joined = Joined later
late-away = Was long away
late-other = Another reason
late-why-joined = joined after the registration
late-why-away = were away during the registration
late-why-other = had circumstances of your own during the registration
ask-late-until =
    Until the end of which day is the registration of { $name } open?
    Choose a day, or type one ({ $last } at the latest), for example 05/03.
late-until = Until { $day }
late-summary =
    Look again before it opens
    • Member: { $name }
    • Open until the end of: { $day }
    • Reason: { $why }
    The member is told at once.
do-open-for = Open the registration
do-other-day = Choose another day
late-already =
    The registration is open for this member already
    { $name } opened it until the end of { $day }. For longer, please choose a later day.
late-over =
    The year of the journey is over
    The registration can be opened within the journey's year only.
toast-opened = The registration is open.
told-open =
    The registration is open for you
    { $name } opened the registration of { $year } for you alone, until the end of { $day }, as you { $why }. Please choose your tasks by then.
do-register = Register tasks
