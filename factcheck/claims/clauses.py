"""From a sentence's tree to its propositions.

A walk over the clauses: each clause gives its drafts without the parts that leave it, then each of those
parts is a clause of its own, with its subject carried over.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import replace

from factcheck.claim import Modality
from factcheck.claims.compose import body_of, compose
from factcheck.claims.conditions import condition_of
from factcheck.claims.cuts import RELATIVE_WORDS, Cut, cut_of, retold
from factcheck.claims.draft import Draft, Pieces, joined
from factcheck.claims.frame import Frame
from factcheck.claims.gaps import told_in_full
from factcheck.claims.inflection import Tense
from factcheck.claims.modality import impersonal_content, modality_of, told_of
from factcheck.claims.phrases import again, owned_by, short_phrase
from factcheck.claims.quotes import Quotation, quotation_of
from factcheck.claims.sources import contents_of, is_carried, is_source, name_of, source_words
from factcheck.claims.told_apart import told_apart
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import (
    AUXILIARIES,
    SAYING,
    SUBJECTS,
    be,
    is_bare_saying,
    is_ing,
    is_participle,
    is_plural,
    is_plural_member,
    is_predicate,
    subject,
    tense,
)

_OUTCOMES = frozenset({"making", "causing", "prompting", "resulting", "bringing"})
_BRIEF = 8  # words; a longer sentence of a bare "X said" has been misread
_LONG_SUBJECT = 8  # words; a longer one is carried over in its short form
_CORE = frozenset({*SUBJECTS, *AUXILIARIES, "obj", "iobj", "xcomp", "compound:prt", "advmod"})
_OTHERS_CLAUSES = ("acl:relcl", "acl", "ccomp", "advcl")
_TOLD = frozenset({"iobj", "obj", "obl", "advmod", "aux", "compound:prt", "obl:unmarked"})


class Walker:
    """Walks one unit.

    Attributes:
        tree: The unit.
        drafts: What was found.
        spoken: What to say in the place of a word, such as a finite verb for a participle.
        subjects: For each clause walked, by its head, its subject and whether that is plural.
    """

    def __init__(self, tree: Tree, quoted: Collection[int]) -> None:
        self.tree = tree
        self.drafts: list[Draft] = []
        self.spoken: dict[int, str] = {}
        self.subjects: dict[int, tuple[Pieces, bool]] = {}
        self._quoted = quoted
        self._cuts: dict[int, dict[int, Cut]] = {}
        self._waiting: deque[tuple[int, Cut, int, Frame]] = deque()
        if len(tree) and _is_lowered(tree):
            self.spoken[0] = tree.tokens[0].text.lower()

    def walk(self) -> None:
        """Find the propositions of the unit's clauses."""
        tree = self.tree
        quotation = quotation_of(tree, self._quoted)
        if quotation is None and self._is_unread():
            self.drafts.append(Draft(tuple(range(len(tree))), 0))
        elif quotation is None:
            self._clause(self.tree.root, Frame())
        else:
            self._quotation(quotation)
        self._finish()

    def walk_parts(self, head: int, cuts: Mapping[int, Cut], frame: Frame) -> None:
        """Find the propositions of parts that have left a phrase.

        Args:
            head: The phrase.
            cuts: The parts.
            frame: Their setting.
        """
        self._waiting.extend((word, cut, head, frame) for word, cut in cuts.items())
        self._finish()

    def cuts(self, head: int) -> dict[int, Cut]:
        """The parts that leave a clause or phrase, in order of place."""
        if head not in self._cuts:
            self._cuts[head] = self._find_cuts(head)
        return self._cuts[head]

    def predicate_of(self, word: int) -> int:
        """The head of the walked clause that a word stands in."""
        chain = (word, *self.tree.ancestors(word))
        head = next((head for head in chain if head in self.subjects), self.tree.root)
        if self.tree.words[head] not in SAYING:
            return head
        said = {inner for content in contents_of(self.tree, head) for inner in self.tree.subtree(content)}
        told = [inner for inner in self.subjects if inner in said and inner < word]
        return max(told, default=head)  # "A storm hit Graz, officials said, the worst since 1998"

    def core(self, head: int, instead: Mapping[int, Pieces] | None = None) -> Pieces:
        """A clause without its adjuncts.

        Args:
            head: Its predicate.
            instead: Words to put in the place of a dependent, which stays whatever it is.
        """
        tree = self.tree
        instead = instead or {}
        parts: list[tuple[int, Pieces]] = [(head, (head,))]
        own = subject(tree, head)
        if own is None or tree.words[own] in RELATIVE_WORDS:
            parts.append((-1, self.subjects.get(head, ((), False))[0]))
        for child in tree.children(head):
            if child in instead:
                parts.append((child, joined(tree.children(child, "case"), instead[child])))
            elif tree.rels[child] in _CORE and tree.words[child] not in RELATIVE_WORDS:
                parts.append((child, tuple(short_phrase(tree, child, self.cuts(child)))))
        return joined(*[pieces for _, pieces in sorted(parts, key=lambda part: part[0])])

    # --- clauses

    def _finish(self) -> None:
        while self._waiting:
            self._part(*self._waiting.popleft())

    def _is_unread(self) -> bool:
        """Whether the parser took a whole sentence for a phrase: then it is told as it stands."""
        tree = self.tree
        return tree.words[-1] == "." and "VERB" in tree.upos and not is_predicate(tree, tree.root)

    def _find_cuts(self, head: int) -> dict[int, Cut]:
        tree = self.tree
        found: dict[int, Cut] = {}
        todo = [(head, True)]
        while todo:
            word, splittable = todo.pop()
            for child in tree.children(word):
                if child in self._quoted:
                    continue
                cut = Cut.SOURCE if is_source(tree, child) else cut_of(tree, child, splittable=splittable)
                if cut is Cut.PARTICIPLE and word != head and tree.rels[word] in _OTHERS_CLAUSES:
                    cut = None  # "people who were killed while fleeing": not what the main subject did
                if cut is not None:
                    found[child] = cut
                elif not (tree.rels[child] == "advcl" and tree.has(child, "mark", "if", "unless")):
                    todo.append((child, splittable and child in contents_of(tree, word)))
        return dict(sorted(found.items()))

    def _clause(self, head: int, frame: Frame) -> None:
        tree = self.tree
        cuts = self.cuts(head)
        frame = self._with_source(cuts, frame)
        own = subject(tree, head)
        if own is not None and tree.words[own] not in RELATIVE_WORDS:
            frame = replace(frame, subject=self._carried(own, cuts, frame.antecedent), plural=is_plural(tree, own))
        elif own is not None:
            told = frame.antecedent or (("this",) if tree.words[own] == "which" else ())
            frame = replace(frame, subject=told, antecedent=told)
        self.subjects[head] = (frame.subject, frame.plural)
        contents, inner = self._contents(head, cuts, frame)
        if not contents:
            self._emit(head, cuts, frame)
        for content in contents:
            self._clause(content, inner)
        cuts = {word: cut for word, cut in cuts.items() if not is_carried(contents, tree, word)}
        if tree.upos[head] in ("VERB", "AUX", "ADJ", "NOUN") and not (is_ing(tree, head) or is_participle(tree, head)):
            frame = replace(frame, tense=tense(tree, head))
        shared = replace(frame, condition=condition_of(tree, head) or frame.condition)
        frame = replace(frame, condition=())
        for word, cut in cuts.items():
            self._waiting.append((word, cut, head, shared if cut is Cut.CONJUNCT else frame))
        self._waiting.extend((word, Cut.ADVERBIAL, head, frame) for word in retold(tree, head) if word not in cuts)

    def _carried(self, own: int, cuts: Mapping[int, Cut], antecedent: Pieces) -> Pieces:
        """A subject as it is carried over to another clause, "whose" resolved."""
        if name := self._name_of(own, cuts):
            return name
        words = self.tree.subtree(own, without=cuts)
        if len(words) > _LONG_SUBJECT:
            words = short_phrase(self.tree, own, cuts)
        if antecedent and self.tree.words[words[0]] == "whose":
            return joined(owned_by(self.tree, antecedent), words[1:])
        return again(self.tree, words)

    def _name_of(self, own: int, cuts: Mapping[int, Cut]) -> Pieces:
        """The name that a subject is told to have: "its leader, Ida Orme, ..."."""
        tree = self.tree
        if tree.upos[own] != "NOUN" or is_plural(tree, own):
            return ()
        name = next((c for c in tree.children(own, "appos") if cuts.get(c) is Cut.APPOSITION), None)
        if name is None or tree.upos[name] != "PROPN" or tree.children(name, "case"):
            return ()
        return tuple(short_phrase(tree, name, cuts))

    def _with_name(self, head: int, cuts: Mapping[int, Cut], pieces: Pieces) -> Pieces:
        """A clause with the name of its subject in the place of the description."""
        own = subject(self.tree, head)
        name = self._name_of(own, cuts) if own is not None else ()
        if own is None or not name or own not in pieces:
            return pieces
        described = set(self.tree.subtree(own, without=cuts))
        at = min(i for i, piece in enumerate(pieces) if piece in described)
        return joined(pieces[:at], name, tuple(piece for piece in pieces[at:] if piece not in described))

    def _contents(self, head: int, cuts: Mapping[int, Cut], frame: Frame) -> tuple[list[int], Frame]:
        """The clauses that say what somebody said, and their setting."""
        tree = self.tree
        told = impersonal_content(tree, head)
        if told is not None:
            return [told], Frame(modality=told_of(tree, head) or Modality.REPORTED)
        own = subject(tree, head)
        if own is None and not frame.subject:
            return [], frame
        who = frame.subject
        if own is not None and not any(
            tree.words[word] in (*RELATIVE_WORDS, "whose") for word in tree.subtree(own)[:1]
        ):
            who = tuple(name_of(tree, own, cuts))
        return contents_of(tree, head), Frame(attribution=who, modality=SAYING.get(tree.words[head], Modality.REPORTED))

    def _with_source(self, cuts: Mapping[int, Cut], frame: Frame) -> Frame:
        """The setting of a clause with a source: "..., X said", "according to X"."""
        tree = self.tree
        for word, cut in cuts.items():
            if cut is Cut.SOURCE:
                frame = replace(
                    frame, attribution=tuple(source_words(tree, word, self.cuts(word))), modality=Modality.REPORTED
                )
            elif cut is Cut.PARATAXIS and self._is_saying(word):
                speaker = subject(tree, word)
                who = name_of(tree, speaker, self.cuts(word)) if speaker is not None else []
                frame = replace(frame, attribution=tuple(who), modality=SAYING[tree.words[word]])
        return frame

    def _is_saying(self, word: int) -> bool:
        return self.tree.words[word] in SAYING and self.tree.child(word, "ccomp") is None

    def _emit(self, head: int, cuts: Mapping[int, Cut], frame: Frame) -> None:
        tree = self.tree
        if head != tree.root and not frame.subject and not is_predicate(tree, head):
            return
        pieces = self._with_name(head, cuts, compose(tree, head, cuts, frame, self.spoken))
        if frame.condition:
            pieces = joined(frame.condition, ",", pieces)
        body = body_of(tree, head, cuts)
        told = frame.attribution or frame.modality is not Modality.ASSERTED
        stance = frame.modality if told else modality_of(tree, head)
        bare = is_bare_saying(tree, head) and (head != tree.root or len(tree) <= _BRIEF)  # nothing is said
        draft = Draft(pieces, body[0], frame.attribution, stance, checkworthy=not bare)
        if len(draft.words) < 2 or (bare and head != tree.root):
            return
        self.drafts += told_apart(tree, draft, head, set(body) - set(self._quoted))

    def _quotation(self, quotation: Quotation) -> None:
        """Somebody's own words: the claim is that they were said; what is told of the speaker follows."""
        tree = self.tree
        verb, said = quotation.verb, set(quotation.words)
        if verb is None or quotation.speaker is None:
            self.drafts.append(Draft(tuple(range(len(tree))), 0, checkworthy=quotation.stands_alone))
            return
        cuts = {word: cut for word, cut in self.cuts(verb).items() if not said & set(tree.subtree(word))}
        speaker = tuple(w for w in tree.subtree(quotation.speaker, without=cuts) if w not in said)
        told = [verb]
        for child in tree.children(verb, *_TOLD):
            if child not in cuts and not said & set(tree.subtree(child)):
                told += tree.subtree(child, without=cuts)
        says = tuple(w for w in sorted(told) if tree.upos[w] != "PUNCT")
        self.drafts.append(
            Draft(joined(speaker, says, quotation.words), quotation.words[0], speaker, Modality.REPORTED)
        )
        frame = Frame(again(tree, speaker), is_plural(tree, quotation.speaker), tense(tree, verb))
        self._waiting.extend((word, cut, verb, frame) for word, cut in cuts.items())

    # --- parts that have left a clause

    def _part(self, word: int, cut: Cut, host: int, frame: Frame) -> None:
        bare = replace(frame, antecedent=())
        if cut is Cut.APPOSITION:
            self._apposition(word, bare)
        elif cut is Cut.REASON:
            self._reason(word, bare)
        elif cut is Cut.GAPPED:
            full = told_in_full(self.tree, word, frame.subject)
            self._add(full.pieces, full.at, bare)
        elif cut is Cut.SOURCE or (cut is Cut.PARATAXIS and self._is_saying(word)):
            self._speaker(word)
        else:
            self._clause(word, self._setting(word, cut, host, frame))

    def _setting(self, word: int, cut: Cut, host: int, frame: Frame) -> Frame:
        """The setting of a clause that has left another."""
        tree = self.tree
        head = tree.heads[word]
        if cut is Cut.CONJUNCT:
            own = subject(tree, head) if head != host else None
            if own is None:
                return frame
            return replace(frame, subject=again(tree, tree.subtree(own)), plural=is_plural(tree, own))
        bare = replace(frame, antecedent=())
        if cut in (Cut.RELATIVE, Cut.REDUCED):
            if tree.child(head, "cop") is not None and "where" in [tree.words[w] for w in tree.subtree(word)[:2]]:
                return replace(bare, subject=())  # "was a professor in Graz, where she taught"
            antecedent, plural = self._antecedent(head, word)
            return replace(bare, antecedent=antecedent, subject=antecedent, plural=plural)
        if cut is Cut.SUMMARY:
            return replace(bare, antecedent=("this",), subject=("this",), plural=False)
        if cut is Cut.PARTICIPLE and tree.words[word] in _OUTCOMES and word > head:
            return replace(bare, subject=("this",), plural=False)
        if cut is Cut.PARTICIPLE and is_participle(tree, word) and word > head:
            # "killed two volunteers, aged 24 and 52": it tells of what stands before it.
            near = tree.child(head, "obj", "nsubj:pass")
            if near is not None and near < word:
                pieces, plural = self._antecedent(near, word)
                return replace(bare, subject=pieces, plural=plural)
        return bare

    def _antecedent(self, noun: int, clause: int) -> tuple[Pieces, bool]:
        """What a relative clause or an apposition tells of, and whether it is plural.

        "A judge, Ida Orme, and two clerks": what stands before the others tells of the first alone.
        """
        tree = self.tree
        while tree.rels[noun] in ("flat", "compound") and tree.heads[noun] != ROOT:
            noun = tree.heads[noun]
        if tree.rels[noun] == "appos" and tree.upos[tree.heads[noun]] == "PROPN":
            noun = tree.heads[noun]
        if tree.child(noun, "cop") is not None and (own := subject(tree, noun)) is not None:
            noun = own
        later = [c for c in tree.children(noun, "conj") if c > clause]
        words = short_phrase(tree, noun, [*self.cuts(noun), *later])
        told = again(tree, words[1:] if tree.words[words[0]] == "by" else words)
        return told, is_plural_member(tree, noun) if later else is_plural(tree, noun)

    def _apposition(self, word: int, frame: Frame) -> None:
        tree = self.tree
        host = tree.heads[word]
        cuts = self.cuts(word)
        inner = body_of(tree, word, cuts)
        name, plural = self._antecedent(host, word)
        copula = be(Tense.PRESENT, plural)
        if tree.upos[word] == "PROPN" and tree.upos[host] != "PROPN":
            self._add(joined(inner, copula, name), inner[0], frame)
        else:
            self._add(joined(name, copula, inner), inner[0], frame)
        self._waiting.extend((child, cut, word, frame) for child, cut in cuts.items())

    def _reason(self, word: int, frame: Frame) -> None:
        """Why: with the core of what it explains."""
        cuts = self.cuts(word)
        words = self.tree.subtree(word, without=cuts)
        if self.tree.upos[words[0]] == "PUNCT":
            words.pop(0)
        self._add(joined(self.core(self.predicate_of(word)), words), words[0], frame)
        self._waiting.extend((child, cut, word, frame) for child, cut in cuts.items())

    def _speaker(self, word: int) -> None:
        """What is told of a source on the way: "..., said X, the mayor"."""
        tree = self.tree
        who = subject(tree, word)
        speaker = tuple(short_phrase(tree, who, ())) if who is not None else ()
        frame = Frame(speaker, tense=tense(tree, word) if who is not None else Tense.PAST)
        self._waiting.extend((child, cut, word, frame) for child, cut in self.cuts(word).items())

    def _add(self, pieces: Pieces, at: int, frame: Frame) -> None:
        self.drafts.append(Draft(pieces, at, frame.attribution, frame.modality))


def _is_lowered(tree: Tree) -> bool:
    """Whether the first word is capital only because it comes first."""
    first = tree.tokens[0].text
    return first == "A" or (tree.upos[0] not in ("PROPN", "X") and first[1:].islower())
