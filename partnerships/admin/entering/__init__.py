"""What an editor enters from an article: a form for each kind of fact, cited with its passage."""

from partnerships.admin.entering.cited import Cited
from partnerships.admin.entering.form import COMPANIES, EntryForm
from partnerships.admin.entering.launches import NEW, LaunchEntry, NameEntry
from partnerships.admin.entering.milestones import MilestoneEntry
from partnerships.admin.entering.partnerships import ParticipationEntry, PartnershipEntry
from partnerships.admin.entering.placing import SEGMENTS
from partnerships.admin.entering.statements import StatementEntry

__all__ = ["COMPANIES", "ENTRIES", "NEW", "SEGMENTS", "Cited", "EntryForm"]

ENTRIES: dict[str, type[EntryForm]] = {
    "partnership": PartnershipEntry,
    "milestone": MilestoneEntry,
    "launch": LaunchEntry,
    "statement": StatementEntry,
    "participation": ParticipationEntry,
    "name": NameEntry,
}
