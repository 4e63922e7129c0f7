"""How often each rule was right, measured on the annotated articles; a test measures it anew."""

CERTAIN = 0.95  # of its findings a rule must have had right, with all details
FEWEST = 5  # findings, below which a rule is not known well enough

# By rule: how many of its findings were right, and how many it made.
MEASURED: dict[str, tuple[int, int]] = {
    "A and B are partners": (4, 6),
    "A and B bring it out": (6, 7),
    "A and B part ways": (5, 7),
    "A and B sign a noun": (62, 77),
    "A and B work together": (37, 49),
    "A talks with B about it": (2, 2),
    "A teams up with B": (82, 107),
    "A x B": (5, 8),
    "A's noun with B": (49, 61),
    "B is the partner of A": (2, 2),
    "B, with which A cooperates": (3, 4),
    "already sold": (0, 3),
    "another with C": (5, 7),
    "block without marks": (76, 78),
    "cancelled": (32, 41),
    "delayed": (25, 30),
    "due on a day": (26, 39),
    "fruit of a partnership": (17, 44),
    "goes on sale": (237, 285),
    "in collaboration with B": (4, 6),
    "its partner B": (0, 3),
    "its partners include B": (3, 3),
    "launched by a verb": (75, 88),
    "made together": (14, 32),
    "made together with B": (23, 37),
    "noun between A and B": (6, 9),
    "noun that A and B announced": (8, 11),
    "noun with B": (75, 98),
    "paragraph of its own": (12, 15),
    "quotation without a clear speaker": (1, 13),
    "said by somebody near the quotation": (378, 401),
    "shown": (8, 18),
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
