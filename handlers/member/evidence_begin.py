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
    return await _begin(message, standing.registration, standing.task.code, after)


async def begin_after(message: InboxMessage, returned: Submission) -> Submission:
    """Open the next version of `returned`."""
    return await _begin(message, returned.registration, returned.task, returned)


async def _begin(message: InboxMessage, registration: int, task: str, after: Submission | None) -> Submission:
    assert message.person is not None
    begun = await submissions.begin(
        registration=registration, person=message.person.id, task=task, now=message.now, after=after
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
