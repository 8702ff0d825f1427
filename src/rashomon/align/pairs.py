"""What speaks for and against two tellings being of one happening, as named measures in [0, 1].

They say who and what the tellings name and where they stand; never whether it happened: status and negation are a
telling's own, and "will not expel" is of the same proposition as "expels". Weights of stems are added by `fsum`, which
gives one sum in whatever order a set has them: that order is another in every process.
"""

from __future__ import annotations

from functools import lru_cache
from math import fsum

from rashomon.align.comparing import compare
from rashomon.align.frames import Frame
from rashomon.align.likeness import Weights, akin
from rashomon.align.roles import Part
from rashomon.core.nouns import like_nouns
from rashomon.core.predicates import predicate_class
from rashomon.core.words import key_stems, stem

Measures = dict[str, float]

SHARED_FULLY = 8.0
"""Weight of shared words of two sentences that counts as much as any more would: some eight rare ones."""


def measures(left: Frame, right: Frame, weights: Weights) -> Measures:
    """Everything that two tellings show by themselves, without their documents.

    Args:
        left: a telling.
        right: a telling of another document.
        weights: the weights of stems by rarity among the documents that are compared.
    """
    found = related(left, right)
    own = _predicates(left, right)
    found["rarity"] = fsum(weights[s] for s in own) / len(own) if is_related(found) and own else 0.0
    found.update(_role("actor", left.actor, right.actor, weights))
    found.update(_role("target", left.target, right.target, weights))
    found.update(_roles(left, right, weights))
    found.update(_words(left, right, own, weights))
    found["other_year"] = float(left.year != right.year)
    found["both_in_lead"] = float(left.prominent and right.prominent)
    found["one_in_lead"] = float(left.prominent != right.prominent)
    found["copied"] = float(left.wording == right.wording)
    return found


def related(left: Frame, right: Frame) -> Measures:
    """How the two predicates go together: by lemma, by class, or by derivation; at most one of the three holds."""
    one, other = left.telling.event.predicate, right.telling.event.predicate
    mine, theirs = one.lemma.lower(), other.lemma.lower()
    lemma = mine == theirs
    classes = _class(mine, one.form), _class(theirs, other.form)
    same_class = not lemma and classes[0] is not None and classes[0] == classes[1]
    return {
        "lemma": float(lemma),
        "class": float(same_class),
        "derived": float(not lemma and not same_class and derived(mine, theirs)),
        "two_classes": float(None not in classes and classes[0] != classes[1]),
        "same_form": float(one.form == other.form),
    }


def is_related(found: Measures) -> bool:
    """Whether the predicates go together by lemma, class or derivation."""
    return bool(found["lemma"] or found["class"] or found["derived"])


_class = lru_cache(maxsize=65536)(predicate_class)


@lru_cache(maxsize=65536)
def derived(left: str, right: str) -> bool:
    """Whether one lemma looks derived from the other: "explode", "explosion"; particles aside."""
    one, other = (stem(lemma.partition(" ")[0]) for lemma in (left, right))
    return one == other or akin(one, other)


@lru_cache(maxsize=65536)
def _stems(words: str) -> frozenset[str]:
    return frozenset(key_stems(words))


def _predicates(left: Frame, right: Frame) -> frozenset[str]:
    return frozenset(stem(f.telling.event.predicate.lemma.lower().partition(" ")[0]) for f in (left, right))


def _role(name: str, left: Part | None, right: Part | None, weights: Weights) -> Measures:
    """How two fillers of one role agree; an empty role says nothing."""
    if left is None or right is None:
        return {f"{name}_unnamed": float(left is right)}
    same_party = left.party is not None and left.party == right.party
    like = bool(left.head and right.head) and left.head != right.head and like_nouns(left.head, right.head)
    return {
        f"{name}_party": float(same_party),
        f"{name}_two_parties": float(None not in (left.party, right.party) and not same_party),
        f"{name}_conflict": float(compare(left, right).conflict is not None),
        f"{name}_head": float(bool(left.head) and left.head == right.head),
        f"{name}_like": float(like),
        f"{name}_words": overlap(left.stems, right.stems, weights),
        f"{name}_country": float(bool(left.countries & right.countries)),
        f"{name}_apart": float(not left.stems & right.stems and not same_party),
        f"{name}_count": float(bool(left.counts & right.counts)),
    }


def _roles(left: Frame, right: Frame, weights: Weights) -> Measures:
    """What the roles share whichever they are: "the police arrested Orsk" and "the arrest of Orsk by police"."""
    mine, theirs = ([part for part in (f.actor, f.target) if part is not None] for f in (left, right))
    parties = {p.party for p in mine if p.party} & {p.party for p in theirs if p.party}
    named: frozenset[str] = frozenset()
    return {
        "any_party": float(bool(parties)),
        "roles_words": overlap(named.union(*(p.stems for p in mine)), named.union(*(p.stems for p in theirs)), weights),
    }


def _words(left: Frame, right: Frame, own: frozenset[str], weights: Weights) -> Measures:
    """What the clauses and sentences share beside their predicates."""
    mine, theirs = _stems(left.wording[0]) - own, _stems(right.wording[0]) - own
    figures = [{s for s in stems if s[:1].isdigit()} for stems in (mine, theirs)]
    return {
        "context": overlap(left.context, right.context, weights),
        "clause": overlap(left.clause - own, right.clause - own, weights),
        "sentence": overlap(mine, theirs, weights),
        "shared_words": min(1.0, fsum(weights[s] for s in mine & theirs) / SHARED_FULLY),
        "figure": float(bool(figures[0] & figures[1])),
        "other_figures": float(bool(figures[0] and figures[1] and not figures[0] & figures[1])),
    }


def in_sentences(left: Frame, right: Frame, weights: Weights) -> float:
    """What the sentences share beside their predicates, as the measure `sentence` has it."""
    own = _predicates(left, right)
    return overlap(_stems(left.wording[0]) - own, _stems(right.wording[0]) - own, weights)


def overlap(left: frozenset[str], right: frozenset[str], weights: Weights) -> float:
    """The share of the lighter set of stems that the other has, rare ones counting more."""
    shared = left & right
    if not shared:
        return 0.0
    lighter = min(fsum(weights[s] for s in left), fsum(weights[s] for s in right))
    return min(1.0, fsum(weights[s] for s in shared) / max(1.0, lighter))
