# make run      a virtual environment, the graph, its validation and a few answers
# make test     the tests
# make check    what must hold before a change lands: format, lint, types, tests, rebuild
# Paths are relative throughout, so a space in the directory's name does no harm.

PYTHON ?= python3
BIN := .venv/bin
ATT := $(BIN)/python -m att_graph

.PHONY: help run install test style types graph rules questions check compare ontology bench bench-validate bench-serve clean

help:
	@sed -n '1,3s/^# //p' Makefile

.venv/.python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "att-graph needs Python 3.11 or newer, and '$(PYTHON)' is not: try make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 2; }
	@"$(PYTHON)" -m venv .venv
	@touch $@

.venv/.run: pyproject.toml | .venv/.python
	@echo "Installing att-graph into .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[export,forms,serve]'
	@touch $@

.venv/.test: pyproject.toml | .venv/.python
	@echo "Installing att-graph and its test tools into .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@ .venv/.run

.venv/.dev: pyproject.toml | .venv/.python
	@echo "Installing att-graph and its development tools into .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,dev]'
	@touch $@ .venv/.run .venv/.test

install: .venv/.run

run: .venv/.run
	@printf '\n== Build: read the reports, write data/graph ==\n'
	@$(ATT) build
	@printf '\n== Validate: the graph against the shapes ==\n'
	@$(ATT) validate
	@printf '\n== Who took part, by region? ==\n'
	@$(ATT) ask participation-by-region
	@printf '\n== Who was elected or appointed to what? ==\n'
	@$(ATT) ask elected-and-appointed
	@printf '\n== What falls due by the end of 2026? ==\n'
	@$(ATT) ask due-by-date date=2026-12-31
	@printf '\n== What is asked of Panama, by name or as a member of a group? ==\n'
	@$(ATT) ask asked-of-actor actor=PAN
	@printf '\nNext:\n'
	@printf '  %s\n' \
	  '. .venv/bin/activate' \
	  'att-graph ask --list                       every stored question' \
	  'att-graph ask asked-of-actor actor=CHN     the same for another actor' \
	  'att-graph convert FILE                     a report of your own, as Turtle' \
	  'make test                                  the tests'

test: .venv/.test
	@$(BIN)/python -m pytest -n auto --dist worksteal

style: .venv/.dev
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .

types: .venv/.dev
	$(BIN)/python -m mypy

graph: .venv/.run
	$(ATT) build --check
	git diff --exit-code -- data/graph
	$(ATT) validate --fail-on warning
	$(ATT) validate --ontology --fail-on warning

# The pages of the rules, from the shapes, the checks and their fixtures.
rules: .venv/.run
	@$(BIN)/python scripts/rules.py

# The catalogue of questions, from their headers.
questions: .venv/.run
	@$(BIN)/python scripts/questions.py

check: .venv/.dev style types test graph

# What a change to the loaders gained and lost: against the committed graph, then row by row against
# the golden tables of facts per paragraph.
compare: .venv/.test
	@rm -rf build/compare && mkdir -p build/compare/before
	@git archive HEAD data/graph | tar -x -C build/compare/before
	@$(ATT) build --out build/compare/after >/dev/null
	@$(ATT) diff build/compare/before/data/graph build/compare/after || true
	@cp -r tests/golden build/compare/golden
	@ATT_GRAPH_GOLDEN=build/compare/golden $(BIN)/python -m pytest -q tests/test_paragraphs.py --update-golden >/dev/null
	@git diff --no-index --unified=0 --no-prefix tests/golden build/compare/golden | grep '^[-+]' || echo "No golden row differs."

# The ontology: held against its style, its pages written anew, its version against the last release.
ontology: .venv/.run
	@$(ATT) validate --ontology
	@$(BIN)/python scripts/glossary.py
	@$(BIN)/python scripts/ontology.py page || { echo "owl:versionInfo is too low: see docs/ontology-changes.md" >&2; exit 1; }

bench: .venv/.run
	@$(BIN)/python scripts/bench.py

bench-validate: .venv/.run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]' || true
	@$(BIN)/python scripts/benchvalidate.py

# 16 clients ask the service 20,000 times; no answer may fail or differ.
bench-serve: .venv/.run
	@$(BIN)/python scripts/benchserve.py

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
