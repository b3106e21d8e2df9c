"""Recording a result: brought forward from the paper book, or the proof of a provisional one."""

from dataclasses import replace
from datetime import date

from handlers.conversation import Conversation, Data, InboxMessage, Kind, Say, Turn, Urgency, say, text
from handlers.member.evidence_arrival import LARGEST
from handlers.member.evidence_dates import read_date
from handlers.member.evidence_facts import LONGEST, NotAnAnswer, answer, questions
from handlers.secretary.keeping import KeptTask, find_task, lost, secretary
from handlers.secretary.member import again as task_again
from handlers.secretary.member import task_card, told
from handlers.secretary.recording_card import ask, assessors, summary
from handlers.secretary.recording_case import ASSESSOR, DAY, PAPER, PROOF, Case, begun, load, of_entry, unfinished
from handlers.secretary.withdrawing import record, withdraw, withdrawing
from journey.progress import TaskState
from journey.text import nfc
from storage import evidence, people, recorded, rulings, submissions
from storage.evidence import Arrival

PIECES = 10  # pictures of one result: what one message shows

_WHY = {
    "evidence.not-a-count": "paper.not-a-count",
    "evidence.not-yes-or-no": "paper.not-yes-or-no",
    "evidence.not-a-level": "paper.not-a-level",
    "evidence.not-one-of-these": "paper.not-one-of-these",
    "evidence.not-a-date": "paper.not-a-date",
    "evidence.not-yet": "paper.not-yet",
    "evidence.not-this-year": "paper.not-this-year",
    "evidence.not-a-name": "paper.not-a-name",
}
"""What is said to an officer where a member would be told why an answer is none."""


async def start(message: InboxMessage, member: str, code: str) -> Turn:
    """Bring a result forward from paper; one that was begun and left is gone on with."""
    found = await find_task(message, member, code)
    if found is None:
        return lost()
    if _is_settled(found):
        return await _no_need(message, found)
    return _turn(await begun(message, found, PAPER), message)


async def proof(message: InboxMessage, member: str, code: str) -> Turn:
    """Close a provisional result with its proof."""
    found = await find_task(message, member, code)
    if found is None:
        return lost()
    if not found.progress.is_provisional:
        return await _no_need(message, found)
    return _turn(await begun(message, found, PROOF), message)


def _is_settled(found: KeptTask) -> bool:
    return found.progress.state in (TaskState.DONE, TaskState.EXEMPT)


async def _no_need(message: InboxMessage, found: KeptTask) -> Turn:
    return Turn(says=(say("paper.no-need"), await task_card(found, message)), step=None)


def _turn(case: Case, message: InboxMessage, *before: Say) -> Turn:
    """Ask the next question, or show the summary; the chat waits for its answer, or for more pictures."""
    data: Data = {"entry": case.entry.id, "question": case.question}
    return Turn(says=(*before, ask(case, message)), step="answer" if case.question else "page", data=data)


async def chose(message: InboxMessage, id_: str, question: str, value: str) -> Turn:
    """An answer was chosen."""
    case = await unfinished(message, id_)
    if case is None:
        return lost()
    if question == ASSESSOR:
        bodies = {str(place): each.short for place, each in enumerate(assessors(case))}
        value = bodies.get(value, "")
    return await _answer(message, case, question, value)


async def typed(message: InboxMessage, data: Data) -> Turn:
    """An answer was typed; a picture that comes early is kept."""
    case = await unfinished(message, data.get("entry"))
    if case is None:
        return lost()
    if message.kind is Kind.FILES:
        return await _take(message, case)
    return await _answer(message, case, str(data.get("question")), message.text if message.kind is Kind.TEXT else "")


async def _answer(message: InboxMessage, case: Case, question: str, said: str) -> Turn:
    try:
        await _keep(message, case, question, said)
    except NotAnAnswer as error:
        return _turn(case, message, Say(replace(error.why, key=_WHY[error.why.key])))
    now = await of_entry(message, await recorded.get(case.entry.id) or case.entry)
    return _turn(now or case, message)


async def _keep(message: InboxMessage, case: Case, question: str, said: str) -> None:
    """Keep an answer.

    Raises:
        NotAnAnswer: it is none.
    """
    entry, year = case.entry, case.found.kept.now.season.year
    if question == DAY:
        await recorded.state_assessment(entry.id, by=entry.assessed_by, on=_day(message, said, year))
        return
    if question == ASSESSOR:
        words = " ".join(nfc(said).split())
        if not words or len(words) > LONGEST:
            raise NotAnAnswer(text("evidence.not-a-name", most=LONGEST))
        await recorded.state_assessment(entry.id, by=words, on=entry.assessed_on)
        return
    asked = next((each for each in questions(case.found.task, case.submission) if each.id == question), None)
    if asked is not None:
        claims, given = answer(case.found.task, case.submission, asked, said, message.today, year)
        await recorded.state_facts(entry, claims, given)


