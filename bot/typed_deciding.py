"""Whether a bare number may decide: what it decides has to be the last thing said, and there long enough to be read."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.numbered import decides
from handlers.conversation import InboxMessage
from storage.conversations import State
from storage.menus import LASTS, Menu, Option
from storage.sql import moment

READ = timedelta(seconds=5)
"""How long a list has to be there first: nobody reads a hand-in and answers in less, but whoever types twice does."""

TOGETHER = timedelta(minutes=1)
"""Two lists shown within so long, with none between them, are one answer: a number may be for either."""

TALKING = timedelta(minutes=10)
"""How long a list that somebody asked for may be what a number is for, though news has come below it."""


def doubt(message: InboxMessage, menu: Menu, chosen: Sequence[Option], state: State, shown: Sequence[Menu]) -> str:
    """Return why `chosen` of `menu`, the newest list of those `shown`, is not taken; "" where it is.

    What decides nothing is never in doubt. The answer is a sentence of `typed.ftl`.
    """
    if not any(decides(option.action) for option in chosen):
        return ""
    at, since = _typed_at(message), moment(menu.shown_at)
    if at < since + READ:
        return "typed.just-shown-coded" if any(option.verb for option in chosen) else "typed.just-shown"
    if not any(option.verb for option in chosen):
        return ""
    if len(chosen) > 1:
        return "typed.one-decision"
    if at > since + LASTS:
        return "typed.long-ago"
    return "" if _is_certain(menu, at, state, shown) else "typed.use-code"


def _typed_at(message: InboxMessage) -> datetime:
    """Return when the platform got it, which may be long before we do."""
    return min(message.sent_at or message.now, message.now)


def _is_certain(menu: Menu, at: datetime, state: State, shown: Sequence[Menu]) -> bool:
    """Say whether `menu` is what a number at `at` is for.

    It is when it answers the person's own last word, alone. What came by itself has to be all there is: no question
    that waits, nothing else to decide, no list that was just asked for.
    """
    others = [each for each in shown if each.options and each.id != menu.id]
    if menu.is_reply:
        return not others or not _are_one_answer(others[-1], menu)
    open_ = [each for each in others if not each.is_used]
    is_asked = any(each.is_reply and moment(each.shown_at) > at - TALKING for each in open_)
    return not (state.step or is_asked or any(each.decides for each in open_))


def _are_one_answer(before: Menu, menu: Menu) -> bool:
    """Say whether the list before `menu` may be decided as well, and came with it."""
    is_open = before.is_reply and before.decides and not before.is_used
    return is_open and moment(menu.shown_at) - moment(before.shown_at) < TOGETHER
