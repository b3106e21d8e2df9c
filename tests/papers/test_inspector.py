import asyncio
import time
from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from papers.documents import DangerousDocument, Document, DocumentKind
from papers.essay_text import Reading, Unread
from papers.inspector import InspectionFailed, Inspector, Limits
from papers.pictures import BrokenPicture, EmptyFile, NotAPicture, Picture, TooManyPixels, check_picture
from tests.papers.essay_files import ESSAY, slow_pdf, word
from tests.papers.files import HTML, PDF, office, photo, png_of
from tests.papers.servers import servers

LIMITS = Limits()


@pytest.fixture(scope="module")
async def inspector() -> AsyncIterator[Inspector]:
    found = Inspector(1)
    yield found
    await found.stop()


async def test_photo_comes_back_as_if_it_had_been_checked_here(inspector: Inspector) -> None:
    data = photo((1600, 1200), taken="2026:03:05 08:30:00")
    found = await inspector.inspect(data, "", LIMITS)
    assert found == check_picture(data, max_pixels=LIMITS.max_pixels)
    assert isinstance(found, Picture)
    assert found.taken_at == datetime.fromisoformat("2026-03-05T08:30")


async def test_document_comes_back_with_its_kind(inspector: Inspector) -> None:
    found = await inspector.inspect(PDF, "quyết định.pdf", LIMITS)
    assert isinstance(found, Document)
    assert found.kind is DocumentKind.PDF


async def test_photo_sent_as_a_file_is_still_a_picture(inspector: Inspector) -> None:
    assert isinstance(await inspector.inspect(photo(), "minh chứng.pdf", LIMITS), Picture)


@pytest.mark.parametrize(
    ("data", "name", "refusal"),
    [
        (HTML, "anh.jpg", NotAPicture),
        (b"", "anh.jpg", EmptyFile),
        (b"", "bai.docx", EmptyFile),
        (photo()[:900], "", BrokenPicture),
        (png_of(10_000, 10_000), "anh.png", TooManyPixels),
        (office(more={"word/vbaProject.bin": b"x"}), "bai.docx", DangerousDocument),
    ],
)
async def test_refusals_come_back_as_themselves(
    inspector: Inspector, data: bytes, name: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await inspector.inspect(data, name, LIMITS)


async def test_refusal_keeps_its_numbers_on_the_way(inspector: Inspector) -> None:
    with pytest.raises(TooManyPixels) as caught:
        await inspector.inspect(photo(), "", Limits(max_pixels=1_000))
    assert (caught.value.pixels, caught.value.limit) == (640 * 480, 1_000)


async def test_what_a_document_says_comes_back_as_if_it_had_been_read_here(inspector: Inspector) -> None:
    assert await inspector.read(word(ESSAY), DocumentKind.DOCX, LIMITS) == Reading(ESSAY)
    assert await inspector.read(PDF, DocumentKind.PDF, LIMITS) == Reading(unread=Unread.DAMAGED)


async def test_reader_that_takes_too_long_is_ended(inspector: Inspector) -> None:
    with pytest.raises(InspectionFailed):
        await inspector.read(slow_pdf(), DocumentKind.PDF, Limits(seconds=0))


async def test_child_that_dies_of_its_memory_is_survived(inspector: Inspector) -> None:
    with pytest.raises(InspectionFailed):
        await inspector.inspect(photo((6000, 6000)), "", Limits(memory=120 << 20))


async def test_child_that_takes_too_long_is_killed(inspector: Inspector) -> None:
    began = time.perf_counter()
    with pytest.raises(InspectionFailed):
        await inspector.inspect(photo((6000, 6000)), "", Limits(patience=0.02))
    assert time.perf_counter() - began < 2


async def test_cancelling_leaves_no_child_behind() -> None:
    before = set(servers())
    task = asyncio.create_task(Inspector(1).inspect(photo((6000, 6000)), "", LIMITS))
    for _ in range(3):
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert set(servers()) <= before
