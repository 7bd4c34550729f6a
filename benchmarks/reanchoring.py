"""How often a decision finds its claim again after an article was edited: `python -m benchmarks.reanchoring`.

The article is the project's own; each edit is one that desks make. Every sentence is decided on, the article is edited,
and each decision is led to the article as it is then. A sentence of several edits is asked for in each.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.claim import Claim
from factcheck.decisions import AnchorIndex, anchors_of
from factcheck.document import Block, BlockKind, Document, Metadata, Span


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the project's own, many of its sentences alike on purpose.

    Attributes:
        sentences: In order, four to a paragraph.
        told_anew: Some of them, by index, as another editor would tell the same.
    """

    sentences: tuple[str, ...]
    told_anew: dict[int, str]


OPEN = Article(
    (
        "The harbour of Velmar took 412 ships in May.",
        "The harbour of Velmar took 398 ships in June.",
        "The harbour of Orsund took 97 ships in May, the fewest since 2011.",
        "Passengers paid 14 euros for a single ticket, twice as much as in 2019.",
        "The north pier was rebuilt for 3.1 million euros.",
        "The south pier was rebuilt for 2.4 million euros.",
        "The council voted on Tuesday to close the old lighthouse.",
        "Lena Ostrau, who runs the ferry line, called the vote a mistake.",
        "Two of the three lines went electric last spring.",
        "The third line still burns diesel, about 900 litres a day.",
        "Residents of the lower town have complained about the noise since autumn.",
        "A strike planned for the first week of May was called off after talks.",
        "The union had asked for 6 percent more pay.",
        "The company offered 4 percent and a bonus of 500 euros.",
        "Both sides agreed on 5 percent on Friday evening.",
        "The oldest ferry, the Alma, was built in 1962 in Lindhafen.",
        "She carries 90 cars and 600 passengers.",
        "Her sister ship, the Berta, was sold to Norway in 1998.",
        "The new ferry is to carry 140 cars and 800 passengers.",
        "It will cost 48 million euros, according to the annual report.",
        "The state pays a third of that.",
        "Work on the yard began in January and is to end in March 2027.",
        "The yard employs 230 people.",
        "Last year it employed 310 people.",
        "Fishermen fear that the deeper channel will drive away the herring.",
        "A study by the marine institute found no change in the catch.",
        "The institute counted fish at eleven places over four years.",
        "Its director, Jonas Feld, said the figures were sound.",
        "Critics say that eleven places are too few.",
        "The court is to hear their case on 9 October.",
        "It rained on 19 days in April.",
        "In March it had rained on 12 days.",
        "The mayor opened the promenade in heavy rain.",
        "About 2,000 people came to the opening.",
        "The police counted 1,400.",
        "Three people were treated for hypothermia.",
        "The promenade is 1.8 kilometres long and lined with 240 lamps.",
        "Each lamp uses 18 watts.",
        "The old ones used 70 watts each.",
        "The city says it saves 110,000 euros a year.",
    ),
    {
        0: "In May, 412 ships called at the harbour of Velmar.",
        4: "Rebuilding the north pier cost 3.1 million euros.",
        6: "On Tuesday the council decided that the old lighthouse will close.",
        11: "After talks, a strike that had been set for early May was called off.",
        15: "The Alma, built in 1962 in Lindhafen, is the oldest of the ferries.",
        21: "Work on the yard, begun in January, should be finished by March 2027.",
        25: "The catch has not changed, a study by the marine institute found.",
        32: "In heavy rain, the mayor opened the promenade.",
        36: "The promenade runs for 1.8 kilometres and has 240 lamps.",
        39: "According to the city, 110,000 euros are saved every year.",
    },
)
"""The thresholds of `factcheck/decisions/heirs.py` were set on it."""

SEALED = Article(
    (
        "The clinic in Tarnby treated 1,310 patients in January.",
        "The clinic in Osmark treated 1,190 patients in January.",
        "Waiting times fell from 41 to 33 days within a year.",
        "A nurse earns 3,200 euros a month on average.",
        "A doctor earns 6,100 euros a month on average.",
        "The regional board wants to merge the two hospitals by 2028.",
        "Its chair, Ines Holm, expects savings of 9 million euros.",
        "The staff council doubts the figure.",
        "It points to the merger in Lund, which cost more than it saved.",
        "The building in Osmark dates from 1971.",
        "Its roof was repaired twice, in 2004 and in 2017.",
        "An expert put the cost of a new roof at 2.2 million euros.",
        "Ambulances need 14 minutes to Tarnby and 22 to Osmark.",
        "In the north of the region they need 31 minutes.",
        "Volunteers collected 8,400 signatures against the plan.",
        "The petition was handed over on Monday.",
        "Parliament will debate it in the autumn.",
        "Two parties have already said that they will vote against it.",
        "The minister declined to comment.",
        "She had promised in March that no hospital would close.",
    ),
    {
        0: "In January, 1,310 patients were treated at the clinic in Tarnby.",
        2: "Within a year, waiting times went down from 41 to 33 days.",
        5: "By 2028 the two hospitals are to be merged, if the regional board has its way.",
        11: "A new roof would cost 2.2 million euros, an expert said.",
        14: "Against the plan, volunteers gathered 8,400 signatures.",
        19: "In March she promised that no hospital would be closed.",
    },
)
"""Written before the thresholds were tried on it, and nothing was changed after."""

Edit = Callable[[str, random.Random], str]
_ASIDES = ("according to the authority", "as this newspaper reported", "in the view of the board")


