alarm =
    Hành trình needs its operator:
    { $lines }
send = Send this line to the running bot, from the chat that shall get the alarms: { $code }
waiting = Waiting, { $minutes } minutes at most… (Ctrl+C ends it)
found = Found. Put this line into .env and start again:
not-found = No message has this code. Is the product running (hanhtrinh run) on the same database? Try again.
