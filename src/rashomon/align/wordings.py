"""How two wordings of one utterance differ: not at all, cut short, in other words, or in sense."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from rashomon.align.parties import spelt_alike
from rashomon.core.places import country_word
from rashomon.core.senses import are_opposites
from rashomon.core.words import FUNCTION_WORDS, WORD, fold, words

NONE, SHORTENED, RETRANSLATED, ALTERED = "none", "shortened", "retranslated", "altered"
WORST = (NONE, SHORTENED, RETRANSLATED, ALTERED)

NEGATIONS = frozenset(
    "not no never without nothing nobody none neither nor cannot hardly barely refuse refused deny denied".split()
)
OPENING = frozenset({"if", "unless", "provided", "except"})
"""Words that make of what stands with them a condition."""
CERTAIN = frozenset({"will", "shall", "ll"})
DOUBTFUL = frozenset({"may", "might", "could", "perhaps", "possibly", "probably", "maybe"})
WISHING = frozenset({"should", "ought"})
NUMBER_WORDS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half
    """.split()
)
ONES = "two three four five six seven eight nine ten eleven twelve".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
DIGITS = {word: str(n) for n, word in enumerate(ONES, start=2)} | {w: str(10 * n) for n, w in enumerate(TENS, start=2)}
LEADING_IN = frozenset("so no yes well but and now look because or".split())
"""Words with which speech begins and which say nothing of what follows."""
MARKED = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*|[,;:—–!?.]")
NEAR_THE_CUT = 3
"""How many words before a cut are looked at for a negation that it leaves out."""


def runs_within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of one stand in a row in the other."""
    return any(list(long[i : i + len(short)]) == list(short) for i in range(len(long) - len(short) + 1))


def difference(said: str, full: str, *, sentence: bool) -> str:
    """How a wording differs from the fullest one.

    Args:
        said: the wording.
        full: the fullest wording.
        sentence: whether the wording is given as a sentence of its own, so that what it leaves out can turn it; a
            fragment stands in the reporter's sentence, which may say "not" itself.
    """
    left, right = _plain(said), _plain(full)
    if left == right:
        return NONE
    short, long = sorted((left, right), key=len)
    if runs_within(short, long):
        return ALTERED if sentence and short is left and _turned(said, full) else SHORTENED
    return ALTERED if altered(said, full) else RETRANSLATED


CALLING_OFF = re.compile(
    r"\b(?:call(?:s|ed|ing)? off|cancel(?:s|l?ed|l?ing)?|scrap(?:s|ped|ping)?|abandon(?:s|ed|ing)?"
    r"|suspend(?:s|ed|ing)?|axe[sd]?|axing)\b"
)
"""Words by which a deed that somebody planned is told not to be done."""


def opposed(said: str, other: str) -> bool:
    """Whether two reporters' words for what was said tell opposite things: they are no wordings of one utterance.

    That is so where one tells a deed as done or to be done and the other as not, or as called off ("will strike",
    "has called off its strike"), and where a verb of one is the opposite of one of the other's ("opened", "closed").
    """
    mine, theirs = words(said), words(other)
    if _turns(said, mine) != _turns(other, theirs):
        return True
    ours, its = ({form for w in some for form in _verb_forms(w)} for some in (set(mine), set(theirs)))
    return any(are_opposites(a, b) for a in ours - its for b in its - ours)


def _turns(said: str, tokens: Sequence[str]) -> int:
    """1 where words turn what is told to its opposite, 0 where none do or two undo one another."""
    denials = sum(w in NEGATIONS or w.endswith("n't") for w in tokens)
    return (denials + len(CALLING_OFF.findall(said.lower()))) % 2


def _verb_forms(word: str) -> set[str]:
    """A word with the verbs of which it may be a regular form."""
    ends = ((word.endswith("s"), 1), (word.endswith("d"), 1), (word.endswith("ed"), 2), (word.endswith("ing"), 3))
    return {word, *(word[:-n] for fits, n in ends if fits), *([f"{word[:-3]}e"] if word.endswith("ing") else [])}


def altered(said: str, full: str) -> bool:
    """Whether another figure, name, negation or certainty stands where the two tell the same."""
    left, right = _tokens(said), _tokens(full)
    left, right = _led_in(left), _led_in(right)
    steps = SequenceMatcher(None, [t[0] for t in left], [t[0] for t in right], autojunk=False).get_opcodes()
    shared = [n for n, s in enumerate(steps) if s[0] == "equal" and any(_telling(w) for w, _ in left[s[1] : s[2]])]
    if not shared:
        return False
    first, last = shared[0], shared[-1]
    # what stands before the first words in common and behind the last is left out, save where the other has its own
    first -= first > 0 and _stands_in_place(steps[first - 1], within=first > 1)
    last += last + 1 < len(steps) and _stands_in_place(steps[last + 1], within=last + 2 < len(steps))
    ours: list[str] = []
    theirs: list[str] = []
    for how, start, stop, at, to in steps[first : last + 1]:
        if how == "equal":
            continue
        mine, its = left[start:stop], right[at:to]
        if _another_name(mine, its):
            return True
        ours += [w for w, _ in mine]
        theirs += [w for w, _ in its]
    return _another_sense(ours, theirs)


Step = tuple[str, int, int, int, int]
Token = tuple[str, bool]


def _telling(word: str) -> bool:
    return word not in FUNCTION_WORDS and word not in NEGATIONS and word not in CERTAIN


def _stands_in_place(step: Step, *, within: bool) -> bool:
    """Whether about as many words stand on both sides of a step, or a few more on one between shared words."""
    how, start, stop, at, to = step
    if within and max(stop - start, to - at) <= NEAR_THE_CUT:
        return True
    return how == "replace" and max(stop - start, to - at) <= 2 * min(stop - start, to - at) + 1


def _another_sense(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the words that differ hold another figure, one negation more, or another certainty."""
    figures = [{w for w in some if w[:1].isdigit() or w in NUMBER_WORDS} for some in (ours, theirs)]
    if figures[0] != figures[1] and all(figures):
        return True
    denials = [sum(w in NEGATIONS or w.endswith("n't") for w in some) % 2 for some in (ours, theirs)]
    if denials[0] != denials[1]:
        return True
    for one, other in ((CERTAIN, DOUBTFUL), (CERTAIN, WISHING)):
        if (one & set(ours) and other & set(theirs)) or (one & set(theirs) and other & set(ours)):
            return True
    return False


