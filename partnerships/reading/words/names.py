"""Words that names begin, join, end and are mistaken for: capitals alone make no name."""

# Capitalised where a sentence begins, and no names there.
_COMMON = (
    "a about above abroad according accordingly across actually advertising advice after "
    "afternoon against agreement agreements ah aha ahead airline alas all allegedly alliance "
    "almost alone along also although always amid amidst among amongst amount an analyst "
    "analysts and announcing annual annually another any anyone anything anywhere apart app "
    "apparently approximately apps are around artificial as aside ask asked at authorities "
    "availability available back backed background bankers banks based basically battery be "
    "because been before behind being below besides best beta better between beyond big bigger "
    "black bloggers blue boards boring born both bottom brand-new breaking brewer bronze brown "
    "budget building built but buy buying by bye call calling calls came camera cameras can "
    "canceled cancelled car carmaker carmakers cars cash ceo certain certainly cfo chairman "
    "chairwoman chapter chief children chipmaker chipmakers cities city clearly cmo co "
    "collaboration color colors colour colours come comes coming commentators commercial "
    "common companies company competition competitor competitors completion concerning "
    "conclusion confirmed congratulations cons consequently consider consumers contact context "
    "continent contract contracts coo cooperation correction cost costs cotton could countries "
    "country court courts created creative credit critics cto current currently customers "
    "daily day days deal deals dear death debut debuts delayed deliveries delivery demand "
    "denied deputy design designed designer designers designs despite detail details developed "
    "developer development device devices did different digital director directors display "
    "distribution do doctors does doing domestic don't double down dr drinks drivers drug "
    "drugs during each earlier early early-bird earnings edition editor education eight either "
    "electric electronic employees energy engineering engineers enough episode especially "
    "essentially established european-wide even evening eventually every everybody everyone "
    "everything everywhere exactly except excluding exclusive executive executives expected "
    "experts factory failure fair false families fans feature features feedback few fewer "
    "fibre figure figures final finally financial find first firstly five following food for "
    "foreign forget forgot former formerly found founded founder four frankly friend friends "
    "from full fun further furthermore future game gamers games general generally get getting "
    "give given global go goes going gold good goodbye got government governments gray great "
    "green grey group grown-ups growth had half happily hardware has have having he he's head "
    "headline headquartered health hearing hello help hence her here here's hers herself hey "
    "hi high himself his historians history hmm holiday holidays home honestly hooray "
    "hopefully hour hourly hours house how however i i'm if image imagine immediately "
    "importantly in including indeed industrial industry inflation initially innovation inside "
    "insiders instead insurance intelligent interestingly international introducing "
    "introduction investors is issue it it's its itself joint journalists judge judges just "
    "keep kind kinds king know known lady larger last lastly late lately later launch launched "
    "launches launching lawsuit lawsuits lawyers leak leaks least led left less let let's life "
    "light like likely limited line listen literally live local located long long-term look "
    "looking lot lots loud love low luckily lunch made main make maker makers making manager "
    "managers managing manufacturer manufacturing many market marketing markets may maybe "
    "meanwhile media meet meeting men merely midnight might mine minister minute minutes "
    "mobile model models money month monthly months more moreover morning most mr mrs ms much "
    "music must mutual my national naturally nearly needed neighbors neighbours neither "
    "nervous never nevertheless new new-look news next night nights nine no no-one nobody none "
    "nonetheless noon nope nor normally northern not notably note notes nothing "
    "notwithstanding now nowhere number numbers observers obviously of off office officer "
    "officially offline often oh ok okay old on once one online only oops operator or orange "
    "order ordering orders originally other others otherwise ouch our ours ourselves out "
    "outside over overseas overview own owned owner owners packaging page pages paid part "
    "particularly partner partners partnership partnerships passengers past patients pay "
    "paying peace people per percent performance perhaps phone phones photo picture pink place "
    "places planned plans plant plants platform platforms players please plenty plus police "
    "possibly postponed power pre-order pre-orders precisely preorders present presently "
    "president press presumably pretty previously price priced prices prince princess privacy "
    "private probably product production products prof profit profits progress pros public "
    "publisher purple q quality quarter quarterly queen quick quickly quite rarely rather "
    "rating ratings reaction read readers reading real really recently red regarding "
    "regardless region regional regions regulators rejected release released releases "
    "reliability remember reportedly reporters reports required research researchers results "
    "retail retailers revenue review reviewers right rival rivals roughly rumor rumors rumour "
    "rumours sadly safety said sales same say says scheduled science scientists score scores "
    "screen season seasons second secondly seconds section security see seeing seldom sell "
    "selling senior separately seriously service services seven several shall share shares she "
    "she's shipments shipping ships shop shoppers shops short short-term shortly should show "
    "shown sign signed signing signs silence silver similar simply since sir site sites six "
    "size slowly small smaller smart smartphone smartphones so software sold some somebody "
    "someone something sometimes somewhere soon sorry sort sorts sought sound source sources "
    "southern space speaking special specific specifically specifications specs spokesman "
    "spokesmen spokespeople spokesperson spokeswoman staff starting startups still stores "
    "stories story strategic success such suddenly summary supply support supposedly sure "
    "surprisingly table take taken tale talking talks team teams technical technologies "
    "technology tell ten term terms testing tests than thank thanks that that's the their "
    "theirs themselves then there there's therefore these they they're thing things think "
    "thirdly this those though three thrice thus tickets time to today together told tomorrow "
    "tonight too top total tourists town towns traders trading traffic travellers trial trials "
    "triple trouble true truly twice two typically ultimately unavailable under unfortunately "
    "unions unlike unlikely unofficially until up update use used users usually value values "
    "various venture verdict very via vice video village visitors volume want wanted wants war "
    "was watch water way ways we we're we've week weekend weekly weeks weight welcome well "
    "went were what whatever when whenever where wherever whether which while white who "
    "whoever whom whose why will with within without women work workers working world worlds "
    "worse worst worth would wow writing yeah year years yellow yep yes yesterday yet you "
    "young your yours"
)
COMMON = frozenset(_COMMON.split())

