words = cancel | stop | quit
done =
    Stopped
    Drafts and what you handed in are kept. What would you like to do next?
