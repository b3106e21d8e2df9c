# Reviews: the queue, the card, returning, undoing; and what the member is told.

words = review | reviews | approve

nothing =
    Nothing is waiting for you
    You will hear here at once when there is new evidence.
for-officers =
    Approving is for the officers in charge
    You will hear here at once when your evidence is decided. Please choose below.
queue =
    Waiting for you: { $n }
    { $lines }
    Choose one to look at and decide.
queue-line = { $n }. { $name } · { $task }, since { $since }{ $days ->
        [0] {""}
       *[other] {" "}({ $days } days)
    }
one = { $name } · { $task }
do-more = More
do-queue = Waiting for me
do-menu = Menu

card =
    { $task }
    { $lines }
author = Member: { $name } ({ $place })
version = Version { $n }. Last time was missing: { $reason }
handed-in = Handed in at { $at }
asks =
    To be judged:
    { $criteria }
ask = • { $label }
brought = Handed in:
verdict-approved = ✅ { $name } ({ $body }) approved at { $at }.
verdict-returned = 🔁 { $name } ({ $body }) returned it at { $at }. Reason: { $reason }
on-evidence = Accepted on the attached evidence; you may still approve or return it.
waits = This waits for your review.
others-wait = The other assessor still has to answer.
above-waits = ⏳ Waiting for the decision of { $who }.
appealed = 🙋 The member asked for another look at { $at }: “{ $reason }”
reversed-approved = ↩️ { $name } took back the approval of { $whose } at { $at }. Reason: { $reason }
reversed-returned = ↩️ { $name } took back the return of { $whose } at { $at }. Reason: { $reason }
organiser-elsewhere = ℹ️ Nobody in the roster assesses for the organiser “{ $name }”, so this was routed by the member's own unit.
recorded-paper = A result of this task was brought forward from paper ({ $at }).
recorded-proof = A secretary has recorded the proof of this task ({ $at }).
recorded-attend = Attendance at a session already counts for this task ({ $at }).
same-elsewhere = ⚠️ Please check: the same evidence was handed in at { $at }.
organiser-not-ours = Nobody in the roster assesses for the organiser “{ $name }”, so your evidence goes by your own unit.
do-approve = Approve
do-return = Return
do-look = Look at everything
do-undo = Undo (within 10 minutes)
do-reverse = Take the decision back…
do-keep = Keep the decision
do-decided = Decided lately
do-appeal = Ask for another look
do-not-return = Back to the card
toast-approved = Approved
toast-returned = Returned
toast-undone = Undone
toast-reversed = Taken back

everything =
    { $task }
    Everything { $name } handed in.
words-of =
    { $name } writes:
    { $words }

ask-reason =
    Return { $task } of { $name }: why?
    Choose a reason or type a short one. The member reads it as it is.
label-date = No date
label-blurred = Picture not readable
label-organiser = No organising body
label-wrong-task = Not for this task
label-other = Another reason
reason-date = The evidence shows no date. Please add when it took place, or a paper with the date.
reason-blurred = The picture is blurred and cannot be read. Please take it again.
reason-organiser = The organising body is missing. Please add it, or a paper that names it.
reason-wrong-task = The evidence does not match what the task asks. Please look at the task and hand in again.
ask-words =
    Please type the reason, { $most } characters at most. The member reads it as it is.
    To return nothing after all, type “cancel”.

already =
    This was decided before
    { $name } { $verdict } at { $at }.
already-approved = approved it
already-returned = returned it

decided =
    Decided in the last three months
    { $lines }
    Choose one to look at it again; if need be, you can take the decision back with a reason.
decided-approved = { $n }. ✅ { $name } · { $task }, approved on { $on }
decided-returned = { $n }. 🔁 { $name } · { $task }, returned on { $on }
decided-nothing =
    Nothing was decided in the last three months
    What you approve or return will be listed here.
decided-none-here =
    None of these { $n } decisions is yours to look at again
    They are for officers nearer to the members. Choose “More” to see earlier ones.
ask-reversal =
    Take back the decision on { $task } of { $name }: why?
    Choose a reason or type one, { $most } characters at most. The member and all who gave an opinion read it as it is; the evidence goes back to the list of what waits.
ask-reversal-words =
    Please type the reason, { $most } characters at most.
    To keep the decision, type “cancel”.
label-mistake = Decided by mistake
label-new-facts = There is new information
reversal-mistake = The decision before was a mistake.
reversal-new-facts = There is new information about this activity, so it has to be looked at again.
own-work =
    Nobody approves their own evidence
    Another assessor of the plan will look at it.
not-there =
    This does not wait for you any more
    There may be a newer version, or the posts have changed. Please open the list again.
undo-too-late =
    The time to undo is over (until { $until })
    You can still take the decision back with a reason: choose “Take the decision back”.
undo-too-late-next =
    It cannot be undone any more
    The member has handed in a new version; you find it in your list.
undo-after-another =
    It cannot be undone any more
    After it { $name } { $verdict } at { $at }. If something must change, please talk with { $name }.
undo-above =
    It cannot be undone any more
    This is with { $who } now.

told-approved =
    ✅ { $task } is approved
    { $name } ({ $body }) approved your evidence. { $next }
told-done = Congratulations, this task is done!
told-exempt = You are exempt from this task; the result is kept in your book.
told-go-on = Go on with the rest.
told-one-of-all =
    ✅ { $task }: one more approval
    { $name } ({ $body }) approved; the other assessor still has to answer.
told-differ =
    { $task }: the two opinions differ
    { $who } will decide. You need not do anything.
told-returned =
    🔁 { $task } needs more
    { $name } ({ $body }): “{ $reason }”
    Please complete it and hand in again, the version before is kept.
told-upheld =
    🔁 { $task }: after another look the return stands
    { $name } ({ $body }): “{ $reason }”
    Please complete it and hand in again, the version before is kept.
told-undone =
    { $task }: the last verdict was taken back
    Your evidence is being looked at again, you need not do anything.
told-undone-draft =
    { $task }: the last verdict was taken back
    Your evidence is being looked at again. Your correction held only the old evidence and was withdrawn; you need not do anything.
told-reversed =
    ↩️ { $task }: the decision before was taken back
    { $name }: “{ $reason }”
    Your evidence is being looked at again, you need not do anything.
told-reversed-draft =
    ↩️ { $task }: the decision before was taken back
    { $name }: “{ $reason }”
    Your evidence is being looked at again. Your correction held only the old evidence and was withdrawn; you need not do anything.
told-reversed-accepted =
    ↩️ { $task }: the decision before was taken back
    { $name }: “{ $reason }”
    The task counts on the evidence attached; you need not do anything.
accepted-on-evidence =
    ✅ Accepted on the attached evidence: { $task }
    By the plan, attached evidence is enough. The officer may still ask you for more.
do-again = Hand in again
do-book = My book
nobody =
    Nobody in the roster can assess this
    { $name } handed in { $task }, but nobody belongs to: { $bodies }. Please add someone to the roster so that it can be assessed.
