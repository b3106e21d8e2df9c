words = cancel | stop | quit
done =
    Stopped
    What was saved and what was handed in is kept. What would you like to do next?
