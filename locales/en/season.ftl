# Opening a season by the command line.

opened = Opened { $year } of { $title }: registration from { $opens } to the end of { $closes }; { $enrolled } members added.
window-closes-first = The last day ({ $closes }) lies before the first ({ $opens }) of the registration. Swap the two days.
cannot-read = { $file } cannot be read. Give the path of a .toml file, or a name that comes along: { $shipped }.
not-a-day = “{ $said }” is no day. Write it dd/mm/yyyy, 05/01/2027 say.
after-last-year = Note: the programme's file ends with { $last }. Put its title, period and years right for the plan in force.
next = Next: hanhtrinh invites invitations.pdf
