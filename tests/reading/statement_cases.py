"""Cases of quotations: who says the words, and words in marks that nobody says.

People and companies are invented. {Q} stands for the words, without their marks.
"""

WORDS = "We have waited for this day for years"

# A text, and who speaks in it.
SAID = (
    (
        "Norrlight and Vale today announced a partnership.\n\n“{Q},” Norrlight's chief executive Ada Brunn told reporters in Oslo.",
        "Ada Brunn",
    ),
    ("“{Q},” the CEO of Norrlight, Ada Brunn, said.", "Ada Brunn"),
    ("“{Q},” said the company’s CEO, Ada Brunn.", "Ada Brunn"),
    ("Ada Brunn, CEO of Norrlight, opened the shop. “{Q},” the 47-year-old said.", "Ada Brunn"),
    ("Ada Brunn is head of design at Norrlight.\n\nShe says: “{Q}.”", "Ada Brunn"),
    ("Ada Brunn, CEO of Norrlight, opened the shop. “{Q},” the executive added.", "Ada Brunn"),
    ("“{Q}.” That is how Ada Brunn, CEO of Norrlight, puts it.", "Ada Brunn"),
    ("Asked about it, Ada Brunn, Norrlight’s founder, replied: “{Q}.”", "Ada Brunn"),
    ("In a statement, Norrlight CEO Ada Brunn said: “{Q}.”", "Ada Brunn"),
    ("In a statement, Norrlight said “{Q}.”", "Norrlight"),
    ("“{Q},” a spokesperson for Norrlight said.", "Norrlight"),
    ("“{Q},” a Norrlight spokeswoman told us by e-mail.", "Norrlight"),
    ("“{Q},” reads the press release from Norrlight.", "Norrlight"),
    ("Norrlight's statement reads: “{Q}.”", "Norrlight"),
    ("“{Q},” according to Ada Brunn, vice president of Norrlight.", "Ada Brunn"),
    ("As Ada Brunn, CEO of Norrlight, put it: “{Q}.”", "Ada Brunn"),
    ("Norrlight chief Ada Brunn wrote on Weibo that “{Q}.”", "Ada Brunn"),
    (
        "Speaking at the launch, Dr. Ada Brunn, chief scientist at Norrlight, said, “{Q}.”",
        "Ada Brunn",
    ),
    ("“{Q},” Brunn said.\n\nAda Brunn is the CEO of Norrlight.", "Ada Brunn"),
    ("“{Q},” says Mr Brunn. Karl Brunn has led Norrlight since 2010.", "Brunn"),
    ("“{Q}!” exclaimed Ada Brunn (Norrlight).", "Ada Brunn"),
    (
        "Commenting on the partnership, Ada Brunn, President and CEO, Norrlight Inc., said: “{Q}.”",
        "Ada Brunn",
    ),
    (
        "Commenting on the launch, Ravi Kumar Menon, Managing Director – India, Norrlight, said, “{Q}.”",
        "Ravi Kumar Menon",
    ),
    ("Lu Weibing, president of Norrlight Group China, posted: “{Q}.”", "Lu Weibing"),
    (
        "“{Q},” said Jean-Luc d'Arcy de la Tour, who heads Norrlight in France.",
        "Jean-Luc d'Arcy de la Tour",
    ),
    ("“{Q},” explained Ada Brunn, adding: “It was worth the wait for all of us.”", "Ada Brunn"),
    ("“{Q},” – Ada Brunn, CEO Norrlight", "Ada Brunn"),
    ("“{Q}.”\nAda Brunn, CEO, Norrlight", "Ada Brunn"),
    ("“{Q}.”\n— Ada Brunn, CEO of Norrlight", "Ada Brunn"),
    ("Ada Brunn, CEO of Norrlight: “{Q}.”", "Ada Brunn"),
    ("Ada Brunn, CEO of Norrlight:\n\n{Q}, says nobody but we do.", "Ada Brunn"),
    ("From Ada Brunn, CEO of Norrlight:\n\n{Q}, and so have our customers.", "Ada Brunn"),
    ("By Ada Brunn, CEO, Norrlight:\n\n{Q}, and so have our customers.", "Ada Brunn"),
    ("Quote from Norrlight's Ada Brunn: “{Q}.”", "Ada Brunn"),
    ("“{Q},” said Norrlight in a blog post.", "Norrlight"),
    ("Norrlight makes lamps. “{Q},” the company said in a statement.", "Norrlight"),
    ("Norrlight makes lamps. “{Q},” it said in a statement.", "Norrlight"),
    ("Norrlight and Vale said in a joint statement: “{Q}.”", "Norrlight"),
    ("“{Q},” Norrlight and Vale said in a joint statement.", "Norrlight"),
    ("Tim Vale, an analyst at Brokerhouse, was less impressed. “{Q},” he said.", "Tim Vale"),
    ("Ada Brunn, Norrlight’s head of design, is proud of the lamp: “{Q}.”", "Ada Brunn"),
    ("“{Q},” is how co-founder Ada Brunn of Norrlight describes it.", "Ada Brunn"),
    ("“{Q}”, said Ada Brunn, the chief executive officer at Norrlight.", "Ada Brunn"),
    ("“{Q}”, Ada Brunn, the chief executive officer at Norrlight, told the BBC.", "Ada Brunn"),
    (
        "“{Q},” notes Brunn, whose company Norrlight makes lamps. Ada Brunn founded it in 2010.",
        "Ada Brunn",
    ),
    ("Ada Brunn tweeted: “{Q}.” She leads Norrlight.", "Ada Brunn"),
    ("In the words of Norrlight boss Ada Brunn, “{Q}.”", "Ada Brunn"),
    ("Xiaomi CEO Lei Jun and Leica CEO Matthias Harsch were present. “{Q},” said Lei.", "Lei Jun"),
    ("Norrlight CEO Ada Brunn called it a milestone. “{Q}.”", "Ada Brunn"),
    ("Norrlight CEO Ada Brunn called it a milestone.\n\n“{Q}.”", "Ada Brunn"),
    ("Ada Brunn, CEO of Norrlight, shakes her head. “{Q}.”", "Ada Brunn"),
    ("Norrlight is run by Ada Brunn. “{Q},” she says.", "Ada Brunn"),
    ("Oskar, who drives the bus for Norrlight, is happy. “{Q},” he says.", "Oskar"),
    ("Oskar Vale, 47, drives the bus. “{Q},” he says.", "Oskar Vale"),
    ("The lamp was the idea of Ada Brunn. “{Q},” she says.", "Ada Brunn"),
    ("We met Ada Brunn in Oslo. “{Q},” she says.", "Ada Brunn"),
    ("For Ada Brunn it is a dream come true. “{Q}.”", "Ada Brunn"),
    ("Ada Brunn from Norrlight agrees: “{Q}.”", "Ada Brunn"),
    ("“{Q},” says Chef Ada Brunn.", "Ada Brunn"),
    ("“{Q},” Captain Brunn said. Ada Brunn flies for Norrlight.", "Ada Brunn"),
    ("Norrlight's Ada Brunn is not worried. “{Q},” she told me.", "Ada Brunn"),
    ("Norrlight’s Ada Brunn told investors that “{Q}.”", "Ada Brunn"),
    ("“{Q},” Norrlight boss Brunn said. Ada Brunn took over in 2019.", "Ada Brunn"),
    ("Ada Brunn and Tim Vale founded Norrlight. “{Q},” Vale says.", "Tim Vale"),
    ("Ada Brunn and Tim Vale founded Norrlight. “{Q},” Ada says.", "Ada Brunn"),
    ("Ada Brunn founded Norrlight with her brother Tim. “{Q},” Tim says.", "Tim"),
    (
        "An interview with Ada Brunn, CEO of Norrlight\n\nQ: Why now?\n\nA: {Q}, so why not.\n\nQ: And what is next?\n\nA: {Q}, again.",
        "Ada Brunn",
    ),
    (
        "An interview with Ada Brunn, CEO of Norrlight\n\nQ. Why now?\n\nA. {Q}, so why not.\n\nQ. And what is next?\n\nA. {Q}, again.",
        "Ada Brunn",
    ),
    (
        "Ada Brunn is CEO of Norrlight. We met her in Oslo.\n\nWhy now, and not before?\n\n{Q}, so why not.\n\nAnd what is next?\n\n{Q}, again.\n\nWill you sell?\n\nNo, we never will, said everybody in the room when I asked.",
        "Ada Brunn",
    ),
    (
        "Ada Brunn is CEO of Norrlight. We met her in Oslo.\n\nThe Lamp: Why now?\n\nAda Brunn: {Q}, so why not.\n\nThe Lamp: And what is next?\n\nAda Brunn: {Q}, again.",
        "Ada Brunn",
    ),
    (
        "Ada Brunn is CEO of Norrlight. We met her in Oslo.\n\nLamp: Why now?\n\nAB: {Q}, so why not.\n\nLamp: And what is next?\n\nAB: {Q}, again.",
        "Ada Brunn",
    ),
    ("“{Q},” Ada Brunn, the Norrlight founder who is now its chairwoman, recalls.", "Ada Brunn"),
    ("Ada Brunn (CEO, Norrlight): “{Q}.”", "Ada Brunn"),
    ("Says Ada Brunn of Norrlight: “{Q}.”", "Ada Brunn"),
    ("“{Q},” says one of the founders, Ada Brunn.", "Ada Brunn"),
    ("“{Q},” remarked Norrlight's Ada Brunn.", "Ada Brunn"),
    ("Norrlight chairman Sir Ada Brunn: “{Q}.”", "Ada Brunn"),
    ("Nobody asked Ada Brunn, Norrlight's head of lamps, who said, laughing: “{Q}.”", "Ada Brunn"),
)

