"""Words of launches: what comes to market, by which verbs it does, and what puts it in doubt."""

_NOUNS = (
    # telephones, computers, sound and pictures
    "smartphone phone telephone handset mobile foldable flagship tablet laptop notebook computer "
    "pc "
    "desktop workstation monitor display television tv projector printer scanner camera lens "
    "camcorder webcam smartwatch watch wearable band bracelet ring tracker earphones earbuds "
    "headphones headset soundbar speaker subwoofer amplifier turntable synthesiser synthesizer "
    "guitar keyboard mouse controller console handheld router modem drone robot gadget device "
    "charger glasses goggles headgear microphone hub thermostat doorbell toothbrush shaver "
    "razor blender kettle oven fridge refrigerator dishwasher vacuum cooker machine teapot lamp "
    "appliance model handsets chip chipset processor accelerator server supercomputer satellite "
    "rocket telescope "
    # on wheels, water and in the air
    "car vehicle automobile suv sedan saloon hatchback coupe coupé convertible roadster crossover "
    "minivan van pickup truck lorry bus minibus tractor motorcycle motorbike scooter moped bike "
    "bicycle e-bike cargo-bike hypercar supercar limousine ev boat yacht ferry aircraft airliner "
    "jet helicopter airship train tram locomotive robotaxi battery powertrain tyre tire seat "
    # medicine
    "drug medicine vaccine therapy treatment pill tablet injection inhaler patch cream ointment "
    "syrup spray dressing antibody antibiotic insulin biosimilar generic test implant pump "
    "pacemaker prosthesis sensor syringe lozenge supplement vitamin "
    # software, services and money
    "app application software platform service assistant chatbot agent marketplace website portal "
    "browser plug-in plugin tool toolkit suite programme subscription tariff plan wallet card "
    "account loan mortgage fund insurance policy token stablecoin exchange codec engine core "
    "network cloud database simulator add-on feature channel podcast newsletter pass fare scheme "
    # games, films, books and toys
    "game videogame remake remaster sequel prequel expansion dlc album song film movie series "
    "sitcom documentary book novel comic magazine musical toy doll puzzle set kit figure figurine "
    "plush "
    # fashion, beauty and the home
    "collection capsule line range sneaker trainer shoe boot sandal jacket coat dress shirt hoodie "
    "jersey kit bag backpack handbag suitcase glove hat cap scarf sunglasses perfume fragrance "
    "scent lipstick serum shampoo moisturiser moisturizer sunscreen soap deodorant mattress sofa "
    "chair desk shelf wardrobe rug wallpaper paint jewellery jewelry necklace pen "
    # food and drink
    "snack drink beverage beer ale lager wine whisky whiskey gin vodka spritz cocktail cider soda "
    "lemonade juice coffee tea cola burger sausage nugget pizza sandwich soup noodle sauce ketchup "
    "crisp chip cracker cookie biscuit cake bar chocolate praline candy gum sweet cereal porridge "
    "muesli yoghurt yogurt cheese butter margarine milk oat-milk slice spread dip dessert "
    "ice-cream ice cream sorbet pretzel bread roll menu meal capsule pod flavour flavor variety "
    # of any kind
    "product thing effort creation newcomer bestseller novelty edition version variant successor "
    "generation prototype family trilogy offering "
    "gearbox motor turbine panel module system heater boiler inverter wallbox charger "
    "add-on spike cover frame raincoat parka anorak cardigan jumper sweater jeans trousers skirt "
    "sock swimsuit bikini slipper clog loafer rucksack purse tote brooch earring blanket umbrella "
    "candle tent helmet racket towel pillow duvet curtain bulb mower grill toaster mug bottle "
    "notebook calendar jigsaw loudspeaker drum piano violin audiobook e-reader gamepad "
    "soundtrack herbicide fungicide pesticide spray jab booster trailer caravan camper motorhome "
    "forklift excavator harvester tanker martini tonic seltzer kombucha smoothie shake liqueur rum "
    "tequila prosecco champagne sake mead stout porter pilsner pie pasty stew curry ramen granola "
    "honey jam mustard mayonnaise hummus tofu lolly muffin doughnut croissant bagel popcorn brew "
    "palette mascara cleanser balm dashcam pram stroller ski sleeping-bag synth metro tramway "
    "articles audiobook policy voucher tote sledge skateboard surfboard kayak canoe"
)
NOUNS = frozenset(_NOUNS.split())

