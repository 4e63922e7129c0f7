"""HTML as it is pasted becomes the text that a reader of the page sees."""

import pytest

from partnerships.markup import looks_like_html, read_page

WORDS = (
    "Norr and Vale today announced a partnership to develop a watch that goes on sale on 4 July."
)


def page(body: str) -> str:
    return f"<!doctype html><html><body><article><p>{WORDS}</p>{body}</article></body></html>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Leica &amp; Xiaomi&rsquo;s caf&eacute;</p>", "Leica & Xiaomi’s café"),
        ("<p>One<br>line</p>", "One\n\nline"),
        ("<p>A <b>bold</b> <a href='/x'>link</a> runs on.</p>", "A bold link runs on."),
        ("<div><div><p>Deep</p></div></div>", "Deep"),
        ("<ul><li>First</li><li>Second</li></ul>", "Second"),
        ("<p>100&nbsp;km</p>", "100 km"),
        ("<p>\u200fנורה\u200f</p>", "נורה"),
        ("<p>“Quoted,” she said.</p>", "“Quoted,” she said."),
    ],
)
def test_the_text_is_what_a_reader_sees(body: str, text: str) -> None:
    assert text in read_page(page(body)).text


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert('x')</script>",
        "<style>p { color: red }</style>",
        "<noscript>Turn it on</noscript>",
        "<template>Never shown</template>",
        "<!-- a remark -->",
    ],
)
def test_what_nobody_sees_is_left_out(body: str) -> None:
    assert read_page(page(body)).text.strip() == WORDS


def test_lines_may_end_in_any_way() -> None:
    source = page("<p>Second</p>").replace("</p>", "</p>\r\n")
    assert "\r" not in read_page(source).text


@pytest.mark.parametrize("text", ["", "a < b > c", "The <p> tag", "<3 lamps", f"{WORDS} </p></p>"])
def test_a_plain_text_is_none(text: str) -> None:
    assert not looks_like_html(text)


@pytest.mark.parametrize("text", ["<!DOCTYPE html><p>x", " <p>x</p>", "x</p>y</p>z</p>"])
def test_a_page_is_known(text: str) -> None:
    assert looks_like_html(text)


@pytest.mark.parametrize("text", ["<p>" * 20_000, "</p" * 50_000, "<" * 100_000, "&" * 100_000])
def test_a_hostile_page_is_answered(text: str) -> None:
    assert isinstance(read_page(text).text, str)
