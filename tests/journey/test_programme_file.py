"""A broken programme file: every mistake with its key and reason, all at once, in words people can act on."""

import unicodedata
from pathlib import Path

import pytest
from fluent_compiler.bundle import FluentBundle

import locales
from journey.programme_file import BrokenProgramme, Fault, Reason, read, shipped

GOOD = shipped("nguoi-cong-san-tre").decode()
BB1, BB2, BB3, RL1, RL6 = (f"tasks[{i}]" for i in (0, 1, 2, 3, 8))


def faults(text: str | bytes) -> tuple[Fault, ...]:
    with pytest.raises(BrokenProgramme) as broken:
        read(text if isinstance(text, bytes) else text.encode(), "plan.toml")
    return broken.value.faults


def edited(old: str, new: str) -> str:
    assert old in GOOD, old
    return GOOD.replace(old, new, 1)


BROKEN = [
    ("version = 1", 'version = "1"', "programme.version", Reason.EXPECTED_NUMBER),
    ("version = 1", "version = true", "programme.version", Reason.EXPECTED_NUMBER),
    ("version = 1\n", "", "programme.version", Reason.MISSING),
    ("schema = 1", "schema = 2", "schema", Reason.SCHEMA),
    ("first_year = 2018", "first_year = 18", "programme.first_year", Reason.OUT_OF_RANGE),
    ("last_year = 2022", "last_year = 2017", "programme.last_year", Reason.OUT_OF_RANGE),
    ('code = "nguoi-cong-san-tre"', 'code = "người cộng sản"', "programme.code", Reason.BAD_CODE),
    ('code = "BB1"', 'code = "BB1-chuyen-mon-trong-nam"', f"{BB1}.code", Reason.BAD_CODE),
    ('code = "BB2"', 'code = "BB1"', f"{BB2}.code", Reason.DUPLICATE),
    ('code = "TT"', 'code = "RL"', "categories[2].code", Reason.DUPLICATE),
    ('{ id = "b", kind = "count"', '{ id = "a", kind = "count"', f"{BB1}.criteria[1].id", Reason.DUPLICATE),
    ('category = "BB"', 'category = "B"', f"{BB1}.category", Reason.UNKNOWN_REFERENCE),
    ('any = ["cap_uy"]', 'any = ["cap_ui"]', f"{BB1}.assessment.any[0]", Reason.UNKNOWN_REFERENCE),
    ('evidence = ["bai_viet"]', 'evidence = ["bai_bao"]', f"{BB3}.evidence[0]", Reason.UNKNOWN_REFERENCE),
    (
        'min_level = "doan_khoi"',
        'min_level = "khoi"',
        "tasks[6].criteria[0].min_level",
        Reason.UNKNOWN_REFERENCE,
    ),
    ('parent = "doan_khoi"', 'parent = "to"', "levels[1].parent", Reason.UNKNOWN_REFERENCE),
    ('fields = ["organiser"', 'fields = ["who"', f"{BB2}.fields[0]", Reason.UNKNOWN_REFERENCE),
    ("months = [3, 4, 9, 10]", "months = [3, 4, 9, 13]", f"{RL1}.criteria[0].months[3]", Reason.NOT_A_MONTH),
    ("months = [3, 4, 9, 10]", "months = [3, 3]", f"{RL1}.criteria[0].months[1]", Reason.DUPLICATE),
    ("months = [3, 4, 9, 10]", "months = [3, 12]", f"{RL1}.criteria[0].months", Reason.OUTSIDE_TASK_MONTHS),
    ("months = [3, 4, 9, 10]", 'months = ["3"]', f"{RL1}.criteria[0].months[0]", Reason.EXPECTED_NUMBER),
    ("months = [3, 4, 9, 10]", "months = 3", f"{RL1}.criteria[0].months", Reason.EXPECTED_LIST),
    ("months = [11]", "months = []", "calendar[4].months", Reason.EMPTY),
    ("months = [11]\n", "", "calendar[4].months", Reason.MISSING),
    ('code = "danh_gia"', 'code = "danh_gi"', "calendar", Reason.NO_PERIOD),
    ('op = "gt"', 'op = "more"', f"{BB3}.criteria[1].op", Reason.NOT_A_CHOICE),
    ('op = "gt", ', "", f"{BB3}.criteria[1].op", Reason.MISSING),
    ("value = 1000", "value = 0", f"{BB3}.criteria[1].value", Reason.OUT_OF_RANGE),
    ("value = 1000", 'value = "1.000"', f"{BB3}.criteria[1].value", Reason.EXPECTED_NUMBER),
    ('kind = "words"', 'kind = "chu"', f"{BB3}.criteria[1].kind", Reason.NOT_A_CHOICE),
    ('kind = "yes_no"', 'kind = "yes_no", op = "ge"', f"{BB1}.criteria[0].op", Reason.MISPLACED),
    ('kind = "yes_no"', 'kind = "yes_no", value = 1', f"{BB1}.criteria[0].value", Reason.MISPLACED),
    ('op = "gt", value', 'per = "year", op = "gt", value', f"{BB3}.criteria[1].per", Reason.MISPLACED),
    ('value = "Lao động tiên tiến"', 'value = "Giỏi"', f"{BB1}.criteria[2].value", Reason.NOT_IN_SCALE),
    ("min_completed = 3", "min_completed = 7", "categories[1].min_completed", Reason.TOO_MANY_REQUIRED),
    ("min_completed = 3\n", "", "categories[1].min_completed", Reason.MISSING),
    ('rule = "all"', 'rule = "all"\nmin_completed = 3', "categories[0].min_completed", Reason.MISPLACED),
    ('rule = "all"', 'rule = "every"', "categories[0].rule", Reason.NOT_A_CHOICE),
    ('{ all = ["to', '{ al = ["to', f"{RL6}.assessment.al", Reason.UNKNOWN_KEY),
    ('{ all = ["to', '{ any = ["cap_uy"], all = ["to', f"{RL6}.assessment", Reason.ONE_EXPRESSION),
    ('assessment = { any = ["cap_uy"] }\n', "", f"{BB1}.assessment", Reason.MISSING),
    (
        'assessment = { any = ["cap_uy"] }',
        'assessment = "cap_uy"',
        f"{BB1}.assessment",
        Reason.EXPECTED_TABLE,
    ),
    (
        ", evidence_suffices = true",
        ', evidence_suffices = "có"',
        "tasks[5].assessment.evidence_suffices",
        Reason.EXPECTED_YES_NO,
    ),
    ("sensitive = true", "sensitve = true", f"{BB3}.sensitve", Reason.UNKNOWN_KEY),
    ("[[reports]]", "[[report]]", "report", Reason.UNKNOWN_KEY),
    ('title = "Hoàn thành nhiệm vụ chuyên môn"', 'title = " "', f"{BB1}.title", Reason.EMPTY),
    ('title = "Hoàn thành nhiệm vụ chuyên môn"', f'title = "{"dài " * 25}"', f"{BB1}.title", Reason.TOO_LONG),
    ('title = "Hoàn thành nhiệm vụ chuyên môn"', "title = 5", f"{BB1}.title", Reason.EXPECTED_TEXT),
    ("session_hours = [2]", "session_hours = [24]", "reminders.session_hours[0]", Reason.OUT_OF_RANGE),
    ("task = [30, 14, 7]", "task = [30, 14, 14]", "reminders.task[2]", Reason.DUPLICATE),
    ("task = [30, 14, 7]", "task = 30", "reminders.task", Reason.EXPECTED_LIST),
    ("returned = [3, 10]", 'returned = ["3"]', "reminders.returned[0]", Reason.EXPECTED_NUMBER),
    ("asked_within = 7", "asked_within = 0", "attendance.asked_within", Reason.OUT_OF_RANGE),
    ("draft = [7]", "drafts = [7]", "reminders.drafts", Reason.UNKNOWN_KEY),
    (
        'quarter_period = "thong_tin_quy"',
        'quarter_period = "quy"',
        "reminders.quarter_period",
        Reason.UNKNOWN_REFERENCE,
    ),
    ('role = "executive"', 'role = "bí thư"', "assessors[2].role", Reason.NOT_A_CHOICE),
    (
        'abbr = "BTV Đoàn Khối"',
        unicodedata.normalize("NFD", 'abbr = "BTV Đoàn Khối"'),
        "assessors[1].abbr",
        Reason.NOT_NFC,
    ),
]


