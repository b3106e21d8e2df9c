# Handing in evidence: choose a task, send, look, hand in; and the files we could not take.

words = submit | hand in | hand in my essay | evidence
done-words = done | finished | send
today-words = today
yesterday-words = yesterday
yes-words = yes | y
no-words = no | n | none | not yet

pick =
    Which task is your evidence for?
    { $tasks }
which-task =
    Which task is this evidence for?
    { $n } files have arrived and belong to no task yet.
    { $tasks }
task = { $name }
task-line = { $n }. { $name }: { $state }
state-todo = nothing handed in
state-draft = being prepared
state-waiting = waiting for review
state-returned = needs more
state-partial = hand in more
state-provisional = waiting for the papers
state-done = done
state-late-missed = its time has passed
state-exempt = exempt
do-more = More
do-forget = Discard them
all-done =
    ✅ All the tasks you registered are done
    Nothing more to hand in now. Type “book” to see your results.
attached = The files now belong to task { $task }.
forgotten =
    { $n } files discarded
    They are not handed in for any task.

start =
    { $task }
    Still needed:
    { $missing }

    Evidence can be: { $kinds }.
    { $how }
    { $never }
how-essay = Write it here (in as many messages as you like, the words add up) or send a file: Word (.docx), .odt, PDF, .txt.
how-files = Send photos, files, links or notes, as many times as you like.
never = Please never send: { $forbidden }.
missing = • { $label }: { $have }/{ $need }
missing-words = • { $label }: { $asked }

card =
    { $task }
    Received:
    { $lines }
    Send more, or tap “Preview and hand in” when it is complete.
holds-photo = • { $n } photos
holds-document = • { $n } files
holds-text = • { $n } texts
holds-coming = • ⏳ { $n } files on their way
holds-refused = • { $n } files could not be taken
holds-nothing = • nothing yet
note = Note: { $words }
fact = • { $label }: { $value }
fact-outside = • { $label }: { $value } (outside { $months }: please check)
claim-unknown = not yet
claim-yes = Yes
claim-no = No
claim-count = { $n } { $unit }

preview =
    Check before you hand in: { $task }
    { $lines }
    If it is right, tap “Hand in”.

do-preview = Preview and hand in
do-take-back = Take back the last
do-start-again = Start again
do-later = Later
do-edit = Change the details
do-submit = Hand in
do-add = Add evidence
do-clear = Discard all, start again
do-keep-all = Keep everything
do-go-on = Go on
do-another = Hand in for another task
do-book = My book
do-register = Register tasks
do-keep = Use the old evidence
do-fresh = Start empty
do-start-more = Hand in more
do-drop = Discard this draft
do-correct = Correct the returned one
do-another-activity = Another activity

ask-count =
    { $label }
    How many ({ $unit }) does this hand-in count for? Choose or type a number.
ask-yes-no =
    { $label }
    Have you achieved this?
ask-level =
    { $label }
    Which level? If it is not known yet, choose “Not yet”.
ask-text =
    { $label }
    Please type it.
ask-date =
    { $label }
    Please type the date, for example 05/03/2027 (day/month/year).
ask-which =
    What is this evidence for?
    { $options }
option = { $n }. { $label }
option-label = { $n }. { $label }
today = Today
yesterday = Yesterday
none-yet = Not yet
level = { $name }
number = { $n }
not-a-count = Please type a number from { $least } to { $most }.
not-yes-or-no = Please answer “Yes” or “No”.
not-a-level = Please choose a level from the list.
not-one-of-these = Please choose one from the list.
not-a-date = That date cannot be read. Type day/month/year, for example 05/03/2027.
not-yet = { $day } is still to come. Please check the date.
not-this-year = { $day } is not in { $year }. Only activities of { $year } count in this year's journey.
not-a-name = Please type something short, 1 to { $most } characters.

