words = help | /help | ?

text =
    Help
    { $topics }
    { $contact }
member =
    • “register”: choose the tasks of the year.
    • “submit”: hand in evidence; you can also send a photo first and choose its task afterwards.
    • “book”: what is done, what is next, who holds it.
    • “calendar”: the sessions to come; say whether you come.
officer =
    • “review”: what waits for you.
    • “requests”: members' requests to change tasks.
    • “substitute”: name who decides while you are away.
sessions =
    • “sessions”: make, copy, move and cancel sessions; take attendance.
broadcast =
    • “announce”: write to members of the group, of the unit, or to those behind on a task.
sender =
    • “link”: send the Party committee a link to answer, or print a sheet for it.
secretary =
    • “members”: a member's book; exempt, mark as provisional, record results from paper, open the registration for one.
everyone =
    • “menu”: open the menu; “cancel”: stop what you are doing, drafts are kept.
    • “reminders”: what comes next; choose your hours, turn kinds off, pause.
    • “my data”: see what is kept, withdraw your consent.
    Vietnamese words may be typed without accents.
contact = If you need a person, please turn to { $name }.
contact-nobody = If you need a person, please turn to your unit's secretary.
menu = Menu
