"""One way to ask, whatever store answers.

    harbour strike              both words
    "harbour strike"            the words beside each other
    harb*                       words that begin so
    -strike                     not that word
    harbour OR port             either; OR binds closer than the space
    status:denied               by field; values of several words in marks: party:"Ana Norlo"
    since:2031-05-01            from the beginning of that day (or minute) on; until: to its end

A question is parsed once into clauses that must all hold. Each is a choice of phrases of words, so that an engine only
has to look up words; `words.py` makes the words of what is stored in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from rashomon.core import RashomonError, Standing, Status
from rashomon.core.reading import Form
from rashomon.stores.words import DATED, GREATEST, MARK, earliest_key, folded, headed, marked, named


class QueryError(RashomonError):
    """A question that cannot be understood; the message says where and what can be asked."""


class FieldError(QueryError):
    """A field that this kind of thing cannot be asked by."""

    def __init__(self, told: str, field: str) -> None:
        """Take the message, and the field."""
        super().__init__(told)
        self.field = field


class Sought(StrEnum):
    """What a question is about."""

    CLAIMS = "claims"
    QUOTATIONS = "quotations"
    FIGURES = "figures"
    DOCUMENTS = "documents"


NAMES = frozenset({"party", "actor", "target", "speaker", "voice", "outlet", "unit", "code", "language"})
"""Fields whose values are words: any part of the name finds it."""
IDS = frozenset({"story", "document"})
"""Fields whose values are compared to the letter."""
WORDS: dict[str, frozenset[str]] = {
    "status": frozenset(Status),
    "standing": frozenset(Standing),
    "form": frozenset(Form),
}
"""Fields with declared values."""
CODES = frozenset(
    """
    ACCUSE AGREE AID ASSAULT COERCE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST SANCTION SUPPORT THREATEN YIELD
    """.split()
)
"""The PLOVER event types that reading gives."""
TIMES = ("since", "until")
FIELDS: dict[Sought, frozenset[str]] = {
    Sought.CLAIMS: frozenset(
        {*TIMES, *IDS, "party", "actor", "target", "voice", "outlet", "code", "status", "standing"}
    ),
    Sought.QUOTATIONS: frozenset({*TIMES, *IDS, "party", "speaker", "outlet", "form"}),
    Sought.FIGURES: frozenset({*TIMES, *IDS, "outlet", "unit", "standing"}),
    Sought.DOCUMENTS: frozenset({*TIMES, "document", "outlet", "language"}),
}
"""Which fields each kind of thing can be asked by."""
TOGETHER = ("voice", "outlet")
"""Fields of a report that, asked together with a status, must hold of one and the same report."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand beside each other; with `prefix` the last is the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = False

    @property
    def head(self) -> str | None:
        """The one word by which an index finds the beginning of a word; None where this is none, or too long."""
        return headed(self.words[0]) if self.prefix and len(self.words) == 1 else None


@dataclass(frozen=True, slots=True)
class Clause:
    """One of the phrases must stand there; or, `excluded`, none of them may."""

    phrases: tuple[Phrase, ...]
    excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question, parsed: all clauses hold, and the time lies in `[since, until)`."""

    sought: Sought
    clauses: tuple[Clause, ...] = ()
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A word, phrase or field as it was written."""

    field: str | None
    value: str
    excluded: bool
    prefix: bool


_PIECE = re.compile(
    r"""\s*(?P<minus>-)?(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)(?P<close>"?)|(?P<word>[^\s"]+))""", re.VERBOSE
)


def parse(text: str, sought: Sought) -> Query:
    """What is asked.

    Raises:
        QueryError: an unknown field or value, a time that is none, marks that do not close, OR with nothing beside it.
    """
    clauses: list[tuple[list[_Piece], bool]] = []
    since = until = None
    choice = False
    for piece in _pieces(text):
        if piece is None:
            if choice or not clauses:
                raise QueryError("OR stands between two things: write `harbour OR port`")
            choice = True
            continue
        if piece.field in TIMES:
            if choice or piece.excluded:
                raise QueryError(f"{piece.field}: holds for the whole question and stands alone")
            begin, end = _moment(piece.value)
            since, until = (begin, until) if piece.field == "since" else (since, end)
            continue
        _check(piece, sought)
        if choice:
            if piece.excluded or clauses[-1][1]:
                raise QueryError("OR and - do not go together: write `harbour -strike -walkout`")
            clauses[-1][0].append(piece)
        else:
            clauses.append(([piece], piece.excluded))
        choice = False
    if choice:
        raise QueryError("OR stands between two things: write `harbour OR port`")
    return Query(sought=sought, clauses=_clauses(clauses), since=since, until=until)


def with_ids(text: str, whole: Callable[[str, str], str]) -> str:
    """The text of a question with the ids in it as `whole` gives them, by field and what was written there.

    What cannot be understood stays as it is: `parse` says why.
    """
    found = []
    for match in _PIECE.finditer(text):
        field = (match["field"] or "").lower()
        value = match["phrase"] if match["phrase"] is not None else match["word"]
        if field in IDS and value.strip():
            found.append((match, field, value))
    for match, field, value in reversed(found):
        start, end = match.start("field"), match.end()
        text = f'{text[:start]}{field}:"{whole(field, value)}"{text[end:]}'
    return text


