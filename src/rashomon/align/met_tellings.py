"""Whether tellings of two reports are of one happening though it is told in other words, or of another doer.

Tellings are first compared with those of their own action (`propositions`). Here three things are asked of those that
did not meet there: whether they tell a like deed of the same number of the same things ("evacuated 90 residents of
Orm", "rescued ninety people from Orm"), whether they tell it of the same doer and the same thing in words that bear one
another ("Vell Bank concealed its losses", "the bank hid the losses"), and whether they give one deed to two who cannot
both have done it (`core.rivals`). Places, months, years and names that set tellings apart do so here as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rashomon.align.absent import of_absence
from rashomon.align.comparing import compare
from rashomon.align.contraries import apart as contrary
from rashomon.align.doers import doers_in_doubt
from rashomon.align.frames import Frame
from rashomon.align.met_figures import of_other_number
from rashomon.align.met_two import CALENDAR, of_the_same_two
from rashomon.align.nobody import of_nobody
from rashomon.align.occasions_held import one_occasion
from rashomon.align.pairs_joined import months_of, uneven
from rashomon.align.propositions import agreement
from rashomon.align.roles import Part
from rashomon.align.whereabouts import set_apart
from rashomon.core import Document, Kind, Status
from rashomon.core.called_off import called_off, not_held
from rashomon.core.nouns import like_nouns
from rashomon.core.paraphrase import bears_deed, bears_noun
from rashomon.core.predicates import is_converse, of_several_deeds
from rashomon.core.rivals import rivals
from rashomon.core.sameness import acts_for, same_deed, told_for
from rashomon.core.words import key_stems

NOT_DONE = frozenset({Status.DENIED, Status.REFUSED})
ASKED = frozenset({Status.PROPOSED})
PEOPLE = frozenset({Kind.PEOPLE, Kind.PERSON})
SMALL = 10.0
"""Below this many, two equal numbers are easily of two things: more must agree beside them."""


def of_one_happening(left: Frame, right: Frame, documents: Mapping[str, Document]) -> bool:
    """Whether two tellings of two documents are of one happening, told in other words or of another doer."""
    if left.year != right.year or set_apart(left.where, right.where):
        return False
    if contrary(left.marks, right.marks) and not of_the_same_two(left, right):
        return False
    # what is held once may be told for two months
    if one_occasion(left.telling, right.telling, (documents[left.telling.document], documents[right.telling.document])):
        return True
    months = months_of(left), months_of(right)
    if all(months) and months[0].isdisjoint(months[1]):
        return False
    if _of_rivals(left, right, documents) or of_the_same_two(left, right):
        return True
    if _called_off(left, right) or _called_off(right, left):
        return True
    if of_nobody(left, right) or of_absence(left, right):
        return True
    if not _like_deed(left, right):
        return False
    # tellings of one action with the same doer and thing have been held against one another already
    if _same_number(left, right) or (_one_deed_told(left, right) and of_other_number(left, right, documents)):
        return True
    return left.action != right.action and (_same_parts(left, right) or _all_else_agrees(left, right))


def _of_rivals(left: Frame, right: Frame, documents: Mapping[str, Document]) -> bool:
    """Whether two tell one deed of two doers of whom only one can have done it."""
    if left.action != right.action or not _same_thing(left, right):
        return False
    events = left.telling.event, right.telling.event
    return rivals(*events, (documents[left.telling.document], documents[right.telling.document]))


def _same_thing(left: Frame, right: Frame) -> bool:
    """Whether two tell a deed of the same thing; of one that has none, in words of which most are the same."""
    if left.target is None or right.target is None:
        own = left.context & right.context
        return left.target is right.target and len(own) >= 2
    found = compare(left.target, right.target)
    return found.conflict is None and found.score >= 0.5


def _called_off(left: Frame, right: Frame) -> bool:
    """Whether one tells that something was called off and the other that it does not take place."""
    off, held = called_off(left.telling.event), not_held(right.telling.event)
    if off is None or held is None:
        return False
    parts = next((p for p in (right.actor, right.target) if p is not None and p.head == held.head.lower()), None)
    if left.target is None or parts is None or left.target.head != parts.head:
        return False
    found = compare(left.target, parts)
    own = (left.target.stems & parts.stems) - {*key_stems(parts.head)}
    return found.conflict is None and (found.score >= 1.0 or bool(own))


def _like_deed(left: Frame, right: Frame) -> bool:
    """Whether two predicates may tell one deed; of what is not done, deeds of one action only."""
    one, other = (f.telling.event for f in (left, right))
    if any((one.status in some) != (other.status in some) for some in (NOT_DONE, ASKED)):
        return False  # what is asked for and what was done may be two
    lemmas = one.predicate.lemma.lower(), other.predicate.lemma.lower()
    if left.action == right.action:
        return True
    if one.status in NOT_DONE:
        return False
    return bears_deed(*lemmas) or bears_deed(lemmas[1], lemmas[0]) or _told_for(left, right)


def _one_deed_told(left: Frame, right: Frame) -> bool:
    """Whether two predicates tell one deed by themselves, not only in what else agrees."""
    return same_deed(*(f.telling.event.predicate.lemma for f in (left, right))) or _told_for(left, right)


def _told_for(left: Frame, right: Frame) -> bool:
    """Whether news tells one of the deeds for the other, of what it is done to in these tellings."""
    parts = [f.actor if is_converse(f.telling.event.predicate.lemma) else f.target for f in (left, right)]
    told = [{"people" if p.kind in PEOPLE else "things", p.head} for p in parts if p is not None]
    done_to = frozenset(set.intersection(*told) if told else set())
    if parts[0] is not None and parts[1] is not None and _alike(parts[0], parts[1]):
        done_to |= {parts[0].head, parts[1].head}
    return told_for(_deed(left), _deed(right), done_to) or _deed(left) == _deed(right)


def _deed(frame: Frame) -> str:
    """The deed as it is told: to be brought to a hospital is one whatever the verb."""
    event = frame.telling.event
    lemma = event.predicate.lemma.lower()
    if lemma in CARRYING and any(how == "to" and r.head.lower() in WARDS for how, r in event.others):
        return "take to hospital"
    return "take off" if lemma == "take" and any(how == "off" for how, _ in event.others) else lemma


CARRYING = frozenset({"bring", "admit", "rush", "fly", "airlift", "carry", "transfer", "take", "transport"})
WARDS = frozenset({"hospital", "clinic", "infirmary"})


def _all_else_agrees(left: Frame, right: Frame) -> bool:
    """Whether two deeds that are told for one another are told of the same, with more in common than one role."""
    if not _one_deed_told(left, right):
        return False
    if _befalls_one(left, right):
        return True
    if uneven(left.target, right.target):
        return False
    if not _may_be_one(left.actor, right.actor) or not _open_alike(left, right):
        return False
    found = agreement(left, right)
    one = same_deed(*(f.telling.event.predicate.lemma for f in (left, right)))
    least = LEAST_OF_ONE_DEED if one else FULLY
    if left.target is None or right.target is None or found.conflict is not None or found.score < least:
        return False
    return compare(left.target, right.target).score >= 0.5


FULLY = 1.4
"""The agreement of two tellings of two actions from which they are one; of one action `LEAST` is enough."""


LEAST_OF_ONE_DEED = 1.2
"""The same for two verbs of one sense that stand in two classes ("dismiss", "fire")."""


def _befalls_one(left: Frame, right: Frame) -> bool:
    """Whether two deeds that one alone does or suffers are told of the same name, with a further word in common."""
    ours, theirs = sole(left), sole(right)
    if ours is None or theirs is None or ours.party is None or ours.party != theirs.party:
        return False
    if left.actor is None and right.actor is None:
        return False
    if left.action != right.action and any(of_several_deeds(f.telling.event.predicate.lemma) for f in (left, right)):
        return False  # a ship "goes down", and so does a price
    return bool(_shared(left, right, ours, theirs) - ours.stems - theirs.stems)


def sole(frame: Frame) -> Part | None:
    """Who alone does or suffers a deed: "the ferry stranded", "the ferry was stranded"."""
    if frame.actor is not None:
        return frame.actor if _without_object(frame) else None
    return frame.target


def _same_number(left: Frame, right: Frame) -> bool:
    """Whether the same number of the same things is told, and nothing else in the two tellings disagrees."""
    for ours, theirs, others in _counted(left, right):
        if ours.quantity != theirs.quantity or not _exact(ours, theirs) or not _alike(ours, theirs):
            continue
        if compare(ours, theirs).conflict is not None or not _may_be_one(*others):
            continue
        if ours is left.target and theirs is right.target and not _open_alike(left, right):
            continue
        shared = _shared(left, right, ours, theirs)
        if len(shared) >= (1 if (ours.quantity or 0.0) >= SMALL else 2):
            return True
    return False


def _open_alike(left: Frame, right: Frame) -> bool:
    """Whether two verbs are one, or both tellings say who did it, or neither, or who did it did what the other tells.

    "Were stolen" and "police took them" may be two deeds, "burglars stole them" and "were taken" are one.
    """
    lemmas = [f.telling.event.predicate.lemma.lower() for f in (left, right)]
    if lemmas[0] == lemmas[1] or (left.actor is None) == (right.actor is None):
        return True
    return bears_deed(*lemmas) if right.actor is None else bears_deed(lemmas[1], lemmas[0])


def _counted(left: Frame, right: Frame) -> Iterator[tuple[Part, Part, tuple[Part | None, Part | None]]]:
    """The counted roles that may be one thing, each with what fills the others."""
    pairs = ((left.target, right.target, (left.actor, right.actor)), (left.actor, right.actor, _acted_on(left, right)))
    crossed: list[tuple[Part | None, Part | None, tuple[None, None]]] = []
    turned = is_converse(left.telling.event.predicate.lemma) != is_converse(right.telling.event.predicate.lemma)
    if turned or _befalls(right, left):
        crossed.append((left.target, right.actor, (None, None)))
    if turned or _befalls(left, right):
        crossed.append((left.actor, right.target, (None, None)))
    for ours, theirs, others in (*pairs, *crossed):
        if ours is not None and theirs is not None and None not in (ours.quantity, theirs.quantity):
            yield ours, theirs, others


def _acted_on(left: Frame, right: Frame) -> tuple[Part | None, Part | None]:
    """What two deeds of the same doer are done to, where both say it."""
    if _without_object(left) or _without_object(right):
        return None, None
    return left.target, right.target


def _befalls(frame: Frame, other: Frame) -> bool:
    """Whether a deed without an object may be what the other tells as done to those who stand as its subject.

    "Twelve guards fired" may be of shots or of posts: a verb of several deeds says by its subject alone which it is.
    """
    lemma = frame.telling.event.predicate.lemma.lower()
    return _without_object(frame) and (frame.action == other.action or not of_several_deeds(lemma))


def _without_object(frame: Frame) -> bool:
    """Whether nothing is told to be acted on: what stands as target is only what a preposition holds."""
    target = frame.telling.event.target
    return target is None or any(r.span == target.span for _, r in frame.telling.event.others)


def _exact(left: Part, right: Part) -> bool:
    return all(p.figure is not None and p.figure.bound == "exact" for p in (left, right))


def _two_parties(left: Part | None, right: Part | None) -> bool:
    """Whether two doers are certainly two: both with a name of their own, or said to be of two names."""
    if left is None or right is None:
        return False
    if left.party is not None and right.party is not None:
        return left.party != right.party
    return compare(left, right).conflict is not None


def _may_be_one(left: Part | None, right: Part | None) -> bool:
    """Whether two doers may be one, where both are told: by name, by noun, or since one acts for the other."""
    if left is None or right is None:
        return True
    if _two_parties(left, right) or doers_in_doubt(left, right):
        return False
    found = compare(left, right)
    if found.conflict is not None or found.score >= 0.5:
        return found.conflict is None
    return acts_for(left.head, right.head) or acts_for(right.head, left.head) or _alike(left, right)


def _alike(left: Part, right: Part) -> bool:
    """Whether two phrases may be of the same things by their nouns."""
    if not left.head or not right.head:
        return False
    if like_nouns(left.head, right.head) or bears_noun(left.head, right.head) or bears_noun(right.head, left.head):
        return True
    return left.kind in PEOPLE and right.kind in PEOPLE and "people" in (left.head, right.head)


def _shared(left: Frame, right: Frame, *parts: Part) -> frozenset[str]:
    """The words that two sentences share beside what they count, their numbers and their predicates."""
    taken: set[str] = {s for p in parts for s in key_stems(p.head)}
    for f in (left, right):
        taken |= set(key_stems(f.telling.event.predicate.lemma)) | CALENDAR
    ours, theirs = (frozenset(key_stems(f.wording[0])) for f in (left, right))
    return frozenset(s for s in (ours & theirs) - taken if not s[:1].isdigit())


def _same_parts(left: Frame, right: Frame) -> bool:
    """Whether doer and thing are the same in both; where one leaves the doer open, the thing has more in common."""
    if left.target is None or right.target is None or uneven(left.target, right.target):
        return False
    target = compare(left.target, right.target)
    if target.conflict is not None or not (target.score >= 0.6 or _alike(left.target, right.target)):
        return False
    if left.actor is None or right.actor is None:
        return False
    if not _may_be_one(left.actor, right.actor):
        return False
    return bool(_shared(left, right, left.target, right.target, left.actor, right.actor))
