"""Words beside a name that say that it is a company's, or a product's, or a place's."""

# “The chipmaker Norr”, “Norr, a chipmaker”. Of these the first are so common that an article uses
# them of anyone; the others describe one company.
_ANY_COMPANY = "company companies firm firms group groups brand brands business businesses"
ANY_COMPANY = frozenset(_ANY_COMPANY.split())
_DESCRIBED = (
    "affiliate agency airline arm automaker bakery bank behemoth biotech blue-chip bookmaker "
    "bookseller boutique brewer brewery broadcaster broker brokerage builder carmaker carrier "
    "chain channel concern chipmaker chocolatier coachbuilder confectioner conglomerate consortium consultancy "
    "contractor corporation couturier dairy designer developer distiller distillery distributor "
    "division drugmaker dyeworks enterprise factory fintech folks foundry franchise franchisee "
    "giant glassworks grocer heavyweight house incumbent innovator insurer integrator ironworks "
    "jeweler jeweller lab label laboratory lender licensee licensor major maker manufacturer "
    "marketplace mill neobank robo-adviser railways miner multinational network newcomer operator organiser organizer outfit "
    "parent people perfumer phonemaker pioneer planemaker player powerhouse producer provider "
    "publisher railroad railway refiner reseller retailer roaster scale-up shipbuilder shipyard "
    "shoemaker specialist spin-off start-up startup steelmaker studio subsidiary supermarket "
    "supplier tailor telco telecom think-tank titan tour-operator toymaker unicorn unit upstart "
    "utility vendor venture veteran vineyard watchdog watchmaker waterworks winemaker winery "
    "workshop"
)
DESCRIBED = frozenset(_DESCRIBED.split())
# “The … company” that stands for one named before.
ONE_COMPANY = (DESCRIBED | ANY_COMPANY) - frozenset(
    "companies firms groups brands businesses people folks unit division arm venture player".split()
)
MAKERS = "maker", "makers", "-builder"  # ends of nouns: “phone-maker”
_MANY = (
    "makers manufacturers giants start-ups startups lenders banks airlines carriers operators "
    "publishers studios developers brewers retailers insurers suppliers labels houses chipmakers "
    "carmakers automakers drugmakers watchmakers specialists vendors providers producers partners "
    "rivals competitors players names others peers heavyweights newcomers companies firms brands"
)
MANY = frozenset(_MANY.split())
_RIVALS = "rival rivals competitor competitors arch-rival arch-enemy challenger leader leaders peer"
RIVALS = frozenset(_RIVALS.split())
_PARTNERS = "partner partners licensee licensees licensor collaborator collaborators ally allies"
PARTNERS = frozenset(_PARTNERS.split())

ROLES = frozenset(
    (
        "ceo cto cfo coo cmo cio cpo cdo cxo chief spokesman spokeswoman spokesperson founder "
        "co-founder president chairman chairwoman boss head director manager executive engineer "
        "engineers designer designers employee employees staff representative officials official "
        "managers executives managing vice owner shareholders investors customers management board"
    ).split()
)
# “X's …” and “X …”: what a company has.
OWNED = frozenset(
    (
        "shares stock headquarters factory factories plant plants works engineers designers app "
        "subsidiary brand brands stores shops products customers revenue sales profit website boss "
        "lab labs laboratory division unit coffees shoes watches cameras lenses games sets drinks beers tablets laptops speakers business portfolio line-up lineup range technology "
        "research turnover workforce staff employees founders owners board investors chips phones "
        "cars batteries models devices services network fleet platform spokesperson"
    ).split()
)

