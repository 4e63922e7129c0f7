"""How often each rule was right, measured on the annotated articles; a test measures it anew."""

CERTAIN = 0.95  # of its findings a rule must have had right, with all details
FEWEST = 5  # findings, below which a rule is not known well enough

# By rule: how many of its findings were right, and how many it made.
MEASURED: dict[str, tuple[int, int]] = {
    "A and B part ways": (2, 5),
    "A and B sign a noun": (9, 17),
    "A and B work together": (6, 11),
    "A teams up with B": (18, 28),
    "A x B": (1, 1),
    "A's noun with B": (7, 15),
    "B, with which A cooperates": (1, 1),
    "another with C": (1, 2),
    "block under a line that names its speaker": (12, 12),
    "cancelled": (4, 11),
    "delayed": (0, 3),
    "due on a day": (3, 7),
    "fruit of a partnership": (3, 6),
    "goes on after an attributed quotation": (0, 1),
    "goes on sale": (35, 61),
    "in collaboration with B": (2, 5),
    "its partner B": (0, 1),
    "its partners include B": (2, 4),
    "launched by a verb": (8, 21),
    "made together": (1, 6),
    "made together with B": (6, 10),
    "noun between A and B": (0, 1),
    "noun that A and B announced": (4, 6),
    "noun with B": (11, 20),
    "quotation without a clear speaker": (0, 30),
    "said by somebody near the quotation": (99, 118),
    "shown": (3, 9),
    "tuned by B": (0, 1),
    "under licence": (5, 7),
    "with B, A makes": (2, 4),
}


def precision_of(rule: str) -> float | None:
    """The share of its findings that was right; None for a rule that never found anything."""
    right, made = MEASURED.get(rule, (0, 0))
    return right / made if made else None


def is_certain(rule: str) -> bool:
    """Whether what it finds may be accepted without a look at each."""
    right, made = MEASURED.get(rule, (0, 0))
    return made >= FEWEST and right >= CERTAIN * made
