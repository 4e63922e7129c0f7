"""What a capitalised name is not, and what the words around it say that it is."""

# Capitalised at the start of a sentence, and no names.
COMMON = frozenset(
    (
        "a an the and or but so yet if in on at by for from of to with as is are was were be it its "
        "he she they we i you his her their our my your this that these those there here what when "
        "where who whom whose which why how not no yes now then than also after before during since "
        "until while although though because despite under over between among both all some many most "
        "few each every any other another first last next new one two three four five six seven eight "
        "nine ten once only even still just more less much such same own very well back up down out off "
        "later earlier today yesterday tomorrow tonight meanwhile however moreover instead according "
        "neither either nor let let's it's that's there's here's he's she's we're they're we've i'm don't "
        "according following based given like unlike about above across against along around within "
        "without per via plus oh well ok okay hello hi dear thanks thank please sorry remember look read "
        "see get got make made take taken think maybe perhaps sure fair enough will would can could may "
        "might must shall should do does did has have had been being come comes came go goes went say says "
        "said tell told ask asked know known want wants wanted use used show shown find found give keep "
        "good great big small old young long short high low early late real true false right left half full "
        "total final main chief senior deputy former current co president chairman chairwoman director head "
        "ceo cto cfo coo cmo vice executive manager managing officer founder spokesperson spokesman "
        "spokeswoman analyst analysts editor minister king queen prince princess mr mrs ms dr prof sir lady "
        "q a image photo picture source video credit update live exclusive breaking review news press media "
        "contact release company companies group industry market markets customers users people fans shares "
        "sales revenue profit price prices availability chapter part section table figure note notes edition "
        "asked shop buy pre-order nothing something everything anything somebody nobody everybody people "
        "children women men grown-ups owners visitors readers experts insiders rumours rumors leaks reports "
        "partner partners partnership partnerships collaboration cooperation alliance joint venture"
    ).split()
)
MONTHS_AND_DAYS = frozenset(
    (
        "january february march april may june july august september october november december jan feb "
        "mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday "
        "mon tue wed thu fri sat sun christmas easter halloween thanksgiving ramadan diwali spring summer "
        "autumn fall winter q1 q2 q3 q4 h1 h2"
    ).split()
)
PLACES = frozenset(
    (
        "africa albania algeria america amsterdam antwerp argentina asia atlanta athens austin australia "
        "austria bangalore bangkok barcelona basel bavaria beijing belgium berlin berne bern birmingham "
        "bologna bordeaux boston brazil bremen brisbane bristol britain brussels bucharest budapest "
        "bulgaria cairo california cambridge canada cannes chicago chile china cologne colombia copenhagen "
        "croatia cyprus dallas delhi denmark detroit dresden dubai dublin edinburgh egypt england estonia "
        "europe finland florence florida france frankfurt geneva genoa germany ghana glasgow gothenburg "
        "greece guangzhou hamburg hanoi hanover helsinki hollywood hongkong houston hungary iceland india "
        "indonesia ireland israel istanbul italy japan jakarta kenya korea krakow kyoto latvia leipzig "
        "lisbon lithuania ljubljana london lyon madrid malaysia manchester manila marseille melbourne "
        "mexico miami milan montreal morocco moscow mumbai munich naples netherlands nevada nigeria norway "
        "osaka oslo ottawa oxford pakistan paris peru philippines poland porto portugal prague qatar riga "
        "rome romania rotterdam russia scotland seattle seoul serbia shanghai shenzhen singapore slovakia "
        "slovenia sofia spain stockholm stuttgart sweden switzerland sydney taipei taiwan tallinn texas "
        "thailand tokyo toronto turin turkey ukraine uk us usa u.s u.k eu uae utrecht valencia vancouver "
        "venice vienna vietnam vilnius wales warsaw washington york zagreb zurich zürich"
    ).split()
)
PLACE_PAIRS = frozenset(
    (
        "new york|hong kong|los angeles|san francisco|san diego|san jose|las vegas|silicon valley|new "
        "zealand|south korea|north america|south america|latin america|united states|united kingdom|"
        "united arab|saudi arabia|south africa|north carolina|new jersey|new delhi|tel aviv|abu dhabi|"
        "middle east|eastern europe|western europe|southeast asia|são paulo|buenos aires|mexico city|"
        "rio de|cape town|kuala lumpur|ho chi|czech republic|north sea|black sea|the hague"
    ).split("|")
)
PEOPLES = frozenset(
    (
        "american african asian european british english scottish welsh irish french german austrian swiss "
        "italian spanish portuguese dutch belgian danish swedish norwegian finnish icelandic polish czech "
        "slovak hungarian romanian bulgarian greek turkish russian ukrainian estonian latvian lithuanian "
        "serbian croatian slovenian chinese japanese korean taiwanese indian pakistani thai vietnamese "
        "indonesian malaysian singaporean australian canadian mexican brazilian argentine chilean peruvian "
        "colombian israeli egyptian moroccan nigerian kenyan californian bavarian parisian nordic "
        "scandinavian baltic latin western eastern northern southern christian muslim jewish catholic"
    ).split()
)
ACRONYMS = frozenset(
    (
        "5g 4g 3g 6g usb ai ar vr mr ceo cto cfo coo led oled lcd nfc gps mp ram rom gpu cpu ipo uk eu us "
        "usa tv pc ios hd uhd 4k 8k hdr iso suv ev evs pr it hr r&d q&a diy atm pin esg dna rna mrna fda ema "
        "fcc ces mwc ifa e3 gdpr mou jv nda faq pdf html http api sdk saas iot lte wi-fi wifi bluetooth ok "
        "asap phd mba bbc dvd cd dj vip rrp msrp vat gmt cet est pst ip ipx7 mah mhz ghz kwh kw hz ed a.m p.m"
    ).split()
)
# Those who only tell it, and where it is sold or posted.
SOURCES = frozenset(
    (
        "reuters|bloomberg|associated press|afp|dpa|cnn|cnbc|bbc|the verge|engadget|techcrunch|gsmarena|"
        "wired|cnet|zdnet|the guardian|financial times|wall street journal|new york times|nikkei|"
        "south china morning post|handelsblatt|le monde|el país|der spiegel|forbes|fortune|variety|ign|"
        "kotaku|polygon|eurogamer|android authority|android police|9to5google|9to5mac|macrumors|"
        "xda developers|phonearena|the information|axios|digitimes|business wire|pr newswire|globenewswire|"
        "twitter|x|facebook|instagram|tiktok|youtube|weibo|wechat|linkedin|reddit|discord|telegram|whatsapp|"
        "amazon|ebay|walmart|best buy|target|mediamarkt|saturn|geekbench|tenaa|fcc|kickstarter|indiegogo|"
        "ice universe|digital chat station|evan blass|onleaks|steam|app store|play store|google play|"
        "wikipedia|idc|gartner|counterpoint|canalys|statista|moody's|fitch|goldman sachs|morgan stanley"
    ).split("|")
)
SUFFIXES = frozenset(
    (
        "electronics technologies technology systems motors motor optics labs laboratories software "
        "semiconductor semiconductors pharma pharmaceuticals therapeutics biosciences biotech airlines "
        "airways bank banking media audio mobile camera cameras games studios studio entertainment foods "
        "beverages brewery brewing energy power networks telecom telecommunications communications "
        "industries international global partners capital insurance financial automotive robotics "
        "aerospace aviation instruments devices materials chemicals solutions digital interactive "
        "publishing group holdings holding institute"
    ).split()
)
ENDINGS = frozenset(
    (
        "ag gmbh se kg kgaa inc corp corporation co ltd limited llc llp plc nv bv sa sas sarl spa srl ab "
        "a/s as asa oy oyj kk pte pty bhd tbk jsc oao holding holdings group s.p.a s.a n.v b.v k.k s.r.l "
        "co.,ltd company"
    ).split()
)
# Words of a product's name after its maker's.
QUALIFIERS = frozenset(
    (
        "pro max plus ultra mini lite se fe edition limited air note fold flip neo turbo prime gt watch "
        "ring phone pad tab book series mark mk gen generation xl one two zero x s ii iii iv v vi collection "
        "card pay cloud os tv play home store app music pass wallet festival universe tour cup prize award "
        "center centre building tower arena stadium park museum street road"
    ).split()
)
BEFORE = (  # ends right before the name
    r"(?:\b(?:CEO|CTO|CFO|COO|chief executive|chairman|chairwoman|founder|co-founder|head|president"
    r"|director|spokes(?:man|woman|person)|engineer|designer|boss|manager|analyst)\b[^.;:\n]{0,40}?"
    r" (?:of|at|for|from)|\b(?:maker|makers|manufacturer|giant|company|firm|brand|start-up|startup"
    r"|chipmaker|carmaker|automaker|watchmaker|specialist|supplier|developer|publisher|operator"
    r"|brewer|bank|lender|retailer|airline|group|house|label|studio|subsidiary|drugmaker|partner"
    r"|partners|rival|rivals|competitor|competitors|parent|licensee|unit)|\b(?:partnership|partnered|cooperation"
    r"|collaboration|collaborat\w+|alliance|venture|agreement|deal|pact|tie-up|teamed up|teaming up"
    r"|team up|joined forces|worked|works|working|work|licen[cs]e\w*) (?:with|between|from|to|by)"
    r"|\b(?:made|built|designed|developed|tuned|engineered|owned|acquired|produced|published) by"
    r"|\bshares (?:of|in)|\bbetween) (?:the )?$"
)
AFTER = (  # begins right after the name
    r"(?:'s?)? (?:CEO|CTO|CFO|COO|chief|spokes\w+|founder|co-founder|head of|president|boss)\b"
    r"|, (?:an?|the|one of|which|whose|maker|best known)\b"
    r"|(?:'s?)? (?:today |yesterday |also |now |has |have |had |will |is |would |recently )?(?:say|said|announce|announced"
    r"|launch|launched|launches|unveil\w*|plans?|planned|introduc\w+|releas\w+|partner\w*|team\w*|join\w*|sign\w*"
    r"|work\w*|develop\w*|made|makes|reveal\w*|confirm\w*|declined|denied|sell\w*|sold|agreed|bought"
    r"|acquir\w+|expects?|and [A-Z])\b"
    r"| (?:AG|SE|GmbH|Inc|Corp|Ltd|plc|S\.p\.A|SA|AB)\b"
    r"|-(?:branded|made|owned|engineered|tuned|backed|designed)\b| \((?:NASDAQ|NYSE|LSE|Nasdaq|TSX|ASX)\b"
)
ONLY_SOURCE = (
    r"(?:according to|reports?|reported by|told|via|seen by|spotted by|published by) (?:the )?$"
)
