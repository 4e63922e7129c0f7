"""The part of a page that htmx gets, as the page itself has it."""

import re


def in_page(part: str) -> str:
    """The part without the new title and status, its filters folded as in a page just opened."""
    part = re.sub(r"^<title>.*?</title>\n", "", part)
    rows, _, _ = part.partition('<p id="status" hx-swap-oob="innerHTML">')
    return rows.strip().replace('<details class="fold" open>', '<details class="fold">')
