"""Words of launches besides their verbs, and what puts a launch in doubt."""

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
# What shops may be: “in selected stores”.
KINDS = frozenset(
    "european american british german french italian spanish japanese swiss dutch nordic asian "
    "specialist selected select local own online bike shoe book toy department electronics grocery "
    "high-street most all many more some these big large small first irish".split()
)
MONTHS = frozenset(
    "january february march april may june july august september october november december spring "
    "summer autumn winter".split()
)
DATE_WORDS = frozenset(
    "in on from by this next later today tomorrow early late mid before until since last at around "
    "first during into monday tuesday wednesday thursday friday saturday sunday spring summer "
    "autumn winter january february march april may june july august september october november "
    "december again soon shortly".split()
)
UNSURE = (
    r"\b(?=\w)(?:rumou?r(?:s|ed|edly)?|leak(?:s|ed|er|ers)?|reportedly|allegedly|supposedly"
    r"|(?:is|are|was|were) (?:also |now |widely )?(?:said|believed|tipped|thought|rumou?red"
    r"|understood|whispered|reported) to"
    r"|tipsters?|insiders?|speculation|speculated?|unconfirmed|renders?|renderings|little bird"
    r"|grapevine|(?:according to|citing) (?:\w+ )?(?:sources|people|a source|insiders|reports?"
    r"|leaks?|rumou?rs?|documents?|filings?|slides?|images?|photos?|pictures?|screenshots?|posts?)"
    r"|(?:listing|certificate|certification|patent|filing|code|teardown|registration|database)s?"
    r" (?:suggests?|shows?|points?|hints?|reveals?|mentions?)|looks? set to|to be believed"
    r"|(?:has|have|would|did) not (?:yet )?confirm(?:ed)?|(?:refuse|decline)[ds]? to confirm"
    r"|(?:turn(?:s|ed) up|popp?(?:s|ed) up|appear(?:s|ed)) (?:in|on) (?:an? |the )?(?:[\w-]+ )?"
    r"(?:database|list|listing|leak|filing|forum|register|benchmark|document)|surfaced?|spotted"
    r"|sources? (?:close|familiar|say|said|told|tell|claim|at)|people familiar|chatter"
    r"|(?:may|might|could) (?:be |also |soon |even |yet |finally |well |already )?(?:launch|release"
    r"|unveil|introduce|arrive|debut|come|go on|land|follow|bring|announce|ship|hit|reach|appear"
    r"|announced|launched|called|shown|unveiled|released|named|here|out|on sale)"
    r"|everything (?:suggests|points|indicates)|all signs|signs point|hints? (?:at|that)|whispers? (?:that|of|about|in|suggest|say|from)"
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

# What was planned for a product, said where the text goes on with what became of that.
FIRST_PLANNED = (
    r"\b(?:(?:was|were) to(?: have)?|(?:had|have|has) (?:once |first |originally )?been (?:due|planned"
    r"|promised|expected|scheduled|slated|announced|meant|supposed|pencilled in|set)"
    r"|(?:was|were) (?:originally |initially |first |once |already )?(?:due|planned|promised"
    r"|expected|scheduled|slated|meant|supposed|pencilled in|to be)"
    r"|should (?:originally |really |long )?have)\b"
    r"|, (?:originally |once |first |long )?(?:due|planned|promised|scheduled|slated|expected|announced"
    r"|meant) (?:for|in|to|by)\b"
)
LATER_THAN = (
    r"\b(?:later|after) than (?:\w+ ){0,3}?(?:planned|expected|promised|scheduled|announced"
    r"|foreseen|hoped|intended)\b|\b(?:later than|behind) (?:the )?(?:plan|schedule)\b"
    r"|\b(?:weeks?|months?|years?) late\b"
)
PLANS = frozenset("plan plans idea project preparations intention work".split())
SINCE = frozenset("since after following until before".split())
FROM = frozenset("from in by starting beginning due planned expected scheduled following".split())
WITH = frozenset("with and first general while".split())
ONTO = frozenset("to onto on".split())
# What no object of a verb in two parts holds: “put it on sale and took it off”.
WITHIN = frozenset("and but that which who will is are was were has have had said says".split())
SUCCEEDING = frozenset("replace replaces replaced succeed succeeds succeeded".split())
COMES = frozenset("appear come happen materialise materialize arrive".split())
NEVER_MADE = frozenset("all further more".split())  # “will not be made at all”
OUT = frozenset("in on out at available ready with here part a an the".split())

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
SPEAKERS = frozenset("he she they i we".split())
ORDINALS = frozenset("first second third fourth next new newly".split())
