# Reminders: the day's one message, later, kinds turned off, hours.

words = reminders | reminder | remind me

for-member =
    { $n } things to remember
    { $lines }
    { $rest }
for-officer =
    { $n } things to remember
    { $lines }
    { $rest }
line = • { $line }
rest = … and { $n } more.
do-rest = See the other { $n }
do-later = Remind me later
do-mute = Turn this kind off
do-kinds = Turn some kinds off

overview =
    Reminders
    { $lines }
    One message a day at most, with everything in it; never at night, on a holiday or around Tết.
set-house = • Hours: as everybody
set-own = • Hours: { $opens }–{ $closes }
set-week = • On { $n } days a week at most
off = • Turned off: { $kind }
paused = • Paused up to and with { $day }
do-upcoming = See what comes next
do-hours = Hours
do-week = Days a week
do-choose = Choose the kinds
do-pause = Pause
do-resume = Remind me again from now on
menu = Menu
back = Back to reminders
more = More
toast = Saved

coming =
    You will be reminded of
    { $lines }
    { $rest }
coming-none =
    Nothing waits to be reminded of
    When something is due soon, a message comes by itself.
told =
    What the message was about
    { $lines }
    { $rest }
told-none =
    This message is no more
    “What comes next” shows what waits.
on = • { $day }: { $what }
of-task = { $kind } ({ $task })

ask-later =
    When shall we remind you again?
    Whatever is done by then is left out.
do-tonight = Tonight, { $at }
do-tomorrow = Tomorrow, { $at }
do-next-week = Next week, { $at }
put-off =
    You will be reminded of { $n } again
    At { $at }. Whatever is done by then is left out.
no-later =
    This cannot wait any longer
    It is due soon, or is to be reminded of again already. Please do it as soon as you can.

kinds =
    Choose the kinds
    Choose one to turn it off, or on again. Answers and verdicts come as ever.
kind-on = Turn off: { $kind }
kind-off = Turn on: { $kind }
muted =
    Turned off: { $kind }
    Turn it on again here, or say “reminders”.
do-unmute = Turn on again
kind-session = Sessions
kind-attendance = Attendance that is missing
kind-taking = Sessions without attendance
kind-questions = Questions about attendance
kind-registration = Registration
kind-returned = Work that was returned
kind-essay = The essay's last day
kind-task = A task's last month
kind-count = How many are still to do
kind-draft = A draft that was left
kind-provisional = A provisional result
kind-approvals = Approvals that wait too long
kind-quarter = The quarter's remarks
kind-closing = Provisional results to be closed

ask-hours =
    When shall reminders come?
    What concerns an officer's work comes in working hours only.
hours-morning = In the morning ({ $opens }–{ $closes })
hours-afternoon = In the afternoon ({ $opens }–{ $closes })
hours-evening = In the evening ({ $opens }–{ $closes })
do-house = As everybody
ask-week =
    On how many days a week at most?
    What was not said yet is in the next message.
days-a-week = { $n } a week
ask-pause =
    For how long?
    What is due meanwhile may pass without a reminder.
days = { $n } days, from today on
