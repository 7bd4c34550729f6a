"""How often the splitter says who "she", "it" and "the company" are, and how often it is right, on GUM.

    python -m benchmarks.coreference FILE.conllu.gz … [--weights FILE.json …] [--details]

With several `--weights` (`training.coreference --folds`) each document is read by the model that has not seen it.
The files are GUM's (Georgetown University Multilayer corpus). The treebank's words are parsed by the bundled parser,
read as the splitter reads them, and each expression that is resolved is compared with the annotated clusters: it is
right if the phrase that was found to be its antecedent is in the same cluster. `there` counts the expressions outside
quotation marks that have an antecedent with a noun before them: pronouns all, descriptions ("the mill") and short names
those that are put otherwise there.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gum import GumDocument, Mention, read
from factcheck.claims.coreference import Chooser, Discourse
from factcheck.claims.parse import Parser
from factcheck.claims.repairs import repair
from factcheck.claims.tree import Tree
from factcheck.claims.units import units_of
from factcheck.claims.weighing import Weights
from factcheck.document import Span
from factcheck.models import ParserModel

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_OBJECTS = frozenset({"him", "her", "them"})
_PRONOUNS = frozenset({"he", "she", "it", "they"}) | _POSSESSIVES | _OBJECTS
KINDS = ("he", "she", "it", "they", "possessive", "object", "description", "name")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A word of a document and the words of its antecedent."""

    word: int
    source: range


def kind_of(document: GumDocument, words: Sequence[str], word: int) -> str:
    """Which of KINDS a word that heads a referring expression is; "" if none."""
    text = words[word].lower()
    if document.upos[word] == "PRON" and text in _PRONOUNS:
        if document.rels[word] == "nmod:poss":
            return "possessive"
        if text in _OBJECTS or (text == "it" and not document.rels[word].startswith(("nsubj", "expl"))):
            return "object"
        return text if text in KINDS else "possessive"
    return {"NOUN": "description", "PROPN": "name"}.get(document.upos[word], "")


def covered(document: GumDocument, span: Span) -> range:
    """The words of a document that stand in a range of its characters."""
    words = [token for sentence in document.sentences for token in sentence]
    inside = [i for i, token in enumerate(words) if span.overlaps(token.span)]
    return range(inside[0], inside[-1] + 1)


def resolve(document: GumDocument, parser: Parser, chooser: Chooser | None = None) -> tuple[list[Resolved], set[int]]:
    """What the splitter resolves in a document, and the words within quotation marks."""
    cut = [units_of(tokens, labelled=False) for tokens in document.sentences]
    units = [unit for sentence in cut for unit in sentence]
    parses = parser.parse([[token.text for token in unit.tokens] for unit in units])
    at = {token.span.start: i for i, token in enumerate(t for s in document.sentences for t in s)}
    discourse = Discourse(chooser)
    found: list[Resolved] = []
    quoted: set[int] = set()
    for unit, parse in zip(units, parses, strict=True):
        places = [at[token.span.start] for token in unit.tokens]
        quoted.update(places[word] for word in unit.quoted)
        tree = repair(Tree(unit.tokens, parse))
        for word, antecedent in discourse.read(tree, unit.quoted, lambda span: span).items():
            found.append(Resolved(places[word], covered(document, antecedent.source)))
    return found, quoted


def cluster(document: GumDocument, place: range, head: int | None = None) -> str | None:
    """The cluster of the mention that is most like a place: with the same head, if that is given."""
    best, most = None, 0.0
    for mention in document.mentions:
        if head is not None and mention.head != head:
            continue
        shared = len(range(max(place.start, mention.start), min(place.stop, mention.end)))
        likeness = shared / (len(place) + mention.end - mention.start - shared)
        if place.start <= mention.head < place.stop and likeness > most:
            best, most = mention.cluster, likeness
    return best


def is_whole(document: GumDocument, whole: str, place: range) -> bool:
    """Whether a place names all the parts of a cluster: "Ann and Bob"."""
    inside = {m.cluster for m in document.mentions if place.start <= m.start and m.end <= place.stop}
    return whole in document.parts and document.parts[whole] <= inside


def judged(
    document: GumDocument, parser: Parser, chooser: Chooser | None = None
) -> Iterator[tuple[str, str, Resolved | Mention]]:
    """For each expression its kind and "there", "right" or "wrong"."""
    words = [token.text for sentence in document.sentences for token in sentence]
    found, quoted = resolve(document, parser, chooser)
    nouns: dict[str, list[Mention]] = {}
    for mention in document.mentions:
        kind = kind_of(document, words, mention.head)
        before = nouns.get(mention.cluster, [])
        text = " ".join(words[mention.start : mention.end])
        others = [" ".join(words[m.start : m.end]) for m in before]
        short = mention.end - mention.start <= 3 and (kind == "name" or words[mention.start].lower() == "the")
        put_otherwise = short and all(other.lower() != text.lower() for other in others)
        if kind and before and mention.head not in quoted and (kind not in ("description", "name") or put_otherwise):
            yield kind, "there", mention
        if kind in ("description", "name"):
            nouns.setdefault(mention.cluster, []).append(mention)
    for item in found:
        own = cluster(document, range(item.word, item.word + 1), item.word)
        same = own is not None and (own == cluster(document, item.source) or is_whole(document, own, item.source))
        yield kind_of(document, words, item.word) or "description", "right" if same else "wrong", item


def tell(document: GumDocument, item: Resolved) -> None:
    """Print a wrong antecedent in its sentence."""
    words = [token.text for sentence in document.sentences for token in sentence]
    around = " ".join([*words[max(0, item.word - 40) : item.word], f"[{words[item.word]}]"])
    after = " ".join(words[item.word + 1 : item.word + 8])
    said = " ".join(words[item.source.start : item.source.stop])
    print(f"\n{document.name}: … {around} {after} …\n    <{said}>")


def line(name: str, counts: Counter[tuple[str, str]], kinds: Sequence[str]) -> str:
    """One row of figures."""
    there, right, wrong = (sum(counts[kind, what] for kind in kinds) for what in ("there", "right", "wrong"))
    resolved = right + wrong
    precision = f"{right / resolved:.3f}" if resolved else "-"
    coverage = f"{right / there:.3f}" if there else "-"
    return f"{name:14}{there:8}{resolved:10}{right:8}   precision {precision:>6}   found of those there {coverage}"


def main() -> None:
    """Judge the documents and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", help="GUM's .conllu.gz")
    parser.add_argument("--weights", type=Path, nargs="+", help="models of folds, each for every n-th document")
    parser.add_argument("--details", action="store_true", help="print each wrong antecedent")
    arguments = parser.parse_args()
    model = ParserModel.load(threads=1)
    counts: Counter[tuple[str, str]] = Counter()
    choosers: list[Chooser | None] = [Weights(**json.loads(path.read_text())) for path in arguments.weights or ()]
    for i, document in enumerate(document for path in arguments.files for document in read(path)):
        for kind, what, item in judged(document, model, (choosers or [None])[i % (len(choosers) or 1)]):
            counts[kind, what] += 1
            if arguments.details and what == "wrong" and isinstance(item, Resolved):
                tell(document, item)
    print(f"\n{'':14}{'there':>8}{'resolved':>10}{'right':>8}")
    for kind in KINDS:
        print(line(kind, counts, [kind]))
    print(line("pronouns", counts, KINDS[:6]))


if __name__ == "__main__":
    main()
