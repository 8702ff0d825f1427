"""The declared ways in which a digest names the reports that tell something: who tells it, how many, as what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from rashomon.core import Document, Status
from rashomon.core.marks import quoted
from rashomon.outlets import by_name

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
AS = {status: "under way" if status is Status.UNDERWAY else str(status) for status in Status}
"""How a status is named in "tells it as ..."."""
STATUS_OF = {words: status for status, words in AS.items()}
SAYS = {
    Status.DONE: "says it happened",
    Status.UNDERWAY: "says it is under way",
    Status.PLANNED: "says it is planned",
    Status.PROPOSED: "proposes it",
    Status.THREATENED: "threatens it",
    Status.REFUSED: "says it will not happen",
    Status.ALLEGED: "alleges it",
    Status.POSSIBLE: "says it is possible",
}
"""How somebody is said to tell "it" otherwise."""
SAY = {status: re.sub(r"^(\w+)s\b", r"\1", words) for status, words in SAYS.items()}
"""The same of several."""
SAID = {words: status for table in (SAYS, SAY) for status, words in table.items()}
SAYS_OTHERWISE = rf"\b(?:{'|'.join(SAID)}), according to "
"""A pattern of what somebody says of "it"."""


def number(count: int) -> str:
    """A count in words up to twelve."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def count_of(words: str) -> int:
    """The count that a word or its digits tell."""
    return NUMBERS.index(words.lower()) if words.lower() in NUMBERS else int(words)


def name_of(document: Document) -> str:
    """How a sentence names a report: by its outlet, or by the beginning of its headline."""
    from rashomon.account.titles import short

    if document.outlet:
        known = by_name(document.outlet)
        return known.name if known else document.outlet
    return f"the report “{short(document.headline or document.id, 40)}”"


def bare(name: str) -> str:
    """A name without its article."""
    return name[4:] if name[:4].lower() == "the " else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One part of a sentence: what is told, by which reports, as what.

    `kind` is `plain`, `tells` ("tells it as done"), `lays` ("X says it happened"),
    `rests` ("all five rest on what X said") or `gives` (a figure).
    `outlets` are the names given, `more` how many others are spoken of, `alone` that no other report does,
    `conditional` that they tell it "on a condition".
    """

    kind: str
    words: str
    outlets: tuple[str, ...] = ()
    more: int = 0
    alone: bool = False
    status: Status | None = None
    quoted: str | None = None
    count: int | None = None
    earlier: bool = False
    conditional: bool = False


class Frames:
    """Takes sentences apart by the outlets that they name."""

    def __init__(self, documents: Iterable[Document]) -> None:
        names = {name_of(d) for d in documents} | {d.outlet for d in documents if d.outlet}
        self._names = sorted({bare(n) for n in names}, key=lambda n: (-len(n), n))

    @cached_property
    def _outlets(self) -> str:
        one = f"(?:[Tt]he )?(?:{'|'.join(map(re.escape, self._names)) or '(?!)'})"
        count = f"(?:{'|'.join(NUMBERS[1:])}|\\d+)"
        return f"(?P<outlets>{one}(?:, {one})*(?:,? and {one})?)(?:,? and (?P<more>{count}) others?)?"

    @cached_property
    def _patterns(self) -> list[tuple[str, re.Pattern[str]]]:
        count = f"(?P<count>{'|'.join(NUMBERS[1:])}|\\d+)"
        status = f"(?P<status>{'|'.join(STATUS_OF)})"
        o = self._outlets
        return [
            (
                "tells",
                re.compile(
                    f"^(?:The reports differ: )?{o} (?P<alone>alone )?(?:tells?|ha(?:s|ve)) it as {status}"
                    "(?:(?::|, in the words) “(?P<quoted>.+)”)?$"
                ),
            ),
            ("tells", re.compile(f"^{o} tells? it (?P<conditional>on a condition)$")),
            ("lays", re.compile(f"^(?P<words>[^“”;]{{2,80}}?) (?P<said>{'|'.join(SAID)}), according to {o}$")),
            ("denies", re.compile(f"^(?P<words>[^“”;]{{2,80}}?) den(?:y|ies) it, according to {o}$")),
            (
                "rests",
                re.compile(
                    f"^all {count}(?: reports)?(?: of it)? rest on (?:what (?P<words>.+?) said|that one statement)$",
                    re.IGNORECASE,
                ),
            ),
            (
                "gives",
                re.compile(
                    f"^(?:The reports differ on the (?:number|amount) of (?P<counts>.+?): )?{o} "
                    "(?:gives?|(?P<earlier>earlier gave)) (?P<words>.+)$"
                ),
            ),
            ("plain", re.compile(f"^(?P<words>.+?), according to (?:{o}|all {count} reports)$")),
            ("plain", re.compile(f"^According to (?:{o}|all {count} reports), (?P<words>.+)$")),
            ("plain", re.compile(f"^{o} (?P<alone>alone )?(?:reports?|says?|writes?)(?: that)? (?P<words>.+)$")),
        ]

    def statements(self, text: str) -> list[Statement]:
        """The parts of a sentence, in order."""
        found = []
        counts = ""
        for part in parts(text):
            statement = self._statement(part)
            if statement.kind == "gives":
                head, _, rest = statement.words.partition("\n")
                counts, words = (head, rest) if rest else (counts, head)
                statement = replace(statement, words=words, quoted=counts)
            found.append(statement)
        return found

    def _statement(self, part: str) -> Statement:
        for kind, pattern in self._patterns:
            match = pattern.match(part)
            if match is None:
                continue
            given = match.groupdict()
            words = given.get("words") or ""
            if given.get("counts"):
                words = f"{given['counts']}\n{words}"
            return Statement(
                kind=kind,
                words=words,
                outlets=tuple(self._listed(given.get("outlets") or "")),
                more=count_of(given["more"]) if given.get("more") else 0,
                alone=bool(given.get("alone")),
                status=STATUS_OF[given["status"]] if given.get("status") else SAID.get(given.get("said") or ""),
                quoted=given.get("quoted"),
                count=count_of(given["count"]) if given.get("count") else None,
                earlier=bool(given.get("earlier")),
                conditional=bool(given.get("conditional")),
            )
        return Statement(kind="plain", words=part)

    def _listed(self, words: str) -> list[str]:
        found = []
        while words:
            name = next((n for n in self._names if bare(words).startswith(n)), None)
            if name is None:
                break
            found.append(name)
            words = re.sub(r"^,? and |^, ", "", bare(words)[len(name) :])
        return found

    def named(self, text: str) -> list[str]:
        """The outlets named anywhere in a text, outside quotation marks."""
        marks = quoted(text)
        return [
            n
            for n in self._names
            for m in re.finditer(rf"(?<!\w){re.escape(n)}(?!\w)", text)
            if not any(q.start <= m.start() < q.end for q in marks)
        ]


def parts(text: str) -> list[str]:
    """A sentence at its semicolons, those between quotation marks aside; the last point taken off."""
    marks = quoted(text)
    cuts = [i for i, c in enumerate(text) if c == ";" and not any(q.start <= i < q.end for q in marks)]
    edges: Sequence[int] = [-1, *cuts, len(text)]
    found = [text[a + 1 : b].strip() for a, b in pairwise(edges)]
    return [p.removesuffix(".") if p.endswith(".") and i == len(found) - 1 else p for i, p in enumerate(found) if p]
