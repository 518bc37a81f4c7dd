# Two commands: `make html` builds the site, `make test` proves it. `make` alone lists all.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
sizes ?= S1
rounds ?= 3
# Shows what a step printed only when it failed.
QUIETLY := sh -c 'said=$$("$$@" 2>&1) && echo "all is well" || { echo "$$said"; exit 1; }' quietly

.DEFAULT_GOAL := help
.PHONY: help html publish serve serve-production deploy rollback watch verify check new import issue brochure profiles labels summary redirects-report pictures-report radio-audio docs bench bench-site bench-search bench-pictures bench-pages bench-print bench-serve test test-all check-pages screenshots golden format

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

html: $(VENV)/.site ## build the whole site into output/; only what changed is made anew (profile=1: where the seconds went)
	@$(BIN)/python scripts/build.py content output pelicanconf.py $(if $(profile),--profile)

publish: $(VENV)/.site ## make the site as it goes to its readers, into published/: make publish url=https://…
	@$(BIN)/python scripts/publish.py content published "$(url)"
	@$(BIN)/python scripts/record_addresses.py content

serve: $(VENV)/.site ## build, serve on http://127.0.0.1:8000, rebuild and reload after each change
	@$(BIN)/python scripts/serve.py $(port)

serve-production: $(VENV)/.site ## show published/ on http://127.0.0.1:8080 with Debian's nginx, as readers will get it
	@$(BIN)/python scripts/serve_production.py published "$(port)" "$(prefix)"

deploy: $(VENV)/.deploy ## take published/ to its host, as deploy/deploy.toml says: make deploy to=server (or to=bucket)
	@$(BIN)/python scripts/deploy.py $(or $(to),server)

rollback: $(VENV)/.site ## show again the release before, on a server of your own
	@$(BIN)/python scripts/deploy.py --rollback

verify: $(VENV)/.site ## compare output/ with its manifest and name what differs
	@$(BIN)/python scripts/verify.py output

watch: $(VENV)/.site ## hold the live site against its signed manifest: make watch site=https://…
	@$(BIN)/python scripts/verify_site.py "$(or $(site),output)"

check: $(VENV)/.site ## look for problems in content, and build nothing
	@$(BIN)/python scripts/check.py

new: $(VENV)/.site ## start a draft: make new type=news title="Tên bài"; the next issue: make new type=bulletin
	@$(BIN)/python scripts/new.py "$(type)" "$(title)" "$(quarter)"

import: $(VENV)/.site ## turn tables of facts into content files: make import from=FOLDER
	@$(BIN)/python scripts/import_facts.py "$(from)"

redirects-report: $(VENV)/.site ## list where old addresses lead, and what is wrong with them
	@$(BIN)/python scripts/redirects_report.py

# What narrows a brochure or labels: make brochure level=tỉnh group=che-bien place="Xuyên Mộc" year=2022 slugs=a,b
CHOICE = --level "$(level)" --group "$(group)" --place "$(place)" --year "$(year)" --slugs "$(slugs)"

brochure: $(VENV)/.site ## print the products as a brochure: make brochure level=tỉnh group=che-bien place="Xuyên Mộc" year=2022 slugs=a,b paper=A5
	@$(BIN)/python scripts/leaflets.py brochure $(CHOICE)$(if $(paper), --paper "$(paper)")

profiles: $(VENV)/.site ## print a profile sheet of each establishment: make profiles slugs=a,b each=1
	@$(BIN)/python scripts/leaflets.py profiles --slugs "$(slugs)"$(if $(each), --each)

labels: $(VENV)/.site ## print labels with QR codes for a fair: make labels of=establishments, or narrowed as a brochure
	@$(BIN)/python scripts/leaflets.py labels $(CHOICE)$(if $(of), --of "$(of)")

summary: $(VENV)/.site ## print plan and results of a year: make summary period=2022
	@$(BIN)/python scripts/leaflets.py summary --period "$(period)"

pictures-report: html ## say what each page ships in pictures, the heaviest first, and what could shrink
	@$(BIN)/python scripts/pictures_report.py content output

radio-audio: html ## speak a radio script into phat-thanh.wav, where espeak-ng is installed: make radio-audio of=tin-tuc/TÊN-BÀI
	@$(BIN)/python scripts/radio_audio.py output "$(of)"

docs: $(VENV)/.site ## rewrite the documents that are made from the code
	@$(BIN)/python scripts/write_docs.py

issue: $(VENV)/.site ## print one issue of the bulletin in every form, with a preview: make issue number=2026-1
	@$(BIN)/python scripts/issue.py "$(number)"

