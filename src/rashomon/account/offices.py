"""In what office somebody speaks, and of which body: "its spokeswoman", "Norport spokesman", "head of the service"."""

from __future__ import annotations

import re
from dataclasses import dataclass

SPEAKING = frozenset("spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen speaker".split())
"""Who speaks for a body and for nobody else; a speaker only where the body is told."""

LEADING = frozenset(
    """
    boss captain chair chairman chairperson chairwoman chief commander commissioner coordinator director executive
    head inspector leader manager minister president principal prosecutor rector registrar secretary superintendent
    """.split()
)
"""Offices whose holders speak for the body that they lead or whose business they keep."""

OF_A_FIRM = frozenset("chair chairman chairperson chairwoman director executive manager registrar".split())
"""Of these the body may be left out where a report tells of one: "chief executive Birte Lohm"."""

RANKS = frozenset({"inspector", "superintendent"})
"""Offices of the police alone."""

OF_THE_OFFICE = frozenset(
    """
    acting administrative assistant chief commercial communications corporate deputy duty executive financial first
    general interim joint legal managing media medical national operations permanent press regional senior technical
    vice
    """.split()
)
"""Words that belong to the office and say nothing of the body."""

OWNERS = frozenset({"its", "their", "whose"})
DETERMINERS = frozenset({"the", "a", "an", "one", "another", "this", "said", "says"})
NOT_IN_OFFICE = frozenset({"former", "ex", "then", "late", "retired", "outgoing", "unnamed", "anonymous"})
"""Who is told so speaks for himself."""

DIVIDED = frozenset({"sales", "operations", "research", "security", "communications", "safety", "finance"})
"""Parts of a body: the head of sales speaks for the whole."""

TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*['’]?|,")


@dataclass(frozen=True, slots=True)
class Office:
    """An office as it is told: its noun, the phrase for its body, and whether a pronoun or nothing stands for that."""

    noun: str
    body: str = ""
    owned: bool = False
    """Whether "its", "their" or "whose" stands for the body."""

    @property
    def told(self) -> bool:
        """Whether the words say of which body."""
        return bool(self.body) or self.owned


def office_in(phrase: str) -> Office | None:
    """The office that a phrase tells, None for none and for one that somebody had."""
    tokens = TOKEN.findall(phrase)
    low = [t.lower().replace("’", "'") for t in tokens]
    at = next((n for n, w in enumerate(low) if _is_office(low, n)), None)
    if at is None or not NOT_IN_OFFICE.isdisjoint(low[: at + 1]):
        return None
    noun = low[at]
    before = tokens[:at]
    while before and before[0].lower() in DETERMINERS:
        before = before[1:]
    while before and before[-1].lower() in OF_THE_OFFICE:
        before = before[:-1]
    owned = bool(before) and before[0].lower() in OWNERS
    body = " ".join(before[1:] if owned else before)
    behind, within = _behind(tokens[at + 1 :])
    if behind:
        whole = not body or owned or noun in SPEAKING or body.lower() in behind.lower()
        body = behind if whole else f"{body} of {behind}"
    if noun == "minister":
        return Office(noun, f"{body} ministry") if body and before[-1].lower() not in {"prime", "first"} else None
    if noun == "prosecutor":
        return Office(noun, f"{body} prosecutor".strip())
    if noun in RANKS:
        return Office(noun, body or "police")
    if noun in {"chief", "captain"} and body.lower().split()[:1] == ["fire"]:
        body = f"fire service{body[len('fire') :].removeprefix(' service')}"
    return Office(noun, body, (owned or within) and not body)


def _is_office(low: list[str], n: int) -> bool:
    """Whether a word names the office itself, and not a part of its name ("chief executive")."""
    word = low[n]
    if word in SPEAKING:
        return True
    if word == "office":
        return n > 0 and low[n - 1] in {"press", "media", "communications"}
    if word == "officer":
        return n > 0 and low[n - 1] in {"press", "duty", "legal", "executive", "information"}
    return word in LEADING and not (n + 1 < len(low) and low[n + 1] in LEADING | SPEAKING | {"officer"})


def _behind(tokens: list[str]) -> tuple[str, bool]:
    """The phrase behind "for", "of" or "at", up to a comma: "for the bakery"; or that it is a part of a body."""
    at = next((n for n, t in enumerate(tokens) if t == ","), len(tokens))
    kept = tokens[:at]
    start = next((n for n, t in enumerate(kept) if t.lower() in {"for", "of", "at", "with"}), None)
    if start is None or start > LONGEST_NAME:
        return "", False
    words = kept[start + 1 :]
    while words and words[0].lower() in DETERMINERS:
        words = words[1:]
    within = bool(words) and words[0].lower() in DIVIDED
    return "" if within else " ".join(words), within


LONGEST_NAME = 3
"""So many words of a name stand at most between an office and what it is of."""
