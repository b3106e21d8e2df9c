# Mistakes in a programme file. Each sentence: what is wrong, how to put it right. The caller prints file and place.

not-utf8 = Line { NUMBER($line, useGrouping: 0) } has a character that cannot be read. Save the file as UTF-8.
syntax = Line { NUMBER($line, useGrouping: 0) } is not correct TOML. Look at the quotation marks, brackets and commas of this line and the one above.
schema = The file states schema { $found }, this program reads { $known }. Write schema = { $known } and follow a shipped programme.
unknown-key = There is no “{ $found }” here. Use: { $known }; or remove the line.
missing = This key is missing. Add it as in a shipped programme.
empty = This is empty. Fill it in.
expected-text = This must be text. Put it in quotation marks, such as "Mandatory tasks".
expected-number = This must be a whole number. Write it without quotation marks, points or commas, such as 1000.
expected-yes-no = This is either true or false. Write one of the two words without quotation marks.
expected-list = This must be a list. Put the items in square brackets, such as [3, 4, 9, 10]; a section is written [[section]].
expected-table = This must hold keys of its own. Write {"{"} key = value {"}"} or begin with [section].
not-nfc = The accented letters here are stored in pieces (not in Unicode NFC). Type this text again, or convert the file to NFC.
too-long = The text has { $length } characters, at most { $limit } fit. Shorten it so that a phone shows it whole; the full sentence belongs in text.
bad-code = The code “{ $found }” is not allowed. Use at most { $limit } letters without accents, digits, underscores or hyphens.
duplicate = “{ $found }” is already there. Keep one, and remove or rename the other.
not-a-choice = “{ $found }” cannot be used here. Choose: { $known }.
unknown-reference = “{ $found }” is not declared in [[{ $section }]]. Use one that is: { $known }; or declare it above.
not-a-month = { $found } is not a month. Write a number from 1 to 12.
outside-task-months = Month { $found } is not among the months of the task. Add it to the task's months or take it out of the criterion.
out-of-range = The number { NUMBER($found, useGrouping: 0) } is not allowed. Write one from { NUMBER($least, useGrouping: 0) } to { NUMBER($most, useGrouping: 0) }.
misplaced = This key does not go with “{ $owner }”. Remove it, or choose another kind.
not-in-scale = “{ $found }” is not on the scale, or nothing lies above it. Use: { $known }.
one-expression = Exactly one way of assessing is needed. Keep one of: { $known }.
too-many-required = { $needed } tasks are asked for, but the category has { $there }. Ask for fewer, or add tasks.
no-tasks = The category asks for all its tasks (“{ $found }”) but has none. Add tasks, or set rule = "none".
no-period = The calendar lacks “{ $found }”. Add a [[calendar]] with code = "{ $found }" and its months.
