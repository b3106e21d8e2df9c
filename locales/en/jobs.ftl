heading-name = Job
heading-cron = Schedule (cron)
heading-last = Last run
heading-next = Next run
heading-note = Note
what-approvers-clock = Watches hand-ins that wait too long: a nudge, the substitute, the next level
what-broadcasts = Sends announcements to many people, bit by bit
what-digest = The weekly digest for secretaries and officers
what-find-reminders = Finds who is to be reminded of what today
what-purge-handled = Clears updates handled, and messages sent and reminders over long ago
what-reminders = Sends the reminders, one message a person a day
what-session-news = Tells people of changes to a session
what-tell-operator = Tells the operators of trouble
never = has not run yet
last = done at { $at }: { $rows } rows, { $owed } messages (looked up to { $due })
next-owed = as soon as the product runs (of { $due })
missed = { $due } was left out: it was too late.
failing = Fails with { $error } since { $since }, tried { $tries } times; the log says more.
how = Try a job without sending anything: hanhtrinh jobs run NAME --at "2027-03-01 08:00" --dry-run
unknown = There is no job “{ $name }”. There are: { $names }.
not-a-moment = “{ $said }” is no moment such as 2027-03-01 08:00.
too-far = A trial can be within { $days } days of today only.
only-now = A real run is always of this moment: as of another one it might write to people at night. Leave out --at, or add --dry-run.
to = → { $who } ({ $channel })
leaves = leaves at { $at }
elsewhere = leaves at { $at } by { $by }: { $why ->
        [window] its reader has not written for too long
       *[quota] the bot’s month is nearly used up
    }
template = leaves at { $at } as a template (for money): its reader has not written for too long
held = held from { $at } { $why ->
        [window] until its reader writes, who has not for too long
        [card] until its reader writes: a card only changes its words, nobody needs to be called
       *[quota] until its reader writes or the month ends: the bot’s month is nearly used up
    }
over = not sent: too late, or a newer message says it
together = one message with { $n } others that wait
calls = { $n } messages in a row
unreached = → { $who }: not to be reached: { $why ->
        [window] has not written for too long
       *[quota] the bot’s month is nearly used up
    }
expires = dropped unless it left by { $at }
key = key { $said }
why = why: { $why }
tried = Tried as of { $at }: { $n } messages would leave, { $rows } rows dealt with, { $silent } messages are owed already and stay silent. Nothing was written.
count-elsewhere = { $n } of them go by another chat of their reader.
count-template = { $n } of them are templates, for money.
count-held = { $n } more are held.
count-over = { $n } more are not sent.
count-unreached = { $n } people are not to be reached.
month = { $bot }: of { $month } { $left } of { $of } messages are left (in both directions); this run would use { $used }.
say-yes = A real run writes to people. Add --yes, or try it first with --dry-run.
confirm = Run { $names } now? People will be written to. (y/n)
yes = y yes
asked = { $name } is asked for; the running product takes it within { $seconds } seconds…
not-taken = No product is running that could do { $name }; nothing has changed. Start it: hanhtrinh run
not-done = { $name } has begun and is not done yet; look again with: hanhtrinh jobs
failed = { $name } failed ({ $error }); the log says more, and the product tries again when it is due.
done = { $name } is done: { $rows } rows, { $owed } messages.
