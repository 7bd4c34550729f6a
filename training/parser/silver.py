"""Have a trained parser read plain text, for a smaller one to learn from.

python -m training.parser.silver PARSER ENCODER OUT.conllu.gz --texts FILE.jsonl.gz … [--sentences 60000]
    [--without FILE.conllu.gz …]

Each row of a FILE of texts gives its `premise`, `sentence` or `text`. Sentences are cut and made into words as the
product does it, drawn at random without repeats, none of them from the treebanks named after --without.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch

from factcheck.claims.tokens import tokenize
from factcheck.errors import InputError
from factcheck.models import best_tree
from factcheck.readers import read_document
from factcheck.sentences import sentences
from training.parser.conllu import Sentence, read_sentences, write_sentences
from training.parser.model import Parser, load_parser

BATCH = 48
SHORTEST, LONGEST = 4, 60  # words
Words = tuple[str, ...]


def texts(path: Path) -> Iterator[str]:
    """The different texts of a file of rows."""
    seen: set[str] = set()
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row.get("premise") or row.get("sentence") or row.get("text") or ""
            if text and text not in seen:
                seen.add(text)
                yield text


def words_of(text: str) -> Iterator[Words]:
    """The words of each sentence of a text."""
    try:
        document = read_document("-", stdin=io.BytesIO(text.encode("utf-8")))
    except InputError:
        return
    for sentence in sentences(document):
        words = tuple(token.text for token in tokenize(sentence.text, sentence.identifiers))
        if SHORTEST <= len(words) <= LONGEST:
            yield words


def drawn(paths: Iterable[Path], without: Iterable[Path], count: int, seed: int) -> list[Words]:
    """`count` different sentences of the texts, none of which stands in a treebank that is left out."""
    known = {" ".join(s.words).lower() for path in without for s in read_sentences(path)}
    found = {words for path in paths for text in texts(path) for words in words_of(text)}
    kept = sorted(words for words in found if " ".join(words).lower() not in known)
    random.Random(seed).shuffle(kept)
    return kept[:count]


@torch.no_grad()
def parsed(parser: Parser, batch: Sequence[Words]) -> list[Sentence]:
    """The sentences with the parser's best trees; one that is too long for it is left out."""
    blank = [Sentence(words, ("X",) * len(words), (0,) * len(words), ("dep",) * len(words)) for words in batch]
    ids, mask, first, present, *_ = parser.batch(blank)
    with torch.autocast("cpu", torch.bfloat16):
        tags, arcs, dependents, candidates = parser(ids, mask, first, present)
    scores = arcs.float().log_softmax(-1)
    trees = [
        best_tree(scores[i, : len(words), : len(words) + 1].numpy()) if int(present[i].sum()) == len(words) else None
        for i, words in enumerate(batch)
    ]
    heads = torch.zeros(present.shape, dtype=torch.long)
    for i, tree in enumerate(trees):
        if tree is not None:
            heads[i, : len(tree)] = torch.as_tensor(tree)
    labels = parser.label_scores(dependents.float(), candidates.float(), heads).argmax(-1).tolist()
    upos = tags.argmax(-1).tolist()
    return [
        Sentence(
            words,
            tuple(parser.upos[x] for x in upos[i][: len(words)]),
            tuple(int(x) for x in tree),
            tuple(parser.deprels[x] for x in labels[i][: len(words)]),
        )
        for i, (words, tree) in enumerate(zip(batch, trees, strict=True))
        if tree is not None
    ]


def main() -> None:
    """Draw, parse, write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("parser", type=Path, help="folder of the trained parser")
    arguments.add_argument("encoder", type=Path, help="Hugging Face folder of its encoder")
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--texts", type=Path, nargs="+", required=True)
    arguments.add_argument("--without", type=Path, nargs="*", default=[])
    arguments.add_argument("--sentences", type=int, default=60_000)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--seed", type=int, default=0)
    a = arguments.parse_args()
    torch.set_num_threads(a.threads)
    order = sorted(drawn(a.texts, a.without, a.sentences, a.seed), key=len)
    print(f"{len(order)} sentences, {sum(map(len, order))} words", flush=True)
    parser = load_parser(a.parser, a.encoder)
    found: list[Sentence] = []
    began = time.monotonic()
    for start in range(0, len(order), BATCH):
        found += parsed(parser, order[start : start + BATCH])
        if start % (BATCH * 100) == 0:
            print(f"{len(found)} parsed, {len(found) / (time.monotonic() - began):.0f} sentences/s", flush=True)
    write_sentences(found, a.out)


if __name__ == "__main__":
    main()
