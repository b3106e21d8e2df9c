# When a bot has as many people as its platform allows.

full =
    { $channel } has no room left here
    Your code has not been used and is still good. Please open it again by one of these:
    { $others }
    If you are not sure how, ask your unit's secretary.
full-everywhere =
    { $channel } has no room left here
    Your code has not been used and is still good. Please tell your unit's secretary; the operator knows, too.
