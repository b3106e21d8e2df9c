yes-words = yes | i agree | agree | right | ok
no-words = no | i do not agree | disagree | not me

stranger =
    Hello, this is the Youth Union's Journey assistant
    To join you need an invitation from your unit: send the 8 characters of its sheet here (such as K7Q2-M9XD), or open its link, scan its QR code.
    Joined in another app already? Get the 6 digits there (menu, “Connect Zalo, Telegram”) and send them here.
    No invitation yet? Please ask the secretary of your branch or unit.

personal =
    Please read this before you join (1/2)
    • Who runs it: { $unit }; contact: { $officer }.
    • What is kept: name, unit, group, roles, the id of this chat; tasks, evidence, remarks, results.
    • What for: to follow and support your training, nothing else.
    • Who sees it: you and those named to follow and confirm.
    • How long: the year of the journey and 24 months, then without your name.
    • Where: the unit's server; the messaging app's servers may be abroad.
    • Your rights: see, correct, get a copy, restrict, object, erase, complain; withdraw your consent at any time.
    Do you agree that we keep and use this?

sensitive =
    One thing needs a consent of its own (2/2)
    Essays and results may show your political opinion. The law calls that sensitive personal data.
    • Who reads it: only the named assessors of { $unit }; contact: { $officer }.
    • How long: an essay is deleted 90 days after its assessment unless you want to keep it.
    • Please send no identity papers, family history or Party files here.
    Do you agree that we keep and use this?

personal-officer =
    Please read this before you join (1/2)
    • Who runs it: { $unit }; contact: { $officer }.
    • What is kept: name, unit, roles, the id of this chat; the remarks, assessments and decisions you record.
    • What for: to follow and support the members' training, nothing else.
    • Who sees it: you, the members you assess, and the others named to follow them.
    • How long: the year of the journey and 24 months, then without your name.
    • Where: the unit's server; the messaging app's servers may be abroad.
    • Your rights: see, correct, get a copy, restrict, object, erase, complain; withdraw your consent at any time.
    Do you agree that we keep and use this?

sensitive-officer =
    One thing needs a consent of its own (2/2)
    Your roles and assessments may show your political opinion. The law calls that sensitive personal data.
    • Who reads it: only those named by { $unit }; contact: { $officer }.
    • Members' essays and evidence: read them to assess only, and pass them on to nobody.
    • Please send no identity papers, family history or Party files here.
    Do you agree that we keep and use this?

yes = I agree
no = I do not agree

confirm =
    Please confirm
    Joining as { $name }, { $unit }. Is that right?
confirm-group =
    Please confirm
    Joining as { $name }, { $unit }, { $group }. Is that right?
me = Yes, that is me
not-me-label = That is not me

visitor =
    Hello
    This account does not know you yet. Please sign in to Zalo, open { $address }, press “Follow” and write again: the Journey assistant will answer.
welcome =
    Welcome to the Journey, { $who }
    Here you see what is to do, hand in evidence and follow your results.
welcome-officer =
    Welcome to the Journey, { $who }
    Here you see what waits for you, review evidence and follow the members in your charge.
not-me =
    Thank you for telling us
    This invitation is for somebody else and has not been used. Please ask your unit's secretary for your own.
declined =
    Noted: you do not agree
    We keep nothing about you but this answer. You can go on with the paper book; your unit's secretary will help.
    If you change your mind, open the invitation again before { $until }.

wrong =
    This code is not right
    Please look at the 8 characters of your sheet again (such as K7Q2-M9XD). { $left ->
        [one] You have one more try this hour.
       *[other] You have { $left } more tries this hour.
    }
wrong-last =
    This code is not right
    That was the last try for now; please wait an hour. If the sheet is hard to read, ask your secretary to send the code again.
blocked =
    Please try again after { $until }
    Too many wrong codes came from here. If the sheet is hard to read, ask your secretary to send the code again.
used =
    This invitation has been used
    If you joined in another app, get the 6 digits there and send them here; if that phone is lost, ask your unit's secretary for a new invitation. If it was not you, tell the secretary at once.
used-here =
    You used this invitation here
    An invitation works once. To join again, ask your unit's secretary for a new one.
expired =
    This invitation has expired
    It was valid until { $on }. Please ask your unit's secretary for a new one.
revoked =
    This invitation has been replaced
    Your unit has made a newer one. Please look at the newest sheet or ask your unit's secretary.
already =
    This chat has joined already
    There is no need to open an invitation again. If it is somebody else's, please hand it on to them.
