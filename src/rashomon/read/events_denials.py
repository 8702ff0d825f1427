"""Denials that only point at what they deny: "That's a lie", "the report is false", "she denied the accusation".

Such a sentence tells of a happening in the words of an earlier one. It becomes an event of its own, so that the
denier's status stands beside the teller's: its predicate's *span* is the denying word, which is what re-reads
there, but its *lemma*, actor and target are those of the happening denied, which is what brings the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rashomon.core import Event, Predicate, Quotation, Referent, Status, content_id
from rashomon.core.places import countries_in
from rashomon.read.events_found import Found
from rashomon.read.events_voices import person, voice_of
from rashomon.read.names import Names
from rashomon.read.parse import Sentence
from rashomon.read.status import REAL
from rashomon.read.status_denials import POINTING, Denial, denial_of
from rashomon.read.status_lexicon import marks
from rashomon.read.status_paths import StatusPaths
from rashomon.read.status_syntax import VERBAL, lemmas_of
from rashomon.read.tree import children, tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

BLOCKS_BACK = 2
"""How many paragraphs before its own a denial may point."""

SENTENCES_BACK = 40
"""How many sentences before its own a denial may point: three paragraphs of a report have fewer, and without
paragraphs nobody looks back further."""

TOLD = REAL | {Status.ALLEGED}


@dataclass(frozen=True, slots=True)
class Read:
    """An event with what it was read from."""

    found: Found
    sentence: Sentence
    event: Event


def find_denials(
    sentence: Sentence, before: Sequence[Read], names: Names, quotations: tuple[Quotation, ...], paths: StatusPaths
) -> list[Event]:
    """The events that the denials of one sentence deny.

    Args:
        sentence: the sentence that may deny.
        before: the events read so far, this sentence's own among them, in text order.
        names: who is who.
        quotations: those that touch the sentence.
        paths: the states of the sentence's words.

    Returns:
        For each denial whose denier is known and whose telling is certain, the events of that telling anew:
        denied, in the denier's voice, in this sentence. Nothing where the one is not known or the other not certain.
    """
    made: list[Event] = []
    for verb in tokens(sentence.doc):
        denial = denial_of(verb) if verb.pos_ in VERBAL else None
        if denial is None or says_itself(denial):
            continue
        # "is not true" is unreal by its own "not"; what must be real is that somebody denies
        if paths.context(verb).status not in TOLD or (denial.denier is not None and paths.state(verb).status != "done"):
            continue
        denier, quotation = _denier(denial, sentence, names, quotations)
        if denier is None:
            continue
        made += (_denied(one, denial, denier, quotation, sentence) for one in _told(denial, denier, sentence, before))
    return made


def says_itself(denial: Denial) -> bool:
    """Whether the denied telling carries its own complement, whose status the path has turned already."""
    return any(
        (t.dep_ in {"acl", "relcl"} and t.i != denial.word.i) or (t.dep_ == "prep" and t.lower_ == "of")
        for t in children(denial.denied)
    )


def _denier(
    denial: Denial, sentence: Sentence, names: Names, quotations: tuple[Quotation, ...]
) -> tuple[Referent | None, Quotation | None]:
    voice, quotation = voice_of(denial.word, sentence, names, quotations)
    if denial.denier is not None:
        return person(denial.denier, sentence, names, quotations), quotation
    return voice, quotation


def _told(denial: Denial, denier: Referent, sentence: Sentence, before: Sequence[Read]) -> list[Read]:
    """The main happening, with its parts, of the nearest telling that a denial by somebody else can point at."""
    about = _about(before, denial, denier, sentence)
    beside = _in_apposition(denial.denied)
    part_in = denial.denied.lemma_.lower() in marks()["part-in"]
    furthest = 1 if denial.denied.lower_ in POINTING else SENTENCES_BACK
    pointing = denial.denied.lower_ in POINTING
    here: list[Read] = []
    alleged: list[Read] = []  # "the claim" is what somebody claims, before what somebody tells
    for one in reversed(about or before):
        number = one.sentence.number
        found = alleged or (here if pointing else [])
        if (found and number != found[0].sentence.number) or sentence.number - number > furthest:
            break
        if (one.sentence.block < sentence.block - BLOCKS_BACK and not about) or (beside and number != sentence.number):
            break
        if (one.found.token.i >= denial.denied.i) if beside else (number >= sentence.number):
            continue
        if part_in and not (_same(one.event.actor, denier) and one.event.status is Status.ALLEGED):
            continue
        if (
            _deniable(one.event, denier)
            and not _only_dates(one)
            and _answers(one, denial, denier, near=number + 1 == sentence.number)
        ):
            if not here or number == here[0].sentence.number:
                here.append(one)
            if one.event.status is Status.ALLEGED:
                alleged.append(one)
    if not here:
        return []
    if alleged and not pointing:
        here = [one for one in alleged if one.sentence.number == alleged[0].sentence.number]
    here.reverse()
    top = min(here, key=lambda one: (_depth(one), one.found.token.i))
    return [one for one in here if one is top or _carried_out(one, top)]


def _about(before: Sequence[Read], denial: Denial, denier: Referent, sentence: Sentence) -> Sequence[Read]:
    """What was told of the denier or its country, as far back as a denial may point; nothing where nothing was.

    Who denies "the report" denies what it says of him, though other things were told since.
    """
    phrase = " ".join(t.text for t in denial.denier.subtree) if denial.denier is not None else ""
    sides = set(countries_in(denier.name)) | set(countries_in(phrase))
    own = _words(denier.name) - OFFICES
    if denial.denied.lower_ in POINTING or not (sides or own):
        return ()
    return [
        one
        for one in before
        if one.event.actor is not None
        and (sides & set(countries_in(one.event.actor.name)) or own & _words(one.event.actor.name))
        and sentence.number - one.sentence.number <= SENTENCES_BACK
        and _deniable(one.event, denier)
        and _answers(one, denial, denier, near=one.sentence.number + 1 == sentence.number)
        and not _only_dates(one)
    ]


def _in_apposition(noun: Token) -> bool:
    """Whether a noun sums up what stands before it: "accused Bree of lying, a charge that Bree denies"."""
    first = noun.left_edge
    after = first.i > 0 and first.nbor(-1).text in {",", "–", "—", "-"}
    return after and first.lower_ in {"a", "an", "something"} and any(t.dep_ == "relcl" for t in children(noun))


def _deniable(event: Event, denier: Referent) -> bool:
    """Whether an event is laid to somebody other than the denier and tells of something that can be denied.

    What a voice tells of its own acts is not what others call a claim.
    """
    if event.status not in TOLD or event.predicate.form == "noun" or (event.actor is None and event.target is None):
        return False
    here = set(countries_in(denier.name))
    there = set(countries_in(event.actor.name)) if event.actor is not None else set()
    if here and there and not here & there:
        return False  # one country does not answer for the ships of another
    if event.voice is None:
        return event.status is Status.ALLEGED
    return not _same(event.voice, denier) and not _same(event.actor, event.voice)


def _answers(one: Read, denial: Denial, denier: Referent, *, near: bool) -> bool:
    """Whether a telling is of the kind that the denial names, and one that its denier answers.

    An accusation or allegation is what somebody alleges, or right before (`near`) says of the denier; a claim or
    report may be what a voice tells as done, but then only where it is told in that word ("reported ... the report"),
    or of the one that denies it or whom that one speaks for: "the firm's lawyer" answers for what the firm did.
    """
    event, summed_up = one.event, denial.denied.lemma_.lower()
    if event.target is not None and event.target.head.lower() == summed_up:
        return False  # what "appeared to support his claim" is not what he claims
    if event.status is Status.ALLEGED or denial.denied.lower_ in POINTING:
        return True
    if summed_up in marks()["accusing"]:
        return event.code == "ACCUSE" or (near and event.voice is not None and _same(event.actor, denier))
    if any(word.lemma_.lower() == summed_up for word in one.found.token.ancestors):
        return True
    told = [r.name for r in (event.actor, event.target, *(party for _, party in event.others)) if r is not None]
    if _words(denier.name) & {word for name in told for word in _words(name)}:
        return True
    here = set(countries_in(denier.name))
    return bool(here) and any(here & set(countries_in(name)) for name in told)


def _words(name: str) -> set[str]:
    """The words of a name by which it is known again."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in name.split()]
    return {word.casefold() for word in words if word.casefold() not in SMALL_WORDS}