SEVERAL = frozenset("two three four five both companies groups firms partners pair".split())
# Verbs after a name whose subject can only be a company (or its people).
_DOES = (
    "acquired acquires agreed agrees announced announces appointed appoints argues asked asks "
    "backed backs began begins believes blamed blames bought brings brought builds built buys "
    "cancelled chooses chose closed closes collaborated collaborates commands comment commented "
    "commits committed competed competes completed completes confirmed considers contributed "
    "contributes controlled controls cooperated cooperates cuts debuted decided decides declared "
    "declined delayed delivered delivers denied designs developed develops dominated dominates "
    "dropped employed employs ended entered enters established establishes expanded expands "
    "expected expects extended filed files forged forges gets got has-been held hired hires holds "
    "hopes inked inks insists intends introduced introduces invested joined joins keeps kept "
    "continues continued bets knows launched launches leads led let lets licences licensed licenses makes manufactured manufactures "
    "merged moved moves offered offers opened opens operates ordered orders overtakes overtook "
    "owns parted partnered partners picked picks planned plans pledged pledges posted postponed "
    "presented presents produced produces promised promises pulled raised raises recalled recalls "
    "received receives refused released renewed reported respond responded revealed reveals "
    "rivals rolled rolls said says scrapped secured secures sells served serves signed signs sold "
    "stopped strikes struck sued sues supplied supplies supports takes tapped taps teamed teams "
    "tells terminated thinks told took turned turns undercuts unveiled unveils used uses wants "
    "warned watch watches withdrew worked works paid pays"
)
DOES = frozenset(_DOES.split())
# Products do these as well.
_WEAKLY = (
    "gets got takes took brings brought keeps kept makes works worked serves served uses used holds "
    "held offers offered opens opened closes closed moves moved turns turned rolls rolled posted "
    "supports backs backed sells sold stopped ended extended pulled dropped watch watches debuted "
    "gave gives shows showed won wins lost loses puts sets added adds needs carries carried "
    "operates produces reports reported released launched launches"
)
WEAKLY = frozenset(_WEAKLY.split())
DOES |= WEAKLY
# What is said of companies: “is rumoured to be preparing a sensor”
IS_SAID = frozenset(["rumoured", "rumored", "believed", "said", "reported", "expected", "tipped"])
# Of a people these are companies: “the Swedish service Norr”
SERVICES = frozenset(["service", "platform", "app", "network", "newcomer"])
# What several of them do: “Norr and Vale dominate the market”.
_DO = "part split join team sign build launch celebrate dissolve carry dominate lead sell make offer compete control serve want plan share rule supply produce build"
DO = frozenset(_DO.split())
AUXILIARIES = frozenset(
    (
        "has have had is are was were will would can could may might must should also recently now "
        "today yesterday then already first never not to been be just still jointly officially "
        "formally finally later reportedly apparently did does do itself this week last month on "
        "monday tuesday wednesday thursday friday saturday sunday earlier"
    ).split()
)
# “… with X”: right before “with”, or a few words earlier.
_WITH = (
    "codeshare code-share co-branding capsule enterprise partnership partnered partner partners partnering cooperation co-operation collaboration "
    "collaborated collaborating collaborate collaborates alliance venture agreement deal pact "
    "tie-up team-up collab crossover pairing marriage friendship adventure contract teamed teaming team teams forces hands worked works working work contract licence "
    "license relationship project memorandum together jointly merged merger merge talks compete "
    "competition negotiating negotiations order arrangement accord up signed cooperates cooperating "
    "cooperated dealings link-up business ties in-house joint developed co-developed conjunction"
)
WITH = frozenset(_WITH.split())
# “… by X”, “… from X”, “… to X”
_BY = (
    "made built designed developed tuned engineered owned acquired produced published manufactured "
    "supplied launched released backed bought operated founded run led signed created co-developed "
    "co-designed provided delivered unveiled announced introduced distributed brewed crafted "
    "licensed marketed sold"
)
BY = frozenset(_BY.split())
_TO = "sells sell sold supplies supply supplied licensed licence deliver delivered ships belongs"
TO = frozenset(_TO.split())
_BOUGHT = "buy buys bought buying acquire acquires acquired acquiring sue sues sued suing joins"
BOUGHT = frozenset(_BOUGHT.split())
# “granted X a licence”
GRANTS = frozenset("grant grants granted granting give gives gave given awarded".split())
GRANTED = frozenset("licence license sublicence sub-licence".split())
COMPARED = frozenset(
    "unlike against than versus vs face faces facing beat beats chase chases challenges overtake challenge rivalling".split()
)

