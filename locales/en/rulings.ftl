# Exempting, calling a result provisional or unmet; always with a reason, and the member is told.

do-exempt = Exempt from this task
do-provisional = Provisional, to be confirmed
do-unmet = The result is: not met
do-lift-exempt = End the exemption
do-lift-provisional = No longer provisional
do-lift-unmet = Take “not met” back
do-not = Back, change nothing
do-reword = Change the reason
do-confirm-exempt = Exempt
do-confirm-provisional = Make it provisional
do-confirm-unmet = Not met

ask-exempt =
    Exempt { $name } from { $task }: why?
    Write a sentence or two ({ $limit } characters at most), without details of health or family; the member reads them as they are. You look again before it counts.
ask-provisional =
    { $task } of { $name } is provisional: what is waited for?
    Write a sentence or two ({ $limit } characters at most), for example “The decision about the title of the year”; the member reads them as they are.
ask-unmet =
    { $task } of { $name }: what is the confirmed result?
    Write a sentence or two ({ $limit } characters at most); the member reads them as they are. You look again before it counts.

summary-exempt =
    Look again before you exempt
    • Member: { $name }
    • Task: { $task }, { $year }
    • Reason: { $reason }
    The task is not asked for any more; book and reports say “exempt”. The member is told at once.
summary-provisional =
    Look again before it is provisional
    • Member: { $name }
    • Task: { $task }, { $year }
    • Waits for: { $reason }
    The result counts as provisional, apart, until the papers are here. The member is told at once.
summary-unmet =
    Look again before it is not met
    • Member: { $name }
    • Task: { $task }, { $year }
    • Result: { $reason }
    The result is not provisional any more. The member is told at once, and may still hand in other papers.

ask-lift =
    End “{ $kind }” of { $member }: why?
    { $task }
    { $name } ruled so at { $at }: “{ $reason }”
    Write the reason ({ $limit } characters at most); it counts once sent, and the member is told. To leave it as it is, type “cancel”.
kind-exempt = exempt
kind-provisional = provisional
kind-unmet = not met
already =
    Somebody was first
    { $name } ruled “{ $kind }” at { $at }. Your change has not been made.
changed =
    The task has changed meanwhile
    Your change has not been made. Please look at the task below.
toast-done = Done.

told-exempt =
    You are exempt from { $task } in { $year }
    { $name }: “{ $reason }”
    The task is not asked for any more; there is nothing for you to do.
told-provisional =
    { $task }: provisional, to be confirmed
    { $name }: “{ $reason }”
    When you have the papers, please hand them in for this task in your book.
told-unmet =
    { $task }: the confirmed result is “not met”
    { $name }: “{ $reason }”
    You may still hand in other papers; if something is unclear, please talk with { $name }.
told-lift-exempt =
    { $task } of { $year } is back on your list
    { $name }: “{ $reason }”
    The task counts again as before. Open your book to see what comes next.
told-lift-provisional =
    { $task }: not provisional any more
    { $name }: “{ $reason }”
    Open your book to see what comes next.
told-lift-unmet =
    { $task }: “not met” was taken back
    { $name }: “{ $reason }”
    Open your book to see what comes next.
