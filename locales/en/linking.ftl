# One person, several channels: linking, letting go, where messages go.

words = link | my channels | connect | connect zalo | connect telegram

channels =
    Connect Zalo, Telegram
    { $lines }
    The book and the work in hand are the same on every channel. To connect another one, get a code.
channels-alone =
    Connected channels
    { $lines }
    The Journey assistant is only here for now: there is no other app to connect.
line = • { $channel }, connected { $since }: { $state }
line-here = • { $channel } (this one), connected { $since }: { $state }
state-preferred = messages go here
state-open = in use
state-blocked = messages do not arrive
do-code = Get a code
do-another-code = Get another code
do-prefer = Write to me on { $channel }
do-let-go = Disconnect { $channel }
do-keep = Leave it as it is
do-channels = See the channels
do-menu = Menu

code =
    Code
    { $code }
    Open the Journey assistant in the app to connect, send the code there and confirm:
    { $doors }
    It works once, until { $until }. Give it to nobody: whoever has it sees the book.
door-opens = • { $channel }: open { $address } and press Start, the code is sent by itself
door-address = • { $channel }: open { $address } and send the code
door-called = • { $channel }: search for “{ $called }” in the app and send the code
door-unknown = • If you do not know where that is, please ask your unit's secretary.
wrong =
    This code is wrong, or it has expired
    It has 6 digits and works for 15 minutes. Get it on the channel in use: the menu, “Connect Zalo, Telegram”. Within this hour you can try { $left } more times.
wrong-last =
    This code is wrong, or it has expired
    You have tried many times: please rest for an hour, then get a new code.
blocked =
    Please try again after { $until }
    Too many wrong codes were sent from here.
resting =
    Connecting rests for a while
    Too many wrong codes came from many places just now. Please try again in an hour; an invitation's code of 8 characters is good all the time.
confirm =
    Is this you?
    { $name }
    If so, this chat shares the book of that account from now on.
over =
    This code works no more
    It was used, it has expired, or there is a newer one. Please get a new one on the channel in use.
not-me =
    Thank you for telling us
    Nothing was connected. Please look at your code again, or join with the 8 characters of your invitation.
linked =
    { $channel } is connected
    From now on { $who } can use Journey here as before: one book, and work begun on one channel goes on on any.
added =
    { $channel } was connected
    This account now works on { $channel }, too. If it was not you, disconnect it at once and tell your unit's secretary.
replaced =
    This chat is no longer connected
    The account has moved elsewhere. If it was not you, please tell your unit's secretary at once.
already =
    This chat is connected already
    The 6 digits are sent in the app to connect, not here.

prefers = From now on messages go to { $channel }.
no-such-channel = This channel is not connected any more.
let-go-sure =
    Disconnect { $channel }?
    Messages will not go to { $channel } any more, links that were sent open nothing; other channels and all that is in the book stay. To connect again, get a new code.
let-go-sure-last =
    Disconnect { $channel }?
    It is the last channel: no reminder and no result will arrive. What was handed in stays, so does the consent; to come back takes a new invitation of the unit.
let-go = { $channel } is disconnected.
let-go-here =
    This chat is disconnected
    What was handed in stays. To connect again, send here 6 digits from a channel in use, or the code of a new invitation.
let-go-there =
    This chat was disconnected
    It was done just now on another channel of the same account. If it was not you, please tell your unit's secretary.
others =
    Still connected: { $channels }
    If that is a phone that is lost or not used any more, please disconnect it, so that nobody else reads along.
