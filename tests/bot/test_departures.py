"""Which message may leave next, whatever comes, goes and waits."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.departures import Departures, line_of
from storage.outbox import Owed

UNLIMITED = 1000


def owed(id_: int, chat: str = "telegram:1", *, at: int = 0, priority: int = 1, kind: str = "say") -> Owed:
    return Owed(id_, chat, kind, "{}", at, priority=priority)


def departures(*rows: Owed, free: dict[str, int] | None = None, turns: int = UNLIMITED) -> Departures:
    found = Departures(lambda row: (free or {}).get(row.chat, 0), lambda _, now: (turns, now if turns else now + 40))
    for row in rows:
        found.add(row)
    return found


def ids(rows: list[Owed]) -> list[int]:
    return [row.id for row in rows]


def test_one_of_a_chat_leaves_at_a_time_the_urgent_first() -> None:
    waiting = departures(owed(3, "telegram:2"), owed(2), owed(1), owed(4, "telegram:3", priority=0))

    assert ids(waiting.heads(0, 10)) == [4, 1, 3]


def test_the_next_of_a_chat_leaves_when_the_one_before_is_back() -> None:
    waiting = departures(owed(1), owed(2))
    waiting.leave(waiting.heads(0, 10)[0])

    assert waiting.heads(0, 10) == []
    waiting.back(["telegram:1"])
    assert ids(waiting.heads(0, 10)) == [2]


def test_a_mark_on_a_tap_waits_for_no_message_of_its_chat_and_for_no_pace() -> None:
    waiting = departures(owed(1), owed(2, kind="answer", priority=0), turns=0)

    assert ids(waiting.heads(0, 10)) == [2]


def test_a_card_that_is_to_wait_holds_nothing_up() -> None:
    waiting = departures(owed(1, at=2000), owed(2))

    assert ids(waiting.heads(0, 10)) == [2]
    waiting.leave(owed(2))
    waiting.back(["telegram:1"])
    assert waiting.heads(1999, 10) == []
    assert waiting.next_at(1999) == 2000
    assert ids(waiting.heads(2000, 10)) == [1]


def test_a_chat_that_spoke_too_much_waits_and_says_until_when() -> None:
    waiting = departures(owed(1), free={"telegram:1": 700})

    assert waiting.heads(0, 10) == []
    assert waiting.next_at(0) == 700
    assert ids(waiting.heads(700, 10)) == [1]


def test_a_bot_sends_no_more_than_its_turns_and_the_rest_stays_ready() -> None:
    waiting = departures(*(owed(number, f"telegram:{number}") for number in range(9)), turns=2)

    assert ids(waiting.heads(0, 100)) == [0, 1]
    assert ids(waiting.heads(0, 100)) == [2, 3]


def test_a_head_that_could_not_leave_comes_again() -> None:
    waiting = departures(owed(1))
    [head] = waiting.heads(0, 10)

    assert waiting.heads(0, 10) == []
    waiting.stay(head)
    assert ids(waiting.heads(0, 10)) == [1]


def test_a_chat_that_moved_lets_all_its_rows_go() -> None:
    waiting = departures(owed(1), owed(2), owed(3, "telegram:2"))
    waiting.drop_line("telegram:1")

    assert len(waiting) == 1
    assert ids(waiting.heads(0, 10)) == [3]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("add", "send", "back", "drop")), st.integers(0, 3), st.integers(0, 2), st.integers(0, 9)
    ),
    max_size=60,
)


@given(STEPS)
@settings(deadline=None)
def test_whatever_happens_nothing_is_stuck_and_a_chat_keeps_its_order(steps: list[tuple[str, int, int, int]]) -> None:
    waiting, now, sent, away = departures(), 0, [], {}
    for number, (step, chat, priority, wait) in enumerate(steps):
        now += wait
        match step:
            case "add":
                waiting.add(owed(number, f"telegram:{chat}", at=now + wait, priority=priority))
            case "send":
                for head in waiting.heads(now, 2):
                    assert line_of(head) not in away
                    assert head.not_before <= now
                    waiting.leave(head)
                    away[line_of(head)] = head
                    sent.append(head.id)
            case "back":
                waiting.back(list(away))
                away.clear()
            case "drop":
                waiting.drop(number - 1)
    waiting.back(list(away))
    for _ in range(len(steps) + 1):
        now = max(now, waiting.next_at(now) or now)
        heads = waiting.heads(now, UNLIMITED)
        for head in heads:
            waiting.leave(head)
            sent.append(head.id)
        waiting.back([line_of(head) for head in heads])

    assert len(waiting) == 0
    assert len(sent) == len(set(sent))
