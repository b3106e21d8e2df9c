title = Invitation to the Journey
code = Joining code
expires = Valid until
first-step = Scan the QR code or open the link on your phone.
second-step = Or send the joining code to the Journey assistant. A code works once and is yours alone.
name = Full name
unit = Unit
link = Link
written = { $count ->
        [one] One invitation is
       *[other] { $count } invitations are
    } in { $file }; { $joined ->
        [one] one person has joined and needs
       *[other] { $joined } people have joined and need
    } none.
nobody = Nobody needs an invitation: { $joined ->
        [one] one person has
       *[other] { $joined } people have
    } joined. To invite them anew, add --renew.
no-token = TELEGRAM_TOKEN is needed to know the bot's link. Put it into .env and try again.
no-username = The bot's name could not be asked. Try: hanhtrinh doctor
unknown-unit = There is no unit “{ $code }”. Please see the roster's Units sheet.
unknown-person = Nobody has the code “{ $code }”. Please see the roster's People sheet.
unknown-format = Only .pdf (to print) and .xlsx (a table of links) can be written, not “{ $suffix }”.
