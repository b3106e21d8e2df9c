import io
import re
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from papers.invite_sheet import Invite, InviteSheet, Label, pdf, spaced, xlsx

LABELS = {
    Label.TITLE: "Thư mời tham gia Hành trình",
    Label.CODE: "Mã của bạn",
    Label.EXPIRES: "Dùng đến hết ngày",
    Label.FIRST_STEP: "Quét mã bằng máy ảnh điện thoại, rồi bấm “Bắt đầu”.",
    Label.SECOND_STEP: "Nếu không quét được, tìm trợ lý Hành trình và nhập mã bên trên.",
    Label.NAME: "Họ và tên",
    Label.UNIT: "Đơn vị, tổ",
    Label.LINK: "Đường dẫn",
}


def sheet(count: int, name: str = "Nguyễn Thị Thu Hương") -> InviteSheet:
    invites = tuple(
        Invite(
            name,
            "Đoàn cơ sở Sở Tư pháp · Tổ 3",
            f"https://chat.example/join?start={i:04}",
            f"K7QP{i:04}",
            date(2026, 1, 5),
        )
        for i in range(count)
    )
    return InviteSheet("Đoàn các cơ quan Đảng Thành phố", invites, LABELS)


def pages(document: bytes) -> int:
    return max(int(n) for n in re.findall(rb"/Type/Pages/Count (\d+)", document))


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (8, 1), (9, 2), (30, 4)])
def test_eight_cards_fill_a_page(count: int, expected: int) -> None:
    document = pdf(sheet(count))
    assert document.startswith(b"%PDF-")
    assert pages(document) == expected


@pytest.mark.parametrize("name", ["#[x]", "*b* _i_ @a <b>", '"; read("x")', "Y", "Công Tằng Tôn Nữ " * 6])
def test_any_name_keeps_its_card_on_one_page(name: str) -> None:
    assert pages(pdf(sheet(8, name))) == 1


def test_table_has_a_row_an_invitation_and_runs_nothing() -> None:
    table = (
        CalamineWorkbook.from_filelike(io.BytesIO(xlsx(sheet(2, "=HYPERLINK(1)")))).get_sheet_by_index(0).to_python()
    )
    assert table[0] == ["Họ và tên", "Đơn vị, tổ", "Mã của bạn", "Đường dẫn", "Dùng đến hết ngày"]
    assert table[2] == [
        "=HYPERLINK(1)",
        "Đoàn cơ sở Sở Tư pháp · Tổ 3",
        "K7QP 0001",
        "https://chat.example/join?start=0001",
        "05/01/2026",
    ]


def test_codes_are_spaced_for_reading_aloud() -> None:
    assert spaced("K7QP2M9X") == "K7QP 2M9X"
    assert spaced("K7Q-P2M") == "K7Q-P2M"
