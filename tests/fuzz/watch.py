"""What may have changed, told apart from the product's own code: a table of posts, and a rule for every table."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from tests.rights import ledger
from tests.rights.cast import PEOPLE, Cast
from tests.rights.ledger import Change, Look, Row

UNDO = timedelta(minutes=10)
FETCHED = frozenset(
    (
        *("kind", "state", "refusal", "attempts", "not_before", "sha256", "file", "thumbnail", "size", "mime"),
        *("width", "height", "taken_at", "dhash", "removed_at"),
    )
)
"""What the fetcher finds out about a file."""

NEVER = frozenset({"people", "posts", "units", "groups", "programmes", "seasons", "settings"})
"""What nobody changes by a chat."""


RUN_IN_UNITS = {"A": frozenset({"dung", "yen", "thu", "giang"}), "B": frozenset({"khoa"})}
RUN_IN_GROUPS = {"T1": frozenset({"mai", "binh", "giang"}), "T2": frozenset({"phuc"})}
"""Who runs the sessions of a place, beside those over the bloc."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who wrote: chats with whoever sat behind them before or after; and when (UTC; the local day)."""

    chats: frozenset[str]
    people: frozenset[int]
    now: datetime
    today: date


class Watch:
    """Judges what changed between two looks at the record."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._rules: Mapping[str, Callable[[Change, Crowd], bool]] = {
            "asked": self._owners,
            "attendances": self._attendance,
            "audit": self._audit,
            "broadcast_recipients": self._recipient,
            "broadcasts": lambda c, crowd: _row(c)["author_id"] in crowd.people,
            "changes": self._change,
            "chats": self._chat,
            "consents": lambda c, crowd: c.owner in crowd.people or _row(c)["chat"] in crowd.chats,
            "digest_choices": self._owners,
            "enrolments": self._own_or_approved,
            "evidence": lambda c, crowd: c.owner in crowd.people or (c.before is not None and c.fields <= FETCHED),
            "guesses": lambda c, crowd: _row(c)["chat"] in crowd.chats,
            "invitations": self._invitation,
            "link_codes": self._link_code,
            "links": self._link,
            "registrations": self._own_or_approved,
            "reminder_wishes": self._owners,
            "reviews": self._review,
            "session_answers": self._owners,
            "sessions": self._session,
            "submissions": self._submission,
            "substitutes": self._substitute,
        }
        self._found: list[Change] = []

    def wrong(self, before: Look, after: Look, crowd: Crowd) -> Iterator[str]:
        """Yield every change that none of the crowd had a right to."""
        self._found = ledger.changes(before, after)
        for change in self._found:
            rule = None if change.table in NEVER else self._rules.get(change.table)
            if rule is None or not rule(change, crowd):
                yield f"{change.table}: {_short(change.before)} became {_short(change.after)}; it is {change.owner}'s"

    def _owners(self, change: Change, crowd: Crowd) -> bool:
        return change.owner in crowd.people

    def _audit(self, change: Change, crowd: Crowd) -> bool:
        row = _row(change)
        if change.before is not None:
            return False
        if row["action"] == "submission.accepted_on_evidence":
            return row["actor_id"] is None
        return row["actor_id"] in crowd.people and row["chat"] in crowd.chats

    def _chat(self, change: Change, crowd: Crowd) -> bool:
        """A chat is its own; a person's others go, or get its messages, by the person; a secretary shuts lost ones."""
        before, row = change.before, _row(change)
        if row["chat"] in crowd.chats:
            return True
        if before is None or not change.fields <= {"person_id", "is_preferred"}:
            return False
        return before["person_id"] in crowd.people or (row["person_id"] is None and self._kept(change, crowd))

    def _link_code(self, change: Change, crowd: Crowd) -> bool:
        """A code comes and goes with whom it is of or the chat that is shut; the chat that types it uses it."""
        if change.before is not None and change.after is not None:
            return _row(change)["used_by"] in crowd.chats and change.fields == {"used_at", "used_by"}
        return change.owner in crowd.people or (change.after is None and self._kept(change, crowd))

    def _link(self, change: Change, crowd: Crowd) -> bool:
        """A link is its maker's; it is revoked by whom it serves or is about, or with a shut account."""
        row = _row(change)
        if row["made_by_id"] in crowd.people:
            return True
        mine = {row["person_id"], change.owner} & crowd.people
        return change.before is not None and change.fields == {"revoked_at"} and bool(mine or self._kept(change, crowd))

    def _invitation(self, change: Change, crowd: Crowd) -> bool:
        """It is used by the chat that joins, and made anew by a secretary."""
        if change.fields <= {"used_at", "used_by"}:
            return _row(change)["used_by"] in crowd.chats
        return self._kept(change, crowd) and (change.before is None or change.fields == {"revoked_at"})

    def _substitute(self, change: Change, crowd: Crowd) -> bool:
        """Who is away, or a secretary over them, sets who stands in; each of them, or who stands in, ends it."""
        row = _row(change)
        own = {row["absent_id"]} if change.before is None else {row["absent_id"], row["substitute_id"]}
        return bool(own & crowd.people) or self._is_kept(self._name(row["absent_id"]), crowd)

    def _kept(self, change: Change, crowd: Crowd) -> bool:
        """Say whether a secretary of the person's unit, or of the bloc above, is among those who wrote."""
        return self._is_kept(self._name(change.before["person_id"] if change.before else change.owner), crowd)

    def _is_kept(self, owner: str, crowd: Crowd) -> bool:
        """Say it of `owner` by their name in the cast."""
        near = ({"son", "thu"} if owner and PEOPLE[owner][0] == "A" else {"son"}) - {owner}
        return bool(near & {self._name(person) for person in crowd.people})

    def _change(self, change: Change, crowd: Crowd) -> bool:
        row = _row(change)
        if change.before is None or row["state"] == "withdrawn":
            return change.owner in crowd.people and row["decided_by_id"] is None
        by = row["decided_by_id"]
        return change.before["state"] == "waiting" and by in crowd.people and self._accompanies(by, change.owner)

    def _accompanies(self, by: int, member: int | None) -> bool:
        companions = {"T1": {"binh", "giang"}, "T2": {"phuc"}}.get(self._group(member), {"son"})
        return by != member and self._name(by) in companions

    def _session(self, change: Change, crowd: Crowd) -> bool:
        """What is being put together is its organiser's; the rest is run by those over the unit or of the group."""
        row = _row(change)
        if row["state"] == "draft":
            return row["organiser_id"] in crowd.people
        column, below = ("group_id", RUN_IN_GROUPS) if row["group_id"] is not None else ("unit_id", RUN_IN_UNITS)
        near = next((who for code, who in below.items() if self._cast.places[code] == row[column]), frozenset())
        return bool({"son", "tam", "oanh", *near} & {self._name(person) for person in crowd.people})

    def _attendance(self, change: Change, crowd: Crowd) -> bool:
        """A person's own, or taken by whoever runs sessions anywhere: a row does not say where."""
        run = frozenset().union({"son", "tam", "oanh"}, *RUN_IN_UNITS.values(), *RUN_IN_GROUPS.values())
        return change.owner in crowd.people or bool(run & {self._name(person) for person in crowd.people})

    def _recipient(self, change: Change, crowd: Crowd) -> bool:
        """Recipients come and go with what their author does to the announcement."""
        return bool(self._of("broadcasts", "id", _row(change)["broadcast_id"]))

    def _own_or_approved(self, change: Change, crowd: Crowd) -> bool:
        return change.owner in crowd.people or any(
            each.table == "changes" and each.owner == change.owner and _row(each)["state"] == "approved"
            for each in self._found
        )

    def _review(self, change: Change, crowd: Crowd) -> bool:
        row, before = _row(change), change.before
        if before is None:
            return change.owner in crowd.people and change.after is not None
        if before["decided_by_id"] is None and row["decided_by_id"] is not None:
            by = row["decided_by_id"]
            return before["state"] == "waiting" and by in crowd.people and self._may(by, row, change.owner, crowd)
        if before["decided_by_id"] is not None:  # an undo, or another verdict after an undo
            return before["decided_by_id"] in crowd.people and _moment(before["decided_at"]) + UNDO >= crowd.now
        return any(_decided(each) for each in self._of("reviews", "submission_id", row["submission_id"]))

    def _may(self, by: int, review: Row, author: int | None, crowd: Crowd) -> bool:
        """Say whether the plan lets `by` judge for the review's body."""
        if by == author:
            return False
        name, group, unit = self._name(by), self._group(author), self._unit(author)
        leads = self._name(author) == "mai"
        held: Mapping[str, Collection[str]] = {
            "bch_doan_co_so": {"A": {"dung", "yen", "giang"}, "B": {"khoa"}}[unit],
            "to_truong": {"T1": {"mai"}}.get(group, set()) if not leads else {"binh", "giang"},
            "giam_sat_vien": {"T1": {"binh", "giang"}, "T2": {"phuc"}}.get(group, set()),
            "btv_doan_khoi": {"tam"},
            "cap_uy": {"A": {"dang"}, "B": set[str]()}[unit],
            "btc_hoi_thi": {"oanh"},
            "don_vi_to_chuc": {"oanh"},
        }
        stands_in = review["body"] in ("to_truong", "giam_sat_vien") and name in ("thu", "son")
        return name in held[review["body"]] or stands_in

    def _submission(self, change: Change, crowd: Crowd) -> bool:
        row, before = _row(change), change.before
        if before is None or change.after is None:
            return change.owner in crowd.people and row["state"] in (
                "draft",
                "waiting",
                "withdrawn",
                "approved",
                "returned",
            )
        verdicts = [each for each in self._of("reviews", "submission_id", row["id"]) if _decided(each)]
        if before["state"] in ("approved", "returned"):
            on_evidence = row["task"] == "RL3"
            return bool(verdicts) and ({"state", "decided_at"} & change.fields != set() or on_evidence)
        if row["state"] in ("approved", "returned"):
            return bool(verdicts) or row["task"] == "RL3"
        aside = change.fields <= {"part", "version", "state"} and before["state"] == "draft"
        undone = any(each.table == "reviews" and each.before and each.before["decided_by_id"] for each in self._found)
        return change.owner in crowd.people or (aside and undone)

    def _of(self, table: str, column: str, value: Any) -> list[Change]:
        return [each for each in self._found if each.table == table and _row(each)[column] == value]

    def _name(self, id_: int | None) -> str:
        return next((name for name, each in self._cast.people.items() if each == id_), "")

    def _group(self, id_: int | None) -> str:
        return PEOPLE[self._name(id_)][1] if self._name(id_) else ""

    def _unit(self, id_: int | None) -> str:
        return PEOPLE[self._name(id_)][0]


def _decided(change: Change) -> bool:
    """Say whether a verdict came or went."""
    return "decided_by_id" in change.fields or "decided_at" in change.fields


def _row(change: Change) -> Row:
    return change.after or change.before or {}


def _moment(value: Any) -> datetime:
    """Return a moment as either database gives it."""
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))


def _short(row: Row | None) -> str:
    return "nothing" if row is None else str({name: str(value)[:40] for name, value in row.items()})[:400]
