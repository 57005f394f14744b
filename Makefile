# Every command of the project. "make help" lists them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

ifeq ($(filter oneshell,$(.FEATURES)),)
  $(error This Makefile needs GNU make 3.82 or newer (on macOS: brew install make, then use gmake))
endif

# Can be set on the command line: make run PORT=8600 PYTHON=python3.13
PYTHON ?= python3
PORT ?= 8501
WORKERS ?= auto
# make test LEAVE_OUT_ENGINES=webkit does without an engine that cannot be had here.

VENV := .venv
PY := $(VENV)/bin/python
# Only the very files whose hashes are locked, and none that would run a script to be installed.
PIP := $(PY) -m pip --disable-pip-version-check --no-input
HASHED := --require-hashes --only-binary :all:

# Linters that are on npm alone; the Node that installs and runs them is a Python package.
LINTERS := $(VENV)/linters

# These files say "installed", so that a second make has nothing to do.
RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev
LINT_STAMP := $(VENV)/.installed-linters

# Makes .venv, unless it is there and works. One plain sentence when that cannot be done.
define make_venv
	if ! command -v $(PYTHON) >/dev/null 2>&1 \
	  || ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
	  echo "Scar Options needs Python 3.11 or newer, and $(PYTHON) is not that: install one, then name it, for example: make $(or $(MAKECMDGOALS),run) PYTHON=python3.13" >&2
	  exit 1
	fi
	if ! $(PY) -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
	  if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then
	    echo "Python's venv module is missing: install it (on Debian and Ubuntu: sudo apt-get install python3-venv), then run make again." >&2
	    exit 1
	  fi
	  $(PYTHON) -m venv --clear $(VENV)
	fi
endef

.ONESHELL:
.PHONY: help run setup test check format gates attack drill kills image bench pictures transcripts content schemas lock audit licences sbom clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s  %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

$(RUN_STAMP): requirements.txt
	@$(make_venv)
	echo "Installing what the app needs into $(VENV)"
	$(PIP) install --quiet $(HASHED) -r requirements.txt
	touch $@

$(DEV_STAMP): requirements.txt requirements-dev.txt
	@$(make_venv)
	echo "Installing what the app, the tests and the checks need into $(VENV)"
	$(PIP) install --quiet $(HASHED) -r requirements-dev.txt
	touch $(RUN_STAMP) $@

