"""Words that tell whether a stop ends an English sentence, by what the stop after them can mean.

The lists are closed classes or the common members of one kind; what they lack is decided by the look of the word.
They hold words without their final stop. Where a capital tells an abbreviation from a word ("Gen.", "gen"), it counts.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "Mr Mrs Ms Mx Dr Prof Sir Hon Rev Fr Msgr Messrs Mme Mlle Sig Sra Srta Gen Col Lt Maj Capt Cpl Sgt Cmdr Adm Brig "
    "Pvt Supt Insp Det Sen Rep Gov Pres Cllr Amb Asst Assoc St Ste Mt Ft Pt"
)
"""Before a name: the stop ends no sentence."""

STREETS = _words("St Dr Ave Blvd Rd Ln Sq Hwy Pl Ct Mt Pt")
"""After a name ("on Harbour St."), where a title stands before one ("St. Brigid")."""

NAME_ENDS = STREETS | _words(
    "Inc Corp Ltd Co Cos Bros Jr Sr Esq Dept Univ Assn Intl Govt Bldg Gmbh Pty Plc "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
    "Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta"
)
"""At the end of a name: a sentence may end there or the name go on ("Acme Inc. Chief Executive Jo Lund")."""

MONTHS = _words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
DAYS = _words("Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun")
CALENDAR = (
    MONTHS
    | DAYS
    | _words(
        "January February March April May June July August September October November December "
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    )
)
ZONES = _words("Eastern Central Mountain Pacific Greenwich Local Moscow Beijing")
"""What names a time zone after "a.m."."""

LEAD_INS = _words("approx ca circa vs v cf viz e.g i.e p.s resp incl excl esp aka re acc c")
"""Always before what they stand to, never at an end (small letters or capitals)."""

REFERENCES = _words(
    "no nos nr fig figs tab eq eqs p pp vol vols ch chap art arts para paras sec secs cl app ref refs op ed eds n "
    "tel ext reg est ser cap ver bk pt"
)
"""Before a number (small letters or capitals); elsewhere many of them are words ("said no.", "modern art.")."""

UNITS = _words(
    "in ft lb lbs oz gal hr hrs min mins sec secs km cm mm kg mi mil yd yds sq cu pt tbsp tsp mph ml dl m s h"
)
"""After a number ("6 in. across"); elsewhere some of them are words ("the house I live in.")."""

CLIPPED = _words(
    "max min avg est std dept dir cos ltd govt mgmt misc al etc orig temp gen sp spp ibid fem masc sing plur"
)
"""Clipped words in running text: before a small letter or number the sentence goes on."""

STARTERS = _words(
    "A An The This That These Those It Its He His She Her They Their We Our You Your I My There Here "
    "Who What When Where Why How Which Whose While Whether If Although Though Because Since Unless Until As "
    "And But Or Nor So Yet Then Thus Hence However Moreover Meanwhile Instead Still Also Even Only Just Now Today "
    "In On At By For From To Of With Without Within After Before During Under Over About Between Among Against Despite "
    "Across Through Nobody Nothing None Neither Either Both Each Every All Some Any Many Most Few Several Such Another "
    "Other Others Everyone Someone Anyone No Not Never One Two Three Four Five Six Seven Eight Nine Ten "
    "Is Are Was Were Has Have Had Do Does Did Can Could Will Would Should May Must Let"
)
"""Function words: with a capital they open a sentence rather than carry on a name."""

SPEECH_VERBS = _words("said says asked asks wrote writes replied added told shouted cried called joked warned recalled")
"""What follows a speaker's name after a quotation ("“Why?” Mr. Lind asked.")."""
