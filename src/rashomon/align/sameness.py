"""Whether a sentence's phrase and a report's stand for the same party or thing; stricter than aligning.

Aligning may bring together what is told differently, for the ledger then shows the difference. A sentence is carried
only by reports that name the same parties, so that here a description stands for a name only where the document
itself uses it so.
"""

from __future__ import annotations

import re

from rashomon.align.described import Described, same_name
from rashomon.align.fillers import Filler, before_head, members_of, name_of
from rashomon.core import Kind, Referent
from rashomon.core.places import country_word
from rashomon.core.sameness import acts_for, same_noun, words_that
from rashomon.core.words import key_stems, stem

PEOPLE_AT_LARGE = frozenset({"people", "person", "citizen", "national", "anyone", "anybody", "nobody", "one"})
POINTING = re.compile(r"(?:the|this|that|these|those|both)\b", re.IGNORECASE)
OWNED = re.compile(r"\b(?:its|his|her|their)\b", re.IGNORECASE)


def same_party(left: Filler, right: Filler, described: Described) -> bool:
    """Whether the sentence's filler (left) and a report's (right) are the same, their numbers aside."""
    if right.pronoun or left.pronoun:
        return False
    if left.name and right.name:
        one = same_name(left.name, right.name) or _one_country(left, right)
        return one or short_for(left.referent, right.referent, described)
    if beside := described.beside.get(right.referent.span):
        known = described.of_name(beside)
        return same_name(left.name, beside) if left.name else stem(left.head) in known and left.stems <= known
    if described.business and _only_a_business(right):
        known = described.of_name(described.business) | {stem(t) for t in described.business}
        if same_name(left.name, described.business) if left.name else stem(left.head) in known and left.stems <= known:
            return True
    if left.name:
        known = described.of_name(left.name)
        return _heads(left, right) if len(left.name) == 1 and not known else stem(right.head) in known
    if right.name:
        known = described.of_name(right.name) | {stem(right.head)} | set(right.stems)
        if _is_a_business(left, right):
            return True
        return bool(left.head) and stem(left.head) in known and left.stems <= known
    if right.open and right.head in PEOPLE_AT_LARGE and (left.open or left.head in PEOPLE_AT_LARGE):
        return True  # nobody at all: no diplomats either
    if left.open != right.open and not right.open:
        return False
    if (
        left.proper | right.proper
        and left.figure is right.figure is None
        and right.stems | {stem(right.head)} == left.stems
    ):
        return True  # a name without the noun that says what it is: "Elmcote primary" is Elmcote primary school
    return _heads(left, right) and _told(left, right, described)


def same_voice(left: Referent, right: Referent, described: Described) -> bool:
    """Whether the sentence's speaker (left) and a report's (right) are one: by name, or as the document describes."""
    ours, theirs = name_of(left), described.name_at(right)
    if ours and theirs:
        one = same_name(ours, theirs) or _speaks_for(ours, described.of_name(theirs))
        return one or short_for(left, right, described)
    if len(ours) == 1 and not theirs and not right.modifiers and ours[0].lower() == right.head.lower():
        return True  # "Police" has its capital from the beginning of the sentence
    wanted = {stem(left.head.lower()), *(stem(m) for m in left.modifiers)}
    if theirs and not ours:
        return bool(left.head) and wanted <= described.of_name(theirs) | {stem(right.head.lower())}
    if ours:
        return bool(right.head) and stem(right.head.lower()) in described.of_name(ours)
    theirs_of = members_of(right.name, right.head.lower(), counting=False) or right.head.lower()
    return theirs_of == left.head.lower() and set(left.modifiers) <= {*right.modifiers, right.head.lower()}


def short_for(given: Referent, told: Referent, described: Described) -> bool:
    """Whether the sentence calls a business of the report short: "Norvik" for "Norvik Energy".

    What is left out says only what sort of business it is; and nothing else in the report has the short name, be it
    another business or a place.
    """
    short, full = name_of(given), name_of(told)
    if told.kind is not Kind.BODY or not short or short != full[: len(short)] or country_word(given.name) is not None:
        return False
    if not full[len(short) :] or not set(full[len(short) :]) <= words_that("business name"):
        return False
    named_so = (name for name in described.words if name[: len(short)] == short and name != full)
    if any(name != short for name in named_so) or described.document is None:
        return False
    place = re.compile(rf"\b(?:in|at|near|from|of|outside|around) {re.escape(given.name)}\b(?! [A-Z])")
    return place.search(described.document.text) is None


