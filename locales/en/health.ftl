database-silent = The database (or the data disk) did not answer within { $seconds } seconds.
inbox-stuck = Updates have waited for { $minutes } minutes and are not handled.
outbox-stuck = Messages have waited for { $minutes } minutes and none leaves.
polling-silent = Bot { $bot } has had no answer from its platform for more than { $minutes } minutes.
bot-refused = Bot { $subject } is refused: its token is not valid any more.
platform-away = For more than ten minutes the platform of bot { $subject } has taken no message, or this server has no network. They wait here and leave by themselves.
bot-contested = Bot { $subject } is contested: another program uses the same token.
zalo-webhook = What people send to bot { $subject } does not come here: its webhook at Zalo is not as ZALO_MODE says. Look: hanhtrinh zalo webhook show
quota-low = Bot { $subject } has used { $n }/{ $of } messages of this month (both directions). It sends no reminders from now on, later no news either; answers still leave.
quota-spent = Bot { $subject } has no messages left this month ({ $n }/{ $of }). What can wait does until next month, or goes by another channel.
bot-full = Bot { $subject } has { $n } of { $of } people; nobody new gets in. Add a bot to ZALO_TOKEN, or invite by another channel.
grant-missing = The Official Account { $subject } is not granted, or not any more; messages wait: hanhtrinh oa grant
template-refused = Zalo does not send the template { $subject }: it was rejected or disabled, or there is no money or quota left. See the OA's console; whoever has not written for long misses urgent reminders.
oa-webhook = For more than an hour Official Account { $subject } has sent messages and Zalo has told nothing: it may have switched the webhook off, and what members write does not arrive. See Webhook in the app's console.
disk-low = The data disk of { $subject } is nearly full.
disk-full = The data disk of { $subject } is full; nothing new can be stored.
job-failing = The job { $subject } has been failing for more than an hour: hanhtrinh jobs
clock-stands = No job has run for { $minutes } minutes.
failed-updates = { $count ->
    [one] One update failed: hanhtrinh inbox
   *[other] { $count } updates failed: hanhtrinh inbox
}
failed-messages = { $count ->
    [one] One message did not leave, or perhaps did not: hanhtrinh outbox
   *[other] { $count } messages did not leave, or perhaps did not: hanhtrinh outbox
}
