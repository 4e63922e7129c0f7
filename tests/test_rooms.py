"""The house keeps its order: a room imports only rooms above it, and only recording writes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "partnerships"

# From the ground up: each room with the rooms it may import. `middleware` and `settings` stand
# outside; Django loads them by name.
ORDER = {
    "local": set(),
    "settings": {"local"},
    "middleware": set(),
    "apps": set(),
    "dates": set(),
    "reading": {"dates"},
    "pictures": {"dates"},
    "markup": set(),
    "models": {"dates"},
    "standing": {"dates", "models"},
    "phases": {"dates", "models", "standing"},
    "quoting": set(),
    "derivation": {"models", "phases", "quoting"},
    "timeline": {"dates", "models", "standing", "phases", "quoting"},
    "search": {"models", "timeline"},
    "passages": {"models"},
    "history": {"dates", "models"},
    "recording": {"dates", "models", "derivation", "search"},
    "reverting": {"models", "history", "recording"},
    "merging": {"models", "recording"},
    "filing": {"models", "recording"},
    "reviewing": {"dates", "reading", "models", "history", "recording", "reverting", "filing"},
    "forms": {"dates", "models", "standing"},
    "publishing": {"models"},
    "views": {"dates", "models", "standing", "timeline", "search", "passages", "forms"}
    | {"history", "pictures"},
    "admin": {"dates", "models", "standing", "timeline", "passages", "recording", "forms"}
    | {"history", "reverting", "merging", "filing", "reviewing", "reading", "markup"},
    "templatetags": {"dates", "models", "standing", "search"},
    "demonstration": {"dates"},
    "scoring": set(),
    "management": {"dates", "reading", "local", "models", "derivation", "search", "history"}
    | {"recording", "reviewing", "publishing", "demonstration", "scoring"},
    "migrations": {"models", "phases", "quoting", "search"},
    "urls": {"views", "admin"},
    "wsgi": set(),
}
WITHOUT_DJANGO = [
    "dates",
    "reading",
    "quoting",
    "pictures",
    "markup",
    "local",
    "demonstration",
    "scoring",
]
# What writes, by the names of Django's methods. `set` and `add` of relations are caught by the
# guard in conftest, which sees every statement that reaches the database.
WRITES = {
    "save",
    "asave",
    "save_base",
    "acreate",
    "adelete",
    "_raw_delete",
    "executescript",
    "create",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
    "update",
    "delete",
    "aupdate",
    "raw",
    "executemany",
}
# Accounts are no records; a form's save(commit=False) writes nothing; a revision refuses all writes
# but its first; a picture that saves itself knows no database.
MAY_WRITE = {
    "management/commands/prepare_demonstration.py",
    "models/revision.py",
    "pictures/preview.py",
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    """Each imported module, and whether the import is relative."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, False) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            yield module, node.level > 0
            if module == "partnerships":
                yield from ((f"partnerships.{alias.name}", False) for alias in node.names)


def rooms_imported(path: Path) -> set[str]:
    names = [name.split(".") for name, _ in imports(ast.parse(path.read_text()))]
    return {parts[1] for parts in names if parts[0] == "partnerships" and len(parts) > 1}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_room_imports_only_rooms_above_it(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        assert rooms_imported(path) == set()
    else:
        assert rooms_imported(path) - {room} <= ORDER[room]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_stand_at_the_top_and_are_absolute(path: Path) -> None:
    tree = ast.parse(path.read_text())
    inside = [
        node.lineno
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    relative = [name for name, is_relative in imports(tree) if is_relative]
    assert (inside, relative) == ([], [])


@pytest.mark.parametrize("room", WITHOUT_DJANGO)
def test_room_knows_no_django(room: str) -> None:
    paths = [path for path in modules() if room_of(path) == room]
    names = {
        name.split(".")[0] for path in paths for name, _ in imports(ast.parse(path.read_text()))
    }
    assert paths
    assert "django" not in names


def written_elsewhere(path: Path) -> list[str]:
    return [
        f"{path.relative_to(PACKAGE)}:{node.lineno} .{node.func.attr}()"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITES
        and not any(is_uncommitted(keyword) for keyword in node.keywords)
    ]


def is_uncommitted(keyword: ast.keyword) -> bool:
    """The `commit=False` of a form's save, which writes nothing."""
    return keyword.arg == "commit" and ast.unparse(keyword.value) == "False"


def test_only_recording_writes() -> None:
    others = [
        path
        for path in modules()
        if path.relative_to(PACKAGE).as_posix() not in MAY_WRITE
        and room_of(path) not in {"recording", "migrations"}
    ]
    assert [found for path in others for found in written_elsewhere(path)] == []


def test_the_check_sees_a_write() -> None:
    assert written_elsewhere(PACKAGE / "recording" / "writing.py") != []


def test_every_room_is_in_the_order() -> None:
    rooms = {room_of(path) for path in modules()} - {"__init__"}
    assert rooms == set(ORDER)


def test_readme_maps_every_room() -> None:
    readme = (PACKAGE.parent / "README.md").read_text()
    told = set(re.findall(r"`partnerships/(\w+)(?:/|\.py)`", readme))
    outside = {"apps", "middleware", "migrations", "urls", "wsgi"}  # where Django expects them
    assert told == set(ORDER) - outside