def _pieces(text: str) -> Iterator[_Piece | None]:
    """The pieces of a question in order; None for OR."""
    at, end = 0, len(text.rstrip())
    while at < end:
        found = _PIECE.match(text, at)
        if found is None:  # a mark at the end, or a minus alone
            raise QueryError(f'“{text[at:].strip()}” cannot be understood; a phrase stands in marks: "harbour strike"')
        at = found.end()
        if found["phrase"] is not None and not found["close"]:
            raise QueryError(f'the marks do not close: "{found["phrase"]}; write "{found["phrase"].strip()}"')
        if found["word"] == "OR" and not found["minus"] and not found["field"]:
            yield None
            continue
        word = found["word"] or ""
        yield _Piece(
            field=found["field"].lower() if found["field"] else None,
            value=found["phrase"] if found["phrase"] is not None else word,
            excluded=bool(found["minus"]),
            prefix=word.endswith("*"),
        )


def _check(piece: _Piece, sought: Sought) -> None:
    field = piece.field
    if field is None:
        if piece.value[-1:] == ":" and piece.value[:-1].lower() in FIELDS[sought]:
            raise QueryError(f"{piece.value} says nothing; write the value behind the colon, as in {piece.value}VALUE")
        return
    if field not in FIELDS[sought]:
        known = ", ".join(sorted(FIELDS[sought]))
        raise FieldError(
            f"{sought} cannot be asked by {field!r}; they can by {known} (a colon in a text: put it in marks)", field
        )
    if not piece.value.strip():
        raise QueryError(f"{field}: says nothing; write the value behind the colon, as in {field}:VALUE")
    if field == "code" and piece.value.strip().upper() not in CODES:
        raise QueryError(f"code is a PLOVER event type, one of {', '.join(sorted(CODES))}, not {piece.value!r}")
    if field in WORDS and piece.value.lower() not in WORDS[field]:
        raise QueryError(f"{field} is one of {', '.join(sorted(WORDS[field]))}, not {piece.value!r}")


def _clauses(written: list[tuple[list[_Piece], bool]]) -> tuple[Clause, ...]:
    """Clauses of phrases; a status and a voice or outlet asked beside it become what one report must have."""
    alone = {
        p.field: p.value.lower() for pieces, excluded in written if len(pieces) == 1 and not excluded for p in pieces
    }
    status = alone.get("status")
    made: list[Clause] = []
    for pieces, excluded in written:
        lone = len(pieces) == 1 and not excluded
        within = status if lone and status and pieces[0].field in TOGETHER else None
        phrases = tuple(phrase for piece in pieces if (phrase := _phrase(piece, within)).words)
        if phrases:  # what has no letter or digit in it asks nothing
            made.append(Clause(phrases, excluded))
    return tuple(made)


def _phrase(piece: _Piece, within: str | None) -> Phrase:
    field, value = piece.field, piece.value
    if field is None:
        return Phrase(tuple(folded(value)), piece.prefix)
    if field in IDS:
        return Phrase((named(field, value),))
    return Phrase(tuple(marked(f"{within}{MARK}{field}" if within else field, value)), piece.prefix)


def _moment(value: str) -> tuple[datetime, datetime]:
    """The beginning and the end of a day or minute; without a zone it is in UTC.

    Raises:
        QueryError: it is neither.
    """
    try:
        begin = datetime.fromisoformat(value)
    except ValueError:
        raise QueryError(f"{value!r} is no time; write since:2031-05-01 or since:2031-05-01T13:30") from None
    length = timedelta(days=1) if len(value) <= len("2031-05-01") else timedelta(minutes=1)
    begin = (begin if begin.tzinfo else begin.replace(tzinfo=UTC)).astimezone(UTC).replace(second=0, microsecond=0)
    try:
        return begin, begin + length
    except OverflowError:
        return begin, datetime.max.replace(tzinfo=UTC)


def holds(clause: Clause, words: str) -> bool:
    """Whether a clause holds of the words of a row, as `words.indexed` gives them: what every engine must answer."""
    padded = f" {words} "
    found = any(f" {' '.join(p.words)}" + ("" if p.prefix else " ") in padded for p in clause.phrases)
    return found is not clause.excluded


LOOKED_THROUGH = 50_000
"""So many rows are looked through at once by a question that only says what may not stand there."""


def looks_through(query: Query) -> bool:
    """Whether a question names nothing that must be there, so that every row may have to be looked through."""
    return bool(query.clauses) and all(clause.excluded for clause in query.clauses)


def key_range(query: Query, before: int | None) -> tuple[int, int]:
    """The keys `[low, high)` among which the answers lie; what has no date is in no stretch of time."""
    low = earliest_key(query.since) if query.since else DATED if query.until else 0
    high = earliest_key(query.until) if query.until else GREATEST
    return low, high if before is None else min(high, before)
