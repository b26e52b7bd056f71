# Two commands matter: `make demo` and `make test`. Both set up what they need, on a fresh machine
# with Python 3.11, make and a C compiler.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WORKERS ?= 2  # processes that run tests: each has a fork server of its own, and needs some 2 GB
PYTEST := $(BIN)/python -m pytest -q -n $(WORKERS) --no-loadscope-reorder  # tests/conftest.py says who takes what
COG := $(BIN)/cog -P -I tools --verbosity 1
PAGES := README.md docs/course.md docs/commands.md docs/grading.md  # parts of them are made by what they name between [[[ and ]]]

.DEFAULT_GOAL := help
.PHONY: help setup lock postgresql browser hub demo test test-fast test-all bench lint build pages site gpu audit answers clean

help:  ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(READY)  ## make .venv and install everything into it

$(READY): pyproject.toml constraints.txt requirements.lock
	@echo "Installing into $(VENV): a few minutes the first time"
	@$(PYTHON) -m venv $(VENV) || { echo "python venv is missing; on Debian: apt install python3.11-venv"; exit 1; }
	@tools/install.sh $(BIN)/python
	@touch $(READY)

lock:  ## write requirements.lock anew from constraints.txt (needs uv)
	tools/lock.sh

build: $(READY)  ## make release/ and solutions/ from source/
	$(BIN)/autograder build

pages: $(READY)  ## make anew what README.md and docs/ show of the notebooks and the code
	$(COG) -r $(PAGES)

site: $(READY)  ## write the documentation as web pages into site/; a warning is an error
	$(BIN)/python tools/site/pages.py build/site
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going -c tools/site build/site site

demo: $(READY)  ## build the course, make a class, grade it, write feedback
	$(BIN)/autograder build
	$(BIN)/autograder sample-class
	$(BIN)/autograder grade --json report.json --feedback
	@echo; echo "Look at:  class.html                     the class at a glance"; \
	echo "          feedback/STUDENT/ASSIGNMENT/     what each student reads"; \
	echo "          report.json                    every check of every submission (docs/report.md)"; \
	echo "          $(BIN)/jupyter lab              Nbgrader > Formgrader: the same scores"; \
	echo "          release/08-backprop-ninja/     what a student starts from"

gpu: $(READY)  ## find what has no deterministic CUDA kernel; write the table of docs/gpu.md (minutes)
	$(BIN)/python tools/nondeterministic.py

audit: $(READY)  ## prove every check; write audit.html and the table of docs/grading.md
	mkdir -p build
	$(BIN)/autograder audit --json build/audit.json && $(BIN)/python tools/grading_table.py build/audit.json

answers: $(READY)  ## grade the kept answers; write the tables of docs/grading.md
	mkdir -p build
	-$(BIN)/autograder audit --answers --json build/answers.json
	$(BIN)/python tools/answers_table.py build/answers.json
	$(COG) -r docs/grading.md

bench: $(READY)  ## run every benchmark; write docs/performance.md (five minutes on an idle machine)
	$(BIN)/python benchmarks/all.py

postgresql:  # for the tests of the gradebook in PostgreSQL, which are skipped without it
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
	{ test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null; } || \
	echo "no PostgreSQL server here (on Debian: apt-get install postgresql): its tests will be skipped"

browser:  # for the tests of pages and of JupyterLab in a real browser, which are skipped without it
	@{ { command -v chromium || command -v google-chrome; } && command -v chromedriver; } >/dev/null || \
	{ test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium chromium-driver >/dev/null; } || \
	echo "no chromium here (on Debian: apt-get install chromium chromium-driver): the tests in a browser will be skipped"

hub: $(READY)  # for the test of the course on a JupyterHub, which is skipped without the proxy before it
	@test -x $(BIN)/configurable-http-proxy || \
	{ { command -v npm >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends npm >/dev/null; }; } && \
	npm install --silent --global --prefix $(VENV) configurable-http-proxy@5.3.0; } || \
	echo "no npm here (on Debian: apt-get install npm): the test of the course on a JupyterHub will be skipped"

test: $(READY) postgresql browser  ## run the tests, long sweeps sampled
	$(PYTEST)

test-fast: $(READY)  ## run the tests that start no student's process
	$(PYTEST) -m "not slow and not runs" tests/test_*.py

test-all: $(READY) postgresql browser hub  ## run the tests, long sweeps whole (an hour)
	AUTOGRADER_TEST_ALL=1 $(PYTEST)

lint: $(READY) site  ## style, types, the site, and whether pages show what the notebooks and the code say
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(COG) --check --diff --check-fail-msg "run: make pages" $(PAGES)
	$(BIN)/python -m pytest -q tests/test_documents.py tests/test_pins.py

clean:  ## remove what demo and tests left (not .venv)
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis build site *.egg-info
