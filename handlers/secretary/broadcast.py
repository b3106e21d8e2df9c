"""Writing to many: an officer chooses whom, reads the message as it will leave, confirms, and may stop it."""

from handlers.conversation import Conversation
from handlers.secretary import broadcast_choosing, broadcast_sending, broadcast_writing

BROADCAST = Conversation(
    "broadcast",
    command="/thongbao",
    open_=broadcast_choosing.open_,
    steps={"text": broadcast_writing.write},
    actions={
        "open": broadcast_choosing.open_,
        "places": broadcast_choosing.list_places,
        "tasks": broadcast_choosing.list_tasks,
        "roles": broadcast_choosing.list_roles,
        "sessions": broadcast_choosing.list_sessions,
        "out": broadcast_choosing.list_out,
        "to": broadcast_writing.to,
        "one": broadcast_writing.to_one,
        "remind": broadcast_writing.remind,
        "again": broadcast_writing.again,
        "send": broadcast_sending.send,
        "discard": broadcast_sending.discard,
        "show": broadcast_sending.show,
        "stop": broadcast_sending.stop,
        "missed": broadcast_sending.missed,
    },
    takes_files=frozenset({"text"}),
)
