"""Words by which cooperations are told, begun, ended, doubted, and what only looks like one."""

# Each of these is a cooperation wherever it stands.
STRONG_NOUNS = (
    r"joint[ -]ventures?|JVs?|code-?shares?(?: agreements?| deals?)?|partnerships?|co-?operations?|collaborations?|alliances?|tie-ups?"
    r"|tie up(?= with)|team-ups?|link-ups?|collabs?|consorti(?:um|a)|co-developments?"
    r"|joint developments?|joint enterprises?|memorand(?:um|a) of (?:understanding|cooperation)"
    r"|MoUs?"
    r"|(?:cross-|sub-?)?licen[cs](?:e|ing) (?:agreements?|deals?|pacts?|contracts?|arrangements?)"
    r"|one-off (?:[\w-]+ ){0,2}[\w-]+(?= with)|limited[ -]edition (?:[\w-]+ ){0,2}[\w-]+(?= with)"
    r"|co-brandings?|crossovers?|(?:joint|co-branded) (?!statements?|press|news|announcement|releases?"
    r"|letters?|interviews?|reports?|declarations?|presentations?|owners?|holders?|conferences?"
    r"|lead|first|second|third|probe|investigation|sponsors?|winners?|appearance|ventures?|enterprise"
    r"|developments?)[\w-]+|joint (?:\w+ ){0,2}(?:lab|laborator(?:y|ies)|cent(?:re|er)|team"
    r"|label|factory|plant|platform|shop|store|production|research|development|fund|hub|network"
    r"|project|programme|program|initiative|undertaking|company|work|effort|product)s?"
)
# These need a partner beside them.
WEAK_NOUNS = (
    r"pacts?|accords?|agreements?|deals?|arrangements?|(?:development|licen[cs]ing|co-?operation"
    r"|collaboration|joint) contracts?|ventures?|letters? of intent"
    r"|capsules?(?: collections?)?|projects?|programmes?|programs?|relationships?|ties|work"
    r"|adventures?|experiments?|friendships?|marriages?|union|association|conjunction|tandem"
    r"|concert|roaming|licen[cs]es?"
)
# Before “deal”, “agreement” and the like: trade, and no cooperation.
TRADE = (
    "supply supplier supplies purchase purchasing procurement order buying sale sales takeover "
    "acquisition merger buyout buy-out rental lease leasing loan credit financing investment "
    "funding employment labour labor wage pay trade peace settlement tax plea rescue bailout "
    "outsourcing maintenance sponsorship service transfer advertising hire financing debt share "
    "stake confidentiality non-disclosure user purchase offtake off-take cloud-hosting exit"
)
# “team up with”, “work with”: the forms of verbs that name a partner after “with”.
VERBS_WITH = (
    r"partner(?:s|ed|ing)?(?: up)?|renew(?:s|ed)?(?= with)|re-?sign(?:s|ed)(?= with)|team(?:s|ed"
    r"|ing)? up|team(?:s|ed|ing)|join(?:s|ed|ing)? "
    r"(?:forces|hands)|collaborat(?:e|es|ed|ing)|co-?operat(?:e|es|ed|ing)|work(?:s|ed|ing)?"
    r"(?: (?:closely|together|hand in hand|side by side|jointly|exclusively))*|all(?:y|ies|ied"
    r"|ying)"
    r"(?: itself| themselves)?|t(?:ie|ies|ied|ying) up|link(?:s|ed|ing)? up|hook(?:s|ed|ing)?"
    r" up|pair(?:s|ed|ing)?(?: up)?|get(?:s|ting)? together|got together|go(?:es|ing)? hand in hand"
    r"|gone hand in hand|went hand in hand|co-?(?:develop|design|produc|creat|author|brand|engineer"
    r"|market|promot|invest|found|writ|launch|sponsor|publish|finance)(?:s|es|e|ed|ing)?"
    r"|jointly \w+|band(?:s|ed|ing)? together|come together|came together|pool(?:s|ed|ing)?"
    r" (?:[\w§'-]+ ){0,3}(?:resources|forces|expertise|efforts|know-how|plans|money)"
)
# The same in the tone of blogs; they are said “with” a partner, or of two.
IDIOMS = (
    r"(?:is|are|be|been|become|became) an item|(?:get|gets|got|gotten|jump|jumped|climb|climbed)"
    r" into"
    r" bed(?: \(\w+\))?|(?:buddy|buddies|buddied|cosy|cosies|cosied|cozied|shack\w*|saddle[ds]?"
    r"|gang\w*)"
    r" up|(?:tie|ties|tied) the knot|(?:shake|shook|shaken) hands|(?:make|made) common cause"
    r"|(?:make|made) a baby|(?:go|goes|went|gone|going) (?:steady|into business)|throw(?:s|n)? in"
    r" (?:their|its) lot|threw in (?:their|its) lot"
)
# Verbs that name the partner after “to”.
VERBS_TO = (
    r"(?:married|wedded|allied|wed) (?:itself |themselves )?to|(?:lend|lends|lent|give|gives|gave)"
    r" (?:a|its|their|§'s) (?:helping )?hand to|(?:signed|hitched|tied) (?:itself|its wagon|their"
    r" wagon)"
    r" to"
)
# Things that are made: “developed with B”.
MAKES = (
    r"develop(?:s|ed|ing)?|creat(?:e|es|ed|ing)|design(?:s|ed|ing)?|engineer(?:s|ed|ing)?"
    r"|invent(?:s|ed|ing)?|craft(?:s|ed|ing)?|devis(?:e|es|ed|ing)|conceiv(?:e|es|ed|ing)"
    r"|prepar(?:e|es|ed|ing)|dream(?:s|ed|ing|t) up|cook(?:s|ed|ing)? up|formulat(?:e|es|ed|ing)"
)
MAKES_MORE = (
    r"ma(?:ke|kes|de|king)|buil(?:d|ds|t|ding)|produc(?:e|es|ed|ing)|launch(?:es|ed|ing)?"
    r"|releas(?:e|es|ed|ing)|manufactur(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|pilot(?:s|ed|ing)?"
    r"|test(?:s|ed|ing)?|publish(?:es|ed|ing)?|brew(?:s|ed|ing)?|offer(?:s|ed|ing)?"
    r"|r[ua]n(?:s|ning)?|trial(?:s|led|ling)?|operat(?:e|es|ed|ing)|open(?:s|ed|ing)?"
    r"|unveil(?:s|ed|ing)?|present(?:s|ed|ing)?|set(?:s|ting)? up|bring(?:s|ing)?|brought"
    r"|d(?:o|oes|id|one|oing)|explor(?:e|es|ed|ing)|roll(?:s|ed|ing)? out|market(?:s|ed|ing)?"
    r"|sell(?:s|ing)?|sold|com(?:e|es|ing) up(?= with)|came up(?= with)"
)
# With a cooperation as their object these begin one.
FORMS = (
    r"announc(?:e|es|ed|ing)|present(?:s|ed|ing)?|undert(?:ake|akes|ook|aking|aken)|sign(?:s|ed|ing)?|form(?:s|ed|ing)?|establish(?:es|ed|ing)?"
    r"|str(?:ike|ikes|uck|iking)|enter(?:s|ed|ing)?|agree(?:s|d|ing)?|forg(?:e|es|ed|ing)"
    r"|ink(?:s|ed|ing)?|seal(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|reach(?:es|ed|ing)?"
    r"|set(?:s|ting)? up|unveil(?:s|ed|ing)?|launch(?:es|ed|ing)?|creat(?:e|es|ed|ing)"
    r"|found(?:s|ed|ing)?|reveal(?:s|ed|ing)?|confirm(?:s|ed|ing)?"
    r"|beg(?:in|ins|an|un|inning)|start(?:s|ed|ing)?|kick(?:s|ed|ing)? off|embark(?:s|ed|ing)?"
    r"|cement(?:s|ed|ing)?|secur(?:e|es|ed|ing)|closed|closing|inaugurat(?:e|es|ed|ing)"
    r"|plan(?:s|ned|ning)?|negotiat(?:e|es|ed|ing)|tease[sd]?|pen(?:s|ned)|open(?:s|ed|ing)?"
    r"|build(?:s|ing)?|built|hold(?:s|ing)?|prepar(?:e|es|ed|ing)|discuss(?:es|ed|ing)?"
    r"|ma(?:ke|kes|de) (?:it )?(?:official|public)|consider(?:s|ed|ing)?|grant(?:s|ed|ing)?"
)
CARRIES_ON = (
    r"extend(?:s|ed|ing)?|renew(?:s|ed|ing)?|deepen(?:s|ed|ing)?|expand(?:s|ed|ing)?"
    r"|strengthen(?:s|ed|ing)?|prolong(?:s|ed|ing)?|continu(?:e|es|ed|ing)|broaden(?:s|ed|ing)?"
    r"|widen(?:s|ed|ing)?|intensif(?:y|ies|ied|ying)|celebrat(?:e|es|ed|ing)|build(?:s|ing)? on"
    r"|reaffirm(?:s|ed|ing)?|step(?:s|ped|ping)? up|update[sd]?|amend(?:s|ed)?"
)
HAS = (
    r"ha(?:ve|s|d)|having|maintain(?:s|ed|ing)?|r[ua]n(?:s|ning)?|operat(?:e|es|ed|ing)"
    r"|enjoy(?:s|ed)?|work(?:s|ed|ing)?|pursu(?:e|es|ed|ing)"
)
ENDS = (
    r"(?:drop|drops|dropped|ditch|ditches|ditched|dump|dumps|dumped) §|ended|ending|to end(?= |$)"
    r"|(?:will|would|to) (?:end|expire|cease|stop)(?= (?:on|in|at|by|this|next|when|after|from)\b|[.,;]|$)"
    r"|ends?(?= (?:§'s|its|their|the|an?|his|(?:[\w-]+ ){0,2}(?:years?|\w+-year|partnership|pact"
    r"|deal"
    r"|venture|tie-up|alliance|collaboration|co-?operation|agreement)))|put(?:s|ting)? an end|an"
    r" end to"
    r"|(?:comes?|came|coming|draws?|drew) to (?:an|its|their|§'s) (?:end|close)"
    r"|br(?:ing|ings|inging|ought) (?:\w+ ){0,6}to (?:a close|an end)"
    r"|terminat(?:e|es|ed|ing|ion)|expir(?:e|es|ed|ing)|dissol(?:ve|ves|ved|ving|ution)"
    r"|part(?:s|ed|ing)? (?:ways|company)|split(?:s|ting)?(?! (?:between|any|an?|the|every|each|its|their|your|purchases|payments|bills?|costs?)\b)|(?:break|breaks|broke"
    r"|broken|breaking)(?: up| off|-up)|discontinu(?:e|es|ed|ing)|w(?:ind|inds|ound|inding) "
    r"(?:up|down)|laps(?:e|es|ed|ing)|r[ua]n(?:s|ning)? out|(?:is|was|are|were) (?:now )?(?:over"
    r"|dead)"
    r"|(?:was|were|been) closed|finish(?:es|ed)|call(?:s|ed|ing)? (?:off|time on|it a day|it quits)|that finali[sz]ed|abandon(?:s|ed|ing)?|shelv(?:e|es|ed|ing)|axed|scrap(?:s|ped|ping)|pull(?:s|ed|ing)? out"
    r"|pull(?:s|ed|ing)? the plug"
    r"|los(?:t|es|e) (?:its|their|the|§'s|an?) (?:[\w-]+ ){0,3}?(?:deal|licen[cs]e|partner|partnership"
    r"|contract|agreement)|walk(?:s|ed|ing)? away|f(?:ell|all|alls|alling|allen) apart|collapse[sd]?|unravel(?:s|led"
    r"|ed)?"
    r"|(?:went|go|going|gone) (?:their|its|§'s) (?:separate|own) ways?|run (?:its|their|§'s) course|axe[sd]|fizzled out"
    r"|(?:is|was|were|be|been) no more|cut(?:s|ting)? ties|sever(?:s|ed|ing)?|divorce[sd]?"
    r"|quit(?:s|ting)?|abandon(?:s|ed|ing)?|not (?:be )?renew(?:ed|ing)?|did not renew|scrap(?:s"
    r"|ped|ping)?"
    r"|separat(?:ed|es)|fell through|died|buried|laid to rest|mothballed|petered out|shut(?:s|ting)? down|closed down|exit(?:s|ed"
    r"|ing)|(?:was|were) to have|(?:was|were) concluded in"
)
# A cooperation of the past by one word.
PAST = (
    r"experience (?:of |in )?(?:cooperating|working|collaborating)|used to|"
    r"had (?:\w+ly |once |also |already )?(?:worked|collaborated|co-?operated|partnered|teamed)|"
    r"in the past|once(?! again| more| the| they| it)|previous(?:ly)?|formerly|former|ex-partners?|earlier(?! this| today)|years ago|no longer"
    r"|a decade ago|in (?:its|their|§'s) (?:glory days|heyday)|back in the day|one-off|in (?:its"
    r"|§'s) day|the failure of"
    r"|short-lived|defunct|ill-fated|failed|then-partner|one-time|erstwhile|old partner"
)
GOES_ON = (
    r"going strong|remains? in (?:place|force)|continu(?:e|es|ing)|still (?:runs?|in place)|goes?"
    r" on"
    r"|not affected|unaffected|is running|ongoing|long-running|long-standing|longstanding|existing"
)
RUMOUR = (
    r"rumou?r(?:s|ed|edly)?|(?:is|are|was|were|been) talking to|leak(?:s(?! in)|ed|er|ers|ing)?|reportedly|allegedly|supposedly|purportedly"
    r"|said to|tip(?:ped|s)|tipsters?|insiders?|sources?|speculat(?:e|ed|es|ion|ing)|believed to"
    r"|in (?:\w+ )?(?:talks|negotiations|discussions)|(?:holding|hold|held|having) (?:\w+ )?talks"
    r"|talks|considering|mulling|weighing|unconfirmed|about to|whispers?|whispered|chatter"
    r"|people familiar|familiar with|grapevine|gossip|apparently|hints? at|hinted at|thought to"
    r"|understood to|expected to (?:announce|sign|team|partner|form|join|work)|looks set|bird tells"
    r"|(?:the )?word (?:is|has it)|there is talk|rumou?r has it"
    r"|according to (?:a |an |the )?(?:\w+ ){0,2}(?:reports?|blogs?|posts?|people|person"
    r"|documents?|slides|drawings|filings?|code|renders?|listings?|leak\w*|sources?|insiders?)"
    r"|(?:was|were|been) told by|a report|reports? (?:that|say|says|suggests?|claims?)|seems? to|appears? to|everything"
    r" points"
    r"|close to (?:a|an|sign|announc|form|finalis|agree)\w*|claims? that|suggests? that|nearing"
    r"|near(?:s|ing)? (?:a|an) (?:deal|agreement|pact)"
)
MODAL = (
    r"could|might|may|would|should|if|whether|hopes? to|wants? to|hoping to|seeks?|seeking|looking"
    r" for|ready to|If"
)
DENIAL = (
    r"den(?:y|ies|ied|ying)|(?:is|are|was|were) (?:wrong|untrue|false|nonsense|not true)|rul(?:e"
    r"|es|ed|ing) out|rejected|dismiss(?:ed|es)|refut(?:ed|es)"
    r"|no (?:such )?plans?|not in talks|nothing to do|no truth|quashe[sd]|poured cold water"
)
NEGATION = (
    r"not|never|no|n't|neither|nor|without|rather than|instead of|refus(?:e|es|ed|ing)|declin(?:e"
    r"|es"
    r"|ed|ing)|kept out of|stay(?:s|ed) out of|lack(?:s|ed|ing)?|far from|unlike|fail(?:s|ed) to"
    r"|reluctant|cannot|nobody|none|hardly|no other"
)
NOT_NEGATION = (
    r"No\. (?=[A-Z§])|(?:declin|refus)\w+ to comment on (?:an? |the )?(?:\w+ )?(?:reports?|rumou?rs?|claims?|speculation)|not only|not just|not the first|no stranger|no longer|no surprise|not new"
    r"|not alone|no less"
    r"|not merely|no secret|not simply|not for the first time|isn't the first|n't the first"
    r"|no wonder|n't just|n't only|not long|has never been (?:closer|stronger)|not its first"
)
# Where another thought begins.
BREAKS = (
    r"[;:]| - |[.!?] (?=\")|, (?:but|while|whereas|although|though|which|who|whose|because|where"
    r"|when|after|as|since(?! \d| [A-Z]))\b| (?:but|while|whereas|although|though|because)\b"
)
# Nouns after which a name stands in apposition: “the Swedish maker Norr”.
HEADS = (
    "maker makers manufacturer manufacturers giant giants firm company companies group brand"
    " brands "
    "house label start-up startup supplier specialist developer chipmaker automaker carmaker "
    "drugmaker watchmaker brewer brewery retailer vendor operator producer publisher studio bank "
    "lender insurer airline subsidiary unit arm division parent rival rivals competitor"
    " competitors "
    "chain conglomerate business outfit provider platform corporation behemoth titan veteran"
    " player "
    "builder designer distributor biotech fintech carrier coachbuilder shipbuilder planemaker "
    "shoemaker winemaker toymaker jeweller jeweler tailor couturier foundry agency network service "
    "app site newcomer upstart minnow incumbent utility grocer roaster confectioner dairy"
    " distiller "
    "distillery chocolatier phonemaker smartphone-maker neighbour neighbor compatriot colleague "
    "people folks house guys team powerhouse heavyweight newcomer owner affiliate sister "
    "colossus multinational bakery baker perfumer miller farmer steelmaker cooperative institute "
    "lab labs laboratory engineer engineers workshop atelier factory plant merchant "
    "sportswear fashion"
)
# Words that end a run of describing words before such a noun.
NO_DESCRIPTION = (
    "with between and or by of from for to in on at as that which who whose is was are were has"
    " have "
    "had said says told will would can could may might not but than then when while where after "
    "before since until into onto over under alongside including like unlike also partner partners "
    "partnership alliance collaboration cooperation agreement deal pact venture licence license "
    "announced signed launched joined teamed works worked working its"
)
PARTNER = (
    r"(?:(?:long-?time|long-?standing|long-?term|exclusive|official|new|former|old|strategic|key"
    r"|main|first|other|technology|tech|development|design|imaging|audio|camera|local|joint|global"
    r"|industrial|manufacturing|production|research|software|hardware|cloud|optics|optical"
    r"|venture|joint-venture|licensing|alliance|launch|content|delivery|fashion|engineering"
    r"|battery|US|American|Chinese|Japanese|German|European|British|French|Italian|Korean|Swedish"
    r"|current|existing|preferred|marketing|network|innovation|lens|payment|payments|game|gaming"
    r"|one-time|erstwhile|smaller|larger|bigger|junior|senior|founding|project|collaboration) )"
    r"{0,4}(?:partners?|collaborators?|all(?:y|ies))"
)

