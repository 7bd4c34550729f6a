"""Sentences with the claims that they must yield and claims that they must not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    yields: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    """Claims, or beginnings of claims, that would say what the article does not."""


COORDINATION = (
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

EXAMPLES = (*COORDINATION, *SUBORDINATION, *APPOSITION, *SPEECH, *FIGURES, *PRONOUNS, *MARKS)
