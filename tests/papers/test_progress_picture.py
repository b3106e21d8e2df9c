import io
from dataclasses import replace

import pytest
from PIL import Image

from papers.progress_picture import CategoryBlock, ProgressCard, TaskState, draw
from tests.papers.cards import SAMPLE, task


def opened(card: ProgressCard) -> Image.Image:
    return Image.open(io.BytesIO(draw(card)), formats=["PNG"])


def with_tasks(count: int) -> ProgressCard:
    lines = tuple(
        task(f"RL{i}", "Tham gia hoạt động của tổ " * 3, list(TaskState)[i % len(TaskState)]) for i in range(count)
    )
    return replace(SAMPLE, categories=(CategoryBlock("Nhiệm vụ rèn luyện", 1, 3, lines),))


def test_picture_is_as_wide_as_a_phone_and_upright() -> None:
    width, height = opened(SAMPLE).size
    assert width == 1080
    assert height > width


def test_same_card_is_drawn_to_the_same_bytes() -> None:
    assert draw(SAMPLE) == draw(SAMPLE)


def test_picture_grows_with_the_tasks_and_stays_within_what_a_chat_takes() -> None:
    few, many = opened(with_tasks(3)), opened(with_tasks(16))
    assert few.width == many.width == 1080
    assert few.height < many.height < 9_000


@pytest.mark.parametrize("state", list(TaskState))
def test_every_state_looks_different_without_colour(state: TaskState) -> None:
    def grey(of: TaskState) -> bytes:
        line = replace(SAMPLE.categories[0].tasks[0], state=of, state_label="…")
        card = replace(SAMPLE, categories=(CategoryBlock("BB", 0, 1, (line,)),), legend=())
        return opened(card).convert("L").point(lambda tone: 255 if tone > 200 else 0).tobytes()

    assert all(grey(state) != grey(other) for other in TaskState if other is not state)


@pytest.mark.parametrize(
    "name",
    [
        "#[x]",
        "*đậm* _nghiêng_",
        '@label <a> "trích" \\',
        "$1 + 1$ // hết",
        "hai\ndòng",
        '#read("progress.typ")',
        "==",
    ],
)
def test_what_a_person_is_called_is_drawn_as_text_and_never_run(name: str) -> None:
    assert draw(replace(SAMPLE, name=name)) != draw(replace(SAMPLE, name="x"))


def test_more_done_than_needed_and_nothing_needed_are_drawn() -> None:
    assert opened(replace(SAMPLE, done=9, needed=7)).width == 1080
    assert opened(replace(SAMPLE, done=0, needed=0, categories=(), legend=())).width == 1080


def test_long_names_wrap_instead_of_running_out_of_the_picture() -> None:
    wrapped = opened(replace(SAMPLE, name="Công Tằng Tôn Nữ Hoàng Phương Nguyễn Thị Diễm Quỳnh"))
    assert wrapped.height > opened(SAMPLE).height
    right_edge = wrapped.convert("L").crop((1060, 60, 1080, 300))
    assert max(right_edge.tobytes()) < 110, "the edge of the head shows more than its blue ground"
