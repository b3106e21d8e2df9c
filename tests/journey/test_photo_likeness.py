"""Whether two pictures are the same one, altered."""

from journey.photo_likeness import NEAR, Search, View, apart, bands, mirrored

LOOK = (0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210)


def off_by(bits: int) -> tuple[int, int]:
    """Return LOOK with `bits` changed, three in each sixteen at most."""
    across = LOOK[0]
    for bit in range(min(bits, 4)):
        across ^= 1 << 16 * bit
    return across, LOOK[1] ^ (1 << max(0, bits - 4)) - 1


def test_mirrored_twice_is_as_it_was() -> None:
    assert mirrored(mirrored(LOOK)) == LOOK
    assert apart(mirrored(LOOK), LOOK) > NEAR


def test_what_is_near_is_found_and_what_is_further_is_not() -> None:
    search = Search({0: LOOK})
    assert search.nearest([View(1, 0, off_by(NEAR)), View(2, 5, off_by(3)), View(3, 0, off_by(NEAR + 1))]) == {
        1: NEAR,
        2: 3,
    }


def test_the_mirror_image_and_a_part_of_another_are_found() -> None:
    assert Search({0: mirrored(LOOK)}).nearest([View(1, 0, LOOK)]) == {1: 0}
    assert Search({0: (0, 0), 4: LOOK}).nearest([View(1, 0, LOOK)]) == {1: 0}


def test_two_parts_are_not_compared_with_each_other() -> None:
    assert Search({0: (0, 0), 4: LOOK}).nearest([View(1, 4, LOOK)]) == {}


def test_every_band_is_looked_up_with_one_bit_off() -> None:
    for keys, key in zip(Search({0: LOOK}).keys, bands(0, LOOK), strict=True):
        assert {key, key ^ 1, key ^ 1 << 15} <= set(keys)