bench: $(VENV)/.site ## time this site against other generators: make bench sizes="S1 S2 S3" rounds=3
	@$(BIN)/python -m bench.run $(sizes) --rounds $(rounds)$(if $(tools), --tools $(tools))$(if $(scenarios), --scenarios $(scenarios))

bench-pictures: $(VENV)/.site ## time the making of pictures against sharp, eleventy-img, pyvips and Hugo: make bench-pictures photos=20
	@$(BIN)/python -m bench.pictures.run --photos $(or $(photos),200)

bench-print: $(VENV)/.site ## time the printing of an issue of 24 pages (cold, after an edit, unchanged), of a brochure of 374 products and of all profile sheets
	@$(BIN)/python -m bench.print
	@$(BIN)/python -m bench.leaflets

bench-site: $(VENV)/.site ## time the gate, a clean build and a second build of the real content
	@$(BIN)/python scripts/bench.py

bench-search: html $(VENV)/.test ## measure the search in a browser: bytes, time and quality, here and at 20,000 pages
	@$(BIN)/python -m bench.search output
bench-serve: $(VENV)/.test ## measure nginx with published/ beside a bare file, and weigh the site: make bench-serve rounds=5
	@$(BIN)/python -m bench.serve published --rounds $(rounds)

bench-pages: $(VENV)/.test ## weigh the finished pages and run Lighthouse on four of them; fails when a budget is broken: make bench-pages runs=3
	@$(PYTHON) scripts/setup_tests.py
	@$(BIN)/python -m bench.pages.run$(if $(runs), --runs $(runs))

# What the W3C's checker is told to pass over, as it is wrong there: resources and data blocks (JSON-LD) are nothing that
# the policy in the search page stops, see checks/safety.py; of `auto` see checks/structure.py.
WRONG = '.*((Resource|Inline script) violates Content Security Policy|value starting with .auto. is only valid for lazy-loaded images).*'

test: html $(VENV)/.test ## prove code and site; installs what the tests need
	@$(PYTHON) scripts/setup_tests.py
	@printf 'Format: '  && $(BIN)/ruff format --check
	@printf 'Lint: '    && $(BIN)/ruff check
	@printf 'Types: '   && $(BIN)/mypy
	@printf 'Imports: ' && $(QUIETLY) $(BIN)/lint-imports --no-logo
	@printf 'Site: '    && $(BIN)/python scripts/check_site.py output
	@printf 'HTML: '    && $(QUIETLY) java -jar node_modules/vnu-jar/build/dist/vnu.jar --Werror --filterpattern $(WRONG) --skip-non-html output
	@printf 'HTML again: ' && $(QUIETLY) node_modules/.bin/html-validate --max-warnings 0 --config .htmlvalidate.mjs 'output/**/*.html'
	@printf 'Pages: '   && $(BIN)/python scripts/check_pages.py output --sample
	@echo   'Tests:'    && BUILT_SITE=output $(BIN)/pytest -q -n $(WORKERS) --dist loadfile $(PYTEST)

test-all: $(VENV)/.dask ## the same with many more random examples and workers of Dask; takes longer
	@$(MAKE) --no-print-directory test PYTEST=--hypothesis-profile=thorough
	@printf 'All pages: ' && $(BIN)/python scripts/check_pages.py output

check-pages: html $(VENV)/.test ## look at every page in a browser, at three widths, light, dark, printed; writes docs/reports/
	@$(PYTHON) scripts/setup_tests.py
	@$(BIN)/python scripts/check_pages.py output --report

screenshots: html $(VENV)/.test ## take the pictures of the README anew: docs/screenshots/
	@$(PYTHON) scripts/setup_tests.py
	@$(BIN)/python scripts/screenshots.py output

golden: $(VENV)/.test ## rewrite the agreed results after a wanted change; read the difference
	@GOLDEN=write $(BIN)/pytest -q -n $(WORKERS) tests/build/test_markdown.py tests/model/test_gate.py

format: $(VENV)/.test ## lay out the code the one way
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

$(VENV)/.site: requirements.txt scripts/setup_environment.py
	@$(PYTHON) scripts/setup_environment.py $(VENV) requirements.txt
	@touch $@

$(VENV)/.dask: requirements-dask.txt $(VENV)/.site
	@$(PYTHON) scripts/setup_environment.py $(VENV) requirements-dask.txt
	@touch $@

$(VENV)/.deploy: requirements-deploy.txt $(VENV)/.site
	@$(PYTHON) scripts/setup_environment.py $(VENV) requirements-deploy.txt
	@touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.site
	@$(PYTHON) scripts/setup_environment.py $(VENV) requirements-test.txt
	@touch $@