$(LINT_STAMP): $(DEV_STAMP) $(wildcard .ci/linters/* .ci/linters/.npmrc)
	@echo "Installing the linters into $(LINTERS)"
	mkdir -p $(LINTERS)
	cp .ci/linters/* .ci/linters/.npmrc $(LINTERS)
	cd $(LINTERS)
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" npm ci --silent
	touch $(CURDIR)/$@

run: $(RUN_STAMP) ## Install what the app needs, check the content, and start the app (PORT=8501)
	@exec $(PY) -m aid run --port $(PORT)

setup: $(LINT_STAMP) ## Install everything that working on the project needs, into .venv

test: gates ## All checks and every test, in a browser too (as root on Debian it installs browsers, nginx, LibreOffice)
	@$(PY) -m tests.system_packages
	$(PY) -m tests.everything -n $(WORKERS) --dist worksteal

check: gates ## All checks and the fast tests, in under a minute: run it before every commit
	@$(PY) -m pytest -q -n $(WORKERS) --dist worksteal -m "not browser and not slow"

format: $(LINT_STAMP) ## Format Python, JavaScript, CSS and Typst
	@$(PY) -m ruff format .
	$(PY) -m ruff check --fix .
	$(LINTERS)/node_modules/.bin/biome check --write
	$(VENV)/bin/node $(LINTERS)/typst.js aid

gates: $(LINT_STAMP) ## Formats, linters, types, layers and content, without a test
	@$(MAKE) --jobs 4 $(GATES)

# Side by side: most of them use one core.
GATES := gate-style gate-types gate-layers gate-toml gate-scripts gate-content
.PHONY: $(GATES)

gate-style:
	@$(PY) -m ruff format --check .
	$(PY) -m ruff check .

gate-types:
	@$(PY) -m mypy

gate-layers:
	@$(VENV)/bin/lint-imports --no-logo

gate-toml:
	@$(VENV)/bin/tombi lint --offline --quiet --error-on-warnings

gate-scripts:
	@$(LINTERS)/node_modules/.bin/biome ci --error-on-warnings
	$(VENV)/bin/node $(LINTERS)/node_modules/eslint/bin/eslint.js --config $(LINTERS)/eslint.config.js aid
	$(VENV)/bin/node $(LINTERS)/typst.js --check aid

gate-content:
	@$(PY) -m aid check

attack: $(DEV_STAMP) ## Attack a running server for some minutes, and measure what its other readers feel
	@$(PY) -m tests.attack

drill: $(DEV_STAMP) ## Restart, kill and freeze processes behind nginx under load: nobody may lose an answer
	@$(PY) -m tests.drill

kills: $(DEV_STAMP) ## Kill the process 200 times while a reader goes round: no answer may be lost or count twice
	@$(PY) -m tests.kills

image: $(DEV_STAMP) ## Build the image in a tree of Debian, and try its server (root, debootstrap)
	@$(PY) -m tests.image

bench: $(DEV_STAMP) ## Measure speed and memory beside a bare page, in 25 minutes (DATE=2026-11-22 also writes docs/bench.md, ONLY="load sheets" leaves out the rest, SOAK=30 adds 30 minutes)
	@$(PY) -m tests.bench $(if $(DATE),--date $(DATE)) $(if $(ONLY),--only $(ONLY)) $(if $(SOAK),--soak-minutes $(SOAK))

pictures: $(DEV_STAMP) ## Take the pictures of the README again, into docs/pictures
	@$(PY) -m tests.pictures

transcripts: $(DEV_STAMP) ## Write again what a screen reader finds on each screen, into tests/browser/transcripts
	@WRITE_TRANSCRIPTS=1 $(PY) -m pytest -q tests/browser/test_transcripts.py

content: $(RUN_STAMP) ## Check every content file, and list what is due for review
	@$(PY) -m aid check --due

schemas: $(RUN_STAMP) ## Write the JSON Schemas of the content files
	@$(PY) -m aid schemas

lock: $(DEV_STAMP) ## Compile requirements*.in into requirements*.txt, with the hashes of all files for all systems
	@options="--quiet --no-config --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links"
	for name in requirements requirements-dev; do
	  $(VENV)/bin/uv pip compile $$options --custom-compile-command "make lock" --output-file $$name.txt $$name.in
	done

audit: $(DEV_STAMP) ## Look for known faults of the libraries (asks a service over the network)
	@said="$$($(PY) -m pip_audit --strict --disable-pip --progress-spinner off -r requirements.txt -r requirements-dev.txt 2>&1)" && status=0 || status=$$?
	case "$$said" in
	  *"could not be audited"* | *ConnectionError* | *"Could not connect"* | *"Max retries"*)
	    echo "The package registry that is set here gives no list of known faults, so nothing was looked up. Run make audit where pypi.org can be asked." >&2
	    exit 2 ;;
	esac
	echo "$$said"
	exit $$status

sbom: $(DEV_STAMP) ## List what the app is made of, for machines, in sbom.cdx.json (CycloneDX)
	@$(VENV)/bin/cyclonedx-py requirements --output-reproducible --sv 1.6 --of JSON --output-file sbom.cdx.json requirements.txt

licences: $(DEV_STAMP) ## List the licences of what the app needs, in docs/licences.md
	@$(PY) -m tests.licences

clean: ## Remove .venv and everything else that make and the tests wrote
	@rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis test-artefacts
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
