# Writing the essay on a page: the link in the chat, and the page.

do-write = Write on a web page
sent =
    The page to write { $task } on
    { $link }
    It saves as you write, on a phone or a computer, until { $until }. The link is for you only, please do not pass it on.
do-open = Open the page
do-revoke = Take the link back
do-anew = Make a new link
revoked =
    The link to the page was taken back
    What was saved is still there. Go on here, or make a new link.
not-there =
    This link does not work any more
    What was saved is still there. Type “hand in” to open the essay again.
go-on =
    { $task } is saved; one more step before it is handed in
    Please answer here, then hand it in.
do-go-on = Go on and hand in

# The page

placeholder = Write your essay here…
count = { $have }/{ $over } words
more = { $n } words to go.
enough = Long enough.
saving = Saving…
saved = Saved { $at }
offline = No network: the text is kept here and saved when it is back
busy = Not saved yet: the text is kept here, trying again
stays = The text is still on this machine.
save = Save
hand-in = Hand in
confirm = Hand in { $n } words? After that you can change it only if it is returned.
newer = The essay was changed elsewhere (in the chat or on another page). Which text goes on?
newer-plain = The essay was changed elsewhere (in the chat or on another page), so the text below is not saved. Press “Save” to take this one. If not:
left = This machine still has a text that was not saved. Which one goes on?
mine = On this machine: { $n } words
theirs = Saved: { $n } words
take-mine = Take the one on this machine
take-theirs = Take the saved one
take-both = Keep both, one after the other
too-long = The essay has more than { $most } characters and cannot be saved. Please shorten it and save again.
in-chat = The essay is saved but not handed in: one step is left in the chat. Open the chat to go on.
done-title = The essay is handed in
done-text = { $task } waits for its review. The chat says who has it and brings the result. You may close this page.
