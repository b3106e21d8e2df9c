"""Runs migrations as Tortoise does, and puts together only what an operation looks at: half of a new database's time.

Tortoise makes every model anew before each operation, to show it what was there before; few of ours look. And it
prepares queries on each of them: a migration of ours reads rows in SQL.
"""

from tortoise.connection import ConnectionHandler
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.graph import MigrationKey
from tortoise.migrations.schema_generator.state import ModelState, State
from tortoise.migrations.schema_generator.state_apps import StateApps


class Executor(MigrationExecutor):
    """Begins where the applied migrations end."""

    async def _project_state(self, applied: set[MigrationKey], *, upto: MigrationKey | None = None) -> State:
        connections = {label: config["default_connection"] for label, config in self.loader.apps_config.items()}
        state = _Now(models={}, apps=StateApps(connections, connections=ConnectionHandler()))
        for key in self._full_plan():
            if key == upto:
                break
            migration = self.loader.graph.nodes[key]
            if key in applied and migration is not None:
                _ = await migration.apply(state, dry_run=True, schema_editor=None)
        return state


class _Now(State):
    def clone(self) -> State:
        return _Before({key: model.clone() for key, model in self.models.items()}, self.apps)


class _Before(State):
    """What was there before an operation; its `apps` are put together when they are looked at."""

    def __init__(self, models: dict[tuple[str, str], ModelState], now: StateApps) -> None:
        self.models = models
        self._now = now

    def __getattr__(self, name: str) -> StateApps:
        if name != "apps":
            raise AttributeError(name)
        self.apps = self._now.clone(model_states=self.models)
        return self.apps
