"""Names as they are written in one language, and whether two from different languages are the same name.

A name changes its spelling between languages: accents come and go, endings of cases are added, another script writes
it by sound, and well-known places have a name of their own. Only what is cheap and declared is undone here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rashomon.group.background import shipped
from rashomon.group.languages.places import places_in
from rashomon.group.languages.spelling import CYRILLIC, WORD, plain, sounds
from rashomon.group.words import stem

BEFORE_A_SENTENCE = frozenset('.!?:…»«"“”„‘\n')
PROMINENT, PLAIN, DOUBTFUL = 2.0, 1.0, 0.5
"""What a name weighs in the headline or the lead, further down, and where only the start of a sentence gives its
capital."""
LEAST_CHARS = 3

LEAST_PREFIX = 4
"""Names that share fewer first letters are the same only when they are equal."""
PREFIX_SHARE = 0.7
"""Of the longer name's letters so many are its beginning, the rest an ending."""
LEAST_SOUNDS = 3
MOST_ENDING_SOUNDS = 1


@dataclass(frozen=True, slots=True)
class Name:
    """A name's word as it is compared: plain Latin letters, its consonants by sound, whether it was Cyrillic."""

    form: str
    sounds: str
    cyrillic: bool
    weight: float
    """Prominence times rarity, in [0, 2]."""
    place: str = ""
    """The code of the place that it is known to name."""

    def like(self, other: Name) -> bool:
        """Whether it is the same name, as far as spelling tells."""
        if self.place and other.place:
            return self.place == other.place
        if self.form == other.form:
            return True
        if self.cyrillic != other.cyrillic:
            return _by_sound(self.sounds, other.sounds)
        longest = max(len(self.form), len(other.form))
        common = _common(self.form, other.form)
        return common >= LEAST_PREFIX and common >= PREFIX_SHARE * longest


def _common(left: str, right: str) -> int:
    number = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        number += 1
    return number


def _by_sound(left: str, right: str) -> bool:
    few, many = sorted((left, right), key=len)
    return len(few) >= LEAST_SOUNDS and many.startswith(few) and len(many) - len(few) <= MOST_ENDING_SOUNDS


@lru_cache(maxsize=1 << 16)
def rarity(form: str) -> float:
    """How rare a name or word of English news is, in [0, 1]: 1 for what the table does not know."""
    table = shipped()
    seen = max(table.frequency.get(term, 0.0) for term in (f"n:{form}", form, stem(form)))
    return max(0.0, math.log((table.documents + 1) / (seen + 0.5)) / math.log((table.documents + 1) / 0.5))


def names_in(headline: str, prose: str, language: str, *, lead_chars: int) -> tuple[Name, ...]:
    """The names of a report, each once, the heaviest first.

    A capital within a sentence tells a name (in German every noun: those meet no name of another language). At the
    start of a sentence it tells one where the next word has a capital too, or where the word bears one elsewhere.
    """
    found = [(match.group(), match.start(), match.end()) for match in WORD.finditer(prose)]
    known = places_in([word for word, _, _ in found], language)
    inner = {word for word, start, _ in found if word[0].isupper() and not _begins(prose, start)}
    lower = {word for word, _, _ in found if not word[0].isupper()}
    weights: dict[str, float] = {}
    codes: dict[str, str] = {}
    for i, (word, start, end) in enumerate(found):
        if i in known:
            size, code = known[i]
            word = " ".join(each for each, _, _ in found[i : i + size])  # noqa: PLW2901 - the whole name
            codes[word] = code
        elif not word[0].isupper() or len(word) < LEAST_CHARS:
            continue
        following = i + 1 < len(found) and found[i + 1][1] == end + 1 and found[i + 1][0][0].isupper()
        if i in known or word in inner or following:
            weight = PROMINENT if start < lead_chars else PLAIN
        elif word.lower() not in lower:
            weight = DOUBTFUL
        else:
            continue
        weights[word] = max(weight, weights.get(word, 0.0))
    for word in weights:
        if word in headline:
            weights[word] = PROMINENT
    return _named(weights, codes)


def _begins(prose: str, start: int) -> bool:
    before = prose[max(0, start - 4) : start].rstrip(" '’([\u00a0\u202f")
    return not before or before[-1] in BEFORE_A_SENTENCE


def _named(weights: Mapping[str, float], codes: Mapping[str, str]) -> tuple[Name, ...]:
    best: dict[str, Name] = {}
    for word, weight in weights.items():
        form = plain(word)
        told = weight * rarity(form)
        if form not in best or best[form].weight < told:
            cyrillic = CYRILLIC.match(word) is not None
            best[form] = Name(form, sounds(form), cyrillic, told, codes.get(word, ""))
    return tuple(sorted(best.values(), key=lambda name: (-name.weight, name.form)))


def shared(left: tuple[Name, ...], right: tuple[Name, ...]) -> list[tuple[Name, Name]]:
    """The pairs of same names, each name once, the heaviest first."""
    buckets: dict[str, list[Name]] = {}
    for name in right:
        for key in _keys(name):
            buckets.setdefault(key, []).append(name)
    pairs, used = [], set()
    for name in left:
        for key in _keys(name):
            other = next((o for o in buckets.get(key, ()) if o.form not in used and name.like(o)), None)
            if other is not None:
                used.add(other.form)
                pairs.append((name, other))
                break
    return pairs


def _keys(name: Name) -> tuple[str, ...]:
    """What same names share at least."""
    keys = ["=" + name.form[:LEAST_PREFIX]]
    if len(name.sounds) >= LEAST_SOUNDS:
        keys.append("~" + name.sounds[:LEAST_SOUNDS])
    if name.place:
        keys.append("@" + name.place)
    return tuple(keys)
