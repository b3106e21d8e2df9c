"""Beginning a hand-in of a registered task."""

from handlers.conversation import InboxMessage
from handlers.member.hand_ins import Standing, standings
from storage import audit, submissions
from storage.submissions import Submission


async def standing_of(message: InboxMessage, code: str) -> Standing | None:
    """Return where the member stands with one registered task, None when it is not theirs."""
    return next((each for each in await standings(message) if each.task.code == code), None)


async def begin(message: InboxMessage, standing: Standing, after: Submission | None = None) -> Submission:
    """Open a draft: a new part, or the next version of `after`."""
    assert message.person is not None
    begun = await submissions.begin(
        registration=standing.registration,
        person=message.person.id,
        task=standing.task.code,
        now=message.now,
        after=after,
    )
    await audit.record(
        "submission.begun",
        f"submission {begun.id}",
        actor=message.person.id,
        chat=message.chat,
        now=message.now,
        task=begun.task,
        part=begun.part,
        version=begun.version,
    )
    return begun
