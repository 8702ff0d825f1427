"""When one word bears another in a sentence that is checked: synonyms both ways, narrower words broader ones.

Declared lines (`sameness`) come first; the dictionary (`senses`) is asked where nothing is declared, and never against
a declaration: two verbs of one class that stand in different lines stay apart.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from rashomon.core.sameness import declared_apart, same_deed, same_noun
from rashomon.core.senses import are_opposites, is_kind_of, shared_sense, verbs_of
from rashomon.core.words import stem

LEAST = 0.1
"""The share of their use that two words must have in one sense, or in a narrower and a broader one."""
STEPS = 3
"""So many steps up the dictionary's tree a noun may be broader: a lorry is a vehicle, not a thing."""
TOO_BROAD = frozenset(
    """
    be have do make get take go come give put set keep let move act change cause happen become use leave hold
    need require cost expect anticipate hope plan manage succeed lead
    alter create travel treat talk label remove terminate exit play form state kill void react respond occur
    thing entity object something matter part group unit whole way kind sort number amount person
    """.split()
)
"""Words that a narrower one bears so often that they would tell nothing."""


@lru_cache(maxsize=16384)
def bears_deed(told: str, claimed: str, *, broader: bool = True) -> bool:
    """Whether a deed told by one predicate's lemma is the one claimed by the other's.

    Args:
        told: the report's lemma, of a verb or of a noun made from one.
        claimed: the sentence's.
        broader: whether the sentence may use a broader word; not where the deed is denied or refused.
    """
    told, claimed = told.lower(), claimed.lower()
    if same_deed(told, claimed):
        return True
    pairs = {(ours, theirs) for ours in (claimed, *verbs_of(claimed)) for theirs in (told, *verbs_of(told))}
    if any(are_opposites(ours, theirs) or declared_apart(ours, theirs) for ours, theirs in pairs):
        return False
    return any(_one_verb(theirs, ours, broader=broader) for ours, theirs in pairs)


def _one_verb(told: str, claimed: str, *, broader: bool) -> bool:
    if same_deed(told, claimed):
        return True
    if claimed in TOO_BROAD or told in TOO_BROAD:
        return False
    return shared_sense(told, claimed) >= LEAST or (broader and is_kind_of(told, claimed) >= LEAST)


@lru_cache(maxsize=16384)
def bears_noun(told: str, claimed: str, *, broader: bool = True) -> bool:
    """Whether a report's noun bears a sentence's: the same, a synonym, or a narrower one."""
    told, claimed = told.lower(), claimed.lower()
    if same_noun(told, claimed):
        return True
    if claimed in TOO_BROAD or told in TOO_BROAD or not (told.isalpha() and claimed.isalpha()):
        return False
    if shared_sense(told, claimed, part="noun") >= LEAST:
        return True
    return broader and (told in _kinds(claimed) or is_kind_of(told, claimed, part="noun", steps=STEPS) >= LEAST)


@cache
def _declared_kinds() -> dict[str, frozenset[str]]:
    lines = files("rashomon.core").joinpath("data/noun_kinds.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {broad: frozenset(narrow.split()) for broad, narrow in rows}


def _kinds(noun: str) -> frozenset[str]:
    """The narrower nouns that are declared for one."""
    return _declared_kinds().get(noun, frozenset())


def bears_word(told: str, claimed: str) -> bool:
    """Whether any word of a report bears a word of a sentence, whatever their parts of speech."""
    return stem(told) == stem(claimed) or bears_noun(_singular(told), _singular(claimed), broader=False)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
