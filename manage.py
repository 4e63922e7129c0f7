#!/usr/bin/env python
"""The command line: `python manage.py help` lists what it can do."""

import os
import sys
from importlib import import_module

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partnerships.settings")
    # A command may take long (a migration, an import); only web requests are cut short.
    os.environ.setdefault("DATABASE_TIMEOUTS", "off")
    try:
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except ImproperlyConfigured as reason:
        sys.exit(f"Not started: {reason}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
