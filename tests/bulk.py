"""A fixture as large as asked: partnerships of many companies, with claims that articles state."""

from typing import Any


def bulk_rows(number: int) -> list[dict[str, Any]]:
    """At least `number` rows, in an order in which each refers to what came before it."""
    rows: list[dict[str, Any]] = []
    count = 0
    while len(rows) < number:
        rows += _group(count)
        count += 1
    return rows


def _group(count: int) -> list[dict[str, Any]]:
    """Two companies, what they did together, the article that says so, and some people and
    articles beside them: 40 rows."""
    names = [f"maker-{count}-{letter}" for letter in "ab"]
    pair, article = f"pair-{count}", _public_id("a", count, 0)
    rows = [_row("company", name=f"Maker {name}", slug=name) for name in names]
    rows.append(
        _row("article", public_id=article, title=f"Article {count}", published="2020-05-24")
    )
    rows.append(_row("partnership", slug=pair, kinds="supply"))
    for number, name in enumerate(names):
        participation = _public_id("p", count, number)
        rows.append(
            _row("participation", public_id=participation, partnership=[pair], company=[name])
        )
        rows.append(_cited(article, "participation", participation, _public_id("c", count, number)))
    for number in range(8):
        milestone = _public_id("m", count, number)
        rows.append(
            _row(
                "milestone",
                public_id=milestone,
                partnership=[pair],
                kind="expanded",
                occurred=f"20{number + 4:02}-0{number % 9 + 1}",
            )
        )
        rows.append(_cited(article, "milestone", milestone, _public_id("d", count, number)))
    for number in range(16):
        slug = f"person-{count}-{number}"
        rows.append(_row("person", name=f"Person {count} {number}", slug=slug))
    return rows


def _cited(article: str, claim: str, key: str, public_id: str) -> dict[str, Any]:
    return _row("citation", public_id=public_id, article=[article], **{claim: [key]})


def _row(model: str, /, **fields: Any) -> dict[str, Any]:
    return {"model": f"partnerships.{model}", "fields": fields}


def _public_id(letter: str, count: int, number: int) -> str:
    return f"{letter}{count:07}{number:04}"