# The kinds of AllianceKind, each with the words that tell it.
KINDS = (
    ("joint-venture", r"joint[ -]ventures?|JVs?"),
    (
        "strategic-alliance",
        r"strategic (?:\w+ )?(?:alliance|partnership|cooperation|collaboration)",
    ),
    ("licensing", r"(?:sub-?)?licen[cs](?:e|ed|es|ing)"),
    (
        "research-and-development",
        r"research(?: and development)?|R&D|joint lab|trials?|laboratory|science",
    ),
    ("manufacturing", r"manufactur\w+|assembl\w+|plant|factory|production|contract manufactur\w+"),
    ("marketing", r"(?:co-)?market(?:ing|ed)?|distribut\w+|(?:co-)?promot\w+|retail"),
    ("supply", r"supply|supplies|supplied"),
    ("oem", r"OEM"),
    ("funding", r"funding|co-?financ\w+|co-?fund\w+"),
    ("technology-transfer", r"technology transfer|transfer of technology|know-how"),
    (
        "co-development",
        r"co-?(?:develop|engineer|design)\w+|jointly (?:develop|design|engineer|creat)\w+",
    ),
    (
        "co-development",
        r"(?:developed|designed|created) (?:together|jointly|in (?:\w+ )?(?:partnership|co))",
    ),
    ("co-branding", r"co-?brand\w*|crossover|capsule|limited edition|collab"),
)

