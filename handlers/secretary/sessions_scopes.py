"""For whom a session can be: the units and groups an officer holds one for, in words and as choices bring them back."""

from dataclasses import dataclass

from handlers.arguments import number
from handlers.conversation import Text, text
from journey.person import Person
from journey.sessions import Held, Scope, may_hold, posts_that_hold
from storage import units
from storage.sessions import Reach
from storage.units import Group, Unit


@dataclass(frozen=True, slots=True)
class Places:
    """Every unit and group there is, read once."""

    units: dict[int, Unit]
    groups: dict[int, Group]

    def path(self, scope: Scope) -> tuple[int, ...]:
        """Return the units from the scope's to the root; () for everybody."""
        unit = scope.unit
        if scope.group is not None:
            unit = self.groups[scope.group].unit if scope.group in self.groups else None
        return units.path(self.units, unit)

    def may_hold(self, person: Person, scope: Scope) -> bool:
        """Say whether `person` may hold a session for `scope`; never for a place that is not there."""
        is_there = (scope.unit is None or scope.unit in self.units) and (
            scope.group is None or scope.group in self.groups
        )
        return is_there and may_hold(person, scope, self.path(scope))

    def open_to(self, person: Person) -> list[Scope]:
        """Return every scope open to `person`: where the posts hold, then groups, then units below, by name."""
        own = [Scope(post.unit, post.group) for post in posts_that_hold(person.posts)]
        groups = [Scope(group=each.id) for each in sorted(self.groups.values(), key=lambda group: group.name)]
        below = [Scope(unit=each.id) for each in sorted(self.units.values(), key=lambda unit: unit.name)]
        return list(dict.fromkeys(scope for scope in (*own, *groups, *below) if self.may_hold(person, scope)))

    def reach(self, person: Person) -> Reach:
        """Return whose sessions `person` runs."""
        open_to = self.open_to(person)
        return Reach(
            [scope.unit for scope in open_to if scope.unit is not None],
            [scope.group for scope in open_to if scope.group is not None],
            everywhere=Scope() in open_to,
        )

    def words(self, what: Held | Scope) -> Text:
        """Return "Tổ 1", "Đoàn cơ sở A và các đơn vị trực thuộc", "mọi đoàn viên của hành trình"."""
        if what.group is not None:
            return text("sessions.scope-group", name=self.name(what))
        if what.unit is None:
            return text("sessions.scope-all")
        has_below = any(each.parent == what.unit for each in self.units.values())
        return text("sessions.scope-units" if has_below else "sessions.scope-unit", name=self.name(what))

    def name(self, what: Held | Scope) -> str:
        """Return the name of the group or unit, "" for everybody."""
        if what.group is not None:
            return self.groups[what.group].name if what.group in self.groups else ""
        return self.units[what.unit].name if what.unit is not None and what.unit in self.units else ""


async def places() -> Places:
    """Read them."""
    return Places(await units.tree(), await units.groups())


def coded(scope: Scope) -> str:
    """Return what a choice brings back for `scope`."""
    if scope.group is not None:
        return f"g{scope.group}"
    return "all" if scope.unit is None else f"u{scope.unit}"


def decoded(raw: str) -> Scope | None:
    """Return the scope a choice brings back, None for anything else: it may be forged."""
    if raw == "all":
        return Scope()
    id_ = number(raw[1:])
    if id_ is None or raw[:1] not in ("u", "g"):
        return None
    return Scope(unit=id_) if raw[0] == "u" else Scope(group=id_)
