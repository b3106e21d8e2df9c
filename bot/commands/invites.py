"""`hanhtrinh invites`: invitations as a sheet to cut out (PDF) or a table of links (XLSX)."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console

from journey.refusal import Refused
from locales import texts
from papers import invite_sheet
from papers.invite_sheet import Invite, InviteSheet, Label
from storage import invitations, people, units
from storage.database import transaction
from storage.invitations import Draw, Invitation
from storage.people import Listed

VALID_FOR = timedelta(days=30)


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


async def write_invites(
    out: Path,
    *,
    link: Callable[[str], str],
    draw: Draw,
    now: datetime,
    zone: ZoneInfo,
    language: str,
    organisation: str,
    console: Console,
    unit: str | None = None,
    person: str | None = None,
    renew: bool = False,
    valid_for: timedelta = VALID_FOR,
) -> bool:
    """Write invitations for whoever has not joined; print how many, return whether there were any.

    The database is open. `unit` (with all below it) and `person` are roster codes that narrow it down; `renew`
    revokes what is live and invites those too who joined already: a lost phone. `link` makes a token's address.

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
    words = _Words(language, zone)
    if made:
        invites = tuple(_invites(listed, made, link, zone))
        out.write_bytes(make(InviteSheet(organisation, invites, words.labels())))
    joined = len(listed) - len(made)
    console.print(words.say("written", count=len(made), joined=joined, file=str(out)), markup=False)
    return bool(made)


async def _listed(unit: str | None, person: str | None) -> list[Listed]:
    within = await units.subtree(unit) if unit else None
    if unit and within is None:
        raise UnknownUnit(unit)
    found = await people.listed(within, person)
    if person and not found:
        raise UnknownPerson(person)
    return found


def _invites(
    listed: Sequence[Listed], made: Sequence[Invitation], link: Callable[[str], str], zone: ZoneInfo
) -> list[Invite]:
    by_person = {invitation.person: invitation for invitation in made}
    return [
        Invite(
            name=each.full_name,
            unit=", ".join(part for part in (each.unit, each.group) if part),
            link=link(invitation.token),
            code=invitations.shown(invitation.code),
            expires_on=invitation.expires_at.astimezone(zone).date(),
        )
        for each in listed
        if (invitation := by_person.get(each.id))
    ]


class _Words:
    """What one language prints."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self._language = language
        self._zone = zone

    def say(self, key: str, **params: object) -> str:
        """Return a sentence of invites.ftl."""
        return texts.render(self._language, f"invites.{key}", params, self._zone)

    def labels(self) -> dict[Label, str]:
        """Return the words on the cards."""
        return {label: self.say(label.value.replace("_", "-")) for label in Label}
