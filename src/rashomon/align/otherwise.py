"""On what a report's event differs from a sentence's, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.align.deeds import OWN_WILL
from rashomon.align.described import Described, same_name
from rashomon.align.fillers import PRONOUNS, Filler, name_of
from rashomon.align.sameness import same_party, same_voice
from rashomon.align.scope import scope_differs
from rashomon.align.surroundings import NOT_PLAIN, around, same_figure, told_figure
from rashomon.align.told import Told
from rashomon.core import Event, Referent, Span, Status
from rashomon.core.check import Difference
from rashomon.core.places import countries_in
from rashomon.core.predicates import class_of_stem, predicate_class
from rashomon.core.sameness import same_deed, same_under, words_that
from rashomon.core.words import key_stems, stem, words

SAME_STATUS = (
    frozenset({Status.DONE, Status.UNDERWAY}),
    frozenset({Status.REFUSED, Status.DENIED}),
)
"""Statuses that say the same of a deed to somebody who checks a sentence; every other one stands alone, for a deed
that is asked for is not one that is planned."""

NORMS = frozenset({"should", "must"})
"""Words by which a sentence tells what ought to be, not what somebody will or will not do."""
UNREAL = SAME_STATUS[1]


def differences(given: Told, other: Told, described: Described) -> tuple[Difference, ...] | None:
    """On what a report's event differs from the sentence's; None where the two have too little in common."""
    roles, anchored = _roles(given, other, described)
    if not anchored:
        return None
    found = [*roles]
    ours, theirs = given.event.predicate.lemma, other.event.predicate.lemma
    if not same_deed(ours, theirs):
        found.append(Difference(on="action", told=f"told as “{theirs}”, not “{ours}”"))
    found += status_differs(given, other)
    found += voice_differs(given, other, described)
    found += around(given, other)
    return tuple(dict.fromkeys(found))


def _roles(given: Told, other: Told, described: Described) -> tuple[list[Difference], bool]:
    """What differs in the roles, and whether at least one role of the sentence is filled alike."""
    if swapped(given, other, described):
        who = f"{other.actor.shown if other.actor else ''} and {other.targets[0].shown} the other way round"
        return [Difference(on="actor", told=f"told with {who}")], True
    differs: list[Difference] = []
    anchored = False
    taken: set[Span] = set()
    for on, ours, candidates in role_pairs(given, other):
        # what fills one role of the report cannot stand for two parties of the sentence
        fillers = tuple(f for f in candidates if f.referent.span not in taken)
        like = _filled_alike(given, on, ours, fillers, other, described)
        if like is None and not fillers and told_before(ours, other, described):
            continue
        if like is None and on == "actor" and not fillers and _happened_there(ours, other):
            continue
        if like is None:
            differs.append(_unlike(on, ours, fillers[:1] if on == "target" else fillers))
            continue
        anchored = True
        taken.add(like.referent.span)
        if (figure := _figure(ours, like)) is not None:
            differs.append(figure)
        elif scope_differs(ours, like):
            differs.append(Difference(on="figure", told=f"told of {like.shown} only"))
    return differs, anchored


def _filled_alike(
    given: Told, on: str, ours: Filler, fillers: Sequence[Filler], other: Told, described: Described
) -> Filler | None:
    """Which of a report's fillers is the sentence's party, if any is."""
    alike = [f for f in fillers if same_party(ours, f, described)]
    alike = alike or [f for f in fillers if same_party(ours, beside(f, other), described)]
    if not alike and on == "target":
        alike = [f for f in fillers if _same_under(given, ours, f)]
    return alike[0] if alike else None


def role_pairs(given: Told, other: Told) -> list[tuple[str, Filler, tuple[Filler, ...]]]:
    """Each role that the sentence fills, with what it puts there and what may stand in it in the report."""
    pairs: list[tuple[str, Filler, tuple[Filler, ...]]] = []
    theirs = (other.actor,) if other.actor is not None else ()
    # "two spans collapsed": of such verbs what suffers the deed stands in either role
    labile = other.event.predicate.lemma in words_that("labile")
    if given.actor is not None:
        alone = labile and not given.targets and (bool(other.targets) or not theirs)
        pairs.append(("actor", given.actor, other.targets if alone else theirs))
    for target in given.targets:
        alone = labile and given.actor is None and not other.targets and not other.others
        pairs.append(("target", target, theirs if alone else other.targets or other.others))
    pairs += (("target", complement, (*other.others, *other.targets)) for complement in given.complements)
    return pairs


def beside(filler: Filler, other: Told) -> Filler:
    """A phrase with what stands beside it in its clause: "a crack was found in the dam" tells of a crack in the dam."""
    more = [f for f in other.others if f is not filler and not f.referent.span.touches(filler.referent.span)]
    if filler.name or filler.pronoun or not more:
        return filler
    stems = {s for f in more for s in (*f.stems, *map(stem, f.name), stem(f.head))}
    proper = {s for f in more for s in (*f.proper, *map(stem, f.name))}
    return replace(filler, stems=filler.stems | stems, proper=filler.proper | proper)


JUDGING = frozenset({"convict", "acquit", "rule", "sentence", "fine"})
"""Classes of deeds by which a court decides."""


def told_before(ours: Filler, other: Told, described: Described) -> bool:
    """Whether the sentence puts a happening into a role that the report leaves empty, and the report tells it before.

    "Is investigating the theft" is told of "is investigating" after "the files were stolen".
    """
    kind = class_of_stem().get(stem(ours.head))
    kinds = JUDGING if ours.head in words_that("judgement") else {kind} - {None}
    if not kinds or ours.name or ours.figure is not None or not ours.proper <= described.stems:
        return False
    return any(
        predicate_class(e.predicate.lemma) in kinds and e.predicate.span < other.event.predicate.span
        for e in other.reading.events
        if e is not other.event and e.status is Status.DONE
    )


def _same_under(given: Told, ours: Filler, theirs: Filler) -> bool:
    """Whether two nouns without names mean the same as what this deed is done to ("1,200 jobs", "1,200 staff")."""
    if ours.name or theirs.name or theirs.pronoun or not ours.stems <= theirs.stems:
        return False
    return same_under(given.event.predicate.lemma.lower(), ours.head, theirs.head)


def _happened_there(cause: Filler, other: Told) -> bool:
    """Whether a happening that the sentence names as the cause is told in the report's sentence.

    "The crash killed ten" is told of "the plane crashed, killing ten": the participle has no actor of its own.
    """
    classes = class_of_stem()
    kind = classes.get(stem(cause.head))
    if kind is None or cause.name or cause.figure is not None:
        return False
    sentence = other.document.words_at(other.event.sentence)
    stems = set(key_stems(sentence))
    said = {classes.get(s) for s in stems} - {classes.get(stem(other.event.predicate.lemma))}
    return kind in said and cause.proper <= stems | set(countries_in(sentence))


def swapped(given: Told, other: Told, described: Described) -> bool:
    """Whether the report tells the deed with the sentence's two parties the other way round."""
    if given.actor is None or other.actor is None or not given.targets or not other.targets:
        return False
    crossed = same_party(given.actor, other.targets[0], described) and same_party(
        given.targets[0], other.actor, described
    )
    return crossed and not same_party(given.actor, other.actor, described)


