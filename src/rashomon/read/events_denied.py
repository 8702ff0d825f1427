"""A denial that stands for itself: "the army denies it", "Carter denied the charges", "Firm denies leak".

Who denies "it" tells no deed: where it is known what "it" is (see `events_denials`), that stands there as denied and
the verb is no event beside it; that somebody else tells of such a denial is told all the same. Who denies what is not
known, charges, or a leak of which nothing more is told, has denied them: the event is told as a denial, so that nobody
reads it as a deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.core import Event, Status
from rashomon.read.events_denials import Read, says_itself
from rashomon.read.status import REAL
from rashomon.read.status_denials import POINTING, denial_of
from rashomon.read.status_lexicon import marks
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

DENYING = frozenset({"deny", "refute", "rebut", "disavow", "repudiate"})
"""Verbs that do nothing but deny; who dismisses or rejects a claim may act."""

GRANTED = frozenset(
    "entry access admission bail asylum aid help assistance support visa permission request appeal bid call demand "
    "application petition plea payment".split()
)
"""Nouns of what is denied to somebody, who is refused it: "denied bail", "denied the boat entry"."""


def as_denials(read: Sequence[Read], answered: Sequence[Event]) -> Iterator[Event]:
    """The events of a sentence, those that only deny something of which nothing is told as the denials that they are.

    Args:
        read: the events of the sentence.
        answered: what its denials deny of what was told before, which stands beside them as denied.
    """
    told = {event.predicate.span for event in answered}
    nouns = {one.found.token.i: one.event for one in read if one.event.predicate.form == "noun"}
    for one in read:
        denying = one.event.predicate.lemma in DENYING and one.event.status in REAL
        denied = _denied(one, nouns) if denying else None
        stands = one.event.predicate.span in told
        if denied is None or _stays(one.event, denied, stands=stands):
            yield one.event
        elif not stands:
            why = (*one.event.why, f"denial of {denied.lower_}")
            yield replace(one.event, status=Status.DENIED, why=why)


def _stays(event: Event, denied: Token, *, stands: bool) -> bool:
    """Whether a denial stays an event: with a noun beside what it denies, with "it" where somebody else tells of it."""
    return event.voice is not None if denied.lower_ in POINTING else stands


def _denied(one: Read, nouns: dict[int, Event]) -> Token | None:
    """What a verb denies of which nothing more is told in the sentence; None where more is told, or nothing denied."""
    verb = one.found.token
    denial = denial_of(verb)
    if denial is not None:
        itself = denial.word.i == verb.i and not says_itself(denial)
        return denial.denied if itself and _tells_a_wrong(denial.denied) else None
    if any(t.dep_ == "dative" for t in children(verb)):
        return None
    for t in children(verb):
        happening = nouns.get(t.i) if t.dep_ == "dobj" else None
        if happening is not None and t.lemma_.lower() not in GRANTED:
            bare = happening.actor is None and happening.target is None
            return t if bare and happening.status is Status.DENIED else None
    return None


def _tells_a_wrong(noun: Token) -> bool:
    """Whether a denied noun says itself that a wrong is denied, or is "it": "the report" points at another telling."""
    return noun.lower_ in POINTING or noun.lemma_.lower() in marks()["accusing"] | marks()["part-in"]