# Heads that say little without what they are a range of.
MEASURES = frozenset("range line collection family set series pair version edition kit".split())

# What a launch may be of although no sentence that only has this noun tells of a product.
NOT_ALONE = frozenset(
    "model tablet feature channel network system core engine cloud sensor battery display camera "
    "lens chip chipset processor controller keyboard mouse set line plan policy programme exchange "
    "scheme generation fund family mobile test panel module motor band seat series roll bar cap "
    "software device machine vehicle treatment therapy website magazine book film movie album song "
    "menu meal butter milk cheese coffee tea wine bread chocolate chair desk shelf paint card "
    "account loan insurance network newsletter podcast prototype offering".split()
)

DETERMINERS = frozenset(
    "a an the this that these those its their his her our your my another any some each every no "
    "both two three four five six seven several many few more".split()
)
INDEFINITE = frozenset("a an another its their his her our some whose".split())
NUMBERED = frozenset("two three four five six several both".split())
UNDERTAKINGS = frozenset("programme program project plan development launch release".split())
NEW = frozenset(
    "first second third fourth next new newest latest planned joint upcoming forthcoming future "
    "debut inaugural own similar rented intelligent dedicated expected".split()
)
OLD = frozenset("old existing comparable ordinary current previous usual similar rival".split())

# No part of a noun phrase: what may stand before its first word.
_NO_MODIFIERS = (
    "of in on at by for from to with without into onto over under about after before between "
    "through during against among as than like via per and or but nor so yet if when while where "
    "which who whom whose that because although though since until unless is are was were be been "
    "being has have had do does did will would shall should can could may might must it they he "
    "she we you i not also only just already soon now then there here today yesterday tomorrow "
    "said says say told tells called named dubbed make makes made making build builds built "
    "building develop develops developed developing create creates created creating launch "
    "launches launched launching release releases released releasing unveil unveils unveiled "
    "introduce introduces introduced present presents presented show shows showed shown bring "
    "brings brought offer offers offered sell sells sold selling announce announces announced "
    "plan plans planned? put puts ship ships use uses used using buy bought get gets got give "
    "gives gave take takes took see sees saw run runs ran want wants try tried tries enter enters entered what how why "
    "all out up off down even still ever never it's that's there's including include includes "
    "such both either neither became become becomes bringing preparing prepare prepares design "
    "designs designed designing produce produces produced producing replace replaces replacing "
    "join joins joined add adds added see test tests testing tested find needs need let lets "
    "expect expects sports carries carry runs against work works".replace("planned?", "")
)
NO_MODIFIERS = frozenset(_NO_MODIFIERS.split())

