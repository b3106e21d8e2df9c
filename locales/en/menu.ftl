words = menu | start | hello | hi

who = { $address ->
    [dong-chi] comrade { $called }
   *[ban] { $called }
}
title =
    Hello { $who }
    What can I do for you today?
first =
    Please choose below, { $who }
    To see this menu again, send “menu”; for help, “help”.
not-understood =
    I did not understand that
    Please choose below, or send “help”.

registration = Register tasks
evidence = Hand in evidence
book = My book
calendar = Calendar
reviews = To review
substitutes = A substitute while away
secretary = Members of the unit
sessions = Sessions
broadcast = Write to members
digest = The week
changes = Change requests ({ $count })
help = Help
data = My data
reminders = Reminders
language = Ngôn ngữ · Language
linking = Connect Zalo, Telegram
office = An officer's other work
own = Data, reminders, channels
back = Back

command-start = Join with your unit's invitation
command-menu = Menu
command-registration = Register tasks
command-evidence = Hand in evidence
command-book = My book
command-calendar = Calendar of sessions
command-reviews = Waiting for your review
command-changes = Requests to change tasks
command-substitutes = Name a substitute while away
command-sessions = Make and move sessions, take attendance
command-broadcast = Write to members
command-digest = How the unit or group stands this week
command-help = Help
command-cancel = Stop what you are doing
