# The week as secretaries, supervisors and organisers get it: figures, what waits longest, whom to look after, sessions.

words = week | weekly digest | how we stand | unit figures

page =
    { $place }: as of { $at }
    { $lines }
registered = • Registered: { $n }/{ $of }{ $change ->
        [0] {""}
       *[other] {" "}({ $signed })
    }
in-progress = • On the way: { $n }/{ $of }{ $change ->
        [0] {""}
       *[other] {" "}({ $signed })
    }
provisional = • Provisional, awaiting proof: { $n }/{ $of }{ $change ->
        [0] {""}
       *[other] {" "}({ $signed })
    }
done = • Done for the year: { $n }/{ $of }{ $change ->
        [0] {""}
       *[other] {" "}({ $signed })
    }
week = • Last 7 days: { $handed } handed in, { $approved } approved
queue = • Waiting for review: { $n }{ $change ->
        [0] {""}
       *[other] {" "}({ $signed })
    }
since = (+/−): compared with { $on }

head-waits = Waiting longest
waits = • { $name } ({ $task }): { $on }, { $days } days
on = { $body }, { $who }
on-more = { $body }, { $who } and { $n } more
on-nobody = { $body }, nobody in the roster
head-named = To look after: { $n }/{ $of }
named = • { $name }: { $fact }
named-more = … and { $n } more, in the file
risk-out-of-reach = the chosen tasks cannot be enough
risk-pace = { $tasks } tasks left, { $months } months
risk-quiet = nothing for { $days } days, { $tasks } tasks left
unreached = Out of reach, { $n } of { $of }: { $names }{ $rest ->
        [0] {""}
       *[other] {" "}and { $rest } more
    }
barrier-blocked = blocked the bot
barrier-window = has not written to the bot for long
barrier-quota = the bot has no messages left this month
head-coming = Sessions in the next 7 days
coming = • { $at } { $title }: { $going } come, { $away } do not
coming-more = … and { $n } more sessions

no-news =
    { $place }: nothing has changed this week
    The figures are those of { $on }. You will hear again when something changes.

do-remind = Remind these members
do-remind-new = Remind who has not registered
do-queue = Open what waits for review
do-one = Write to one
do-file = See the file
do-quarter = Quarter's statistics
do-when = Change when it comes
do-open = See how we stand
do-menu = Menu
do-back = Back to the week
do-more = More

people =
    To look after ({ $n })
    { $lines }
    Choose one to write to.
people-one = { $name }
people-line = { $n }. { $name }: { $fact }
people-none =
    Nobody needs looking after just now
    Whoever registered and may not keep up will be named here.

file =
    { $place }: as of { $at }
    The file has the sums by group and every member. Please keep it among those in charge, never in a group chat.
lines = { $lines }
file-cut = The file has the first { $n } members by name; the sums have everybody.

quarter =
    { $place }: statistics of quarter { $quarter }/{ $year }
    As of { $at }, by group or unit, without names; for reports to the committees.

when =
    When would you like the week to come?
    { $now }
    On a day off it comes on the next working day of the week.
when-on = It comes at { $hour }:00 every { $weekday }.
when-off = It is off.
when-hour =
    On { $weekday }, at what time?
    Choose one of the working hours.
hour = { $hour }:00
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
do-weekday = { $weekday }
do-off = Not any more
set =
    Noted
    The week comes at { $hour }:00 every { $weekday }.
off =
    The week does not come any more
    Whenever you want to see it, send “week”.

not-for-you =
    This is for those in charge
    Secretaries, supervisors, group leaders and organisers see how their unit or group stands.
no-season =
    No season has been opened yet
    When the organisers open one, the figures are here.
no-members =
    There are no members in your scope yet
    When the roster is brought up to date, the figures are here.
not-there =
    This choice is old
    Please open the week again.

picture-title = Progress { $year }
picture-at = As of { $at }
picture-of = { $n }/{ $of }
picture-members = { $n } members
picture-done = Done
picture-provisional = Provisional
picture-in-progress = On the way
picture-unregistered = Not registered
picture-note = The number on the right: done and provisional, of all members.
picture-no-group = In no group
picture-rest = { $n } others

sheet-parts = Sums
sheet-members = Members
sheet-waiting = Waiting
sheet-title = { $place }: as of { $at }
sheet-quarter = { $place }: statistics of quarter { $quarter }/{ $year }, as of { $at }
total = Total
column-part = Group, unit
column-members = Members
column-registered = Registered
column-in-progress = On the way
column-provisional = Provisional
column-done = Done
column-at-risk = To look after
column-handed-in = Handed in, 7 days
column-approved = Approved, 7 days
column-handed-in-quarter = Handed in, quarter
column-approved-quarter = Approved, quarter
column-waiting = Waiting
column-name = Full name
column-unit = Unit
column-group = Group
column-registered-on = Registered on
column-state = State
column-tasks-done = Tasks done
column-tasks-needed = Tasks needed
column-last = Last handed in
column-fact = Why to look after
column-unreached = Out of the bot's reach
column-task = Task
column-days = Days waiting
column-on = Waiting for
state-unregistered = Not registered
state-in-progress = On the way
state-provisional = Provisional
state-passed = Done
