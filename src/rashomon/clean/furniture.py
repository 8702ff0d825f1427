"""Setting aside what the declared patterns name, and the lists of other reports under their labels."""

from __future__ import annotations

import re

from rashomon.clean.credits import only_agencies
from rashomon.clean.rules import rules_for
from rashomon.clean.units import Unit, next_kept
from rashomon.core import Role

_TEASER = re.compile(r"\.\.\.|…|\bfull (?:article|story)\b|\bread more\b", re.IGNORECASE)

LONGEST_LINE_CHARS = 700
"""No pattern of a whole paragraph reaches further."""
LONGEST_TAIL_CHARS = 500
"""No pattern of a paragraph's close reaches further back."""
_ATTRIBUTED = re.compile(
    r"[,?!”\"’'] (?:[\w’'.-]+ ){1,8}?(?:says?|said|tells?|told|asks?|asked|adds?|added|writes?|wrote|"
    r"shouts?|shouted|advises?|"
    r"advised|warns?|warned|repl(?:y|ies|ied)|recalls?|recalled|insists?|insisted|explains?|explained|jokes?|joked|"
    r"urges?|urged|announced|promised|ordered|suggested)\b[^.?!]{0,80}\.$"
)
"""A sentence that ends by saying whose words it is: a prompt to readers never does."""


def set_aside_patterns(units: list[Unit]) -> None:
    """Label every unit that a pattern names as a whole, and cut labels and signatures off the ends of others."""
    for unit in units:
        if unit.open:
            _cut(unit)
            _label(unit)


def is_correction(words: str) -> bool:
    """Whether a paragraph is the outlet's note that it corrected its report."""
    return any(rule.pattern.match(words) for rule in rules_for("keep"))


def _label(unit: Unit) -> None:
    if is_correction(unit.text):
        unit.label = Role.PARAGRAPH
        return
    for rule in rules_for("unit") if len(unit.text) <= LONGEST_LINE_CHARS else ():
        if rule.pattern.fullmatch(unit.text):
            if _ATTRIBUTED.search(unit.text) is not None:
                break
            unit.label = rule.reason
            return
    if only_agencies(unit.text):
        unit.label = "credit-line"
        return
    n = unit.words
    for rule in rules_for("opening"):
        if n <= rule.words and rule.pattern.match(unit.text):
            unit.label = rule.reason
            return
    lowered = unit.text[-LONGEST_TAIL_CHARS:].lower()
    for rule in rules_for("closing"):
        if (
            n <= rule.words
            and rule.may_close(lowered)
            and rule.pattern.search(unit.text, max(0, len(unit.text) - LONGEST_TAIL_CHARS))
        ):
            unit.label = rule.reason
            return


def _cut(unit: Unit) -> None:
    for rule in rules_for("label"):
        found = rule.pattern.match(unit.text)
        if found and found.end() < len(unit.text):
            unit.cut_front(found.end(), rule.reason)
    lowered = unit.text[-LONGEST_TAIL_CHARS:].lower()
    for rule in rules_for("tail"):
        if not rule.may_close(lowered):
            continue
        found = rule.pattern.search(unit.text, max(0, len(unit.text) - LONGEST_TAIL_CHARS))
        if found and found.start() > 0:
            unit.cut_back(found.start(), rule.reason)
        elif found:
            unit.label = rule.reason


def set_aside_lists(units: list[Unit], body: int) -> None:
    """Labels over lists of other reports, with what stands under them until prose has clearly resumed.

    A list needs two paragraphs in a row, or one long one, to end; a single link ends at the first paragraph.
    `body` is the first unit after the head: a headline is never taken for a label.
    """
    i = body
    while i < len(units):
        unit = units[i]
        found = _list_label(unit)
        if found is None:
            i += 1
            continue
        reason, strong = found
        unit.label = reason
        i += 1
        while i < len(units) and not _resumes(units, i, strong=strong):
            if units[i].open:
                units[i].label = reason
            i += 1


def _list_label(unit: Unit) -> tuple[str, bool] | None:
    if unit.aside and unit.label != "related-headlines":
        return None
    for scope in ("list", "link"):
        for rule in rules_for(scope):
            if rule.pattern.fullmatch(unit.text):
                return rule.reason, scope == "list"
    return None


def _resumes(units: list[Unit], i: int, *, strong: bool) -> bool:
    unit = units[i]
    if _list_label(unit) is not None:
        return True
    if unit.aside or not unit.ends or unit.words < 6 or _TEASER.search(unit.text[-40:]):
        # a short line between paragraphs is no list: a subheading after one link, say
        return False if unit.aside or strong else _between_prose(units, i)
    if not strong:
        return True
    if not unit.prose:
        return False
    following = next_kept(units, i)
    return unit.words >= 30 or (following is not None and following.prose and not _TEASER.search(following.text[-40:]))


def _between_prose(units: list[Unit], i: int) -> bool:
    """A second unpunctuated line below a link label belongs to the report when prose follows it."""
    before = units[i - 1]
    following = next_kept(units, i)
    return _list_label(before) is None and following is not None and following.prose
