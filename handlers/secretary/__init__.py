"""What a secretary does for the members of the unit: looks after their books, rules, records, opens."""
