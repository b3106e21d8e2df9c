told =
    Messages no longer reach { $name }
    { $name }, { $unit }, has blocked or deleted this chat. Please get in touch directly, so that nothing is missed. Opening the chat again and typing “menu” brings the messages back.
