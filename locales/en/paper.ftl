# The secretary records results: brought forward from the paper book, or the proof of a provisional one; taking back.

do-start = Record a result from paper
do-proof = The result is: passed
do-confirm = Confirm, put into the book
do-again = Start again
do-later = Later, back to the task
do-withdraw = Take back the result { $day }
do-not-withdraw = Leave it

ask-count =
    { $label }
    How many { $unit } does the page say? Choose or type a number.
ask-yes-no =
    { $label }
    Has the member met this?
ask-level =
    { $label }
    Which level did the member reach? If there is no result yet, choose “Not yet”.
ask-text =
    { $label }
    Please type it as the page has it.
ask-date =
    { $label }
    Please type the day, for example 05/03/2027.
ask-which =
    Which of these is the result for?
    { $options }
ask-day =
    On which day was it assessed on paper?
    { $task } of { $name }. Please type the day that the page has, for example 05/03/2027.
ask-assessor =
    Who assessed it on paper?
    { $task } of { $name }. Choose the body, or type name and post of who signed.
assessor = { $title }
ask-paper =
    Please send a photo of the page
    A clear photo of the page with { $task } of { $name }, with the opinion and the signature.
ask-proof =
    The proof of { $task } of { $name }
    Please send a photo or a file of the decision, or write a sentence (number, day, who issued it).

not-a-count = Please type a number from { $least } to { $most }.
not-yes-or-no = Please answer “Yes” or “No”.
not-a-level = Please choose a level of the list.
not-one-of-these = Please choose one of the list.
not-a-date = This is not a day we can read. Please type day/month/year, for example 05/03/2027.
not-yet = { $day } has not come yet. Please look again.
not-this-year = { $day } is not in { $year }, the year of the journey. Please look again.
not-a-name = Please type something short, 1 to { $most } characters.
too-big =
    The file is larger than 20 MB and was not taken
    Please send it as a photo, or make it smaller.
too-many = There are { $most } items already, the most for one result.
page-kept = { $n } files of the page are kept. Please go on with the question below.
coming =
    ⏳ The photo is on its way
    Please wait a few seconds and choose “Confirm, put into the book” again.

summary-paper =
    Look again before it is recorded: a result from paper
    • Member: { $name }
    • Task: { $task }
    { $lines }
    It will count as approved, and the book says “from the paper book”. The member is told at once. If there are more pages, send more photos.
summary-proof =
    Look again before you confirm that it is passed
    • Member: { $name }
    • Task: { $task }
    { $lines }
    The provisional result will be done. The member is told at once.
assessed = • Assessed by: { $assessor }, on { $day }
no-need =
    Nothing needs to be recorded for this task
    It may have changed just now; please look at the task below.
already =
    Somebody recorded a result of this task just now
    { $name } did at { $at }. If yours is another one, please confirm once more; if it is the same, leave it.
toast-recorded = Put into the book.

ask-withdraw =
    Take back what was recorded of { $member }: why?
    { $task }
    { $name } recorded it at { $at }. Write the reason ({ $limit } characters at most); it counts once sent, and the member is told. To leave it as it is, type “cancel”.
withdrawn-before =
    This result was taken back before
    { $name } took it back at { $at }.

told-paper =
    ✅ { $task }: a result from paper was recorded
    { $name } put into your book what was assessed on { $day } ({ $assessor }). Please open your book and see whether it is right.
told-proof =
    ✅ { $task }: the result is confirmed
    { $name } confirmed it: what was provisional is done. Congratulations!
told-withdrawn =
    { $task }: a recorded result was taken back
    { $name }: “{ $reason }”
    If something is unclear, please talk with { $name }.
