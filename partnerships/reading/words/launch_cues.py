"""Phrases that launch, show, delay or cancel something, and the words that put that in doubt."""

# Base, third person, past, participle and -ing of the verbs that are not formed regularly.
IRREGULAR = (
    "go goes went gone going",
    "come comes came come coming",
    "put puts put put putting",
    "bring brings brought brought bringing",
    "take takes took taken taking",
    "make makes made made making",
    "build builds built built building",
    "begin begins began begun beginning",
    "break breaks broke broken breaking",
    "hit hits hit hit hitting",
    "ship ships shipped shipped shipping",
    "sell sells sold sold selling",
    "show shows showed shown showing",
    "draw draws drew drawn drawing",
    "write writes wrote written writing",
    "do does did done doing",
    "get gets got got getting",
    "give gives gave given giving",
    "run runs ran run running",
    "hold holds held held holding",
    "cancel cancels cancelled cancelled cancelling",
    "scrap scraps scrapped scrapped scrapping",
    "bin bins binned binned binning",
    "drop drops dropped dropped dropping",
    "slip slips slipped slipped slipping",
    "plan plans planned planned planning",
    "step steps stepped stepped stepping",
    "stop stops stopped stopped stopping",
    "find finds found found finding",
    "meet meets met met meeting",
    "leave leaves left left leaving",
    "kill kills killed killed killing",
    "pull pulls pulled pulled pulling",
    "open opens opened opened opening",
    "delay delays delayed delayed delaying",
    "reveal reveals revealed revealed revealing",
    "unveil unveils unveiled unveiled unveiling",
    "develop develops developed developed developing",
    "co-develop co-develops co-developed co-developed co-developing",
    "defer defers deferred deferred deferring",
    "follow follows followed followed following",
    "reach reaches reached reached reaching",
    "enter enters entered entered entering",
    "join joins joined joined joining",
    "land lands landed landed landing",
    "lift lifts lifted lifted lifting",
    "roll rolls rolled rolled rolling",
    "start starts started started starting",
    "cook cooks cooked cooked cooking",
    "brew brews brewed brewed brewing",
    "dream dreams dreamed dreamed dreaming",
    "call calls called called calling",
    "push pushes pushed pushed pushing",
    "work works worked worked working",
    "return returns returned returned returning",
    "launch launches launched launched launching",
    "publish publishes published published publishing",
    "showcase showcases showcased showcased showcasing",
    "present presents presented presented presenting",
    "announce announces announced announced announcing",
    "tease teases teased teased teasing",
    "ditch ditches ditched ditched ditching",
    "relaunch relaunches relaunched relaunched relaunching",
    "deliver delivers delivered delivered delivering",
    "prepare prepares prepared prepared preparing",
    "create creates created created creating",
    "co-create co-creates co-created co-created co-creating",
    "design designs designed designed designing",
    "appear appears appeared appeared appearing",
    "offer offers offered offered offering",
    "stock stocks stocked stocked stocking",
    "touch touches touched touched touching",
    "appear appears appeared appeared appearing",
    "turn turns turned turned turning",
    "expand expands expanded expanded expanding",
    "be is was been being",
    "have has had had having",
    "set sets set set setting",
    "cut cuts cut cut cutting",
)

