"""Verbs and nouns by which an article says who speaks."""

# All forms in which they stand beside a quotation.
_CUES = (
    "say says said saying tell tells told telling state states stated stating add adds added "
    "adding note notes noted noting explain explains explained explaining comment comments "
    "commented commenting remark remarks remarked announce announces announced declare declares "
    "declared claim claims claimed argue argues argued insist insists insisted maintain maintains "
    "maintained stress stresses stressed emphasise emphasises emphasised emphasize emphasizes "
    "emphasized underline underlines underlined underscore underscores underscored highlight "
    "highlights highlighted reiterate reiterates reiterated recall recalls recalled reveal reveals "
    "revealed disclose disclosed confirm confirms confirmed deny denies denied admit admits "
    "admitted acknowledge acknowledges acknowledged concede concedes conceded agree agrees agreed "
    "reply replies replied respond responds responded answer answers answered counter counters "
    "countered ask asks asked wonder wonders wondered warn warns warned caution cautions cautioned "
    "urge urges urged suggest suggests suggested predict predicts predicted promise promises "
    "promised pledge pledges pledged vow vows vowed hope hopes hoped believe believes believed "
    "think thinks thought feel feels felt conclude concludes concluded continue continues "
    "continued begin begins began went goes summarise summarises summarised summarize summarizes "
    "summarized describe describes described call calls called praise praises praised welcome "
    "welcomes welcomed write writes wrote post posts posted tweet tweets tweeted blog blogged quip "
    "quips quipped joke jokes joked put puts enthuse enthuses enthused gush gushes gushed boast "
    "boasts boasted tease teases teased hint hints hinted laugh laughs laughed grin grins grinned "
    "smile smiles smiled sigh sighs sighed shrug shrugs shrugged shout shouts shouted whisper "
    "whispers whispered mutter mutters muttered murmur murmurs murmured grumble grumbles grumbled "
    "complain complains complained lament laments lamented muse muses mused observe observes "
    "observed offer offers offered report reports reported repeat repeats repeated retort retorts "
    "retorted reflect reflects reflected reassure reassures reassured rave raves raved recount "
    "recounts recounted relate relates related remember remembers remembered affirm affirms "
    "affirmed assure assures assured assert asserts asserted contend contends contended confess "
    "confesses confessed confide confides confided email emails emailed e-mailed text texted "
    "message messaged interject interjected protest protests protested plead pleaded point points "
    "pointed elaborate elaborates elaborated clarify clarifies clarified crow crowed chuckle "
    "chuckles chuckled snap snaps snapped venture ventured volunteer volunteered sum sums summed "
    "testify testified estimate estimates estimated expect expects expected judge judges judged "
    "opine opines opined speculate speculates speculated indicate indicates indicated express "
    "expresses expressed thank thanks thanked regret regrets regretted apologise apologises "
    "apologised apologize apologized cried cries cry exclaim exclaims exclaimed jest jests jested "
    "deadpan deadpans deadpanned advise advises advised counselled demand demands demanded "
    "object objects objected read reads specify specifies specified signal signalled informed "
    "informs inform manifest manifests manifested sneer sneers sneered scoff scoffs scoffed growl "
    "growled groan groans groaned giggle giggles giggled beam beams beamed nod nods nodded swear "
    "swears swore wisecracked wisecracks gloat gloated brag brags bragged bristle bristled "
    "signed sums commiserated joshes pronounced pronounces intoned"
)
CUES = frozenset(_CUES.split())

# Verbs that introduce reported words only with a colon, a comma or a pronoun between.
_WEAK_CUES = (
    "announce announces announced reveal reveals revealed tease teases teased describe "
    "describes described call calls called welcome welcomes welcomed offer offers offered put "
    "puts read reads expect expects expected point points pointed begin begins began went goes "
    "report reports reported praise praises praised thank thanks thanked post posts posted "
    "text message sum sums summed signed"
)
WEAK_CUES = frozenset(_WEAK_CUES.split())

_AUXILIARIES = (
    "has had have is was were will would also later then further only merely simply once since "
    "again still even quickly immediately subsequently previously recently cheerfully drily dryly "
    "flatly quietly proudly bluntly gently kindly nevertheless however therefore not never just "
    "wryly jokingly today yesterday always often though instead publicly privately formally "
    "repeatedly openly finally himself herself now"
)
AUXILIARIES = frozenset(_AUXILIARIES.split())

# Somebody without a name who speaks for a company, or for a part of it.
_UNNAMED = (
    "spokesperson spokesman spokeswoman representative rep spokespeople executive official "
    "manager insider employee engineer designer lawyer press-office team staff "
    "source director"
)
UNNAMED = frozenset(_UNNAMED.split())

# Before quoted words that nobody says: names, titles, slogans, signs.
SAYINGS = (
    "called|dubbed|titled|entitled|subtitled|named|nicknamed|labelled|labeled|christened|"
    "baptised|known as|marked|slogan|tagline|tag line|strapline|motto|claim|catchphrase|headline|"
    "headlined|heading|so-called|under the name|under the title|inscription|inscribed|engraved|"
    "stitched|printed|embroidered|song|single|album|film|movie|book|novel|episode|series|chapter|"
    "proverb|saying|hashtag|theme|campaign|rule|mantra|sign|banner|poster|plaque|sticker|"
    "badge|placard|T-shirt|t-shirt|cushion|the words|the word|the phrase|the question|"
    "the term|password|error message|subject line|file name|filename|codename|codenamed|"
    "code-named|joke"
)
# After quoted words that nobody says.
SAYING_AFTER = (
    "stitched|printed|painted|written|engraved|embroidered|stencilled|the (?:title|slogan|motto|"
    "name|headline|tagline|theme|wording)|called|what it says on|how it is|scrawled|carved"
)