# Somebody who is not named says it, after it was said.
SOURCED = (
    r"(?:people|sources?|person|persons) (?:familiar|close|with knowledge|briefed)|according to"
    r" (?:sources|people|a person|a report|reports|insiders|leak\w*)|(?:sources|people|insiders)"
    r" (?:said|say)"
)
# Verbs whose date is that of the beginning.
BEGINS_ON = (
    r"announc\w+|(?:made|became|went) public|disclosed|revealed|presented|sign(?:s|ed|ing)?|form(?:s|ed|ing)?|establish\w*|struck|enter(?:s|ed|ing)?"
    r"|agree[ds]?"
    r"|forg\w+|inked|sealed|conclud\w+|began|begun|start(?:ed|s)?|dat(?:es|ing) (?:from|back)"
    r"|team(?:ed|s|ing)(?: up)?|join(?:ed|s|ing)? (?:forces|hands)|partnered|partners|said|says"
    r"|told"
    r"|(?:launch(?:ed|es)|unveil(?:s|ed)) (?:an?|the|their|its|§'s) (?:[\w-]+ ){0,3}(?:partnership"
    r"|venture|collaboration|alliance|co-?operation|capsule|collection|crossover)|confirm\w*"
    r"|co-?operat\w*|collaborat\w*|worked"
    r"|working|set up|created|founded|going on|allied|tied up|linked up|paired up|got together"
    r"|closed a"
)
# Verbs whose date is that of something else.
OTHER_EVENTS = (
    r"(?:re)?launch(?:es|ed)?|releas\w+|unveil\w*|sales?|sells?|sold|present(?:s|ed)|delay\w*"
    r"|arriv\w+"
    r"|expected|shipp?\w*|came out|comes? out|deliver\w*|opens?|opened|debut\w*|available|reach\w*"
    r"|hits?|acquir\w+|bought|buy|introduced|shown|showed|tested|built|extend\w*|renew\w*"
    r"|complet\w+"
    r"|published|reported|rose|fell|gave|founded in|born"
)
# With these, making something together is news.
NEWLY = (
    r"today|granted|will|are (?!partners)\w+|is being|becomes?|became|announc\w+|to (?:develop|build|make"
    r"|launch|create)"
)
HAS_FORMED = (
    r"ha(?:s|ve) (?:\w+ )?(?:signed|agreed|formed|announced|teamed|joined|struck|entered|partnered"
    r"|made (?:it )?(?:official|public)|concluded|forged|set up|established|unveiled|inked|begun|launched|sealed|created|become)"
    r"|will"
    r"|(?:is|are) (?:now )?(?:entering|forming|signing|launching|setting up|starting|founding|teaming"
    r"|joining)"
    r"|also announced|sign(?:s|ed) (?:on|up)|becomes?|names|named|cho[os]\w+|picks|picked"
    r"|select(?:s|ed)|tapp?(?:s|ed)|appoint(?:s|ed)"
)
SHORT_LIVED = r"capsules?(?: collections?)?|limited[ -]edition.*|one-off.*|crossovers?"
SAME_NOUNS = (
    r"partnership|co-?operation|collaboration|alliance|joint venture|venture|tie-up|team-up|pact"
    r"|accord"
    r"|agreement|deal|arrangement|contract|licen[cs]e|memorandum|MoU|relationship"
)
# What a cooperation is about begins after these.
SCOPE = (
    r"(?:for|on|around|over|covering|in the (?:field|area)s? of|focus(?:ed|ing) on|to (?:jointly )?"
    r"(?:develop|build|create|make|launch|offer|produce|bring|market|sell|design|operate|explore"
    r"|supply|connect|test|study|publish|manufacture))"
)
SCOPE_ENDS = (
    "with which that who whose by from since after before until when while where as at between"
    " will "
    "has have is are was were said says and, under announced signed today yesterday called"
)

# Verbs for what goes on; the others of their kind tell a beginning.
CONTINUING = (
    r"work\w*(?: \w+)*|collaborat\w+|co-?operat\w+|g(?:o|oes|oing|one) hand in hand|went hand in"
    r" hand"
    r"|jointly(?: (?!announc|present|unveil|agree|declar|said|state)\w+)?|co-?\w+|together|hand in hand|side by side"
)

# Actors that are no companies: what they do together with one is no cooperation of companies.
OTHER_ACTORS = (
    r"ministr(?:y|ies|er)|minister|governments?|universit(?:y|ies)|cit(?:y|ies) of|cit(?:y|ies)"
    r"|town|council"
    r"|schools?|police|army|union|foundation|charity|hospitals?|museum|church|rapper|singer|actor"
    r"|actress"
    r"|artist|authorit(?:y|ies)|regulators?|parliament|senate|commission|county|state of|region"
    r"|researchers"
    r"|scientists|students|fans|players|customers|users|dealers|farmers|workers"
)
