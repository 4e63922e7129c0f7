"""How often each rule was right, measured on the annotated articles; a test measures it anew."""

CERTAIN = 0.95  # of its findings a rule must have had right, with all details
FEWEST = 5  # findings, below which a rule is not known well enough

# By rule: how many of its findings were right, and how many it made.
MEASURED: dict[str, tuple[int, int]] = {
    "A and B are partners": (5, 7),
    "A and B bring it out": (6, 7),
    "A and B part ways": (4, 8),
    "A and B sign a noun": (59, 73),
    "A and B work together": (43, 56),
    "A talks with B about it": (2, 2),
    "A teams up with B": (95, 129),
    "A x B": (5, 8),
    "A's noun with B": (76, 98),
    "B is the partner of A": (4, 4),
    "B, with which A cooperates": (4, 6),
    "already sold": (0, 3),
    "another with C": (5, 9),
    "block without marks": (95, 98),
    "cancelled": (41, 52),
    "delayed": (33, 39),
    "due on a day": (32, 47),
    "fruit of a partnership": (17, 43),
    "goes on sale": (282, 339),
    "in collaboration with B": (6, 8),
    "its partner B": (1, 4),
    "its partners include B": (3, 3),
    "launched by a verb": (92, 107),
    "made together": (19, 36),
    "made together with B": (35, 50),
    "noun between A and B": (8, 12),
    "noun that A and B announced": (9, 13),
    "noun with B": (91, 124),
    "paragraph of its own": (13, 16),
    "quotation without a clear speaker": (1, 14),
    "said by somebody near the quotation": (435, 463),
    "shown": (12, 23),
    "signed below": (9, 10),
    "tuned by B": (2, 4),
    "under licence": (12, 20),
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
