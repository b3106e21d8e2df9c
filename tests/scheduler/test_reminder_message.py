"""What one message offers to do: each thing once, and of every kind one before a second of the same."""

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
