"""Forgets what was handled: raw updates hold personal texts, and nobody needs them any more."""

from datetime import datetime, timedelta

from scheduler.desk import Desk
from storage import purging
from storage.sql import ms

CRON = "40 3 * * *"  # 03:40 in the product's time zone
MISFIRE = timedelta(hours=20)

UPDATES_FOR = timedelta(days=3)
"""Longer than a platform repeats an update (Telegram: 24 hours), so that a repeat is still known as one."""

MESSAGES_FOR = timedelta(days=30)
"""How long an operator can see what was sent."""

LISTS_FOR = timedelta(days=1)
"""How long hand-ins can be approved by the list that showed them; one opened anew is truer."""

DRAFTS_FOR = timedelta(days=1)
"""How long an announcement waits to be confirmed: whom it is for has changed by then."""

LINK_CODES_FOR = timedelta(days=1)
"""How long after its end a code can be looked at: what came of it is in the audit trail."""

GUESSES_FOR = timedelta(days=1)
"""Wrong codes count for an hour; a stranger's chat that tried some is nobody's business any longer."""

REMINDERS_FOR = timedelta(days=60)
"""How long after its end an operator can see why a reminder was told or dropped; nothing finds it again by then."""


async def run(now: datetime, _desk: Desk) -> int:
    """Delete a portion of what was handled, sent, told or only shown long before `now` (UTC); return how many rows."""
    handled = await purging.updates(ms(now - UPDATES_FOR)) + await purging.messages(ms(now - MESSAGES_FOR))
    shown = await purging.lists(now - LISTS_FOR) + await purging.drafts(now - DRAFTS_FOR)
    codes = await purging.link_codes(now - LINK_CODES_FOR) + await purging.menus(ms(now))
    codes += await purging.guesses(now - GUESSES_FOR)
    return handled + shown + codes + await purging.reminders(now - REMINDERS_FOR)
