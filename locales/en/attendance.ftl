# Attendance: the code, the word of the day, the list, the question after a missed scan. Nobody is fined for one.

# The words are Vietnamese for everybody: they are read out at the session.
day-words = hoa sen | hoa mai | hoa cúc | cây tre | cây đa | cây bàng | cây thông | dòng sông | bến cảng | con đường | cánh đồng | ngọn núi | ngọn đèn | ngôi sao | mặt trời | bầu trời | biển xanh | cầu vồng | mùa thu | mùa xuân | ban mai | bình minh | hạt gạo | bông lúa | quả cam | quả dừa | chim én | đàn cò | con tàu | cánh buồm | ngôi nhà | mái trường

online = Online
not-there =
    This session was not found, or is not yours to run
    Type “menu” to see what you can do.
not-a-code =
    This code cannot be used
    Please scan the code on the screen or on paper at the session again.
not-oneself =
    Nobody ticks their own name
    Scan the code like everybody else; another organiser will confirm it.
cancelled =
    This session was called off: { $title }
    { $when }. { $reason }
    There is nothing to attend.
early =
    Attendance is not open yet: { $title }
    { $when }. It opens at { $opens }; please scan again then.
expired =
    This code has expired, please scan the new one on the screen
    It changes every 20 seconds. If the signal is bad, type the word of the day that the organiser reads out; if you have left, choose below.
over =
    It is too late to add attendance: { $title }
    { $when }. If you were there, please talk to your secretary: a result can still be recorded from the paper list, or you hand in evidence for the task.
over-officer =
    More than { $days } days have passed since the end: { $title }
    The list is closed. If somebody is missing, the secretary records the result with a photo of the list (type “members”).
counted =
    ✅ You are counted: { $title }
    Recorded at { $at }.
    { $gain }
gain = { $task }: { $amount }
gain-register = You have not registered { $task }; when you do, this session counts at once.
gain-sign = { $task } needs an officer's word: please hand in evidence, your attendance stands beside it.
already-counted =
    You are counted already: { $title }
    Recorded at { $at }.
already-asked =
    The organiser has been asked: { $title }
    You said so at { $at }; the answer will come here.
already-refused =
    The organiser could not confirm it: { $title }
    { $name } does not remember you there. Please talk to them, or hand in other evidence (a photo, the invitation).
asked =
    We have asked for you: { $title }
    { $names } will confirm. Nothing is held against you meanwhile, and you will hear here.
asked-nobody =
    We have noted that you were there: { $title }
    Nobody runs this session in the roster now; please tell your unit's secretary.
do-mine = I was there and am not counted
do-book = Open the book

word-wrong =
    That is not the word of the day
    { $left ->
        [0] You have tried many times; please scan the code, or ask the organiser to tick you.
        [one] Please listen and type it again, { $left } try left.
       *[other] Please listen and type it again, { $left } tries left.
    }
word-blocked =
    You have tried many times
    You can type again from { $until }. Meanwhile scan the code, or ask the organiser to tick you.
word-no-session = No session of yours takes attendance right now.

# The organiser
card =
    Attendance: { $title }
    { $when } · { $where }
    Present: { $counted }/{ $listed }
    { $lines }
card-asked = ❓ { $n } say they were there and wait for you
card-sheets = 📎 { $n } photos of the paper list
do-page = Attendance on the screen, page to print
do-list = Tick the list
do-waiting = Answer questions ({ $n })
do-paper = List to sign (PDF)
do-sheet = Send a photo of the signed list
do-sheets = Look at the photos
do-session = Back to the session
do-open = Back to attendance
page =
    Attendance page: { $title }
    { $when }
    Word of the day: { $word } (read it out to those who cannot scan)
    { $link }
    The page is for you, until { $until }; opening another closes this one. The printed page works from { $opens } to { $closes }.
do-open-page = Open the page
do-printed = Page to print (PDF)
paper =
    List to sign: { $title }
    { $n } people, by name. Afterwards take a photo, send it here and tick by it.

list =
    List: { $title }
    Present { $counted }/{ $listed }. Choose a name to tick or untick it; type a name to find it.
    { $lines }
line-numbered = { $n }. { $line }
line-in = ✅ { $name } · { $way }{ $besides }
line-out = ▫️ { $name }
line-asked = ❓ { $name } · says to have been there{ $besides }
line-refused = ✖️ { $name } · not confirmed{ $besides }
line-besides = , not on the list
way-scan = code
way-paper = code on paper
way-word = word of the day
way-ticked = ticked
way-sheet = from the signed list
way-asked = confirmed later
do-tick = ▫️ { $name }
do-untick = ✅ { $name }
do-more = Next page
do-all = Tick all but…
do-undo = ↩️ Undo
do-not = Back, change nothing
do-everybody = Nobody is missing
found =
    Found
    { $lines }
