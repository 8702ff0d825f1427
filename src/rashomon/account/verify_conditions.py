"""On which condition a report tells something: what hangs on one may not be told without it.

"Orsk will close the bridge if the river rises" is told by nobody who leaves out the river. Conditions are found by the
words that open them and, where a verb before its subject does ("should the river rise"), by what was read behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rashomon.core import Document, Event, Reading, Span, Status
from rashomon.core.words import key_stems, words

OPENERS = re.compile(
    r"\b(?:(?<!even )(?<!as )if|unless|on (?:the )?condition that|in the event (?:that|of)|in case of"
    r"|provid(?:ed|ing) that|assuming that|supposing that)\b",
    re.IGNORECASE,
)
"""Words that open a condition wherever they stand; "even if" and "as if" open none."""
BEFORE_A_CLAUSE = re.compile(
    r"\b(?:provided|providing|assuming|supposing|in case|(?:as|so) long as|should)\b", re.IGNORECASE
)
"""Words that open one where a clause with its subject follows: not "provided food", not "should close"."""
INVERTED = re.compile(
    r"(?:(?:^|(?<=[,;:“\"—–])|\bthat,?)\W*|\b(?:would|could|might) have (?:[\w’'-]+ ){1,6})(?P<opener>had|were)\b",
    re.IGNORECASE,
)
"""Verbs that open one before their subject: at the head of a clause, or behind the unreal that follows from it."""
ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|know|knows|knew|see|clear|unclear|sure|unsure|doubts?|doubted)"
    r"(?: (?!to\b)[\w’'.-]+){0,3} $",
    re.IGNORECASE,
)
"""What stands before an "if" that means "whether"."""
SUBJECT = re.compile(
    r"\s+(?:the|an?|any|this|that|these|those|its|his|her|their|our|no|more|he|she|it|they|we|you|I|there)\b"
    r"|\s+[A-Z][a-z]"
)
"""How a subject begins; other subjects are known by what was read."""
UNREAL = re.compile(r"\b(?:would|could|might)\b")
OPEN_VERB = re.compile(
    r"\b(?:will|would|shall|should|can|cannot|could|may|might|must|do|does|to)\b|n['’]t\b|['’]ll\b", re.IGNORECASE
)
"""Words before a verb by which it may hang on a condition; what is told as past without one does not."""
TOLD_AS_SUCH = frozenset({Status.DONE, Status.UNDERWAY, Status.DENIED, Status.ALLEGED})
END = re.compile(r"(?<!\d)[,;:](?=\s|$)|[,;:](?!\d)|[”\"]|\s[—–-]\s|[.!?]+[”\"’']*$")
NEAR_CHARS = 4
"""How far behind the opening words the clause of a condition was read to begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition within a sentence: its place, and the words that open it."""

    span: Span
    opener: str
    text: str

    @property
    def key(self) -> tuple[bool, frozenset[str]]:
        """By what two conditions are the same: the words that carry meaning, and whether it is the exception."""
        return self.opener == "unless", frozenset(key_stems(self.text[len(self.opener) :]))

    def carried_by(self, text: str) -> bool:
        """Whether a text has the condition, opened by the same words."""
        said = words(text)
        opened = all(w in said for w in words(self.opener))
        return opened and self.key[1] <= set(key_stems(text))


@dataclass(kw_only=True)
class Conditions:
    """Finds the conditions of one story's sentences; each sentence is gone through once."""

    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]
    _kept: dict[tuple[str, Span], tuple[Condition, ...]] = field(default_factory=dict)

    def of(self, document: str, event: Event) -> tuple[Condition, ...]:
        """The conditions on which a document tells a happening."""
        text = self.documents[document].part(event.span.part)
        return tuple(c for c in self.within(document, event.sentence) if _hangs(event, c, text))

    def within(self, document: str, sentence: Span) -> tuple[Condition, ...]:
        """All conditions of a sentence."""
        key = document, sentence
        if key not in self._kept:
            text = self.documents[document].part(sentence.part)
            events = [e for e in self.readings[document].events if sentence.covers(e.predicate.span)]
            self._kept[key] = tuple(_found(text, sentence, events))
        return self._kept[key]

    def left_out(self, text: str, document: str, events: Iterable[Event]) -> Condition | None:
        """A condition on which a document tells one of these, and which the text has not."""
        return next((c for e in events for c in self.of(document, e) if not c.carried_by(text)), None)

    def alike(self, left: Iterable[Condition], right: Iterable[Condition]) -> bool:
        """Whether something hangs on the same conditions here and there, on none too."""
        return {c.key for c in left} == {c.key for c in right}


def _found(text: str, sentence: Span, events: list[Event]) -> Iterator[Condition]:
    line = text[sentence.start : sentence.end]
    asks = line.rstrip("”\"’' ").endswith("?")
    for start, end in sorted(_openers(line, sentence, events)):
        opener = line[start:end].lower()
        if asks and opener in {"should", "had", "were"}:
            continue  # a question has its verb before its subject too
        close = END.search(line, end)
        stop = close.start() if close else len(line)
        read = [e for e in events if sentence.start + start <= e.span.start <= sentence.start + end + NEAR_CHARS]
        stop = max([stop, *(e.span.end - sentence.start for e in read)])
        words_ = " ".join(line[start:stop].split())
        yield Condition(
            span=Span(sentence.start + start, sentence.start + stop, sentence.part), opener=opener, text=words_
        )


def _openers(line: str, sentence: Span, events: list[Event]) -> Iterator[tuple[int, int]]:
    for match in OPENERS.finditer(line):
        if match.group().lower() != "if" or not ASKED.search(line[: match.start()]):
            yield match.span()
    for match in BEFORE_A_CLAUSE.finditer(line):
        told = any(e.predicate.span.start == sentence.start + match.start() for e in events)  # "provided food"
        if not told and not OPENERS.match(line, match.start()) and _clause_follows(line, match.end(), sentence, events):
            yield match.span()
    for match in INVERTED.finditer(line):
        if UNREAL.search(line) and _clause_follows(line, match.end(), sentence, events):
            yield match.span("opener")


def _clause_follows(line: str, at: int, sentence: Span, events: list[Event]) -> bool:
    """Whether a subject follows: by its first word, or as the one who does what was read right behind it."""
    if SUBJECT.match(line, at):
        return True
    place = sentence.start + at
    roles = ((e, r) for e in events for r in (e.actor, e.target) if r is not None and r.span.part == sentence.part)
    return any(place < r.span.start <= place + NEAR_CHARS and r.span.end <= e.predicate.span.start for e, r in roles)


def _hangs(event: Event, condition: Condition, text: str) -> bool:
    """Whether a happening is a condition, or is told as something that may hang on one of its sentence."""
    if condition.span.covers(event.predicate.span):
        return True
    if event.status not in TOLD_AS_SUCH:
        return True
    return OPEN_VERB.search(text[event.span.start : event.predicate.span.start]) is not None
