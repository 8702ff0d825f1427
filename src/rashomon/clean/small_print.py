"""What captions, credit lines, datelines and legal notices tell: whose words and pictures these are, and whose page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.clean.credits import canonical, in_caption, in_legal, in_line, owner_in
from rashomon.clean.datelines import dateline
from rashomon.core import Passage, Role, SetAside
from rashomon.outlets import by_name

PICTURE_REASONS = frozenset({"caption", "photo-credit"})
"""Set-aside stretches whose credits are those of a picture."""
_AHEAD = 8
_SHARE_OUTLET = re.compile(r"(?i)\bon facebook\s*[-–—:]\s*(.{2,60})$")
_RULES_OUTLET = re.compile(
    r"(?i)\b(?:opinions?|views?|policy) of (?:the )?([A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,3}?)"
    r" (?:newspapers?|news|media|online|website|magazine)\b"
)
_RULES_STAFF = re.compile(
    r"\b(?:of|by) (?:the )?([A-Z][\w&'’-]*(?: (?:[A-Z][\w&'’-]*|of|and|the)){0,4})"
    r"(?:,? (?:or|and|nor) (?:of )?(?:its|our|their) "
    r"(?:staff|editors?|owners?|publishers?|management|employees|journalists)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """The names credited, each once: all of them, and those that only pictures are credited to."""

    every: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


def credits_in(text: str, passages: Iterable[Passage], aside: Iterable[SetAside]) -> Credits:
    """All credits, datelines first, then in the order of the text.

    A name is a picture's alone where only captions and photo credits give it, or where the table knows it as an
    agency that has nothing but pictures.
    """
    words = list(dateline_names(text, passages))
    both = list(words)
    for piece in aside:
        found = _names(piece.reason, piece.span.of(text))
        both.extend(found)
        if piece.reason not in PICTURE_REASONS:
            words.extend(found)
    every = tuple(dict.fromkeys(both))
    return Credits(every=every, pictures=tuple(n for n in every if n not in words or _only_pictures(n)))


def _names(reason: str, words: str) -> list[str]:
    if reason == "credit-line":
        return in_line(words)
    if reason == "photo-credit":
        return in_line(words) or in_caption(words)
    if reason == "caption":
        return in_caption(words)
    if reason == "legal":
        return [n for n in in_legal(words) if (known := by_name(n)) is not None and known.supplies]
    return []


def _only_pictures(name: str) -> bool:
    known = by_name(name)
    return known is not None and known.kind == "photo agency"


def dateline_names(text: str, passages: Iterable[Passage]) -> Iterator[str]:
    """The names in datelines; how far one reaches is seen from the words after it too."""
    for passage in passages:
        if passage.role is Role.DATELINE:
            found = dateline(text[passage.span.start : passage.span.end + _AHEAD])
            yield from found.named if found is not None else ()


def outlet_in(text: str, passages: Iterable[Passage], aside: Iterable[SetAside]) -> str | None:
    """The outlet that the page's own small print names; an agency's copyright is its credit, not the outlet."""
    for piece in aside:
        words = piece.span.of(text)
        if piece.reason == "share-prompt" and (said := _SHARE_OUTLET.search(words)):
            return canonical(said[1].strip(" ."))
        if piece.reason == "comment-rules" and (said := _RULES_OUTLET.search(words) or _RULES_STAFF.search(words)):
            name = said[1].strip()
            return canonical(name.title() if name.islower() else name)
        if piece.reason == "legal" and (owner := owner_in(words)) is not None:
            known = by_name(owner)
            if known is None or not known.supplies:
                return canonical(owner)
    for name in dateline_names(text, passages):
        known = by_name(name)
        if known is not None and not known.supplies:
            return known.name
    return None