# One phrase a line: its kind, where its product stands (o: after it, s: before it, b: after it
# where a noun phrase follows and else before it), and its words, the first a verb in its base form.
# "(x)" may be missing, "x|y" is one of these, SHOPS and DATE are sets of words.
PHRASES = (
    "launch b: launch",
    "launch b: relaunch",
    "launch o: release",
    "launch o: introduce",
    "launch b: debut",
    "launch b: premiere",
    "launch o: publish",
    "launch o: unleash",
    "launch o: commercialise",
    "launch o: commercialize",
    "launch o: put on sale",
    "launch o: put out",
    "launch o: bring out",
    "launch o: bring to market",
    "launch o: bring to the market",
    "sale b: roll out",
    "sale b: ship",
    "sale o: start|begin|commence selling|shipping|delivering|offering",
    "sale o: start|begin|commence to sell|ship|deliver|offer",
    "sale o: start|begin|commence sales|deliveries|shipments|shipping of",
    "show o: open pre-orders|preorders|orders|bookings|sales for|of",
    "show o: take pre-orders|preorders|orders for",
    "sale s: arrive",
    "sale s: land",
    "sale s: follow",
    "sale s: come out",
    "sale s: come first",
    "sale s: come to market|shops|stores|consoles|cinemas|pharmacies|screens|showrooms",
    "sale s: come to|onto|on the market",
    "sale s: come DATE",
    "sale s: start|begin|commence DATE",
    "sale s: start in|on|at DATE",
    "sale s: open DATE",
    "sale s: drop DATE",
    "sale s: touch down",
    "sale s: go on (general|pre-|early|official|full|public) sale",
    "sale s: go live",
    "sale s: go into service",
    "sale s: go up for (pre-order|sale|order|preorder)",
    "sale s: go to market",
    "sale s: enter service|production|circulation",
    "sale s: enter the market",
    "sale s: become available",
    "sale s: break cover",
    "sale s: see the light",
    "sale s: make its|their debut|premiere|bow|entrance",
    "sale s: take to the road|roads|skies|air|rails",
    "sale s: be (now|already|still|only|also|all|currently|finally) on (general|pre-) sale",
    "sale s: be (now|already|still|only|also|all|currently|finally) out",
    (
        "sale s: be (now|already|still|only|also|all|currently|finally|first|widely|officially) "
        "available"
    ),
    "sale s: be (now|already|still|only|also|all|finally) for sale",
    "sale s: be (now|already|still|only|also|all|finally) in SHOPS",
    "sale s: be (now|already|still|only|also) in the shops|stores|shelves",
    "sale s: be (now|already|still|only|also) on (the) shelves|sale|market|board|track",
    "sale s: be (now|already|still|only|also) bookable|orderable|live",
    "sale s: be here",
    "sale s: be (finally) with us|you",
    "sale s: be around",
    "due s: remain (firmly) on track",
    "due s: be (still) on track",
    "sale s: be on its|their|the way",
    "sale s: appear DATE",
    "cancel s: be stopped|halted|frozen|terminated",
    "sale s: hit (the|a) (BRAND) SHOPS",
    "sale s: hit (the) road",
    "sale s: reach (the) (first|european|american) SHOPS",
    (
        "sale s: reach (the) (first) you|us|customers|buyers|patients|drivers|farmers|shoppers"
        "|readers|players"
    ),
    "sale s: land (in|on) (the) SHOPS",
    "sale s: stand DATE",
    "sale s: appear in|on (the) SHOPS",
    "launch o: have had",
    "sale o: follow (up) with",
    "sale o: come the",
    "sale s: date from|back",
    "show s: be under consideration|development|way",
    "make o: ready",
    "make o: line up",
    "sale o: be succeeded|replaced|complemented|supplemented by",
    "sale o: make way for",
    "sale o: give way to",
    "sale s: replace|succeed",
    "launch o: expand|complete|extend|widen|broaden|enlarge its|the|their|his * with|by",
    "launch o: kick off|start|begin|continue|return with",
    "launch o: add",
    "sale s: bow DATE",
    "sale s: air|screen|stream DATE",
    "sale s: start|begin streaming|shipping|selling|service|operation|operations|production",
    "sale s: take off DATE",
    "sale s: roll off|onto",
    "sale s: go into|enter (series|mass|regular) production|circulation|service|operation",
    "sale s: join the fleet|range|line-up|lineup|family|menu|catalogue|portfolio",
    (
        "sale s: be (also) served|poured|handed|stocked|dispensed|activated|flown|sold|offered"
        "|fitted|delivered DATE"
    ),
    "sale s: be up and running",
    "sale s: be (now) approved|cleared|authorised|authorized DATE",
    "sale s: win|receive|gain approval",
    "sale s: be (finally) back",
    "sale s: carry its first passengers",
    "sale s: open to|for|in the public|passengers|guests|readers|customers|cinemas",
    "sale s: celebrate its|their premiere|debut|launch",
    "sale s: have its|their premiere|debut|launch|release",
    "sale s: see its|their launch|release|debut",
    "sale s: find its way",
    "show o: unveil",
    "show o: reveal",
    "show o: present",
    "show o: announce",
    "show o: show (off)",
    "show o: tease",
    "show o: preview",
    "show o: showcase",
    "show o: exhibit",
    "show o: confirm",
    "show o: display",
    "show o: detail",
    "show o: demonstrate",
    "show o: pull|take|draw|lift the wraps|curtain|veil|lid|cover|covers (off|on|from)",
    "show o: give a (first) glimpse|look|peek|preview of|at",
    "make o: make",
    "make o: serve",
    "make o: distribute",
    "make o: market",
    "make o: stock",
    "make o: run",
    "make o: develop",
    "make o: co-develop",
    "make o: co-create",
    "make o: co-design",
    "make o: build",
    "make o: create",
    "make o: design",
    "make o: produce",
    "make o: prepare",
    "make o: cook (up)",
    "make o: brew",
    "make o: dream up",
    "make o: do",
    "make o: engineer",
    "make o: offer",
    "make o: sell",
    "make o: bring",
    "make o: plan",
    "make o: work on",
    "make o: collaborate on",
    "make o: cooperate on",
    "make o: manufacture",
    "make o: deliver",
    "make o: test",
    "delay b: delay",
    "delay o: postpone",
    "delay o: reschedule",
    "delay o: defer",
    "delay b: push back",
    "delay b: put off",
    "delay b: hold back",
    "delay s: slip",
    "delay s: move from",
    "delay s: move back",
    "delay s: be late",
    "delay s: be (still) (not) (yet) ready",
    "cancel o: cancel",
    "cancel o: scrap",
    "cancel o: shelve",
    "cancel o: axe",
    "cancel o: abandon",
    "cancel o: ditch",
    "cancel o: bin",
    "cancel o: kill (off)",
    "cancel o: call off",
    "cancel o: drop",
    "cancel o: pull the plug on",
    "cancel o: halt|stop work|development on|of",
    "live s: sell out",
    "live s: have sold",
    "live s: have become",
    "live s: flop",
    "live s: cost",
    "live s: be priced",
    "live s: be discontinued|withdrawn|retired|recalled",
    "live s: be (no) longer (sold|made|built|produced)",
    "live s: sell well|for|in|at|like|poorly",
    "live s: win",
    "live s: disappear|vanish",
    "live s: earn|receive",
    "live s: be (a) (big) hit|success|flop|bestseller|best-seller",
    "live s: outsell",
    "live s: carry|wear|sport|feature",
    "live s: bear the",
    "live o: discontinue|withdraw|retire|recall",
    "name s: call",
    "name s: name",
    "name s: dub",
    "name s: christen",
    "name s: title",
    "name o: carry|bear|take the name|title",
    "name o: go by (the) (name) (of)",
    "sale s: be the spring|summer|autumn|winter|end|beginning|start",
    (
        "due s: be (now|also|already|originally|initially|currently) due|scheduled|slated"
        "|planned|foreseen"
    ),
    (
        "due s: be (now|also|already|originally|initially|still|only|first) expected|awaited"
        "|promised|pencilled|penciled|set|tipped|earmarked|lined"
    ),
    "sale o: be (reportedly) (then) joined|followed|accompanied * by",
    "due o: expect (DATE)",
    "due s: be rumoured|rumored|rumoured for|in|to",
    "launch o: switch on",
    "fruit o: stop selling|making",
    (
        "sale s: can|could|may (now|already|also) be bought|ordered|opened|booked|had|purchased"
        "|downloaded|streamed|played|rented"
    ),
    "show s: can|could|may (now|already|also) be pre-ordered|reserved|preordered",
)

