# Essays and pictures that are like what was handed in before: for assessors alone.

essay = ⚠️ Please check: { $share }% of the essay is also in that of { $name } ({ $task }, { $year }).
essay-own = ⚠️ Please check: { $share }% of the essay is also in { $task } of { $year } by the same member.
essay-hidden = ⚠️ Please check: { $share }% of the essay is also in one that is not yours to judge.
everybodys = ⚠️ Please check: { $share }% of the essay are sentences that very many others wrote.
exact = ⚠️ Please check: picture { $n } is the one that { $name } handed in ({ $task }, { $year }).
exact-own = ⚠️ Please check: the same member handed in picture { $n } for { $task } of { $year }.
exact-hidden = ⚠️ Please check: somebody handed in picture { $n } before, with work that is not yours to judge.
near = ⚠️ Please check: picture { $n } is much like one that { $name } handed in ({ $task }, { $year }).
near-own = ⚠️ Please check: picture { $n } is much like one the same member handed in for { $task } of { $year }.
near-hidden = ⚠️ Please check: picture { $n } is much like one handed in before, with work that is not yours to judge.
taken = ⚠️ Please check: by its camera, picture { $n } was taken on { $day }, outside the season.
more = ⚠️ … and { $n } more to check.
do-show = Compare

heading =
    Compared with the essay of { $name } ({ $task }, { $year })
    { $share }% of the words are the same. These are the { $n } longest passages; quotations may be the same, too. The conclusion is the assessor's.
passage =
    Passage { $n } ({ $words } words)
    ▸ { $author }: “{ $mine }”
    ▸ { $name }: “{ $theirs }”
text-gone =
    Compared with the essay of { $name } ({ $task }, { $year })
    { $share }% of the words are the same. That essay's text is not kept any more, so its passages cannot be shown.
pictures =
    Pictures compared
    The first: picture { $n } of { $author }, handed in at { $at }.
    The second: of { $name } ({ $task }, { $year }), handed in at { $before }.
nothing-to-see =
    Nothing to compare
    The other work is not yours to judge, or is not kept any more. If need be, please talk to the organisers.
