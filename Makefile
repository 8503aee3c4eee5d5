# Every target works from a bare checkout and is quick the second time.
.DEFAULT_GOAL := help
.PHONY: help setup run test test-sqlite check format bench shots lock
PY := .venv/bin/python
# Three processes on two cores: each waits a good part of its time for a server or a browser.
PYTEST := .venv/bin/pytest -n 3 -q

help: ## What can be done here
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: ## Install only
	@tools/bootstrap.sh run

run: setup ## Start on http://127.0.0.1:8000 with the sample company (PORT, VICEVERSA_DATA)
	@.venv/bin/viceversa serve --sample-if-empty

.dev:
	@tools/bootstrap.sh dev
.PHONY: .dev

test: .dev ## Checks, then every test on SQLite and on PostgreSQL, with a real browser
	@$(MAKE) --no-print-directory -j 2 --output-sync=target .types .style .kernels
	$(PYTEST)
	$(PY) tools/with_postgresql.py $(PYTEST) --only-database
	@echo "All green: checks, SQLite, PostgreSQL, browser."

test-sqlite: .dev ## Every test on SQLite only
	$(PYTEST)

check: .dev ## Style, types, import order, sizes, translations, templates
	@$(MAKE) --no-print-directory -j 2 --output-sync=target .types .style

.types:
	.venv/bin/mypy

.style:
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports --no-cache
	$(PY) tools/sizes.py
	$(PY) tools/translations.py check
	$(PY) tools/contrast.py

# Compiled once here, beside the checks: else every process of the tests compiles for itself.
.kernels:
	$(PY) -m viceversa.engine.solvers.warm
.PHONY: .types .style .kernels

format: .dev ## Put the code in order
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench: .dev ## Measure the engine beside its peers; charts go to docs/engine
	$(PY) -m benchmarks

shots: .dev ## Screenshots of the running sample company, for the README
	$(PY) tools/shots.py

lock: ## Renew requirements/*.txt
	@tools/bootstrap.sh run
	@tools/lock.sh