# Common words that are names where a sentence goes on with a capital.
_ALSO_NAMES = (
    "apple block boss box chase discover gap guess honor jaguar meta mini next nothing oracle "
    "orange puma sage sharp shell sky slack smart square stripe subway target three virgin visa "
    "wise zoom"
)
ALSO_NAMES = frozenset(_ALSO_NAMES.split())

# Common words with which names of several words begin.
_FIRST_OF_NAMES = (
    "air alpha american art bank best big black blue british city dear deep digital east eastern "
    "electric electronic fair first full game games general global golden good great green group "
    "happy hard high home house international little moon national new north northern old open "
    "orange public red royal sea seven silver smart south southern standard star studio sun super "
    "team three true two united west western white world young"
)
FIRST_OF_NAMES = frozenset(_FIRST_OF_NAMES.split())

_DAYS_AND_MONTHS = (
    "apr april aug august autumn christmas dec december diwali easter fall feb february fri "
    "friday h1 h2 halloween jan january jul july jun june mar march may mon monday nov november "
    "oct october q1 q2 q3 q4 ramadan sat saturday sep sept september spring summer sun sunday "
    "thanksgiving thu thursday tue tuesday wed wednesday winter"
)
DAYS_AND_MONTHS = frozenset(_DAYS_AND_MONTHS.split())

_PEOPLES = (
    "galician catalan basque bavarian saxon tuscan sicilian andalusian flemish walloon breton "
    "florentine milanese parisian viennese neapolitan venetian lombard genoese swabian prussian "
    "silesian valencian castilian cornish californian texan hawaiian alaskan bengali punjabi "
    "cantonese kurdish tatar anatolian norman burgundian ligurian piedmontese tyrolean "
    "african albanian algerian american americans anglo argentine armenian asian australian "
    "austrian baltic bangladeshi basque bavarian belgian berliner bolivian bosnian brazilian "
    "breton british bulgarian californian canadian catalan catholic chilean chinese christian "
    "colombian croatian cuban cypriot czech danes danish dutch eastern ecuadorian egyptian "
    "emirati english estonian ethiopian european europeans filipino finnish finns flemish franco "
    "french genoese georgian german germans ghanaian greek hongkong hungarian icelandic indian "
    "indonesian iranian iraqi irish israeli italian italians jamaican japanese jewish jordanian "
    "kazakh kenyan korean koreans kuwaiti latin latvian lebanese lithuanian londoner "
    "luxembourgish macedonian mainland malaysian maltese mexican mongolian montenegrin moroccan "
    "muslim nepalese nigerian nordic northern norwegian norwegians omani pakistani parisian "
    "peruvian polish portuguese qatari romanian russian saudi scandinavian scottish serbian "
    "singaporean sino slovak slovenian southern spaniards spanish swedes swedish swiss syrian "
    "taiwanese texan thai tunisian turkish ukrainian uzbek venezuelan viennese vietnamese welsh "
    "western"
)
PEOPLES = frozenset(_PEOPLES.split())