SMALL_WORDS = frozenset(
    {"the", "a", "an", "of", "his", "her", "its", "their", "for", "and", "in", "at", "to", "mr", "mrs"}
)

OFFICES = frozenset(
    """
    ministry minister foreign interior defence defense president government department office company party court
    police state national united federal spokesman spokeswoman spokesperson officials official authorities council
    """.split()
)
"""Words that name an office and not whose it is: two ministries are not one side."""

TEMPORAL = frozenset({"after", "as", "before", "since", "till", "until", "when", "while"})


def _only_dates(one: Read) -> bool:
    """Whether an event only says when another was: who denies the accusation does not deny "before the ship sank"."""
    token = one.found.token
    first = token.left_edge.i
    if first > 0 and token.doc[first - 1].lower_ in TEMPORAL:
        return True  # "before the ship sank", whatever the parser hung it on
    for t in (token, *token.ancestors):
        linked = t.dep_ in {"advcl", "pcomp"} and (
            t.head.lower_ in TEMPORAL or any(c.lower_ in TEMPORAL for c in children(t) if c.dep_ in {"mark", "advmod"})
        )
        if linked:
            return True
    return False


def _same(left: Referent | None, right: Referent) -> bool:
    return left is not None and left.name.casefold() == right.name.casefold()


def _depth(one: Read) -> int:
    return sum(1 for _ in one.found.token.ancestors)


def _carried_out(one: Read, top: Read) -> bool:
    """Whether an event is what the main one brings about or orders: "ordered the school closed"."""
    token, head = one.found.token, top.found.token
    return token.head.i == head.i and token.dep_ in {"xcomp", "ccomp", "oprd"} and bool(lemmas_of(head))


def _denied(one: Read, denial: Denial, denier: Referent, quotation: Quotation | None, sentence: Sentence) -> Event:
    told = one.event
    place = sentence.place(denial.word)
    return replace(
        told,
        id=content_id("event", told.id, place.part, place.start, place.end),
        span=sentence.span,
        sentence=sentence.span,
        predicate=Predicate(span=place, lemma=told.predicate.lemma, form=told.predicate.form),
        status=Status.DENIED,
        why=(f"{denial.denied.lower_} + {denial.word.lower_}, of what was told before: {Status.DENIED}",),
        voice=denier,
        quotation=quotation.id if quotation is not None else None,
    )