def _another_name(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether one name stands for another, however each is spelt."""
    names = [[w for w, capital in some if capital and w not in FUNCTION_WORDS] for some in (ours, theirs)]
    if not (len(names[0]) == len(names[1]) == 1):
        return False
    left, right = names[0][0], names[1][0]
    countries = [country_word(w.capitalize()) or country_word(w.upper()) for w in (left, right)]
    if all(countries):
        return countries[0].country != countries[1].country  # type: ignore[union-attr]
    return not any(countries) and not spelt_alike(left, right) and left[:3] != right[:3]


def _turned(said: str, full: str) -> bool:
    """Whether a cut leaves out a negation or a condition that governs what is kept: nothing parts the two."""
    short, long = ([fold(w) for w in MARKED.findall(text)] for text in (said, full))
    bare = [w for w in short if w[:1].isalnum()]
    places = [i for i, w in enumerate(long) if w[:1].isalnum()]
    plain = [long[i] for i in places]
    at = next((i for i in range(len(plain) - len(bare) + 1) if plain[i : i + len(bare)] == bare), None)
    if at is None or not bare:
        return False
    before: list[str] = []
    for word in reversed(long[: places[at]]):
        if not word[:1].isalnum() or len(before) == NEAR_THE_CUT:
            break
        before.append(word)
    after = [w for w in long[places[at + len(bare) - 1] + 1 :] if w[:1].isalnum()][:1]
    negated = any(w in NEGATIONS or w.endswith("n't") for w in before)
    return negated or bool(OPENING & {*before, *after})


def _plain(said: str) -> list[str]:
    found = [DIGITS.get(w, w) for w in words(said) if w not in {"a", "an", "the"}]
    while len(found) > 1 and found[0] in LEADING_IN:
        found = found[1:]
    return found


def _led_in(tokens: list[Token]) -> list[Token]:
    return _led_in(tokens[1:]) if len(tokens) > 1 and tokens[0][0] in LEADING_IN else tokens


def _tokens(said: str) -> list[Token]:
    """The words of a wording with whether each is written with a capital that is not its sentence's."""
    found = []
    for number, match in enumerate(WORD.finditer(said)):
        word = fold(match.group())
        capital = number > 0 and match.group()[:1].isupper() and not said[: match.start()].rstrip(" “\"'").endswith(".")
        if word not in {"a", "an", "the"}:
            found.append((DIGITS.get(word, word), capital))
    return found
