"""What people type, cleaned: every query parameter of a page is a field of a form."""

from partnerships.forms.exploring import CompareForm, NetworkForm, SearchForm
from partnerships.forms.fields import UNKNOWN, DayField
from partnerships.forms.filters import AsOfForm, BetweenDaysForm, ListForm, NewestFirstForm
from partnerships.forms.lists import (
    ArticleListForm,
    BrandListForm,
    LaunchListForm,
    PartnershipListForm,
    PeopleForm,
    StatementListForm,
    TimelineForm,
)
from partnerships.forms.sources import PromiseListForm, PromiserForm, RumourListForm, SourceForm

__all__ = [
    "UNKNOWN",
    "ArticleListForm",
    "AsOfForm",
    "BetweenDaysForm",
    "BrandListForm",
    "CompareForm",
    "DayField",
    "LaunchListForm",
    "ListForm",
    "NetworkForm",
    "NewestFirstForm",
    "PartnershipListForm",
    "PeopleForm",
    "PromiseListForm",
    "PromiserForm",
    "RumourListForm",
    "SearchForm",
    "SourceForm",
    "StatementListForm",
    "TimelineForm",
]
