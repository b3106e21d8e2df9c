"""Taking a recorded result back, with a reason."""

from dataclasses import replace

from handlers.conversation import Data, InboxMessage, Kind, Say, Turn, Urgency, choice, say
from handlers.secretary.keeping import lost, secretary
from handlers.secretary.member import again as task_again
from handlers.secretary.member import card_of, task_card, told
from handlers.secretary.recording_case import Case, load
from journey.text import nfc
from storage import audit, people, recorded, submissions

REASON = 300  # characters of a reason: what a card still shows whole


async def withdraw(message: InboxMessage, id_: str) -> Turn:
    """Show what was recorded, and ask why it is taken back."""
    case = await load(message, id_)
    if case is None or case.entry.state == "entering":
        return lost()
    if case.entry.state != "counted":
        return await _withdrawn_before(message, case)
    return Turn(says=(await _asking_why(message, case),), step="withdrawing", data={"entry": case.entry.id})


async def _asking_why(message: InboxMessage, case: Case) -> Say:
    kept = case.found.kept
    names = await people.names([case.entry.by] if case.entry.by else [])
    words = say(
        "paper.ask-withdraw",
        member=kept.member.full_name,
        task=kept.named(case.found.task, message.language),
        name=names.get(case.entry.by or 0, "–"),
        at=case.entry.recorded_at,
        limit=REASON,
    )
    back = choice("secretary.task", kept.member.id, case.found.task.code, label="paper.do-not-withdraw")
    return replace(words, choices=((back,),), card=card_of(kept), fresh=True)


async def withdrawing(message: InboxMessage, data: Data) -> Turn:
    """Take it back for the reason written."""
    case = await load(message, data.get("entry"))
    if case is None or case.entry.state == "entering":
        return lost()
    written = nfc(message.text).strip() if message.kind is Kind.TEXT else ""
    if not 0 < len(written) <= REASON:
        return Turn(says=(await _asking_why(message, case),))
    await submissions.hold_task(case.found.registration)
    if not await recorded.withdraw(case.entry, by=secretary(message).id, because=written, now=message.now):
        return await _withdrawn_before(message, case)
    await record(message, "result.withdrawn", case)
    kept = case.found.kept
    task, name = kept.named(case.found.task, "vi"), secretary(message).full_name
    news = replace(say("paper.told-withdrawn", task=task, name=name, reason=written), urgency=Urgency.NEWS)
    shown = await task_again(message, kept.member.id, case.found.task.code)
    return Turn(says=(shown,), step=None, tells=(told(replace(news, must_arrive=True), kept),))


async def _withdrawn_before(message: InboxMessage, case: Case) -> Turn:
    """Say who took it back, and when."""
    entry = await recorded.get(case.entry.id) or case.entry
    names = await people.names([entry.withdrawn_by] if entry.withdrawn_by else [])
    said = say("paper.withdrawn-before", name=names.get(entry.withdrawn_by or 0, "–"), at=entry.withdrawn_at)
    return Turn(says=(said, await task_card(case.found, message)), step=None)


async def record(message: InboxMessage, action: str, case: Case) -> None:
    """Add to the trail what became of a recorded result."""
    await audit.record(
        action,
        f"submission {case.submission.id}",
        actor=secretary(message).id,
        chat=message.chat,
        now=message.now,
        how=case.entry.how,
        task=case.found.task.code,
    )