@pytest.mark.parametrize(("old", "new", "key", "reason"), BROKEN)
def test_a_mistake_is_reported_with_its_key_and_reason(old: str, new: str, key: str, reason: Reason) -> None:
    found = faults(edited(old, new))
    assert (key, reason) in [(fault.key, fault.reason) for fault in found]
    assert {fault.file for fault in found} == {"plan.toml"}


def test_one_mistake_in_a_value_is_one_fault() -> None:
    for old, new, key, reason in BROKEN:
        if reason in (Reason.OUT_OF_RANGE, Reason.NOT_A_MONTH, Reason.MISPLACED, Reason.TOO_MANY_REQUIRED):
            assert [fault.key for fault in faults(edited(old, new))] == [key]


def test_all_mistakes_of_a_file_are_reported_together() -> None:
    text = edited("schema = 1", "schema = 3").replace('op = "gt"', 'op = "gte"')
    text = text.replace('category = "TT"', 'category = "TH"').replace("months = [1]", "months = [0]")
    found = {(fault.key, fault.reason) for fault in faults(text)}
    assert {
        ("schema", Reason.SCHEMA),
        (f"{BB3}.criteria[1].op", Reason.NOT_A_CHOICE),
        ("tasks[9].category", Reason.UNKNOWN_REFERENCE),
        ("tasks[10].category", Reason.UNKNOWN_REFERENCE),
        ("tasks[11].category", Reason.UNKNOWN_REFERENCE),
        ("categories[2].min_completed", Reason.TOO_MANY_REQUIRED),
        ("calendar[0].months[0]", Reason.NOT_A_MONTH),
    } == found


