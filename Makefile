# Everything runs in .venv, which is made from the hash-checked locks in requirements/; only Python and make are needed.
#   make demo    the bundled example, in the terminal
#   make test    all tests

PYTHON ?= python3
VENV := .venv
# What is measured beside is installed apart: nothing else needs it.
BENCH := .venv-bench
BIN := $(VENV)/bin
UV := $(BIN)/uv
# Labelled data for the quality floors, looked for in the folder that RASHOMON_SHARED names, by default `shared`
# beside the checkout; where it is not there, `make evals` says so and measures only the own pairs.
RASHOMON_SHARED ?= ../shared
# So many processes test: more than two processors need, since a third of the time of a test is waiting for a process,
# a browser, or a clock.
TESTING ?= 3

INSTALL := $(UV) pip install --quiet --python $(BIN)/python
PROJECT := $(INSTALL) --no-deps --no-build-isolation --editable .
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header

# The tests start hundreds of processes: what these import is compiled once and kept, whatever the caller has set.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test lint format types docs evals evals-diff pin bench lock clean

help:
	@echo 'make demo    run the bundled example'
	@echo 'make test    run the tests (PYTEST_ARGS="..." passes more to pytest)'
	@echo 'make lint    check style and format       make format  mend what can be mended by machine'
	@echo 'make types   check types (mypy, strict)   make docs    build the documentation into site/'
	@echo 'make evals   measure quality on labelled data against evals/floors.json'
	@echo 'make evals-diff BASE=COMMIT   what was won and lost against a commit (EVALS_ARGS="--only WORD --most N")'
	@echo 'make bench   measure speed and memory beside other programs (BENCH_ARGS="--only ROW --small")'
	@echo 'make pin     raise the floors to what was measured'
	@echo 'make lock    resolve requirements/*.txt anew'
	@echo 'make clean   remove .venv and everything built'

demo: $(VENV)/base.done
	$(BIN)/rashomon demo

test: $(VENV)/dev.done
	$(BIN)/pytest -n $(TESTING) $(PYTEST_ARGS)

lint: $(VENV)/dev.done
	$(BIN)/ruff check src tests evals benchmarks
	$(BIN)/ruff format --check src tests evals benchmarks

format: $(VENV)/dev.done
	$(BIN)/ruff check --fix src tests evals benchmarks
	$(BIN)/ruff format src tests evals benchmarks

types: $(VENV)/dev.done
	$(BIN)/mypy -p rashomon

docs: $(VENV)/dev.done
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

evals: $(VENV)/dev.done
	RASHOMON_SHARED=$(RASHOMON_SHARED) $(BIN)/python -m evals.run

evals-diff: $(VENV)/dev.done
	@test -n "$(BASE)" || { echo 'Name the commit to compare with, as in: make evals-diff BASE=HEAD' >&2; exit 2; }
	RASHOMON_SHARED=$(RASHOMON_SHARED) $(BIN)/python -m evals.diff $(BASE) $(EVALS_ARGS)

pin: $(VENV)/dev.done
	RASHOMON_SHARED=$(RASHOMON_SHARED) $(BIN)/python -m evals.run --pin

bench: $(BENCH)/bench.done
	RASHOMON_SHARED=$(RASHOMON_SHARED) $(BENCH)/bin/python -m benchmarks.run $(BENCH_ARGS)

lock: $(UV)
	$(COMPILE) requirements/uv.in -o requirements/uv.txt
	$(COMPILE) pyproject.toml requirements/build.in -o requirements/base.txt
	$(COMPILE) --extra cluster --extra dev --extra languages --extra mcp --extra parquet --extra postgres --extra web -c requirements/base.txt pyproject.toml requirements/build.in -o requirements/dev.txt
	$(COMPILE) --extra cluster --extra parquet -c requirements/dev.txt pyproject.toml requirements/build.in requirements/bench.in -o requirements/bench.txt

clean:
	rm -rf $(VENV) $(BENCH) site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .cache
	find src tests evals benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(UV): requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Rashomon needs Python 3.11 or later; name one with PYTHON=..., as in: make PYTHON=python3.12 $(MAKECMDGOALS)' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

$(VENV)/base.done: pyproject.toml requirements/base.txt | $(UV)
	$(INSTALL) --require-hashes -r requirements/base.txt
	$(PROJECT)
	@touch $@

$(VENV)/dev.done: pyproject.toml requirements/dev.txt | $(UV)
	$(INSTALL) --require-hashes -r requirements/dev.txt
	$(PROJECT)
	@touch $@ $(VENV)/base.done

$(BENCH)/bench.done: pyproject.toml requirements/bench.txt | $(UV)
	$(PYTHON) -m venv $(BENCH)
	$(UV) pip install --quiet --python $(BENCH)/bin/python --require-hashes -r requirements/bench.txt
	$(UV) pip install --quiet --python $(BENCH)/bin/python --no-deps --no-build-isolation --editable .
	@touch $@