# Nothing is said here.
NOT_SAID = (
    "The lamp is a “must-have” for every home.",
    "Norrlight calls it “a lamp for people who read in bed”.",
    "The campaign runs under the slogan “Light is what we make of it”.",
    "Norrlight's new film is called “A Winter in the Long Light”.",
    "Ada Brunn, CEO of Norrlight, said that she had waited for this day for years.",
    "According to Norrlight, the lamp has waited for this day for years.",
    'The 6.5" screen and the 5.8" screen are both made by Norrlight.',
    "On the box stands “Made with love in Oslo by Norrlight”.",
    "A sticker reads “Do not open this lamp with wet hands”.",
    "The song “We Have Waited for This Day” was recorded in Oslo.",
    "Norrlight was founded in the '90s and renamed in the '00s.",
    "The lamp's makers' shops sell it for 'only' 90 euros.",
    "Rumours say that Norrlight “may” stop selling lamps.",
    "She gave the lamp a “solid nine” out of ten.",
    "The so-called “lamp of the very long summer nights” is sold out.",
    "Readers voted it “Lamp of the Year”.",
    "Questions? Write to press@norrlight.example.",
    "The chapter “What We Know of Lamps and Light” is short.",
    "Norrlight’s motto: “Never a dark day in this house”.",
    "Its password was “Norrlight lamps are the best ones”.",
    "Ada Brunn wondered whether the lamp would sell.",
    "Ada Brunn promised to build a second lamp by July.",
    "“Norrlight” is a trademark of Norrlight AS.",
    "The “N” on the lamp stands for Norrlight.",
    "Critics speak of a “lamp war”.",
    "It is the first lamp “tuned by Vale”.",
    "The hashtag “#longlight” was used a thousand times.",
    "Everything was fine – until the lamp broke.",
    "Q1 was good, Q2 was better.",
    "Note: prices are without tax.",
)

