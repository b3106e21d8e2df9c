# The essay: parts written in the chat, files, and long texts that came while no essay was open.

card =
    { $task }
    { $lines }

    Go on writing, or type “xong” when it is complete. Take as long as you like: what you sent is kept. Where the app lets you edit a message you sent, the essay changes with it.
length = Essay: { $parts ->
    [one] 1 part
   *[other] { $parts } parts
}, { $have } words ({ $asked })
over = more than { $n } words needed
at-least = at least { $n } words needed
near = This is close to the length asked for: Word may count a little differently.
uncounted = Words in photos and scans cannot be counted here: the assessor will read them and judge the length.
opening = Begins: “{ $words }”
closing = Ends: “{ $words }”
whole = { $words }
short =
    The essay is not long enough yet
    It has { $have } words ({ $asked }): { $more } more to go. Write on here; what you sent is kept.
    { $near }

do-read = Read it all
do-go-on = Go on writing
do-take-back = Take out the last part

understood =
    I read { $n } words in the file { $name }
    { $lines }

    { $asked }
is-it-yours = Is this your essay? It counts once you confirm it.
together = { $n ->
    [one] You have 1 part here already.
   *[other] You have { $n } parts here already.
} Shall the file take its place, or be added to it?
too-long =
    With this file the essay is too long
    An essay has at most { $most } characters. Choose “Replace what is there”, or take something out and add it again.
do-use = Yes, this is my essay
do-replace = Replace what is there
do-add = Add to what is there
do-not-it = No, drop the file
do-drop-file = Drop this file
used = ✅ The essay in the file was taken.
not-it =
    The file was dropped and does not count for the essay
    Paste the essay here (in several messages if it is long), or send another file: Word (.docx), .odt, PDF, .txt.
file-gone = This file is not in the draft any more. You can send it again.
edited-out =
    The part you just edited is not in the essay any more
    You took it back, or the essay was replaced by another text. To use it, please send it as a new message.
coming =
    ⏳ Your file is being read
    Please wait a few minutes to confirm what it says, then hand in.

# Why a file could not be read, and how else to send it. Named by the reason (papers/essay_text.py).
unread-bomb =
    The file { $name } is packed in an unusual way and cannot be opened safely
    Open it, copy the essay and paste it here, or save it as a new .docx and send that.
unread-damaged =
    The file { $name } is damaged or was not uploaded completely
    Open it on your device, save it anew and send that, or paste the essay here.
unread-empty =
    The file { $name } has no words
    Perhaps it is the wrong file. Please check and send it again.
unread-encrypted =
    The file { $name } is protected by a password and cannot be read
    Save it without a password and send it, or paste the essay here. Please do not send the password.
unread-no-text =
    The file { $name } is a picture of the essay, so its words cannot be counted
    It is kept for the assessor to read and measure. If you have it typed, send a Word file or paste it here to have it counted at once.
unread-old-word =
    The file { $name } is of an old Word (.doc) and cannot be read
    In Word choose “Save As”, type .docx or PDF, and send that.
unread-other-kind =
    The file { $name } is not a text document
    Its name or ending may be wrong. Send the essay as Word (.docx), .odt, PDF, .txt, or paste it here.
unread-too-large =
    The file { $name } is longer than can be read
    Send the essay alone (without appendices or pictures), or paste it here.
unread-too-many-pages =
    The file { $name } has too many pages
    Send only the pages of the essay, or paste it here.
unread-too-slow =
    The file { $name } takes too long to read
    Save it as a .docx with nothing but text and send that, or paste the essay here.
unread-unsafe =
    The file { $name } carries macros or scripts and is not accepted
    Save it as a plain .docx or PDF (without macros) and send that, or paste the essay here.

offer =
    Is this your essay for { $task }?
    { $parts ->
        [one] 1 text was kept,
       *[other] { $parts } texts were kept,
    } { $n } words:
    { $lines }

    Choose to put it into the essay, or send on if there is more.
late =
    The essay { $task } was handed in and waits for its assessor, so this text is not in it
    What you just sent is kept. If the essay is returned, you can put it in.
do-begin-with = Yes, put it into the essay
do-not-essay = It is not an essay
begun-with = ✅ { $n } words were put into the essay { $task }.
forgotten = The text was dropped. Type “menu” whenever you need it.
