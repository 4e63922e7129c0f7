"""Measurements, side by side in one run; only their ratios mean anything."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partnerships.settings")
# A measurement fills its database with statements that take longer than a page may.
os.environ.setdefault("DATABASE_TIMEOUTS", "off")
if "DATABASE_URL" in os.environ:
    django.setup()
