# Each target is one line that a person could type; ARGS gives it more options, e.g. ARGS="--lang zh".
PYTHON ?= python3
BIN := .venv/bin
ARGS ?=
SINCE ?= main
LOCKED := --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header

.DEFAULT_GOAL := help
.PHONY: help site test pdf serve check changed diff fix links status audit bench lock

help:            ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/'

.venv/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.installed-dev: .venv/.installed requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.venv/.installed-audit: .venv/.installed-dev requirements-audit.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.lock
	@touch $@

site: .venv/.installed        ## check the entries and build site/
	$(BIN)/zhiquan build

check: .venv/.installed       ## check the entries
	$(BIN)/zhiquan check $(ARGS)

changed: .venv/.installed     ## check the entries that were changed since SINCE (main)
	git diff -z --name-only --diff-filter=d $(SINCE) -- "docs/entries/*.yaml" | xargs -0 $(BIN)/zhiquan check $(ARGS) --

diff: .venv/.installed        ## what changed in meaning since SINCE (main)
	$(BIN)/zhiquan diff $(ARGS) $(SINCE)

fix: .venv/.installed         ## mend what a machine can mend in the entries
	$(BIN)/zhiquan fix $(ARGS)

links: .venv/.installed       ## ask the addresses that entries name whether they still answer
	$(BIN)/zhiquan links $(ARGS)

status: .venv/.installed      ## how far the entries have come: verified, translated, due, linked
	$(BIN)/zhiquan status $(ARGS)

pdf: .venv/.installed         ## make the books, handbooks and cards in build/pdf/
	$(BIN)/zhiquan pdf

serve: .venv/.installed       ## live preview on this machine
	$(BIN)/zhiquan serve

test: .venv/.installed-dev    ## set up what the tests need and run them all
	@sh tests/chromium.sh
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
	$(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal

audit: .venv/.installed-audit site  ## measure all we claim; ARGS="files" for one area
	@sh tests/java.sh
	$(BIN)/python -m tests.audit $(ARGS)

bench: .venv/.installed-dev   ## measure checking and building at 100, 1,000 and 10,000 entries
	$(BIN)/python -m tests.bench && $(BIN)/python -m tests.bench.editing && $(BIN)/python -m tests.bench.printing && $(BIN)/python -m tests.bench.searching

lock: .venv/.installed-dev    ## renew the pinned and hashed requirements
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	echo 'setuptools>=80' | $(BIN)/uv pip compile $(LOCKED) pyproject.toml - -o requirements.lock
	echo 'setuptools>=80' | $(BIN)/uv pip compile $(LOCKED) --extra dev pyproject.toml - -o requirements-dev.lock
	$(BIN)/uv pip compile $(LOCKED) pyproject.toml --extra audit -o requirements-audit.lock
