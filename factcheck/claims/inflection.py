"""English verb forms: enough to turn a participle into a finite verb.

Regular verbs follow spelling rules; irregular ones stand in a table.
"""

from __future__ import annotations

import re
from enum import StrEnum

from factcheck.claims.vocabulary import word_set


class Tense(StrEnum):
    """When a clause says its event is."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


_TABLE = """
arise arose arisen; awake awoke awoken; be was been; bear bore borne; beat beat beaten; become became
become; begin began begun; bend bent bent; bet bet bet; bid bid bid; bind bound bound; bite bit bitten;
bleed bled bled; blow blew blown; break broke broken; breed bred bred; bring brought brought; build built
built; burst burst burst; buy bought bought; cast cast cast; catch caught caught; choose chose chosen; cling
clung clung; come came come; cost cost cost; creep crept crept; cut cut cut; deal dealt dealt; dig dug dug;
do did done; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed
fed fed; feel felt felt; fight fought fought; find found found; flee fled fled; fling flung flung; fly flew
flown; forbid forbade forbidden; forecast forecast forecast; forget forgot forgotten; forgive forgave
forgiven; freeze froze frozen; get got got; give gave given; go went gone; grind ground ground; grow grew
grown; hang hung hung; have had had; hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt
hurt hurt; keep kept kept; know knew known; lay laid laid; lead led led; leap leapt leapt; leave left left;
lend lent lent; let let let; lie lay lain; light lit lit; lose lost lost; make made made; mean meant meant;
meet met met; mislead misled misled; overcome overcame overcome; overtake overtook overtaken; overthrow
overthrew overthrown; pay paid paid; put put put; quit quit quit; read read read; rebuild rebuilt rebuilt;
rid rid rid; ride rode ridden; ring rang rung; rise rose risen; run ran run; say said said; see saw seen;
seek sought sought; sell sold sold; send sent sent; set set set; shake shook shaken; shed shed shed; shine
shone shone; shoot shot shot; show showed shown; shrink shrank shrunk; shut shut shut; sing sang sung; sink
sank sunk; sit sat sat; sleep slept slept; slide slid slid; speak spoke spoken; spend spent spent; spin spun
spun; split split split; spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen;
stick stuck stuck; sting stung stung; strike struck struck; strive strove striven; swear swore sworn; sweep
swept swept; swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn; tell
told told; think thought thought; throw threw thrown; understand understood understood; undertake undertook
undertaken; undergo underwent undergone; upset upset upset; wake woke woken; wear wore worn; weave wove
woven; weep wept wept; win won won; wind wound wound; withdraw withdrew withdrawn; withhold withheld
withheld; withstand withstood withstood; write wrote written; outstrip outstripped outstripped
"""
_IRREGULAR = {base: (past, participle) for base, past, participle in map(str.split, _TABLE.split(";"))}
_BASES = {form: base for base, forms in _IRREGULAR.items() for form in forms}
_PASTS = {past for past, _ in _IRREGULAR.values()}
_PARTICIPLES = {participle for _, participle in _IRREGULAR.values()} | {"born"}
_DOUBLED = re.compile(r"([bdgkmnprtvz])\1$")
_KEEPS_DOUBLE = re.compile(r"(?:^add|^err|^purr|^putt|^ebb|^buzz|^fizz|^jazz|^egg)$")
_LONG_DOUBLED_L = re.compile(r"[aeiou][^aeiou]+[aeo]ll$")
# Stems of -ing forms that have lost an e: "sav", "enabl", "requir", "provid", "combin" ...
_LOST_E = re.compile(
    r"(?:v|c|u|z|[bdtpgkcfz]l|[^aeio]il|[^aeiou]al(?<=[cst]al)(?<!tal)|(?<!a)ul|yl|dg|[rl]g|ag|[^aeiou][aeiou]?ng(?<=chang)|aug|ieg|"
    r"[iy]s|aus|[^o]us(?<!focus)|[nrl]s|[aeo]as|has|bas|as(?<=ras)|[^s]os|(?<![aeo])[iu]r(?<!stir)(?<!occur)(?<!incur)|"
    r"[^eio]ar(?<!star)|[lnct]or(?<!tor)|[^aeo]id|[^eo]ad|ud|[^o]od(?<=lod)|[vmnr]ot|[bc]ut(?<=ibut|ecut)|"
    r"[^aeiou]ak|[vm]ok|[^aeo]ik|[nlr]am|um|[^a]im(?<=tim)|[^aeogu]in|pon|[^aeiou]ap|[hc]op|yp|[lb]eath|loath)$"
)
_ATE = re.compile(r"[aeiouy][^aeiouy]+(?:[aeiouy]*[^aeiouy]+)*[iue]?at$|^(?:cre|st|rel|rot|don|loc|dat|transl|r|d)at$")
_E_STEMS = word_set(
    "quot describ prob joke adher interfer commut wast tast conced supersed tot arrang infring "
    "collaps cod brows breath hat gam stor pip prescrib subscrib wan polut pollut incit cram crip "
    "complet delet compet deplet invit unit cit excit ignit ad shap nam us chang rang challeng "
    "plung"
)
_NO_E_STEMS = word_set(
    "quot describ prob joke adher interfer commut wast tast conced supersed tot arrang infring "
    "collaps cod brows breath hat gam stor pip prescrib subscrib wan polut pollut incit cram crip "
    "repeat defeat combat format visit found focus author bias plot pilot"
)
_VOWEL_END = re.compile(r"[^aeiou]y$")


def irregular_base(word: str) -> str:
    """The base of an irregular verb's past or participle: "rose" -> "rise"; other words in small letters."""
    return _BASES.get(word.lower(), word.lower())


