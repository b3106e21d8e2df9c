# Reminders of approvals that wait: to the approver, the substitute, the next level. One message a person a day at most.

waiting =
    { $n } { $n ->
        [one] hand-in waits
       *[other] hand-ins wait
    } for approval
    The oldest since { $since } ({ $days } working days). The members look forward to your answer.
    { $lines }
substitute = • { $n } in place of { $names }.
next-level = • { $n } that had no answer and now come to you; whoever was asked first may still decide.
do-queue = Show what waits
