import json
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from journey.export import NotABook, fingerprint, is_same_fingerprint
from papers.signed_book import MAX_BYTES, Altered, NotJson, OtherForm, TooLarge, public_key, read, sign

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))

BOOK: dict[str, Any] = {
    "issuer": "Đoàn Khối",
    "made_at": "2027-06-02T02:00:00Z",
    "season": 2027,
    "programme": {"code": "nguoi-cong-san-tre", "version": 1, "title": "Hành trình", "number": "44-KH/ĐTN"},
    "person": {"name": "Nguyễn Thị Hương", "unit": "Đoàn cơ sở Sở Văn hóa", "group": "Tổ 1"},
    "result": {"outcome": "in_progress", "done": 1, "needed": 7},
    "tasks": [
        {
            "code": "RL2",
            "title": "Tình nguyện",
            "category": "RL",
            "state": "done",
            "taken_at": "2027-01-05T02:00:00Z",
            "dropped_at": "",
            "ruling": None,
            "requirements": [{"id": "a", "label": "Hoạt động", "needed": 2, "approved": 2, "holds": True}],
            "handed_in": [
                {
                    "part": 1,
                    "version": 1,
                    "state": "approved",
                    "at": "2027-03-02T02:00:00Z",
                    "words": None,
                    "recorded": None,
                    "assessors": [
                        {
                            "body": "bch",
                            "title": "BCH",
                            "state": "approved",
                            "by": "Võ Quang Dũng",
                            "instead_of": "",
                            "way": "",
                            "at": "2027-03-04T02:00:00Z",
                        }
                    ],
                    "taken_back": [],
                    "appealed_at": "",
                    "evidence": [{"kind": "photo", "sha256": "ab" * 32}],
                }
            ],
        }
    ],
}


def changed(text: str, change: Callable[[dict[str, Any]], object]) -> bytes:
    file = json.loads(text)
    _ = change(file)
    return json.dumps(file).encode()


def test_what_was_signed_is_read_back() -> None:
    signed = read(sign(BOOK, KEY).encode())
    assert signed.book == BOOK
    assert signed.fingerprint == fingerprint(public_key(KEY))


def test_the_same_book_is_signed_alike_whatever_form_its_letters_came_in() -> None:
    decomposed = {**BOOK, "issuer": unicodedata.normalize("NFD", BOOK["issuer"])}
    assert decomposed != BOOK
    assert sign(decomposed, KEY) == sign(BOOK, KEY)


def test_signs_that_nobody_sees_are_left_out_and_do_not_keep_a_book_from_being_signed() -> None:
    person = {**BOOK["person"], "name": "Nguyễn\xa0Thị\u2060 Hương\u202e\ud800", "group": "Tổ\n1 👨\u200d👩"}
    signed = read(sign({**BOOK, "person": person}, KEY).encode())
    assert signed.book["person"] == {**BOOK["person"], "name": "Nguyễn Thị Hương", "group": "Tổ 1 👨👩"}


def test_white_space_order_and_a_mark_at_the_beginning_do_not_matter() -> None:
    file = json.loads(sign(BOOK, KEY))
    again = json.dumps(dict(reversed(file.items())), indent=7).replace("\n", "\r\n")
    assert read(b"\xef\xbb\xbf" + again.encode()).book == BOOK


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file["book"]["person"].update(name="Nguyễn Thị Hường"),
        lambda file: file["book"]["result"].update(done=7),
        lambda file: file["book"]["tasks"].clear(),
        lambda file: file["book"]["tasks"][0]["requirements"][0].update(holds=None),
        lambda file: file.update(key=json.loads(sign(BOOK, OTHER))["key"]),
        lambda file: file.update(signature=json.loads(sign(BOOK, OTHER))["signature"]),
        lambda file: file.update(key="AAAA" * 10 + "AAA="),
    ],
)
def test_a_forged_book_is_known(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(Altered):
        read(changed(sign(BOOK, KEY), change))


def test_a_book_signed_again_by_somebody_else_has_another_fingerprint() -> None:
    theirs = read(sign({**BOOK, "result": {"outcome": "passed", "done": 7, "needed": 7}}, OTHER).encode())
    assert not is_same_fingerprint(theirs.fingerprint, fingerprint(public_key(KEY)))


def test_every_cut_is_known() -> None:
    whole = sign(BOOK, KEY).rstrip().encode()
    for at in range(0, len(whole), 7):
        with pytest.raises(NotJson):
            read(whole[:at])


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04\x00\xff", b"%PDF-1.7", b"[" * 100_000, b'{"form": NaN}', b'{"a": 1, "a": 2}', b"1" * 5000],
    ids=["empty", "zip", "pdf", "deep", "nan", "twice", "digits"],
)
def test_what_is_not_json_is_known(data: bytes) -> None:
    with pytest.raises(NotJson):
        read(data)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda file: file.update(format="x"), "format"),
        (lambda file: file.pop("key"), "key"),
        (lambda file: file.update(signature="***"), "signature"),
        (lambda file: file.update(signature="AAAA"), "signature"),
        (lambda file: file.update(book=[]), "book"),
        (lambda file: file["book"].update(phone="0912345678"), "book"),
        (lambda file: file["book"]["person"].pop("group"), "book.person.group"),
        (lambda file: file["book"].update(season="2027"), "book.season"),
        (lambda file: file["book"].update(season=True), "book.season"),
        (lambda file: file["book"].update(issuer="\x1b[31mĐoàn Khối"), "book.issuer"),
        (lambda file: file["book"].update(issuer="\ud800"), "book.issuer"),
        (lambda file: file["book"]["tasks"][0].update(handed_in={}), "book.tasks.1.handed_in"),
    ],
)
def test_what_has_not_the_shape_of_a_book_is_named(change: Callable[[dict[str, Any]], object], where: str) -> None:
    with pytest.raises(NotABook) as wrong:
        read(changed(sign(BOOK, KEY), change))
    assert wrong.value.where == where


@pytest.mark.parametrize("data", [b"[]", b"7", b"null", b'"x"'])
def test_json_that_is_no_object_is_no_book(data: bytes) -> None:
    with pytest.raises(NotABook):
        read(data)


def test_a_later_form_and_a_huge_file_are_named() -> None:
    with pytest.raises(OtherForm) as other:
        read(changed(sign(BOOK, KEY), lambda file: file.update(form=2)))
    assert other.value.form == "2"
    with pytest.raises(TooLarge):
        read(b" " * (MAX_BYTES + 1))


def test_a_fingerprint_is_compared_by_all_its_digits() -> None:
    ours = fingerprint(public_key(KEY))
    assert len(ours.split(" ")) == 6
    assert is_same_fingerprint(ours, ours.replace(" ", "-"))
    assert not is_same_fingerprint(ours[:9], ours)
    assert not is_same_fingerprint(ours[:9], ours[:9])