# Cues without a verb.
NOUNS = frozenset(
    "launch release debut introduction arrival rollout roll-out unveiling premiere relaunch "
    "publication presentation premiere".split()
)
SALES = frozenset(
    "pre-orders preorders orders deliveries shipments sales bookings delivery production".split()
)
ORDERS = frozenset("pre-orders preorders orders bookings".split())
AHEAD = frozenset(
    "will would shall should can could may might must to 'll due planned scheduled slated expected "
    "set plans plan planning going it'll won't they'll foreseen wants want hopes hope intends "
    "intend "
    "aims aim expects expect preparing prepares prepare about supposed meant".split()
)
MEANT = frozenset("set scheduled meant intended planned promised announced earmarked".split())
DUE_ALONE = frozenset("due expected planned scheduled slated foreseen promised".split())
DATE_WORDS = frozenset(
    "in on from by this next later today tomorrow early late mid before until since last at around "
    "first during into monday tuesday wednesday thursday friday saturday sunday spring summer "
    "autumn winter january february march april may june july august september october november "
    "december again soon shortly".split()
)
UNSURE = (
    r"\b(?:rumou?r(?:s|ed|edly)?|leak(?:s|ed|er|ers)?|reportedly|allegedly|supposedly"
    r"|(?:is|are|was|were) (?:also |now |widely )?(?:said|believed|tipped|thought|rumou?red"
    r"|understood|whispered|reported) to"
    r"|tipsters?|insiders?|speculation|speculated?|unconfirmed|renders?|renderings|little bird"
    r"|grapevine|(?:according to|citing) (?:\w+ )?(?:sources|people|a source|insiders|reports?"
    r"|leaks?|rumou?rs?|documents?|filings?)"
    r"|sources? (?:close|familiar|say|said|told|tell|claim|at)|people familiar|chatter"
    r"|(?:may|might|could) (?:be |also |soon |even |yet |finally |well |already )?(?:launch|release"
    r"|unveil|introduce|arrive|debut|come|go on|land|follow|bring|announce|ship|hit|reach|appear"
    r"|announced|launched|called|shown|unveiled|released|named|here|out|on sale)"
    r"|everything (?:suggests|points|indicates)|all signs|signs point|hints? (?:at|that)|whispers?"
    r"|gossip|mooted|apparently|if (?:it is|the leaks?|true|genuine|the rumou?rs?)"
    r"|(?:we|analysts|observers|fans|insiders|many) expect|word (?:is|has it)|talk of|bets are"
    r"|would probably|would appear)\b"
    r"|(?:^|[.;:] )expect (?:the|a|an)\b"
)
WOULD = (
    r"\bwould (?:also |then |soon )?(?:be|arrive|launch|come|follow|go|ship|debut|land|cost"
    r"|carry|use|get)\b"
)
SAYING = r"\b(?:said|says|confirmed|announced|told|promised|added|explained|revealed|hoped)\b"
SURE_MARK = r"; |: |, (?:but|while|whereas|although|though|and)\b| - | but | while "

# Words around a verb.
NOUN_LIKE = frozenset(
    "launch release debut premiere show issue design test plan offer display preview delay drop "
    "land "
    "ship run work stock bow air screen stream start cut set relaunch exhibit present call name "
    "title "
    "make build cook brew cost win feature sport recall wear report".split()
)
BEFORE_BASE = frozenset(
    "to they we you i both which that who two three pair duo and jointly".split()
)
FORMER = frozenset("was were had originally initially".split())
ARTICLES = frozenset("a an the its their his her our another every".split())
ORDINALS = frozenset("first second third fourth next new newly".split())