# Interviews, each with the answers of Griet Vanderhaeg; {1}, {2} and {3} are what she says.
ANSWERS = (
    "We waited for this for years, so why not now.",
    "We will build a loom with Norr. It comes in May.",
    "Then we shall see what comes, I think.",
)
INTERVIEWS = (
    "Griet Vanderhaeg runs Loomwerk.\n\nWeave: Why?\n\nVanderhaeg: {1}\n\nWeave: And next?\n\n"
    "Vanderhaeg: {2}\n\nWeave: And then?\n\nVanderhaeg: {3}",
    "Griet Vanderhaeg runs Loomwerk.\n\nWarp Matters: Why?\n\nVanderhaeg: {1}\n\nWarp Matters: And "
    "next?\n\nVanderhaeg: {2}\n\nWarp Matters: They say you buy.\n\nVanderhaeg: {3}",
    "Griet Vanderhaeg, 51, runs Loomwerk.\n\nWEAVE: Why?\n\nVANDERHAEG: {1}\n\nWEAVE: And next?\n\n"
    "VANDERHAEG: {2}\n\nWEAVE: And then?\n\nVANDERHAEG: {3}",
    "Ten minutes with Griet Vanderhaeg of Loomwerk\n\nWhy?\nGV: {1}\nAnd next?\nGV: {2}\nAnd then?\n"
    "GV: {3}",
    "Loomwerk boss Griet Vanderhaeg on looms\n\nQ: Why?\nA: {1}\nQ: And next?\nA: {2}\n"
    "Q: And then?\nA: {3}",
    "Loomwerk boss Griet Vanderhaeg on looms\n\nQ. Why?\nA. {1}\nQ. And next?\nA. {2}\n"
    "Q. And then?\nA. {3}",
    "Griet Vanderhaeg makes looms.\n\nWhy just now?\n\n{1}\n\nAnd what comes next?\n\n{2}\n\n"
    "And then?\n\n{3}",
    "Griet Vanderhaeg makes looms.\n\n— Why just now?\n— {1}\n— And what comes next?\n— {2}\n"
    "— And then?\n— {3}",
    "Griet Vanderhaeg runs Loomwerk.\n\nWhy just now?\n\n“{1}”\n\nAnd what comes next?\n\n“{2}”\n\n"
    "And then?\n\n“{3}”",
)