# Verbs after the name of a product.
_SELLS = (
    "costs cost ships ship arrives arrived debuts debuted features featured retails weighs comes "
    "came goes went runs boasts sports packs measures is-priced available priced sold-out replaces "
    "replaced succeeds supports offers lasts"
)
SELLS = frozenset(_SELLS.split())
# “launched X”, “unveil X”
_LAUNCHES = (
    "launch launched launches launching unveil unveiled unveils unveiling release released releases "
    "releasing introduce introduced introduces introducing present presented presents presenting "
    "show showed shown reveal revealed reveals announce debut develop developed make made "
    "built"
)
LAUNCHES = frozenset(_LAUNCHES.split())
CALLED = frozenset(
    "called named dubbed codenamed code-named titled entitled christened baptised".split()
)
NEW_COMPANY = frozenset(
    "venture company firm business subsidiary unit start-up startup entity".split()
)
_PRODUCT_AFTER = (
    "account album ale app bag battery beer bike camera car card chip chocolate coffee collection "
    "concept console display doll drink drone drug earbuds earphones edition engine family "
    "feature film fragrance game handset headphones jacket kit laptop lens line line-up lineup "
    "model movie patch perfume phone pill platform processor prototype range robot screen sedan "
    "sensor series service shoe show smartphone smartwatch snack sneaker software song speaker "
    "subscription suv system tablet tea therapy toy trainer vaccine van variant version wallet "
    "watch whisky wine"
)
PRODUCT_AFTER = frozenset(_PRODUCT_AFTER.split())
ARTICLES = frozenset("the a an".split())
PLACE_BEFORE = frozenset("in near outside around across throughout".split())
ON_SALE = frozenset(["on", "due", "available", "out", "priced", "launched", "released"])
FUNCTION = frozenset(
    (
        "in on at by for from with of to and or but if when while as after before since until is "
        "are was were be been has have had will would can could may might must that which who whose "
        "also not than then it its he she they we . , ; : ! ? ) - \n"
    ).split(" ")
)
# People go by these as well: “producer Ada Norr”.
HUMAN = frozenset("producer designer builder owner player veteran newcomer tailor perfumer".split())
TRADES = HUMAN | frozenset(
    [
        "brewer",
        "baker",
        "jeweller",
        "distiller",
        "winemaker",
        "shoemaker",
        "watchmaker",
        "publisher",
    ]
)
PASSIVE = frozenset("be been was were is are being".split())
EXCHANGES = frozenset(
    ["nasdaq", "nyse", "lse", "tsx", "asx", "hkex", "sehk", "tse", "epa", "etr", "bse", "nse"]
)
# “Editing by X” names no maker.
TOLD_BY = frozenset(
    ["editing", "edited", "reporting", "reported", "written", "photo", "photos", "words"]
)
# “Norr and little old Vale”
DESCRIBING = frozenset(
    ["the", "its", "little", "old", "tiny", "mighty", "rival", "fellow", "local"]
)
# “Norr and Vale are in talks”, “have teamed up”, “will work together”
PLURAL_VERBS = frozenset(["are", "were", "have", "had", "will", "would", "could", "may", "might"])
PART = frozenset(["part", "team", "join", "split", "partner", "collaborate", "cooperate"])
_TOGETHER = (
    "talks partnered partners partner teamed team joined join signed allied ally collaborating "
    "collaborated collaborate cooperating cooperated cooperate together jointly forces gone parted"
)
TOGETHER = frozenset(_TOGETHER.split())
