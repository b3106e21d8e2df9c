"""What a member writes while nothing waits for it, and which is about handing in all the same."""

from dataclasses import replace

from handlers.conversation import InboxMessage, Kind, Turn
from handlers.member.essay_offer import forgotten
from handlers.member.evidence import attach, open_, start
from handlers.member.hand_ins import NotRegisteredYet, Standing, standings
from handlers.member.programme_of import NoSeason
from journey.people import Role
from journey.progress import TaskState
from journey.text import fold
from locales import texts
from storage import loose_evidence

SHORT = 5
"""Words up to which a text may name a task: "nộp minh chứng bb 3"; a longer one is a sentence."""


async def unplaced(message: InboxMessage) -> Turn | None:
    """Answer a task's code, "xong" while files wait without a task, and a long text; None for anything else."""
    if message.kind is not Kind.TEXT or message.person is None or not message.person.has(Role.MEMBER):
        return None
    if fold(message.text) in texts.words("evidence.done-words"):
        return await _ask_which(message) if await loose_evidence.files(message.person.id) else None
    if (standing := await _called(message)) is not None:
        return await _to(message, standing)
    return await forgotten(message)


async def _ask_which(message: InboxMessage) -> Turn:
    """Ask which task, for the files that wait too, at the bottom of the chat."""
    asked = await open_(message)
    return replace(asked, says=tuple(replace(each, fresh=True) for each in asked.says))


async def _called(message: InboxMessage) -> Standing | None:
    """Return the registered task whose code was typed, with a word for handing in before it or without."""
    said = fold(message.text)
    if len(said.split()) > SHORT:
        return None
    try:
        found = await standings(message)
    except (NoSeason, NotRegisteredYet):
        return None
    verbs = ("", *texts.words("evidence.words"))
    called = {(verb + fold(each.task.code)).replace(" ", ""): each for each in found for verb in verbs}
    return called.get(said.replace(" ", ""))


async def _to(message: InboxMessage, standing: Standing) -> Turn:
    """Go to the hand-in of the task; files that wait without one go along."""
    match standing.progress.state:
        case TaskState.EXEMPT:
            return await _ask_which(message)
        case TaskState.DONE:
            return await start(message, standing.task.code)
        case _:
            return await attach(message, standing.task.code)