# Verbs whose past looks like a noun: “the ring went on sale”.
IRREGULAR = frozenset(
    "went came made sold built began took brought gave drew held became kept left paid stood told "
    "wrote found fell grew knew lost rose spoke spent taught thought wore sank shot stole broke "
    "broken gone done seen known grown shown taken given sent meant led sat hung flew drove chose".split()
)
BE = frozenset(
    "is are was were be been being 's 're isn't aren't wasn't weren't it's that's".split()
)
HAVE = frozenset("has have had having 've hasn't haven't hadn't".split())
WILL = frozenset("will would shall should can could may might must to 'll won't it'll".split())
SHOPS = frozenset(
    "shelves shelf shops shop stores store market markets road roads streets street showrooms "
    "showroom dealers dealerships dealership pharmacies supermarkets freezers fridges retailers "
    "screens cinemas restaurants bars kiosks concessionaires steam consoles shores".split()
)
ADVERBS = frozenset(
    "also already now just finally officially formally today yesterday first only even then soon "
    "newly recently initially originally later eventually currently widely quietly secretly "
    "jointly together commercially publicly simply never not still again both all worldwide "
    "nationwide globally previously reportedly allegedly apparently hopefully really actually "
    "almost ever once too".split()
)
# What is little without what it is for: “a version for mobile robots”.
OF_SOMETHING = frozenset("version successor sequel insurance alternative variant expansion".split())
# What a name of a family ends in: “the PK series”.
FAMILIES = frozenset("series family line range trilogy collection".split())
# What “the …” before a verb of launching is no product.
NO_THINGS = frozenset(
    "company firm group brand partnership deal alliance agreement cooperation collaboration "
    "venture "
    "team partner pair duo maker manufacturer government ministry court minister president chief "
    "train plane ship news decision talk meeting match result figure share price fair show event "
    "contract pact licence license study trial report office plant factory store shop site people "
    "man woman police workers staff customers".split()
)
# What a name before them is only a part of: “the Wear OS platform”.
COMPONENTS = frozenset("platform software model system label network codec core".split())
# What names of bodies and events end in.
BODIES = frozenset(
    "university institute ministry foundation museum commission council parliament association "
    "federation agency authority court hospital college school airport sea ocean lake bay gulf river mountains valley "
    "peninsula street road avenue bridge show fair expo festival "
    "conference summit championship committee union society club".split()
)
AT_WORK = frozenset("working developing preparing building planning readying designing".split())
# What has versions and editions as well as a product has.
NO_VERSION = frozenset(
    "report statement account contract strategy guideline logo study map plan law text story list "
    "claim document figure history".split()
)
# Systems, parts and platforms of others that products run on and carry.
PLATFORMS = frozenset(
    "playstation xbox nintendo windows android ios ipados macos linux steam snapdragon exynos "
    "dimensity dolby bluetooth alexa carplay gore-tex unreal unity youtube spotify wi-fi".split()
)
# What may describe companies as well: “Norr, the payment app”.
COMPANIES_TOO = frozenset(
    "app application software platform service marketplace website portal browser network exchange "
    "wallet assistant chatbot cloud fund insurance line brand label newsletter podcast channel "
    "magazine collection tool product thing effort newcomer chip machine drug vehicle battery "
    "engine train game film movie music card family".split()
)
# What stages of trials and parts of works begin with: “the Phase III programme”.
STAGES = frozenset("phase stage chapter section article act".split())
MEDIA = frozenset("newsletter newspaper daily weekly magazine website portal broadcaster".split())
# Ordinary words that names of products begin with: “a beer named Second Slice”.
MAY_BEGIN_NAMES = frozenset(
    "first second third last next big small little good great one two three four five six seven "
    "eight nine ten up out no all every never inside beyond under back live".split()
)
# Participles that stand within a noun phrase: “jointly developed car”.
PARTICIPLES = frozenset(
    "developed designed built made produced created branded planned expected awaited forthcoming "
    "upcoming rumoured rumored announced co-developed co-designed co-created".split()
)
# What tells the time of a launch between its verb and its product.
TIMES = frozenset(
    "today yesterday tomorrow last this next earlier later monday tuesday wednesday thursday "
    "friday "
    "saturday sunday what us there here recently".split()
)
# What no object of a verb begins with.
NO_OBJECT = frozenset(
    "that how why when where whether what and or but so to as because if is are was were be it's "
    "out up down off back who which than".split()
)
# What never is a product on its own: “a test”, “a set”.
NEVER_ALONE = frozenset(
    "thing effort creation newcomer bestseller novelty test set plan policy programme scheme "
    "network system exchange mouse series roll band feature "
    "channel generation figure treatment therapy fund account loan card".split()
)
LEADS_TO = (
    r"\b(?=\w)(?:(?:started|began|begun|beginning|begins|teamed up|joined forces|worked together|ended"
    r"|worked"
    r"|collaborated)\b[^,;]{0,50} (?:with|for|on) (?:a |an |the |last year's )?"
    r"|gave us (?:the )?|such as the |including the |produced the |appeared in the |became known "
    r"[^,;]{0,20}with (?:the )?|made the \w+ (?:of|for|in) the |result, "
    r"|(?:produced|led to|yielded|resulted in|brought) (?:two|three|four|five|six|several) "
    r"[\w ]{2,20}[,:] (?:the )?|years? after the |together with the |in the form of the |culminat\w+ in the "
    r"|led to the |gave birth to the |responsible for the |behind the |brought us the |yielded "
    r"the )"
)
FRUIT = (
    r"\b(?=\w)(?:fruits?|results?|outcome|product|thing|child|baby|offspring|model|device|release|car"
    r"|phone|smartphone|game|title|vehicle|medicine|drug|item|offering|shoe|collection|project)\b"
    r"[^.;]{0,60}\b(?:partnership|alliance|collaboration|cooperation|co-operation|tie-up|pact"
    r"|agreement|deal|venture|team-up|collab|friendship|marriage|duo|pair)\b"
)
TOGETHER = (
    r"\b(?=\w)(?:jointly|together|co-(?:developed|created|designed|branded|engineered|produced)"
    r"|(?:in|under|through|from|of|to) (?:an? |the |its |their |this |that )?(?:[\w-]+ ){0,3}"
    r"(?:partnership|alliance|collaboration|cooperation|co-operation|licen[cs]e|tie-up|pact"
    r"|team-up|collab)|(?:team(?:ed|s|ing)?|link(?:ed|s)?) up|joined forces|partner(?:ed|ing|s)"
    r"|(?:collaborat|cooperat|co-operat)(?:ed|es|ing|e)|(?:worked|working|works) (?:together|with)"
    r"|under licen[cs]e|joint|first common)\b"
)
# Parts of names of products that are written small, or stand after the number.
QUALIFIERS = frozenset(
    "pro max plus ultra mini lite se fe edition air note fold flip neo turbo prime gt fusion play "
    "power one zero go xl xs kids junior limited".split()
)
NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
GLUED = ("whose", "which", "where", "while", "with", "that", "will", "and", "who")
# Words that begin a sentence with a capital and no name; other such words are seen in small letters.
_STARTERS = (
    "the a an this that these those it its it's they their he his she her we our you your i in on "
    "at by for from to with without of as and or but so yet if when while where which who whose "
    "what how why there here then now today yesterday tomorrow last next first second third both "
    "all some many most more no not yes only also even still after before since until during under "
    "over about between among against according because although though however meanwhile "
    "moreover instead besides because once one two three four five six seven eight nine ten "
    "neither either each every another other others such like unlike despite given up out is are "
    "was were will would can could may might should do does did has have had let let's that's "
    "there's here's what's asked following earlier later back years months weeks days his hers "
    "q a new shares analysts users customers buyers owners fans readers everything nothing "
    "something somebody nobody everyone anyone remember expect speaking building asked news "
    "breaking exclusive leak rumour rumor live update updated report review okay ok well look "
    "inside outside behind beside beyond near within alongside above below across along around "
    "amid "
    "beneath throughout upon via toward towards down off onto good great big small sold sales "
    "orders deliveries pre-orders preorders profits revenue called named dubbed shipments development plans work production availability pricing "
    "release launch introduction rumours leaks available pre-orderable staff photos pictures images details tickets prices workers"
)
STARTERS = frozenset(_STARTERS.split())
# Capitalised words that name no product and are not part of one's name.
_NEVER = (
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday "
    "saturday sunday mon tue wed thu fri sat sun ceo cto cfo coo mr mrs ms dr chief executive "
    "officer president chairman director head vice manager founder minister christmas easter "
    "american british german french italian spanish swedish norwegian danish finnish dutch "
    "belgian swiss austrian polish czech russian ukrainian turkish greek portuguese irish "
    "scottish welsh english chinese japanese korean indian indonesian vietnamese thai malaysian "
    "singaporean taiwanese australian canadian mexican brazilian argentinian argentine chilean "
    "peruvian colombian african egyptian israeli saudi emirati iranian hungarian romanian "
    "bulgarian croatian serbian slovenian slovak estonian latvian lithuanian icelandic european "
    "asian californian texan slovene ukrainian moroccan kenyan nigerian pakistani filipino "
    "koreans danes swedes finns norwegians dutchmen belgians austrians poles czechs russians greeks "
    "americans canadians australians indians britons brits spaniards irishmen scots britain's "
    "chinese germans italians sicilian bavarian catalan u.s us uk eu usa u.k north south "
    "europe asia africa america american germany france italy spain sweden norway denmark "
    "finland netherlands belgium switzerland austria poland russia ukraine turkey greece "
    "portugal ireland scotland wales england britain china japan korea india indonesia vietnam "
    "thailand malaysia singapore taiwan australia canada mexico brazil argentina chile peru "
    "colombia egypt israel kingdom states united zealand london paris berlin tokyo beijing "
    "shanghai seoul york francisco vegas barcelona madrid milan munich vienna zurich geneva "
    "ces mwc ifa e3 gamescom gmt cest cet est pst utc q1 q2 q3 q4 h1 h2 eur usd chf"
)
NEVER = frozenset(_NEVER.split())
UNITS = frozenset(
    "mp megapixel megapixels gb tb mb mah hz khz mhz ghz w kw kwh gwh mwh watts watt euros dollars "
    "pounds francs yen percent per cent million billion trillion thousand inch inches mm cm km kg "
    "litres liters litre ml people employees countries cities years months weeks days hours "
    "minutes stores shops times units cars games engineers of kroner nm rpm hp bhp".split()
)
CORPORATE = frozenset(
    "inc corp corporation co ltd limited llc plc ag gmbh se kg sa spa srl ab oy group holding "
    "holdings company companies technologies industries international laboratories motors "
    "mobility foods s.a s.p.a k.k".split()
)

