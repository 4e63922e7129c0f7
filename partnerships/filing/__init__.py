"""What an article tells becomes records, through recording, each cited with its passages.

What is recorded already is found and cited once more, not made a second time. Who files, an editor
or a reader of articles, has found out before which known companies, people and products are meant.
"""

from partnerships.filing.clerk import file
from partnerships.filing.facts import (
    AlsoCalled,
    Filed,
    NamedCompany,
    NamedPerson,
    Participant,
    Passages,
    Told,
    ToldLaunch,
    ToldMilestone,
    ToldName,
    ToldParticipation,
    ToldPartnership,
    ToldStatement,
    company_of,
)
from partnerships.filing.names import companies_called, launches_called, people_called
from partnerships.filing.nearness import Form, name_forms, near

__all__ = [
    "AlsoCalled",
    "Filed",
    "Form",
    "NamedCompany",
    "NamedPerson",
    "Participant",
    "Passages",
    "Told",
    "ToldLaunch",
    "ToldMilestone",
    "ToldName",
    "ToldParticipation",
    "ToldPartnership",
    "ToldStatement",
    "companies_called",
    "company_of",
    "file",
    "launches_called",
    "name_forms",
    "near",
    "people_called",
]
