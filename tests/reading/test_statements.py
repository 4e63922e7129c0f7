"""Who says what, in short cases; and marks of every shape are read alike."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from partnerships.reading import read_article
from partnerships.reading.quotes import find_quotes
from partnerships.reading.text import find_blocks, shadow_of
from tests.reading.name_cases import PEOPLE, SPEECHES
from tests.reading.statement_cases import ANSWERS, INTERVIEWS, NOT_SAID, SAID, WORDS

DAY = "2024-05-01"
MARKS = ["“ ”", '" "', '"" ""', "« »", "„ “", "” ”", "“ “", "‘ ’", "'' ''", "«\u00a0 \u00a0»"]


def speakers(text: str) -> list[str | None]:
    reading = read_article(text, DAY)
    return [each.speaker.value if each.speaker else None for each in reading.statements]


@pytest.mark.parametrize(("text", "speaker"), SAID)
def test_the_speaker_is_found(text: str, speaker: str) -> None:
    assert speakers(text.replace("{Q}", WORDS))[-1] == speaker


@pytest.mark.parametrize("text", NOT_SAID)
def test_words_that_nobody_says_are_no_statement(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_of_any_name_can_speak(name: str) -> None:
    found = [speakers(each.format(n=name, q=WORDS))[-1] for each in SPEECHES]
    assert [(each or "").split()[-1:] for each in found] == [name.split()[-1:]] * len(SPEECHES)


def marked(opening: str, closing: str) -> Callable[[str], str]:
    """The text with these marks in the place of its own."""

    def change(text: str) -> str:
        shadow, pieces, place = shadow_of(text), [], 0
        for each in find_quotes(text, shadow, find_blocks(shadow)):
            inside = each.span.of(text)
            end = closing if each.closed else ""
            pieces += [text[place : each.outer.start], opening, inside, end]
            place = each.outer.end
        return "".join([*pieces, text[place:]])

    return change


@pytest.mark.parametrize("marks", MARKS)
def test_marks_of_every_shape_are_read_alike(marks: str) -> None:
    opening, _, closing = marks.partition(" ")
    change = marked(opening, closing)
    for path in sorted((Path(__file__).parent / "annotated").glob("*.txt")):
        text = path.read_bytes().decode()
        day = json.loads(path.with_suffix(".json").read_text())["published"]
        plain, other = read_article(change(text), day), read_article(marked("“", "”")(text), day)
        assert [spoken(each, plain.text) for each in plain.statements] == [
            spoken(each, other.text) for each in other.statements
        ], path.stem


def spoken(statement: object, text: str) -> tuple[list[str], str | None]:
    segments = [each.of(text) for each in statement.segments]  # type: ignore[attr-defined]
    speaker = statement.speaker  # type: ignore[attr-defined]
    return segments, speaker.value if speaker else None


@pytest.mark.parametrize("change", ["\r\n", "  \n"])
def test_line_ends_of_every_kind_are_read_alike(change: str) -> None:
    text = f"Ada Norr is CEO of Norr.\n\n“{WORDS},” she said.\n\n"
    text += f"According to the Norr statement:\n\n{WORDS}."
    assert speakers(text.replace("\n", change)) == speakers(text) == ["Ada Norr", "Norr"]


def test_the_people_of_a_text_have_roles_and_companies() -> None:
    text = (
        "Ada Norr, CEO of Vale AG, opened the shop. Vale makes lamps. “It works,” said Norr. "
        "Tim Lund was there."
    )
    found = [
        (
            each.name.value,
            [form.of(text) for form in each.forms],
            each.role.value if each.role else None,
            each.company.value if each.company else None,
        )
        for each in read_article(text, DAY).people
    ]
    assert found == [
        ("Ada Norr", ["Ada Norr", "Norr"], "CEO", "Vale"),
        ("Tim Lund", ["Tim Lund"], None, None),
    ]


@pytest.mark.parametrize("text", INTERVIEWS)
def test_each_answer_of_an_interview_is_a_statement(text: str) -> None:
    filled = text
    for number, answer in enumerate(ANSWERS, 1):
        filled = filled.replace(f"{{{number}}}", answer)
    found = read_article(filled, DAY).statements
    said = [(each.speaker.value, each.segments[0].of(filled)) for each in found if each.speaker]
    assert said == [("Griet Vanderhaeg", answer) for answer in ANSWERS]
