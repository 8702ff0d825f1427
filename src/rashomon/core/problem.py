"""Faults found in the input, as values with a place."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.core.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something an editor or developer should know of: what, where, and in which stage it was seen.

    `code` is a stable kebab-case word (`empty`, `not-text`, `headline-quotation-absent`); `message` a sentence
    for people. `address` names the input where no document came of it. A `fatal` problem is the reason why
    an input gave no document.
    """

    stage: str
    code: str
    message: str
    document: str | None = None
    span: Span | None = None
    address: str | None = None
    fatal: bool = False
