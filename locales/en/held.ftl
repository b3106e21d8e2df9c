# What waited while somebody was away, as one message.

away =
    While you were away:
    { $lines }
more = … and { $n } more; the menu has everything.
do-menu = Menu
