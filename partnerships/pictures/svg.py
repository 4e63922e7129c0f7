"""Markup of pictures: elements with their words escaped."""

from collections.abc import Iterable
from html import escape

MIDDLE = ' text-anchor="middle"'


class Svg(str):
    """Markup that templates take as it is: every word in it is escaped."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def canvas(height: int, parts: Iterable[str]) -> Svg:
    """A picture as wide as its place and so many pixels high."""
    return Svg(f'<svg width="100%" height="{height}">{"".join(parts)}</svg>')


def link(address: str, words: str, *parts: str) -> str:
    """Shapes that lead to an address and say what they are."""
    return f'<a href="{escape(address)}"><title>{escape(words)}</title>{"".join(parts)}</a>'


def upright(look: str, x: float, top: int, bottom: int) -> str:
    """A line from top to bottom."""
    return f'<line class="{look}" x1="{x:g}%" x2="{x:g}%" y1="{top}" y2="{bottom}"/>'


def flat(look: str, left: float, right: float, y: int) -> str:
    """A line from left to right."""
    return f'<line class="{look}" x1="{left:g}%" x2="{right:g}%" y1="{y}" y2="{y}"/>'


def circle(look: str, x: float, y: int, radius: int) -> str:
    return f'<circle class="{look}" cx="{x:g}%" cy="{y}" r="{radius}"/>'


def text(words: str, x: float, y: int, look: str = "") -> str:
    """Words around a place; at either edge they stay inside, beside it."""
    anchor = ' dx="4"' if x < 4 else ' dx="-4" text-anchor="end"' if x > 96 else MIDDLE
    look = f' class="{look}"' if look else ""
    return f'<text{look} x="{x:g}%" y="{y}"{anchor}>{escape(words)}</text>'
