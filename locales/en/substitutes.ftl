# Substitutes: naming who decides while one is away.

words = substitute | substitutes
tomorrow-words = tomorrow

for = { $name } in place of { $first }
card-line = You decide in place of { $names }.
queue-line = { $line }, in place of { $names }

overview =
    Substitutes while somebody is away
    { $lines }
    A substitute decides beside who is away on the days chosen; the record names both.
none = Nobody stands in for anybody now.
line = • { $name } in place of { $first }: from { $begins } to { $ends }
do-mine = Name a substitute for me
do-other = Name one for another officer
do-end = End: { $name }
more = More
menu = Menu
back = Back
one = { $name }

for-whom = Who will be away?
nobody-below =
    There is no other officer in the unit yet
    The roster names no group leader, supervisor or executive here. Please complete it.
who =
    Who stands in for { $name }?
    Choose an officer of the same unit.
nobody =
    Nobody can stand in for { $name } yet
    The roster names no other officer of the unit. Please complete it.
from =
    From which day does { $name } stand in for { $first }?
    Choose, or type a day such as 05/03.
to =
    { $name } stands in for { $first } from { $day }. Until which day?
    Choose, or type a day such as 20/03. { $most } days at most.
day = From { $day }
until = Until { $day }
day-again =
    Please type day and month, such as { $example }
    To leave it, type “cancel”.

toast-set = Done
toast-ended = Ended
told-set =
    { $by } has named a substitute
    { $line }
told-ended =
    { $by } has ended a substitution
    { $line }
do-queue = Show what waits
do-decline = I cannot do it
not-there =
    There is no such substitution
    It may have ended, or the posts have changed. Please begin again with “substitutes”.