# Words around a product.
REPLACED = frozenset(
    "replace replaces replaced replacing succeed succeeds succeeding than like unlike".split()
)
GENERIC = frozenset("product model device thing item version edition successor novelty".split())
PREPOSITIONS = frozenset(
    "with in at on from by for than against into to like over under about after before of around "
    "between through via as per without behind within until since during alongside beside".split()
)
# What leads to the product of somebody else: “an answer to the Bow 3”.
COMPARING = frozenset("than like unlike to against".split())
# “Norr now says June.”
SAYING = frozenset("say says said speak speaks spoke talk talks talked aim aims aimed".split())
LEADING = frozenset("available out due in sale on".split())  # what leads a phrase before a sentence
PUTTING = frozenset("bring brings brought bringing add adds added adding put puts putting".split())
RELATIVE = frozenset("which that who whom".split())
THESE = frozenset("the this these that those both".split())
SMALL = frozenset("of de di du des la le della del van von der das und y e".split())
OF_A_TITLE = frozenset("from in under beyond behind".split())
TRADE = frozenset("deliveries shipments sales production".split())
EVENTS = frozenset("date launch release debut premiere rollout introduction".split())
# Nouns that may call the same thing.
SAME_KIND = (
    frozenset("smartphone phone telephone handset mobile flagship foldable device".split()),
    frozenset("car vehicle automobile suv sedan saloon hatchback coupe ev crossover van".split()),
    frozenset("drug medicine treatment therapy injection pill vaccine tablet".split()),
    frozenset("game title sequel videogame remake".split()),
    frozenset("shoe sneaker trainer boot".split()),
    frozenset("watch smartwatch wearable".split()),
    frozenset("app application software platform service tool assistant".split()),
    frozenset("drink beverage beer spritz lemonade".split()),
    frozenset("headphones earbuds earphones headset speaker soundbar".split()),
    frozenset("collection line range capsule series family".split()),
)
