title = Invitation to the Journey
code = Joining code
expires = Valid until
first-step = Scan the QR code or open the link on your phone.
second-step = Or send the joining code to the Journey assistant. A code works once and is yours alone.
first-step-both = Telegram: scan the QR code or open the link.
second-step-both = Zalo: find { $zalo }, send the joining code. A code works once and is yours alone.
first-step-page = Scan the QR code, or find { $zalo } on Zalo.
first-step-zalo = Open Zalo, find { $zalo }.
second-step-zalo = Send the joining code there. A code works once and is yours alone.
on-zalo = On Zalo: find { $zalo } and send the joining code. Best with the bot's own QR code, from Zalo Bot Creator.
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
no-token = A bot is needed to invite to: put TELEGRAM_TOKEN, ZALO_TOKEN or ZALO_OA_ID into .env and try again.
no-username = The bot's name could not be asked. Try: hanhtrinh doctor
unknown-unit = There is no unit “{ $code }”. Please see the roster's Units sheet.
unknown-person = Nobody has the code “{ $code }”. Please see the roster's People sheet.
unknown-format = Only .pdf (to print) and .xlsx (a table of links) can be written, not “{ $suffix }”.
