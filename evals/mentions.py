"""Event mentions that labels give, as the frames of the ledger: what the decision on pairs is fitted and measured on.

A mention is the event that the reading has at its head word; where the reading has none there (a noun without anyone
in it, a state, a verb of speech), the event is made of the same parse by the same rules for roles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from evals.labelled import Labelled, ready
from rashomon.align.frames import Frame, frames_of
from rashomon.align.parties import Parties
from rashomon.align.sides import affiliations
from rashomon.align.whereabouts import told_around
from rashomon.core import Document, Event, Passage, Predicate, Reading, Referent, Role, Span, Status, content_id
from rashomon.read.events_clauses import clause_of
from rashomon.read.events_found import Found, lemma_with_particle
from rashomon.read.events_roles import roles_of
from rashomon.read.parse import Sentence, parse
from rashomon.read.phrases import modifiers_of, noun_phrase

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

WITHIN_ONE = "INTRA_"
"""How the chain of a mention begins that no other document has."""

MARKS = {"``": ('"',), "''": ('"',)}
"""How quotation marks among the tokens stand in the text."""


@dataclass(frozen=True, slots=True)
class Given:
    """A mention that the labels give: its document's story, its chain (None where no other document has it), its frame.

    `lemma` is that of its head word, by which the baseline goes.
    """

    story: str
    chain: str | None
    lemma: str
    frame: Frame


@dataclass(frozen=True, slots=True)
class Topic:
    """The documents of one topic with the mentions in them; two happenings of one kind stand in each."""

    name: str
    documents: tuple[Document, ...]
    mentions: tuple[Given, ...]


def topics(labelled: Labelled, name: str) -> Iterator[Topic]:
    """The topics of a file, one after the other."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in labelled.rows(name):
        rows[str(row["topic"])].append(row)
    for topic, those in rows.items():
        yield topic_of(topic, those, labelled)


def topic_of(name: str, rows: Sequence[dict[str, Any]], labelled: Labelled) -> Topic:
    """Read the documents of a topic and find the mentions in them."""
    documents = [document for row in rows if (document := ready(row["text"], row=row)) is not None]
    readings = {d.id: labelled.read(d) for d in documents}
    parties = Parties(list(readings.values()))
    sides = affiliations({d.id: d for d in documents}, parties)
    beside = told_around(documents)
    found: list[Given] = []
    for row, document in zip(rows, documents, strict=True):
        marked = [(m, places) for m in row["mentions"] if (places := _places(m, row)) is not None]
        heads = _heads(document, [places for _, places in marked], labelled.pipeline.reader.nlp)
        events = [_event(head, readings[document.id]) for head in heads]
        reading = replace(readings[document.id], events=tuple(e for e in events if e is not None))
        frames = iter(frames_of(document, reading, parties, sides, beside=beside))
        for (mention, _), head, event in zip(marked, heads, events, strict=True):
            if head is None or event is None:
                continue
            chain = mention["chain"]
            found.append(
                Given(
                    story=row["story"],
                    chain=None if chain is None or chain.startswith(WITHIN_ONE) else chain,
                    lemma=head.token.lemma_.lower(),
                    frame=next(frames),
                )
            )
    return Topic(name=name, documents=tuple(documents), mentions=tuple(found))


def _places(mention: dict[str, Any], row: dict[str, Any]) -> list[Span] | None:
    """Where the words of an event mention stand; None for mentions of other things and in sentences not annotated."""
    if "ACTION" not in mention["type"] or mention["sentence"] not in row["validated_sentences"]:
        return None
    spans = token_places(row)
    return [spans[number] for number in mention["tokens"]]


def token_places(row: dict[str, Any]) -> list[Span]:
    """Where each of a row's tokens stands in its text; an address that the text leaves out has places of no length."""
    text = row["text"]
    left_out = max(row["token_sentence"], default=0) - text.count("\n")
    found: list[Span] = []
    at = 0
    for token, sentence in zip(row["tokens"], row["token_sentence"], strict=True):
        places = (
            [(text.find(word, at), word) for word in (token, *MARKS.get(token, ()))] if sentence >= left_out else []
        )
        start, word = min((place for place in places if place[0] >= 0), default=(at, ""))
        at = start + len(word)
        found.append(Span(start, at))
    return found


@dataclass(frozen=True, slots=True)
class Head:
    """The head word of a mention in the parse of its sentence."""

    token: Token
    sentence: Sentence


def _heads(document: Document, mentions: Sequence[list[Span]], nlp: Language) -> list[Head | None]:
    """The head word of each mention; only the lines with mentions are parsed."""
    lines = {_line(document.text, places[0]): None for places in mentions}
    passages = tuple(Passage(span=line, role=Role.PARAGRAPH) for line in sorted(lines))
    parsed = parse(replace(document, passages=passages, headline_span=None), nlp)
    heads: list[Head | None] = []
    for places in mentions:
        sentence = parsed.at(places[0])
        inside = [t for t in sentence.doc if any(sentence.place(t).touches(p) for p in places)] if sentence else []
        tops = [t for t in inside if t.head == t or t.head not in inside]
        heads.append(Head(tops[0], sentence) if tops and sentence is not None else None)
    return heads


def _line(text: str, place: Span) -> Span:
    end = text.find("\n", place.start)
    return Span(text.rfind("\n", 0, place.start) + 1, len(text) if end < 0 else end)


def _event(head: Head | None, reading: Reading) -> Event | None:
    """The reading's event at a head word, or one made of the parse."""
    if head is None:
        return None
    place = head.sentence.place(head.token)
    at = [e for e in reading.events if e.predicate.span.touches(place)]
    if at:
        return min(at, key=lambda e: len(e.predicate.span))
    verbal = head.token.pos_ in {"VERB", "AUX"}
    lemma = lemma_with_particle(head.token) if verbal else head.token.lemma_.lower()
    found = Found(head.token, lemma, "verb" if verbal else "noun")
    roles = roles_of(found)
    actor, target = (_referent(token, head.sentence, reading) for token in (roles.actor, roles.target))
    sentence = next((s for s in reading.sentences if s.covers(place)), head.sentence.span)
    return Event(
        id=content_id("event", reading.document, place.part, place.start, place.end),
        span=head.sentence.place(clause_of(found)),
        sentence=sentence,
        predicate=Predicate(span=place, lemma=lemma, form=found.form),
        status=Status.DONE,
        actor=actor,
        target=target,
    )


def _referent(token: Token | None, sentence: Sentence, reading: Reading) -> Referent | None:
    """Who or what fills a role: the party that the reading has there, else the phrase as it stands."""
    if token is None:
        return None
    place = sentence.place(token)
    phrase = noun_phrase(token)
    named = min((m for m in reading.mentions if m.span.covers(place)), key=lambda m: len(m.span), default=None)
    more = {} if named is None else {"kind": named.kind}
    return Referent(
        span=sentence.place(phrase),
        name=phrase.text if named is None else named.name,
        head=token.lemma_.lower(),
        modifiers=modifiers_of(token),
        **more,
    )
