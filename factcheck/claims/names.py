"""Names made whole, lists of names, and clauses hung on the name that they tell of."""

from __future__ import annotations

from factcheck.claims.roles import is_person_noun
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.verbs import SUBJECTS
from factcheck.claims.vocabulary import word_set

_HUMAN = ("man", "woman", "er", "or", "ent", "ist", "chair")
_OF_ROLES = ("det", "amod", "compound", "nmod:poss", "nummod", "advmod")
_TWICE = ("nsubj", "nsubj:pass", "appos", "obj", "obl", "nmod", "obl:agent")
_NAME_PARTS = frozenset({"flat", "compound", "nmod:unmarked", "conj"})
_WHERE = word_set("in at from near of to outside around off")
_PLACES = word_set(
    "country city town village port capital region island state province district suburb river lake resort county area "
    "republic kingdom territory peninsula municipality borough neighbourhood valley"
)
_THINGS = word_set(
    "newspaper magazine company firm club band party university college organisation organization foundation album "
    "film series show charity bank ministry agency school hospital museum"
)


def join_name(tree: Tree, word: int) -> None:
    """Two capitals side by side are one name, whatever else the second hangs on."""
    after = word + 1
    if after >= len(tree) or tree.upos[word] != "PROPN" or tree.upos[after] != "PROPN":
        return
    stray = tree.rels[after] in ("obl", "obl:unmarked", "dep", "xcomp") and not tree.children(after, "case", "det")
    twice = tree.rels[word] == tree.rels[after] in _TWICE
    if tree.heads[word] == tree.heads[after] != ROOT and (twice or (stray and tree.rels[word] in SUBJECTS)):
        tree.attach(after, word, "flat")
        return
    if tree.rels[after] == "conj" and tree.heads[after] in (word, tree.heads[word]) and not tree.children(after, "cc"):
        tree.attach(after, word, "flat")
        return
    apart = tree.heads[word] != after and tree.heads[after] != word and tree.heads[word] != tree.heads[after]
    if apart and tree.rels[word] == "appos" and word not in tree.ancestors(after) and after not in tree.ancestors(word):
        if tree.heads[after] != ROOT:
            tree.attach(after, word, "flat")
    elif tree.rels[word] == "appos" and tree.heads[word] == after and tree.rels[after] in ("nsubj", "obj", "nmod"):
        tree.rels[word] = "flat"


def join_hyphenated(tree: Tree, word: int) -> None:
    """Two capitals around a hyphen without blanks are one name: "Bosnia-Herzegovina"."""
    after = word + 2
    if after >= len(tree) or tree.words[word + 1] != "-" or tree.upos[word] != "PROPN" or tree.upos[after] != "PROPN":
        return
    glued = tree.tokens[word].span.end + 1 == tree.tokens[after].span.start
    if glued and tree.heads[word] == tree.heads[after] and tree.heads[word] != ROOT:
        tree.attach(after, word, "flat")


def read_list(tree: Tree, word: int) -> None:
    """A bare name between two others is one of a list, no description: "Oslo, Bergen and Bodo"."""
    head = tree.heads[word]
    if tree.rels[word] != "appos" or tree.upos[head] not in ("PROPN", "NOUN"):
        return
    top = head
    while tree.rels[top] in ("appos", "conj"):
        top = tree.heads[top]
    joined = any(tree.children(c, "cc") for c in tree.children(top, "conj") if c > word)
    joined = joined or any(tree.children(c, "cc") for c in tree.children(word, "conj"))
    own = _own_words(tree, word)
    names = all(tree.upos[w] == "PROPN" or not tree.tokens[w].text[0].islower() for w in own)
    first = tree.tokens[tree.subtree(head)[0]].text
    alike = tree.upos[word] == "PROPN" and tree.has(word, "det", "the") and tree.has(head, "det", "the")
    bare = not tree.children(word, "det", "nmod:poss")
    if joined and names and (bare or alike) and (alike or not (first[:1].islower() and head < word)):
        tree.rels[word] = "conj"


def read_named_group(tree: Tree, word: int) -> None:
    """Names between commas behind a noun in the plural are its members: "its two peaks, Arl and Orl, are"."""
    head = tree.heads[word]
    if tree.rels[word] != "conj" or tree.upos[word] != "PROPN" or tree.upos[head] != "NOUN":
        return
    words = tree.subtree(word)
    before, after = words[0] if tree.words[words[0]] == "," else words[0] - 1, words[-1] + 1
    between = before > head and tree.words[before] == "," and after < len(tree) and tree.words[after] == ","
    listed = any(tree.has(other, "cc", "and") for other in tree.children(word, "conj"))
    if between and listed and not tree.has(word, "cc") and len(tree.children(head, "conj")) == 1:
        tree.rels[word] = "appos"


