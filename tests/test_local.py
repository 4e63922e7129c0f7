"""Secrets of one installation: made once, for its owner alone."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest

from partnerships import local


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(local, "DIRECTORY", tmp_path / "kept")
    return tmp_path / "kept"


@pytest.fixture
def numbers() -> Iterator[str]:
    return map(str, count(1))


def test_a_secret_is_made_once(numbers: Iterator[str]) -> None:
    assert [local.secret("name", lambda: next(numbers)) for _ in range(3)] == ["1", "1", "1"]


def test_only_its_owner_can_read_a_secret(directory: Path) -> None:
    local.secret("name", lambda: "text")
    assert (directory.stat().st_mode & 0o777, (directory / "name").stat().st_mode & 0o777) == (
        0o700,
        0o600,
    )


def test_all_who_start_at_the_same_moment_get_the_same_secret(numbers: Iterator[str]) -> None:
    with ThreadPoolExecutor(8) as pool:
        secrets = list(pool.map(lambda _: local.secret("name", lambda: next(numbers)), range(64)))
    assert len(set(secrets)) == 1


def test_no_draft_is_left_behind(directory: Path, numbers: Iterator[str]) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: local.secret("name", lambda: next(numbers)), range(64)))
    assert [file.name for file in directory.iterdir()] == ["name"]
