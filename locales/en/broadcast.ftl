# An officer's announcement to many: choosing whom, writing, the sample, sending, stopping, who did not get it.

words = announce | announcement | write to members | broadcast

# what its readers read
message-member =
    Announcement of { $name }, { $post }

    { $text }

    (To talk about it, please turn to { $name } directly: an answer here does not reach them.)
message-officer =
    Announcement of { $name }, { $post }

    { $text }

    (To talk about it, please turn to { $name } directly: an answer here does not reach them.)
message-one =
    { $name }, { $post }, writes to you alone

    { $text }

    (To talk about it, please turn to { $name } directly: an answer here does not reach them.)
post-secretary = secretary of { $place }
post-executive = executive board of { $place }
post-standing-committee = standing committee of { $place }
post-organiser = organisers of the journey { $place }
post-supervisor = supervisor of { $place }
post-group-leader = leader of { $place }

# choosing whom
not-yours =
    This is not among what you look after
    The choice may be old, or posts have changed. Type “announce” to begin anew.
officers-only =
    This is for officers who write to members
    Type “menu” to see what you can do.
choose =
    Write to members: { $place }
    Choose to whom. Nothing leaves before you have read it over and confirmed.
choose-place =
    Write to which place?
    Choose a group or a unit.
one-place = { $name }
everywhere = The whole journey
do-all = All members: { $n }
do-new = Not registered: { $n }
do-silent = Registered, nothing in: { $n }
do-tasks = Behind on a task
do-risk = To look after
do-sessions = Absent from a session
do-roles = Officers
do-out = Not in the bot: { $n }
do-one = Write to them alone
do-places = Another place
do-back = Back
do-menu = Menu
do-more = More
do-last = The last one

tasks =
    Behind on which task? ({ $place })
    Members who took it on, have not enough approved, and have nothing waiting for approval.
tasks-none =
    Nobody is behind ({ $place })
    Whoever registered has something approved or waiting.
one-task = { $task }: { $n }
roles =
    Write to officers: { $place }
    Choose which. It leaves in office hours.
roles-none =
    The roster has no officers ({ $place })
    They will be here once the organisers bring the roster up to date.
one-role = { $role }: { $n }
sessions =
    Absent from which session? ({ $place })
    { $lines }
session-line = • { $title } ({ $day })
sessions-none =
    Nobody was absent so far ({ $place })
    A session will be here once somebody declines it or does not come.
one-declined = Declined { $day }: { $n }
one-missed = Did not come { $day }: { $n }
out =
    Not in the bot: { $n } members ({ $place })
    { $lines }
    No message reaches them: please see or call them, and hand over the invitation.
out-line = • { $name } ({ $place })
out-none =
    All members are in the bot ({ $place })
    Everybody has opened it by their invitation.

role-group-leader = Group leaders
role-supervisor = Supervisors
role-secretary = Secretaries
role-executive = Executive board
role-standing-committee = Standing committee
role-party-committee = Party committee
role-organiser = Organisers
who-all = All members
who-new = Members who have not registered
who-silent = Members who registered and handed in nothing
who-risk = Members to look after, so that they finish the year
who-behind = Members behind on { $task }
who-declined = Members who declined “{ $title }”
who-missed = Members who did not come to “{ $title }”
who-in = { $who } · { $place }
who-again = { $who }, only those who did not get it

# writing, and reading it over
ask =
    To { $who }: { $n } people
    Write the text ({ $limit } characters at most, text only). Your name always stands above it; you read it over before it leaves.
ask-one =
    To { $who } alone
    Write the text ({ $limit } characters at most, text only). Your name always stands above it; you read it over before it leaves.
only-text =
    An announcement is text only
    Please put a picture or a file at an https address and paste that.
do-ready = Use the ready-made reminder
nobody =
    There is nobody to write to: { $who }
    Maybe everybody is done. Choose others.
nobody-reached =
    A message reaches nobody: { $who }
    { $reach }
    Please see or call them.
sample =
    What stands above will leave exactly so
    To { $who }
    { $reach }
    { $when }
    To change it, send the new text.
reach = { $people } people: a message reaches { $reachable }
reach-not-joined = • not in the bot: { $n }
reach-closed = • blocked the bot: { $n }
when-now = It begins to leave within a minute after you confirm.
when-later = It begins to leave at { $at }, when people may be written to.
do-send = Send to { $n }
do-send-one = Send
do-not = Do not send
not-sent =
    Dropped; nobody got it
    Type “announce” to write another one.
ready-new = The year's tasks wait for you. Open the bot, type “register”, choose your tasks and confirm; it takes a few minutes. If you would like help choosing, just ask me.
ready-new-closed = You have not registered for this year’s tasks, and the registration is not open now. Please talk to me directly so that we find a way for you to take part.
ready-silent = You have registered and handed in nothing yet. If you have done something, type “hand in” and send a picture; if not, type “book” to see where to begin.
ready-risk = You still have tasks to do this year. Type “book” to see which to do first, then “hand in” when you have evidence. If something is in the way, tell me.
ready-behind = Your task { $task } has not enough yet. Type “book” to see what is missing, then “hand in” to send evidence. If something is in the way, tell me.

# sending, stopping, what came of it
toast-sent = Confirmed
toast-stopped = Stopped
leaving =
    Leaving: { $sent }/{ $people }
    For the newest figure type “broadcast” and choose “The last one”. If you stop it, what has not left does not leave.
waits =
    Waits until people may be written to: { $sent }/{ $people }
    It goes on at { $at }. If you stop it, what has not left does not leave.
do-stop = Stop
stopping =
    Stopped
    { $sent } people have it; { $n } people will not get it.
done =
    Sent: { $sent }/{ $people }
    { $lines }
stopped =
    Stopped: { $sent }/{ $people } people have it
    { $lines }
missed-not-joined = • not in the bot: { $n }
missed-blocked = • blocked the bot: { $n }
missed-withdrawn = • withdrew their consent: { $n }
missed-gone = • not among them any more: { $n }
missed-failed = • the platform did not take it: { $n }
missed-unclear = • not known whether it arrived: { $n }
missed-stopped = • you stopped it: { $n }
missed-late = • too late after it was confirmed: { $n }
missed-window = • has not written for too long to be written to: { $n }
missed-quota = • the bot has no messages left this month: { $n }
do-missed = Who did not get it: { $n }
do-again = Send to those who did not get it
list =
    Did not get it: { $n } people
    { $lines }
    Who is not in the bot or blocked it: please see or call them.
line = • { $name } ({ $place }): { $why }
line-reachable = • { $name } ({ $place }): { $why }; reached on { $channel } now
why-not-joined = not in the bot
why-blocked = blocked the bot
why-withdrawn = withdrew the consent
why-gone = not among them any more
why-failed = the platform did not take it
why-unclear = not known whether it arrived
why-stopped = not sent when it was stopped
why-late = too late
why-window = has not written for too long to be written to
why-quota = the bot has no messages left this month
