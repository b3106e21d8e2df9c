"""What the audit says of calls and rows that do not go together."""

from dataclasses import replace

from tests.reliability.replies import Row, settle
from tests.reliability.witness import Received

LEFT = Row(1, "telegram:42", "say", {"text": "Chào bạn"}, "sent", "900", "", 1)
CALL = Received("sendMessage", {"chat_id": 42, "text": "Chào bạn"}, 900, (), "")
DOUBT = replace(LEFT, status="unknown", provider_id=None, error="unknown")


def test_a_row_that_left_by_one_call_is_as_it_should_be() -> None:
    found = settle([LEFT], [CALL])

    assert (found.left, found.wrong) == (1, [])


def test_a_second_call_needs_a_doubt_on_record() -> None:
    assert settle([LEFT], [CALL, CALL]).wrong == ["outbox [1] (say): 2 calls where 1 are accounted for"]
    resent = settle([replace(LEFT, error="unknown", attempts=2)], [CALL, CALL])
    assert (resent.wrong, resent.twice) == ([], 1)


def test_a_message_in_doubt_may_have_been_said_or_not_and_never_twice() -> None:
    assert settle([DOUBT], [CALL]).wrong == []
    assert (settle([DOUBT], []).wrong, settle([DOUBT], []).missing) == ([], 1)
    assert len(settle([DOUBT], [CALL, CALL]).wrong) == 1


def test_a_call_without_a_row_and_a_row_without_its_call_are_found() -> None:
    assert settle([], [CALL]).wrong == ["a sendMessage without a row: 1 calls where 0 are accounted for"]
    assert settle([LEFT], []).wrong[0] == "outbox [1] (say): 0 calls where 1 left"


def test_a_row_that_names_a_message_no_call_made_is_found() -> None:
    found = settle([LEFT], [replace(CALL, message=901)])

    assert found.wrong == ["outbox 1 left as message 900, which no call made"]


def test_another_chat_and_other_words_are_other_messages() -> None:
    elsewhere = replace(CALL, values={"chat_id": 43, "text": "Chào bạn"})
    otherwise = replace(CALL, values={"chat_id": 42, "text": "Chào"})

    assert len(settle([LEFT], [elsewhere]).wrong) == 3
    assert len(settle([LEFT], [otherwise]).wrong) == 3
