"""Attendance at sessions: by the code, by the word, by the organiser's list, by a question."""

from handlers.attendance.asked import mine, no, waiting, yes
from handlers.attendance.desk import open_, paper, show_page, show_ticks
from handlers.attendance.listing import absent, all_, everybody, find_name, list_, reason, tick, undo, untick
from handlers.attendance.sheets import photo, sheet
from handlers.attendance.sheets import show as show_sheets
from handlers.conversation import Conversation

ATTENDANCE = Conversation(
    "attendance",
    steps={"find": find_name, "absent": absent, "reason": reason, "photo": photo},
    actions={
        "open": open_,
        "page": show_page,
        "ticks": show_ticks,
        "list": list_,
        "tick": tick,
        "untick": untick,
        "all": all_,
        "everybody": everybody,
        "undo": undo,
        "paper": paper,
        "sheet": sheet,
        "sheets": show_sheets,
        "waiting": waiting,
        "mine": mine,
        "yes": yes,
        "no": no,
    },
    takes_files=frozenset({"photo"}),
)
