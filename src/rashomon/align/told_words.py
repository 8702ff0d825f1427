"""Whether words that a sentence gives as said stand in a quotation, in the same or nearly the same words."""

from __future__ import annotations

from difflib import SequenceMatcher

from rashomon.align.likeness import akin
from rashomon.align.sayings import meaning
from rashomon.align.wordings import NUMBER_WORDS
from rashomon.core.words import stem, words

BACKSHIFTED = {"would": "will", "could": "can", "might": "may", "shall": "will", "wo": "will", "ca": "can"}
TURNING = frozenset(
    """
    not no never nobody none nothing neither nor without will can may must should if unless might could would only
    hardly barely almost nearly deny refuse
    """.split()
)
"""Words that turn what is said: they must be the same on both sides, however much else agrees."""

WHO = frozenset("we i he she it they you our my his her its their us them me this that these those there".split())


BEING = frozenset("is was were are will would has had s".split())
"""Verbs before which "that" is a pronoun."""

HEDGING = frozenset({"if", "unless", "provided", "only", "except"})
"""Words after what is said that turn it still."""


def said_in_the_same_words(left: str, right: str) -> bool:
    """Whether all words of the left stand in a row in the right, and nothing turns them in the sentence around them.

    "A single pilot will come back" stands in "Not a single pilot will come back", cut so that the sense turns.
    """
    needle, hay = words(left), words(right)
    if not needle:
        return False
    for at in range(len(hay) - len(needle) + 1):
        if hay[at : at + len(needle)] == needle:
            return not _turned(hay[:at], hay[at + len(needle) :])
    return False


def in_other_words(left: str, right: str) -> str:
    """How the right words differ from the left ones, word by word, as in: “going”, not “leaving”."""
    ours, theirs = words(left), words(right)
    found = []
    for how, start, stop, at, to in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        mine, its = " ".join(ours[start:stop]), " ".join(theirs[at:to])
        if how == "replace":
            found.append(f"“{its}”, not “{mine}”")
        elif how == "delete":
            found.append(f"without “{mine}”")
        elif how == "insert" and 0 < start < len(ours):
            found.append(f"with “{its}”")
    return "; ".join(found)


def _turned(before: list[str], after: list[str]) -> bool:
    negated = any(w.endswith("n't") for w in before)
    return negated or bool(TURNING & set(before)) or bool(HEDGING & set(after))


def said_alike(left: str, right: str, *, neutral: frozenset[str] = frozenset()) -> bool:
    """Whether the right says all that the left says, in its order and turned the same way.

    What stands for the subject may be a pronoun on the right ("The bank has more ...", "We have more ..."). Tenses are
    those of reported speech ("would" for "will"); a negation, a modal or a figure more or less makes them unlike.

    Args:
        left: the words given as said.
        right: words that a report has.
        neutral: words that turn nothing here.
    """
    ours, theirs = ([s for s in _stems(said) if s not in neutral] for said in (left, right))
    ours, theirs = _nobody(ours, theirs)
    if len(ours) < 2:
        return False
    matched = _in_order(ours, theirs)
    if not matched:
        return False
    places = {a for a, _ in matched}
    left_over = [s for at, s in enumerate(ours) if at not in places]
    first = min(places)
    if any(at > first for at in range(len(ours)) if at not in places):
        return False
    if any(s[:1].isdigit() or s in NUMBER_WORDS for s in left_over):
        return False
    if left_over and (len(left_over) > 2 or len(matched) < 2 or not _pronoun_first(right) or _named(left, left_over)):
        return False
    start, stop = min(b for _, b in matched), max(b for _, b in matched)
    if stop - start > 2 * len(matched) + 1:
        return False
    if HEDGING & set(theirs[stop + 1 :]):
        return False
    turned = [s for s in theirs[: stop + 1] if s in TURNING]
    return sorted(turned) == sorted(s for s in ours if s in TURNING)


AT_LARGE = frozenset({stem(w) for w in ("people", "person", "anyone", "anybody", "anything", "one")})
NO_ONE = frozenset({"nobody", "none", "no"})


def _nobody(ours: list[str], theirs: list[str]) -> tuple[list[str], list[str]]:
    """In one form "people should not drink" and "nobody should drink"."""
    if "not" in ours and ours[:1] and ours[0] in AT_LARGE and theirs[:1] and theirs[0] in NO_ONE:
        kept = theirs[2:] if theirs[1:2] and theirs[1] in AT_LARGE else theirs[1:]
        return [s for s in ours[1:] if s != "not"], kept
    return ours, theirs


def _stems(said: str) -> list[str]:
    return [BACKSHIFTED.get(s, s) for s in meaning(said)]


def _pronoun_first(said: str) -> bool:
    first = words(said)
    if first[:1] == ["that"] and first[1:2] and first[1] not in BEING:
        first = first[1:]  # "that 120 paintings had been lost": it only opens the clause
    return any(w in WHO for w in first[:3])


def _named(said: str, left_over: list[str]) -> bool:
    """Whether one of these stems is a name: a pronoun does not stand for a name that the sentence puts in."""
    return bool(set(_stems(" ".join(t for t in said.split() if t[:1].isupper()))) & set(left_over))


def _same(left: str, right: str) -> bool:
    return left == right or (left not in TURNING and right not in TURNING and akin(left, right))


def _in_order(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    """The longest common run of stems in order (Wagner and Fischer 1974), as pairs of places."""
    best = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for a in range(len(left) - 1, -1, -1):
        for b in range(len(right) - 1, -1, -1):
            best[a][b] = 1 + best[a + 1][b + 1] if _same(left[a], right[b]) else max(best[a + 1][b], best[a][b + 1])
    found, a, b = [], 0, 0
    while a < len(left) and b < len(right):
        if _same(left[a], right[b]):
            found.append((a, b))
            a, b = a + 1, b + 1
        elif best[a + 1][b] >= best[a][b + 1]:
            a += 1
        else:
            b += 1
    return found
