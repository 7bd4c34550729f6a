"""Sentences with the claims that they must yield and claims that they must not."""

from __future__ import annotations

from tests.claims.example import Example
from tests.claims.told_apart import CLAUSES, DATED, EACH, NAMES

COORDINATION = (
    Example(
        "It was the first ship to be built in Arden and sold to Norland.",
        never=("It sold",),
    ),
    Example(
        "She began playing chess at the age of six and founded a club in 1990.",
        ("She began playing chess at the age of six.", "She founded a club in 1990."),
    ),
    Example(
        "He was elected to the council in 1990 and served on two of its boards.",
        ("He was elected to the council in 1990.", "He served on two of its boards."),
    ),
    Example("She was born and raised in Arden.", never=("She raised",)),
    Example(
        "He has worked as the head of the Arden office and as a member of the port board.",
        ("He has worked as a member of the port board.",),
    ),
    Example(
        "The victims were a baker who had sold his ovens and a young cook.",
        never=("The victims had sold his ovens and", "The baker had sold his ovens and"),
    ),
    Example(
        "The plant was tested for nine days, used 286 tonnes of coal and is now shut.",
        ("The plant was tested for nine days.", "The plant used 286 tonnes of coal.", "The plant is now shut."),
    ),
    Example(
        "The burglars were armed with a crowbar, a torch and an axe.",
        (
            "The burglars were armed with a crowbar.",
            "The burglars were armed with a torch.",
            "The burglars were armed with an axe.",
        ),
    ),
    Example("The bowl is full in about an hour and a quarter.", ("The bowl is full in about an hour and a quarter.",)),
    Example("She was 19 years, two months and six days old.", never=("She was 19 years.", "She was two months")),
    Example(
        "Ola Renn was a painter, an engraver, and urban planner.",
        ("Ola Renn was a painter.", "Ola Renn was an urban planner."),
    ),
    Example(
        "Two clerks were arrested and five porters injured.",
        ("Two clerks were arrested.", "Five porters were injured."),
    ),
    Example("The tower was built in the 1920s and 1930s.", never=("The tower was built in 1930s",)),
    Example(
        "The report is the third since work began in March 2019 and puts the cost at €40m.",
        ("The report is the third since work began in March 2019.", "The report puts the cost at €40m."),
    ),
    Example(
        "The storm killed four people and left 20,000 homes without power.",
        ("The storm killed four people.", "The storm left 20,000 homes without power."),
    ),
    Example(
        "Police arrested nine sailors and two cooks.",
        ("Police arrested nine sailors.", "Police arrested two cooks."),
    ),
    Example(
        "The council voted to close the library and to sell the pool.",
        ("The council voted to close the library.", "The council voted to sell the pool."),
    ),
    Example("The lake lies between Arden and Melk.", ("The lake lies between Arden and Melk.",)),
    Example(
        "Neither the pilot nor the crew was hurt.",
        ("Neither the pilot nor the crew was hurt.",),
        ("The pilot", "The crew"),
    ),
    Example(
        "Both runners were tested, but only one was banned.",
        ("Both runners were tested.", "Only one was banned."),
    ),
    Example("About 70 sheds were wrecked or damaged.", ("About 70 sheds were wrecked or damaged.",)),
    Example(
        "Florin Adler was an Austrian painter and engraver.",
        ("Florin Adler was an Austrian painter.", "Florin Adler was an engraver."),
    ),
)

SUBORDINATION = (
    Example("When she was 15 years old, she left Arden for Melk.", never=("She was 15",)),
    Example(
        "The strike began nearly two years after miners had blocked 14 roads in the Orla valley.",
        (
            "The strike began nearly two years after miners had blocked 14 roads in the Orla valley.",
            "Miners had blocked 14 roads in the Orla valley.",
        ),
    ),
    Example(
        "The pump ran for two hours after the crew had left the flooded hall.",
        ("The pump ran for two hours.",),
    ),
    Example(
        "Jana Orel won the seat in 2004, becoming the first woman on the council.",
        ("Jana Orel won the seat in 2004.", "Jana Orel became the first woman on the council."),
    ),
    Example(
        "The firm sold 80 million bricks, making it the largest in the country.",
        ("The firm sold 80 million bricks.", "This made it the largest in the country."),
    ),
    Example(
        "The board is chaired by a banker, which costs nothing and which pleases the bank.",
        never=("Which",),
    ),
    Example(
        "The tariff will be set by the port authority, which raised it last year and which owns two quays.",
        ("The port authority raised it last year.", "The port authority owns two quays."),
    ),
    Example(
        "He was named head of the Alder Fund, which was set up by the province in 1990.",
        ("The Alder Fund was set up by the province in 1990.",),
    ),
    Example(
        "The bridge, which cost €40m and opened in 2011, carries 12,000 cars a day.",
        ("The bridge carries 12,000 cars a day.", "The bridge cost €40m.", "The bridge opened in 2011."),
    ),
    Example(
        "Students who live in the old hall pay less than those in the new one.",
        ("Students who live in the old hall pay less than those in the new one.",),
        ("Students live", "Students pay"),
    ),
    Example(
        "Divers ended a nine-hour search in which two men drowned.",
        ("Two men drowned in the nine-hour search.", "The search lasted nine hours."),
    ),
    Example(
        "The vessel, carrying 212 passengers, ran aground off Skerray.",
        ("The vessel ran aground off Skerray.", "The vessel carried 212 passengers."),
    ),
    Example(
        "The chapel, built in 1710 and restored in 1902, is empty.",
        ("The chapel is empty.", "The chapel was built in 1710.", "The chapel was restored in 1902."),
    ),
    Example(
        "Prices fell because the harvest was the best in a decade.",
        ("Prices fell because the harvest was the best in a decade.",),
    ),
    Example(
        "If the river rises by another metre, the town will be evacuated.",
        ("If the river rises by another metre, the town will be evacuated.",),
        ("The river rises", "The town will"),
    ),
    Example(
        "The drug lowered blood pressure more than the placebo did.",
        ("The drug lowered blood pressure more than the placebo did.",),
        ("The placebo",),
    ),
    Example(
        "More than half of the votes were cast by post, which delayed the count by two days.",
        ("More than half of the votes were cast by post.", "This delayed the count by two days."),
    ),
)

