"""What stands around an article and is no part of what it tells, known by its wording: bylines, credits, notices."""

from __future__ import annotations

import re

_NAME = r"[A-Z][\w'’.-]+"
_NAMES = rf"{_NAME}(?:[ ](?:{_NAME}|de|van|von|der|da|al|el|bin))*"
_IMAGE = r"(?:photos?|photographs?|photography|pictures?|images?|illustrations?|video|graphics?)"
_CRAFT = rf"(?:words|text|story|maps?|{_IMAGE})"
_PIECE = r"(?:story|article|post|page|piece|report|interview|column|newsletter|episode)"
_WRITER = r"(?:writer|reporter|journalist|correspondent|columnist|editor|contributor|blogger)"

# "By Ida Holm and Jo Falk", "Ida Holm is a staff writer."; with case, since only names tell a byline from a sentence.
_SIGNED = re.compile(
    rf"""^(?:
      [Bb][Yy]\ {_NAMES}(?:,?\ (?:and|&|with)\ {_NAMES}|,\ {_NAMES})*(?:,\ [^.]*{_WRITER}[^.]*)?
    | {_NAMES}\ is\ (?:an?|our|the)\ (?:\w+\ )?(?:staff|contributing|guest|regular|freelance)\ {_WRITER}
      (?:\ (?:at|for|with|in|based|on)\b[\w\ ]*)?\.
    | (?:[Oo]ur|[Aa]|[Ss]pecial)\ correspondent(?:\ in\ {_NAMES})?\.?
    )$""",
    re.VERBOSE,
)
_NOTICE = re.compile(
    rf"""^\W*(?:
      {_CRAFT}\ by\ (?=[^.]*$) | (?:additional\ )?reporting\ by\ [^.;]+(?:;.*|\.?)$ | editing\ by\b
    | (?:{_IMAGE}|pictured|credits?|source|caption)\s*(?:credit)?\s*:(?!\s*\d)  # "Photo: ..."
    | (?:first\ )?(?:published|updated|posted|last\ (?:updated|modified)|modified)\s*(?:on|at|:)?\s*
      (?=[^a-z]*\d)[\w\s,.:/-]*$  # a date alone
    | \d+\s*-?\s*min(?:ute)?s?\.?\ read\b
    | this\ {_PIECE}\ (?:has\ been|was|is)\ (?:updated|corrected|amended|edited|first\ published|part\ of|adapted)\b
    | (?:sign|signed|log)\ (?:up|in)(?:\ (?:for|to|now|here|with)\b|[.!]?$) | subscribe\b | join\ our\b | follow\ us\b
    | (?:read|see|watch|listen)(?:\ (?:more|also|next|now|on|the\ full\b.*))?\s*: | (?:read|learn|find\ out)\ more[.!]?$
    | (?:click|tap|listen|watch|look)\ (?:to\ .*)?here\b | (?:continue|keep)\ reading\b
    | related\ (?:stories|articles|topics|links|content|posts|coverage)\W*$ | most\ (?:read|viewed|popular)\W*$
    | advert(?:isement|ising)?\W*$ | sponsored(?:\ content)?\W*$ | share\ (?:this|on|via)\b[^.]*$
    | skip\ to\b | back\ to\ (?:top|home|the\ top)\b[^.]*$ | table\ of\ contents\W*$
    | (?:©|\(c\)|copyright\b)\s*(?=.*\d|.*\brights\b|[^.]*$) | all\ rights\ reserved\b
    | (?:this|released|distributed|available)?\s*licen[sc]ed\ under\b
    | by\ (?:subscribing|signing\ up|continuing|clicking|using)\b.*\b(?:agree|accept|consent)\b
    | (?:this|our)\ (?:web)?site\ uses\ cookies\b | (?:we|we\ and\ our\ partners)\ use\ cookies\b
    | accept\ (?:all\ )?cookies\b | (?:privacy|cookie)\ (?:policy|settings|notice)\W*$ | terms\ (?:of|and)\ \w+\W*$
    | (?:the\ )?(?:views|opinions)\ expressed\b
    | if\ you\ (?:have\ been|are|were)\ affected\ by\b
    | for\ (?:more|further|full)\ (?:information|details|news|stories)\b
      (?=.*\b(?:contact|visit|see|go|call|click|email)\b)
    | (?:all\ )?comments\ (?:are|have\ been)\ (?:closed|disabled|off)\b
    | (?:todo|fixme|tbd|tbc|tk|xxx|wip)\b\W
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_POINTER = re.compile(r"\((?:see|cf\.?)\s", re.IGNORECASE)  # "(See the appendix.)"
_PARTED = re.compile(r"(?:[^|•·›»]{1,25}\s[|•·›»]\s){2,}")  # "Home | News | Sport"
_CREDITED = re.compile(rf"\(file {_IMAGE}\)\W*$|(?<=[.!?]\s){_IMAGE}: [^.\d]+\.?$", re.IGNORECASE)
_COURTESY = re.compile(
    r"""^\W*(?:(?:and|so|but)\ )?(?:
      dear\ [^.]*[,:]$ | (?:kind|best|warm|kindest|warmest)\ (?:regards|wishes)\b
    | yours\ (?:sincerely|faithfully|truly)\b
    | good\ (?:morning|afternoon|evening|day)\b
      (?=[\s,.!]*(?:and\ welcome|everyone|everybody|all|to\ you|ladies|$|[,!.]))
    | happy\ [\w-]+(?:\ [\w-]+)?!$ | (?:hello|hi|hey)\b(?=[\s,!.]|$) | see\ you\b | (?:good\ luck|cheers|bye|goodbye)\b
    | (?:i|we)(?:\ (?:very\ much|really))?\ look(?:ing)?\ forward\ to\b | looking\ forward\ to\b
    | it(?:'s|’s|\ is|\ was)\ (?:a|an|my|our)\ (?:great\ |real\ )?(?:pleasure|honou?r|privilege|joy)\ to\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def is_boilerplate(text: str) -> bool:
    """Whether a sentence is a byline, credit, notice, link, or a note that something is still to do."""
    plain = text.strip()
    starts = (_SIGNED, _NOTICE, _POINTER, _PARTED)
    return any(pattern.match(plain) for pattern in starts) or _CREDITED.search(plain) is not None


def is_courtesy(text: str) -> bool:
    """Whether a sentence greets, wishes or takes leave."""
    return _COURTESY.match(text.strip()) is not None
