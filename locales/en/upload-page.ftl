# Sending photos and files by a web page: the link in the chat, and the page.

do-send = Send files by a web page
do-look = See the pictures on a web page
sent =
    The page to send photos and files for { $task }
    { $link }
    Opens on a phone or a computer, until { $until }. When you are done, come back here and type “done” to check and hand in. The link is for you only, please do not pass it on.
do-open = Open the page
do-revoke = Take the link back
do-anew = Make a new link
revoked =
    The link to the page was taken back
    What was sent is still there. Go on here, or make a new link.
not-there =
    This link does not work any more
    What was sent is still there. Type “hand in” to open the task again.

# The page

title = Send photos and files
choose = Choose photos or files
send = Send
limits = Photos, PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), .odt, .txt. At most { $megabytes } MB each.
room = { $room ->
        [0] The task has as many items as one hand-in takes.
        [one] One more item fits.
       *[other] { $room } more items fit.
    }
files = Sent ({ $n })
none = No photo or file yet.
picture = Picture { $n }
file-arrived = Being checked
file-stored = Received
waiting = Waiting
sending = Sending { $percent }%
again = No network, will be sent again
large = The file is larger than { $megabytes } MB and was not sent. Send a photo instead, or make it smaller.
full = One hand-in takes { $most } items, so this file was not taken.
nothing = You have not chosen a file yet.
empty = The file is empty. Please check it.
stay = Please keep this page open until everything is sent. Without a network it sends again by itself; nothing is lost or sent twice.
done = When you are done, go back to the chat (Zalo or Telegram) and type “done” to check and hand in.
done-essay = An essay sent as a file: go back to the chat to confirm what was read, then type “done” to hand in.
