# What a newcomer types: `make site` builds the example, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test test-browser env bench bench-search lighthouse clean

env: $(VENV)/.ready

$(VENV)/.ready: requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

site: env
	$(BIN)/itagen build . --out public

test: env
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist worksteal

# Needs Chromium, Java 17 and Node 20 beside Python; CONTRIBUTING.md tells how to get them.
test-browser: env tests/browser/node_modules/.ready
	$(BIN)/python -m pytest tests/browser -n 2 --dist worksteal

tests/browser/node_modules/.ready: tests/browser/package-lock.json
	cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund
	touch $@

lighthouse: env tests/browser/node_modules/.ready
	$(BIN)/python bench/lighthouse.py

bench: env
	$(PYTHON) -m venv .bench
	.bench/bin/python -m pip install --quiet --disable-pip-version-check mkdocs==1.6.1
	$(BIN)/python bench/check.py
	$(BIN)/python -m bench.evidence
	MKDOCS=$(CURDIR)/.bench/bin/mkdocs $(BIN)/python bench/build.py

bench-search: env bench/search/node_modules/.ready
	$(BIN)/python -m bench.search.compare

bench/search/node_modules/.ready: bench/search/package-lock.json
	cd bench/search && npm ci --ignore-scripts --no-audit --no-fund
	touch $@

clean:
	rm -rf $(VENV) .bench public .public.itagen tests/browser/node_modules bench/search/node_modules
