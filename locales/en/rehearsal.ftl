# The report of a rehearsal, for organisers to read before January, and a few words on the command line.

title = A rehearsal of { $year }
about = { $members } made-up members, { $groups } groups; seed { $seed } (the same seed, the same result). Nobody in this report exists.
would-finish = finish the year (provisional results included)
to-change = { $must ->
        [0] things to look at
       *[other] things to look at, { $must } of them have to change
    }
a-week = unasked messages, a member a week
messages-in-all = messages sent in the year

change = What to change before January
must = Has to change:
ends-early = { $code } · { $title }: when the registration closes ({ $day }) no month is left to do it.
ends-early-do = Extend the task's months, or close the registration earlier.
too-few-tasks = { $category }: { $need } tasks have to be completed, after the registration only { $left } can be.
too-few-tasks-do = Add tasks, add months, or ask for fewer.
known-later = { $codes }: a criterion is known only after the evaluation, so many members will be "provisional".
known-later-do = Agree beforehand: wait for the year's end, or take last year's result; tell the Party committees what "provisional" means.
no-spare-session = { $code } needs { $need } times, and the year has just { $planned } sessions: who misses one is short.
no-spare-session-do = Hold at least one more, or accept proof from elsewhere.
too-few-sessions = { $code } needs { $need } times, and the year has only { $planned } sessions: nobody can meet it at home alone.
too-few-sessions-do = Hold more sessions, or accept proof from elsewhere.
nobody-assesses = { $code }: the programme has { $bodies } assess it, but the model roster has no such post at that level.
nobody-assesses-do = Check the assessor's role and reach in the programme file.
after-last-year = The programme's last year is { $last }; the rehearsed year is { $year }.
after-last-year-do = Ask the organisers for the new plan, then set the title, first_year and last_year in the programme file.
closes-quiet = The registration closes on { $day }, in the middle of a holiday: nobody can be reminded in its last days.
closes-quiet-do = Close it on { $better }, or after the holiday: hanhtrinh season open … --closes
few-working-days = Month { $month } has only { $days } working days: approvals will pile up.
few-working-days-do = Set no deadline in that month; ask approvers to empty their queues before the holiday.
hand-in-by = The evaluation ends on { $day }; an approval can take up to { $days } working days.
hand-in-by-do = Ask members to hand in by { $by }.
too-late = { $n }/{ $of } reminders ({ $kind ->
        [session] sessions
        [registration] registration
        [attendance] attendance missing
       *[other] others
    }) were dropped: their moment lies out of hours.
too-late-do = { $kind ->
        [session] Begin sessions later, so that the reminder two hours before can leave, or drop it from the programme file.
       *[other] Move the deadline to an ordinary day, in working hours.
    }
still-waiting = { $body }: on 31/12 { $n } approvals still wait.
still-waiting-do = Set a day by which everything is decided; name a substitute for whoever is away.
slow-body = { $body }: half of the approvals take less than { $half } days, but the longest takes { $most }.
slow-body-do = Name more people, or agree on a weekly hour to approve together.
busy-officer = In some week one { $role ->
        [supervisor] supervisor
        [secretary] secretary
        [executive] member of the executive
        [standing_committee] member of the standing committee
        [party_committee] member of the Party committee
        [organiser] organiser
       *[other] group leader
    } has some { $minutes } minutes of approvals.
busy-officer-do = Share the work, or spread the groups' deadlines.
nobody-stands-in = { $n } approvers are away for a month without a substitute.
nobody-stands-in-do = Ask every approver to name one before leaving (/duyetthay).
hard-task = { $code } · { $title }: only { $done }/{ $of } of those who registered complete it.
hard-task-do = Hold an activity for this task, or suggest another at registration.

promises = Promises kept
check-out-of-hours = Messages sent out of hours, on a holiday or around Tết: { $n }.
check-over-budget = Weeks in which somebody was reminded more than { $budget } times: { $n }.
check-stuck = Conversations that could not go on: { $n }{ $n ->
        [0] {""}
       *[other] {" "}({ $where })
    }.