def _unlike(on: str, ours: Filler, fillers: Sequence[Filler]) -> Difference:
    if not fillers or fillers[0].pronoun or _says_less(fillers[0], ours):
        return Difference(on=on, told=f"does not tell that it is {ours.shown}")
    return Difference(on=on, told=f"told of {fillers[0].shown}, not {ours.shown}")


def _says_less(theirs: Filler, ours: Filler) -> bool:
    """Whether a report's phrase is the sentence's with words left out: "the drivers" may be "train drivers"."""
    return theirs.head == ours.head and theirs.stems < ours.stems and theirs.figure is None


def _figure(ours: Filler, theirs: Filler) -> Difference | None:
    """What differs in number; a bound that the sentence leaves out counts, "about" aside."""
    if ours.figure is None:
        return None
    if theirs.figure is None:
        return Difference(on="figure", told=f"gives no number, not {told_figure(ours.figure)}")
    if same_figure(ours.figure, theirs.figure) or (
        ours.quantity is not None and ours.quantity == theirs.quantity and theirs.figure.bound == "equal"
    ):
        return None
    return Difference(on="figure", told=f"{told_figure(theirs.figure)}, not {told_figure(ours.figure)}")


def status_differs(given: Told, other: Told) -> Iterator[Difference]:
    """What differs in status; a deed read as done must be told plainly."""
    ours, theirs = given.event.status, other.event.status
    if ours is Status.DONE and theirs is Status.PLANNED and _made_law(other):
        return
    if ours is not theirs and not any({ours, theirs} <= same for same in SAME_STATUS):
        on = "negation" if (ours in UNREAL) != (theirs in UNREAL) else "status"
        yield Difference(on=on, told=f"told as {theirs}, not {ours}")
    elif ours in UNREAL and given.event.voice is None and (norm := _norms(given) - _norms(other)):
        yield Difference(on="status", told=f"told as {theirs}, not that it “{min(norm)}” not be")
    elif ours is theirs is Status.PROPOSED and {mine := _asked(given.event), its := _asked(other.event)} == {*ASKING}:
        yield Difference(on="status", told=f"told as {its}, not {mine}")
    elif theirs in SAME_STATUS[0] and (doubt := _before_the_verb(other) - _before_the_verb(given)):
        yield Difference(on="status", told=f"not told plainly: “{min(doubt)}” stands before it")


