"""Bodies of state under several names: `Norland's foreign ministry`, `the Norlandish Foreign Ministry`.

A body's key is its country, by name, possessive or people, and the words that say which of the country's bodies it is.
A ministry of another country, or of another kind, has another key. What a city, a county or a firm has of its own is
told apart by its place and is no body of state, so none of these has a key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.core.places import nation

ORGANS = frozenset(
    """
    ministry department government parliament congress senate treasury army navy military council commission agency
    bureau committee court administration service guard
    """.split()
)
"""Nouns that end the name of a body of which a state has one by that name."""
SINGLE = frozenset("government parliament congress senate treasury army navy military".split())
"""Those that need no other word to say which body is meant."""
LOCAL = frozenset("city town village county district local regional provincial municipal borough state-run".split())
SOME = frozenset("a an one some another any each every no several many two three".split())
SPELT = {"defense": "defence", "labor": "labour", "affairs": ""}
"""Spellings, and words that a ministry's name may do without: `Ministry of Foreign Affairs`."""
TURNED = re.compile(r"(ministry|department) (?:of|for) (?:the )?([a-z ]+)")
RULED = frozenset({"administration", "government"})
"""What is called by the name of whoever leads it."""
LONGEST_COUNTRY = 4


@dataclass(frozen=True, slots=True)
class BodyKey:
    """The country, where it is told, and the words for the body; `led` holds a leader's name instead of these."""

    country: str | None = None
    words: tuple[str, ...] = ()
    led: tuple[str, ...] = ()


def body_key(name: str) -> BodyKey | None:
    """The key of a body of state; None for every other name and for one of several (`a US court`)."""
    tokens = name.replace("’", "'").split()
    if tokens and tokens[0].lower() in SOME:
        return None
    if tokens and tokens[0].lower() == "the":
        tokens = tokens[1:]
    country, rest = _split(tokens)
    words = tuple(w for w in _turned(rest).split() if w)
    if not words or words[-1] not in ORGANS or not LOCAL.isdisjoint(words):
        return None
    if country is None:  # a common noun phrase is anybody's, and so is a single word
        named = len(words) > 1 and all(t[:1].isupper() or t in {"of", "for", "the", "and"} for t in rest)
        # "the Ministry of Defence" is what a state calls its own: it need not be another's "defence ministry"
        return BodyKey(words=words) if named and rest[-1].lower() in ORGANS else None
    if words[0] in {"of", "for"} or (len(words) == 1 and words[0] not in SINGLE):
        return None
    return BodyKey(country=country, words=words)


def led_by(name: str) -> BodyKey | None:
    """The key of a government told by its leader: `the Orsk administration`, `the administration of Edda Orsk`."""
    tokens = [t for t in re.sub(r"['’]s\b", "", name).split() if t.lower() != "the"]
    low = [t.lower() for t in tokens]
    for noun in RULED:
        if noun not in low:
            continue
        at = low.index(noun)
        leader = tokens[at + 2 :] if low[at + 1 : at + 2] == ["of"] else tokens[:at] if at == len(low) - 1 else []
        if leader and all(t[:1].isupper() for t in leader):
            return BodyKey(words=(noun,), led=tuple(t.lower() for t in leader))
    return None


def joined(names: Sequence[Iterable[str]], people: Iterable[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Which bodies are one, as pairs of their numbers, the one that is joined first.

    Args:
        names: for each body the names it is known by.
        people: the keys of the fullest names of the persons of the story.
    """
    keyed: dict[BodyKey, int] = {}
    pairs: list[tuple[int, int]] = []
    bearers: dict[str, set[tuple[str, ...]]] = {}
    for person in people:
        bearers.setdefault(person[-1], set()).add(person)
    bare: dict[int, BodyKey] = {}
    for number, known in enumerate(names):
        keys = {k for n in known for k in (_of_leader(n, bearers) or body_key(n),) if k is not None}
        told = {k for k in keys if k.country or k.led}
        if len(told) > 1 or (not told and len(keys) != 1):
            continue  # of two countries, or of none that is told
        key = next(iter(told or keys))
        if not told:
            bare[number] = key
        elif key in keyed:
            pairs.append((number, keyed[key]))
        else:
            keyed[key] = number
    homes: dict[tuple[str, ...], list[int]] = {}
    for key, home in keyed.items():
        if not key.led:
            homes.setdefault(key.words, []).append(home)
    for number, key in bare.items():
        if len(fits := homes.get(key.words, [])) == 1:
            pairs.append((number, fits[0]))
    return pairs


def _of_leader(name: str, bearers: dict[str, set[tuple[str, ...]]]) -> BodyKey | None:
    """The key by a leader who is the only one of that surname in the story."""
    key = led_by(name)
    fits = bearers.get(key.led[-1], set()) if key is not None else set()
    if key is None or len(fits) != 1:
        return None
    (person,) = fits
    return BodyKey(words=key.words, led=person) if key.led in {person, person[-1:]} else None


def _split(tokens: list[str]) -> tuple[str | None, list[str]]:
    """The country before or behind a body's words (`of Norland`), and these words."""
    for size in range(min(LONGEST_COUNTRY, len(tokens) - 1), 0, -1):
        before = nation(" ".join(tokens[:size])) if tokens[0][:1].isupper() else None
        if before is not None:
            return before, tokens[size:]
        behind = " ".join(tokens[-size:]).removeprefix("the ")
        if len(tokens) > size + 1 and tokens[-size - 1].lower() == "of" and (after := nation(behind)) is not None:
            return after, tokens[: -size - 1]
    return None, tokens


def _turned(rest: Iterable[str]) -> str:
    """A body's words in one order and spelling: `Ministry of Defense` and `defence ministry`."""
    words = [w.lower().strip(".,'\"") for w in rest]
    text = " ".join(SPELT.get(w, w) for w in words).strip()
    match = TURNED.fullmatch(text)
    return f"{match[2].strip()} {match[1]}" if match is not None else " ".join(text.split())
