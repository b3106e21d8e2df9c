# Appeals: a member asks the next level to look at a return again.

ask =
    Another look at { $task }
    The reason of the return: “{ $reason }”
    Please write briefly why it should be looked at again, { $most } characters at most. Each version may be looked at again once; if you can complete it now, handing in again is faster.
ask-words =
    Please write why it should be looked at again, { $most } characters at most.
    If it is not needed any more, type “cancel”.
sent =
    🙋 You asked for another look at { $task }
    Waiting for { $who }, since { $since }. You will hear as soon as there is an answer.
do-withdraw = Take the request back
withdrawn =
    You took back your request about { $task }
    Please complete it and hand in again, the version before is kept.
once =
    Another look at this version was asked for once
    Your book says who holds it; if there is an answer, please complete it and hand in again.
not-returned =
    This version is not returned now
    Your book says where it stands.
begun =
    You have begun a new version
    Hand the new version in, or give it up and then ask for another look.
nobody =
    The roster has nobody above who could look at it again
    Please talk with whoever returned it, or complete it and hand in again.
not-waiting =
    Nobody has to answer this request any more
    Your book shows the result.
