"""What came of people's decisions where they were laid over a result: effects in words, and decisions without one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rashomon.core import Decision, Problem

STAGE = "decide"

OVERRULED = "decision-overruled"
"""A later decision says otherwise."""
WITHOUT_EFFECT = "decision-without-effect"
"""The result is the same without it."""
LOST = "decision-lost"
"""What it names is not here any more."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Of each decision by its id: what it changed, or why it changed nothing; it is filled while they are laid over."""

    effects: dict[str, str] = field(default_factory=dict)
    problems: dict[str, list[Problem]] = field(default_factory=dict)

    def effect(self, decision: Decision, words: str) -> None:
        """It changed this, among what it changed before."""
        before = self.effects.get(decision.id)
        self.effects[decision.id] = words if before is None or words in before else f"{before}; {words}"

    def overruled(self, decision: Decision, later: Iterable[Decision]) -> None:
        """Later decisions say otherwise."""
        by = ", ".join(f"{each.id} ({each.kind}, {each.by})" for each in later)
        self._name(decision, OVERRULED, f"is overruled by a later one: {by}")

    def without_effect(self, decision: Decision, why: str) -> None:
        """The result is the same without it."""
        self._name(decision, WITHOUT_EFFECT, f"changes nothing any more: {why}")

    def lost(self, decision: Decision, what: str, *, document: str | None = None) -> None:
        """What it names is not here any more."""
        self._name(decision, LOST, f"names what is not here any more: {what}", document=document)

    def _name(self, decision: Decision, code: str, words: str, *, document: str | None = None) -> None:
        message = f"the decision {told(decision)} {words}"
        problem = Problem(stage=STAGE, code=code, message=message, document=document)
        known = self.problems.setdefault(decision.id, [])
        if problem not in known:
            known.append(problem)

    def add(self, other: Findings) -> None:
        """Take over what was found elsewhere."""
        self.effects.update(other.effects)
        for decision, problems in other.problems.items():
            known = self.problems.setdefault(decision, [])
            known += [problem for problem in problems if problem not in known]

    @property
    def named(self) -> frozenset[str]:
        """The decisions of which something was found."""
        return frozenset(self.effects.keys() | self.problems.keys())


def told(decision: Decision) -> str:
    """A decision in a message: its kind, who, and the day."""
    return f"{decision.id} ({decision.kind.value}, by {decision.by} on {decision.at.date().isoformat()})"


def kept(findings: Findings, wanted: Mapping[str, Decision]) -> tuple[Problem, ...]:
    """The problems of these decisions, in their order."""
    return tuple(problem for name in wanted for problem in findings.problems.get(name, ()))
