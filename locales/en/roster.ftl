guidance-sheet = Guidance
guidance =
    Outstanding members and those who accompany them
    1. Fill in the four sheets in turn: Units, Groups, People, Roles. Dark blue columns are required.
    2. The grey row in italics is an example and is skipped; delete it or leave it. Real codes do not begin with “EX-”.
    3. Every unit and every group has a short code of your own; the other sheets name it by that code.
    4. A person's code may be empty. They are then known by unit and name; two of one name in one unit need codes.
    5. Column “Is a member”: Yes for an outstanding member on the journey; empty means No.
    6. The Roles sheet is only for those in charge: group leaders, supervisors, secretaries, executives…
    7. Dates are day/month/year, such as 05/01/2027.
    8. Import as often as you like: nothing doubles, changed rows are updated. People no longer listed are reported, never deleted; roles no longer listed end.
    9. Write no identity numbers, family, religion or Party files here.
lists-sheet = Lists
sheet-units = Units
sheet-groups = Groups
sheet-people = People
sheet-roles = Roles
heading-units-code = Unit code
heading-units-name = Unit name
heading-units-kind = Kind
heading-units-parent = Code of the unit above
heading-units-from = Valid from
heading-units-to = Valid to
heading-groups-code = Group code
heading-groups-name = Group name
heading-groups-unit = Unit code
heading-people-code = Code
heading-people-name = Full name
heading-people-called = Called
heading-people-unit = Unit code
heading-people-group = Group code
heading-people-member = Is a member
heading-people-address = Form of address
heading-roles-person = Code or full name
heading-roles-role = Role
heading-roles-scope = Scope (unit or group code)
heading-roles-from = From
heading-roles-to = To
note-units-code = A short code of your own, such as DCS or CD01.
note-units-name = The full name, as on the seal or the decision.
note-units-kind = Such as Đoàn cơ sở or Chi đoàn; any other will do.
note-units-parent = The code of the unit right above; empty for the top unit.
note-units-from = The unit's first day; may be empty.
note-units-to = The unit's last day (merged, dissolved); may be empty.
note-groups-code = The group's short code, such as TO1.
note-groups-name = The group's name, such as Tổ 1.
note-groups-unit = The code of the unit that runs it.
note-people-code = A member's number or a code of your own; may be empty.
note-people-name = Surname, middle and given name, with all marks.
note-people-called = Only when it is not the last word of the name.
note-people-unit = A code of the Units sheet.
note-people-group = A code of the Groups sheet; may be empty.
note-people-member = Yes or No; empty means No.
note-people-address = How the assistant addresses them; empty: “bạn” for members, “đồng chí” for officers.
note-roles-person = A code of the People sheet, or a name that only one person has.
note-roles-role = Choose from the list.
note-roles-scope = Group leader: a group's code. Supervisor: a group or a unit. Others: a unit. Organisers may leave it empty.
note-roles-from = First day; may be empty.
note-roles-to = Last day; may be empty.
example-prefix = EX-
example-units-code = EX-CD01
example-units-name = Office branch (example)
example-units-kind = Chi đoàn
example-units-parent = EX-DCS
example-units-from = 01/01/2027
example-groups-code = EX-TO1
example-groups-name = Group 1 (example)
example-groups-unit = EX-DCS
example-people-code = EX-001
example-people-name = Nguyễn Thị Ví Dụ
example-people-unit = EX-CD01
example-people-group = EX-TO1
example-people-member = Yes
example-people-address = bạn
example-roles-person = EX-001
example-roles-role = Group leader
example-roles-scope = EX-TO1
example-roles-from = 01/01/2027
example-roles-to = 31/12/2027
kinds = Đoàn cấp trên trực tiếp | Đoàn cơ sở | Chi đoàn cơ sở | Chi đoàn | Cụm hoạt động
yes = Yes | x | có
no = No | không
address-ban = bạn
address-anh = anh
address-chi = chị
address-dong-chi = đồng chí | đ/c
role-member = Outstanding member
role-group-leader = Group leader
role-supervisor = Supervisor
role-secretary = Secretary
role-executive = Unit executive
role-standing-committee = Standing committee
role-party-committee = Party committee
role-organiser = Organiser
wrong-choice = Please choose from the list.
wrong-date = Please write day/month/year, such as 05/01/2027.

