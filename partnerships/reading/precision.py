"""How often each rule was right, measured on the annotated articles; a test measures it anew."""

CERTAIN = 0.95  # of its findings a rule must have had right, with all details
FEWEST = 5  # findings, below which a rule is not known well enough

# By rule: how many of its findings were right, and how many it made.
MEASURED: dict[str, tuple[int, int]] = {
    "A and B are partners": (3, 5),
    "A and B part ways": (4, 6),
    "A and B sign a noun": (46, 60),
    "A and B work together": (30, 40),
    "A teams up with B": (56, 78),
    "A x B": (4, 6),
    "A's noun with B": (30, 40),
    "B is the partner of A": (1, 1),
    "B, with which A cooperates": (3, 4),
    "already sold": (0, 2),
    "another with C": (3, 5),
    "block without marks": (71, 73),
    "cancelled": (23, 29),
    "delayed": (12, 16),
    "due on a day": (18, 29),
    "fruit of a partnership": (15, 33),
    "goes on sale": (192, 237),
    "in collaboration with B": (3, 5),
    "its partner B": (1, 3),
    "its partners include B": (3, 3),
    "launched by a verb": (54, 64),
    "made together": (14, 35),
    "made together with B": (22, 30),
    "noun between A and B": (6, 9),
    "noun that A and B announced": (10, 11),
    "noun with B": (46, 66),
    "paragraph of its own": (11, 14),
    "quotation without a clear speaker": (1, 11),
    "said by somebody near the quotation": (315, 335),
    "shown": (7, 13),
    "signed below": (8, 9),
    "tuned by B": (2, 4),
    "under licence": (12, 17),
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
