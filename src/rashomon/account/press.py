"""What is an outlet's name, and what is one outlet's under several names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

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

BARE_REPORTS = re.compile(
    r"(?:the )?(?:(?:some|several|other|earlier|early|initial|unconfirmed|local|multiple|conflicting) )*reports?"
)
"""Reports that are nobody's, where they are the speaker: "reports said"; police reports are the police's."""

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

WIRES = frozenset({"agency", "information", "news", "newswire", "press", "service", "wire"})
"""Last words of an agency's name that are left out where it is called short: "Pelham" of "Pelham Newswire"."""

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


def _short_forms(documents: Sequence[Document]) -> tuple[dict[str, str], dict[str, str]]:
    """The names of the story's agencies without what sort of thing they are, each with its key: all, and the signed.

    A name that the reports have of a place, or that two agencies share, stands for none; one by which an agency signs
    its own reports is its own all the same.
    """
    found: dict[str, set[str]] = {}
    signed: dict[str, str] = {}
    for d in documents:
        words = (d.outlet or "").split()
        words = words[1:] if words[:1] == ["The"] else words
        kept = words
        while kept and kept[-1].lower() in WIRES:
            kept = kept[:-1]
        if kept and len(kept) < len(words):
            short, key = " ".join(kept), outlet_key(d.outlet or "")
            found.setdefault(short, set()).add(key)
            if short in d.credits:
                signed[short] = key
    alone = {short: next(iter(keys)) for short, keys in found.items() if len(keys) == 1}
    places = {short for short in alone if any(_of_a_place(short, d.text) for d in documents)}
    return {short: key for short, key in alone.items() if short not in places}, {
        short: key for short, key in signed.items() if short in alone
    }


def _of_a_place(name: str, text: str) -> bool:
    """Whether a text has a name of a place: "in Pelham", "Pelham council"."""
    return re.search(rf"\b(?:in|at|near|outside|of|from|around|across) {re.escape(name)}\b(?! [A-Z])", text) is not None


class Press:
    """Tells outlets from other names: the story's, whom it credits, those of the table, who calls himself one."""

    def __init__(self, documents: Iterable[Document]) -> None:
        documents = list(documents)
        self._known = {outlet_key(d.outlet) for d in documents if d.outlet}
        self._known |= {outlet_key(c) for d in documents for c in d.credits if supplies(c)}
        self._short, self._signed = _short_forms(documents)
        self._ends: dict[str, list[str]] = {}
        """What follows a blank in a known key -> the keys that end so."""
        for key in self._known:
            for at in (n for n, character in enumerate(key) if character == " "):
                self._ends.setdefault(key[at + 1 :], []).append(key)
        self._keys: dict[tuple[str, bool], str | None] = {}

    def key_of(self, name: str, *, called: bool = False, reports: bool = False) -> str | None:
        """The key of an outlet's name, None for the name of anything else.

        Args:
            name: the name, with its article where it has one.
            called: whether the text calls it a newspaper, agency or station.
            reports: whether the text has it report something, as "Pelham reported" has it of Pelham Newswire.
        """
        short = self.signed(name) or (self._short.get(name) if reports else None)
        if short is not None:
            return short
        asked = (name, called)
        if asked not in self._keys:
            self._keys[asked] = self._key_of(name, called=called)
        return self._keys[asked]

    def signed(self, credit: str) -> str | None:
        """The key of the story's agency that signs its own reports so, as Pelham Newswire by "HALDEN (Pelham) -"."""
        return self._signed.get(credit)

    def of_none(self, key: str) -> bool:
        """Whether a key is no one outlet's: of media without a name, or a word in which several outlets' names end."""
        return key == UNNAMED or (key not in self._known and len(self._ends.get(key, ())) > 1)

    def _key_of(self, name: str, *, called: bool) -> str | None:
        bare = REPORT_IN.sub("", name.strip(" ,.;:“”\"'"))
        if not bare:
            return None
        last = bare.split()[-1]
        if (
            re.fullmatch(GENERAL, bare)
            or BARE_REPORTS.fullmatch(bare.lower())
            or (last in PLAINLY and len(bare.split()) > 1)
        ):
            return UNNAMED
        key, article = outlet_key(bare), name.lower().startswith("the ")
        if key in self._known:
            return key
        full = self._ends.get(key, ())
        if full and (article or " " in key):
            return full[0] if len(full) == 1 else key
        if last.lower() in FAMILY_NAMES and not (article or called):
            return None
        known = by_name(bare)
        if known is not None:
            alone = last.lower() in TITLES and " " not in key and not article
            return None if known.kind == "photo agency" or alone else key
        if called or key.split()[0] in FIRST_WORDS:
            return key
        return key if " " in key and _titled(bare.split()) else None
