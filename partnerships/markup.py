"""A page of HTML in, the article's text and what the page says of it out; nothing is fetched."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import islice
from typing import Any, NamedTuple

from lxml import html

TAGS = "html|head|body|main|article|section|header|div|p|h1|h2|h3|blockquote|table|ul|ol|pre"
BEGINS_A_PAGE = re.compile(
    r"\ufeff?\s{0,1000}(?:<\?xml[^<>]{0,200}>\s{0,100})?<(?:!doctype html|html|head|body)[\s>]",
    re.IGNORECASE,
)
BEGINS_WITH_A_TAG = re.compile(rf"\ufeff?\s{{0,1000}}<(?:!--|(?:{TAGS})[\s>])", re.IGNORECASE)
BLOCK_TAG = re.compile(rf"</?(?:{TAGS})(?=[\s>])", re.IGNORECASE)
FEW, SOME = 2, 4  # tags of a piece of HTML that begins with one, or that begins with words
WHOLE = re.compile(r"<(?:!doctype html|html|head|body|main|article)[\s>]", re.IGNORECASE)
# What begins on a line of its own. All else runs on, such as a link in a sentence.
BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl"),
    *("dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
    *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
}
UNSEEN = {"head", "script", "style", "template", "noscript", "svg", "iframe", "object"}
# The bytes in which a page says how it is written. Others are UTF-8, or what browsers make of
# ISO 8859-1: cp1252.
CHARSET = re.compile(
    rb"charset=[\"']?(windows-125\d|iso-8859-(?:[2-9]|1\d)|koi8-[ru]|gb2312|gbk|gb18030|big5"
    rb"|shift_jis|euc-(?:jp|kr))\b",
    re.IGNORECASE,
)
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # stands in no text of those character sets


class NoText(ValueError):
    """Bytes that are no text."""


class Page(NamedTuple):
    """The text of an article, a blank line between its paragraphs, and what its page says of it;
    empty where it says nothing. `published` is a day as ISO 8601."""

    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = ""


def decoded(content: bytes) -> str:
    """The text of a file: by its byte order mark, as UTF-8, as it declares, else as cp1252.

    Raises NoText where it is none of these.
    """
    marked = next((MARKS[mark] for mark in MARKS if content.startswith(mark)), None)
    declared = CHARSET.search(content[:4096])
    try:
        if marked:
            return content.decode(marked)
        return content.decode()
    except UnicodeDecodeError:
        charset = declared[1].decode() if declared and not marked else "cp1252"
    text = content.decode(charset, errors="replace")
    if marked or NO_TEXT.search(text):
        raise NoText("This is no text: choose a file that ends in .txt or .html.")
    return text


def looks_like_html(text: str) -> bool:
    """Whether it is a page or a part of one. A text that merely mentions a tag is none."""
    if BEGINS_A_PAGE.match(text):
        return True
    least = FEW if BEGINS_WITH_A_TAG.match(text) else SOME
    return sum(1 for _ in islice(BLOCK_TAG.finditer(text), least)) == least


def read_page(source: str) -> Page:
    """The article of a whole page; all words of a part of one, which somebody chose, and of a page
    in which no article is found."""
    tree = _tree(source)
    if tree is None:
        return Page("")
    everything = _paragraphs(_words(tree))
    html.etree.strip_elements(tree, "noscript", "template", with_tail=False)  # as nobody sees them
    language = str(tree.get("lang") or "")
    found = _extracted(tree) if WHOLE.search(source) else None
    if found is None:
        return Page(everything, language=language)
    return Page(
        text=_paragraphs(found.text or "") or everything,
        title=found.title or "",
        publisher=found.sitename or "",
        url=found.url or "",
        published=found.date or "",
        language=language,
    )


def _tree(source: str) -> Any:
    """Parsed from bytes: a text that declares its bytes' character set is refused. Half characters,
    which no bytes hold, go."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    content = source.encode(errors="ignore").replace(b"\0", b"")
    try:
        return html.document_fromstring(content, parser=parser)
    except html.etree.ParserError:  # nothing is in it
        return None


def _extracted(tree: Any) -> Any:
    """What trafilatura makes of the tree, or None. It is given no string: one that is an address
    would be fetched. Days are taken from where a page states them, and guessed from nowhere."""
    return _trafilatura().bare_extraction(
        tree,
        favor_recall=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


@cache
def _trafilatura() -> Any:
    """Loaded with the first page: it takes 0.4 s, for which every command would wait."""
    return import_module("trafilatura")


def _words(tree: Any) -> str:
    """All that a reader of the page would see, each block on a line of its own."""
    return "".join(_pieces(tree))


def _pieces(tree: Any) -> Iterator[str]:
    hidden = None  # what is being left out, with all in it
    for event, node in html.etree.iterwalk(tree, events=("start", "end")):
        line = "\n" if node.tag in BLOCKS else ""
        if event == "start" and hidden is None:
            hidden = node if node.tag in UNSEEN else None
            yield line + ("" if hidden is not None else _flat(node.text))
        elif event == "end":
            hidden = None if node is hidden else hidden
            if hidden is None:
                yield line + _flat(node.tail)


def _flat(text: str | None) -> str:
    """Line ends in a page's source are spaces to its readers."""
    return (text or "").replace("\r", " ").replace("\n", " ")


def _paragraphs(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)
