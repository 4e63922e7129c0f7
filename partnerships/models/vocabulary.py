"""The standard terms of the field, as stored and as shown.

They stand here and not inside their models because constraints name them too, and a model's
`Meta` cannot see the class around it. Each model has its own under a short name: `Milestone.Kind`.
"""

from django.db import models


class AllianceKind(models.TextChoices):
    """Kinds of partnership after the SDC Platinum joint-venture and alliance file; they combine.
    The last two are ours."""

    JOINT_VENTURE = "joint-venture", "joint venture"
    STRATEGIC_ALLIANCE = "strategic-alliance", "strategic alliance"
    LICENSING = "licensing", "licensing"
    RESEARCH_AND_DEVELOPMENT = "research-and-development", "research and development"
    MANUFACTURING = "manufacturing", "manufacturing"
    MARKETING = "marketing", "marketing or distribution"
    SUPPLY = "supply", "supply"
    OEM = "oem", "OEM"
    FUNDING = "funding", "funding"
    TECHNOLOGY_TRANSFER = "technology-transfer", "technology transfer"
    CO_DEVELOPMENT = "co-development", "co-development"
    CO_BRANDING = "co-branding", "co-branding"


class ParticipantRole(models.TextChoices):
    """What a company is in a partnership."""

    PARTNER = "partner", "partner"
    LICENSOR = "licensor", "licensor"
    LICENSEE = "licensee", "licensee"
    SUPPLIER = "supplier", "supplier"
    BRAND_LICENSOR = "brand-licensor", "brand licensor"
    TECHNOLOGY_PROVIDER = "technology-provider", "technology provider"
    PRODUCT_MAKER = "product-maker", "product maker"


class NameKind(models.TextChoices):
    """How a product came by a name; in the order in which one is preferred to another."""

    OFFICIAL = "official", "official"
    RUMOURED = "rumoured", "rumoured"
    DESCRIPTIVE = "descriptive", "descriptive"


class MilestoneKind(models.TextChoices):
    """What happened to a partnership or to a launch; “announced” fits either."""

    LETTER_OF_INTENT = "letter-of-intent", "letter of intent"
    ANNOUNCED = "announced", "announced"
    SIGNED = "signed", "signed"
    BEGAN = "began", "began"
    EXTENDED = "extended", "extended"
    RENEGOTIATED = "renegotiated", "renegotiated"
    EXPANDED = "expanded", "expanded"
    TERMINATED = "terminated", "terminated (before its time)"
    EXPIRED = "expired", "expired (as agreed)"
    ENDED = "ended", "ended"
    DELAYED = "delayed", "delayed"
    LAUNCHED = "launched", "launched"
    DISCONTINUED = "discontinued", "discontinued"
    CANCELLED = "cancelled", "cancelled"


LAUNCH_KINDS = (
    MilestoneKind.ANNOUNCED,
    MilestoneKind.DELAYED,
    MilestoneKind.LAUNCHED,
    MilestoneKind.DISCONTINUED,
    MilestoneKind.CANCELLED,
)
PARTNERSHIP_KINDS = (
    MilestoneKind.ANNOUNCED,
    *(kind for kind in MilestoneKind if kind not in LAUNCH_KINDS),
)


class ClaimCertainty(models.TextChoices):
    """How sure a claim is. Only what is stated moves a status or a date."""

    STATED = "stated", "stated"
    RUMOURED = "rumoured", "rumoured"
    DENIED = "denied", "denied"


class ClaimRank(models.TextChoices):
    """Which of several claims of one kind speaks for them."""

    PREFERRED = "preferred", "preferred"
    NORMAL = "normal", "normal"
    DEPRECATED = "deprecated", "deprecated"


class StatementKind(models.TextChoices):
    """Whose words a statement gives, and how."""

    DIRECT = "direct", "direct"
    JOINT = "joint", "joint"
    ANONYMOUS = "anonymous", "anonymous"
    DENIAL = "denial", "denial"


class EntryKind(models.TextChoices):
    """What a line of a timeline tells."""

    MILESTONE = "milestone", "milestones"
    LAUNCH = "launch", "launches"
    STATEMENT = "statement", "statements"


class SearchKind(models.TextChoices):
    """What search finds, in the order in which its page offers the kinds."""

    BRAND = "brand", "brands"
    PARTNERSHIP = "partnership", "partnerships"
    LAUNCH = "launch", "launches"
    PERSON = "person", "people"
    STATEMENT = "statement", "statements"
    MILESTONE = "milestone", "milestones"
    ARTICLE = "article", "articles"


class Basis(models.TextChoices):
    """By what is told what a launch was on a day: by all that is recorded, as today's pages are, or
    by what was known on that day."""

    RECORDED = "recorded", "all that is recorded"
    KNOWN = "known", "what was known"


class RevisionAction(models.TextChoices):
    """What a batch did to a record; a restored one is created again."""

    CREATED = "created", "created"
    CHANGED = "changed", "changed"
    DELETED = "deleted", "deleted"


class Source(models.TextChoices):
    """Through which door a batch came."""

    ADMIN = "admin", "the pages for editors"
    COMMAND = "command", "a command"
    MIGRATION = "migration", "a migration"


class SuggestionKind(models.TextChoices):
    """What the reader found."""

    PARTNERSHIP = "partnership", "partnership"
    LAUNCH = "launch", "launch"
    STATEMENT = "statement", "statement"


class SuggestionState(models.TextChoices):
    """What an editor made of a suggestion; an edited one was corrected before it was filed."""

    OPEN = "open", "open"
    ACCEPTED = "accepted", "accepted"
    EDITED = "edited", "corrected and accepted"
    REJECTED = "rejected", "rejected"


class RejectionReason(models.TextChoices):
    """Why a suggestion is rejected; what the reader is measured and mended by."""

    WRONG_TYPE = "wrong-type", "It is something else"
    WRONG_SPAN = "wrong-span", "The wrong words"
    WRONG_ARGUMENT = "wrong-argument", "The wrong company, person or product"
    NOT_ASSERTED = "not-asserted", "The article does not say so"
    DUPLICATE = "duplicate", "It is there twice"
    NOT_RELEVANT = "not-relevant", "True, but nothing for this record"
