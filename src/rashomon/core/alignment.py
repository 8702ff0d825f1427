"""What is the same across the documents of one story: the hand-over from aligning to accounting."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.core.account import Citation, Party, Utterance
from rashomon.core.problem import Problem
from rashomon.core.reading import Event, Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One event of one document with the story-wide parties of its roles (party ids, None where open)."""

    document: str
    event: Event
    actor: str | None = None
    target: str | None = None
    voice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """The tellings of one claim over all documents, in order of document and place.

    `action` is the predicate class that they share; `figures` those that stand in the tellings' clauses.
    """

    id: str
    action: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Figures of several documents that count the same thing; `proposition` where they belong to one claim.

    Each figure stands with its document and, where the document gives its parts ("31 employees and four
    diplomats"), the figures that add up to it.
    """

    counts: str
    proposition: str | None
    figures: tuple[tuple[str, Figure, tuple[Figure, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneParty:
    """That a person decided that these names stand for one party; `decision` is its id."""

    decision: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotThatClaim:
    """That a person decided that what `report` tells is not the claim that the `others` tell."""

    decision: str
    report: Citation
    others: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """What people decided that alignment is held to."""

    one_party: tuple[OneParty, ...] = ()
    not_that_claim: tuple[NotThatClaim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The parties, utterances, propositions and counts of one story, and what could not be compared in full.

    `held` are the constraints that changed something: the id of each decision, and what it changed in words.
    """

    parties: tuple[Party, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    counts: tuple[Count, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: tuple[tuple[str, str], ...] = ()
