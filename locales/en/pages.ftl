# One-time links and the pages behind them: the page that answers, the gallery, the printed sheet.

words = link | send a link | waiting for the committee

no-address = (The bot has no web address yet, so no link can be opened. Please ask the operator to set PUBLIC_URL, for example https://hanhtrinh.example.vn)

waiting =
    Waiting for people without the bot: { $n }
    { $lines }
    Choose one to send a link for the answer, or to print a sheet.
waiting-line = { $n }. { $name } · { $task }, waiting for { $bodies } since { $since }
one = { $name } · { $task }
do-more = Show more
nothing =
    Nothing waits for people without the bot
    When evidence needs the Party committee's opinion, send a link or print a sheet here.
do-waiting = Send a link to the committee
ask-body =
    { $task } of { $name }: send it to whom?
    Choose who will answer.
body = { $body }
ask-name =
    Who will answer for { $body }?
    Please type name and position, for example: Nguyễn Văn An, Party cell secretary. The name goes into { $name }'s record.
    To stop, type “cancel”.
ask-name-replaces =
    There is a link to { $body } that still works
    { $sender } sent it to { $to } at { $at }; it works until { $until }. If you make a new one, the old link and any sheet printed from it stop working.
    To replace it, please type the name and position of who will answer. To keep the old link, type “cancel”.
ask-name-again = Please type the name of who will answer, { $least } to { $most } characters. To stop, type “cancel”.
sent =
    Link for { $to } ({ $body })
    { $task } of { $name }
    { $link }
    Please forward this message or the link to the right person: whoever has it can open it. It works once, until { $until }. To answer on paper, print the sheet, sign it and scan its code to enter the opinion.
told-replaced =
    The link you sent to { $to } was replaced
    { $task } of { $name }: { $sender } has just made a new one. The old link and any sheet printed from it do not work any more; please talk to { $sender } if a sheet is out to be signed.
do-page = Open the page
do-sheet = Sheet to print (PDF)
do-revoke = Revoke the link
revoked =
    The link is revoked
    Whoever opens it sees nothing any more.
not-revoked =
    This link does not work any more
    It was answered, or revoked before.
not-there =
    This does not wait for people without the bot any more
    There may be an opinion already, or the posts have changed.
own-work =
    Nobody sends their own evidence for an opinion
    Another secretary or supervisor will send this link.
told-answered =
    { $to } ({ $body }) answered { $how }
    { $task } of { $name }: { $verdict }.
told-taken-back =
    ↩️ { $to } ({ $body }) took the answer back
    { $task } of { $name }: the same link answers again until { $until }; you need not send another.
said-approved = approved
said-returned = asked for more
how-page = on the page
how-paper = on paper
verdict-approved = ✅ { $name } ({ $body }) approved { $how } at { $at }; { $sender } had sent the link.
verdict-returned = 🔁 { $name } ({ $body }) asked for more { $how } at { $at }; { $sender } had sent the link. Reason: { $reason }

do-gallery = See the pictures large
do-read = Read on a web page
gallery =
    Pictures of { $name }, { $task }
    { $link }
    The link is for you alone, until { $until }; please do not forward it.
do-open-gallery = Open the pictures

# Pages

product = The journey of outstanding members
review-title = Your opinion on an outstanding member's evidence
gallery-title = Evidence of { $name }
dear = To: { $to } ({ $body })
only-this = This page has only the one item below. Please do not forward the link.
author = Member
place = Unit
version = Version
version-of = number { $n }
asks = To be considered
stated = The member states
fact = { $label }: { $value }
fact-outside = { $label }: { $value } (outside { $months }: please check)
pictures = Pictures ({ $n })
picture = Picture { $n }
documents = Documents
document-of = Document { $n }
written = The member writes ({ $n } words)
read-from = What { $name } says ({ $n } words)
brought-document = Document { $name }{ $n ->
        [0] {""}
       *[other] {" "}({ $n } words can be read)
    }
not-read = The words of this file cannot be read; please open it.
still-coming = { $n } files are still on their way; please open the page again in a few minutes.
nothing-handed = No pictures, documents or texts.
history = Earlier versions
earlier = Version { $n }, handed in at { $at }
opinions = Opinions so far
answer = Opinion of { $body }
approve = Approve
return = Ask for more
opinion = Opinion (needed when asking for more; the member reads it as it is)
how = The opinion was given
how-page-choice = on this page
how-paper-choice = on the signed sheet, I enter it
sheet = Photo of the signed sheet (optional)
signed-sheets = Signed sheets
signed-by = { $to }, entered at { $at }
send = Send the opinion
once = An opinion can be sent once. You can take it back for ten minutes.
print = Print the sheet (PDF)
need-verdict = Please choose one of the two: approve, or ask for more.
need-opinion = When asking for more, please say what is missing ({ $most } characters at most).
need-picture = The photo of the sheet cannot be read. Please take it again (JPG, PNG, HEIC, below { $megabytes } MB) or send without it.
thanks-title = The opinion has arrived. Thank you.
thanks-text = { $task } of { $name }: { $verdict }. The member and those in charge have been told. You may close this page.
take-back = Take the opinion back
take-back-until = If it was a slip, you can take it back until { $until } and answer again through this same link.
taken-back-title = The opinion is taken back
taken-back-text = The member and those in charge have been told. This same link answers again until { $until }.
not-answered-title = There is no opinion to take back
not-answered-text = It was taken back before, or not sent yet. This same link answers until { $until }.
answer-again = Open the page to answer
too-late-title = Ten minutes have passed
too-late-text = The opinion could be taken back here until { $until }. To change it, please talk to whoever sent the link.
followed-title = It cannot be taken back here any more
followed-text = Something followed your opinion (a new version, or another opinion). To change it, please talk to whoever sent the link.

forged-title = The link is not right
forged-text = It may have been cut when it was forwarded. Please open it from the first message or scan the sheet again; if that fails, ask whoever sent it for a new one.
expired-title = The link has expired
expired-text = It worked until { $until }. Please ask whoever sent it for a new one.
used-title = The link is used up
used-text = The opinion was sent at { $at }. To change it, please talk to whoever sent the link.
revoked-title = The link was revoked
revoked-text = Whoever sent it revoked it or made a new one. Please use the newest link.
decided-title = There is an opinion already
decided-text = { $name } { $verdict } at { $at }. There is nothing more to do.
gone-title = This is not here any more
gone-text = The version was replaced, or the posts have changed. Please ask whoever sent the link for a new one if it is still needed.
form-title = Please open the page again
form-text = Nothing was sent since the form was not whole. Please open the link again and send it.
busy-title = Please wait a minute
busy-text = The page was opened too often within a minute. Please try again in a few minutes.
trouble-title = Please try again in a few minutes
trouble-text = The server is busy and nothing was written down. Please send it again in a few minutes.
defect-title = Something went wrong
defect-text = It is our fault and was noted. Please open the link again to see whether what you sent arrived; if this stays, please tell whoever sent the link.
large-title = This is too large
large-text = More was sent than this page takes. Please go back, shorten it or choose a smaller file, and send it again.
essay-used-title = The essay is handed in
essay-used-text = It was handed in at { $at }. The chat says who has it; if it is returned, go on from the chat.
essay-expired-title = The link has expired
essay-expired-text = It worked until { $until }. What was saved is still there: choose “Write on a web page” in the chat for a new link.
essay-revoked-title = This link is not used any more
essay-revoked-text = It was taken back or replaced by a new one. What was saved is still there: open the newest link in the chat.
essay-gone-title = The essay is not here any more
essay-gone-text = The draft was given up, or the link is not yours. Open the chat and type “hand in” to see your tasks.
upload-used-title = This was handed in
upload-used-text = The evidence was handed in at { $at }. Open the chat to see who has it; to hand in more, type “hand in”.
upload-expired-title = The link has expired
upload-expired-text = This link worked until { $until }. What was sent is still there: in the chat, choose “Send files by a web page” for a new one.
upload-revoked-title = This link does not work any more
upload-revoked-text = It was taken back or replaced by a new one. What was sent is still there: open the newest link in the chat.
upload-gone-title = The draft is not here any more
upload-gone-text = The draft was dropped, or the link is not for you. Open the chat and type “hand in” to see your tasks.
attend-revoked-title = This page is closed
attend-revoked-text = You have opened a newer attendance page. Please use the newest link in the chat.
attend-expired-title = This page has expired
attend-expired-text = It could be opened until { $until }. Please open it again from the chat: the session, “Attendance”, “Attendance on the screen, page to print”.
ticks-expired-title = This list has expired
ticks-expired-text = It could be opened until { $until }. Please open it again from the chat: the session, “Attendance”, “Tick the list on a web page”.
attend-gone-title = No attendance is taken here any more
attend-gone-text = The session was called off, or you do not run it any more. Please look in the chat.
oa-granted-title = Granted
oa-granted-text = The Official Account has granted its rights to Hành trình. You can close this page.
oa-not-granted-title = Not granted yet
oa-not-granted-text = A code is good once, for ten minutes. Please run hanhtrinh oa grant again and open the new link.
oa-wrong-account-title = Another Official Account
oa-wrong-account-text = What was granted is another Official Account than ZALO_OA_ID. Please sign in as the right administrator and grant it again.
preview-title = The journey of outstanding members
preview-text = This link is for its receiver only. Please open it in a browser.

# The printed sheet

sheet-union = HO CHI MINH COMMUNIST YOUTH UNION
sheet-title = REQUEST FOR AN OPINION
sheet-about = on how an outstanding member carried out a task
sheet-task = Task
sheet-brought = Evidence
sheet-opinion = Opinion
sheet-reason = What is missing (if anything):
sheet-date = …………………, date ……/……/………
sheet-sign = (Signature, full name)
sheet-scan = Scan to see the evidence and answer on the page, or to enter the signed opinion. Works once, until { $until }.
sheet-page = Page
