"""What people talk about with us: every conversation of the house, in the order people meet them."""

from handlers import (
    appeals,
    attendance,
    bulk,
    cancel,
    changes,
    digest,
    help,
    joining,
    language,
    leaving,
    likeness_shown,
    linking,
    menu,
    my_data,
    reminding,
    resuming,
    reviews,
    substitutes,
)
from handlers.attendance import word
from handlers.conversation import Conversation, Kind, Receiver
from handlers.member import book, book_paper, evidence, evidence_arrival, evidence_said, registration, tasks
from handlers.member import sessions as calendar
from handlers.pages import essay_link, sending, upload_link
from handlers.secretary import account, broadcast, members, page_arrival, recording, ruling, sessions

CONVERSATIONS: tuple[Conversation, ...] = (
    menu.MENU,
    help.HELP,
    cancel.CANCEL,
    registration.CONVERSATION,
    tasks.CONVERSATION,
    evidence.EVIDENCE,
    book.CONVERSATION,
    book_paper.CONVERSATION,
    calendar.CALENDAR,
    reviews.REVIEWS,
    bulk.BULK,
    likeness_shown.LIKENESS,
    appeals.APPEALS,
    sending.PAGES,
    essay_link.ESSAY_PAGE,
    upload_link.UPLOAD_PAGE,
    substitutes.SUBSTITUTES,
    changes.CONVERSATION,
    attendance.ATTENDANCE,
    members.SECRETARY,
    account.ACCOUNT,
    ruling.RULINGS,
    recording.PAPER_RESULTS,
    broadcast.BROADCAST,
    digest.DIGEST,
    sessions.CONVERSATION,
    reminding.REMINDING,
    linking.LINKING,
    resuming.RESUMING,
    my_data.MY_DATA,
    language.LANGUAGE,
)

BY_NAME = {conversation.name: conversation for conversation in CONVERSATIONS}

COMMANDS = menu.COMMANDS
"""What a channel's own menu of commands shows, by standing."""

MENU = menu.MENU
EVIDENCE = evidence.EVIDENCE
unplaced = evidence_said.unplaced
"""A task's code, or a long text that nobody waits for, is answered in the conversation about evidence."""

inspected_elsewhere = evidence_arrival.inspected_elsewhere
"""What became of a file is said in another chat, where its own is the person's no more."""

ATTENDANCE = attendance.ATTENDANCE
word_said = word.word_said
"""The word of a session that is on now is answered wherever the chat waits."""

lost = menu.not_understood
"""Whoever says what nobody can place gets the menu."""

left = leaving.left
"""Whoever accompanies a person hears that messages do not reach them any more."""

is_invitation = joining.is_invitation

is_link_code = linking.is_code
linked_already = linking.already
"""A link code is typed in the chat that is to be linked, not where somebody is known."""

STRANGERS = joining.JOINING
stranger = joining.stranger
"""Whoever is not in the roster's chats yet talks with this one alone."""

RECEIVERS: dict[Kind, tuple[Conversation, Receiver]] = {
    Kind.START: (joining.JOINING, joining.started),
    Kind.FILES: (evidence.EVIDENCE, evidence_arrival.receive),
    Kind.EDITED: (evidence.EVIDENCE, evidence_arrival.edited),
    Kind.UNSUPPORTED: (evidence.EVIDENCE, evidence_arrival.unsupported),
    Kind.INSPECTED: (evidence.EVIDENCE, page_arrival.inspected),
}
"""Kinds of message that one conversation takes, wherever the chat waits."""
