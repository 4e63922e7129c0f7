# make run   the demonstration on http://127.0.0.1:8000/ (PORT=… for another port)
# make test  all tests on SQLite and on PostgreSQL (ARGS=… goes to pytest)
# make lint  everything that can be checked without running
# make bench  what reading an article costs (that alone: ARGS=reading), and what a page and a search
#             cost with few entries and with a million, on both databases
# make screenshots  the pictures in docs/
# make format, make lock

PYTHON ?= python3
PORT ?= 8000
ARGS ?=

BIN = .venv/bin
INSTALL = $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile pyproject.toml --quiet \
	--universal --python-version 3.11 --generate-hashes --upgrade
PRODUCTION = HTTPS=on ALLOWED_HOSTS=partnerships.example \
	SECRET_KEY=$$($(BIN)/python -c "import secrets; print(secrets.token_urlsafe(50))")

.PHONY: run test lint bench screenshots format lock

run: .venv/runtime
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py collectstatic --no-input --verbosity 0
	@$(BIN)/python manage.py prepare_demonstration
	@echo "Partnerships: http://127.0.0.1:$(PORT)/  Editing: http://127.0.0.1:$(PORT)/admin/  (Ctrl-C stops)"
	@DEBUG=off SITE_ADDRESS=http://127.0.0.1:$(PORT) exec $(BIN)/gunicorn partnerships.wsgi --bind 127.0.0.1:$(PORT) --worker-class gthread \
		--workers 2 --threads 4 --log-level warning --no-control-socket

test: .venv/dev
	@$(BIN)/python -m tests $(ARGS)

lint: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING

bench: .venv/dev
	@$(BIN)/python -m bench $(ARGS)

screenshots: .venv/dev
	@$(BIN)/python -m docs.screenshots

format: .venv/dev
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

lock: .venv/dev
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --group dev --output-file requirements-dev.txt

.venv/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv module is missing (on Debian: apt-get install python3-venv)" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/runtime: requirements.txt .venv/created
	@echo "Installing what the application needs (once)"
	@$(INSTALL) requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/created
	@echo "Installing what the tests need (once)"
	@$(INSTALL) requirements-dev.txt
	@touch $@ .venv/runtime
