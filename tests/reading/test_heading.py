"""What the head and foot of an article tell: its day and who published it."""

import pytest

from partnerships.reading import read_article

BODY = "\n\nNorr AG and Vale Inc. today announced a partnership. The first model will follow.\n"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("date 2022-05-24 Norr and Vale", "2022-05-24"),
        ("Norr and Vale\n\nBERLIN, May 24, 2022 (Newsline) -", "2022-05-24"),
        ("Norr and Vale\n\nOSLO, Norway, 24 May 2022 /Newsline/ --", "2022-05-24"),
        ("Norr and Vale\n\nBy Ida Moen, 24 May 2022", "2022-05-24"),
        ("Norr and Vale\n\nPublished 2022-05-24", "2022-05-24"),
        ("Norr and Vale\n\nUpdated: 24th May 2022", "2022-05-24"),
        ("Norr and Vale\n\n24 May 2022", "2022-05-24"),
        ("Norr and Vale\n\nPress release, 24 May 2022", "2022-05-24"),
        ("Norr and Vale\n\nPublished on Tuesday, May 24, 2022", "2022-05-24"),
        ("Norr and Vale\n\nBy Ada Norr - 24 May 2022, 9:30 am", "2022-05-24"),
        ("Norr and Vale\n\nThe two met on 24 May 2022.", None),
        ("Norr and Vale\n\nOn 24 May 2022 Norr announced it.", None),
        ("Norr and Vale\n\nNorr opens in Basel on 24 May 2022\n\nIt said so.", None),
        ("Norr and Vale\n\nMay 2022", None),
        ("Norr and Vale\n\nNorr was founded in Basel, 24 May 2022, by two friends.", None),
        ("Norr and Vale\n\nBy Ida Moen, 31 February 2022", None),
    ],
)
def test_the_day_of_an_article(head: str, published: str | None) -> None:
    found = read_article(head + BODY).published
    assert (found.value if found else None) == published


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Norr and Vale\n\nBERLIN (Newsline) - Norr met Vale." + BODY, "Newsline"),
        ("Norr and Vale\n\nOSLO, May 24, 2022 /Newsline/ -- Norr met Vale." + BODY, "Newsline"),
        ("Norr and Vale" + BODY + "\nThe works are in Oslo. (NTL)\n", "NTL"),
        (
            "Norr and Vale" + BODY + "\n© 2022 The Bow Paper. All rights reserved.\n",
            "The Bow Paper",
        ),
        ("Norr and Vale" + BODY + "\nFirst published in The Bow Paper.\n", "The Bow Paper"),
        ("Norr and Vale" + BODY, None),
        ("Norr (Newsline) and Vale" + BODY, None),
    ],
)
def test_who_published_an_article(text: str, publisher: str | None) -> None:
    found = read_article(text).publisher
    assert (found.value if found else None) == publisher
    assert found is None or found.span.of(text) == publisher