# Between the name of a company and that of a person.
_ROLES = (
    "analyst boss cdo ceo cfo chairman chairperson chairwoman chief cio cmo co-founder coo cpo "
    "cso cto cxo dame deputy designer director dr editor engineer evp executive founder head "
    "manager managing minister mr mrs ms officer president prof professor secretary-general "
    "senior sir spokesman spokesperson spokeswoman svp vice vp"
)
ROLES = frozenset(_ROLES.split())

# They begin no name, wherever they stand.
_NEVER_FIRST = (
    "a according after an and as at before but by ceo cfo coo cto dame dr for from if in lady "
    "lord mr mrs ms on or per president prof since sir to via when while with"
)
NEVER_FIRST = frozenset(_NEVER_FIRST.split())

_NEVER_LAST = (
    "a an and are as at by de for from had has have he i in is it its of on said says she the "
    "they to was we will with"
)
NEVER_LAST = frozenset(_NEVER_LAST.split())

_LEGAL_FORMS = (
    "a/s ab ag aktiengesellschaft aps as asa b.v bhd bv co co,. co.,ltd corp corporation cv d.o.o "
    "doo e.v eood ev gmbh gmbh& holding holdings inc inc. incorporated jsc k.k kft kg kgaa kk "
    "limited llc llp ltd ltd.sti ltda n.v nv oao oy oyj oü plc private pte pty pvt rt s.a s.a.r.l "
    "s.a.s s.p.a s.r.l sa sa/nv sarl sas scs se sp spa srl tbk vof z.o.o zrt"
)
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split())

_LEGAL_AFTER_COMMA = "co corp inc limited llc llp ltd plc s.a s.p.a"
LEGAL_AFTER_COMMA = frozenset(_LEGAL_AFTER_COMMA.split())

# Ends of companies' names after which the first word may stand for them.
_ENDS_OF_COMPANIES = (
    "aerospace ai air aircraft airlines airways america analytics asset assurance audio auto "
    "automotive autos aviation bank banking batteries battery beauty beverages bio biologics "
    "biosciences biotech books brands brewery brewing broadband cable camera cameras capital card "
    "cards cars cell cells cement chemicals china coffee communications company computer "
    "computers computing construction consulting corporation cosmetics cruises dairy data devices "
    "diagnostics digital display displays distillers distillery electronics energy engineering "
    "enterprise enterprises entertainment estates europe exchange farms fashion financial foods "
    "foodservice footwear france games gas generics genomics germany glass global group health "
    "healthcare holding holdings holidays hosting hotels imaging india industries institute "
    "instruments insurance interactive international japan jewellery korea laboratories labs land "
    "life logistics machinery machines management maps markets materials media medical metals "
    "microsystems mining mobile mobility motor motors net networks news oil online optics optik "
    "paper park partners payments petroleum pharma pharmaceuticals pictures power precision press "
    "properties publishing radio rail railways realty records resorts retail robotics robots sagl "
    "satellite savings sciences securities security seeds semiconductor semiconductors service "
    "services shipping software solar solutions space sports sportswear steel stores studio "
    "studios supply systems tea tech technologies technology telecom telecommunications telecoms "
    "telekom television therapeutics tools toys trading travel trucks trust tv uk usa ventures "
    "vision watches water web wind wines wireless works worldwide"
)
ENDS_OF_COMPANIES = frozenset(_ENDS_OF_COMPANIES.split())

# Small words within names.
_PARTICLES = "& da de del della den der des di do dos du for la le of van von"
PARTICLES = frozenset(_PARTICLES.split())

