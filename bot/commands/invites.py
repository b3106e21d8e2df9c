"""`hanhtrinh invites`: invitations as a sheet to cut out (PDF) or a table of links (XLSX)."""

import asyncio
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console

from bot.commands import console as terminal
from bot.commands.console import load_settings, open_database, words
from bot.commands.invites_ways import Ways, ways
from journey.refusal import Refused
from locales import texts
from papers import invite_sheet
from papers.invite_sheet import Invite, InviteSheet, Label
from storage import invitations, people, units
from storage.database import transaction
from storage.invitations import VALID_FOR, Draw, Invitation
from storage.people import Listed


class UnknownUnit(Refused):
    """The roster has no unit of this code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnknownPerson(Refused):
    """The roster has no person of this code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnknownFormat(Refused):
    """Neither .pdf nor .xlsx."""

    def __init__(self, suffix: str) -> None:
        super().__init__(suffix)
        self.suffix = suffix


async def invites(out: Path, *, unit: str | None, renew: bool, person: str | None = None) -> int:
    """Run the command; return its exit status."""
    settings = load_settings()
    try:
        async with open_database(settings):
            await write_invites(
                out,
                ways=await ways(settings),
                draw=secrets.token_bytes,
                now=datetime.now(UTC),
                zone=ZoneInfo(settings.timezone),
                language=terminal.language(),
                console=terminal.out,
                unit=unit,
                person=person,
                renew=renew,
            )
    except (UnknownUnit, UnknownPerson) as unknown:
        key = "unknown-unit" if isinstance(unknown, UnknownUnit) else "unknown-person"
        terminal.errors.print(words(f"invites.{key}", code=unknown.code))
        return 1
    except UnknownFormat as unknown:
        terminal.errors.print(words("invites.unknown-format", suffix=unknown.suffix))
        return 1
    return 0


async def write_invites(
    out: Path,
    *,
    ways: Ways,
    draw: Draw,
    now: datetime,
    zone: ZoneInfo,
    language: str,
    console: Console,
    unit: str | None = None,
    person: str | None = None,
    renew: bool = False,
    valid_for: timedelta = VALID_FOR,
) -> bool:
    """Write invitations for whoever has not joined; print how many, return whether there were any.

    The database is open. `unit` (with all below it) and `person` are roster codes that narrow it down.
    `renew` revokes what is live and invites those too who joined already: a lost phone. `ways`: how they come in.

    Raises:
        UnknownUnit, UnknownPerson, UnknownFormat: nothing was written.
    """
    make = {".pdf": invite_sheet.pdf, ".xlsx": invite_sheet.xlsx}.get(out.suffix.lower())
    if make is None:
        raise UnknownFormat(out.suffix)
    listed = await _listed(unit, person)
    async with transaction():
        made = await invitations.make(
            [each.id for each in listed], now=now, valid_for=valid_for, draw=draw, renew=renew
        )
    printed = _Printed(language, zone)
    joined = len(listed) - len(made)
    if not made:
        console.print(printed.say("nobody", joined=joined))
        return False
    sheet = InviteSheet(await _organisation(), tuple(_invites(listed, made, ways, zone)), printed.labels(ways))
    await asyncio.to_thread(out.write_bytes, make(sheet))
    console.print(printed.say("written", count=len(made), joined=joined, file=str(out)))
    if ways.zalo:
        console.print(printed.say("on-zalo", zalo=", ".join(ways.zalo)))
    return True


async def _organisation() -> str:
    """Return the name of the unit at the top of the tree, the first when there are several."""
    tops = sorted((each for each in (await units.tree()).values() if each.parent is None), key=lambda u: u.id)
    return tops[0].name if tops else ""


async def _listed(unit: str | None, person: str | None) -> list[Listed]:
    within = await units.subtree(unit) if unit else None
    if unit and within is None:
        raise UnknownUnit(unit)
    found = await people.listed(within, person)
    if person and not found:
        raise UnknownPerson(person)
    return found


def _invites(listed: Sequence[Listed], made: Sequence[Invitation], ways: Ways, zone: ZoneInfo) -> list[Invite]:
    by_person = {invitation.person: invitation for invitation in made}
    return [
        Invite(
            name=each.full_name,
            unit=", ".join(part for part in (each.unit, each.group) if part),
            link=ways.address(invitation.token),
            code=invitations.shown(invitation.code),
            expires_on=invitation.expires_at.astimezone(zone).date(),
        )
        for each in listed
        if (invitation := by_person.get(each.id))
    ]


class _Printed:
    """What one language prints."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self._language = language
        self._zone = zone

    def say(self, key: str, **params: object) -> str:
        """Return a sentence of invites.ftl."""
        return texts.render(self._language, f"invites.{key}", params, self._zone)

    def labels(self, ways: Ways) -> dict[Label, str]:
        """Return the words on the cards: which steps there are depends on how people come in."""
        labels = {label: self.say(label.value.replace("_", "-")) for label in Label}
        if not ways.zalo:
            return labels
        first = "both" if ways.link else "page" if ways.page else "zalo"
        second, values = "both" if ways.link else "zalo", {"zalo": ", ".join(ways.zalo)}
        return labels | {
            Label.FIRST_STEP: texts.render(self._language, f"invites.first-step-{first}", values, self._zone),
            Label.SECOND_STEP: texts.render(self._language, f"invites.second-step-{second}", values, self._zone),
        }
