# Everything a newcomer needs: `make run` opens the sandbox, `make test` runs the suite, `make check` holds the house rules.
# Each of them makes .venv first, from the hashed lock files, with nothing but Python >= 3.11, make and pip.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: run test check bench format migration lock clean help
.DEFAULT_GOAL := help

help: ## List what can be made.
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

$(VENV)/.runtime: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed: make PYTHON=python3.13 …"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)-peers/.done: requirements-peers.lock
	test -x $(VENV)-peers/bin/python || $(PYTHON) -m venv $(VENV)-peers
	$(VENV)-peers/bin/python -m pip --disable-pip-version-check -q install --require-hashes -r requirements-peers.lock
	@touch $@

run: $(VENV)/.runtime ## Start the product; without a token it is the sandbox in the browser.
	$(BIN)/hanhtrinh run

test: $(VENV)/.dev ## Run the whole suite, on SQLite and on PostgreSQL.
	$(BIN)/pytest -q

check: $(VENV)/.dev ## Format, lint, strict types, import contracts.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@! grep -n '://' requirements*.lock || { echo "a lock file names an address"; exit 1; }

bench: $(VENV)/.dev $(VENV)-peers/.done ## Measure speed and memory against other libraries; writes build/bench.json.
	$(BIN)/python -m benchmarks --peers $(VENV)-peers/bin/python

format: $(VENV)/.dev ## Put every file into the house's format.
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

migration: $(VENV)/.dev ## Write a migration for what changed in the rows of storage/; read it before you commit.
	$(BIN)/tortoise -c storage.database.MIGRATIONS makemigrations

lock: $(VENV)/.dev ## Write the lock files again, with hashes and without addresses.
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --group build -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --group dev -o requirements-dev.lock pyproject.toml
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --group pyproject.toml:peers -o requirements-peers.lock

clean: ## Remove what was made here (never your data).
	rm -rf $(VENV) $(VENV)-peers build .mypy_cache .ruff_cache .pytest_cache .hypothesis