def participle_base(word: str) -> str:
    """The base of a present participle: "freeing" -> "free", "saving" -> "save", "stopping" -> "stop"."""
    stem = word.lower().removesuffix("ing")
    if stem in _IRREGULAR or stem in _NO_E_STEMS:
        return stem
    if stem + "e" in _IRREGULAR:
        return stem + "e"
    if stem.endswith("y") and stem[:-1] + "ie" in ("lie", "die", "tie"):
        return stem[:-1] + "ie"
    if (_DOUBLED.search(stem) and not _KEEPS_DOUBLE.search(stem)) or _LONG_DOUBLED_L.search(stem):
        return stem[:-1]
    lost = stem in _E_STEMS or _LOST_E.search(stem) or _ATE.search(stem)
    return stem + "e" if lost else stem


def past(base: str) -> str:
    """The simple past of a verb's base form, or of a regular verb's stem before -ing."""
    if base in _IRREGULAR:
        return _IRREGULAR[base][0]
    if base.endswith("e"):
        return base + "d"
    if _VOWEL_END.search(base):
        return base[:-1] + "ied"
    return base + "ed"


def present(base: str, plural: bool) -> str:
    """The present of a verb's base form for a third person."""
    if plural:
        return "are" if base == "be" else base
    if base in ("be", "have"):
        return {"be": "is", "have": "has"}[base]
    if _VOWEL_END.search(base):
        return base[:-1] + "ies"
    return base + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", base) else "s")


def finite(participle: str, tense: Tense, plural: bool) -> str:
    """A present participle as a finite verb: ("freeing", PAST) -> "freed"."""
    base = participle_base(participle)
    if tense is Tense.FUTURE:
        return "will " + base
    if tense is Tense.PAST:
        if base == "be":
            return "were" if plural else "was"
        # A regular past keeps the stem as it stands before -ing: "stopp-ed", "sav-ed".
        return past(base) if base in _IRREGULAR else past(participle.lower().removesuffix("ing"))
    return present(base, plural)


def is_past_form(word: str) -> bool:
    """Whether a verb's form can be a simple past."""
    return word.endswith("ed") or word in _PASTS


def is_past_participle(word: str) -> bool:
    """Whether a verb's form can be a past participle."""
    return word.endswith("ed") or word in _PARTICIPLES


def is_present_participle(word: str) -> bool:
    """Whether a verb's form is an -ing form."""
    return len(word) > 4 and word.endswith("ing")


_VOWEL = re.compile(r"(?!uni|us[aeu]|ut[ei]|eu|one\b|once)[aeiou]|hono|hour|heir|honest")


def article(word: str) -> str:
    """The indefinite article before a word in small letters."""
    return "an" if _VOWEL.match(word) else "a"
