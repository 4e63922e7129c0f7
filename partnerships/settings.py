"""Settings, and the only place where the environment is read; a bad value stops the start."""

import os
import re
import secrets
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from partnerships import local

BASE_DIR = local.DIRECTORY.parent


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: str) -> bool:
    value = text(name, default)
    if value not in {"on", "off"}:
        raise ImproperlyConfigured(f'{name} is "{value}"; it must be "on" or "off".')
    return value == "on"


def time_zone(name: str, default: str) -> str:
    value = text(name, default)
    try:
        return ZoneInfo(value).key
    except (LookupError, OSError, ValueError):
        raise ImproperlyConfigured(f'{name} is "{value}", which is no known time zone.') from None


def database(name: str) -> dict[str, Any]:
    url = text(name) or f"sqlite:///{quote(str(local.path('partnerships.sqlite3')))}"
    try:
        parsed: dict[str, Any] = {**dj_database_url.parse(url)}
    except ValueError:
        parsed = {}
    # The value itself stays out of the message: it may hold a password.
    if parsed.get("ENGINE") not in DATABASE_OPTIONS or parsed["NAME"] in {"", ":memory:"}:
        raise ImproperlyConfigured(
            f"{name} must be sqlite:///file or postgresql://user:password@host/name."
        )
    options = DATABASE_OPTIONS[parsed["ENGINE"]] | parsed.get("OPTIONS", {})
    if "postgresql" in parsed["ENGINE"]:
        given = options.get("options", "")
        options["options"] = f"{POSTGRESQL_TIMEOUTS} {POSTGRESQL_PLANNING} {given}".strip()
        # Without the check every connection kept across a restart costs one failed request.
        parsed |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    return parsed | {"OPTIONS": options}


def site_address(name: str, default: str) -> str:
    value = text(name, default)
    if not re.fullmatch(r"https?://[^\s/?#@]+", value):
        raise ImproperlyConfigured(f'{name} is "{value}"; it must be as "https://example.org".')
    return value


DEBUG = flag("DEBUG", "off")
HTTPS = flag("HTTPS", "off")
SECRET_KEY = text("SECRET_KEY")
ALLOWED_HOSTS = [host.strip() for host in text("ALLOWED_HOSTS").split(",") if host.strip()]

if HTTPS:
    if DEBUG:
        raise ImproperlyConfigured("DEBUG and HTTPS are both on; DEBUG shows secrets to visitors.")
    if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5:
        raise ImproperlyConfigured("With HTTPS on, SECRET_KEY must be random, 50 letters or more.")
    if not ALLOWED_HOSTS or any("*" in host for host in ALLOWED_HOSTS):
        raise ImproperlyConfigured("With HTTPS on, ALLOWED_HOSTS must name the site, without *.")

# A fresh clone works without any environment.
SECRET_KEY = SECRET_KEY or local.secret("secret-key", lambda: secrets.token_urlsafe(50))
ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost", "[::1]"]
# Where the site stands, for addresses that are read elsewhere: a visitor's Host header could say
# anything, at least any port.
SITE_ADDRESS = site_address(
    "SITE_ADDRESS", f"{'https' if HTTPS else 'http'}://{ALLOWED_HOSTS[0].lstrip('.*')}"
)

INSTALLED_APPS = [
    # First, so that our templates and commands (loaddata) win over Django's.
    "partnerships",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_countries",
    "django_htmx",
]

MIDDLEWARE = [
    # First, so that redirects, static files and errors carry the policy too.
    "partnerships.middleware.content_security_policy",
    "partnerships.middleware.known_methods",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "partnerships.urls"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

# Database (ATOMIC_REQUESTS would make every reader of a page wait for SQLite's one write lock)
DATABASE_TIMEOUTS = flag("DATABASE_TIMEOUTS", "on")
# Seconds on SQLite, where apps.py keeps the limit; None lets a statement run as long as it needs.
SQLITE_STATEMENT_TIMEOUT = 5 if DATABASE_TIMEOUTS else None
POSTGRESQL_TIMEOUTS = (
    "-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000"
    if DATABASE_TIMEOUTS
    else ""
)
# A page's statements are short and full of expressions: compiling one before it ran took 3 to 8
# seconds where running it takes 5 milliseconds, and so ran into the time limit.
# Its own cost of a page out of order, 4, is that of a turning disk: with it whole tables are read
# for the fifty rows that a page shows.
POSTGRESQL_PLANNING = "-c jit=off -c random_page_cost=1.1"
DATABASE_OPTIONS: dict[str, dict[str, Any]] = {
    "django.db.backends.postgresql": {"connect_timeout": 3},
    "django.db.backends.sqlite3": {
        "timeout": 20,
        # A deferred transaction that reads before it writes fails at once when another writes.
        "transaction_mode": "IMMEDIATE",
        # FULL: with NORMAL the last commits may be gone after a power loss.
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;",
    },
}
DATABASES = {"default": database("DATABASE_URL")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Languages and times: the pages and the admin are in English, dates read "4 July 2022".
LANGUAGE_CODE = "en-gb"
USE_I18N = False
USE_TZ = True
TIME_ZONE = time_zone("TIME_ZONE", "UTC")

STATIC_URL = "static/"
STATIC_ROOT = local.DIRECTORY / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_AGE = 12 * 60 * 60
# An article of a million letters fits; Django's own limit of 2.5 MB would lose a long paste.
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{check}Validator"}
    for check in ("UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword")
]
# An address typed without a scheme is https, as from Django 6 on.
FORMS_URLFIELD_ASSUME_HTTPS = True

if HTTPS:
    # The front server must set X-Forwarded-Proto itself and drop the visitor's.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    # The prefix lets no other host of the domain set them.
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"

# Logs: warnings and errors to the console; of requests only those that failed on our side.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": []},
        "django.request": {"level": "ERROR"},
        # A wrong host is the visitor's mistake or a scan: answered with 400, no traceback of ours.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "gunicorn.http.wsgi": {"level": "ERROR"},  # it warns of every HEAD that Django answers
    },
}
