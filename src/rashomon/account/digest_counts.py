"""Counts that a digest must not tell: parts as the whole, and what later reports have overtaken."""

from __future__ import annotations

import re
from functools import cached_property

from rashomon.account.digest import Material
from rashomon.account.digest_extracted import sentence_text
from rashomon.account.verify_tellers import Borne, deed_of
from rashomon.core import Citation, DigestSentence, Status
from rashomon.core.alignment import Telling
from rashomon.core.words import stem

HOUR = r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|o['’]clock\b)|\d{1,2}:\d\d\b"
SO_FAR = re.compile(
    rf"\b(?:(?:so far|up to now|until now|for now|as of)\b|by (?:(?:noon|midday|midnight)\b|{HOUR}))", re.IGNORECASE
)
"""Words that tell a state of things as that of one hour; "by 2 points" names none."""
HAPPENED = frozenset({Status.DONE, Status.UNDERWAY})


class Counts:
    """Knows which counts of one story are parts, and which are old."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._wholes = [(v.sum_of, set(v.reports)) for line in material.figures for v in line.values if v.sum_of]
        """The parts that add up to a whole, with the places where these and the whole are told."""

    def misleading(self, borne: Borne, t: Telling) -> bool:
        """Whether a proposition would tell a part as the whole, or an old count as the last."""
        return self._part_of_a_whole(borne, t) or self._replaced(borne, t) or self._overtaken(t)

    def is_old(self, sentence: DigestSentence) -> bool:
        """Whether a report's own sentence tells a state of things that a later report has overtaken."""
        first = sentence.citations[0]
        told = (t for claim in sentence.claims for t in self._material.tellings[claim])
        return any(self._overtaken(t) for t in told if (t.document, t.event.sentence) == (first.document, first.span))

    def _part_of_a_whole(self, borne: Borne, t: Telling) -> bool:
        """Whether a proposition gives some parts of a sum and not all."""
        for addends, reports in self._wholes:
            here = [f.value for f in borne.figures if Citation(document=t.document, span=f.span) in reports]
            parts = [value for value in here if value in addends]
            if parts and len(parts) < len(addends):
                return True
        return False

    def _replaced(self, borne: Borne, t: Telling) -> bool:
        """Whether a proposition gives a count that later reports have replaced."""
        for line in self._material.figures:
            if line.relation != "update":
                continue
            last = max(v.figure.value or 0.0 for v in line.values)
            held = {c for v in line.values if (v.figure.value or 0.0) < last for c in v.reports}
            if any(Citation(document=t.document, span=f.span) in held for f in borne.figures):
                return True
        return False

    def _overtaken(self, t: Telling) -> bool:
        """Whether a telling gives a count "so far", and a later report tells the same deed with a count of its own."""
        counted = self._counted(t)
        if not counted or not SO_FAR.search(sentence_text(t, self._material.documents)):
            return False
        mine, target = self._material.documents[t.document].published_at, t.event.target
        if mine is None or target is None:
            return False
        of_one = self._material.verifier.tellers.of_one
        for other in self._happened.get(deed_of(t.event), ()):
            at = self._material.documents[other.document].published_at
            if at is None or at <= mine or other.event.target is None or not of_one(target, other.event.target):
                continue
            if counted & self._counted(other):
                return True
        return False

    def _counted(self, t: Telling) -> set[tuple[str | None, str]]:
        """What a telling's clause gives a figure for: units, and the heads of what is counted."""
        figures = self._material.readings[t.document].figures
        return {(f.unit, stem(f.head)) for f in figures if f.span in t.event.figures}

    @cached_property
    def _happened(self) -> dict[str, list[Telling]]:
        """What is told to have happened, by the class of the deed."""
        found: dict[str, list[Telling]] = {}
        for told in self._material.tellings.values():
            for t in told:
                if t.event.status in HAPPENED:
                    found.setdefault(deed_of(t.event), []).append(t)
        return found
