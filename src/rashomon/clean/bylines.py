"""Names of writers, taken from byline paragraphs and fields."""

from __future__ import annotations

import re

from rashomon.clean.mastheads import is_titled
from rashomon.outlets import by_name

_LEAD = re.compile(
    r"^(?:(?:written|posted|reported|published|edited|story|words|analysis|report|text) )?"
    r"(?:by|author|authors|from)\s*:?\s+",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|\||/|•|·|&|\band\b|\bwith\b|\n)\s*", re.IGNORECASE)
_PLACE = re.compile(r"\s+(?:in|for|at|from|of)\s+[A-Z].*$")
_JOB = re.compile(
    r"(?i)\b(?:editor|correspondent|reporter|writer|staff|bureau|chief|journalist|columnist|analyst|contributor|producer|"
    r"agency|agencies|desk|team|newsroom|email|updated|published|posted|min read|follow|twitter|senior|"
    r"special to|release|political|diplomatic)\b"
)
_NAME_WORD = re.compile(
    r"^(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|de|da|del|della|van|von|der|den|bin|bint|al|el|la|le|di|du|dos|ibn|ben|y)$"
)


def looks_like_name(words: str) -> bool:
    """Whether the words can be a person's name: two to five, each capitalised or a particle, no known job or outlet."""
    parts = words.split()
    return (
        2 <= len(parts) <= 5
        and all(_NAME_WORD.match(p) for p in parts)
        and parts[0][0].isupper()
        and parts[-1][0].isupper()
        and not _JOB.search(words)
        and not any(c.isdigit() for c in words)
        and not (words.isupper() and len(parts) > 3)
    )


def names_in(words: str) -> tuple[str, ...]:
    """The writers' names in a byline; jobs, places, outlets and addresses are left out, doubles too."""
    bare = re.sub(r"\S+@\S+|https?://\S+|@\w+|\([^()]*\)", " ", _LEAD.sub("", words.strip()))
    found: list[str] = []
    for part in _SPLIT.split(bare):
        name = _PLACE.sub("", _LEAD.sub("", part.strip(" .,|-–—"))).strip()
        if not name or _JOB.search(name) or any(c.isdigit() for c in name):
            continue
        known = by_name(name)
        if known is not None and not (known.supplies and _alone(bare, part)):
            continue
        if is_titled(name):
            continue
        if len(name.split()) > 5 or (len(name.split()) < 2 and known is None):
            continue
        cased = name.title() if name.isupper() and known is None else name
        if cased not in found:
            found.append(cased)
    return tuple(found)


def _alone(whole: str, part: str) -> bool:
    """An agency is a byline only where it is the whole of it (`By Press Association`)."""
    return whole.strip(" .,|-–—") == part.strip(" .,|-–—")
