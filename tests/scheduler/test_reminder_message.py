"""What one message offers to do: each thing once, and of every kind one before a second of the same."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from journey.reminders import Kind
from locales.saying import choice, text
from scheduler.reminder_lines import Line
from scheduler.reminder_message import Told, message
from storage.reminders import Reminder

NOW = datetime(2027, 1, 11, 1, tzinfo=UTC)


def told(id_: int, kind: Kind, action: str) -> Told:
    reminder = Reminder(id_, 1, str(kind), str(id_), None, "", NOW, NOW, "leaving", "", None, "reminders:1")
    return Told(reminder, Line(text("sessions.one", name="x"), (choice(action, id_, label="sessions.one"),)))


def test_the_registration_is_offered_beside_the_first_of_two_sessions() -> None:
    said = message(
        [
            told(1, Kind.SESSION, "calendar.show"),
            told(2, Kind.SESSION, "calendar.show"),
            told(3, Kind.REGISTRATION, "registration.open"),
        ],
        date(2027, 1, 11),
        timedelta(minutes=15),
    )

    assert [row[0].action.split()[0] for row in said.choices] == [
        "calendar.show",
        "registration.open",
        "reminding.later",
    ]


def test_a_session_reminded_of_by_itself_is_answered_at_once() -> None:
    one, other = (told(number, Kind.SESSION, "calendar.show") for number in (1, 2))
    answers = tuple(choice(f"calendar.{each}", 1, label="sessions.one") for each in ("going", "absent"))
    one = replace(one, line=replace(one.line, alone=answers))

    def first_row(*all_: Told) -> list[str]:
        return [each.action for each in message(all_, date(2027, 1, 11), timedelta(minutes=15)).choices[0]]

    assert first_row(one) == ["calendar.going 1", "calendar.absent 1"]
    assert first_row(one, other) == ["calendar.show 1"]