def _day(message: InboxMessage, said: str, year: int) -> date:
    """Return the day of the assessment: in the season's year or since, for a title comes in January."""
    day = read_date(said, message.today)
    if day is None:
        raise NotAnAnswer(text("evidence.not-a-date"))
    if day > message.today:
        raise NotAnAnswer(text("evidence.not-yet", day=day))
    if day.year < year:
        raise NotAnAnswer(text("evidence.not-this-year", day=day, year=str(year)))
    return day


async def page(message: InboxMessage, data: Data) -> Turn:
    """Take the picture of the page, or what proves a provisional result: a picture, a file, a sentence."""
    case = await unfinished(message, data.get("entry"))
    if case is None:
        return lost()
    if message.kind is Kind.FILES:
        return await _take(message, case)
    if message.kind is Kind.TEXT and case.entry.how == PROOF and message.text.strip():
        await _add_text(message, case)
        case = await of_entry(message, case.entry) or case
    return _turn(case, message)


async def _take(message: InboxMessage, case: Case) -> Turn:
    """Keep the files with what is recorded; the fetcher brings their bytes."""
    small = [each for each in message.attachments if (each.size or 0) <= LARGEST]
    if len(small) < len(message.attachments):
        return _turn(case, message, say("paper.too-big"))
    if len(case.pieces) + len(small) > PIECES:
        return _turn(case, message, say("paper.too-many", most=PIECES))
    arrivals = [
        Arrival(f.kind, f.remote, f.unique, message.source, f.album, f.name or "", f.mime or "", f.size) for f in small
    ]
    member, submission = case.found.kept.member.id, case.submission.id
    await evidence.arrive(arrivals, person=member, chat=message.chat, submission=submission, now=message.now)
    if message.text.strip():
        await _add_text(message, case)
    case = await of_entry(message, case.entry) or case
    turn = _turn(case, message)
    if case.question:
        return replace(turn, says=(say("paper.page-kept", n=len(small)), *turn.says))
    return replace(turn, says=(summary(case, message, quiet=any(f.album for f in small)),))


async def _add_text(message: InboxMessage, case: Case) -> None:
    await evidence.add_text(
        nfc(message.text).strip(),
        person=case.found.kept.member.id,
        chat=message.chat,
        submission=case.submission.id,
        source=message.source,
        now=message.now,
    )


async def again(message: InboxMessage, id_: str) -> Turn:
    """Ask everything anew, the pictures too."""
    case = await unfinished(message, id_)
    if case is None:
        return lost()
    await evidence.clear(case.submission.id, message.now)
    await recorded.state_facts(case.entry, {}, {})
    await recorded.state_assessment(case.entry.id, by="", on=None)
    return _turn(await begun(message, case.found, case.entry.how), message)


async def confirm(message: InboxMessage, id_: str) -> Turn:
    """Let it count, unless the task was settled or somebody recorded a result of it meanwhile."""
    if (before := await load(message, id_)) is None or before.entry.by != secretary(message).id:
        return lost()
    await submissions.hold_task(before.found.registration)
    case = await unfinished(message, id_)
    if case is None:  # a second tap
        return Turn(says=(await task_card(before.found, message),), step=None)
    if _is_settled(case.found) or (case.entry.how == PROOF and not case.found.progress.is_provisional):
        return await _no_need(message, case.found)
    if case.question or not case.is_proved:
        return _turn(case, message)
    if not case.is_here:
        return _turn(case, message, say("paper.coming"))
    if not await recorded.let_count(case.entry, case.claims, message.now):
        return await _overtaken(message, case)
    await _close_provisional(message, case)
    await record(message, "result.recorded", case)
    return await _told(message, case)


async def _overtaken(message: InboxMessage, case: Case) -> Turn:
    """Say who recorded a result of the task meanwhile; whoever means another one confirms once more."""
    latest = (await recorded.of_task(case.found.registration))[-1]
    await recorded.see(case.entry.id, message.now)
    names = await people.names([latest.by] if latest.by else [])
    return _turn(case, message, say("paper.already", name=names.get(latest.by or 0, "–"), at=latest.recorded_at))


async def _close_provisional(message: InboxMessage, case: Case) -> None:
    """End the ruling that a result is provisional, now that its proof is here."""
    standing = await rulings.standing(case.found.registration) if case.entry.how == PROOF else None
    if standing is not None:
        await rulings.end(standing.id, by=secretary(message).id, because="", now=message.now)


async def _told(message: InboxMessage, case: Case) -> Turn:
    kept = case.found.kept
    news = say(
        f"paper.told-{case.entry.how}",
        task=kept.named(case.found.task, "vi"),
        name=secretary(message).full_name,
        assessor=case.entry.assessed_by,
        day=case.entry.assessed_on,
    )
    shown = await task_again(message, kept.member.id, case.found.task.code)
    news = replace(news, urgency=Urgency.NEWS, must_arrive=True)
    return Turn(says=(shown,), step=None, tells=(told(news, kept),), toast=text("paper.toast-recorded"))


PAPER_RESULTS = Conversation(
    "paper",
    steps={"answer": typed, "page": page, "withdrawing": withdrawing},
    actions={
        "start": start,
        "proof": proof,
        "answer": chose,
        "again": again,
        "confirm": confirm,
        "withdraw": withdraw,
    },
    takes_files=frozenset({"answer", "page"}),
)
