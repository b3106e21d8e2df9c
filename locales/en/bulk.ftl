# Bulk approval: only what nothing speaks against.

ask =
    Approve { $n } clean hand-ins?
    { $lines }
    { $left_out }
    Please look through the list and confirm once; for 10 minutes all of it can be undone.
line = • { $name } · { $task }
do-approve = Approve { $n }
do-open = Approve { $n } clean hand-ins
left-out = { $n } to be looked at one by one:
left-line = • { $name } · { $task }: { $why }
left-more = … and { $n } more.
why-sensitive = a task to be looked at by itself
why-above = the member asked for another look, or two opinions differ
why-differ = an opinion before returned it
why-again = handed in again after a return
why-reversed = a decision was taken back
why-files = a file has not arrived or cannot be used
why-essay = an essay in a file that was not read
why-words = no picture or document
why-same = the same evidence as another hand-in
why-date = the date lies outside the task's months, please have a look
why-alike = like another essay or picture, please check
nothing =
    Nothing can be approved together now
    { $left_out }
    Please open what waits one by one.
nothing-oldest =
    Of the { $n } that wait longest none can be approved together
    { $left_out }
    Please open what waits one by one; those that came later follow.
approved =
    ✅ Approved { $n }/{ $of }
    { $lines }
undone =
    Undone { $n }/{ $of }
    { $lines }
lost-approved = { $name } approved it at { $at }
lost-returned = { $name } returned it at { $at }
gone = does not wait for you any more
changed = was decided by itself since, and stays as it is
do-undo = Undo all (within 10 minutes)
toast-approved = Approved { $n }
already =
    This list was dealt with before
    Please open what waits again.
undone-before =
    This list was undone before
    Please open what waits again.
undo-too-late =
    The time to undo is over (until { $until })
    You can open each in “Decided lately” and take the decision back with a reason.
# what a member hears of several of their hand-ins, in one message
told = { $lines }
