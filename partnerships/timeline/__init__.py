"""The questions that cross models: what happened to whom, as known on which day.

Every outlet (page, feed, export) asks here. A day of None means "as recorded today".
"""

from partnerships.timeline.activity import Activity, most_active
from partnerships.timeline.appearances import appearances, of_words, several_times
from partnerships.timeline.articles import (
    IN_THE_RECORD,
    ArticlePage,
    ArticleQuestion,
    article_page,
    in_the_record,
    publishers,
    shown_on,
)
from partnerships.timeline.brands import BrandPage, BrandQuestion, brand_page, letter_of
from partnerships.timeline.calendar import (
    LaunchPage,
    LaunchQuestion,
    ListedLaunch,
    launch_page,
    launches_answering,
)
from partnerships.timeline.calendar_choices import LaunchChoices, launch_choices, launching
from partnerships.timeline.comparison import Comparison, Shared, comparison
from partnerships.timeline.counts import Counts, Figures, counts
from partnerships.timeline.entries import Page, Place, Question, entries, page
from partnerships.timeline.home import Home, home
from partnerships.timeline.lanes import Bar, Lane, Lanes, lanes, lanes_of
from partnerships.timeline.launches import LaunchStory, launch_story
from partnerships.timeline.lines import (
    STATEMENT_SUBJECTS,
    Cited,
    Line,
    lines,
    looked_at_on,
)
from partnerships.timeline.marks import Mark, MarkKind
from partnerships.timeline.moves import Move, moves
from partnerships.timeline.network import Network, NetworkQuestion, network
from partnerships.timeline.partnerships import (
    PartnershipPage,
    PartnershipQuestion,
    PartnershipStory,
    partners,
    partnership_page,
    partnership_story,
    partnerships,
)
from partnerships.timeline.people import PeoplePage, people_page, roles_of, speakers
from partnerships.timeline.promisers import (
    PromisePage,
    PromiseQuestion,
    PromiserPage,
    PromiserQuestion,
    promise_page,
    promiser_page,
)
from partnerships.timeline.rumour_page import RumourPage, RumourQuestion, rumour_page
from partnerships.timeline.side_by_side import Years, years
from partnerships.timeline.statement_choices import StatementChoices, statement_choices
from partnerships.timeline.statements import (
    StatementPage,
    StatementQuestion,
    statement_page,
    statements,
)
from partnerships.timeline.tallies import SourcePage, SourceQuestion, source_page

__all__ = [
    "IN_THE_RECORD",
    "STATEMENT_SUBJECTS",
    "Activity",
    "ArticlePage",
    "ArticleQuestion",
    "Bar",
    "BrandPage",
    "BrandQuestion",
    "Cited",
    "Comparison",
    "Counts",
    "Figures",
    "Home",
    "Lane",
    "Lanes",
    "LaunchChoices",
    "LaunchPage",
    "LaunchQuestion",
    "LaunchStory",
    "Line",
    "ListedLaunch",
    "Mark",
    "MarkKind",
    "Move",
    "Network",
    "NetworkQuestion",
    "Page",
    "PartnershipPage",
    "PartnershipQuestion",
    "PartnershipStory",
    "PeoplePage",
    "Place",
    "PromisePage",
    "PromiseQuestion",
    "PromiserPage",
    "PromiserQuestion",
    "Question",
    "RumourPage",
    "RumourQuestion",
    "Shared",
    "SourcePage",
    "SourceQuestion",
    "StatementChoices",
    "StatementPage",
    "StatementQuestion",
    "Years",
    "appearances",
    "article_page",
    "brand_page",
    "comparison",
    "counts",
    "entries",
    "home",
    "in_the_record",
    "lanes",
    "lanes_of",
    "launch_choices",
    "launch_page",
    "launch_story",
    "launches_answering",
    "launching",
    "letter_of",
    "lines",
    "looked_at_on",
    "most_active",
    "moves",
    "network",
    "of_words",
    "page",
    "partners",
    "partnership_page",
    "partnership_story",
    "partnerships",
    "people_page",
    "promise_page",
    "promiser_page",
    "publishers",
    "roles_of",
    "rumour_page",
    "several_times",
    "shown_on",
    "source_page",
    "speakers",
    "statement_choices",
    "statement_page",
    "statements",
    "years",
]