# Before “of” in a name: “Bank of Ireland”.
_HEADS_WITH_OF = (
    "academy age association bank bank's board bureau call chamber church city college "
    "confederation council court department federation game god house institute institution isle "
    "kingdom league line lord ministry museum office order port republic school sea society union "
    "university"
)
HEADS_WITH_OF = frozenset(_HEADS_WITH_OF.split())

# After the hyphen of a word that only holds a name: “Tokyo-based”.
_AFTER_HYPHEN = (
    "affiliated approved backed based born brand branded bred built certified colored coloured "
    "compatible controlled designed developed domiciled educated engineered equipped era "
    "exclusive flavored flavoured focused free funded headquartered inspired led licensed like "
    "listed made maker only owned powered produced published quality related sized specific style "
    "themed trained tuned wide"
)
AFTER_HYPHEN = frozenset(_AFTER_HYPHEN.split())

# After a name that is written small.
_BEFORE_NOUNS = "the a an its their his her our this that some new"
BEFORE_NOUNS = frozenset(_BEFORE_NOUNS.split())
_AFTER_SMALL_BRAND = "'s and announced has is launched launches plans said says unveiled was will"
AFTER_SMALL_BRAND = frozenset(_AFTER_SMALL_BRAND.split())

_TIMES_OF_SCALE = "am bst cet edt est gmt pdt pm pst utc"
TIMES_OF_SCALE = frozenset(_TIMES_OF_SCALE.split())

_ACRONYMS = (
    "3g 4g 4k 5g 6g 8k a.m ai api ar asap atm b2b b2c bbc bluetooth cd ceo ceos ces cet cfo coo "
    "cop26 cop27 covid covid-19 cpu cto ddr diy dj dna dvd e3 ed ema esg est eu ev evs faq fcc "
    "fda fifa gdpr ghz gmt gps gpu hd hdd hdr hr html http https hz ifa imf ioc ios iot ip ipo "
    "ipx7 iso it jv kpi kw kwh lan lcd led lte mah mba mhz mou mp mr mrna msrp mwc nato nba nda "
    "nfc nfl nft nfts nhl odm oem oems ok oled opec p.m pc pcs pdf phd pin pr pst q&a r&d ram rna "
    "roi rom rrp saas sdk ssd suv suvs tv tvs type-c uefa uhd ui uk un url us usa usb usb-c ux "
    "vat vip vpn vr wan who wi-fi wifi wto www"
)
ACRONYMS = frozenset(_ACRONYMS.split())

