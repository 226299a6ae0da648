# Everything a contributor runs. A machine needs Python 3.11 or later, git and make; the rest lands in .venv.

VENV := .venv
BIN := $(VENV)/bin
CORE := $(VENV)/.core
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
# Tests run on two cores; "make test PYTEST=tests/report" runs some of them, "make test SPARK=0" leaves PySpark out.
PYTEST ?= -n 2
export CHITIEU_SPARK ?= $(SPARK)
export PYTHONUTF8 := 1

# PYTHON=… names another interpreter than the first of these that is new enough.
PYTHONS := python3.13 python3.12 python3.11 python3 python
define find_python
for name in $(if $(PYTHON),'$(PYTHON)',$(PYTHONS)); do \
	if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$name; break; fi; \
done; \
if [ -z "$$python" ]; then \
	echo "chitieu needs Python 3.11 or later; found: $$($(or $(PYTHON),python3) --version 2>&1 || echo none)." >&2; \
	echo "Cần Python 3.11 trở lên. Cài xong, chạy lại; hoặc chỉ rõ: make PYTHON=/đường/dẫn/python3" >&2; \
	exit 1; \
fi; \
if ! "$$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
	echo "$$python cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv" >&2; \
	exit 1; \
fi
endef

.DEFAULT_GOAL := help
.PHONY: help setup demo test fuzz fuzz-guided mutants office check format format-check lint types floors bench bench-bulk bench-verdicts wheel constraints clean

help: ## what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

setup: $(READY) ## set up .venv (at once where nothing has changed)

$(CORE): pyproject.toml constraints.txt hatch_build.py grammar/indicator.lark
	@if ! $(BIN)/python -c '' >/dev/null 2>&1; then \
		$(find_python); \
		echo "Setting up $(VENV) with $$("$$python" --version) (about a minute) …"; \
		"$$python" -m venv --clear $(VENV) || exit 1; \
	fi
	@$(PIP) install -e . -c constraints.txt
	@$(BIN)/python -m compileall -q engine
	@touch $@

$(READY): $(CORE)
	@echo "Setting up what the tests need: databases, frames, documents (a few minutes) …"
	@$(PIP) install -e '.[dev]' -c constraints.txt
	@touch $@

demo: $(CORE) ## judge a resolution with illustrative figures
	@$(BIN)/chitieu evaluate tran-phu-2023 examples/tran-phu-2023.xlsx

test: $(READY) ## all tests, the examples in docstrings included
	@$(BIN)/python -m pytest $(PYTEST)

office: ## LibreOffice and Chromium, for the tests of documents only
	@bash .ci/office.sh

check: format-check lint types floors test ## what CI checks: format, lint, types, floors, tests

format: $(READY) ## put the code in form
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix-only -q .

format-check: $(READY)
	@$(BIN)/ruff format --check -q . || { echo "make format puts these in form:"; $(BIN)/ruff format --check .; exit 1; }

lint: $(READY)
	@$(BIN)/ruff check .

types: $(READY)
	@$(BIN)/mypy

floors: $(READY) ## imports go only down (pyproject.toml, [tool.importlinter])
	@$(BIN)/lint-imports --no-logo

# What is found is kept in .hypothesis and tried first the next time; write it down as a case of a test.
SECONDS ?= 60
fuzz: $(READY) ## whatever comes in, only our own errors come out: tried for SECONDS=60
	@end=$$(($$(date +%s) + $(SECONDS))); \
	while [ $$(date +%s) -lt $$end ]; do CHITIEU_FUZZ=1 $(BIN)/python -m pytest $(PYTEST) -x tests/fuzz || exit 1; done
	@$(MAKE) -s fuzz-guided

# Coverage-guided, where atheris installs; what it finds is written to build/fuzz, a case for tests/fuzz/corpus.
ENTRANCES := clause pair line ruleset csv json yaml workbook
fuzz-guided: $(READY) ## the same led by coverage (atheris), SECONDS=60 over all ways in
	@$(BIN)/python -c 'import atheris' 2>/dev/null || $(PIP) install -e '.[fuzz]' -c constraints.txt
	@if $(BIN)/python -c 'import atheris' 2>/dev/null; then \
		for name in $(ENTRANCES); do \
			echo "$$name:"; $(BIN)/python -m tests.fuzz.guided $$name build/fuzz/$$name -max_total_time=$$((($(SECONDS) + 7) / 8)) -verbosity=0 || exit 1; \
		done; \
	else echo "atheris has no build for this Python and system; the tests above are all there is."; fi

bench: $(READY) ## how fast the command starts, against its limits
	@$(BIN)/python benchmarks/cold_start.py --check

bench-bulk: $(READY) ## bulk evaluation beside hand-written queries, written into docs/scale.md
	@$(PIP) install -e '.[bench]' -c constraints.txt
	@$(BIN)/python benchmarks/bulk.py --rows 10000000 --spark --loops --growth --write docs/scale.md

# rule-engine asks for python-dateutil 2, the frames for a newer one; what is timed needs neither.
bench-verdicts: $(READY) ## verdicts beside bare closures, zen-engine and rule-engine, against their limits
	@$(PIP) install 'zen-engine>=2,<3' && $(PIP) install --no-deps 'rule-engine>=5,<6' || true
	@$(BIN)/python benchmarks/verdicts.py --check

mutants: $(READY) ## one mistake at a time in the semantic core, which the tests must see; MUTANTS=… for some
	@$(BIN)/python -c 'import mutmut' 2>/dev/null || $(PIP) install -e '.[mutants]' -c constraints.txt
	@$(BIN)/python .ci/mutants.py $(MUTANTS)

wheel: $(READY) ## source archive and wheel, in dist/
	@$(BIN)/python -m build --outdir dist . >/dev/null && ls dist

# Names and versions only: pip's own messages, which may tell of places, stay out.
constraints: ## take the newest versions that pyproject.toml allows into constraints.txt
	@$(PIP) install --upgrade --upgrade-strategy eager -e '.[dev]'
	@{ grep '^#' constraints.txt; $(BIN)/python -m pip list --format freeze 2>/dev/null \
		| grep -E '^[A-Za-z0-9._-]+==[0-9][^ ]*$$' | grep -vE '^(chitieu|pip|setuptools)==' | LC_ALL=C sort -f; } > constraints.new
	@mv constraints.new constraints.txt

clean: ## remove what was made
	@rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find engine tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
