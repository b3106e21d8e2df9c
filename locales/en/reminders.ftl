# Each thing people are reminded of is one sentence: what, by when, what to do. None of them blames.

# Registration

registration-opens = Registration of the { $year } tasks is open until { $closes }. Please choose yours: it takes about two minutes.
registration-closes = { $days ->
        [0] Today ({ $closes }) is the last day to register
        [one] { $days } day left to register
       *[other] { $days } days left to register
    } the { $year } tasks{ $days ->
        [0] {""}
       *[other] {" "}(until { $closes })
    }. You have not registered yet: it takes about two minutes.
do-register = Register tasks

# Sessions

session = { $days ->
        [0] Today
        [1] Tomorrow
       *[other] In { $days } days
    }: “{ $title }”, { $at }{ $where }. { $answered ->
        [yes] See you there.
       *[no] Please say whether you can come.
    }
session-place = , at { $place }
session-online = , online
do-session = See the session of { $at }
attendance = “{ $title }” on { $day }: your attendance has not been recorded. If you were there, please say so before { $until }, so that the organiser can record it.
do-attendance = I was there
taking = “{ $title }” on { $day }: nobody's attendance has been recorded. Please record who was there before { $until }, while everybody remembers.
do-taking = Record attendance
questions = “{ $title }” on { $day }: { $n } say they were there and wait for your answer, before { $until }.
do-questions = Answer

# Tasks

task = { $code } · { $title_en }: { $days ->
        [0] today ({ $day }) is the last day
        [one] { $days } day left (until { $day })
       *[other] { $days } days left (until { $day })
    }. { $begun ->
        [yes] You have begun; please hand in the rest.
       *[no] Please send your evidence when it is done.
    }
essay = { $code } · { $title_en }: { $days ->
        [0] today ({ $day }) is the last day
        [one] { $days } day left (until { $day })
       *[other] { $days } days left (until { $day })
    }. { $begun ->
        [yes] Your text is begun; please go on with it.
       *[no] You can write it bit by bit; the words are counted for you.
    }
count = { $code } · { $title_en }: { $have } of { $need } so far, { $missing } to go; { $by ->
        [month] { $months ->
            [one] { $months } month left
           *[other] { $months } months left
        }
       *[day] { $days ->
            [one] { $days } day left
           *[other] { $days } days left
        }
    } (until { $day }).
returned = { $code } · { $title_en } was returned on { $since } for more. All you sent is still there: please read the remarks, add what is missing, and hand it in again.
draft = { $code } · { $title_en }: you have been preparing it since { $since }. Please look it through and hand it in when it is complete.
provisional = { $code } · { $title_en } is provisionally passed, awaiting confirmation. When you know the result, please send its proof by { $day }.
do-task = Do { $code }
do-write = Go on with { $code }
do-again = See remarks on { $code }
do-proof = Send proof for { $code }

# Officers

quarter = { $days ->
        [0] Today ({ $day }) is the last day
        [one] { $days } day left
       *[other] { $days } days left
    } of quarter { $quarter }/{ $year }{ $days ->
        [0] {""}
       *[other] {" "}({ $day })
    }: please write your remark on each outstanding member and send the results to the Party committee.
closing = Your unit still has provisional results awaiting confirmation. Please look them through, and record or settle them by { $day }.
do-members = See members
do-awaiting = See provisional results
