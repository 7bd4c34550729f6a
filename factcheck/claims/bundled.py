"""The bundled splitter: the order in which the parts of this package run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.claim import Antecedent, Claim, Quantity
from factcheck.claims.attach import carrier, inside, unchecked, with_only_carriers, with_quantities
from factcheck.claims.colons import colon_in, is_clause
from factcheck.claims.context import contexts
from factcheck.claims.coreference import Discourse, Referent
from factcheck.claims.coverage import has_lost_words
from factcheck.claims.naming import Naming, namings
from factcheck.claims.parse import Parser
from factcheck.claims.propositions import Proposed, propose
from factcheck.claims.render import spans_of, text_of
from factcheck.claims.repairs import repair
from factcheck.claims.tables import row_claims
from factcheck.claims.titles import with_titles
from factcheck.claims.tokens import Token, tokenize
from factcheck.claims.tree import Tree
from factcheck.claims.units import AsideKind, Unit, units_of
from factcheck.claims.worth import is_checked, is_statement, is_worth_checking
from factcheck.document import BlockKind, Document, Span
from factcheck.report import ModelId
from factcheck.sentences import Sentence


class BundledSplitter:
    """Splits documents into claims by rules over a dependency parse."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self.models = (ModelId(parser.name, parser.sha256),)

    def split(self, document: Document, sentences: Sequence[Sentence], quantities: Sequence[Quantity]) -> list[Claim]:
        """The claims of a document; see `Splitter.split`."""
        cut = [_units(sentences, i, parts) for i, parts in enumerate(self._parts(sentences))]
        trees = iter(self._trees([unit for units in cut for unit in units]))
        around = contexts(document, sentences)
        discourse = Discourse()
        claims: list[Claim] = []
        caption = ""
        for sentence, units, context in zip(sentences, cut, around, strict=True):
            if sentence.kind is BlockKind.TABLE_ROW:
                found = _of_row(document, sentence, caption)
            else:
                parsed = [(unit, *next(trees)) for unit in units]
                found = _of_prose(sentence, parsed, discourse)
                caption = _caption(sentence, parsed)
            within = inside(quantities, sentence)
            found = with_only_carriers(with_quantities(found, within))
            rest = carrier(sentence, found, within)
            claims += [replace(claim, context=context) for claim in (found if rest is None else [*found, rest])]
        return [replace(claim, id=f"c{i}") for i, claim in enumerate(claims, 1)]

    def _parts(self, sentences: Sequence[Sentence]) -> list[list[list[Token]]]:
        """The words of each sentence, in two parts where a clause of its own follows a colon."""
        words = [_words(sentence) for sentence in sentences]
        colons = {i: at for i, tokens in enumerate(words) if (at := colon_in(tokens)) is not None}
        tails = {i: words[i][at + 1 :] for i, at in colons.items()}
        parses = self._parser.parse([[token.form for token in tail] for tail in tails.values()])
        parts = [[tokens] for tokens in words]
        for (i, tail), parse in zip(tails.items(), parses, strict=True):
            if is_clause(tail, parse):
                parts[i] = [words[i][: colons[i]], tail]
        return parts

    def _trees(self, units: Sequence[Unit]) -> list[tuple[Tree, list[Tree]]]:
        """For each unit its tree, and a tree for each of its asides that lists members."""
        wanted = [unit.tokens for unit in units]
        lists = [[a.tokens for a in unit.asides if a.kind is AsideKind.MEMBERS] for unit in units]
        flat = [tokens for unit in lists for tokens in unit]
        parses = self._parser.parse([[token.form for token in words] for words in [*wanted, *flat]])
        trees = [repair(Tree(words, parse)) for words, parse in zip([*wanted, *flat], parses, strict=True)]
        inner = iter(trees[len(wanted) :])
        return [(tree, [next(inner) for _ in asides]) for tree, asides in zip(trees, lists, strict=False)]


def _words(sentence: Sentence) -> list[Token]:
    if sentence.kind is BlockKind.TABLE_ROW:
        return []
    return with_titles(tokenize(sentence.text, sentence.identifiers), sentence.text)


def _units(sentences: Sequence[Sentence], index: int, parts: Sequence[Sequence[Token]]) -> list[Unit]:
    first = index == 0 or sentences[index - 1].block != sentences[index].block
    return [unit for i, part in enumerate(parts) for unit in units_of(part, labelled=first and i == 0)]


def _of_row(document: Document, sentence: Sentence, caption: str) -> list[Claim]:
    rows = row_claims(document, document.blocks[sentence.block], caption)
    return [Claim("", row.text, row.spans, sentence.span) for row in rows]


def _of_prose(sentence: Sentence, parsed: Sequence[tuple[Unit, Tree, list[Tree]]], discourse: Discourse) -> list[Claim]:
    claims: dict[str, Claim] = {}
    lost = False
    for unit, tree, members in parsed:
        checked = is_checked(sentence, tree, labelled=bool(unit.label))
        referents = discourse.read(tree, unit.quoted, sentence.to_file)
        told = propose(unit, tree, members)
        lost = lost or has_lost_words(unit, tree, [proposed.draft for proposed in told])
        if unit.dateline:
            line = _dateline(unit.dateline, sentence)
            claims[line.text] = line
        for proposed in told:
            worth = checked and is_worth_checking(tree, proposed.draft, unit.quoted, sentence.kind)
            claim = _claim(proposed, sentence, referents, checked=worth)
            if claim.text:
                claims.setdefault(claim.text, claim)
    if lost and sentence.text not in claims:  # nothing is dropped: what no claim tells is there to be read
        claims[sentence.text] = unchecked(sentence)
    return list(claims.values())


def _dateline(tokens: Sequence[Token], sentence: Sentence) -> Claim:
    words = range(len(tokens))
    text = text_of(words, tokens, sentence, {}, final=False)
    return Claim("", text, spans_of(words, tokens, sentence), sentence.span, checkworthy=False)


def _claim(proposed: Proposed, sentence: Sentence, referents: Mapping[int, Referent], *, checked: bool) -> Claim:
    draft, tokens = proposed.draft, proposed.tokens
    put = namings(draft, tokens, referents)
    spoken = {**proposed.spoken, **{naming.head: naming.text for naming in put}}
    silent = {word for naming in put for word in naming.words if word != naming.head}
    return Claim(
        id="",
        text=text_of([piece for piece in draft.pieces if piece not in silent], tokens, sentence, spoken),
        spans=spans_of(draft.words, tokens, sentence),
        sentence=sentence.span,
        attribution=text_of(draft.attribution, tokens, sentence, spoken, final=False) or None,
        modality=draft.modality,
        checkworthy=checked and draft.checkworthy,
        antecedents=tuple(_antecedent(naming, tokens, sentence) for naming in put),
    )


def _antecedent(naming: Naming, tokens: Sequence[Token], sentence: Sentence) -> Antecedent:
    place = Span(tokens[naming.words[0]].span.start, tokens[naming.words[-1]].span.end)
    return Antecedent(sentence.to_file(place), naming.text, naming.referent.source)


def _caption(sentence: Sentence, parsed: Sequence[tuple[Unit, Tree, list[Tree]]]) -> str:
    """The phrase before a table that says what its figures are ("Word error rates in per cent:"); else ""."""
    if len(parsed) != 1 or not sentence.text.endswith(":") or is_statement(parsed[0][1]):
        return ""
    tokens = parsed[0][0].tokens
    return text_of(range(len(tokens) - 1), tokens, sentence, {}, final=False)