handed-in =
    ✅ Handed in: { $task }{ $version }
    { $lines }
    Waiting for:
    { $holders }
    You will hear the result at once.
version = {" "}(version { $n })
nobody-yet = Nobody in the roster assesses this yet; the secretary has been told.
nothing-yet =
    There is no evidence yet
    Send at least one photo, file, link or note, then hand in.
no-draft =
    This draft is gone
    You may have handed it in. Type “book” to see, or “submit” to hand in evidence.
added = { $n } files were added to what you have just handed in.
again =
    Hand in { $task } again (version { $version })
    What was missing: { $reason }
    The version before has { $n } pieces. Use them again or start empty?
again-too-late =
    This version need not be handed in again
    You may have handed in a newer one, or the verdict was taken back. Type “book” to see.
sure =
    Discard the { $n } pieces you sent?
    They will no longer be in the draft.
drop-sure =
    Discard the draft of { $task }?
    Its { $n } items will not be handed in.
dropped =
    The draft of { $task } is discarded
    What you handed in before is kept.
correct-or-another =
    Something you handed in for { $task } was returned
    Do you want to correct the returned one, or hand in another activity?
edited-too-late =
    What you handed in stays as it was
    The message you changed belongs to evidence already handed in. If needed, type “submit” to hand in more.
unsupported =
    What you just sent could not be received
    Voice messages, videos and stickers do not work here, and some chat apps cannot pass on files either. Please send text, a photo or a link instead. { $file }
unsupported-file = If it is a file (PDF, Word…), hand it in by the choice below.
do-hand-in = Hand in evidence
nothing-left =
    Nothing you handed in for { $task } could be read
    Choose “Hand in more” and send other photos or files; the assessor will look at those.
left = Left for later. Type “submit” when you are ready.
kept =
    The draft for { $task } is kept
    Come back whenever you like, nothing is lost.

not-a-member =
    This file was not kept
    Only members of the journey hand in evidence here. A secretary records a result from the paper book: type “members”, choose the person, then the task. Anything else: type “menu”.
not-registered-yet =
    Please register your tasks first
    Then you can hand in evidence for each. A file sent now was not kept.
not-your-task =
    You have not registered this task
    Type “submit” to choose among the tasks you registered.
task-done =
    ✅ { $task } is done
    Nothing more to hand in for this task.
task-waits =
    ⏳ { $task } is waiting for review
    If you have other evidence, you can hand in once more.
too-many =
    { $most } pieces are the most for one hand-in
    Hand in what is there, or take some back first.

unnamed = you sent
refused-file-too-big =
    The file is larger than 20 MB and could not be taken
    Send it as a photo (not as a file), or make it smaller first.
refused-empty-file =
    The file { $name } is empty
    Please check it and send another one.
refused-not-a-picture =
    The file { $name } is not a picture
    Its name says so, its content does not. Open it to check, or send a screenshot.
refused-broken-picture =
    The picture { $name } is damaged or did not arrive whole
    Please send it again on a good connection.
refused-too-many-pixels =
    The picture { $name } is too large
    Send it as a photo (not as a file) so that the app makes it smaller, or send a screenshot.
refused-unsupported-picture =
    This kind of picture cannot be read (often HEIC from an iPhone)
    Send it as a photo instead of a file; or on the iPhone: Settings, Camera, Formats, “Most Compatible”.
refused-unsupported-document =
    The file { $name } is of a kind we do not take
    Send a picture, PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), .odt, .txt or .md. An old or protected file: save it as PDF first.
refused-dangerous-document =
    The file { $name } has unsafe content and was not taken
    Save it as PDF, without macros, and send it again.
refused-broken-document =
    The file { $name } is damaged
    Open it, save it as PDF and send that.
refused-inspection-failed =
    The file { $name } could not be read
    Save it as PDF or JPG and send that.
refused-file-gone =
    The file { $name } could not be fetched
    The connection was down for too long. Please send it again.
