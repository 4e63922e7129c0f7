"""The records, read once a file."""

from typing import Any

import pytest

from tests.as_of.records import Records


@pytest.fixture(scope="module")
def records(demonstration: None, django_db_blocker: Any) -> Records:
    with django_db_blocker.unblock():
        return Records.read()
