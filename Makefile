# Two commands: `make html` builds the site, `make test` proves it. `make` alone lists all.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PELICAN := PYTHONHASHSEED=0 $(BIN)/pelican content --log-handler plain --fatal=errors

.DEFAULT_GOAL := help
.PHONY: help html publish serve check new import docs bench test format

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

html: $(VENV)/.site ## build the whole site into output/
	@$(PELICAN) -s pelicanconf.py

publish: $(VENV)/.site ## build the site as it goes to a web server
	@$(PELICAN) -s publishconf.py

serve: $(VENV)/.site ## build, serve on http://127.0.0.1:8000 and rebuild after each change
	@$(PELICAN) -s pelicanconf.py --autoreload --listen --bind 127.0.0.1

check: $(VENV)/.site ## look for problems in content, and build nothing
	@$(BIN)/python scripts/check.py

new: $(VENV)/.site ## start a draft: make new type=news title="Tên bài"
	@$(BIN)/python scripts/new.py "$(type)" "$(title)"

import: $(VENV)/.site ## turn tables of facts into content files: make import from=FOLDER
	@$(BIN)/python scripts/import_facts.py "$(from)"

docs: $(VENV)/.site ## rewrite the documents that are made from the code
	@$(BIN)/python scripts/write_docs.py

bench: $(VENV)/.site ## time the gate, a clean build and a second build
	@$(BIN)/python scripts/bench.py

$(VENV)/.site: requirements.txt scripts/setup_environment.py
	@$(PYTHON) scripts/setup_environment.py $(VENV) requirements.txt
	@touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.site
	@$(PYTHON) scripts/setup_environment.py $(VENV) requirements-test.txt
	@touch $@
