"""The roster's workbook in one language, from roster.ftl."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from journey.people import Role
from locales import texts
from papers.roster_layout import LAYOUT, Column, RosterWords, Sheet
from storage.roster_check import ADDRESSES

YES, NO = "yes", "no"
"""What the column of members holds."""


def roster_words(language: str) -> RosterWords:
    """Return what `language` prints on the workbook and how its words are read back."""
    columns = [field.column for fields in LAYOUT.values() for field in fields]
    return RosterWords(
        guidance_sheet=say(language, "guidance-sheet"),
        guidance=tuple(line for line in say(language, "guidance").splitlines() if line),
        lists_sheet=say(language, "lists-sheet"),
        sheets={sheet: say(language, f"sheet-{sheet}") for sheet in Sheet},
        headings={column: say(language, f"heading-{column}") for column in columns},
        notes={column: say(language, f"note-{column}") for column in columns},
        examples={
            column: say(language, f"example-{column}")
            for column in columns
            if texts.has(language, f"roster.example-{column}")
        },
        example_prefix=say(language, "example-prefix"),
        choices=_choices(language),
        suggestions={Column.UNITS_KIND: _split(say(language, "kinds"))},
        wrong_choice=say(language, "wrong-choice"),
        wrong_date=say(language, "wrong-date"),
    )


def _choices(language: str) -> dict[Column, Mapping[str, tuple[str, ...]]]:
    addresses = zip(ADDRESSES, ("ban", "anh", "chi", "dong-chi"), strict=True)
    return {
        Column.PEOPLE_MEMBER: {value: _split(say(language, value)) for value in (YES, NO)},
        Column.PEOPLE_ADDRESS: {address: _split(say(language, f"address-{name}")) for address, name in addresses},
        Column.ROLES_ROLE: {role.value: _split(say(language, f"role-{role.value.replace('_', '-')}")) for role in Role},
    }


def _split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split("|"))


def say(language: str, key: str, **params: object) -> str:
    """Return a sentence of roster.ftl; its dates are local already."""
    return texts.render(language, f"roster.{key}", params, ZoneInfo("UTC"))
