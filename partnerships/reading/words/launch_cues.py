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
SPEAKERS = frozenset("he she they i we".split())
ORDINALS = frozenset("first second third fourth next new newly".split())
