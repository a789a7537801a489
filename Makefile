# `make` alone lists what there is to do. Needs Python 3.11 or later, make and git; installs the rest into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE_READY := $(VENV)/.site-ready
TEST_READY := $(VENV)/.test-ready
LIGHTHOUSE := $(VENV)/lighthouse
LIGHTHOUSE_READY := $(LIGHTHOUSE)/.ready
GOLD ?= ../shared/evaluation

# `make lock LOCK_FLAGS=--upgrade` takes the newest versions instead of keeping those that are pinned.
LOCK_FLAGS ?=
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links $(LOCK_FLAGS)
# The system's certificates, as pip and git have them, and not only those that Node brings.
NPM := NODE_USE_SYSTEM_CA=1 $(BIN)/npm --ignore-scripts --no-audit --no-fund --no-update-notifier

# npm writes down where to give to whom; a lock file names no address.
define WITHOUT_ADDRESSES
import json, pathlib
lock = pathlib.Path("requirements/package-lock.json")
pinned = json.loads(lock.read_text())
for package in pinned["packages"].values():
    package.pop("funding", None)
lock.write_text(json.dumps(pinned, indent=2, ensure_ascii=False) + "\n")
endef
export WITHOUT_ADDRESSES

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve build test check format unit browser screenshots chromium accuracy gains speed pagespeed lock clean

help: ## List these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "make %-11s %s\n", $$1, $$2}'

serve: $(SITE_READY) ## Serve the site, and again after every change
	$(BIN)/mkdocs serve

build: $(SITE_READY) ## Build the site into site/; any warning fails
	$(BIN)/mkdocs build --strict

test: check unit chromium build browser ## Run every check and test

check: $(TEST_READY) ## Check lint, format, types and import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(TEST_READY) ## Format the code and put right what lint can
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

unit: $(TEST_READY) ## Run the tests that need no browser
	$(BIN)/pytest --numprocesses auto --ignore tests/browser tests

browser: $(TEST_READY) $(LIGHTHOUSE_READY) chromium ## Run the tests that need a browser
	$(BIN)/pytest --numprocesses auto tests/browser

screenshots: $(TEST_READY) chromium build ## Take pictures of all pages into test-results/, to look at
	$(BIN)/python -m tests.browser.screenshots site test-results/screenshots

chromium: $(TEST_READY) ## Get Chromium if there is none
	$(BIN)/python -m tests.browser.chromium

accuracy: $(SITE_READY) ## Measure against gold sets that lie beside this project
	@test -f $(GOLD)/evaluate.py || { echo >&2 \
		"The gold sets are not part of this project, and there is no $(GOLD) here: nothing was measured."; exit 1; }
	$(BIN)/python $(GOLD)/evaluate.py --command "$(BIN)/briefings annotate"

gains: $(SITE_READY) ## Show what a change to the rules gains and loses on gold sets
	$(BIN)/python benchmarks/gains.py

speed: $(SITE_READY) ## Measure how fast the passes are
	$(BIN)/python benchmarks/speed.py

pagespeed: $(TEST_READY) $(LIGHTHOUSE_READY) chromium ## Measure how fast pages are
	$(BIN)/python -m benchmarks.pages

lock: $(BIN)/pip ## Pin the versions and hashes of everything in requirements/
	$(BIN)/pip install --require-hashes -r requirements/lock.txt
	$(COMPILE) pyproject.toml requirements/build.in -o requirements/site.txt
	$(COMPILE) -c requirements/site.txt pyproject.toml requirements/build.in requirements/test.in \
		-o requirements/test.txt
	$(COMPILE) -c requirements/test.txt requirements/lock.in -o requirements/lock.txt
	$(NPM) $(if $(LOCK_FLAGS),update,install) --prefix requirements --package-lock-only --omit-lockfile-registry-resolved
	$(BIN)/python -c "$$WITHOUT_ADDRESSES"

clean: ## Remove what was built and cached; .venv stays
	rm -rf site dist .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find benchmarks plugins tests -name __pycache__ -prune -exec rm -rf {} +

$(SITE_READY): requirements/site.txt pyproject.toml | $(BIN)/pip
	@echo "Installing what the site needs; the first time takes a minute."
	$(BIN)/pip install --require-hashes -r requirements/site.txt
	$(BIN)/pip install --no-deps --no-build-isolation -e .
	@touch $@

$(TEST_READY): requirements/test.txt pyproject.toml | $(BIN)/pip
	@echo "Installing what the tests need; the first time takes a minute or two."
	$(BIN)/pip install --require-hashes -r requirements/test.txt
	$(BIN)/pip install --no-deps --no-build-isolation -e .
	@touch $(SITE_READY) $@

$(LIGHTHOUSE_READY): requirements/package-lock.json | $(TEST_READY)
	@echo "Installing Lighthouse for the browser tests; the first time takes a minute."
	mkdir -p $(LIGHTHOUSE)
	cp requirements/package.json requirements/package-lock.json $(LIGHTHOUSE)
	$(NPM) ci --prefix $(LIGHTHOUSE)
	@touch $@

# Debian and Ubuntu ship venv without ensurepip: an environment made so has no pip, and has to be made anew.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo >&2 \
		"Python 3.11 or later is needed. Try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo >&2 \
		"Python's venv module is not installed. Try: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
