"""In what office somebody speaks, and of which body: "its spokeswoman", "Skarvik spokesman", "head of the service"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.core.body_names import FIRMS, ORGANS

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

SUBJECTS = frozenset(
    """
    agriculture budget commerce culture defence defense development economic economy education employment energy
    environment family finance fisheries foreign forestry health home housing industry infrastructure interior justice
    labor labour planning research science security social sport sports tourism trade transport transportation treasury
    """.split()
)
"""What ministries and offices are for; each country has one for it, so that these words name none."""

OWNERS = frozenset({"its", "their", "whose"})
DETERMINERS = frozenset({"the", "a", "an", "one", "another", "this", "said", "says"})
NOT_IN_OFFICE = frozenset({"former", "ex", "then", "late", "retired", "outgoing", "unnamed", "anonymous"})
"""Who is told so speaks for himself."""

NOT_ITS_HOLDER = frozenset("who which that to is was are were be been has had".split())
"""Behind these an office is somebody else's, or told of in a clause: "whose husband is director"."""

ONE_HOLDS_IT = frozenset({"ministry", "party", "union", "government", "embassy", "army", "navy"})
"""Of these each country has one, and two who speak for one without a name may be of two."""

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
    if at is None or not (NOT_IN_OFFICE | NOT_ITS_HOLDER).isdisjoint(low[: at + 1]) or _of_a_holder(low[:at]):
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
    if noun not in SPEAKING and before and not owned and not _may_be_a_body(before, noun):
        if not behind and body.lower() not in DIVIDED:
            return None  # "campaign manager" says of no body
        body = ""
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


def of_one_holder(office: Office, head: str) -> bool:
    """Whether but one person holds an office of a body with this head noun; police have several spokesmen."""
    if office.noun in SPEAKING:
        return head in ONE_HOLDS_IT
    return office.noun not in RANKS and office.noun != "prosecutor"


def _of_a_holder(before: list[str]) -> bool:
    """Whether the words before an office make it another's: "the husband of the director", "aide of chief"."""
    if "of" not in before:
        return False
    behind = before[before.index("of") + 1 :]
    return not behind or behind[0] in DETERMINERS | OWNERS or all(w in OF_THE_OFFICE for w in behind)


def _may_be_a_body(words: list[str], noun: str) -> bool:
    """Whether the words before an office have a name, a possessive or a noun for a body in them."""
    named = any(w[:1].isupper() and w.lower() not in DIVIDED | SUBJECTS for w in words)
    low = [w.lower().replace("’", "'") for w in words]
    owner = any(w.endswith(("'s", "s'")) for w in low)
    subjects = SUBJECTS if noun in {"minister", "secretary"} else frozenset()
    return named or owner or not (ORGANS | FIRMS | {"fire"} | subjects).isdisjoint(low)


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
