"""How often each rule was right, measured on the annotated articles; a test measures it anew."""

CERTAIN = 0.95  # of its findings a rule must have had right, with all details
FEWEST = 5  # findings, below which a rule is not known well enough

# By rule: how many of its findings were right, and how many it made.
MEASURED: dict[str, tuple[int, int]] = {
    "A and B are partners": (4, 6),
    "A and B bring it out": (6, 7),
    "A and B part ways": (5, 9),
    "A and B sign a noun": (70, 85),
    "A and B work together": (40, 54),
    "A talks with B about it": (2, 2),
    "A teams up with B": (90, 120),
    "A x B": (5, 8),
    "A's noun with B": (57, 70),
    "B is the partner of A": (4, 4),
    "B, with which A cooperates": (4, 5),
    "already sold": (0, 3),
    "another with C": (5, 9),
    "block without marks": (81, 83),
    "cancelled": (37, 47),
    "delayed": (31, 37),
    "due on a day": (30, 43),
    "fruit of a partnership": (17, 41),
    "goes on sale": (263, 315),
    "in collaboration with B": (5, 7),
    "its partner B": (0, 3),
    "its partners include B": (3, 3),
    "launched by a verb": (82, 96),
    "made together": (18, 34),
    "made together with B": (32, 45),
    "noun between A and B": (6, 9),
    "noun that A and B announced": (8, 12),
    "noun with B": (80, 108),
    "paragraph of its own": (12, 15),
    "quotation without a clear speaker": (1, 13),
    "said by somebody near the quotation": (410, 436),
    "shown": (12, 22),
    "signed below": (8, 9),
    "tuned by B": (2, 4),
    "under licence": (12, 19),
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
