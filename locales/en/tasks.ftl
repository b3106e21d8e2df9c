# A task explained: what counts, when, who assesses, what proof.

words = tasks | the tasks

overview =
    Tasks of { $year }
    { $title }
    Choose a category to read about its tasks.
category = { $title }
of-category =
    { $title }
    { $tasks }

    Choose a task to read how it is done.
one = { $task }
item = • { $code } { $title }
line = { $n }. { $code } { $title }
more = Show more
others = Other tasks
back = Back to registration
pick = Choose this task
hand-in = Hand in evidence
in-book = See it in my book

explained =
    { $code } · { $title }
    { $criteria }

    { $when }

    { $assessed }

    Evidence (one kind or several):
    { $proof }

    In the plan's words: “{ $wording }”
next-session = Next session: { $title }, { $when }. Type “calendar” to say whether you come.
not-this-year =
    The programme of { $year } has no task { $code }
    The choice may belong to an earlier year. Please see the tasks of { $year }.
criteria-all =
    What counts:
    { $criteria }
criteria-any =
    One of these is enough:
    { $criteria }
criterion-count = • { $label }: { $strict ->
        [yes] more than
       *[no] at least
    } { $value }{ $unit }{ $per ->
        [quarter] {" "}each quarter
       *[year] {""}
    }{ $when }{ $ours ->
        [yes] {" "}(your unit confirms the number)
       *[no] {""}
    }
criterion-yes-no = • { $label }{ $when }
criterion-level = • { $label }{ $when }
criterion-words = • { $label }: { $strict ->
        [yes] more than
       *[no] at least
    } { $value } words{ $unit }{ $when }
when = , in { $months }
months-all = the whole year
months-range = months { $first } to { $last }
months-list = months { $months }
in-time = When: { $months }, { $year }. Still possible.
out-of-time = When: { $months }, { $year }. Not possible any more.

assessed-by =
    Assessed by:
    { $bodies }
    { $alone }
assessed-by-any =
    One of these assesses it:
    { $bodies }
    { $alone }
assessed-by-all =
    All of these assess it:
    { $bodies }
    { $alone }
assessed-by-organiser =
    Assessed by who organised it:
    { $bodies }
    { $alone }
alone = Or the attached evidence is enough.
body-line = • { $body }
body = { $title }
body-named = { $title } – { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }

proof = • { $title }
given = When you hand it in you also say: { $fields }.
