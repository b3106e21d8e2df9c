"""Vietnamese text: search keys, the order of names."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.text import fold, given_name, name_sort_key, nfc

VIETNAMESE = st.text("aăâđeêôơưáàảãạắằẳẵặấầẩẫậýỳỷỹỵĐÐƯƠ \n-.,1'")


@given(st.text())
def test_the_normal_form_and_the_search_key_are_stable(s: str) -> None:
    assert nfc(nfc(s)) == nfc(s)
    assert fold(fold(s)) == fold(s)


@given(st.text())
def test_text_typed_in_pieces_is_found_like_composed_text(s: str) -> None:
    in_pieces = unicodedata.normalize("NFD", s)
    assert fold(in_pieces) == fold(nfc(s))


@given(VIETNAMESE)
def test_the_search_key_of_vietnamese_is_what_a_phone_without_accents_types(s: str) -> None:
    assert fold(s).isascii()
    assert fold(s.upper()) == fold(s)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Đăng ký", "dang ky"),
        ("  tiến \u00a0 độ ", "tien do"),
        ("hòa", "hoa"),
        ("hoà", "hoa"),
        ("ÐẶNG", "dang"),  # typed with eth
        ("Nguyễn Thị Hường", "nguyen thi huong"),
    ],
)
def test_search_keys(written: str, key: str) -> None:
    assert fold(written) == key


def test_the_given_name_is_the_last_word() -> None:
    assert given_name("Nguyễn Thị  Hương ") == "Hương"
    assert given_name("Y") == "Y"
    assert given_name(" ") == ""


def test_names_stand_in_vietnamese_order() -> None:
    ordered = [
        "Trần Văn An",
        "Lê Thị Ánh",
        "Bùi Văn Ân",
        "Nguyễn Văn Bình",
        "Phạm Thị Dung",
        "Phạm Văn Đức",
        "Đặng Thị Hương",
        "Lê Thị Hương",
        "Lê Văn Hương",
        "Lê Thị Hường",
        "Nguyễn Thị Oanh",
        "Võ Văn Ớt",
        "Lý Tú",
        "Lý Tư",
    ]
    assert sorted(sorted(ordered), key=name_sort_key) == ordered


def test_tones_go_none_huyen_hoi_nga_sac_nang() -> None:
    ordered = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(sorted(ordered), key=name_sort_key) == ordered


@given(st.text("aáâấđ hH'K"))
def test_a_name_typed_in_pieces_stands_where_the_composed_one_does(name: str) -> None:
    assert name_sort_key(unicodedata.normalize("NFD", name)) == name_sort_key(name)


@given(st.sampled_from("aàảãáạ"), st.sampled_from("ăằẳẵắặ"), st.sampled_from("âầẩẫấậ"))
def test_a_tone_never_beats_a_letter(a: str, breve: str, circumflex: str) -> None:
    assert name_sort_key(a) < name_sort_key(breve) < name_sort_key(circumflex)