no-name = Nobody on the list has this name.
toast-in = Ticked.
toast-out = Unticked.
toast-changed = The list has just changed.
changed = Somebody else has just changed the list; please look again below.
ask-why =
    Why take back the attendance of { $name }?
    Recorded ({ $way }) at { $at }. Write a sentence (at most { $limit } characters); the member reads it as it is.
ask-absent =
    Who is missing? { $title }
    { $n } are not counted yet. Type the names of those missing, with commas; everybody else is counted.
absent-nobody =
    “{ $name }” is not among those not yet counted
    Nothing was recorded. Please type all the names again.
absent-several =
    Several people are called “{ $name }”
    Nothing was recorded. Please type whole names.
all-done = ✅ { $n } people counted. You can undo it until { $until }.
all-done-but =
    ✅ { $n } people counted, but not: { $names }
    You can undo it until { $until }.
undone = ↩️ { $n } people unticked again.
undo-too-late = More than 10 minutes have passed: please untick one by one, with a reason.

ask-sheet =
    Send a photo of the signed list: { $title }
    Straight, well lit, a photo a page. They are kept with the session; only those who run it see them.
sheet-kept = 📎 { $n } photos received. Send more, or tick the list.
sheet-too-many = At most { $most } photos a session, { $megabytes } MB each.
sheets = Photos of the signed list: { $title }
sheets-coming =
    The photos are on their way: { $title }
    Please look again in a few minutes.

question =
    { $name } was there and is not counted
    { $title }, { $when }
    Said at { $at }. Please confirm.
question-not-listed =
    { $name } is there and not on the list
    { $title }, { $when }
    Scanned at { $at }. Please confirm.
do-yes = Was there
do-no = Not seen
do-yes-of = Yes: { $name }
waiting =
    { $n } say they were there
    { $title }
    { $lines }
waiting-none =
    No questions left: { $title }
asked-line = • { $name }, at { $at }
answered-counted =
    ✅ { $name } is counted
    { $title }, { $when }
answered-refused =
    Answered: { $name } could not be confirmed
    { $title }, { $when }. They are told, to talk to you or hand in other evidence.
answered-before =
    This was answered before
    { $member }, { $title }: { $verdict }, { $name } at { $at }.
state-asked = being asked
state-counted = was there
state-refused = not confirmed
state-withdrawn = taken back
told-counted =
    ✅ You are counted: { $title }
    { $when }. { $name } confirmed it.
    { $gained }
told-refused =
    The organiser could not confirm it: { $title }
    { $when }. { $name } does not remember you there. Please talk to them, or hand in other evidence (a photo, the invitation); nothing is held against you.
told-withdrawn =
    Your attendance was taken back: { $title }
    { $when }. { $name }: “{ $reason }”
    If you were there, ask again here.

# Somebody who has not joined
stranger =
    You need your invitation first
    We do not know you yet. Scan the code of your invitation (or type its 8 characters) now: this scan is kept for you.

# The page
page-title = Attendance
page-scan = Scan with your phone's camera, open it in Telegram
page-in = present
page-word = Cannot scan, or on Zalo? Type the word of the day to the bot:
page-word-only = Attendance: type the word of the day to the bot
page-by-word = Attendance is open: type the word of the day to the bot.
page-renewed = The code changes every 20 seconds; a photo of it does not work
page-lost = Connection lost, trying again…
page-stale = The old code is hidden. The new one appears by itself.
page-no-code = The code is not here. Please use the word of the day, or tick the list.
page-early = Attendance opens at { $opens }
page-over = The session is over, attendance is closed
page-open-here = Open the code on this machine

# Paper
paper-union = HO CHI MINH COMMUNIST YOUTH UNION
paper-heading = LIST OF ATTENDANCE
paper-number = No.
paper-name = Name
paper-sign = Signature
paper-note = Note
paper-present = Present: ………
paper-date = …………, ……/……/………
paper-organiser = ORGANISER
paper-signed = (Signature, full name)
paper-page = Page
paper-when = When: { $when }
paper-where = Where: { $where }
code-heading = ATTENDANCE
code-scan = Scan with your phone's camera, open it in Telegram and press “Start”
code-word = Cannot scan, or on Zalo? Type to the bot: { $word }
code-word-only =
    Type the word of the day to the bot:
    { $word }
code-valid = Works from { $from } to { $until }
