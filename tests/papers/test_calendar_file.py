"""The calendar file: what a phone reads out of it is what was put in."""

import unicodedata
from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from papers.calendar_file import Entry, ics

BEGINS = datetime(2027, 7, 15, 7, 0, tzinfo=UTC)
LONG = "Học tập, quán triệt nghị quyết; đối thoại với cấp ủy về công tác phát triển đảng viên trẻ ở cơ sở"


def entry(id_: str, *, is_cancelled: bool = False) -> Entry:
    return Entry(
        id=id_,
        edition=2,
        title=LONG,
        starts_at=BEGINS,
        ends_at=BEGINS + timedelta(minutes=150),
        changed_at=BEGINS - timedelta(days=9),
        place="Hội trường A, số 1",
        link="https://hop.example.vn/a?b=c,d",
        zone="Asia/Ho_Chi_Minh",
        is_cancelled=is_cancelled,
        note=("Đơn vị tổ chức: Đoàn cơ sở", "Tính cho BB2"),
        alarm="Sắp đến",
    )


def test_what_is_read_back_is_what_was_put_in() -> None:
    written = ics([entry("1-100"), entry("2-200", is_cancelled=True)])
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert unicodedata.is_normalized("NFC", written.replace(b"\r\n ", b"").decode())

    calendar = Calendar.from_ical(written)
    held, off = calendar.walk("VEVENT")
    assert str(calendar["method"]) == "PUBLISH"
    assert (str(held["summary"]), str(held["location"])) == (
        LONG,
        "Hội trường A, số 1 – https://hop.example.vn/a?b=c,d",
    )
    assert (str(held["uid"]), str(off["uid"])) == ("session-1-100@hanh-trinh", "session-2-200@hanh-trinh")
    assert (held.decoded("dtstart"), held.decoded("dtend")) == (BEGINS, BEGINS + timedelta(minutes=150))
    assert (held.decoded("sequence"), held.decoded("dtstamp")) == (2, BEGINS - timedelta(days=9))
    assert str(held["description"]) == "Đơn vị tổ chức: Đoàn cơ sở\nTính cho BB2"
    assert (str(held["status"]), str(off["status"])) == ("CONFIRMED", "CANCELLED")
    assert (len(held.walk("VALARM")), len(off.walk("VALARM"))) == (2, 0)


def test_a_file_of_nothing_but_what_is_off_cancels() -> None:
    assert str(Calendar.from_ical(ics([entry("1-100", is_cancelled=True)]))["method"]) == "CANCEL"
