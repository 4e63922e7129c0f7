"""The pages that a reader meets, with and without anything to show."""

from partnerships.models import Article, Statement

FLAGSHIP = "/launches/xiaomi-leica-first-flagship/"
LISTS = [
    "/brands/",
    "/partnerships/",
    "/launches/",
    "/statements/",
    "/people/",
    "/articles/",
]
PAGES = [
    "/",
    *LISTS,
    "/brands/?q=lei",
    "/search/?q=leica",
    "/search/?q=Xaomi+Lecia&kind=partnership",
    "/search/?q=nothing&as_of=2001-01-01",
    "/brands/leica/",
    "/brands/leica/?as_of=2022-05-24",
    "/brands/leica/?kind=statement&as_of=2001-01-01",  # nothing
    "/brands/leica/?certainty=rumoured&from=2015-01-01",
    "/compare/",
    "/compare/?brand=leica&brand=zeiss",
    "/compare/?brand=xiaomi&brand=huawei&as_of=2022-05-24",
    "/network/",
    "/network/?brand=leica&year=2016",
    "/network/?year=1850",  # nothing
    "/partnerships/xiaomi-leica/",
    "/partnerships/?status=ended",
    "/partnerships/xiaomi-leica/?as_of=2001-01-01",  # not known
    "/launches/?as_of=2022-06-20",  # something lies ahead
    "/launches/?month=2022-07&outcome=kept-on-time",
    FLAGSHIP,
    f"{FLAGSHIP}?as_of=2022-05-25",
    "/launches/samsung-galaxy-s22-with-olympus-branding/",
    "/people/matthias-harsch/",
    "/statements/?role=CEO&partnership=xiaomi-leica",
    "/sources/",
    "/sources/?order=name&as_of=2022-06-01",
    "/sources/companies/",
    "/sources/speakers/",  # nobody
    "/sources/rumours/?publisher=GSMArena",
    "/sources/promises/?company=xiaomi&outcome=kept-late",
]
ERRORS = ["/nothing/", "/brands/leica/?kind=wedding"]


def every_page() -> list[str]:
    text = Article.objects.exclude(text="").get()
    address = Article.objects.filter(text="").exclude(url="").first()
    said = Statement.objects.get(speaker__slug="matthias-harsch")
    assert address is not None
    return [*PAGES, *(each.get_absolute_url() for each in (text, address, said))]
