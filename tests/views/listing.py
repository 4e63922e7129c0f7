"""A list page as readers meet it: its rows, what leads on, and the number beside each choice."""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode

from django.test import Client

MORE = re.compile(r'<a href="(\?[^"]*after=[^"]+)" hx-get')
SELECT = re.compile(
    r'<(?:select name="(\w+)"|datalist id="(\w+)s").*?>(.*?)</(?:select|datalist)>', re.DOTALL
)
OPTION = re.compile(r'<option value="([^"]+)"[^>]*>([^<]*?) \(([\d,+]+)\)</option>')
CHIP = re.compile(r'name="(\w+)" [^>]*value="([^"]+)"[^>]*><span>(.*?) <b>([\d,+]+)</b>')


def get(client: Client, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return str(response.content.decode())


def more(page: str) -> str:
    """The query of the rows that follow."""
    [link] = MORE.findall(page)
    return str(unescape(link))


def choices(page: str, name: str) -> dict[str, tuple[str, str]]:
    """By value of each choice of a filter, the empty one left out: its words and its number."""
    return {
        value: (words, number)
        for filter_, value, words, number in _offered(page)
        if filter_ == name
    }


def numbers(page: str) -> dict[tuple[str, str], str]:
    """By filter and value: the number beside each choice."""
    return {(name, value): number for name, value, _, number in _offered(page)}


def _offered(page: str) -> list[tuple[str, str, str, str]]:
    """Filter, value, words and number of each choice of a select, a list to type from, a chip."""
    found = [
        (chosen or typed, *option)
        for chosen, typed, options in SELECT.findall(page)
        for option in OPTION.findall(options)
    ]
    return [
        (name, unescape(value), unescape(words), number)
        for name, value, words, number in found + CHIP.findall(page)
    ]


@dataclass(frozen=True)
class Listing:
    """A list by its address; `row` is a pattern that each of its rows has once, with its name."""

    path: str
    row: str

    def names(self, page: str) -> list[str]:
        return re.findall(self.row, page)

    def length(self, client: Client, filters: dict[str, str]) -> int:
        """How many rows it has, read to its end."""
        page = get(client, f"{self.path}?{urlencode(filters)}")
        found = len(self.names(page))
        while MORE.search(page):
            page = get(client, f"{self.path}{more(page)}")
            found += len(self.names(page))
        return found

    def assert_numbers_are_those_of_the_rows(
        self, client: Client, filters: dict[str, str], names: list[str], step: int = 1
    ) -> None:
        """Follow the choices of a page, all or one in `step`; `names` are its filters, some perhaps
        without a choice."""
        shown = numbers(get(client, f"{self.path}?{urlencode(filters)}"))
        assert set() < {name for name, _ in shown} <= set(names)
        followed = list(shown)[::step]
        assert {choice: shown[choice] for choice in followed} == {
            (name, value): str(self.length(client, filters | {name: value}))
            for name, value in followed
        }
