# The journey book on paper: a PDF to print, a Word document to edit and sign, one that can be checked.

words = download book | print book | journey book

offer =
    { $document } { $year }, to print, to sign or to send
    • PDF: to print, as it stands today.
    • Word: for the unit to edit, to write remarks and to sign.
    • One that can be checked: to take to another unit, which can check that the results are as your unit recorded them and that nobody changed them. No photos and no essay.
    { $essays }
essay-hint = The essay is printed along only when you choose "with the essay".
pdf = Download (PDF)
word = Download (Word)
pdf-essay = PDF with the essay
word-essay = Word with the essay
signed = One that can be checked
back = To the book
sent =
    Your { $document } { $year } is right above
    Number, date of signing and signatures are left blank for the unit.
sent-signed =
    The { $document } { $year } that can be checked is right above
    The unit that gets it checks it with "hanhtrinh book verify", and calls your unit to compare the number of the key:
    { $fingerprint }
no-key =
    No book that can be checked could be made
    The unit has no key yet. Please tell the operator, or download the PDF.

season = { $year }
name = Name:
unit = Unit:
group = Group:
registered-on = Registered on:
plan = Under the plan:
plan-version = { $number }, version { $version }
caution = The results in this book are for following the training; consideration and admission are decided by the Party committee.
made-on = Made on { $day }
quarter = Quarter { $quarter }/{ $year }

dropped-on = Changed on { $day }
day = { $day }
change-waiting = Waiting
change-approved = Agreed on { $on }{ $who }
change-returned = Not agreed on { $on }{ $who }. { $answer }
change-withdrawn = Withdrawn by the member on { $on }
change-outdated = Outdated on { $on }
by = , { $name }

outcome = { $outcome }: { $done }/{ $needed } tasks
state-todo = Not started
state-draft = Not handed in
state-waiting = Waiting for { $holders } since { $since }
state-returned = Returned, since { $since }
state-partial = Has results, not enough yet
state-provisional = Provisional, waiting for confirmation
state-done = Done
state-done-on = Done on { $since }
state-late-missed = Not done, out of time this year
state-exempt = Exempt
state-dropped = Changed for another task, not counted
amount = { $n }{ $unit }
more-than = more than { $n }{ $unit }
asked-yes = yes
unknown = not known
holds = met
short = not met
number = Hand-in { $part }, version { $version }
evidence = { $count ->
    [one] 1 piece
   *[other] { $count } pieces
}
essay = Essay of { $words } words
result-waiting = Waiting
result-approved = Approved
result-returned = Returned
body = { $title } – { $name }
body-instead-of = { $title } – { $name } (for { $first })
body-page = { $title } – { $name } (answered by link)
body-paper = { $title } – { $name } (answered on paper)
opinion-waiting = { $body }: no answer yet
opinion-approved = { $body }: approved on { $on }
opinion-returned = { $body }: returned on { $on }. Reason: { $reason }
ruled-exempt = Exempted by { $name } on { $on }. Reason: { $reason }
ruled-provisional = Marked provisional by { $name } on { $on }. Reason: { $reason }
ruled-unmet = Marked unmet after the wait by { $name } on { $on }. Reason: { $reason }
recorded-paper = Brought forward from paper: entered by { $name } on { $on }{ $assessed }
recorded-proof = Proof: entered by { $name } on { $on }{ $assessed }
recorded-attend = By attendance{ $assessed }; recorded by { $name }
attended = { " " }at { $at } on { $on }
assessed = ; assessed by { $by }
assessed-on = ; assessed by { $by } on { $on }
on-evidence = Accepted on its evidence, as the plan says
taken-back-approved = Approval taken back by { $name } on { $on }. Reason: { $reason }
taken-back-returned = Return taken back by { $name } on { $on }. Reason: { $reason }
appealed = The member asked for another look on { $on }. Reason: { $reason }
nothing = Nothing handed in.
essay-title = { $code }. { $title }
essay-about = { $words } words, handed in on { $on }

signer-member = MEMBER
signer-person = { $title }
signer-body = FOR { $title }

word-union = Đoàn TNCS Hồ Chí Minh
word-registration = I. TASKS REGISTERED FOR THE YEAR
word-number = No.
word-task = Task
word-months = When
word-taken-on = Registered
word-note = Note
word-changes = Requests to change tasks
word-asked-on = Asked on
word-wanted = Tasks after the change
word-reason = Reason
word-answer = Answer
word-results = II. RESULTS
word-category = Group of tasks
word-needed = Needed
word-done = Done
word-provisional = Provisional
word-requirement = What is asked
word-approved = Confirmed
word-version = Hand-in
word-handed-in = Handed in
word-evidence = Evidence
word-result = Result
word-assessors = Assessors and what they said
word-sessions = III. MEETINGS, STUDIES, QUARTERLY CURRENT AFFAIRS
word-sessions-hint = (Write down every session attended; whoever leads it confirms)
word-quarter = Quarter
word-day-and-place = Day and place
word-topic = Topic
word-confirmed-by = Confirmed by
word-remarks = IV. QUARTERLY REMARKS
word-remarks-hint = (Strengths, weaknesses, what to do next quarter)
word-remarked-by = Remarked by (signature, full name)
word-signatures = V. CONFIRMATION
word-place-and-day = ……………………, …… / …… / ………
word-sign = (Signature, full name)
word-essays = ANNEX: ESSAY
