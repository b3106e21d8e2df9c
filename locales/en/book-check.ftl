# The command "hanhtrinh book": checks a signed book, shows the unit's key.

cannot-open = The file { $file } cannot be read.
too-large = { $file } is too large ({ $limit } MB at most): it is no signed journey book.
not-json = { $file } cannot be read: it is not JSON, or a part of it is missing. Ask the unit to send the original file again.
not-a-book = { $file } is no signed journey book: { $where } is missing or wrong.
other-form = { $file } has form { $form }, this version knows form { $known } only. Update hanhtrinh and check again.
altered =
    THE SIGNATURE IS WRONG: { $file } was changed after it was signed, or the signature is not of this key.
    Do not use this file. Ask the unit to send it again.
not-a-fingerprint = "{ $given }" is no fingerprint: all { $digits } digits are needed, as in 4821 0937 5560 1284 7731 9046.
other-key =
    ANOTHER KEY: the file was signed with key { $found }, not with { $wanted }.
    Somebody else may have made it. Do not use this file before you have asked the unit.
good =
    The signature is right: nobody has changed the file since it was signed.
    Name: { $name }
    Unit: { $unit }{ $group }
    Unit that made the book (by its own words): { $issuer }
    Programme: { $title } ({ $number }, version { $version }), { $year }
    Made at: { $made }
    Result: { $outcome }, { $done }/{ $needed } tasks
group = , { $group }
task = • { $code } { $title }: { $state }; handed in { $times } times, { $assessments } assessments, { $files } files of evidence
pinned = Key: { $fingerprint }, the one you named.
not-pinned =
    Key: { $fingerprint }
    Nobody has said yet whose key this is: call the unit that made the book, let them read their number (hanhtrinh book key) and compare; or run this again with --key.
own-key =
    Key with which { $issuer } signs books: { $fingerprint }
    When another unit calls, read this number to them.
nobody = this unit
outcome-in-progress = in progress
outcome-provisional = provisional, waiting for confirmation
outcome-passed = the year's requirements are met
state-todo = not started
state-draft = not handed in
state-waiting = waiting for assessment
state-returned = returned
state-partial = not enough yet
state-provisional = provisional
state-done = done
state-late-missed = out of time
state-exempt = exempt
state-dropped = changed for another task
