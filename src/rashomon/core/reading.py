"""What reading finds in one document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.core.problem import Problem
from rashomon.core.span import Span


class Kind(StrEnum):
    """What sort of thing a name stands for."""

    PERSON = "person"
    BODY = "body"
    """An organisation, government, outlet, court, company."""
    PLACE = "place"
    PEOPLE = "people"
    """A nationality or group ("Russian diplomats", "the families")."""
    THING = "thing"


class Form(StrEnum):
    """How reported speech stands in the text."""

    DIRECT = "direct"
    BLOCK = "block"
    MIXED = "mixed"
    INDIRECT = "indirect"
    HEADLINE = "headline"


class Status(StrEnum):
    """What a passage says of a happening; never whether it is true."""

    DONE = "done"
    UNDERWAY = "underway"
    PLANNED = "planned"
    PROPOSED = "proposed"
    THREATENED = "threatened"
    REFUSED = "refused"
    DENIED = "denied"
    ALLEGED = "alleged"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """A phrase that stands for somebody or something.

    `span` is the phrase (the noun phrase without its relative clauses), `name` the fullest name that the
    document gives for the same party, or the phrase itself where it has no name. `head` is the lower-case
    lemma of its head word, `modifiers` the lower-case lemmas of the content words before and after the head
    in the phrase (adjectives, compounds, numbers left out), in text order.
    """

    span: Span
    name: str
    kind: Kind = Kind.THING
    head: str = ""
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name, role phrase or pronoun as it stands in the text; `name` is the fullest name of its party."""

    span: Span
    name: str
    kind: Kind
    form: str
    """`name`, `role` ("the foreign minister") or `pronoun`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One occurrence of reported speech; `span` is its content, without quotation marks.

    `cue` is the word that reports it ("said", "according to"), with its lemma. A quotation broken by its cue
    ("...," he said, "...") is two quotations, the second with `continues` set to the id of the first.
    """

    id: str
    span: Span
    form: Form
    cue: Span | None = None
    cue_lemma: str | None = None
    speaker: Referent | None = None
    continues: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """The word or words that name the happening; `lemma` with its particle ("throw out")."""

    span: Span
    lemma: str
    form: str = "verb"
    """`verb`, `noun` ("the expulsion"), `light` ("issued an order") or `adjective`."""


GRANTED = "cleft: taken for granted, whoever did it"
"""The step of what a cleft takes it that somebody did, beside the event that denies it of whom it rules out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did, will do, or did not do what to whom, as one clause tells it.

    `span` is the clause, `sentence` the whole sentence. `voice` is the party to whom the passage lays it,
    None where the outlet says it itself. `others` are further roles by preposition (`("from", referent)`).
    `why` names the steps by which the status was reached ("say: voice", "will + not: refused"), outermost first.
    `code` is a PLOVER event type in upper case, or None. `quotation` is the id of the innermost quotation that
    holds the predicate. `figures` and `time` are the places of those figures and of that moment among the reading's.
    """

    id: str
    span: Span
    sentence: Span
    predicate: Predicate
    status: Status
    why: tuple[str, ...] = ()
    actor: Referent | None = None
    target: Referent | None = None
    others: tuple[tuple[str, Referent], ...] = ()
    voice: Referent | None = None
    code: str | None = None
    quotation: str | None = None
    figures: tuple[Span, ...] = ()
    time: Span | None = None
    place: Referent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with what it counts.

    `value` is None for a vague figure ("dozens"), of which `low` and `high` are the least and the most it can fairly
    stand for; `high` is also the upper end of a range. `bound` is `exact`, `about`, `at least`, `at most`, `range`,
    `vague` or `equal` ("an equal number"). `unit` is a unit or currency code ("percent", "USD", "hour"), `share` for
    a part of a whole in [0, 1] ("a third of") or `times` for a factor ("doubled"); `counts` the counted noun phrase
    ("Norland diplomats") and `head` its lemma.
    """

    span: Span
    value: float | None
    low: float | None = None
    high: float | None = None
    bound: str = "exact"
    unit: str | None = None
    counts: str | None = None
    counts_span: Span | None = None
    head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time named in the text.

    `value` is ISO 8601 as far as it is known ("2016-12-29", "2001", "2016-12-30T13:31:00+00:00", an interval
    "1990/1999"), None where it cannot be resolved; `precision` is `minute`, `hour`, `day`, `week`, `month`, `year`,
    `decade`, `century`, `duration` or `unknown`.
    """

    span: Span
    value: str | None
    precision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything read in one document.

    `models` names the versions of what read it; `degraded` says that no parser did.
    """

    document: str
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Moment, ...] = ()
    problems: tuple[Problem, ...] = ()
    models: tuple[str, ...] = ()
    degraded: bool = False