written = { $file } is written. When it is filled in, try: hanhtrinh roster import { $file } --dry-run
cannot-open = { $file } cannot be read. Check its path and your rights.
cannot-write = { $file } cannot be written. Check the folder and your rights.
refused-not-a-spreadsheet = This is no .xlsx workbook we can read. Open it in Excel or LibreOffice and save it as .xlsx.
refused-missing-sheet = There is no sheet “{ $name }”. Use the template (hanhtrinh roster template) and keep the names of its sheets.
refused-missing-columns = Sheet “{ $sheet }” lacks the columns: { $names }. Write the headings as the template has them.
refused-too-many-rows = Sheet “{ $sheet }” has more than { $limit } rows. Split the file by unit, or delete the empty rows at its end.
refused-too-many-columns = Sheet “{ $sheet }” has more than { $limit } columns. Delete those at the right that are not needed.

fault-empty = This cell is empty. Please fill it in.
fault-missing = This cell is empty. Please fill it in.
fault-too-long = Longer than { $limit } characters. Please shorten it.
fault-formula = This cell is a formula. Copy it and paste it as a value.
fault-broken-date = “{ $found }” is no date. Write day/month/year, such as 05/01/2027.
fault-date-for-text = The spreadsheet made a date of this cell ({ $found }). Format it as text and write it again.
fault-unknown-word = “{ $found }” is not known. Choose: { $known }.
fault-example-kept = “{ $found }” is the example's code. Write a real one, or delete the row.
fault-unknown-unit = There is no unit “{ $found }”. Add it to the Units sheet or correct the code.
fault-unknown-group = There is no group “{ $found }”. Add it to the Groups sheet or correct the code.
fault-unit-under-itself = Unit “{ $found }” lies under itself. Correct the code of the unit above.
fault-duplicate-code = The code “{ $found }” is in row { $other } already. Choose another or delete the double row.
fault-bad-code = The code “{ $found }” cannot be used. It must not begin with ~.
fault-unknown-address = The form of address “{ $found }” is not known. Choose: { $known }.
fault-same-name = { $found } has the name of row { $other } in the same unit. If they are two, give both a code; if they are one, delete a row.
fault-unknown-person = Nobody is “{ $found }”. Add them to the People sheet, or correct the code or name.
fault-several-people = { $count ->
        [one] One person is
       *[other] { $count } people are
    } called “{ $found }”. Write the code.
fault-duplicate-role = This role is in row { $other } already. Delete one of the rows.
fault-missing-scope = This role needs a scope. Write a unit's or a group's code.
fault-unknown-scope = No unit or group has the code “{ $found }”. Add it to the Units or Groups sheet, or correct the code.
fault-needs-a-group = “{ $found }” is a unit; this role looks after a group. Write a group's code.
fault-needs-a-unit = “{ $found }” is a group; this role belongs to a unit. Write a unit's code.
fault-ends-before-it-begins = The last day { $to } lies before the first { $from }. Correct one of them.

report-sheet = Sheet
report-row = Row
report-column = Column
report-fault = To correct
report-refused = Nothing was imported. { $count ->
        [one] One place needs
       *[other] { $count } places need
    } correcting:
report-done = The roster is in.
report-dry-run = A dry run, nothing was changed. A real import would bring:
report-nothing-new = Everything was there already; nothing has changed.
report-count = • { $sheet }: { $new } new, { $changed } changed, { $unchanged } unchanged
report-enrolled = • Enrolled in this year's journey: { $count }
report-ended = • Role ended: { $name }, { $role }
report-unlisted =
    • { $count ->
        [one] One person is no longer listed and stays
       *[other] { $count } people are no longer listed and stay
    }:
    { $names }
report-ignored = • Sheet { $sheet }: column “{ $heading }” was left out
