"""The nouns of the domain, a file each, their history, and the derived index."""

from partnerships.models.address import FormerAddress
from partnerships.models.article import Article
from partnerships.models.calendar import CalendarEntry
from partnerships.models.citation import Citation
from partnerships.models.claim import Claim
from partnerships.models.company import Company, CompanyName, name_key
from partnerships.models.launch import ProductLaunch, ProductName
from partnerships.models.milestone import Milestone
from partnerships.models.partnership import Participation, Partnership, listing
from partnerships.models.person import Person
from partnerships.models.presence import Presence
from partnerships.models.record import Record
from partnerships.models.revision import Batch, Revision
from partnerships.models.search import NameWord, SearchEntry
from partnerships.models.statement import Statement
from partnerships.models.suggestion import Suggestion
from partnerships.models.timeline import TimelineEntry

__all__ = [
    "Article",
    "Batch",
    "CalendarEntry",
    "Citation",
    "Claim",
    "Company",
    "CompanyName",
    "FormerAddress",
    "Milestone",
    "NameWord",
    "Participation",
    "Partnership",
    "Person",
    "Presence",
    "ProductLaunch",
    "ProductName",
    "Record",
    "Revision",
    "SearchEntry",
    "Statement",
    "Suggestion",
    "TimelineEntry",
    "listing",
    "name_key",
]
