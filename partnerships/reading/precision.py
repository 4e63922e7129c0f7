"""How often each rule was right, measured on the annotated articles; a test measures it anew."""

CERTAIN = 0.95  # of its findings a rule must have had right, with all details
FEWEST = 5  # findings, below which a rule is not known well enough

# By rule: how many of its findings were right, and how many it made.
MEASURED: dict[str, tuple[int, int]] = {
    "A and B part ways": (2, 3),
    "A and B sign a noun": (18, 21),
    "A and B work together": (12, 17),
    "A teams up with B": (29, 38),
    "A x B": (2, 3),
    "A's noun with B": (14, 16),
    "B, with which A cooperates": (2, 2),
    "already sold": (0, 1),
    "another with C": (1, 2),
    "block without marks": (37, 38),
    "cancelled": (15, 15),
    "delayed": (7, 9),
    "due on a day": (9, 12),
    "fruit of a partnership": (8, 22),
    "goes on sale": (101, 126),
    "in collaboration with B": (3, 5),
    "its partner B": (0, 2),
    "its partners include B": (2, 2),
    "launched by a verb": (27, 30),
    "made together": (8, 17),
    "made together with B": (10, 15),
    "noun between A and B": (1, 1),
    "noun that A and B announced": (6, 6),
    "noun with B": (18, 24),
    "paragraph of its own": (9, 10),
    "quotation without a clear speaker": (1, 6),
    "said by somebody near the quotation": (159, 164),
    "shown": (4, 7),
    "signed below": (6, 6),
    "tuned by B": (2, 3),
    "under licence": (8, 9),
    "with B, A makes": (4, 4),
}


def precision_of(rule: str) -> float | None:
    """The share of its findings that was right; None for a rule that never found anything."""
    right, made = MEASURED.get(rule, (0, 0))
    return right / made if made else None


def is_certain(rule: str) -> bool:
    """Whether what it finds may be accepted without a look at each."""
    right, made = MEASURED.get(rule, (0, 0))
    return made >= FEWEST and right >= CERTAIN * made
