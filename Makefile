# `make run` and `make test` do all set-up themselves; a second run finds it done. `make help` lists the rest.
SHELL := /bin/sh
.DELETE_ON_ERROR:
.SUFFIXES:

PYTHON ?= python3
SPEECH ?= seeds/000_049a35ec4ac63eb7.txt
BIN := .venv/bin
TRANSLATIONS := $(wildcard resources/translations/*.ts)
COMPILED := $(TRANSLATIONS:.ts=.qm)

.PHONY: help run test bench big-library fuzz lint format dist screenshots pictures translations lock clean setup system-packages

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

run: setup ## open the window on the seed speech; without a display print its outline and save a picture
	@.ci/open $(SPEECH)

test: setup ## every test, without a display
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q

bench: setup ## the speed of things, as ratios
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -s tests/benchmarks

big-library: setup ## a library of 10,000 speeches made of recombined paragraphs: build/big/library.sqlite
	@mkdir -p build/big
	$(BIN)/python -m tests.benchmarks.big_library build/big/library.sqlite

FUZZ ?= 60

fuzz: setup ## bend the sample files for FUZZ seconds (60); a file that breaks a reader becomes a test
	$(BIN)/python -m tests.fuzz.readers $(FUZZ)

lint: setup ## style, formatting, types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/basedpyright

format: setup ## put the code in the one style
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

dist: setup ## wheel and sdist into dist/, the wheel tried in an empty environment
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist .
	.ci/check-dist

screenshots: setup ## pictures of the window, in both languages and themes, into build/screenshots/
	.ci/screenshots build/screenshots

pictures: screenshots ## the picture in the READMEs anew, from those
	cp build/screenshots/zh-light-1280x800.png resources/pictures/window-light.png

LUPDATE := $(BIN)/pyside6-lupdate -silent -no-obsolete -locations none $(wildcard gui/*.py gui/*/*.py)

translations: setup ## carry the window's new sentences into the Qt Linguist files
	$(LUPDATE) -ts resources/translations/piyue_zh.ts
	$(LUPDATE) -pluralonly -ts resources/translations/piyue_en.ts

LOCK := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --upgrade \
	--custom-compile-command 'make lock'

lock: setup ## lock the newest versions of all dependencies
	$(BIN)/python -m pip install --quiet uv
	$(LOCK) --group bootstrap --output-file .ci/bootstrap.txt
	$(LOCK) pyproject.toml --group dev --output-file .ci/requirements.txt

clean: ## remove all that was made here, the environment too
	rm -rf .venv build dist .benchmarks .hypothesis .pytest_cache .ruff_cache $(COMPILED)
	find core gui tests resources -name __pycache__ -prune -exec rm -rf {} +

setup: .venv/ready $(COMPILED)

system-packages:
	@.ci/system-packages $(PYTHON)

$(BIN)/python: | system-packages
	@echo 'Setting up .venv, once: this takes a minute or two …'
	@$(PYTHON) -m venv --clear .venv

PIP_INSTALL := $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input install

.venv/ready: $(BIN)/python .ci/bootstrap.txt .ci/requirements.txt pyproject.toml | system-packages
	@$(PIP_INSTALL) --require-hashes -r .ci/bootstrap.txt
	@$(PIP_INSTALL) --require-hashes --no-build-isolation -r .ci/requirements.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

%.qm: %.ts | .venv/ready
	@$(BIN)/python resources/translations/compile.py
