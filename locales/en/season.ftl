# Opening a season by the command line.

opened = Opened { $year } of { $title }: registration from { $opens } to the end of { $closes }; { $enrolled } members added.
window-closes-first = The last day ({ $closes }) lies before the first ({ $opens }) of the registration. Swap the two days.
