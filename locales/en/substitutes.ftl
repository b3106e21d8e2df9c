# Substitutes: naming who decides while one is away.

for = { $name } in place of { $first }
card-line = You decide in place of { $names }.
queue-line = { $line }, in place of { $names }
