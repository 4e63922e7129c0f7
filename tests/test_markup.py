"""A page of HTML becomes the text that its readers see."""

import pytest

from partnerships.markup import looks_like_html, read_page


@pytest.mark.parametrize(
    "source",
    [
        "<!DOCTYPE html><p>Norr and Vale",
        " \n<html><body>Norr and Vale</body></html>",
        "<p>Norr and Vale</p>",
        "<div class='story'>Norr and Vale work together.</div>",
        "Norr<p>and Vale</p><p>work together.</p>",
        '<?xml version="1.0"?><html><body>Norr</body></html>',
    ],
)
def test_markup_is_known_by_its_tags(source: str) -> None:
    assert looks_like_html(source)


@pytest.mark.parametrize(
    "source",
    [
        "Norr and Vale work together.",
        "Norr closes each paragraph with <p>. Vale does not.",
        "Vale said: write </p> where it ends.",
        "Vale’s editor writes <p>one</p> for a paragraph.",
        "Sales < 5 and > 3.",
        "The tag <table> is old, said Norr.",
        "",
    ],
)
def test_a_text_that_mentions_a_tag_is_a_text(source: str) -> None:
    assert not looks_like_html(source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Norr &amp; Vale&rsquo;s &#8220;watch&#x201D;</p>", "Norr & Vale’s “watch”"),
        ("<div><section><p>One</p><div>Two</div></section>Three</div>", "One\n\nTwo\n\nThree"),
        ("<p>One<br>Two</p>", "One\n\nTwo"),
        ("<p>Norr <b>and</b> <a href='/v'>Vale</a>.</p>", "Norr and Vale."),
        ("<p>One</p><script>two()</script><style>p{}</style><p>Three</p>", "One\n\nThree"),
        ("<p>One<!-- two --></p>", "One"),
        ("<p>One\r\ntwo</p>\r\n<p>Three</p>", "One two\n\nThree"),
        ("<p>Norr&nbsp;12</p>", "Norr 12"),
        ("<p>\u200fشركة\u200f Norr</p>", "\u200fشركة\u200f Norr"),
        ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
        ("<p></p>", ""),
        ("<!-- nothing -->", ""),
    ],
)
def test_the_text_is_what_a_reader_sees(source: str, text: str) -> None:
    assert read_page(source).text == text


@pytest.mark.parametrize("source", ["<" * 100_000, "<p>" * 50_000, "<div><p " * 20_000])
def test_markup_without_end_is_read(source: str) -> None:
    assert read_page(source).text.strip("<") == ""
