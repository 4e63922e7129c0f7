"""Words around people: what they are, what they do, what is no name."""

_HEADS = (
    "directress ceo cfo cto coo cmo cio cpo cdo cso chro cxo ciso gm md vp svp evp avp president "
    "vice-president vice-chairman chairman chairwoman chairperson chair founder co-founder "
    "cofounder founders director co-director head lead leader chief boss co-ceo manager officer "
    "executive exec spokesperson spokesman spokeswoman representative rep analyst engineer "
    "designer partner owner co-owner proprietor principal editor producer scientist architect "
    "strategist researcher professor lecturer economist consultant adviser advisor counsel lawyer "
    "attorney solicitor barrister secretary treasurer minister commissioner mayor chef baker "
    "brewer brewmaster winemaker distiller perfumer pilot captain developer programmer writer "
    "author composer artist illustrator curator inventor evangelist ambassador planner buyer "
    "merchandiser stylist couturier tipster leaker insider blogger journalist reporter columnist "
    "publisher responsible supremo czar guru supervisor coordinator controller auditor specialist "
    "expert historian physicist chemist biologist doctor physician surgeon veterinarian "
    "pharmacist banker trader investor shareholder heir technician mechanic driver athlete "
    "collaborator photographer film-maker filmmaker painter sculptor potter weaver tailor "
    "shoemaker watchmaker jeweller jeweler luthier carpenter farmer fisherman butcher "
    "geologist glaciologist oceanographer agronomist nutritionist dietitian critic reviewer "
    "collector observer commentator strategist lobbyist campaigner activist trustee governor "
    "superintendent administrator organiser organizer dean rector fellow member"
)
HEADS = frozenset(_HEADS.split())

_MODIFIERS = (
    "chief vice deputy senior junior executive managing general global group regional corporate "
    "assistant associate acting interim former ex co joint founding creative technical technology "
    "commercial financial finance operating operations marketing product products design sales "
    "brand brands communications communication strategy digital data information people human "
    "resources legal medical scientific science research development r&d engineering software "
    "hardware innovation investment retail content editorial art artistic game games project "
    "programme program account business customer experience growth revenue risk compliance "
    "security supply chain procurement purchasing production quality sustainability industrial "
    "sound audio imaging mobile network networks head lead principal staff master first "
    "second longtime long-time lead honorary non-executive independent external internal press "
    "media public affairs relations new incoming outgoing current"
)
MODIFIERS = frozenset(_MODIFIERS.split())

# What one may be the head of: capitalised in a title, these are no company.
_DOMAINS = (
    "accessories advertising aerodynamics ai alliances analytics apparel apps architecture art "
    "asia americas america africa audio automotive aviation banking battery batteries beauty "
    "beverages beverage board brand brands business buying cameras camera cards care category "
    "channel clinical cloud coffee color colour commerce commercial communication communications "
    "community compliance computing connectivity construction consumer content core corporate "
    "creative credit culture customer customers data delivery design devices development digital "
    "directors displays distribution driving drug e-commerce electrification electronics emea "
    "emerging energy engagement engineering entertainment environment europe events experience "
    "experiences external fashion field finance fleet food foods foundry fragrance fragrances "
    "future games gaming global government green ground growth hardware health home human imaging "
    "industrial information infrastructure innovation insights insurance integration interior "
    "internal international investment investments investor it laboratory latin learning legal "
    "licensing lifestyle lighting logistics loyalty machine maintenance management manufacturing "
    "market marketing markets materials media medical medicine medicines merchandise merchandising "
    "mobile mobility music network networks new north nutrition oncology online operations optics "
    "packaging partner partnership partnerships payments people performance pharma photography "
    "planning platform platforms play policy powertrain press pricing procurement product "
    "production products program programme programs project projects propulsion public publishing "
    "purchasing quality r&d regulatory relations research resources respiratory retail revenue "
    "rewards risk robotics running safety sales science sciences security semiconductor "
    "semiconductors service services silicon smart software solutions sound sourcing south "
    "sponsorship sports staff standards storage store stores strategic strategy studio studios "
    "supply support sustainability systems talent tech technical technology technologies "
    "telecommunications test testing trade training transformation transport travel treasury "
    "uk us user vaccines vehicle vehicles ventures video vision wealth wearable wearables web "
    "wholesale wireless world and & of for the chain experience wear east west"
)
DOMAINS = frozenset(_DOMAINS.split())

# Words that end the words of a role.
_STOPS = (
    "a an the this that these those some any every each who whom whose which what when where while "
    "as if but or nor so yet than then after before during since until under over into onto upon "
    "about around between among through against without within via per by to on is are was were be "
    "been being has have had do does did will would can could may might must shall should not "
    "also now today yesterday tomorrow recently later earlier still just only even never always "
    "monday tuesday wednesday thursday friday saturday sunday asked called met he she it they we i "
    "you his her its their our my your one because although though whether however"
)
STOPS = frozenset(_STOPS.split())

_COMPANY_NOUNS = (
    "company firm group brand maker manufacturer house giant start-up startup studio label "
    "business chain retailer bank lender insurer airline carrier operator vendor supplier "
    "publisher developer chipmaker carmaker automaker drugmaker watchmaker brewer brewery "
    "distiller distillery winery bakery roaster producer builder shipbuilder planemaker "
    "toymaker broadcaster network agency institute venture unit subsidiary division arm parent "
    "owner specialist provider platform service charity university fund outfit shop organisation "
    "organization association enterprise corporation conglomerate workshop factory "
    "manufacture consortium newspaper magazine hotel restaurant team club college school lab "
    "laboratory phonemaker perfumer jeweller shoemaker boutique store utility refiner miner "
    "steelmaker foundry hospital museum orchestra foundation"
)
COMPANY_NOUNS = frozenset(_COMPANY_NOUNS.split())

