no-updates = No update needs you.
no-messages = No message needs you.
next = Explain one: hanhtrinh { $command } show ID · again: retry ID… or --all · dealt with: drop ID…
which = Name the rows by their ids, or all of them by --all.
not-a-status = There is no status “{ $said }”; there are: { $statuses }.
not-a-day = “{ $said }” is no day written dd/mm/yyyy.
heading-id = Id
heading-received = Received
heading-changed = When
heading-channel = Channel
heading-chat = Chat
heading-kind = Kind
heading-status = Status
heading-attempts = Attempts
heading-must-arrive = Must arrive
heading-expires = Expires
heading-error = Error
must-arrive-yes = yes
must-arrive-no = no
never = never
body-warning = What follows is somebody's personal data. Read it only if you need to, and copy it nowhere.
retried = { $count ->
    [one] One row is back; the running product takes it up within a second or so.
   *[other] { $count } rows are back; the running product takes them up within a second or so.
}
dropped = { $count ->
    [one] One row is dealt with; you will not be told of it again.
   *[other] { $count } rows are dealt with; you will not be told of them again.
}
again-not-there = { $id }: there is no such row, or nothing is wrong with it.
again-expired = { $id }: it is too late, sending it now would mean nothing; drop it.
again-overtaken = { $id }: its card was said again since; drop it.
update-unparsed =
    This update cannot be read: a shape we do not know, or a broken body. The person's other messages are handled.
    Do: report it with its id; retry after an update of the product, else drop it.
update-poison =
    This update took its database transaction down again and again and was set aside; the person has no answer yet.
    Do: look at the log around that time; retry once the database is well. If it comes back it is a defect: report it.
update-defect =
    The product met a defect in handling this; nothing of it was written, the person was told that something is wrong.
    Do: find this id (inbox_id) in the log and report it; retry after an update. If the person did it again meanwhile, drop it.
message-refused =
    The platform will not take this message, nor if it is sent again as it is; its reason stands under Error.
    Do: “chat not found” means that the person never opened the bot: ask them to, then retry. Else it is a defect: report, drop.
message-not-now =
    It was tried several times, each time the platform said later, or met an error of its own; so it was given up.
    Do: retry once the platform is well.
message-unknown =
    Nobody knows whether it arrived: the connection broke after sending, or the product ended in between.
    Do: ask the person; retry if it is not there (if it is, they get it twice), else drop it.
message-chat-closed =
    This person blocked the bot or left; nothing reaches them until they open it again.
    Do: find another way; retry once they are back.
message-defect =
    The product met a defect in preparing this message (say, an attached file is not in the store any more); it never left.
    Do: find this id (outbox_id) in the log, mend the cause, then retry.