ASKING = {"ordered": ("(order)",), "proposed": ("(propose)", "(suggest)", "(recommend)", "(advise)")}
"""Two ways in which a deed is asked for, with the reader's steps: who orders it has it done, who proposes it does not
yet."""


def _asked(event: Event) -> str | None:
    """In which of them an event is told to be asked for, None for neither: "told the drivers to hand in their keys"."""
    return next((way for way, steps in ASKING.items() if any(s in why for s in steps for why in event.why)), None)


VOTED = re.compile(r"\b(?:voted|votes|vote)\b[^.;]{0,30}\bto\s+$", re.IGNORECASE)


def _made_law(other: Told) -> bool:
    """Whether a house voted to do what is told, and its document tells that the law or motion passed."""
    actor, event = other.actor, other.event
    if actor is None or not ({actor.head, *actor.name} & words_that("house")):
        return False
    before = other.document.part(event.predicate.span.part)[event.sentence.start : event.predicate.span.start]
    if not VOTED.search(before):
        return False
    enacting, enactments = words_that("enacting"), words_that("enactment")
    for told in other.reading.events:
        roles = {r.head.lower() for r in (told.actor, told.target) if r is not None}
        if told.status is Status.DONE and told.predicate.lemma.lower() in enacting and roles & enactments:
            return True
    return False


def _norms(one: Told) -> set[str]:
    return _before_the_verb(one) & NORMS


def _before_the_verb(one: Told) -> set[str]:
    """The words in the clause before its verb that may keep it from being plainly told."""
    event = one.event
    if event.span.part is not event.predicate.span.part or event.predicate.span.start < event.span.start:
        return set()
    text = one.document.part(event.span.part)[event.span.start : event.predicate.span.start]
    found = set(words(text.replace("n't", " n't").replace("n’t", " n't"))) & NOT_PLAIN
    return found | ({"not"} if "n't" in text.replace("’", "'") else set())


def voice_differs(given: Told, other: Told, described: Described) -> Iterator[Difference]:
    """What differs in whom the deed is laid to."""
    ours, theirs = given.event.voice, other.event.voice
    if ours is None:
        return
    if theirs is not None and same_voice(ours, theirs, described):
        return
    own = other.actor is not None and same_name(name_of(ours), other.actor.name)
    if own and given.event.status in OWN_WILL and (theirs is None or _points_back(theirs, other)):
        return
    if theirs is not None:
        yield Difference(on="speaker", told=f"laid to {named(theirs)}, not to {named(ours)}")
    else:
        yield Difference(on="speaker", told=f"not laid to {named(ours)}")


def _points_back(voice: Referent, other: Told) -> bool:
    """Whether a voice is only a pronoun after the actor's name in one sentence: "Orsk will send nobody, she said"."""
    actor = other.event.actor
    if actor is None or name_of(voice) or not other.event.sentence.covers(voice.span):
        return False
    return actor.span < voice.span and other.document.words_at(voice.span).lower() in PRONOUNS


def named(referent: Referent) -> str:
    """A referent's name on one line."""
    return " ".join(referent.name.split())
