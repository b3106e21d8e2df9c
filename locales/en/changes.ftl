# Requests to change tasks after the registration closed.

words = requests | request | change requests

queue =
    Requests to change tasks that wait: { $count }
    { $lines }
queue-line = { $n }. { $name }, since { $since }
one = { $name }
more = Show more
menu = Menu
nothing =
    No request to change tasks is waiting
    New requests of members will be announced here.

ask-reason =
    Why would you like to change?
    Write a sentence or two (at most { $limit } characters), such as: “I am moving to another unit and cannot join the contest”. Write “cancel” to stop.
ask-reason-again =
    Why would you like to change?
    Please write the reason in words, at most { $limit } characters. Write “cancel” to stop.
asked =
    ⏳ Your request is sent
    It waits for:
    { $names }

    Your present choice holds until the request is approved.
companion = • { $name }
companion-unlinked = • { $name } (not in the system yet, please tell them yourself)
withdraw = Withdraw the request
withdrawn =
    The request is withdrawn
    Your present choice stays.
open = See registration
book = My book

not-now =
    The request could not be sent
    This choice is an old one, or registration is open and you can change it yourself.
already-asked =
    A request of yours is waiting
    Once it is decided or withdrawn you can send another.
nothing-new =
    There is nothing to send yet
    Choose enough tasks and change at least one, then send.
nobody =
    The request could not be sent
    The roster names nobody in charge of your group or unit. Please tell the organisers.
gone =
    This request was not found
    The choice may be an old one.
own =
    This is your own request
    Somebody else in charge will consider it.
not-yours =
    Somebody else is in charge of this request
    Who accompanies the member now will consider it.

card =
    { $name } asks to change tasks
    { $place } · { $at }

    { $parts }
added =
    Takes:
    { $tasks }
dropped =
    Drops:
    { $tasks }
reason = Reason: { $reason }
approve = Approve
return = Return
ask-answer =
    { $name }'s request: why is it returned?
    Write a sentence or two (at most { $limit } characters); the member reads it as written. Write “cancel” to stop.
ask-answer-again =
    Why is it returned?
    Please write the reason in words, at most { $limit } characters. Write “cancel” to stop.
approved-line = { $name } approved, { $at }.
returned-line = { $name } returned it, { $at }: { $answer }
withdrawn-line = The member withdrew the request.
outdated-season = The request belongs to an earlier year's journey and no longer holds.
outdated-choice = The choice was changed after the request was sent, so the request no longer holds.
outdated-task = A task it adds is not possible any more this year, so the request no longer holds.
told-outdated =
    Your request to change tasks cannot be carried out
    { $why }
    Your present choice stays. If you still want to change it, look at your registration and send a new request.
toast-decided = Recorded.
toast-too-late = It was decided before.
told-approved =
    ✅ Your request to change tasks is approved
    Decided by { $name }. The new tasks are in your book; the old ones are kept there too.
told-returned =
    Your request to change tasks was returned
    { $name }: “{ $answer }”
    Your present choice stays.
