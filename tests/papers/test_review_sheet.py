"""The sheet that somebody without the bot signs."""

import io
from dataclasses import replace

from pypdf import PdfReader

from papers.review_sheet import Label, ReviewSheet, pdf

LABELS = {each: each.value for each in Label} | {Label.BODY: "Cấp ủy", Label.NAME: "Nguyễn Văn An"}
SHEET = ReviewSheet(
    link="https://hanhtrinh.example.vn/l/MQ.abc",
    to="Kính gửi: Nguyễn Văn An (Cấp ủy)",
    task="BB2 Học tập nghị quyết",
    task_text="Ít nhất 04 lần/năm.",
    author="Nguyễn Thị Hương",
    place="Tổ 1",
    handed_in="Nộp lúc 09:00 02/03/2027",
    asks=("Lần tham gia",),
    stated=(),
    brought=("Ảnh minh chứng (3)", "#panic() *đậm* $x$"),
    history=(),
    labels=LABELS,
)


def pages(sheet: ReviewSheet) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf(sheet))).pages]


def test_it_is_one_page_with_who_is_asked_and_what_was_brought_as_it_was_written() -> None:
    [page] = pages(SHEET)
    for shown in (SHEET.to, SHEET.author, SHEET.task, "#panic() *đậm* $x$", "CẤP ỦY"):
        assert shown in page


def test_the_place_to_sign_stays_with_the_answer_when_the_history_is_long() -> None:
    history = tuple(f"Bản thứ {number}\nĐã trả lại. Lý do: ảnh bị mờ." for number in range(1, 12))
    *_, last = pages(replace(SHEET, history=history))
    assert all(shown in last for shown in (LABELS[Label.APPROVE], "CẤP ỦY", LABELS[Label.SIGN], LABELS[Label.NAME]))
