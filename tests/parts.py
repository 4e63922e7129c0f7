"""The part of a page that htmx gets, as the page itself has it."""


def in_page(part: str) -> str:
    """The part without the page's new status, its filters folded as in a page just opened."""
    rows, _, _ = part.partition('<p id="status" hx-swap-oob="innerHTML">')
    return rows.strip().replace('<details class="fold" open>', '<details class="fold">')
