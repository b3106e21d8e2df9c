"""A made-up bloc with somebody of every role, near and far, and something of every state to decide about."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.conversation import InboxMessage, Kind
from handlers.dispatch import Dispatch
from handlers.review_asking import open_reviews
from journey.people import Role
from journey.substitutes import Substitution
from storage import (
    bulks,
    chats,
    database,
    enrolments,
    evidence,
    invitations,
    link_codes,
    registrations,
    reviews,
    signing_key,
    submissions,
    substitutes,
)
from storage.conversations import State
from storage.people import PersonRow, PostRow
from storage.units import GroupRow, UnitRow
from tests.handlers.members import season
from tests.handlers.phone import EVERYWHERE

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
JANUARY = datetime(2027, 1, 12, 2, 0, tzinfo=UTC)
"""The window of registration is open."""
MARCH = datetime(2027, 3, 2, 2, 0, tzinfo=UTC)
"""The window is closed, the year runs."""

TASKS = ("BB1", "BB2", "BB3", "RL1", "RL2", "RL3", "RL5", "RL6", "TT4")
UNITS = {"K": "", "A": "K", "B": "K"}
GROUPS = ("T1", "T2")

Held = tuple[Role, str]

PEOPLE: dict[str, tuple[str, str, tuple[Held, ...]]] = {
    # who: unit, group, posts with where they hold; a place after a "-" was held until yesterday
    "huong": ("A", "T1", ((Role.MEMBER, "A"),)),
    "lan": ("A", "T1", ((Role.MEMBER, "A"),)),
    "nam": ("B", "T2", ((Role.MEMBER, "B"),)),
    "mai": ("A", "T1", ((Role.MEMBER, "A"), (Role.GROUP_LEADER, "T1"))),
    "binh": ("K", "", ((Role.SUPERVISOR, "T1"),)),
    "phuc": ("K", "", ((Role.SUPERVISOR, "T2"),)),
    "dung": ("A", "", ((Role.EXECUTIVE, "A"),)),
    "yen": ("A", "T1", ((Role.MEMBER, "A"), (Role.EXECUTIVE, "A"))),
    "khoa": ("B", "", ((Role.EXECUTIVE, "B"),)),
    "thu": ("A", "", ((Role.MEMBER, "A"), (Role.SECRETARY, "A"))),
    "son": ("K", "", ((Role.SECRETARY, "K"),)),
    "tam": ("K", "", ((Role.STANDING_COMMITTEE, "K"),)),
    "oanh": ("K", "", ((Role.ORGANISER, "K"),)),
    "dang": ("A", "", ((Role.PARTY_COMMITTEE, "A"),)),
    "minh": ("A", "T1", ((Role.MEMBER, "-A"), (Role.EXECUTIVE, "-A"), (Role.SUPERVISOR, "-T1"))),
    "giang": ("A", "T1", ((Role.MEMBER, "A"), (Role.EXECUTIVE, "A"), (Role.SUPERVISOR, "T1"))),
    "vy": ("A", "T1", ((Role.MEMBER, "A"),)),  # invited, not joined
}

AUTHORS = ("huong", "nam", "mai", "yen", "thu", "minh", "giang")


@dataclass
class Cast:
    """People by name, and what a choice may name: "huong/RL2", "huong/change", "season", by id."""

    people: dict[str, int] = field(default_factory=dict)
    things: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    def chat(self, who: str) -> str:
        """Return the chat of somebody; a stranger has one too."""
        return f"telegram:{1000 + self.people.get(who, 999)}"


async def lay_down() -> Cast:
    """Fill an open, empty database."""
    cast = Cast()
    async with database.transaction():
        _ = await signing_key.make(bytes)
        await _places(cast)
        for who in PEOPLE:
            await _person(cast, who)
        cast.things["season"] = await season(JANUARY, (date(2027, 1, 1), date(2027, 1, 31)))
        cast.things |= dict.fromkeys(("nobody/RL1", "nobody/RL2", "nobody/change", "nobody/away"), 2**31 - 1)
        for who in AUTHORS:
            await _registered(cast, who)
        enrolment = await enrolments.enrol(cast.people["lan"], cast.things["season"])
        await enrolments.keep_draft(enrolment.id, ("BB1", "BB2", "BB3", "RL1", "RL2", "RL6", "TT4"))
        await _handed_in(cast)
        await _invited(cast)
        await _stand_in(cast)
        await _withdraws(cast, "giang")
        code = await link_codes.make(cast.people["huong"], made_in=cast.chat("huong"), now=MARCH, draw=bytes)
        cast.things["huong/link"] = code.id
    return cast


async def _places(cast: Cast) -> None:
    for code, parent in UNITS.items():
        row = await UnitRow.create(code=code, name=f"Đoàn {code}", parent_id=cast.places.get(parent))
        cast.places[code] = row.id
    for code in GROUPS:
        cast.places[code] = (await GroupRow.create(code=code, name=f"Tổ {code}", unit_id=cast.places["K"])).id


async def _person(cast: Cast, who: str) -> None:
    unit, group, posts = PEOPLE[who]
    row = await PersonRow.create(
        code=who, full_name=f"Nguyễn {who.title()}", called=who.title(), sort_key=who, folded=who, address="bạn",
        unit_id=cast.places[unit], group_id=cast.places.get(group),
    )  # fmt: skip
    cast.people[who] = row.id
    for role, where in posts:
        place = where.removeprefix("-")
        _ = await PostRow.create(
            person_id=row.id, role=str(role),
            unit_id=None if place in GROUPS else cast.places[place],
            group_id=cast.places[place] if place in GROUPS else None,
            to_on=MARCH.date() - timedelta(days=1) if where.startswith("-") else None,
        )  # fmt: skip
    if who != "vy":
        await chats.link(cast.chat(who), row.id, "vi", JANUARY)


async def _registered(cast: Cast, who: str) -> None:
    enrolment = await enrolments.enrol(cast.people[who], cast.things["season"])
    await enrolments.confirm(enrolment.id, 1, JANUARY)
    _ = await registrations.choose(enrolment.id, TASKS, JANUARY)
    wanted = (*TASKS[:-1], "TT1")
    change = await registrations.ask_change(enrolment.id, wanted, "Lịch trực thay đổi", MARCH - timedelta(hours=1))
    cast.things[f"{who}/change"] = change.id


async def _handed_in(cast: Cast) -> None:
    """Let every author have a draft and something that waits; Hương also what was decided."""
    for who in AUTHORS:
        await draft_of(cast, who, "RL1")
        for task in ("RL2", "RL6"):
            await _hands_in(cast, who, task)
    for task in ("BB1", "RL5", "TT4", "BB2", "RL3"):
        await _hands_in(cast, "huong", task)
    await _decided(cast, "huong/TT4", "returned", by="tam")
    await _decided(cast, "huong/BB2", "approved", by="tam")
    await _decided(cast, "huong/RL3", "returned", by="tam")
    await _appeals(cast, "huong", "huong/RL3")
    cast.things["dung/bulk"] = await bulks.ask(cast.people["dung"], [cast.things["huong/RL2"]], MARCH)
    cast.things["nobody/bulk"] = cast.things["nobody/RL2"]


async def draft_of(cast: Cast, who: str, task: str) -> submissions.Submission:
    enrolment = await enrolments.enrol(cast.people[who], cast.things["season"])
    taken = {each.task: each.id for each in await registrations.of_enrolment(enrolment.id)}
    person = cast.people[who]
    draft = await submissions.begin(registration=taken[task], person=person, task=task, now=MARCH)
    cast.things[f"{who}/{task}"] = draft.id
    await evidence.add_text(
        "Đã tham gia", person=person, chat=cast.chat(who), submission=draft.id, source=f"{draft.id}", now=MARCH
    )
    cast.things[f"{who}/{task}/piece"] = (await evidence.of_submission(draft.id))[0].id
    return draft


async def _hands_in(cast: Cast, who: str, task: str) -> None:
    draft = await draft_of(cast, who, task)
    _ = await submissions.hand_in(draft.id, {"a": 1}, MARCH)
    _ = await open_reviews(draft.id, message(cast, who, Kind.TEXT))


async def _decided(cast: Cast, thing: str, state: str, *, by: str) -> None:
    id_ = cast.things[thing]
    asked = [each for each in await reviews.of_submission(id_) if each.body == "btv_doan_khoi"]
    at = MARCH - timedelta(minutes=5)
    _ = await reviews.decide([each.id for each in asked], state, by=cast.people[by], reason="Thiếu ảnh", now=at)
    _ = await submissions.close(id_, state, {"a": 1}, "Thiếu ảnh", at)
    await reviews.cancel_rest(id_)


async def _stand_in(cast: Cast) -> None:
    """Let two officers be away in April."""
    for absent, substitute in (("dung", "yen"), ("phuc", "binh")):
        away, stands_in = cast.people[absent], cast.people[substitute]
        april = Substitution(0, away, stands_in, date(2027, 4, 5), date(2027, 4, 9), away)
        cast.things[f"{absent}/away"] = await substitutes.add(april, MARCH)
    cast.things |= {f"{who}/id": id_ for who, id_ in cast.people.items()}


async def _appeals(cast: Cast, who: str, thing: str) -> None:
    dispatch = Dispatch(ZONE, allowed=EVERYWHERE)
    sent = message(cast, who, Kind.TEXT, "Giấy khen có ghi ngày.")
    state = State("appeals.reason", {"submission": cast.things[thing]})
    _ = await dispatch.handle(sent, state, await dispatch.known([sent.chat], MARCH))


async def _invited(cast: Cast) -> None:
    """Invite Vy; Hương's invitation is used up."""
    drawn = iter(range(1, 256))
    made = await invitations.make(
        [cast.people["vy"], cast.people["lan"]],
        now=JANUARY,
        valid_for=timedelta(days=365),
        draw=lambda n: bytes([next(drawn)] * n) if n > 8 else bytes((next(drawn) * 7 + i) % 200 for i in range(n)),
        renew=True,
    )
    for who, each in zip(("vy", "lan"), made, strict=True):
        cast.things[f"{who}/invitation"] = each.id
        cast.codes[who], cast.codes[f"{who}/token"] = each.code, each.token
    _ = await invitations.use(cast.things["lan/invitation"], cast.chat("lan"), JANUARY)


async def _withdraws(cast: Cast, who: str) -> None:
    dispatch = Dispatch(ZONE, allowed=EVERYWHERE)
    asked = replace(message(cast, who, Kind.CHOICE), choice="my-data.withdraw-now")
    _ = await dispatch.handle(asked, State(), await dispatch.known([asked.chat], MARCH))


def message(cast: Cast, who: str, kind: Kind, text: str = "", *, now: datetime = MARCH) -> InboxMessage:
    """Return a message as a channel hands it over."""
    return InboxMessage(cast.chat(who), kind, text, source="1", now=now, today=now.astimezone(ZONE).date())
