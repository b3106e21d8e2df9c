"""Answers of the database that the open transaction remembers, so that nothing is asked twice in a row.

A step asks for its draft, its programme and its pieces in several places; a batch asks for the season once an update.
An answer holds until the transaction writes, or locks, anything: so whoever locks a row and then reads it reads what
is there. Answers about the tables in `SLOW`, which steps only read, hold until one of those is written, at most for the
milliseconds that a transaction lives.
"""

import re
from functools import cache
from typing import Any

from tortoise.backends.base.client import NestedTransactionContext

SLOW = frozenset({"groups", "people", "posts", "programmes", "seasons", "units"})
"""Tables that the roster and the season's opening write."""

Question = tuple[Any, ...]
"""(statement, its values …), hashable."""


class Remembered:
    """What one transaction was answered, by question."""

    def __init__(self) -> None:
        self._fleeting: dict[Question, Any] = {}
        self._slow: dict[Question, Any] = {}

    def get(self, question: Question) -> Any:
        """Return the answer, None when it has to be asked."""
        found = self._fleeting.get(question)
        return self._slow.get(question) if found is None else found

    def keep(self, question: Question, answer: Any) -> None:
        """Remember `answer` (not None)."""
        kept = self._slow if _tables(question[0]) <= SLOW else self._fleeting
        kept[question] = answer

    def ran(self, statement: str) -> None:
        """Forget what `statement` may have changed; one that locks rows may have waited for others' changes."""
        if _only_reads(statement):
            return
        self._fleeting.clear()
        if self._slow and not _tables(statement).isdisjoint(SLOW):
            self._slow.clear()

    def forget(self) -> None:
        """Forget everything: a part of the transaction was taken back."""
        self._fleeting.clear()
        self._slow.clear()


class Remembering:
    """For a transaction's connection: what it remembers hears of every statement, whoever has it run.

    A transaction inside it (the ORM opens some) shares that. The connection's own `execute_query`, `fetch` and `mark`
    tell it themselves.
    """

    remembered: Remembered

    def __init__(self, connection: Any) -> None:
        super().__init__(connection)  # type: ignore[call-arg]
        self.remembered = getattr(connection, "remembered", None) or Remembered()

    async def execute_insert(self, query: str, values: list[Any]) -> Any:
        """Run an INSERT; return what it made."""
        self.remembered.ran(query)
        return await super().execute_insert(query, values)  # type: ignore[misc]

    async def execute_many(self, query: str, values: list[Any]) -> None:
        """Run one statement for each row of `values`."""
        self.remembered.ran(query)
        await super().execute_many(query, values)  # type: ignore[misc]

    async def execute_script(self, query: str) -> None:
        """Run several statements."""
        self.remembered.forget()
        await super().execute_script(query)  # type: ignore[misc]

    async def savepoint_rollback(self) -> None:
        """Take back a transaction of the ORM's inside this one."""
        self.remembered.forget()
        await super().savepoint_rollback()  # type: ignore[misc]

    def _in_transaction(self) -> NestedTransactionContext:
        return NestedTransactionContext(type(self)(self))  # type: ignore[arg-type]


@cache
def _only_reads(statement: str) -> bool:
    return statement.lstrip().upper().startswith("SELECT") and " FOR UPDATE" not in statement.upper()


@cache
def _tables(statement: str) -> frozenset[str]:
    """Return the tables that a statement of ours, or of the ORM, names."""
    return frozenset(re.findall(r'\b(?:FROM|JOIN|INTO|UPDATE)\s+"?(\w+)', statement, re.IGNORECASE))
