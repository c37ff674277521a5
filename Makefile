# Everything that a person or a machine does with this checkout. `make` alone says what.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export QT_LOGGING_RULES ?= qt.qpa.plugin=false

.PHONY: help setup setup-run setup-tests run test soak check bench screenshots lock words clean

help:
	@echo "make run          open the window (sets everything up first)"
	@echo "make test         run the tests (sets everything up first), under five minutes"
	@echo "make check        ruff and mypy --strict"
	@echo "make soak         the long tests"
	@echo "make bench        speed, as ratios in one run"
	@echo "make screenshots  each page as PNG, into screenshots/"
	@echo "make lock         write the locked requirements anew"
	@echo "make words        write the catalogue of the interface's sentences anew"

setup: setup-tests

# What running needs, and what working on it needs, each locked with hashes.
$(VENV)/.run: requirements/run.txt tools/setup-python
	@tools/setup-python $(PYTHON) $(VENV) requirements/run.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt tools/setup-python
	@tools/setup-python $(PYTHON) $(VENV) requirements/dev.txt
	@touch $(VENV)/.run $@

setup-run:
	@tools/system-libraries
	@test -e $(VENV)/.dev || $(MAKE) -s $(VENV)/.run

setup-tests:
	@tools/system-libraries --tests
	@$(MAKE) -s $(VENV)/.dev

# Compiled once, so that the first start is as quick as the second.
run: setup-run
	@$(BIN)/python -m compileall -q trainer
	@$(BIN)/python main.py $(ARGS)

test: setup-tests
	@tools/test -m "not soak" $(ARGS)

soak: setup-tests
	@tools/test -m soak $(ARGS)

check: setup-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup-tests
	@$(BIN)/python -m tests.bench $(ARGS)

screenshots: setup-tests
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots $(ARGS)

lock: setup-tests
	@tools/lock $(BIN)

words: setup-tests
	@tools/words $(BIN)

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis screenshots