# After “who”: what somebody does for a company, which stands for a role.
_DOES = (
    "leads led heads headed runs run ran manages managed oversees oversaw directs directed owns "
    "founded co-founded cofounded started created designs designed built follows covers "
    "tracks advises teaches edits chairs coaches looks handles studies researches "
    "supervises develops developed does keeps represents works worked invented"
)
DOES = frozenset(_DOES.split())
# Of these, whose object may be a company.
_RUNS = "founded co-founded started created built owns leads led heads runs run ran"
RUNS = frozenset(_RUNS.split())

_TITLES = "mr mrs ms miss mx dr prof professor sir dame lord lady herr frau madame"
TITLES = frozenset(_TITLES.split())
PARTICLES = (
    "van der|van den|van de|van het|van't|van|von der|von und zu|von dem|von|vom|zu|zur|zum|de la|de los|"
    "de las|de|del|della|delle|dei|degli|di|da|das|dos|do|du|des|le|la|al|el|bin|bint|ibn|ben|"
    "ter|ten|te|af|av|y|e|ap|st|mac|der|den|dal|dalla"
)

# Words with a capital that begin no person's name.
_NO_NAMES = (
    "the a an this that these those in on at by for from with of to and or but if when while as "
    "after before since until under over about not no yes it its he she they we i you his her our "
    "their my your who what where why how which there here now then so yet also both all each "
    "every some any many most much more few one two three four five six seven eight nine ten first "
    "second third last next new old big small other another such only just even still once "
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow "
    "spring summer autumn winter christmas easter ces mwc ifa "
    "said says asked told added according image images photo photos source via update updated "
    "read more media press contact about posted words text "
    "company companies group "
    "united kingdom states america europe asia africa north south east west central "
    "germany france italy spain china japan korea india britain england scotland wales ireland "
    "switzerland austria sweden norway denmark finland poland portugal greece turkey russia "
    "ukraine brazil mexico canada australia taiwan singapore "
    "american british chinese japanese korean german french italian spanish swiss austrian "
    "swedish norwegian danish finnish polish portuguese greek turkish russian ukrainian brazilian "
    "mexican canadian australian indian taiwanese dutch belgian irish scottish welsh english "
    "european asian african israeli egyptian saudi czech hungarian romanian icelandic vietnamese "
    "thai indonesian malaysian estonian latvian lithuanian slovenian croatian serbian californian "
    "parisian bavarian texan"
)
NO_NAMES = frozenset(_NO_NAMES.split())

# Words that are parts of a company's name and hardly ever of a person's.
_COMPANY_WORDS = (
    "ag gmbh se kg kgaa inc inc. corp corp. corporation co co. ltd ltd. limited llc llp plc nv bv "
    "n.v. b.v. sa s.a. sas sarl spa s.p.a. srl s.r.l. ab a/s as asa oy oyj kk k.k. pte pty bhd tbk "
    "jsc holding holdings group company electronics technologies technology systems motors motor "
    "optics labs lab laboratories laboratory software semiconductor semiconductors pharma "
    "pharmaceuticals therapeutics biotech bio biosciences airlines airways air bank banking media "
    "audio mobile mobility camera cameras games gaming studios studio entertainment energy power "
    "foods food beverages brewery breweries brewing distillery partners capital ventures "
    "securities research analytics consulting advisory institute university college school "
    "ministry department agency association council commission committee court foundation trust "
    "museum society union federation network networks telecom telecommunications communications "
    "wireless digital online interactive robotics automotive automobiles industries industrial "
    "manufacturing works chemical chemicals materials steel oil gas mining logistics shipping "
    "insurance assurance financial finance payments services solutions products brands fashion "
    "apparel sportswear shoes toys bikes cycles watches watch jewelry jewellery cosmetics beauty "
    "perfumes home furniture hotels resorts restaurants coffee tea wine wines spirits press news "
    "times post journal wire magazine tv radio records music pictures films sons brothers & "
    "international global worldwide national royal precision instruments devices health "
    "healthcare medical diagnostics genomics sciences cloud data edition series "
    "pro max plus ultra mini conference fair show festival awards award summit expo street road "
    "avenue square park city island valley bay river lake mountain hills airport station tower "
    "hall center centre store shop market world cup league"
)
COMPANY_WORDS = frozenset(_COMPANY_WORDS.split())

# Family names that stand first: “Lei Jun” is later “Lei”.
_FAMILY_FIRST = (
    "lei deng wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo "
    "zheng liang xie tang song han cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng "
    "wei su lu ding ren shen yao lam chan wong cheung lau ng leung kwok kim park lee choi jung "
    "jeong kang cho yoon yun jang lim im oh seo shin kwon hwang ahn hong yoo yu ko go moon son bae "
    "baek heo nam noh roh ha joo ju gu koo min jin na um eom cha won bang nguyen tran pham hoang "
    "phan vu dang bui"
)
FAMILY_FIRST = frozenset(_FAMILY_FIRST.split())

# Before the name of a paper or a site.
_PAPERS_NAMED = (
    "daily newspaper paper weekly magazine site website blog outlet portal tabloid channel"
)
PAPERS_NAMED = frozenset(_PAPERS_NAMED.split())
