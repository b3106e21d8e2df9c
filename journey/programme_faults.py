"""What can be wrong with a programme file; the sentences are in `locales/*/programme-file.ftl`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    """Why a key is refused; the comment names the params of the fault."""

    NOT_UTF8 = "not_utf8"  # line
    SYNTAX = "syntax"  # line
    SCHEMA = "schema"  # found, known
    UNKNOWN_KEY = "unknown_key"  # found, known
    MISSING = "missing"
    EMPTY = "empty"
    EXPECTED_TEXT = "expected_text"
    EXPECTED_NUMBER = "expected_number"
    EXPECTED_YES_NO = "expected_yes_no"
    EXPECTED_LIST = "expected_list"
    EXPECTED_TABLE = "expected_table"
    NOT_NFC = "not_nfc"
    TOO_LONG = "too_long"  # length, limit
    BAD_CODE = "bad_code"  # found, limit
    DUPLICATE = "duplicate"  # found
    NOT_A_CHOICE = "not_a_choice"  # found, known
    UNKNOWN_REFERENCE = "unknown_reference"  # found, section, known
    NOT_A_MONTH = "not_a_month"  # found
    OUTSIDE_TASK_MONTHS = "outside_task_months"  # found
    OUT_OF_RANGE = "out_of_range"  # found, least, most
    MISPLACED = "misplaced"  # owner: the choice this key does not go with
    NOT_IN_SCALE = "not_in_scale"  # found, known
    ONE_EXPRESSION = "one_expression"  # known
    TOO_MANY_REQUIRED = "too_many_required"  # needed, there
    NO_TASKS = "no_tasks"  # found
    NO_PERIOD = "no_period"  # found


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake; `key` is its place, such as `tasks[3].criteria[0].op`, "" for the whole file."""

    file: str
    key: str
    reason: Reason
    params: Mapping[str, str | int] = field(default_factory=dict)


class BrokenProgramme(Exception):
    """A programme file with at least one mistake; all of them are in `faults`, in the file's order."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults
