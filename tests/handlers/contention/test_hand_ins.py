"""What a member hands in, from two phones, and while the version before is taken back."""

from storage import audit, sql, submissions
from tests.handlers.contention.racing import (
    HUONG,
    RACES,
    Ring,
    at_once,
    heard,
    is_sound,
    state,
    taps,
    trail,
)
from tests.support.harness import Person


async def test_an_undo_and_the_next_version_come_one_after_the_other(house: Ring, huong: Person, dung: Person) -> None:
    for turn in range(RACES):
        id_ = await house.waits("RL2")
        await at_once(taps(dung, f"reviews.because {id_} date"))
        draft = await house.begins_next(id_)
        acts = [taps(dung, f"reviews.undo {id_}"), taps(huong, f"evidence.submit {draft.id}")]
        await at_once(*acts[:: 1 if turn % 2 else -1])
        now = await submissions.get(draft.id)
        assert now is not None
        house.parts = max(house.parts, now.part)
        [(*_, details)] = [
            each for each in await audit.trail(f"submission {draft.id}") if each[2].endswith("handed_in")
        ]
        assert (details["part"], details["version"]) == (now.part, now.version)
        if heard(dung, "reviews.undo-too-late-next"):
            assert (await state(id_), now.state, now.version) == ("returned", "waiting", 2)
        else:
            assert (await state(id_), now.state, now.version) == ("waiting", "waiting", 1)


async def test_an_undo_and_the_beginning_of_the_next_version_come_one_after_the_other(
    house: Ring, huong: Person, dung: Person
) -> None:
    for turn in range(RACES):
        id_ = await house.waits("RL2")
        await at_once(taps(dung, f"reviews.because {id_} date"))
        acts = [taps(dung, f"reviews.undo {id_}"), taps(huong, f"evidence.again {id_} fresh")]
        await at_once(*acts[:: 1 if turn % 2 else -1])
        [row] = await sql.rows("SELECT max(part) AS last FROM submissions")
        house.parts = row["last"]
        assert (await state(id_), await trail(id_)) == ("waiting", ["review.returned", "review.undone"])
        await is_sound()


async def test_what_is_handed_in_by_a_double_tap_or_from_two_phones_is_handed_in_once(
    house: Ring, huong: Person, dung: Person
) -> None:
    other = await house.phone(HUONG, share=1)
    for _ in range(RACES):
        id_ = await house.waits("RL2", state="returned")
        draft = await house.begins_next(id_)
        await at_once(*(taps(phone, f"evidence.submit {draft.id}") for phone in (huong, huong, other)))
        assert await trail(draft.id, "submission.handed_in") == ["submission.handed_in"]
        done = [heard(phone, "evidence.handed-in") for phone in (huong, other)]
        late = [heard(phone, "refusal.already-handed-in") for phone in (huong, other)]
        assert (sum(done), sum(late)) == (1, 2)


async def test_nothing_is_taken_out_of_what_another_phone_hands_in(house: Ring, huong: Person) -> None:
    other = await house.phone(HUONG, share=1)
    for turn in range(RACES):
        id_ = await house.waits("RL2", state="returned")
        draft = await house.begins_next(id_)
        acts = [taps(huong, f"evidence.submit {draft.id}"), taps(other, f"evidence.start_again {draft.id} yes")]
        await at_once(*acts[:: 1 if turn % 2 else -1])
        [row] = await sql.rows(
            "SELECT count(*) AS n FROM evidence WHERE submission_id = ?1 AND removed_at IS NULL", draft.id
        )
        assert (await state(draft.id), row["n"]) in (("waiting", 1), ("draft", 0))
        if await state(draft.id) == "draft":
            await at_once(taps(huong, f"evidence.drop {draft.id} yes"))
