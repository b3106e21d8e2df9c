"""What somebody was reminded of: Hương, the day before."""

from datetime import timedelta

from journey.reminders import Kind
from storage import sql
from tests.rights.cast import MARCH, Cast


async def reminded(cast: Cast) -> None:
    """Have Hương reminded of a task on 1 March."""
    told_on = MARCH.date() - timedelta(days=1)
    await sql.add(
        "reminders",
        [
            {
                "person_id": cast.people["huong"],
                "kind": str(Kind.TASK),
                "subject": "task 1 14d",
                "task": "RL1",
                "due_at": MARCH - timedelta(days=1),
                "expires_at": MARCH + timedelta(days=10),
                "state": "told",
                "told_on": sql.day(told_on),
                "message": "reminders:1:2027-03-01T08:00:00",
            }
        ],
    )
