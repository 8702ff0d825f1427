"""Captions that stand between paragraphs: known by the credit they end in, by repetition, or as bare names."""

from __future__ import annotations

import re

from rashomon.clean.credits import in_bracket
from rashomon.clean.units import Unit, next_kept
from rashomon.outlets import by_name

_CREDITED = re.compile(r"\s*[(\[]([^()\[\]]{2,140})[)\]]\s*(?:[(\[]\s*/?\s*([^()\[\]]{2,60})[)\]])?\s*$")
_PERSON_SLASH = re.compile(
    r"(?:^|[\s.”\"’)])((?:[A-Z][\w'’.-]+ ){1,3}?(?:[A-Z][\w'’-]+)?)\s?/\s?((?:[A-Z][\w.-]*)(?:[ /][A-Z][\w.-]*){0,3})$"
)
_COPYRIGHT = re.compile(r"©\s?[A-Z][\w .,/&()-]{2,60}$")
_HANDED = re.compile(r"(?i)\b(?:via|courtesy|handout|file|pool|photo|stringer|screengrab)\b|/")
_SHOWN = re.compile(
    r"(?i)\b(?:is|are|was|were) (?:seen|pictured|shown)\b|\b(?:pictured|in this photo|file photo|gestures?|poses?|"
    r"stands?|walks?|waves?|looks on|speaks? (?:at|to|during))\b"
)
_JOINED = re.compile(
    r"\s*(?:,|&|\band\b|\bwith\b|\(|\)|\bleft\b|\bright\b|\bcent(?:re|er)\b|\bfile photo\b)\s*", re.IGNORECASE
)
_STATED = re.compile(r"^(?:[A-Z][\w'’.-]+ ){1,3}[A-Z][\w'’.-]+: (?=\S+(?: \S+){3,})")
_EXPLAINS = re.compile(
    r"^(?:[A-Z][\w'’.-]*(?: [\w'’.-]+){0,4}: )(?i:what|how|why|who|when|where|which|everything|all you|the latest|live|"
    r"timeline|in pictures|watch|inside|five|ten|\d+ )"
)
_GIVER = re.compile(r"[A-Z][\w.&'’-]*(?:[ /](?:[A-Z&][\w.&'’-]*|of|the|and|for|via)){0,6}")


def set_aside_captions(units: list[Unit], body: int) -> None:
    """Label captions among the units from `body` on, the uncredited line before its credited double too."""
    last = max((i for i, u in enumerate(units) if u.open and u.prose), default=-1)
    for i, unit in enumerate(units):
        if i < body or not unit.open:
            continue
        if _credited(unit, opens_report=i == 0, closes_report=i == last):
            unit.label = "caption"
    _doubles(units, body)
    known = _inner_names(units)
    for i in range(max(body, 1), len(units)):
        unit = units[i]
        if unit.open and not unit.ends and unit.words <= 8 and _between(units, i) and _names_only(unit.text, known):
            unit.label = "caption"


def set_aside_headlines_within(units: list[Unit], body: int) -> None:
    """Label the link to another report that stands alone amid paragraphs (`Name Surname: What they said there`)."""
    for i in range(max(body, 1), len(units)):
        unit = units[i]
        if unit.open and not unit.ends and 5 <= unit.words <= 22 and _between(units, i) and _points_on(unit.text):
            unit.label = "related-headlines"


def _points_on(text: str) -> bool:
    return _STATED.match(text) is not None or _EXPLAINS.match(text) is not None


def _described(unit: Unit, before: str, giver: str) -> bool:
    """Whether words without an end mark, most of them small, are followed by a bracket with nothing but a name."""
    words = before.split()
    return (
        len(words) >= 5
        and before[-1] not in ".!?;”\"’'…"
        and ":" not in before
        and words[0][0].isupper()
        and sum(w[0].islower() for w in words) >= 0.35 * len(words)
        and _GIVER.fullmatch(giver) is not None
        and unit.text.endswith(")")
    )


def _credited(unit: Unit, *, opens_report: bool, closes_report: bool) -> bool:
    """Whether the unit is a caption by its closing credit; a bare agency after prose is cut off as a credit line."""
    if unit.words > 130:
        return False
    if "©" in unit.text and _COPYRIGHT.search(unit.text) and not unit.text.startswith("©"):
        return True
    found = _CREDITED.search(unit.text) if unit.text.endswith((")", "]")) else None
    if found is None:
        slash = _PERSON_SLASH.search(unit.text) if "/" in unit.text else None
        return slash is not None and any(by_name(p.strip()) is not None for p in re.split(r"/", slash[2]))
    inside = [found[1]] + ([found[2]] if found[2] else [])
    if not opens_report and _described(unit, unit.text[: found.start()].rstrip() or "-", inside[-1]):
        return True
    if not any(_names_agency(part) for part in inside):
        return False
    if "[" in found[0] and _HANDED.search(found[0]) is None:
        return False  # "[Reuters]" after a headline is where a link leads, not whose picture it is
    before = unit.text[: found.start()].rstrip()
    if not before:
        unit.label = "photo-credit"
        return False
    if (
        before[-1] not in ".!?”\"’'"
        or _HANDED.search(found[0])
        or _shop(inside)
        or (_SHOWN.search(before) and not closes_report)
    ):
        return True
    unit.cut_back(found.start() + len(found[0]) - len(found[0].lstrip()), "credit-line")
    return False


def _names_agency(inside: str) -> bool:
    return bool(in_bracket(inside)) and any(
        by_name(p.strip(" .'\"")) is not None for p in re.split(r"[,;/]|\bvia\b|\bfor\b|\band\b", inside)
    )


def _shop(inside: list[str]) -> bool:
    """A photo agency alone: its words are never carried, so what it credits is a picture."""
    return any((known := by_name(part.strip())) is not None and known.kind == "photo agency" for part in inside)


def _doubles(units: list[Unit], body: int) -> None:
    """The same words once without and once with their credit: both are the caption."""
    for i in range(max(body, 1), len(units)):
        if units[i].label == "caption" and units[i - 1].open:
            plain = _CREDITED.sub("", units[i].text).strip()
            if plain == units[i - 1].text.strip() and not units[i - 1].prose:
                units[i - 1].label = "caption"


def _inner_names(units: list[Unit]) -> frozenset[str]:
    """The capitalised words that paragraphs have inside their sentences."""
    found: set[str] = set()
    for unit in units:
        if unit.open and unit.prose:
            found.update(re.findall(r"(?<=[a-z,] )[A-Z][\w’'-]+", unit.text))
    return frozenset(found)


def _names_only(text: str, known: frozenset[str]) -> bool:
    """Whether a line is nothing but two or more names, one of them at least of whom or what the paragraphs speak."""
    parts = [p for p in _JOINED.split(text) if p]
    words = [w for p in parts for w in p.split()]
    heard = [w for w in words if w.removesuffix("’s").removesuffix("'s") in known]
    enough = len(words) if "(" in text else 1  # "Tom Reyes (Harbour List)" may be a list of candidates
    return len(parts) >= 2 and len(heard) >= enough and all(w[0].isupper() for w in words)


def _between(units: list[Unit], i: int) -> bool:
    """Whether the unit stands between paragraphs of the report."""
    before, after = next_kept(units, i, -1), next_kept(units, i)
    return before is not None and after is not None and before.prose and after.prose