def _own_words(tree: Tree, word: int) -> list[int]:
    """The words of a phrase without marks and without what is coordinated with it."""
    slight = ("PUNCT", "ADP", "DET")
    return [w for w in tree.subtree(word, without=tree.children(word, "conj")) if tree.upos[w] not in slight]


def describe_name(tree: Tree, word: int) -> None:
    """What somebody or something is, right before the name, describes it: "the physician Ida Orme"."""
    name = word + 1
    if name >= len(tree) or not is_role(tree, word) or tree.upos[name] != "PROPN" or not _is_capital(tree, name):
        return
    while tree.rels[name] in ("flat", "compound") and tree.heads[name] > word:
        name = tree.heads[name]
    if tree.heads[word] == name:
        tree.rels[word] = "nmod:desc" if tree.rels[word] == "compound" else tree.rels[word]
        return
    above = tree.heads[word]
    if above == ROOT or tree.upos[name] != "PROPN" or tree.heads[name] == ROOT or above in tree.subtree(name):
        return
    tree.attach(name, above, tree.rels[word])
    for child in tree.children(word):
        if tree.rels[child] not in _OF_ROLES:
            tree.attach(child, name, tree.rels[child])
    tree.attach(word, name, "nmod:desc")


def is_role(tree: Tree, word: int) -> bool:
    """Whether a noun says what somebody or something is: "physician", "newspaper"."""
    if tree.upos[word] not in ("NOUN", "ADJ") or not tree.tokens[word].text.islower():
        return False
    return tree.words[word] in _THINGS or is_person_noun(tree.words[word])


def _is_capital(tree: Tree, word: int) -> bool:
    return tree.tokens[word].text[:1].isupper() or bool(tree.tokens[word].read)


def name_before(tree: Tree, word: int) -> int | None:
    """The head of the name that ends right before the comma that sets a phrase off."""
    first = tree.subtree(word)[0]
    comma = first if tree.words[first] == "," else first - 1
    if comma < 1 or tree.words[comma] != ",":
        return None
    if tree.upos[comma - 1] != "PROPN" and not (
        tree.upos[comma - 1] == "NOUN" and tree.tokens[comma - 1].text.istitle()
    ):
        return None
    name = comma - 1
    while tree.rels[name] in _NAME_PARTS and tree.upos[tree.heads[name]] == "PROPN":
        name = tree.heads[name]
    return None if word in (name, *tree.ancestors(name)) or name == tree.heads[word] else name


def move_to_name(tree: Tree, word: int) -> None:
    """Hang a clause or a description on the name right before its comma: "as many as Rotherham, whose volunteers"."""
    host = tree.heads[word]
    if tree.rels[word] not in ("acl:relcl", "appos"):
        return
    if tree.rels[word] == "acl:relcl" and (_is_restrictive(tree, word) or _move_to_neighbour(tree, word)):
        return
    name = name_before(tree, word)
    if name is None or tree.rels[name] == "nmod:poss":
        return
    human = tree.words[host].endswith(_HUMAN) and host in tree.ancestors(name)
    if human and tree.rels[word] == "acl:relcl" and any(tree.words[w] == "which" for w in tree.subtree(word)[:4]):
        tree.attach(word, name, "acl:relcl")  # "the chair of Ardel Bank, which": a bank, not a person
        return
    if tree.upos[host] == "PROPN":
        # "the court of Ardel, a town": places that other names contain.
        if tree.rels[word] == "appos" and tree.words[word] in _PLACES and tree.words[host] not in _PLACES:
            tree.attach(word, name, "appos")
        return
    cases = {tree.words[c] for c in tree.children(name, "case")}
    if tree.rels[word] == "appos":
        fits = bool(cases & _WHERE) and (tree.words[word] in _PLACES or tree.words[word] in _THINGS)
    elif any(tree.words[w] in ("who", "whose", "whom") for w in tree.subtree(word)[:4]):
        fits = not cases & _WHERE  # "the nurse from Leeds, who"
    else:
        fits = bool(cases) and "of" not in cases and host in tree.ancestors(name)
    if fits:
        tree.attach(word, name, tree.rels[word])


def _is_restrictive(tree: Tree, word: int) -> bool:
    """Whether a clause says which one is meant: "a tool, written in Ada, that sorts mail"."""
    return any(tree.words[w] == "that" for w in tree.subtree(word)[:2])


def _move_to_neighbour(tree: Tree, word: int) -> bool:
    """Hang a relative clause on the noun right before its comma, if the noun it hangs on does not reach so far."""
    first = tree.subtree(word)[0]
    comma = first if tree.words[first] == "," else first - 1
    near = comma - 1
    if near < 0 or tree.words[comma] != "," or tree.upos[near] != "NOUN":
        return False
    if tree.heads[word] in (near, *tree.ancestors(near)) or word in tree.ancestors(near):
        return False
    tree.attach(word, near, "acl:relcl")
    return True