check-defects = Defects met: { $n }.
check-failed = Messages that failed: { $n }.
example = { $kind }, to { $who } at { $at }

finish = Who would finish
finish-how = As on 31 December; the number on the right is who finishes (provisional results included) of all.
by-character = By character
by-task = By task (of those who registered for it)
by-group = By group
outcome-passed = passed
outcome-provisional = provisional
outcome-in-progress = not enough
outcome-not-registered = not registered
outcome-not-joined = never joined
state-done = done
state-provisional = provisional
state-waiting = waiting
state-returned = returned
state-partial = in part
state-draft = begun
state-todo = not begun
state-late-missed = too late

load = Messages a day
replies = replies
unasked = unasked (news, reminders)
month = M{ $n }
load-notes = The gap at the beginning is Tết. From the afternoon of { $begins } to the morning of { $back } the process is down (assumed); what was not too late is done afterwards.
by-kind = By kind and receiver
kind = Kind
total = Total
kind-reply = replies
kind-news = news
kind-reminders = reminders
kind-approvers-clock = approvals urged
kind-digest = weekly digest
kind-digests = weekly digest
kind-broadcast = broadcast
kind-session = session
kind-sessions = session
kind-unassessed = nobody can approve
who-diligent = diligent
who-ordinary = ordinary
who-late = late
who-forgetful = forgetful
who-silent = silent
who-supervisor = supervisor
who-secretary = secretary
who-executive = executive
who-standing-committee = standing committee
who-party-committee = Party committee
who-organiser = organiser
post-group-leader = Group leader
post-supervisor = Supervisor
post-secretary = Secretary
post-executive = Member of the executive
post-standing-committee = Member of the standing committee
post-party-committee = Party committee
post-organiser = Organiser

burden = Is anybody bothered
burden-how = Unasked messages, a person a week. Reminders have a budget of { $budget } a week; news have none.
burden-reminders = Members: reminders
burden-members = Members: everything unasked
burden-officers = Officers: everything unasked
mean = Mean
p95 = 95% within
most = Most
reminders = What people were reminded of
reminder = Reminder
became = What became of it
count = Times
reminder-session = a session
reminder-attendance = attendance missing
reminder-taking = attendance not taken
reminder-questions = questions about attendance
reminder-registration = registration
reminder-returned = returned
reminder-essay = the essay
reminder-task = a task's last month
reminder-count = times still missing
reminder-draft = begun and left
reminder-provisional = provisional
reminder-approvals = approvals waiting
reminder-quarter = quarter's remarks
reminder-closing = provisional results to close
became-told = told
became-dropped = dropped
became-waiting = still waiting
why-done = done meanwhile
why-late = too late
why-partial = done in part
why-hours = out of hours
why-today = reminded that day already
why-kept = something more urgent went first
why-paused = the person wants none for a while
why-later = asked for later
why-budget = the week's budget was used up
why-muted = turned off
why-nearer = another one is nearer to the day
why-again = handed in again
why-waiting = waiting for approval
why-returned = handed in and returned
why-draft = being written
why-approved = approved
why-todo = no need yet
why-provisional = provisional by now
why-late-missed = too late to do
why-exempt = exempt
why-dropped = task dropped
why-appealed = appealed
why-season-over = the year is over
why-registered = registered
why-closed = registration closed
why-moved = moved to another day
why-declined = declined
why-seen = was there, or asked
why-taken = attendance taken
why-not-theirs = no longer theirs
why-cancelled = session called off
why-past = session over
why-no-post = no longer in office
why-no-channel = not to be reached
why-no-chat = not to be reached
why-withdrawn = withdrawn
why-nothing = nothing left to say
why-defect = a defect of ours, in the log

