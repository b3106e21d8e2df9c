"""What people talk about with us: every conversation of the house, in the order people meet them."""

from handlers import (
    appeals,
    bulk,
    cancel,
    changes,
    help,
    joining,
    language,
    leaving,
    likeness_shown,
    menu,
    my_data,
    reviews,
    substitutes,
)
from handlers.conversation import Conversation, Kind, Receiver
from handlers.member import book, book_paper, evidence, evidence_arrival, evidence_said, registration, tasks
from handlers.pages import essay_link, sending
from handlers.secretary import members, page_arrival, recording, ruling

CONVERSATIONS: tuple[Conversation, ...] = (
    menu.MENU,
    help.HELP,
    cancel.CANCEL,
    registration.CONVERSATION,
    tasks.CONVERSATION,
    evidence.EVIDENCE,
    book.CONVERSATION,
    book_paper.CONVERSATION,
    reviews.REVIEWS,
    bulk.BULK,
    likeness_shown.LIKENESS,
    appeals.APPEALS,
    sending.PAGES,
    essay_link.ESSAY_PAGE,
    substitutes.SUBSTITUTES,
    changes.CONVERSATION,
    members.SECRETARY,
    ruling.RULINGS,
    recording.PAPER_RESULTS,
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

lost = menu.not_understood
"""Whoever says what nobody can place gets the menu."""

left = leaving.left
"""Whoever accompanies a person hears that messages do not reach them any more."""

is_invitation = joining.is_invitation

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