def change_number(sentence: str, rng: random.Random) -> str:
    """Another figure in the place of one; the sentence as it is where there is none."""
    figures = list(re.finditer(r"\d+", sentence))
    if not figures:
        return sentence
    place = rng.choice(figures)
    return f"{sentence[: place.start()]}{int(place.group()) + rng.randint(2, 30)}{sentence[place.end() :]}"


def change_word(sentence: str, rng: random.Random) -> str:
    """One longer word replaced by another one."""
    words = sentence.split(" ")
    long = [index for index, word in enumerate(words) if len(word) > 4 and index]
    words[rng.choice(long)] = rng.choice(("harbour", "reported", "northern", "officials"))
    return " ".join(words)


def insert(sentence: str, rng: random.Random) -> str:
    """An aside put before the final stop."""
    return f"{sentence.rstrip('.')}, {rng.choice(_ASIDES)}."


def lead_in(sentence: str, rng: random.Random) -> str:
    """An aside put in front."""
    return f"{rng.choice(_ASIDES).capitalize()}, {sentence[0].lower()}{sentence[1:]}"


def cut(sentence: str, _rng: random.Random) -> str:
    """The last third of the words cut off."""
    words = sentence.rstrip(".").split(" ")
    return " ".join(words[: max(3, len(words) * 2 // 3)]) + "."


def several(sentence: str, rng: random.Random) -> str:
    """A figure or word changed and an aside inserted."""
    return insert(change_word(change_number(sentence, rng), rng), rng)


EDITS: dict[str, Edit] = {
    "figure changed": change_number,
    "word changed": change_word,
    "aside inserted": insert,
    "aside in front": lead_in,
    "third cut off": cut,
    "several at once": several,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where decisions ended: at their claim, at another one, or in the list of the lost."""

    right: int
    wrong: int
    lost: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.right + self.wrong + self.lost


def document(sentences: Sequence[str]) -> tuple[Document, list[Claim]]:
    """An article of paragraphs of four sentences, each one claim."""
    text, claims = "", []
    for number, sentence in enumerate(sentences):
        span = Span(len(text), len(text) + len(sentence))
        claims.append(Claim(f"c{number + 1}", sentence.rstrip("."), (span,), span))
        text += sentence + ("\n\n" if number % 4 == 3 else " ")
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return Document("article.md", text, (block,), Metadata(), "0" * 64), claims


def measure(
    article: Article, edited: Sequence[str | None], asked: Sequence[int], order: Sequence[int] | None = None
) -> Outcome:
    """Lead the decisions on some sentences to the edited article.

    Args:
        article: As it was.
        edited: For each of its sentences what it became; None: it was deleted.
        asked: Whose decisions are led; one on a deleted sentence is right when it is lost.
        order: In which order the sentences stand now.
    """
    stay = [index for index in (order or range(len(edited))) if edited[index] is not None]
    old, new = document(article.sentences), document([edited[index] or "" for index in stay])
    index = AnchorIndex(anchors_of(*new))
    ends: Counter[str] = Counter()
    for place, anchor in enumerate(anchors_of(*old)):
        if place not in asked:
            continue
        match = index.unchanged(anchor) or index.changed(anchor)
        found = stay[match.index] if match else None
        expected = place if edited[place] is not None else None
        ends["right" if found == expected else "wrong" if found is not None else "lost"] += 1
    return Outcome(ends["right"], ends["wrong"], ends["lost"])


def outcomes(article: Article, rounds: int = 20) -> dict[str, Outcome]:
    """What becomes of decisions on edited sentences, by kind of edit.

    In each round a quarter of the sentences is edited, and the paragraphs change places in every other one.
    """
    sentences = article.sentences
    found: dict[str, Outcome] = {}
    for name, edit in EDITS.items():
        parts = []
        for seed in range(rounds):
            rng = random.Random(f"{name} {seed}")
            asked = rng.sample(range(len(sentences)), len(sentences) // 4)
            edited = [edit(s, rng) if i in asked else s for i, s in enumerate(sentences)]
            parts.append(measure(article, edited, asked, _shuffled(len(sentences), rng) if seed % 2 else None))
        found[name] = _sum(parts)
    told_anew = [article.told_anew.get(i, s) for i, s in enumerate(sentences)]
    found["told anew"] = measure(article, told_anew, list(article.told_anew))
    found["deleted"] = _sum(
        [measure(article, [None if i == j else s for j, s in enumerate(sentences)], [i]) for i in range(len(sentences))]
    )
    return found


def _shuffled(count: int, rng: random.Random) -> list[int]:
    paragraphs = [list(range(start, min(start + 4, count))) for start in range(0, count, 4)]
    rng.shuffle(paragraphs)
    return [index for paragraph in paragraphs for index in paragraph]


def _sum(parts: Sequence[Outcome]) -> Outcome:
    return Outcome(sum(p.right for p in parts), sum(p.wrong for p in parts), sum(p.lost for p in parts))


def main() -> None:
    """Print a table for each article; of deleted sentences "right" means lost."""
    for name, article in (("open", OPEN), ("sealed", SEALED)):
        print(f"{name:<16} {'right':>7} {'wrong':>7} {'lost':>7}")
        for edit, outcome in outcomes(article).items():
            shares = (outcome.right, outcome.wrong, outcome.lost)
            print(f"{edit:<16}" + "".join(f" {100 * share / outcome.total:6.1f}%" for share in shares))


if __name__ == "__main__":
    main()
