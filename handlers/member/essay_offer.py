"""A long text that comes while no essay is being written: kept, and offered as the beginning of the essay."""

from dataclasses import replace

from handlers.conversation import Data, InboxMessage, Kind, Say, Turn, choice, say, text
from handlers.member.essay_file import files
from handlers.member.essay_words import ends, essay, text_of
from handlers.member.evidence_arrival import PIECES
from handlers.member.evidence_begin import begin, standing_of
from handlers.member.evidence_card import QUIET, among, card
from handlers.member.evidence_words import wants_on
from handlers.member.hand_ins import NotRegisteredYet, Standing, draft, members_only, standings
from handlers.member.programme_of import NoSeason
from handlers.member.wording import title
from journey.essay import count
from journey.people import Role
from journey.progress import TaskState
from journey.text import fold
from locales import texts
from storage import evidence, loose_evidence, submissions

FROM = 30
"""Words from which on a text nobody can place may be a part of an essay: a shorter one is a question or a greeting."""

_CARD = "essay-offer"


async def forgotten(message: InboxMessage) -> Turn | None:
    """Keep a long text and offer to begin the essay with it; None where that can not be meant."""
    if message.kind is not Kind.TEXT or count(message.text) < FROM:
        return None
    standing = await _to_write(message)
    return None if standing is None else await _keep(message, standing)


async def offered(message: InboxMessage, data: Data) -> Turn:
    """Take what comes after the offer for more of the same; a yes begins, a no forgets."""
    del data
    standing = await _to_write(message)
    if standing is None:
        return Turn(says=(say("evidence.no-draft"),), step=None)
    if wants_on(message.text) or fold(message.text) in texts.words("evidence.yes-words"):
        return await begin_with(message, standing.task.code)
    if fold(message.text) in texts.words("evidence.no-words"):
        return await not_essay(message)
    if message.kind is Kind.RESUMED:
        again = tuple(await offer(message, standing))
        return Turn(says=again, step="offered") if again else Turn(says=(say("evidence.no-draft"),), step=None)
    return await _keep(message, standing)


async def _to_write(message: InboxMessage) -> Standing | None:
    """Return the task of the member that asks for an essay and is not done, None without one."""
    if message.person is None or not message.person.has(Role.MEMBER):
        return None
    try:
        found = await standings(message)
    except (NoSeason, NotRegisteredYet):
        return None
    closed = (TaskState.DONE, TaskState.EXEMPT)
    return next((each for each in found if essay(each.task) and each.progress.state not in closed), None)


async def _keep(message: InboxMessage, standing: Standing) -> Turn:
    assert message.person is not None
    if len(await loose_evidence.texts(message.person.id)) >= PIECES:
        return Turn(says=(say("evidence.too-many", most=PIECES),))
    await evidence.add_text(
        message.text,
        person=message.person.id,
        chat=message.chat,
        submission=None,
        source=message.source,
        now=message.now,
    )
    if standing.progress.state is TaskState.WAITING:
        return Turn(says=(_late(standing),), step=None)
    return Turn(says=tuple(await offer(message, standing)), step="offered")


def _late(standing: Standing) -> Say:
    """Say of a text that came after its essay was handed in (a tap may overtake a part) that it is kept."""
    forget = choice("evidence.not_essay", label="essay.do-not-essay")
    return Say(text("essay.late", task=standing.task.code), ((forget,),), card=_CARD, fresh=True)


async def offer(message: InboxMessage, standing: Standing) -> list[Say]:
    """Offer to begin with what was written before, nothing where nothing waits."""
    assert message.person is not None
    waiting = await loose_evidence.texts(message.person.id) if essay(standing.task) else []
    if not waiting:
        return []
    words = text_of(waiting)
    code = standing.task.code
    return [
        Say(
            text("essay.offer", task=code, parts=len(waiting), n=count(words), lines=ends(words)),
            (
                (choice("evidence.begin_with", code, label="essay.do-begin-with", style="good"),),
                (choice("evidence.not_essay", label="essay.do-not-essay"),),
            ),
            card=_CARD,
            fresh=True,
            quiet=QUIET,
        )
    ]


async def begin_with(message: InboxMessage, code: str) -> Turn:
    """Put what was written before into the essay: the draft at hand, the next version after a return, or a new one."""
    assert message.person is not None
    standing = await standing_of(message, code)
    if standing is None or essay(standing.task) is None:
        return Turn(says=(say("evidence.not-your-task"),))
    members_only(message)
    await submissions.hold_task(standing.registration)
    standing = await standing_of(message, code) or standing
    if standing.progress.state is TaskState.WAITING:
        return Turn(says=(_late(standing),))
    if standing.progress.state is TaskState.DONE:
        done = say("evidence.task-done", task=f"{code} {title(standing.task, message.language)}")
        return Turn(says=(replace(done, card=_CARD),))
    begun = standing.at("draft") or standing.empty or await begin(message, standing, standing.at("returned"))
    waiting = await loose_evidence.texts(message.person.id)
    if len(await evidence.of_submission(begun.id)) + len(waiting) > PIECES:
        return Turn(says=(say("evidence.too-many", most=PIECES),))
    await loose_evidence.attach_texts(message.person.id, begun.id)
    await submissions.rewritten(begun.id)
    found = await draft(message.person.id, str(begun.id))
    taken = Say(text("essay.begun-with", task=code, n=count(text_of(waiting))), card=_CARD)
    says = (taken, *among(card(found, message.language, fresh=True), await files(found, message)))
    return Turn(says=says, step="collect", data={"submission": begun.id})


async def not_essay(message: InboxMessage) -> Turn:
    """Forget what was written: it is no essay."""
    assert message.person is not None
    await loose_evidence.forget_texts(message.person.id, message.now)
    return Turn(says=(Say(text("essay.forgotten"), card=_CARD),), step=None)
