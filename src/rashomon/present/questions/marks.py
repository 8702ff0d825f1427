"""Where in a text stand the words that a question looks for, folded as the stores fold them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from rashomon.core import Span
from rashomon.stores.query import Phrase, Query
from rashomon.stores.words import MARK, WORD_CHARS, WORDS_INDEXED, folded

MARKS = 50
"""No more places are marked in one text."""
# letters and digits, and what combines with them (accents of their own, Unicode block 0300)
_RUN = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")


def marks(text: str, query: Query) -> tuple[Span, ...]:
    """The places of what is looked for, in order, none within another.

    Args:
        text: anything.
        query: what was asked; fields and what is excluded mark nothing.
    """
    phrases = [phrase for clause in query.clauses if not clause.excluded for phrase in clause.phrases]
    wanted = [phrase for phrase in phrases if not any(MARK in word for word in phrase.words)]
    if not wanted:
        return ()
    found: list[Span] = []
    words = list(islice(_words(text), WORDS_INDEXED))
    for number in range(len(words)):
        if found and words[number][1] < found[-1].end:
            continue
        long = max((len(phrase.words) for phrase in wanted if _stands(phrase, words, number)), default=0)
        if long:
            found.append(Span(words[number][1], words[number + long - 1][2]))
            if len(found) == MARKS:
                break
    return tuple(found)


def _stands(phrase: Phrase, words: list[tuple[str, int, int]], at: int) -> bool:
    last = at + len(phrase.words) - 1
    if last >= len(words):
        return False
    for number, wanted in enumerate(phrase.words, at):
        word = words[number][0]
        if word != wanted and not (phrase.prefix and number == last and word.startswith(wanted)):
            return False
    return True


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text as they are looked up, each with its place."""
    for run in _RUN.finditer(text):
        if run[0].isascii():
            yield run[0].lower()[:WORD_CHARS], run.start(), run.end()
        else:
            yield from _apart(run[0], run.start())


def _apart(run: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """The words of a run: one, but where a script is written without spaces each character."""
    word, start = "", 0
    for at, character in enumerate(run):
        own, alone = _folded(character)
        if alone:
            if word:
                yield word[:WORD_CHARS], offset + start, offset + at
            yield own, offset + at, offset + at + 1
            word, start = "", at + 1
        else:
            word += own
    if word:
        yield word[:WORD_CHARS], offset + start, offset + len(run)


@lru_cache(maxsize=4096)
def _folded(character: str) -> tuple[str, bool]:
    """A character as it is looked up, and whether it is a word of its own."""
    return "".join(folded(character)), len(folded(f"a{character}")) > 1
