"""What is an outlet's name, and what is one outlet's under several names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.core import Document
from rashomon.outlets import by_name

TITLES = frozenset(
    """
    agency advertiser argus bulletin broadcasting chronicle courier daily dispatch echo enquirer examiner express fm
    gazette globe guardian herald independent inquirer journal ledger mail mercury messenger mirror monitor news
    newspaper newspapers newswire observer post press radio recorder register reporter sentinel standard star sun
    telegraph telegram television times tribune tv weekly wire
    """.split()
)
"""Last words of the names of newspapers, agencies and stations."""

FAMILY_NAMES = frozenset({"guardian", "hill", "journal", "ledger", "mercury", "post", "press", "star", "sun", "wire"})
"""Words of such names that people and companies bear too; only behind "the" do they name an outlet."""

FIRST_WORDS = frozenset({"radio", "tv", "television", "channel"})
"""First words of the names of stations."""

KINDS = (
    r"(?:news ?papers?|dail(?:y|ies)|week(?:ly|lies)|tabloids?|magazines?|(?:news ?)?wires?(?: service)?"
    r"|(?:news )?(?:agency|agencies)|broadcasters?"
    r"|(?:news )?(?:web ?sites?|sites?|portals?|outlets?|channels?|networks?)"
    r"|radio(?: stations?)?|television(?: stations?| channels?)?|tv(?: stations?| channels?)?|papers?|media|press)"
)
"""What sort of outlet it is, in a common noun."""

GENERAL = (
    r"(?i:(?:the )?(?:[\w’']+ )?(?:state(?:-run|-owned|-controlled)?|local|official|national|domestic|foreign"
    r"|regional|several|some|other) (?:state )?"
    r"(?:media|press|(?:news )?(?:agency|agencies|broadcasters?|outlets?)|newspapers?|papers?|radio|television|tv)"
    r"|media reports?|news reports?|press reports?)"
)
"""Outlets told without a name; all such of one story are taken for one root, since nothing tells them apart."""

PLAINLY = frozenset(
    "newspaper newspapers tabloid tabloids broadcaster broadcasters newswire magazine television".split()
)
"""Common nouns that stand for an outlet and for nothing else: "a regional newspaper", "the tabloid"."""

UNNAMED = "media without a name"
"""The key of all outlets told without a name."""

REPORT_IN = re.compile(
    r"^(?:(?:a|an|the|its|their) )?(?:[\w-]+ )?(?:report|article|story|interview|dispatch) (?:in|by|from|on|with) "
)
"""What stands before an outlet's name where a report of it is named as the speaker."""

SUPPLIES = frozenset({"news", "press", "telegraph", "information"})
"""What an agency supplies that is an outlet; others put satellites into orbit."""


def _titled(words: list[str]) -> bool:
    """Whether a name, its last word written large, ends as those of outlets do."""
    last = words[-1]
    if last.lower() == "agency":
        return bool(SUPPLIES & {w.lower() for w in words})
    return last[:1].isupper() and last.lower() in TITLES


def outlet_key(name: str) -> str:
    """A name under which an outlet is known in all its spellings: that of the table, else without article and case."""
    known = by_name(name)
    plain = known.name if known is not None else name
    return (
        " ".join(plain.lower().replace("’", "'").removeprefix("www.").split()).removeprefix("the ").removesuffix("'s")
    )


def supplies(credit: str) -> bool:
    """Whether a credit names an outlet or agency, by the table or by its last word."""
    known = by_name(credit)
    return known.kind != "photo agency" if known is not None else " " in credit and _titled(credit.split())


class Press:
    """Tells outlets from other names: the story's, whom it credits, those of the table, who calls himself one."""

    def __init__(self, documents: Iterable[Document]) -> None:
        documents = list(documents)
        self._known = {outlet_key(d.outlet) for d in documents if d.outlet}
        self._known |= {outlet_key(c) for d in documents for c in d.credits if supplies(c)}
        self._ends: dict[str, list[str]] = {}
        """What follows a blank in a known key -> the keys that end so."""
        for key in self._known:
            for at in (n for n, character in enumerate(key) if character == " "):
                self._ends.setdefault(key[at + 1 :], []).append(key)
        self._keys: dict[tuple[str, bool], str | None] = {}

    def key_of(self, name: str, *, called: bool = False) -> str | None:
        """The key of an outlet's name, None for the name of anything else.

        Args:
            name: the name, with its article where it has one.
            called: whether the text calls it a newspaper, agency or station.
        """
        asked = (name, called)
        if asked not in self._keys:
            self._keys[asked] = self._key_of(name, called=called)
        return self._keys[asked]

    def _key_of(self, name: str, *, called: bool) -> str | None:
        bare = REPORT_IN.sub("", name.strip(" ,.;:“”\"'"))
        if not bare:
            return None
        last = bare.split()[-1]
        if re.fullmatch(GENERAL, bare) or (last in PLAINLY and len(bare.split()) > 1):
            return UNNAMED
        key, article = outlet_key(bare), name.lower().startswith("the ")
        if key in self._known:
            return key
        full = self._ends.get(key, ())
        if len(full) == 1 and (article or " " in key):
            return full[0]
        if last.lower() in FAMILY_NAMES and not (article or called):
            return None
        known = by_name(bare)
        if known is not None:
            alone = last.lower() in TITLES and " " not in key and not article
            return None if known.kind == "photo agency" or alone else key
        if called or key.split()[0] in FIRST_WORDS:
            return key
        return key if " " in key and _titled(bare.split()) else None
