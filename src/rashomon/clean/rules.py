"""The declared patterns of furniture, read from `furniture.toml` on first use and joined by scope and reason."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

SCOPES = frozenset({"unit", "opening", "closing", "label", "tail", "list", "link", "keep", "section"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """All patterns of one scope with the same reason; `words` is the longest paragraph that goes as a whole.

    `needs` are strings in small letters of which every match of the patterns holds one; none where nothing is known.
    """

    reason: str
    scope: str
    pattern: re.Pattern[str]
    words: int
    needs: tuple[str, ...] = ()

    def may_close(self, lowered: str) -> bool:
        """Whether words, in small letters, hold one of the strings that a match needs."""
        return not self.needs or any(need in lowered for need in self.needs)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule in the order of the file; the first that matches gives the reason."""
    declared = tomllib.loads(resources.files(__package__).joinpath("furniture.toml").read_text(encoding="utf-8"))
    return tuple(_rule(row) for row in declared["rule"])


@cache
def rules_for(scope: str) -> tuple[Rule, ...]:
    """The rules of one scope."""
    return tuple(r for r in rules() if r.scope == scope)


def _rule(row: dict[str, object]) -> Rule:
    scope, patterns, words, needs = row["scope"], row["patterns"], row.get("words", 60), row.get("needs", [])
    if not (isinstance(patterns, list) and isinstance(needs, list) and isinstance(words, int)) or scope not in SCOPES:
        raise ValueError(f"a rule of furniture.toml is badly formed: {row.get('reason')}")
    joined = "|".join(f"(?:{p})" for p in patterns)
    closes = scope in {"closing", "tail"}
    return Rule(
        reason=str(row["reason"]),
        scope=str(scope),
        pattern=re.compile(rf"(?:{joined})\s*\Z" if closes else rf"(?:{joined})", re.IGNORECASE | re.DOTALL),
        words=words,
        needs=tuple(needs),
    )