_PLACES = (
    "aalborg aarhus aberdeen abidjan abuja accra adelaide afghanistan africa akureyri alabama "
    "alaska albania alberta albuquerque alexandria algeria algiers almaty alps alsace america "
    "amman amsterdam anchorage andalusia andes andorra angola ankara antalya antwerp argentina "
    "arizona arkansas armenia aruba asia astana asunción athens atlanta auckland augsburg austin "
    "australia austria azerbaijan azores baghdad bahamas bahrain baku bali balkans baltimore "
    "bamberg bandung bangalore bangkok bangladesh barbados barcelona basel basle bavaria beijing "
    "beirut belarus belfast belgium belize benelux bengaluru benin bergen berkshire berlin "
    "bermuda bern berne bhutan bilbao birmingham bled bogota bogotá bolivia bologna bonn bordeaux "
    "bosnia boston botswana brasilia brasília bratislava brazil bremen brighton brisbane bristol "
    "britain brittany brno bronx brooklyn bruges brunei brussels bucharest budapest bulgaria "
    "burgundy bursa burundi busan cairo calgary california cambodia cambridge cameroon canada "
    "canberra cannes caracas cardiff caribbean casablanca catalonia cebu chad champagne charlotte "
    "chengdu chennai cheshire chicago chile china chongqing christchurch cincinnati cleveland "
    "cluj cologne colombia colombo colonsay colorado columbus congo connecticut copenhagen cork "
    "cornwall coventry croatia cuba cumbria cupertino curacao curitiba cyprus czechia córdoba "
    "daegu dakar dakota dallas danang darwin davao debrecen delaware delft delhi denmark denver "
    "derby derbyshire detroit devon dhaka djibouti doha dominica dorset dortmund dresden dubai "
    "dublin duesseldorf dundee dunedin durban düsseldorf ecuador edinburgh edmonton egypt "
    "eindhoven england erfurt eritrea espoo essen essex estonia eswatini ethiopia eu europe faroe "
    "fiji finland flanders florence florida france frankfurt freiburg fukuoka gabon galicia "
    "galway gambia gdansk gdańsk geneva genoa georgia germany ghana ghent gibraltar glasgow "
    "gothenburg granada graubünden graz greece greenland grenada groningen guadalajara guangdong "
    "guangzhou guatemala guinea gujarat gurgaon gurugram guyana hague haiti halifax hamburg "
    "hampshire hangzhou hanoi hanover harare havana hawaii hebrides heidelberg helsinki hesse "
    "himalayas hiroshima hobart hollywood honduras hongkong honolulu houston hove hsinchu hungary "
    "hyderabad iasi iceland idaho illinois incheon india indiana indianapolis indonesia innsbruck "
    "inverness iowa iran iraq ireland islamabad israel istanbul italy izmir jakarta jamaica japan "
    "jeddah jena jiangsu johannesburg jordan kampala kansas karachi karlsruhe karnataka kassel "
    "kathmandu katowice kazakhstan kent kentucky kenya kiel kiev kigali kingston kiruna kobe "
    "kolkata korea kosovo krakow kuwait kyiv kyoto kyrgyzstan lagos lahore lancashire laos latvia "
    "lausanne lebanon leeds leicester leiden leipzig lesotho liberia libya liechtenstein lima "
    "limerick linköping linz lisbon lithuania liverpool liège ljubljana lodz lombardy london "
    "louisiana louisville lucerne lugano luleå lund lusaka luxembourg lviv lyon lübeck maastricht "
    "macao macau madagascar madrid maine malaga malawi malaysia maldives mali malmo malmö malta "
    "manchester manhattan manila manitoba mannheim marrakesh marseille martinique maryland "
    "massachusetts mauritania mauritius medellín mediterranean melbourne memphis mendoza "
    "merseyside mexico miami michigan milan milwaukee minneapolis minnesota minsk mississippi "
    "missouri moldova monaco mongolia montana montenegro monterrey montevideo montreal morocco "
    "moscow mountain-view mozambique mumbai munich myanmar nagoya nairobi namibia nanjing naples "
    "nashville nebraska nepal netherlands nevada newcastle nicaragua nicosia niger nigeria noida "
    "norfolk normandy norway nottingham nuremberg nürnberg oakland odense odessa ohio oklahoma "
    "oman ontario oregon orkney orlando osaka oslo ostrava ottawa oulu oxford oxfordshire "
    "pakistan palestine panama paraguay paris penang pennsylvania perth peru philadelphia "
    "philippines phoenix phuket piedmont pittsburgh plovdiv plymouth poland portland porto "
    "portsmouth portugal potsdam poznan poznań prague pretoria provence pune qatar quebec queens "
    "queensland quito rabat rajasthan raleigh recife redmond regensburg reykjavik riga riyadh "
    "romania rome rosario rostock rotterdam russia rwanda sacramento sahara saigon salvador "
    "salzburg samoa santiago sapporo sarajevo sardinia saxony scandinavia scotland seattle "
    "selangor senegal seoul serbia seville seychelles shandong shanghai sheffield shenzhen "
    "shetland siberia sicily singapore skopje skye slovakia slovenia sofia somalia somerset "
    "southampton soweto spain split stansted stavanger stockholm stuttgart sudan suffolk "
    "sunderland sunnyvale surabaya suriname surrey sussex suwon suzhou svalbard swansea sweden "
    "switzerland sydney syria szeged taipei taiwan tajikistan tallinn tampa tampere tanzania "
    "taoyuan tashkent tasmania tbilisi tehran tennessee texas thailand thessaloniki thuringia "
    "tianjin tijuana timișoara tirana togo tokyo tonga toronto tripoli tromsø trondheim tucson "
    "tunis tunisia turin turkey turkiye turkmenistan turku tuscany tyrol türkiye u.k u.s uae "
    "uganda uk ukraine ulm umeå uppsala uruguay us usa utah utrecht uzbekistan valencia vancouver "
    "vanuatu varna venezuela venice vermont victoria vienna vietnam vilnius virginia wales "
    "wallonia warsaw warwickshire washington weimar wellington wetzlar wiltshire winnipeg "
    "wisconsin wolfsburg wrocław wuhan wyoming xi'an yemen yerevan yokohama york yorkshire zadar "
    "zagreb zambia zaragoza zhejiang zimbabwe zurich zürich łódź"
)
PLACES = frozenset(_PLACES.split())

