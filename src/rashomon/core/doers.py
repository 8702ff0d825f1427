"""Whether two nouns may name the same doer: "soldiers" and "the army" may, "soldiers" and "rebels" hardly.

Two reports that give a deed to people of two kinds do not agree on it. Where the dictionary or a declared line
(`data/doers.tsv`) has the two for the same or for one body and those who act for it, they may; else it is in doubt.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from rashomon.core.paraphrase import bears_noun
from rashomon.core.sameness import acts_for
from rashomon.core.senses import is_kind_of, shared_sense
from rashomon.core.words import stem

MOSTLY, STEPS = 0.5, 8
"""The share of a noun's use in which it stands for people, and how many steps up the dictionary's tree that lies."""


@cache
def _lines() -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = files("rashomon.core").joinpath("data/doers.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return tuple((kind, tuple(nouns.split())) for kind, nouns in rows)


@cache
def _of_kind(kind: str) -> frozenset[str]:
    return frozenset(noun for name, nouns in _lines() if name == kind for noun in nouns)


def declared_doers() -> frozenset[str]:
    """All nouns that are declared to say who somebody is."""
    return _of_kind("one") | _of_kind("over")


def says_nothing_of_who(noun: str) -> bool:
    """Whether a noun may stand for any doer: "attackers", "people"."""
    return noun.lower() in _of_kind("any")


def is_doer(noun: str) -> bool:
    """Whether a noun is known to name people or a body of people."""
    known = noun.lower()
    return known in declared_doers() or says_nothing_of_who(known) or is_person(known)


@lru_cache(maxsize=16384)
def is_person(noun: str) -> bool:
    """Whether a noun mostly stands for a person or for people."""
    return is_kind_of(noun, "person", part="noun", steps=STEPS) >= MOSTLY


def kinds_in_doubt(left: tuple[str, frozenset[str]], right: tuple[str, frozenset[str]]) -> bool:
    """Whether two phrases name people of two kinds, or of one kind told apart: "rebel soldiers", "government soldiers".

    Args:
        left: the lemma of a phrase's noun, and the stems of all its words.
        right: those of another phrase.
    """
    heads = left[0].lower(), right[0].lower()
    if not all(head.isalpha() and is_doer(head) for head in heads):
        return False
    one = heads[0] == heads[1]
    if one or stem(heads[0]) in right[1] or stem(heads[1]) in left[1]:
        return (one or not may_be_one_doer(*heads)) and _told_apart(left[1], right[1])
    return not may_be_one_doer(*heads)


def _told_apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether each of two phrases has a word for people that the other has not, and these are of two kinds."""
    kinds = {stem(noun): noun for noun in declared_doers()}
    mine, its = ({kinds[s] for s in some if s in kinds} for some in (left - right, right - left))
    return bool(mine) and bool(its) and not any(may_be_one_doer(a, b) for a in mine for b in its)


@lru_cache(maxsize=16384)
def may_be_one_doer(left: str, right: str) -> bool:
    """Whether two nouns may name the same people or body.

    Args:
        left: the lemma of a noun for a doer.
        right: another's.
    """
    left, right = left.lower(), right.lower()
    if left == right:
        return True
    if _of_two_sexes(left, right) or _of_two_sexes(right, left):
        return False
    if says_nothing_of_who(left) or says_nothing_of_who(right):
        return True
    if right in _same_as(left) or left in _same_as(right):
        return True
    if acts_for(left, right) or acts_for(right, left) or bears_noun(left, right) or bears_noun(right, left):
        return True
    return shared_sense(left, right, part="noun") > 0.0


@lru_cache(maxsize=4096)
def _same_as(noun: str) -> frozenset[str]:
    """The nouns that may name whom this one names, where it is the broader of two."""
    lines = [(kind, nouns) for kind, nouns in _lines() if noun in nouns]
    found = {
        other for kind, nouns in lines if kind == "one" or (kind == "over" and nouns[0] == noun) for other in nouns
    }
    return frozenset(found)


def _of_two_sexes(left: str, right: str) -> bool:
    return left in _of_kind("man") and right in _of_kind("woman")
