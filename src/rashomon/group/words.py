"""Words with their places, cheaply: grouping works on all documents, so no parser here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from rashomon.core import Document, Passage

WORD = re.compile(
    r"[A-Za-z][a-z]++(?![\w'’])"  # most words; what follows would match them too, in twice the time
    r"|(?:[A-Z]\.){2,}"  # U.S., U.N.
    r"|\d+(?:[.,:]\d+)*"
    r"|[぀-ヿ㐀-鿿豈-﫿]"  # scripts without blanks: a character is a word
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?"
)
PARTED = re.compile(f"({WORD.pattern})")
"""The same with the word kept when a text is split at its words."""
SENTENCE_END = re.compile(
    r"[.!?:…](?<!\b[A-Z].)(?<!\bMrs.)(?<!\bMr.)(?<!\bMs.)(?<!\bDr.)(?<!\bSt.)[\"”’')\]]*\s+[\"“‘'(\[]*|\n[\"“‘'(\[\s]*"
)
OPENING = re.compile(r"[\"“‘'(\[\s]*")


def sentence_starts(stretch: str) -> list[int]:
    """The places in a text where a sentence begins, behind opening marks."""
    begun = OPENING.match(stretch)
    return [begun.end() if begun else 0, *(found.end() for found in SENTENCE_END.finditer(stretch))]


class Cut(NamedTuple):
    """The words of a document's prose in reading order: as written, and where each begins in its part."""

    words: list[str]
    starts: list[int]


PROMPTS = (
    "newsletter",
    "sign up",
    "subscribe",
    "subscription",
    "not a robot",
    "email address",
    "e-mail address",
    "please re-enter",
    "special offers",
    "opt out",
    "continue reading",
    "privacy policy",
    "terms of service",
    "terms of use",
    "all rights reserved",
    "follow us on",
)
"""What a page asks of its reader, under reports of every kind."""
PIECE = re.compile(r"[^.!?*\n]+[.!?*\n]*")


def _longest(prompt: str) -> str:
    """The longest word of a prompt, as a pattern of what stands between two blanks where the prompt stands."""
    words = prompt.split(" ")
    at = max(range(len(words)), key=lambda number: len(words[number]))
    word = re.escape(words[at])
    return word + (f"(?<![^ ]{word})" if at else "") + ("(?![^ ])" if at < len(words) - 1 else "")


PROMPTING = tuple(map(re.compile, dict.fromkeys(map(_longest, PROMPTS))))
"""One of them is in every text with a prompt, and in some others; none looks farther than from blank to blank. Each
begins with letters, which are looked for fast, and they are those of a text in lower case."""


def _prompting(text: str) -> bool:
    low = text.lower()
    for prompt in PROMPTS:  # noqa: SIM110  # asked of every document, and a generator takes twice as long
        if prompt in low:
            return True
    return False


def without_prompts(stretch: str) -> str:
    """A text with the sentences that ask something of the reader blanked out, places unchanged."""
    if not _prompting(stretch):
        return stretch
    return PIECE.sub(
        lambda m: " " * len(m.group()) if any(prompt in m.group().lower() for prompt in PROMPTS) else m.group(),
        stretch,
    )


def stretches(document: Document) -> Iterator[tuple[Passage, str]]:
    """A document's prose passages with their texts."""
    for passage in document.prose():
        yield passage, document.part(passage.span.part)[passage.span.start : passage.span.end]


def cut(document: Document) -> Cut:
    """A document's prose cut into words with their places."""
    words: list[str] = []
    starts: list[int] = []
    for passage, stretch in stretches(document):
        parted = PARTED.split(stretch)
        words += parted[1::2]
        starts += list(accumulate(map(len, parted), initial=passage.span.start))[1:-1:2]
    return Cut(words, starts)


def form_of(word: str) -> str:
    """The form in which words are compared: lower case, one apostrophe, no dots within initials."""
    if "." in word and word[0].isalpha():
        word = word.replace(".", "")
    return word.lower().replace("’", "'")


@lru_cache(maxsize=1 << 16)
def stem(form: str) -> str:
    """A rough stem of an English word.

    It need not be a word, only the same for forms of one word ("expels", "expelled", "expelling"). Other languages
    lose little by it, since the endings are English ones.
    """
    w = form.removesuffix("'s")
    if len(w) > 4:
        w = _without_plural(w)
    if len(w) > 5:
        w = _without_ending(w)
    if len(w) > 3 and (w[-1] == "e" or w[-1] == w[-2]):
        w = w[:-1]
    return w


def _without_plural(w: str) -> str:
    if w.endswith("ies"):
        return w[:-3] + "y"
    if w.endswith("sses") or (w.endswith("es") and w[-3] in "sxzh"):
        return w[:-2]
    if w[-1] == "s" and w[-2] not in "su":
        return w[:-1]
    return w


ENDINGS = (("ing", 6), ("ed", 6), ("ion", 7), ("ly", 6), ("er", 7), ("ment", 8))
"""An ending and the least length of the words that lose it; the first that fits is taken."""


def _without_ending(w: str) -> str:
    for ending, least in ENDINGS:
        if len(w) >= least and w.endswith(ending):
            w = w[: -len(ending)]
            break
    return w


NEGATIONS = frozenset("no not never none nobody nothing neither nor without cannot hardly denied denies deny".split())
NUMBER_WORDS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion billions dozen dozens half""".split()
)


def turns(word: str) -> bool:
    """Whether a word is a negation or a number: put in or changed, it gives a sentence another sense."""
    form = form_of(word)
    if form in NEGATIONS or form in NUMBER_WORDS or form.endswith("n't"):
        return True
    return not form.isalpha() and any(character.isdigit() for character in form)
