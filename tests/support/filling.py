"""Rows for every table there is, made from the tables themselves, so that a new one is filled too."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st
from tortoise import Tortoise, fields
from tortoise.models import Model

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
"""Whatever both databases keep: no NUL (PostgreSQL has none), no half of a pair."""

ODD = st.sampled_from(
    ["", "Đoàn viên ưu tú", "e\u0302\u0301", "\u202eabc", "👩‍👩‍👧‍👦", "\r\n\t\x01\x1f", "\"'\\{}", "null", "\u2028"]
)
ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
MOMENTS = st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2200, 1, 1), timezones=ZONES)  # noqa: DTZ001 - the zone is drawn
NUMBERS = st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False)
PLAIN = st.none() | st.booleans() | NUMBERS | TEXT
JSON = st.dictionaries(TEXT, st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3), max_leaves=5), max_size=4)
ROWS = 2


def models() -> list[type[Model]]:
    """Return the row of every table of the open database."""
    assert Tortoise.apps is not None
    return list(Tortoise.apps["models"].values())


async def fill(data: st.DataObject, order: list[str]) -> None:
    """Put `ROWS` rows into each table of the open, empty database, in `order`."""
    by_name = {model._meta.db_table: model for model in models()}
    for name in order:
        rows = [_row(data, by_name[name], number) for number in range(1, ROWS + 1)]
        await by_name[name].bulk_create(rows)


def _row(data: st.DataObject, model: type[Model], number: int) -> Model:
    meta = model._meta
    refers = {meta.fields_map[name].source_field: meta.fields_map[name] for name in meta.fk_fields | meta.o2o_fields}
    values: dict[str, Any] = {}
    for name, column in meta.fields_db_projection.items():
        field = meta.fields_map[name]
        if column in refers:
            is_own = refers[column].related_model is model  # type: ignore[attr-defined]
            choices = st.integers(1, number) if is_own else st.just(number)
            values[name] = data.draw(st.none() | choices if field.null else choices)
        elif isinstance(field, fields.IntField) and field.pk:
            values[name] = number
        else:
            value = _value(field)
            values[name] = data.draw(st.none() | value if field.null else value)
            if isinstance(values[name], str) and not isinstance(field, fields.JSONField):
                values[name] = f"{number}{values[name]}"[: getattr(field, "max_length", 99)]
    return model(**values)


def _value(field: Any) -> st.SearchStrategy[Any]:
    match field:
        case fields.BooleanField():
            return st.booleans()
        case fields.SmallIntField():
            return st.integers(-(2**15), 2**15 - 1)
        case fields.BigIntField():
            return st.integers(-(2**63), 2**63 - 1)
        case fields.IntField():
            return st.integers(-(2**31), 2**31 - 1)
        case fields.DatetimeField():
            return MOMENTS
        case fields.DateField():
            return st.dates(date(1900, 1, 1), date(2200, 1, 1))
        case fields.JSONField():
            return JSON
        case fields.CharField() | fields.TextField():
            return TEXT | ODD
    raise AssertionError(f"a strategy is missing for {type(field).__name__}")
