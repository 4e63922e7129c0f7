"""One-line cases of launches: a text of 2024-05-14, and what comes to market in it.

The companies are Norvex, Calida, Tessaro, Brightwell, Okumo, Halden and Mirato; all are invented,
and so are the products. An answer is the product, its status and its date, if it has one; products
are parted by “;”.
"""

COMPANIES = ("Norvex", "Calida", "Tessaro", "Brightwell", "Okumo", "Halden", "Mirato")
DAY = "2024-05-14"

FOUND = (
    (
        "It is an answer to the Norvex Watch. Norvex's own watch hits the shops on June 3.",
        "Norvex Watch announced 2024-06-03",
    ),
    (
        "The partnership with Calida, which began in 2015 with the Norvex Q, is over.",
        "Norvex Q launched 2015",
    ),
    ("The last big release, the Norvex Gen 6, dates from 2021.", "Norvex Gen 6 launched 2021"),
    (
        "The alliance was announced on 2 May, and the Norvex Ring went on sale the same day.",
        "Norvex Ring launched 2024-05-02",
    ),
    # By a verb, with the maker before it.
    ("Norvex has launched the Norvex Arc 5 today.", "Norvex Arc 5 launched 2024-05-14"),
    ("Norvex launches Arc 5 in Japan on 3 June.", "Arc 5 announced 2024-06-03"),
    ("Calida released its first perfume, Sillage, in March.", "Sillage launched 2024-03"),
    ("Norvex will introduce the Tern, a city car, next year.", "Tern announced 2025"),
    ("In 2019 Norvex brought out the Tern, a city car.", "Tern launched 2019"),
    ("Okumo is rolling out Okumo Pay, a wallet, on 1 July.", "Okumo Pay announced 2024-07-01"),
    ("Okumo rolled out its Okumo Pay service last year.", "Okumo Pay launched 2023"),
    ("Okumo started selling the Halo 2 in April.", "Halo 2 launched 2024-04"),
    (
        "Brewer Tessaro is bringing out a beer called Duskwater in June.",
        "Duskwater announced 2024-06",
    ),
    (
        "Tessaro yesterday unveiled the Corsa GT, which goes on sale in September.",
        "Corsa GT announced 2024-09",
    ),
    ("Drugmaker Halden launched the asthma drug Respivor in 2021.", "Respivor launched 2021"),
    ("Norvex began deliveries of the Arc 4 in January.", "Arc 4 launched 2024-01"),
    (
        "Norvex has opened pre-orders for the Arc 6, which ships on 20 June.",
        "Arc 6 announced 2024-06-20",
    ),
    ("Mirato put the Mirato One on sale in 2022.", "Mirato One launched 2022"),
    ("Halden took the wraps off the Halden Vela 3 on Monday.", "Halden Vela 3 announced"),
    ("On 12 March Calida premiered the film Low Tide.", "Low Tide launched 2024-03-12"),
    ("Game studio Mirato published Hollow Coast in 2020.", "Hollow Coast launched 2020"),
    ("Toy maker Okumo debuts the Pip robot this summer.", "Pip announced 2024-22"),
    # With the product before it.
    ("The Norvex Arc 5 goes on sale on 4 July.", "Norvex Arc 5 announced 2024-07-04"),
    ("The Norvex Arc 5 went on sale on Monday.", "Norvex Arc 5 launched 2024-05-13"),
    ("The Norvex Arc 5 hits shelves next month.", "Norvex Arc 5 announced 2024-06"),
    ("The Norvex Arc 5 is available from today.", "Norvex Arc 5 launched 2024-05-14"),
    (
        "The Norvex Arc 5 will be available from 1 June for 299 euros.",
        "Norvex Arc 5 announced 2024-06-01",
    ),
    ("The Norvex Arc 5 was launched in 2021.", "Norvex Arc 5 launched 2021"),
    ("The Norvex Arc 5 came out last autumn.", "Norvex Arc 5 launched 2023-23"),
    ("The Norvex Arc 5 arrives in shops this autumn.", "Norvex Arc 5 announced 2024-23"),
    ("The Norvex Arc 5 reaches customers in August.", "Norvex Arc 5 announced 2024-08"),
    ("The Norvex Arc 5 ships in October.", "Norvex Arc 5 announced 2024-10"),
    ("The Norvex Arc 5 made its debut in February.", "Norvex Arc 5 launched 2024-02"),
    ("The Norvex Arc 5 is due in the fourth quarter.", "Norvex Arc 5 announced 2024-36"),
    ("The Norvex Arc 5 is scheduled for release in November.", "Norvex Arc 5 announced 2024-11"),
    ("The Norvex Arc 5 can be pre-ordered from Friday.", "Norvex Arc 5 announced"),
    ("The Norvex Arc 5 is slated to launch in early 2025.", "Norvex Arc 5 announced 2025~"),
    ("Deliveries of the Norvex Arc 5 will begin in 2026.", "Norvex Arc 5 announced 2026"),
    ("The launch of the Norvex Arc 5 is planned for June.", "Norvex Arc 5 announced 2024-06"),
    ("Sales of the Norvex Arc 5 start on 1 June.", "Norvex Arc 5 announced 2024-06-01"),
    ("The release of the Norvex Arc 5 follows in July.", "Norvex Arc 5 announced 2024-07"),
    ("The Norvex Arc 5 has been on the market since 2018.", "Norvex Arc 5 launched 2018"),
    ("The Norvex Arc 5 takes to the rails in December.", "Norvex Arc 5 announced 2024-12"),
    (
        "The Norvex Arc 5 will be in showrooms by August.",
        "Norvex Arc 5 announced [2024-05-14..2024-08-31]",
    ),
    # In asides and relative clauses.
    (
        "The Norvex Arc 5, which launched in May 2022, has sold well.",
        "Norvex Arc 5 launched 2022-05",
    ),
    ("The Norvex Arc 5, launched in 2022, has sold well.", "Norvex Arc 5 launched 2022"),
    (
        "The Norvex Arc 5, which Norvex launched in 2022, has sold well.",
        "Norvex Arc 5 launched 2022",
    ),
    ("The Norvex Arc 5, due out in June, costs 90 euros.", "Norvex Arc 5 announced 2024-06"),
    (
        "Sales rose thanks to the Norvex Arc 5, released in January.",
        "Norvex Arc 5 launched 2024-01",
    ),
    ("Its new van, the Norvex Hauler, arrives in 2025.", "Norvex Hauler announced 2025"),
    ("Its latest game, “Hollow Coast”, is out on 6 June.", "Hollow Coast announced 2024-06-06"),
    ("Last year's Norvex Arc 4 sold well.", "Norvex Arc 4 launched 2023"),
    (
        "The phone that Norvex launched in 2022, the Norvex Arc 5, sold well.",
        "Norvex Arc 5 launched 2022",
    ),
    ("A limited edition called Arc Nero will follow in June.", "Arc Nero announced 2024-06"),
    ("A cheaper model, dubbed Arc Uno, is out now.", "Arc Uno launched"),
    # Fruits of partnerships.
    (
        "Norvex and Calida have teamed up. The first fruit of the partnership is the Norvex Arc 5.",
        "Norvex Arc 5 launched",
    ),
    (
        "Fruits of the partnership between Norvex and Calida include the Arc 5, Arc 6 and Bow 9.",
        "Arc 5 launched;Arc 6 launched;Bow 9 launched",
    ),
    ("Norvex and Calida made the Arc 5 together in 2019.", "Arc 5 launched 2019"),
    (
        "The Arc 5 was developed jointly by Norvex and Calida and launched in 2020.",
        "Arc 5 launched 2020",
    ),
    ("Under the partnership Norvex and Calida produced the Arc 5.", "Arc 5 launched"),
    ("Norvex worked with Calida on the Arc 5 in 2017.", "Arc 5 launched 2017"),
    ("Norvex and Calida will jointly develop the Arc 7, due in 2026.", "Arc 7 announced 2026"),
    ("The partnership began in 2016 with the Arc 1.", "Arc 1 launched 2016"),
    (
        "The first product of the alliance, the Arc 5, goes on sale in June.",
        "Arc 5 announced 2024-06",
    ),
    # Without a name.
    ("Norvex and Calida will launch a foldable phone in 2025.", "foldable phone announced 2025"),
    (
        "The first jointly developed car is expected by Norvex in 2026.",
        "first jointly developed car announced 2026",
    ),
    ("A second collection will follow in autumn.", "second collection announced 2024-23"),
    ("Norvex plans to launch an electric van next year.", "electric van announced 2025"),
    ("Norvex cancelled a planned smart speaker.", "smart speaker cancelled"),
    ("Okumo is to introduce a savings account in June.", "savings account announced 2024-06"),
    # Lists.
    (
        "Norvex launched the Arc 5 and the Arc 5 Pro in April.",
        "Arc 5 launched 2024-04;Arc 5 Pro launched 2024-04",
    ),
    (
        "The Arc 5, Arc 5 Pro and Arc 5 Max go on sale on 1 June.",
        "Arc 5 announced 2024-06-01;Arc 5 Pro announced 2024-06-01;Arc 5 Max announced 2024-06-01",
    ),
    # In doubt.
    ("The Norvex Arc 9 is rumoured to launch in September.", "Norvex Arc 9 rumoured 2024-09"),
    ("The Norvex Arc 9 could arrive as early as August.", "Norvex Arc 9 rumoured 2024-08"),
    (
        "According to a leaker, Norvex will launch the Norvex Arc 9 in August.",
        "Norvex Arc 9 rumoured 2024-08",
    ),
    (
        "Norvex reportedly plans to unveil the Norvex Arc 9 in August.",
        "Norvex Arc 9 rumoured 2024-08",
    ),
    ("Everything points to the new Norvex Arc 9.", "Norvex Arc 9 rumoured"),
    (
        "Sources say that Norvex is preparing the Norvex Arc 9 for 2025.",
        "Norvex Arc 9 rumoured 2025",
    ),
    ("A leak shows the Norvex Arc 9, which might be called differently.", "Norvex Arc 9 rumoured"),
    # Later, or never.
    ("Norvex has delayed the Arc 5 until October.", "Arc 5 delayed 2024-10"),
    ("The Arc 5 has been pushed back from June to September.", "Arc 5 delayed 2024-09"),
    ("The launch of the Arc 5 has been postponed to 2025.", "Arc 5 delayed 2025"),
    ("The Arc 5 will come in November instead of June.", "Arc 5 delayed 2024-11"),
    ("Norvex has scrapped the Arc 5.", "Arc 5 cancelled"),
    ("The Arc 5 was supposed to launch in June but has been cancelled.", "Arc 5 cancelled"),
    ("Norvex pulled the plug on the Arc 5.", "Arc 5 cancelled"),
    # Told in two sentences.
    (
        "The new chip is called Halden X7. It will be available in June.",
        "Halden X7 announced 2024-06",
    ),
    (
        "Norvex showed the Norvex Arc 5 at a fair. The phone goes on sale in June.",
        "Norvex Arc 5 announced 2024-06",
    ),
    (
        "Norvex has built the Norvex Arc 5 with Calida. It went on sale on Monday.",
        "Norvex Arc 5 launched 2024-05-13",
    ),
    ("Meet the Norvex Arc 5. It ships in July.", "Norvex Arc 5 announced 2024-07"),
)

