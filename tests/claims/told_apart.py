"""Sentences that tell several things in one clause, or one thing beside another."""

from __future__ import annotations

from tests.claims.example import Example

EACH = (
    Example(
        "The vandals smashed three windows and a clock and painted the walls and the doors.",
        ("The vandals painted the walls.", "The vandals painted the doors."),
    ),
    Example(
        "Maro Tull was fined by the port authority and the customs office.",
        ("Maro Tull was fined by the port authority.", "Maro Tull was fined by the customs office."),
    ),
    Example(
        "Four in five letters and parcels were returned.", never=("Four in five parcels", "Four in five letters w")
    ),
    Example("The merger joined Arden Steel and Norland Glass.", never=("The merger joined Arden Steel.",)),
    Example("The profit before interest and tax was $4m.", never=("The profit before interest was",)),
    Example(
        "Ola Renn is the founder and chair of the Arden Trust.",
        ("Ola Renn is the founder of the Arden Trust.", "Ola Renn is the chair of the Arden Trust."),
    ),
    Example(
        'She has acted in films such as "Salt Road" and "The Ferry," and she paints.',
        ('She has acted in "Salt Road".', 'She has acted in "The Ferry".', "She paints."),
        ("She has acted in films such as",),
    ),
    Example(
        "Among the injured were a nurse and two drivers.",
        ("Among the injured was a nurse.", "Among the injured were two drivers."),
    ),
)

DATED = (
    Example(
        "Ola Renn was born on 4 May 1950 in Arden.",
        ("Ola Renn was born on 4 May 1950.", "Ola Renn was born in Arden."),
    ),
    Example("The ferry sank off Norland on Monday.", ("The ferry sank off Norland on Monday.",)),
    Example(
        "Ola Renn (1881–1949) was a Danish painter.",
        ("Ola Renn was born in 1881.", "Ola Renn died in 1949.", "Ola Renn was Danish."),
    ),
    Example(
        "Ola Renn (Danish: Åge Renn; 3 March 1871, Arden – 9 October 1944, Tull) painted ships.",
        ("Ola Renn was born on 3 March 1871.", "Ola Renn died on 9 October 1944."),
    ),
    Example("Cha Renn is a South Korean singer.", ("Cha Renn is South Korean.",), ("Cha Renn is Korean.",)),
    Example("The Salt Road (2014) won a prize.", ("The Salt Road dates from 2014.",)),
    Example("Tull (2019) measured the tide.", never=("Tull dates", "Tull was born")),
)

NAMES = (
    Example(
        "The owner, Arden Steel, had disregarded six warnings.",
        ("Arden Steel is the owner.", "Arden Steel had disregarded six warnings."),
    ),
    Example("The lake was named after the botanist Ola Renn.", ("Ola Renn is a botanist.",)),
    Example("The four suspected gunmen were charged.", ("There were four suspected gunmen.",)),
    Example("The last three wooden boats sank.", never=("There were three",)),
    Example("Police arrested the 34-year-old driver.", ("The driver is 34 years old.",)),
    Example('The band released "Salt, Sea and Sand" in May.', ('The band released "Salt, Sea and Sand" in May.',)),
    Example("Arden & Sons, the furniture maker, grew.", ("Arden & Sons is the furniture maker.",)),
    Example(
        "The inquiry heard a judge, Ola Renn, and two clerks.", ("Ola Renn is the judge.",), ("Ola Renn are", "A judge")
    ),
)

CLAUSES = (
    Example("A storm hit Graz on Sunday, officials said, the worst in the city since 1998.", never=("Officials said",)),
    Example(
        "Half of them got a pill and the rest a drink.",
        ("Half of them got a pill.", "The rest got a drink."),
    ),
    Example(
        "The code is released under the MIT licence and the weights under a licence of their own.",
        ("The code is released under the MIT licence.", "The weights are released under a licence of their own."),
    ),
    Example("Rents rose by 2% and fuel by 5%.", ("Rents rose by 2%.", "Fuel rose by 5%.")),
    Example("The lamp dims rather than switching off.", never=("The lamp switches off",)),
    Example("Its two peaks, Arl and Orl, are snowy.", ("Its two peaks are snowy.",)),
    Example(
        "The plan failed from the start: nobody had measured the lake.",
        ("The plan failed from the start.", "Nobody had measured the lake."),
    ),
    Example("The votes were counted in two towns: Arden and Norland.", never=("Arden.", "The votes are")),
    Example(
        "If the pressure falls, the valve closes and the pump stops.",
        ("If the pressure falls, the pump stops.",),
        ("The pump stops",),
    ),
    Example(
        "The old index now loads in half the time because the file is read lazily.",
        ("The file is read lazily.",),
    ),
    Example("Of those, 61% of the fires whose origin is known were lit on purpose.", never=("61% of the fires were",)),
    Example("The police rescued people who were hurt while fleeing.", never=("The police fled",)),
    Example("It is a tool, written in Ada, that sorts mail.", never=("Ada sorts",)),
)
