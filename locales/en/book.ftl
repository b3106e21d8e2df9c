# My book: where each task stands, what is next, who holds it and since when.

words = book | my book | progress

overview =
    My book ({ $document }) { $year }: { $done }/{ $needed } tasks
    { $outcome }

    { $categories }

    These results follow your training; consideration and admission are decided by the Party committee.
amount = { $have }/{ $need }{ $unit }
amount-over = { $have }{ $unit } ({ $need } needed)
category = { $title }: { $amount }{ $provisional ->
        [0] {""}
       *[other] {" "}({ $provisional } provisional)
    }
block =
    { $category }
    { $tasks }
line = • { $task }: { $state }
one = { $code }
more = Other tasks
hand-in = Hand in evidence
picture = Progress picture
paper = Download the book
back = Back to my book
explain = How it is done
register = Register tasks
dropped = Changed, not counted: { $codes }.

outcome-in-progress = In progress
outcome-provisional = Provisionally passed, to be confirmed
outcome-passed = The year's requirements are met

state-todo = not started ({ $months })
state-draft = being prepared, not handed in { $counted }
state-waiting = ⏳ with { $holders } since { $since } { $counted }
state-returned = needs more (since { $since }), please hand in again { $counted }
state-partial = approved in part, not enough yet { $counted }
state-provisional = provisionally done, to be confirmed { $counted }
state-done = ✓ done
state-late-missed = not possible any more this year { $counted }
state-exempt = exempt
state-dropped = changed for another task, not counted
counted = ({ $have }/{ $need }{ $unit } approved)
counted-over = ({ $have }{ $unit } approved, { $need } needed)
note-waiting = { $holders } since { $since }
note-partial = { $amount } approved
holder-nobody = { $title } (nobody in the roster yet)
or = { $first }; { $then }

task =
    { $code } · { $title }
    { $state }

    { $counts }

    { $history }
state-line = State in { $year }: { $state }
count = • { $label }: { $amount }
criterion-unknown = • { $label }: not known yet
criterion-holds = • { $label }: met
criterion-short = • { $label }: not met yet
counts =
    Approved so far:
    { $counts }

history =
    Handed in:{ $earlier ->
        [0] {""}
       *[other] {" "}(and { $earlier } earlier versions)
    }
    { $versions }
history-none = You have not handed in anything for this task.
version =
    Part { $part }, version { $version } ({ $evidence } pieces of evidence): { $state }{ $at }
    { $opinions }
handed-in = , handed in { $at }
handin-draft = being prepared
handin-waiting = waiting
handin-approved = approved
handin-returned = needs more
handin-withdrawn = withdrawn
opinion-waiting = – With { $who } since { $since }
opinion-approved = – { $who } approved, { $at }
opinion-returned = – { $who } asked for more, { $at }: { $reason }
taken-back-approved = – { $who } took the approval back, { $at }: { $reason }
taken-back-returned = – { $who } took the return back, { $at }: { $reason }
appealed = – You asked for another look, { $at }: { $reason }

recorded-paper =
    Part { $part } ({ $evidence } pieces of evidence): brought forward from the paper book
    – assessed by { $assessor } on { $day }; recorded here by { $name } on { $at }
recorded-proof =
    Part { $part } ({ $evidence } pieces of evidence): the result is confirmed
    – recorded by { $name } on { $at }
recorded-attend =
    Part { $part }: attended { $assessor } on { $day }
    – recorded by { $name } on { $at }
ruled-exempt = Exempt since { $at } ({ $name }): “{ $reason }”
ruled-provisional = Provisional since { $at } ({ $name }): “{ $reason }”
ruled-unmet = Not met, by the confirmed result of { $at } ({ $name }): “{ $reason }”

start = Hand in evidence
continue = Continue the draft
hand-in-more = Hand in more
hand-in-proof = Hand in the proof
again = Hand in again

not-yours =
    This task is not in your book of { $year }
    The choice may be an old one or of an earlier year. Please open your book again.
not-registered =
    Your book of { $year } has no tasks yet
    Register the year's tasks to begin; it takes less than two minutes.

caption =
    Progress { $year }: { $done }/{ $needed } tasks
    You may keep this picture or send it to who accompanies you.
picture-season = Year { $year }
picture-done = tasks
picture-printed = As of { $day }
drawn-done = Done
drawn-provisional = Provisional
drawn-waiting = Waiting
drawn-returned = Needs more
drawn-in-progress = In progress
drawn-not-started = Not started
drawn-missed = Too late
exempt = Exempt
