# Mistakes in the file of holidays (HOLIDAYS_FILE). Each says what is wrong and how to mend it.

cannot-open = it cannot be opened ({ $why }). Check the path and the right to read it, or leave HOLIDAYS_FILE out to use the built-in calendar.
not-utf8 = it has characters that cannot be read. Save the file as UTF-8.
syntax = line { $line } is not TOML. Look at its brackets and commas; a day is written 2027-02-20, without quotation marks.
not-a-year = “{ $found }” is no year. Begin each year with [2027].
expected-table = this has to hold keys. Begin it with [2027], then write off, work, quiet on the lines below.
unknown-key = there is no “{ $found }”. Use: { $known }; or take the line out.
expected-days = this has to be a list of days. Write it like [{ $year }-02-20, { $year }-03-06], without quotation marks.
other-year = { $found } is not a day of { $year }. Move it to its year, or correct the day.
off-and-worked = { $found } is both off and worked. Keep it in one of off and work.
expected-span = two days are needed, the first and the last. Write it like [{ $year }-01-30, { $year }-02-12].
