"""How often each rule was right, measured on the annotated articles; a test measures it anew."""

CERTAIN = 0.95  # of its findings a rule must have had right, with all details
FEWEST = 5  # findings, below which a rule is not known well enough

# By rule: how many of its findings were right, and how many it made.
MEASURED: dict[str, tuple[int, int]] = {
    "A and B are partners": (2, 4),
    "A and B part ways": (4, 6),
    "A and B sign a noun": (40, 54),
    "A and B work together": (27, 35),
    "A teams up with B": (50, 68),
    "A x B": (2, 5),
    "A's noun with B": (23, 33),
    "B is the partner of A": (1, 1),
    "B, with which A cooperates": (3, 4),
    "already sold": (0, 1),
    "another with C": (3, 4),
    "block without marks": (57, 58),
    "cancelled": (20, 23),
    "delayed": (12, 16),
    "due on a day": (16, 26),
    "fruit of a partnership": (15, 30),
    "goes on sale": (175, 212),
    "in collaboration with B": (3, 5),
    "its partner B": (1, 3),
    "its partners include B": (3, 3),
    "launched by a verb": (50, 58),
    "made together": (12, 29),
    "made together with B": (16, 24),
    "noun between A and B": (4, 7),
    "noun that A and B announced": (7, 7),
    "noun with B": (36, 51),
    "paragraph of its own": (11, 14),
    "quotation without a clear speaker": (1, 10),
    "said by somebody near the quotation": (284, 302),
    "shown": (7, 12),
    "signed below": (8, 9),
    "tuned by B": (2, 3),
    "under licence": (11, 14),
    "with B, A makes": (8, 8),
}


def precision_of(rule: str) -> float | None:
    """The share of its findings that was right; None for a rule that never found anything."""
    right, made = MEASURED.get(rule, (0, 0))
    return right / made if made else None


def is_certain(rule: str) -> bool:
    """Whether what it finds may be accepted without a look at each."""
    right, made = MEASURED.get(rule, (0, 0))
    return made >= FEWEST and right >= CERTAIN * made