# What comes to market in none of them.
NOT_FOUND = (
    "Norvex is painted in Viva Magenta, the Color of the Year 2023, and worked with Calida on it.",
    "A batch was raffled among members of the Norvex Creators Club this May.",
    'It will not carry the "Swiss Made" label, he added.',
    "The Gulf carrier started in 2019.",
    "Norvex has launched a search for a new chief executive.",
    "Norvex launched an attack on its rival Calida.",
    "Norvex released its figures for the third quarter on Tuesday.",
    "Norvex released a statement on Monday.",
    "The company will introduce short-time work in June.",
    "Norvex presented its results in Geneva.",
    "Norvex announced a partnership with Calida on Monday.",
    "Norvex showed a profit of 20 million euros.",
    "Norvex opened a plant in Poland in 2019.",
    "The Norvex works in Basel are for sale.",
    "Norvex shares came out ahead in early trading.",
    "Calida cancelled a meeting in Geneva.",
    "The train from Basel was delayed by an hour.",
    "Norvex delayed the publication of its accounts.",
    "Norvex has scrapped its dividend.",
    "The chief executive will arrive in Tokyo on Friday.",
    "Norvex plans to hire 300 engineers in 2025.",
    "Norvex is due in court on 4 June.",
    "The rent of the plant is due in July.",
    "Norvex was founded in 1998 and employs 4,000 people.",
    "Norvex and Calida have worked together since 2016.",
    "Norvex entered the Japanese market in 2015.",
    "Tessaro introduced its new chairman on Monday.",
    "The bank issued a warning in March.",
    "Norvex dropped out of the race in 2020.",
    "Norvex will follow the advice of its lawyers.",
    "Norvex's laptops and tablets sell well.",
    "Norvex supplies Calida with batteries.",
    "The screen of the Arc 5 measures six inches.",
    "The two companies made a profit together.",
    "Norvex unveiled a statue of its founder in Basel.",
    "Norvex bought Calida in 2021 for two billion dollars.",
    "It rained when the minister came out of the building.",
    "The fair opens in Hanover on 3 June.",
    "Her novel approach came first in a contest.",
    "The plant goes live with a new system.",
    "Norvex released him from his contract in April.",
    "Calida is available for comment on Friday.",
    "Norvex expects sales of 3 billion euros in 2025.",
    "A court in Munich is expected to decide in July.",
    "They made it to the finals in 2019.",
    "Norvex shipped 4 million phones in the first quarter.",
    "The ship arrived in Hamburg on Tuesday.",
)
