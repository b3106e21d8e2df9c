"""How much of one essay stands in another."""

import unicodedata

from journey.overlap import (
    COMMON,
    Elsewhere,
    compare,
    covered,
    length,
    passages,
    percent,
    prints,
    runs,
    words,
)

KEY = b"a key of these tests"
NUMBERED = " ".join(f"w{n}" for n in range(400))


def shifted(by: int) -> list[tuple[int, int]]:
    return [(value, place + by) for value, place in prints(NUMBERED, KEY)]


def test_a_word_is_the_same_however_it_is_typed() -> None:
    forms = [each.form for each in words("Hoà bình, THUÝ!")]
    assert forms == [each.form for each in words(unicodedata.normalize("NFD", "hòa “bình” thúy"))]
    assert forms != [each.form for each in words("hoa binh thuy")]


def test_words_know_where_they_stand_in_the_text() -> None:
    text = "Một, hai… ba"
    assert [text[each.start : each.end] for each in words(text)] == ["Một", "hai", "ba"]


def test_what_is_kept_of_a_text_depends_on_the_key() -> None:
    mine, theirs = (dict(prints(NUMBERED, key)) for key in (KEY, b"another"))
    assert mine
    assert not mine.keys() & theirs.keys()
    assert all(-(2**63) <= value < 2**63 for value in mine)


def test_a_passage_that_moved_is_one_passage() -> None:
    moved = f"{'x y z ' * 30} {NUMBERED}"
    (found,) = passages(runs(NUMBERED), runs(moved))
    assert (found.mine, found.mine_end, found.theirs) == (0, 400, 90)


def test_paragraphs_in_another_order_are_as_many_passages_the_longest_first() -> None:
    said = NUMBERED.split()
    turned = " ".join(said[250:] + said[:250])
    assert [(each.mine, each.length) for each in passages(runs(NUMBERED), runs(turned))] == [(0, 250), (250, 150)]


def test_words_that_came_in_between_do_not_break_a_passage() -> None:
    said = NUMBERED.split()
    (found,) = passages(runs(NUMBERED), runs(" ".join([*said[:200], "và", "rồi", *said[200:]])))
    assert found.length == 400


def test_a_few_words_are_no_passage() -> None:
    assert passages(runs("một hai ba bốn năm"), runs("sáu một hai ba bốn năm bảy")) == []


def test_words_in_two_passages_are_covered_once() -> None:
    twice = f"{NUMBERED} {NUMBERED}"
    found = passages(runs(NUMBERED), runs(twice))
    assert len(found) == 2
    assert covered(found) == 400
    assert percent(found, 800) == 50
    assert percent([], 0) == 0


def test_an_essay_is_like_the_one_it_was_taken_from() -> None:
    found = [Elsewhere(value, place, 7, 1) for value, place in shifted(90)]
    result = compare(prints(NUMBERED, KEY), 400, found)
    ((essay, share),) = result.alike
    assert essay == 7
    assert share > 85
    assert result.common == frozenset()


def test_what_more_than_so_many_people_wrote_is_common() -> None:
    mine = prints(NUMBERED, KEY)
    everybody = [Elsewhere(value, place, person, person) for person in range(COMMON + 1) for value, place in mine]
    result = compare(mine, 400, everybody)
    assert result.alike == ()
    assert result.common == {value for value, _ in mine}
    assert result.everybodys > 85
    one_less = [each for each in everybody if each.person]
    assert len(compare(mine, 400, one_less).alike) == 3


def test_one_sentence_over_and_over_is_compared_by_its_first_times() -> None:
    again = f"{' '.join(NUMBERED.split()[:40])} " * 1200
    mine = prints(again, KEY)
    assert 0 < len(mine) < 100
    ((_, share),) = compare(mine, length(again), [Elsewhere(value, place, 7, 1) for value, place in mine]).alike
    assert share > 60
    assert len(passages(runs(again), runs(again))) < 20
    assert length(NUMBERED) == 400
    assert length("hai từ") == 2
