"""On whose behalf a party acts: the country of its name, or of the words before its mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from rashomon.align.parties import Parties
from rashomon.core import Document, Span
from rashomon.core.places import countries_in, country_word


def affiliations(documents: Mapping[str, Document], parties: Parties) -> dict[str, frozenset[str]]:
    """The country on whose behalf a party acts, from its own name and from the words before its mentions.

    "Norwegian foreign minister Edda Orsk" gives its person the country; a party with several countries before
    its name in about equal number keeps none, for a wrong side is worse than none.
    """
    found: dict[str, frozenset[str]] = {}
    for party in parties.all:
        own = country_word(party.name)
        if own is not None:
            found[party.id] = frozenset({own.country})
            continue
        seen: Counter[str] = Counter(c for name in (party.name, *party.aliases) for c in countries_in(name))
        for m in party.mentions:
            text = documents[m.document].part(m.span.part)
            seen.update(countries_in(_before(text, m.span)))
        if seen:
            (best, n), *rest = seen.most_common(2)
            if not rest or n > 2 * rest[0][1]:
                found[party.id] = frozenset({best})
    return found


def _before(text: str, span: Span) -> str:
    """The run of words right before a mention that can be its title: no verb-like break, no punctuation but commas."""
    before = text[max(0, span.start - 60) : span.start]
    run = re.search(r"((?:[\w’'.-]+\s+|[\w’'.-]+,\s+){1,5})$", before)
    if run is None:
        return ""
    kept: list[str] = []
    for token in reversed(run.group(1).split()):
        bare = token.rstrip(",")
        if bare.islower() and bare not in TITLE_WORDS:
            break
        kept.append(token)
    return " ".join(reversed(kept))


TITLE_WORDS = frozenset(
    """
    president prime minister foreign defence defense interior finance minister secretary state spokesman spokeswoman
    spokesperson ambassador chancellor senator leader chief general opposition ministry embassy official envoy deputy
    of affairs the then-president vice king queen then former outgoing
    """.split()
)