_PLACE_PAIRS = (
    "abu dhabi|asia pacific|asia-pacific|baden-württemberg|bay area|black sea|buenos aires|"
    "canary islands|cape town|central europe|costa rica|czech republic|east coast|"
    "eastern europe|faroe islands|great britain|gulf coast|ho chi|hong kong|kuala lumpur|"
    "las vegas|latin america|latin american|los angeles|lower saxony|mexico city|middle east|"
    "new delhi|new england|new jersey|new york|new zealand|north america|north american|"
    "north carolina|north rhine-westphalia|north sea|northern ireland|puerto rico|rio de|"
    "san diego|san francisco|san jose|saudi arabia|silicon valley|south africa|south america|"
    "south korea|south korean|south tyrol|southeast asia|sri lanka|st gallen|st petersburg|"
    "são paulo|tel aviv|the hague|united arab|united kingdom|united states|upper austria|"
    "west coast|western europe"
)
PLACE_PAIRS = frozenset(_PLACE_PAIRS.split("|"))

# Those who only tell it, and where it is sold or posted.
_SOURCES = (
    "9to5google|9to5mac|afp|amazon|android authority|android police|androidpolice|antutu|"
    "app store|ars technica|asahi shimbun|associated press|autocar|automotive news|axios|"
    "barclays|bbc|bernstein|best buy|billboard|bloomberg|bluesky|bluetooth sig|"
    "business insider|business of fashion|business wire|caixin|canalys|car and driver|"
    "carrefour|cnbc|cnet|cnn|corriere della sera|costco|counterpoint|credit suisse|daily mail|"
    "deadline|der spiegel|dezeen|digital chat station|digital trends|digitimes|discord|dpa|"
    "dpreview|dxomark|ebay|economic times|el país|endpoints|engadget|etsy|euro ncap|eurogamer|"
    "evan blass|facebook|fcc|fierce pharma|financial times|fitch|flightglobal|flipkart|forbes|"
    "forrester|fortune|frandroid|frankfurter allgemeine|gadgets 360|gamespot|gartner|geekbench|"
    "gizmodo|global times|globenewswire|goldman sachs|golem|google play|gsm arena|gsmarena|"
    "handelsblatt|heise|ice universe|idc|ign|il sole 24 ore|indiegogo|instagram|ipsos|"
    "j.d. power|jd.com|jefferies|kickstarter|korea times|kotaku|kyodo|la repubblica|le figaro|"
    "le monde|les echos|linkedin|livemint|macrumors|manager magazin|mashable|mastodon|"
    "mediamarkt|mercadolibre|mint|moneycontrol|moody's|morgan stanley|motor trend|ndtv|"
    "new york times|nielsen|nikkei|notebookcheck|omdia|onleaks|pc gamer|petapixel|phonandroid|"
    "phonearena|pinterest|pitchfork|play store|polygon|pr newswire|quartz|reddit|reuters|"
    "rock paper shotgun|rolling stone|s&p|saturn|simple flying|sina|skift|snapchat|"
    "south china morning post|standard & poor's|stat|stat news|statista|steam|"
    "strategy analytics|süddeutsche zeitung|taobao|target|techcrunch|telegram|tenaa|tesco|"
    "the economist|the guardian|the hindu|the hollywood reporter|the independent|"
    "the information|the japan times|the korea herald|the register|the sun|the telegraph|"
    "the times|the verge|threads|tiktok|times of india|tmall|tom's hardware|top gear|"
    "trendforce|twitch|twitter|ubs|variety|venturebeat|vogue|wall street journal|walmart|"
    "wechat|weibo|whatsapp|wi-fi alliance|wikipedia|wired|wirtschaftswoche|women's wear daily|"
    "wwd|xda developers|xinhua|yonhap|yougov|youtube|zdnet"
)
SOURCES = frozenset(_SOURCES.split("|"))