SPEAKING_FOR = frozenset({stem("spokesman"), stem("spokeswoman"), stem("spokesperson")})


def _speaks_for(body: tuple[str, ...], known: set[str]) -> bool:
    """Whether the words that describe a person say that he or she is the body's spokesman."""
    return bool(SPEAKING_FOR & known) and stem(body[0]) in known


def _one_country(left: Filler, right: Filler) -> bool:
    """Whether two names stand for one state acting: "Moscow expelled" is told of "Russia expelled"."""
    ours, theirs = country_word(left.referent.name), country_word(right.referent.name)
    return ours is not None and theirs is not None and ours.country == theirs.country and "people" not in (
        ours.sense,
        theirs.sense,
    )  # fmt: skip


def _heads(left: Filler, right: Filler) -> bool:
    if same_noun(left.head, right.head) or _working_at(left, right) or _working_at(right, left):
        return True
    if left.figure is None and right.figure is None and not right.stems and acts_for(left.head, right.head):
        return True
    return left.head in PEOPLE_AT_LARGE and right.referent.kind in {Kind.PEOPLE, Kind.PERSON}


def _working_at(doer: Filler, worker: Filler) -> bool:
    """Whether "dockers" are "dock workers": who does something, and "worker" with what they do it at."""
    if worker.head not in WORKER or not doer.head.endswith("er"):
        return False
    said = worker.referent.name.lower()
    return any(
        doer.head.startswith(m) and f"{m} {worker.head}" in said for m in worker.referent.modifiers if len(m) > 2
    )


WORKER = frozenset({"worker", "man", "hand", "employee"})


def _is_a_business(left: Filler, right: Filler) -> bool:
    """Whether "the company" may stand for a name: a body's, of which no word says that it is something else."""
    if left.stems or left.head not in words_that("business") or right.referent.kind is not Kind.BODY:
        return False
    return not {right.head, *right.name} & words_that("body")


def _placed(filler: Filler, missing: set[str]) -> bool:
    """Whether all that is missing is where they are: "voters in Saltmarsh"."""
    match = PLACED_IN.search(filler.referent.name)
    return match is not None and missing <= set(key_stems(match[1]))


PLACED_IN = re.compile(r"\s(?:in|at)\s+(?:the\s+)?([A-Z].*)$")


def _only_a_business(filler: Filler) -> bool:
    """Whether a phrase says no more than "the company"."""
    bare = not filler.name and not filler.stems and filler.figure is None
    return bare and filler.head in words_that("business") and bool(POINTING.match(filler.referent.name))


def _told(left: Filler, right: Filler, described: Described) -> bool:
    """Whether everything that the sentence says of a thing is told of the report's thing, here or before it."""
    missing = {s for s in left.stems if s not in right.stems}
    if left.head in WORKER and right.head not in WORKER:
        missing = {s for s in missing if not right.head.startswith(s)}
    if not missing:
        return True
    if missing & left.proper and right.proper - left.proper:
        return False
    if OWNED.search(right.referent.name) and missing <= described.just_before(right.referent.span):
        return True  # "two of its spans", after the bridge was named
    fuller = described.before(right) if POINTING.match(right.referent.name) else None
    if fuller is not None and not right.stems - fuller:
        return missing <= fuller
    if _placed(left, missing) and not right.stems and missing <= described.lead:
        return True  # "voters", in a report from the place of which the sentence says they are
    if missing & left.proper:
        return False  # whose they are is told by a name only
    if left.figure is not None and right.figure is not None and left.quantity == right.quantity:
        # their number tells which they are, unless another word before the noun tells them apart
        return not before_head(right) - left.stems and missing <= described.stems
    return not right.stems and missing <= described.stems
