"""Every address of the site, grouped by what it shows."""

from django.urls import path

from partnerships.admin import site
from partnerships.views import (
    addresses,
    articles,
    brands,
    compare,
    embed,
    home,
    launches,
    network,
    partnerships,
    previews,
    search,
    sources,
    statements,
)

handler400 = addresses.bad_request

urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.found, name="search"),
    path("search/suggestions/", search.suggested, name="search-suggestions"),
    path("brands/", brands.brand_list, name="brand-list"),
    path("brands/<slug:slug>/", brands.brand, name="brand"),
    path("brands/<slug:slug>/embed/", embed.brand, name="brand-embed"),
    path("brands/<slug:slug>/preview.png", previews.brand, name="brand-preview"),
    path("partnerships/", partnerships.partnership_list, name="partnership-list"),
    path("partnerships/<slug:slug>/", partnerships.partnership, name="partnership"),
    path("partnerships/<slug:slug>/preview.png", previews.partnership, name="partnership-preview"),
    path("compare/", compare.compare, name="compare"),
    path("network/", network.network, name="network"),
    path("launches/", launches.launch_list, name="launch-list"),
    path("launches/<slug:slug>/", launches.launch, name="launch"),
    path("statements/", statements.statement_list, name="statement-list"),
    path("statements/<slug:public_id>/", statements.statement, name="statement"),
    path("people/", statements.people_list, name="people-list"),
    path("people/<slug:slug>/", statements.person, name="person"),
    path("sources/", sources.source_list, name="source-list"),
    path("sources/rumours/", sources.rumour_list, name="rumour-list"),
    path("sources/companies/", sources.company_list, name="promising-companies"),
    path("sources/speakers/", sources.speaker_list, name="promising-speakers"),
    path("sources/promises/", sources.promise_list, name="promise-list"),
    path("articles/", articles.article_list, name="article-list"),
    path("articles/<slug:public_id>/", articles.article, name="article"),
    path("admin/", site.addresses()),
]