# Ends and heads of names of what is no company.
_ORGANISATIONS = (
    "act agency agreement airport alliance arena association authority avenue award awards bay "
    "bridge building castle championship church college commission conference council court cross "
    "cup day department eve expo fair federation festival foundation hall hospital institute "
    "institution island islands lake marathon ministry mount mountain museum night ocean olympics "
    "palace park parliament prize river road school sea series show square stadium station street "
    "summit theater theatre tower treaty union university valley week"
)
ORGANISATIONS = frozenset(_ORGANISATIONS.split())
# What follows the word for a people and is no company's: “Nordic Wire” tells the news.
PUBLIC = frozenset(
    "wire army navy government state states empire league republic peninsula coast alps times post "
    "tribune herald gazette press news open cup grand".split()
)

# Words of a product's name after its maker's.
_QUALIFIERS = (
    "4k 8k advanced anniversary app ar basic book buds camera classic collection collector's "
    "deluxe earbuds edition elite essential ev fe flip fold gen generation gold gt gt-r hd "
    "headphones hybrid ii iii iv junior laptop lens limited lite mark mate max mini mk neo os pad "
    "pass phone platinum plug-in plus premium prime pro pros remake remastered ring s se series "
    "signature slim smartphone soundbar speaker special sport standard store tab tablet touch "
    "turbo tv ultra vi vr wallet watch wireless xl"
)
QUALIFIERS = frozenset(_QUALIFIERS.split())

# Lines of products whose first word is not their maker.
_PRODUCT_LINES = (
    "airpods alexa android atmos barbie bixby bluetooth chrome chromebook chromecast civic "
    "corolla cortana corvette dimensity dolby-atmos dolby-vision echo elmarit excel exynos find "
    "firefox fortnite galaxy gameboy geforce gen generation gmail golf gorilla halo helio ideapad "
    "imac inspiron ios ipad ipados iphone ipod kindle kinect kirin latitude linux mac macbook "
    "macos magic mario mark mate mi minecraft mk model moto mustang nest noctilux note nova "
    "office outlook passat pentium photoshop pixel planar playstation poco pokemon pokémon polo "
    "prius ps3 ps4 ps5 quattro radeon redmi reno rog ryzen safari series siri snapdragon sonic "
    "sonnar summicron summilux surface switch tessar tetris thinkpad type ubuntu ultium unix "
    "version vita vivobook watchos wear wi-fi wii windows xbox xeon yoga zelda zenfone"
)
PRODUCT_LINES = frozenset(_PRODUCT_LINES.split())

ROMAN = frozenset("II III IV VI VII VIII IX XL".split())
# After a name that ends in “'s”, and after no owner.
AFTER_NAME_IN_S = frozenset(", . ; ) has had is was will would and said says sued".split())
# Known names that end so: “Levi's” owns nothing of a Mr Levi.
_NAMES_IN_S = (
    "levi mcdonald kellogg macy wendy domino sotheby christie lloyd moody kohl lowe sainsbury lay "
    "arby bailey reese peet waterstone foyle hamley kiehl bloomingdale dillard chili denny hardee "
    "applebee zaxby popeye smucker burt snyder stouffer thornton carluccio claire"
)
NAMES_IN_S = frozenset(_NAMES_IN_S.split())

# Before the name that stands for the whole: “Bank Lindenhof”, later “Lindenhof”.
_GENERIC_FIRST = (
    "bank banco banca banque air groupe grupo gruppo studio studios brauhaus maison casa"
)
GENERIC_FIRST = frozenset(_GENERIC_FIRST.split())
# A word whose stop belongs to it: “Inc.”, “S.p.A.”
_DOTTED = "inc corp co ltd jr sr bros st mt dr s.p.a s.r.l s.a n.v b.v k.k d.o.o a.s"
DOTTED = frozenset(_DOTTED.split())

# “Eli Lilly and Company”
AFTER_AND = frozenset({"company", "co", "sons", "daughters", "brothers"})