zalo = If members use a Zalo bot
zalo-enough = One Zalo bot ({ $seats } people, { $limit } messages a month) is enough for { $seats } members: about { $mean } messages in a mean month, about { $used } in the dearest one (month { $month }), { $percent }% of the plan.
zalo-short = One Zalo bot ({ $seats } people, { $limit } messages a month) is not enough for { $seats } members: about { $mean } messages in a mean month, but about { $used } in the dearest one (month { $month }), { $percent }% of the plan. One bot is enough for { $people } members only.
zalo-how = Messages count in both directions. From { $percent }% of the plan on the bot stops reminding, to keep the rest for answers; “enough” means that the dearest month stays below that. A whole bar is the plan of a month, for { $seats } members who are in the bot.
zalo-said = said
zalo-heard = heard
zalo-group = The dearest group is { $group }, in month { $month }: { $seats } people like them would use about { $used } messages, { $percent }% of the plan.
zalo-each = Each person, in their dearest month
zalo-month = Month
who-member = member
zalo-factor = Officers take seats of a bot, too. A rehearsal lives on a channel that has buttons and changes what it said; on Zalo each change is a new message, and so is each picture. So what is said was multiplied by { $members } here (by { $registering } in the months of the registration; for officers by { $officers }, what is heard by { $heard }): measured by rehearsing the same year on a channel that can what a Zalo bot can.

approvals = Approvals
body = Body
decided = Decisions
half = Half within
open = Still waiting
approvals-how = Days waited, holidays included.
busiest = Who is busiest
officer = Officer
hours = Hours in the year
fullest = Minutes in the fullest week
minutes-how = An estimate: { $card } minutes a decision, { $essay } an essay. To compare people with each other.

assumptions = What the rehearsal assumes
assumptions-how = Shares and spans are in bot/rehearsal/people.toml.
is-diligent = joins at once, works early, corrects within days. Group leaders are all like that.
is-ordinary = spreads the work over the year, forgets at times, acts when reminded.
is-late = acts only when reminded or on the last day.
is-forgetful = works steadily, but leaves what is returned.
is-silent = never opens the invitation.
officer-prompt = Officers who decide at once
officer-slow = Slow officers
officer-covered = Officers away, with a substitute
officer-uncovered = Officers away, without one
is-prompt = decide within two working days.
is-slow = decide after three to nine working days.
is-covered = are away for a month and named a substitute.
is-uncovered = are away for a month and named nobody.
studied = Each unit holds { $n } sessions that count for { $code }, at { $at }: { $days }.
made-up = Party committees are taken to use the chat. The result shows where it gets stuck; it foretells nobody's year.

# The command line

begins = Rehearsing { $year }: { $members } members, { $groups } groups, seed { $seed }. The real database is not touched.
month-over = Month { $month }: { $updates } things done, { $messages } messages.
written = The report is in { $file }. { $must ->
        [0] Nothing has to change; { $look } things to look at.
       *[other] { $must } things have to change, { $look } to look at.
    }
cost = It took { $seconds } seconds, { $each } microseconds of CPU a message.
broken = Some promise of the product was not kept: see "Promises kept".
bad-members = --members has to be from 1 to { $most }.
bad-groups = --groups has to be from 1 to the number of members ({ $members }): a group needs somebody.
bad-year = --year has to be from { $first } to { $last }.
cannot-read = The programme { $file } cannot be read. There are: { $shipped }; or give the path of a .toml file.
no-folder = There is no folder { $folder } for the report. Make it, or choose another place with --out.
cannot-write = The report cannot be written to { $file } ({ $reason }). Choose another place with --out.
stopped = Stopped; nothing is kept.
help = Rehearse a year with made-up people and write an HTML report.
help-programme = A .toml file or the name of a shipped one.
help-members = Number of members.
help-groups = Number of groups.
help-seed = The same seed, the same result.
help-year = The year to rehearse.
help-out = The report's file.