APPOSITION = (
    Example("He was born in Orla, Norland.", ("He was born in Orla, Norland.",)),
    Example(
        "The talks took place in Arden, Melk, and Port Sorrel.",
        never=("Arden is", "Arden and", "Melk is"),
    ),
    Example(
        "She was on the staff of The Lantern, a weekly newspaper printed in Arden.",
        ("The Lantern is a weekly newspaper printed in Arden.",),
    ),
    Example(
        "He held several posts, including as envoy to Norland.",
        never=("He held as", "He held envoy"),
    ),
    Example(
        "Thirty people were held, among them the two suspected smugglers, both of whom are citizens of Norland.",
        (
            "The two suspected smugglers were among the thirty people.",
            "Both of the two suspected smugglers are citizens of Norland.",
        ),
    ),
    Example(
        "The bus hit five cyclists, one of whom died.",
        ("The bus hit five cyclists.", "One of the five cyclists died."),
    ),
    Example(
        "Pilgrims, of whom 300 had walked from Orvia, filled the square.",
        ("300 of the pilgrims had walked from Orvia.",),
    ),
    Example(
        "She sold the firm for $60m, half of which she gave away.",
        ("She gave away half of $60m.",),
    ),
    Example(
        "The four wounded policemen were among the 20 guests.",
        ("The four wounded policemen were among the 20 guests.",),
    ),
    Example(
        "They appealed to the High Court of Ardel-Orvia, a small republic in the hills.",
        ("Ardel-Orvia is a small republic in the hills.",),
        ("The High Court of Ardel-Orvia is",),
    ),
    Example(
        "He wrote on several subjects, including law, music and trade.",
        ("He wrote on several subjects.",),
    ),
    Example(
        "She taught a range of subjects, including law and music.",
        ("She taught a range of subjects.", "She taught law.", "She taught music."),
    ),
    Example(
        'She starred in six plays, including "When the Tide Turns" and "Salt".',
        ("She starred in six plays.", 'She starred in "When the Tide Turns".', 'She starred in "Salt".'),
    ),
    Example(
        "Anton Velk (born March 3, 1951) is a potter.",
        ("Anton Velk is a potter.", "Anton Velk was born on March 3, 1951."),
    ),
    Example("Ilse Brandt (1901-1986) was a potter.", ("Ilse Brandt was a potter.",), ("Ilse Brandt is 1901",)),
    Example("The fan stays below 42 dB(A).", ("The fan stays below 42 dB(A).",)),
    Example(
        "Marta Quill, 52, the harbour master of Penrow, resigned on Friday.",
        (
            "Marta Quill resigned on Friday.",
            "Marta Quill is 52 years old.",
            "Marta Quill is the harbour master of Penrow.",
        ),
    ),
    Example(
        "The storm, the worst since 1962, closed the port.",
        ("The storm closed the port.", "The storm was the worst since 1962."),
    ),
    Example(
        "The party lost four seats, a third of its share.",
        ("The party lost four seats.",),
    ),
    Example(
        "Support took 410 calls, more than twice as many as in May.",
        ("Support took 410 calls.", "Support took more than twice as many as in May."),
    ),
    Example(
        "Police arrested 14 people, among them two former mayors and a priest.",
        ("Police arrested 14 people.", "Police arrested two former mayors.", "Police arrested a priest."),
    ),
    Example(
        "They rescued 17 sailors, most of them Greek.",
        ("They rescued 17 sailors.", "Most of the 17 sailors were Greek."),
    ),
    Example("She was born in Pensacola, Florida.", never=("Pensacola is",)),
    Example(
        "They pressed the oldest oil in Orvia, a country of 3.7m people.",
        ("They pressed the oldest oil in Orvia.", "Orvia is a country of 3.7m people."),
    ),
    Example(
        "The nurse from Leeds, who left in 2019, was freed.",
        ("The nurse from Leeds was freed.",),
        ("Leeds left",),
    ),
    Example(
        "The band has won five prizes, including two medals and a cup.",
        ("The band has won five prizes.", "The band has won two medals.", "The band has won a cup."),
    ),
)

