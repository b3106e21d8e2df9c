# Ticking the list of a session on a web page: the link in the chat, and the page.

do-make = Tick the list on a web page
sent =
    The list to tick: { $title }
    { $when }
    { $link }
    Tick names and press “Save attendance”, as often as you like, until { $until }. The link is for you only, please do not pass it on.
do-open = Open the list

# The page

title = Attendance
find = Look for a name
do-find = Look
besides = not on the list
asked = says to have been there, waits for an answer
more = { $n } more people are not shown here: please look for them by name.
rules = A name ticked by mistake can be taken out for ten minutes. Later, or if somebody else took it: in the chat, with a reason.
save = Save attendance
done = Saved: { $counted } counted, { $out } taken out.
