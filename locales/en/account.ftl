# How the secretary helps members in: the channels in use, a new invitation, a lost account shut.

channels =
    The account of { $name } · { $place }
    { $lines }
    A lost phone or account: shut the old one, then make a new invitation. The book and what was handed in stay.
line = • { $channel }, connected since { $since }
line-blocked = • { $channel }, connected since { $since }; messages do not arrive
nowhere = Connected nowhere yet.
not-there = This channel is not connected any more.
do-account = The member's account
do-renew = Make a new invitation
do-lock = Shut the lost { $channel }
do-keep = Leave it as it is

lock-sure =
    Shut { $channel } of { $name }?
    Whoever holds that account sees nothing from then on; what is on its way there and links sent to it work no more. The member comes back with a new invitation.
lock-done = { $channel } is shut.
locked =
    Your { $channel } has been shut
    { $by } shut it because the account was lost. If you did not ask for it, please turn to your unit's secretary at once.
renew-sure =
    A new invitation for { $name }?
    The one before will work no more. When the member uses it, the old account in the same app is disconnected.
renewed =
    The new invitation of { $name }
    Code: { $code }
    The member opens the Journey assistant on Zalo or Telegram and sends this code. It works once, until the end of { $until }; please hand it to the member only.