def test_a_category_of_all_its_tasks_has_some() -> None:
    found = faults(GOOD.replace('category = "BB"', 'category = "RL"'))
    assert [(fault.key, fault.reason) for fault in found] == [("categories[0].rule", Reason.NO_TASKS)]


def test_a_misspelt_word_is_answered_with_the_nearest_one() -> None:
    (key,) = faults(edited("sensitive = true", "sensitve = true"))
    assert key.params == {"found": "sensitve", "known": "sensitive"}
    (reference,) = faults(edited('any = ["cap_uy"]', 'any = ["cap_ui"]'))
    assert reference.params == {"found": "cap_ui", "section": "assessors", "known": "cap_uy"}


def test_a_syntax_mistake_names_its_line() -> None:
    line = GOOD[: GOOD.index("version = 1")].count("\n") + 1
    (fault,) = faults(edited("version = 1", "version = "))
    assert (fault.reason, fault.params) == (Reason.SYNTAX, {"line": line})
    (fault,) = faults(GOOD + '\nx = ["')
    assert (fault.reason, fault.params) == (Reason.SYNTAX, {"line": GOOD.count("\n") + 2})


def test_a_file_in_another_encoding_names_the_line() -> None:
    (fault,) = faults(b"schema = 1\n# " + "Nhiệm vụ".encode("utf-16"))
    assert (fault.reason, fault.params) == (Reason.NOT_UTF8, {"line": 2})


@pytest.mark.parametrize("data", [b"", b"x = 1", b"[" * 5000, b"programme = 1\ntasks = 1\ncategories = [1]"])
def test_what_is_no_programme_at_all_is_broken_and_nothing_else(data: bytes) -> None:
    assert faults(data)


def test_a_file_from_windows_is_read() -> None:
    windows = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert read(windows, "plan.toml").tasks[0].code == "BB1"


def test_a_file_is_read_from_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert read(path, path.name) == read(GOOD.encode(), path.name)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_fault_has_a_sentence_with_all_it_names(language: str) -> None:
    source = Path(locales.__file__).parent / language / "programme-file.ftl"
    texts = FluentBundle.from_string(language, source.read_text(encoding="utf-8"), use_isolating=False)
    assert texts.check_messages() == []
    assert all(texts.has_message(reason.replace("_", "-")) for reason in Reason)
    for old, new, _, _ in BROKEN:
        for fault in faults(edited(old, new)):
            sentence, errors = texts.format(fault.reason.replace("_", "-"), dict(fault.params))
            assert not errors
            assert sentence.endswith(".") or "[tên mục]" in sentence
