# Needs nothing but make and Python 3.11 or newer; everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif
INSTALLED := $(VENV)/.installed
PREPARED := $(VENV)/.prepared

.PHONY: audit test test-browser test-installed evaluate baseline bench lexicon readme docs site lock clean

audit: $(PREPARED) ## audit the sample articles and print the table
	$(BIN)/provenance audit fixtures/articles

test: $(PREPARED) ## lint, types, floor plan and the fast suite
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

test-browser: $(INSTALLED) ## the HTML report in Chromium, which CHROMIUM names where it is not /usr/bin/chromium
	$(BIN)/pip install --quiet --disable-pip-version-check 'axe-playwright-python>=0.1.4' 'playwright>=1.50'
	$(BIN)/pytest browser

test-installed: $(INSTALLED) ## the action, the GitLab job and the hooks, each with its real installation
	$(BIN)/pytest installed

evaluate: $(PREPARED) ## measure quality on the corpora PROVENANCE_CORPORA points at; fails when it falls below the baseline
	$(BIN)/python -m evaluation

baseline: $(PREPARED) ## measure and write evaluation/baseline.json
	$(BIN)/python -m evaluation --write-baseline

bench: $(PREPARED) ## speed as ratios against peers, in one run
	$(BIN)/python -m benchmarks

lexicon: $(PREPARED) ## compile the language data and what is computed from it

readme: $(INSTALLED) ## renew the parts of README.md that the code tells
	$(BIN)/python -m tools.readme

docs: $(INSTALLED) ## renew the pages of docs/ that the code tells
	$(BIN)/python -m tools.docs

site: $(INSTALLED) ## the documentation as pages, in site/
	$(BIN)/mkdocs build --quiet

lock: $(INSTALLED) ## resolve the dependencies anew
	$(BIN)/pip install --quiet 'uv>=0.5'
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --extra dev --python-version 3.11 \
		--no-annotate --custom-compile-command 'make lock' -o requirements.lock pyproject.toml

$(INSTALLED): requirements.lock pyproject.toml hatch_build.py
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "provenance needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(INSTALLED)

$(PREPARED): $(INSTALLED) $(wildcard provenance/lexicon/*/*)
	$(BIN)/python -m provenance.prepare
	touch $(PREPARED)

clean:
	rm -rf $(VENV) build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis
