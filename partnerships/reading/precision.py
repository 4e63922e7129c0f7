"""How often each rule was right, measured on the annotated articles; a test measures it anew."""

CERTAIN = 0.95  # of its findings a rule must have had right, with all details
FEWEST = 5  # findings, below which a rule is not known well enough

# By rule: how many of its findings were right, and how many it made.
MEASURED: dict[str, tuple[int, int]] = {
    "A and B are partners": (4, 6),
    "A and B bring it out": (13, 16),
    "A and B part ways": (5, 7),
    "A and B sign a noun": (45, 61),
    "A and B work together": (36, 46),
    "A teams up with B": (67, 92),
    "A x B": (4, 7),
    "A's noun with B": (40, 52),
    "B is the partner of A": (2, 2),
    "B, with which A cooperates": (3, 4),
    "already sold": (0, 3),
    "another with C": (5, 7),
    "block without marks": (76, 78),
    "cancelled": (27, 35),
    "delayed": (22, 27),
    "due on a day": (21, 33),
    "fruit of a partnership": (17, 37),
    "goes on sale": (217, 258),
    "in collaboration with B": (3, 5),
    "its partner B": (0, 3),
    "its partners include B": (3, 3),
    "launched by a verb": (66, 76),
    "made together": (14, 30),
    "made together with B": (23, 36),
    "noun between A and B": (6, 9),
    "noun that A and B announced": (8, 10),
    "noun with B": (58, 82),
    "paragraph of its own": (12, 15),
    "quotation without a clear speaker": (1, 12),
    "said by somebody near the quotation": (339, 361),
    "shown": (7, 15),
    "signed below": (8, 9),
    "tuned by B": (2, 4),
    "under licence": (13, 19),
    "with B, A makes": (8, 9),
}


def precision_of(rule: str) -> float | None:
    """The share of its findings that was right; None for a rule that never found anything."""
    right, made = MEASURED.get(rule, (0, 0))
    return right / made if made else None


def is_certain(rule: str) -> bool:
    """Whether what it finds may be accepted without a look at each."""
    right, made = MEASURED.get(rule, (0, 0))
    return made >= FEWEST and right >= CERTAIN * made
