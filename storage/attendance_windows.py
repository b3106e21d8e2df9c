"""When attendance is taken, as the programme of a season has it."""

from journey.attendance_window import Window
from storage import programmes


async def of_season(season: int) -> Window:
    """Return it for the sessions of `season`."""
    return (await programmes.parsed((await programmes.season(season)).programme)).attendance