SPEECH = (
    Example(
        "Mara Lind, whose bank says that the loan will be repaid in May, resigned.",
        never=("Whose", "Her bank"),
    ),
    Example(
        "There were nine divers, Reuters reported, and they wanted a boat.",
        ("There were nine divers.", "They wanted a boat."),
        ("Reuters",),
    ),
    Example(
        "“Nobody called us,” said one of the nurses, who would not be named.",
        ("One of the nurses said “Nobody called us”.", "One of the nurses would not be named."),
        ("Nobody",),
    ),
    Example(
        "The tunnel is safe, the ministry said, adding that 40 lamps had been replaced.",
        ("The tunnel is safe.", "40 lamps had been replaced."),
        ("The tunnel added", "The ministry said"),
    ),
    Example(
        '"We never saw the report," said Ola Brandt, who chairs the board.',
        ('Ola Brandt said "We never saw the report".', "Ola Brandt chairs the board."),
        ("We never",),
    ),
    Example(
        "The minister said that the tunnel would open in 2027 and that tolls would be free for a year.",
        ("The tunnel would open in 2027.", "Tolls would be free for a year."),
        ("The minister said",),
    ),
    Example(
        "The company did not deny that it had paid the inspector.",
        ("The company did not deny that it had paid the inspector.",),
        ("It had", "The company had"),
    ),
)

FIGURES = (
    Example(
        "The drone can fly for 40 minutes, covers 12 km and costs $900.",
        ("The drone can fly for 40 minutes.", "The drone covers 12 km.", "The drone costs $900."),
    ),
    Example("Total output slipped by 0.5%, to 40.9 tonnes.", ("Total output slipped by 0.5%.",)),
    Example(
        "The workshops ran 517 sessions for 4,200 participants.",
        ("The workshops ran 517 sessions.", "The workshops ran sessions for 4,200 participants."),
    ),
    Example("The file shrinks from 955 MB to 244 MB.", ("The file shrinks from 955 MB to 244 MB.",)),
    Example(
        "An audit covered half of Halden's 240 lockers.",
        ("Halden has 240 lockers.",),
    ),
)

PRONOUNS = (
    Example(
        "The wardens were seized by smugglers in the yard. They carried two knives.",
        ("They carried two knives.",),
        ("The wardens carried", "Smugglers carried"),
    ),
    Example(
        "The wardens were in the yard. Some of the smugglers were asleep. They carried two knives.",
        ("They carried two knives.",),
    ),
    Example(
        "The judge said that the clerk was ill. He said that the trial would last a week.",
        ("The trial would last a week.",),
    ),
    Example(
        "Mr Oskar Lind ran the mill. He sold it in 1990. A miner about to lose his house shot at him.",
        never=("A miner about to lose Oskar", "A miner about to lose Mr"),
    ),
    Example(
        "Dr Imani Voss founded the clinic in 1987. She led it for 20 years.",
        ("Dr Imani Voss led it for 20 years.",),
    ),
    Example(
        "Mr Orme praised Ms Tull. She had repaired the mill.",
        never=("Mr Orme had repaired",),
    ),
    Example(
        "A pensioner about to lose his flat shot at the bailiffs.",
        never=("A pensioner about to lose a pensioner's",),
    ),
)

MARKS = (
    Example(
        "GRAZ, Austria — The mayor resigned on Sunday.",
        ("The mayor resigned on Sunday.",),
        ("GRAZ",),
    ),
    Example(
        "The dam is 70 metres high; the lake behind it is 12 km long.",
        ("The dam is 70 metres high.", "The lake behind it is 12 km long."),
    ),
    Example(
        "- 9:40 The pump fails and the alarm sounds.",
        ("At 9:40, the pump fails.", "The alarm sounds."),
    ),
    Example(
        "The festival drew 9,000 visitors (7,400 in 2022).",
        ("The festival drew 9,000 visitors.", "The festival drew 7,400 in 2022."),
    ),
)

EXAMPLES = (
    *EACH,
    *DATED,
    *NAMES,
    *CLAUSES,
    *COORDINATION,
    *SUBORDINATION,
    *APPOSITION,
    *SPEECH,
    *FIGURES,
    *PRONOUNS,
    *MARKS,
)
