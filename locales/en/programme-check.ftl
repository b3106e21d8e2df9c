good = { $file }: “{ $title }” is good, { $categories } categories, { $tasks } tasks.
faults = { $file } has { $count } places to correct:
key = Place
reason = To correct
cannot-open = { $file } cannot be read. Check its path and your rights.
