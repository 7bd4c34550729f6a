"""Sentences as they come in the wild: without their final stop, with curly quotes, as headlines."""

from __future__ import annotations

import random
from dataclasses import replace

from training.parser.conllu import Sentence

CURLY = 0.4
UNSTOPPED = 0.1
CAPITALISED = 0.03


def disturbed(sentence: Sentence, generator: random.Random) -> Sentence:
    """The sentence, now and then with its marks or its capitals changed; its tree stays."""
    if generator.random() < UNSTOPPED:
        sentence = _without_stop(sentence)
    if generator.random() < CURLY:
        sentence = _with_curly_quotes(sentence)
    if generator.random() < CAPITALISED:
        words = (w[:1].upper() + w[1:] for w in sentence.words)
        sentence = replace(sentence, words=tuple(words))
    return sentence


def _without_stop(sentence: Sentence) -> Sentence:
    n = len(sentence.words)
    if n < 3 or sentence.upos[-1] != "PUNCT" or n in sentence.heads:
        return sentence
    return Sentence(sentence.words[:-1], sentence.upos[:-1], sentence.heads[:-1], sentence.deprels[:-1])


def _with_curly_quotes(sentence: Sentence) -> Sentence:
    words, opened = [], False
    for word in sentence.words:
        if word == '"':
            opened = not opened
            words.append("“" if opened else "”")
        else:
            words.append(word.replace("'", "’"))
    return replace(sentence, words=tuple(words))
