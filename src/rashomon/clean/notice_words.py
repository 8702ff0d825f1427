"""What a notice says was wrong, and what is right in its place; null where it does not say so in so many words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.clean.notice_rules import declared
from rashomon.core import Span

Told = tuple[Span | None, Span | None]
"""What was wrong and what is right."""

_END = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])")
_NOT = re.compile(
    r",? (?:and |and was |but )?not "
    r"(?P<wrong>(?!only\b|just\b|merely\b|all\b|yet\b)[^.,;:()]{1,100}(?:\.\d+)?)(?=[.,;:)\]]|$)"
)
_NEGATED = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should)$",
    re.IGNORECASE,
)
"""What stands before a "not" that negates its own clause and sets nothing against anything: "was not arrested"."""
_INSTEAD = re.compile(r",? (?:rather than|instead of) (?P<wrong>[^.,;:()]{1,100})(?=[.,;:)\]]|$)")
_NUMBER = re.compile(
    r"\b(?:[\d][\d.,]*(?: (?:million|billion|trillion|thousand))?%?|(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|one|none"
    r"|a?n? ?hundred|dozens?))(?=\W|$)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?:[A-Z][\w’'.-]*)(?: (?:[A-Z][\w’'.-]*|of|the|de|van|von|al|bin))*$")
_FRAME = re.compile(r"\bto (?:show|say|state|reflect|clarify|note|make clear|indicate|read)(?: that)? ", re.IGNORECASE)
_ERRS = re.compile(
    r"\b(?:incorrect(?:ly)?|wrong(?:ly)?|mistaken(?:ly)?|erroneous(?:ly)?|inaccurate(?:ly)?|false(?:ly)?|mis\w+ed"
    r"|misspelt|in error|(?:earlier|previous|prior|original|initial|first) (?:\w+ )?(?:versions?|editions?|headlines?)"
    r"|originally|initially|previously)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:In fact,? |Actually,? )?(?:It|He|She|They|The|That|Those|There|We|His|Her|Its|Their"
    r"|[A-Z][\w’'-]+ (?:is|was|has|are|were)\b)"
)
_NO_REMEDY = re.compile(
    r"\b(?:initially|originally|previously|earlier|regrets?|apolog\w+|errors?|mistakes?|updated|corrected|amended|removed"
    r"|this (?:article|story|report|post|piece|version))\b",
    re.IGNORECASE,
)
LEAST, MOST = 1, 240


def wrong_and_right(words: str) -> Told:
    """The places in a notice of what was wrong and of what is right."""
    sentences = list(_sentences(words))
    for number, sentence in enumerate(sentences):
        said = sentence.of(words)
        found = _told(said) or _not(said)
        errs = _ERRS.search(said) is not None
        if found is None and not errs:
            continue
        wrong, right = found or (None, None)
        if found is None and number + 1 < len(sentences):
            later = sentences[number + 1]
            if (both := _not(later.of(words), whole=True)) is not None:
                return _at(both[0], later), _at(both[1], later)
        placed_wrong, placed_right = _at(wrong, sentence), _at(right, sentence)
        if placed_right is None and errs:
            placed_right = _remedy(words, sentences, number)
        if placed_wrong is not None or placed_right is not None:
            return placed_wrong, placed_right
    return None, None


def _sentences(words: str) -> Iterator[Span]:
    at = 0
    for found in _END.finditer(words):
        yield Span(at, found.end()).trimmed(words)
        at = found.end()
    if words[at:].strip():
        yield Span(at, len(words)).trimmed(words)


def _at(place: Span | None, sentence: Span) -> Span | None:
    return None if place is None else Span(place.start + sentence.start, place.end + sentence.start)


def _told(said: str) -> Told | None:
    """By the declared patterns: "an earlier version said that X", "corrected from X to Y"."""
    bare = said.rstrip(" .)]")
    for erring, pattern in _patterns():
        if erring and _ERRS.search(bare) is None:
            continue
        found = pattern.search(bare)
        if found is None:
            continue
        names = found.re.groupindex
        right = next((found.span(n) for n in ("right", "right2", "right3") if n in names and found[n]), None)
        wrong = found.span("wrong") if found["wrong"] else None
        corrected = None if wrong is None else _not_in(bare, wrong)
        if corrected is not None:
            return corrected
        return _clean(bare, wrong), _clean(bare, right)
    return None


def _not_in(said: str, wrong: tuple[int, int]) -> Told | None:
    """Where what follows an erring verb has its own "X, not Y", that is what counts."""
    return _not(said[: wrong[1]], since=wrong[0]) if _NOT.search(said, wrong[0]) else None


def _clean(said: str, place: tuple[int, int] | None) -> Span | None:
    if place is None:
        return None
    span = Span(*place).trimmed(said, " ,;:.“”\"‘'")
    return span if LEAST <= len(span) <= MOST else None


def _not(said: str, since: int = 0, *, whole: bool = False) -> Told | None:
    """By "Y, not X" and "Y rather than X": what is right is as much before it as answers to what was wrong.

    Where nothing answers, it is all that stands before it, if the sentence says nothing but what is right (`whole`).
    """
    found = _NOT.search(said, since) or _INSTEAD.search(said, since)
    if found is None:
        return None
    if found[0].startswith(" not ") and _NEGATED.search(said[: found.start()]) is not None:
        return _negated(said)
    wrong, before = found["wrong"].strip(), said[: found.start()]
    place = Span(found.start("wrong"), found.start("wrong") + len(found["wrong"])).trimmed(said)
    first = wrong.split()[0].lower()
    right: Span | None = None
    number = _NUMBER.match(wrong)
    if number is not None:
        numbers = list(_NUMBER.finditer(before))
        right = Span(*numbers[-1].span()) if numbers else None
        place = Span(place.start, place.start + number.end()) if right is not None else place
    elif (same := before.lower().rfind(f" {first} ")) >= 0 and len(before) - same <= len(wrong) + 40:
        right = Span(same + 1, len(before))
    elif wrong[:1].isupper() and (name := _CAPITALS.search(before)) is not None:
        right = Span(*name.span())
    elif (frame := _FRAME.search(before)) is not None and len(before) - frame.end() <= MOST:
        right = Span(frame.end(), len(before))
    elif whole and len(before) <= MOST:
        right = Span(0, len(before))
    return place, right


def _negated(said: str) -> Told | None:
    """Of "corrected to show that X was not arrested" what is right; what was wrong it does not say in its words."""
    frame = _FRAME.search(said)
    if frame is None:
        return None
    right = Span(frame.end(), len(said)).trimmed(said, " .)]")
    return (None, right) if LEAST <= len(right) <= MOST else None


def _remedy(words: str, sentences: list[Span], number: int) -> Span | None:
    """The sentence behind one that says what was wrong, where it is the one that says what is right."""
    if number + 1 >= len(sentences):
        return None
    span = sentences[number + 1]
    said = span.of(words)
    if _GOES_ON.match(said) is None or _NO_REMEDY.search(said) is not None or len(said) > MOST:
        return None
    return span.trimmed(words, " .)]")


@cache
def _patterns() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    return tuple(
        (bool(row["erring"]), re.compile(str(row["pattern"]), re.IGNORECASE | re.DOTALL)) for row in declared()["told"]
    )
