"""`hanhtrinh migrate`: the database's tables, brought up to date."""

from bot.commands.console import Stopped, load_settings, open_database, out, words


async def migrate() -> int:
    """Bring the tables up to date; safe to run twice, and by several at once."""
    try:
        async with open_database(load_settings()):
            out.print(words("cli.migrated"))
    except Stopped:
        return 1
    return 0
