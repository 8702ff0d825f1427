"""Whether a report tells a point of a sentence in other words.

What is hard stays hard: names, figures, times, status, negation and speaker must be those of the sentence, and who did
it to whom. The deed and the common nouns may be told by other words that bear the sentence's (`core.paraphrase`), and
what the sentence says of a thing may stand anywhere in the report's sentence instead of in the same phrase.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.align.described import Described, same_name
from rashomon.align.fillers import PLURALS, Filler, before_head, name_of
from rashomon.align.otherwise import UNREAL, beside, role_pairs, status_differs, swapped, voice_differs
from rashomon.align.parties import key_of
from rashomon.align.points import asked_for
from rashomon.align.roles import DEFINITE
from rashomon.align.sameness import same_party
from rashomon.align.scope import scope_differs
from rashomon.align.surroundings import NOT_PLAIN, around, same_figure
from rashomon.align.told import Told
from rashomon.core import Kind, Status
from rashomon.core.paraphrase import bears_deed, bears_noun, bears_word
from rashomon.core.sameness import words_that
from rashomon.core.words import FUNCTION_WORDS, key_stems, stem, words

OPENINGS = ("does not name ", "says nothing of ", "does not say ")
HARD = frozenset({"figure", "time", "name"})
PEOPLE = frozenset({"people", "person", "other"})
OF_PEOPLE = ("er", "or", "ist", "ian", "man", "ant", "ent")


def paraphrased(given: Told, other: Told, described: Described) -> bool:
    """Whether a report's telling bears a point of a sentence, be it in other words."""
    ours, theirs = given.event, other.event
    upward = ours.status not in UNREAL
    if theirs.predicate.form == "noun" and not _noun_tells(given, other):
        return False
    if not bears_deed(theirs.predicate.lemma, ours.predicate.lemma, broader=upward):
        return False
    given = _with_asker(given)
    if any(status_differs(given, other)) or _voice_differs(given, other, described):
        return False
    if swapped(given, other, described) or _crossed(given, other, described):
        return False
    return _roles_told(given, other, described, upward=upward) and _surroundings_told(given, other)


def _noun_tells(given: Told, other: Told) -> bool:
    """Whether a deed that a noun names is told by it: one asked for, or one that "the" takes for known."""
    event = other.event
    if event.status is Status.PROPOSED:
        return given.event.status is Status.PROPOSED and event.voice is not None
    said = set(words(other.document.words_at(event.sentence)))
    definite = bool(DEFINITE.match(other.document.words_at(event.span)))
    return event.status is Status.DONE and definite and not said & (NOT_PLAIN | NOT_YET)


NOT_YET = frozenset(
    """
    before until fear feared fears await awaited threat risk prospect possible avoid avoided avert averted prevent
    prevented stop stopped halt halted delay delayed expected demand demands calls call plans oppose opposed opposes
    """.split()
)
"""Words in whose sentence a noun may name a deed that has not been done."""


def _with_asker(given: Told) -> Told:
    """A deed that is asked for, laid to whom the sentence says asks for it."""
    event = given.event
    if event.voice is not None:
        return given
    asker = next((e.actor for e in given.reading.events if e.actor is not None and asked_for(e, event)), None)
    return given if asker is None else replace(given, event=replace(event, voice=asker))


def _voice_differs(given: Told, other: Told, described: Described) -> bool:
    """Whether the deed is laid to another than in the sentence; a common noun may be a word that bears the other."""
    if not any(voice_differs(given, other, described)):
        return False
    ours, theirs = given.event.voice, other.event.voice
    if ours is None or theirs is None or name_of(ours) or described.name_at(theirs):
        return True
    known = {stem(m) for m in theirs.modifiers} | {stem(theirs.head.lower())}
    return not bears_noun(theirs.head, ours.head) or not {stem(m) for m in ours.modifiers} <= known


def _called_so(ours: Filler, theirs: Filler, other: Told) -> bool:
    """Whether the report itself calls a name's party by the sentence's bare description: "the club"."""
    wanted = ours.shown.lower()
    if not theirs.name or ours.stems or not wanted.startswith("the "):
        return False
    meant = [
        key_of(m.name, Kind.PERSON)
        for m in other.reading.mentions
        if m.form == "role" and other.document.words_at(m.span).lower() == wanted
    ]
    return bool(meant) and all(same_name(tokens, theirs.name) for tokens in meant)


def _crossed(given: Told, other: Told, described: Described) -> bool:
    """Whether the sentence's actor is whom the report tells it was done to, or the other way round."""
    if other.event.predicate.lemma in words_that("labile") and (given.actor is None or not given.targets):
        return False
    if given.actor is not None and any(same_party(given.actor, f, described) for f in other.targets):
        return True
    return other.actor is not None and any(same_party(f, other.actor, described) for f in given.targets)


def _roles_told(given: Told, other: Told, described: Described, *, upward: bool) -> bool:
    """Whether each role of the sentence is filled alike, and one at least by more than a bare noun."""
    told = 0
    taken = set()
    for on, ours, candidates in role_pairs(given, other):
        if on == "target" and not candidates and _in_clause(ours, other, upward=upward):
            told += 1
            continue
        like = next(
            (
                f
                for f in candidates
                if f.referent.span not in taken and _alike(ours, f, other, described, upward=upward)
            ),
            None,
        )
        if like is None:
            return False
        taken.add(like.referent.span)
        told += 1
    return told > 0


def _in_clause(ours: Filler, other: Told, *, upward: bool) -> bool:
    """Whether a thing is told right in the deed's clause, where reading gives the deed no target."""
    event = other.event
    span, start = event.span, event.predicate.span.end
    if ours.name or ours.proper or ours.open or ours.figure is None or span.part is not event.predicate.span.part:
        return False
    ends = [e.predicate.span.start for e in other.reading.events if e.predicate.span.start > start]
    end = min([span.end, *(at for at in ends if at < span.end)])
    part = other.document.part(span.part)[start:end]
    figures = [f for f in other.reading.figures if f.span.part is span.part and start <= f.span.start < end]
    if len(figures) != 1 or not same_figure(ours.figure, figures[0]):
        return False
    after = words(part[figures[0].span.end - start :])[:2]
    return any(
        w in PLURALS.get(ours.head, ()) or bears_noun(w.removesuffix("s"), ours.head, broader=upward) for w in after
    ) and ours.stems <= {stem(w) for w in words(part)}


def _alike(ours: Filler, theirs: Filler, other: Told, described: Described, *, upward: bool) -> bool:
    """Whether a report's phrase stands for the sentence's party, be it by a word that bears the sentence's."""
    if theirs.pronoun or scope_differs(ours, theirs):
        return False
    if ours.figure is not None and (theirs.figure is None or not same_figure(ours.figure, theirs.figure)):
        return False
    if same_party(ours, theirs, described) or same_party(ours, beside(theirs, other), described):
        return True
    if not ours.name and _called_so(ours, theirs, other):
        return True
    if ours.name or theirs.name:
        return _acts_for(ours, theirs, other, described)
    if ours.open != theirs.open:
        return False
    counted = ours.figure is not None
    if not _noun_alike(ours, theirs, upward=upward, counted=counted):
        return _acts_for(ours, theirs, other, described)
    return _told_of(ours, theirs, other, described)


def _noun_alike(ours: Filler, theirs: Filler, *, upward: bool, counted: bool) -> bool:
    if bears_noun(theirs.head, ours.head, broader=upward):
        return True
    if counted and ours.head in words_that("inhabitant") and theirs.head in PEOPLE:
        return True  # any people who live somewhere: sailors are not told by "six people"
    theirs_human = theirs.referent.kind in {Kind.PEOPLE, Kind.PERSON} or theirs.head.endswith(OF_PEOPLE)
    return upward and ours.head in PEOPLE and theirs_human and (counted or not DEFINITE.match(ours.referent.name))


def _told_of(ours: Filler, theirs: Filler, other: Told, described: Described) -> bool:
    """Whether what the sentence says of a thing is told in the report's sentence, or of this thing before it."""
    missing = ours.stems - theirs.stems - {stem(theirs.head)}
    if not missing:
        return True
    own = before_head(theirs) - ours.stems
    if own and not all(any(bears_word(one, s) for one in own) for s in missing):
        return False
    if missing & ours.proper:
        return False  # whose they are is told by a name with them only: another name in the sentence is another's
    said = set(words(other.document.words_at(other.event.sentence)))
    heard = {*map(stem, said)}
    left = {s for s in missing if s not in heard and not any(bears_word(w, s) for w in said)}
    if not left:
        return True
    return not theirs.stems and left <= described.stems


OWNED = re.compile(r"(?:its|their|his|her)\s", re.IGNORECASE)
OWNER = re.compile(r"^(?:the\s+)?(.+?)['’]s?\s+\w|\b(?:of|for)\s+(?:the\s+)?(.+)$", re.IGNORECASE)


def _acts_for(ours: Filler, theirs: Filler, other: Told, described: Described) -> bool:
    """Whether a report's people or office act for the sentence's state or body, which the report names with them.

    "The foreign ministry of Norvia" and "Edda Orsk, Norvia's foreign minister," act for Norvia, "the club's lawyers"
    for the club.
    """
    if ours.figure is not None or theirs.figure is not None:
        return False
    wanted = {stem(t) for t in ours.name} if ours.name else {stem(ours.head)}
    if ours.stems - wanted and not ours.name:
        return False
    if theirs.name:
        known = described.of_name(theirs.name)
        offices = {stem(w) for w in words_that("office")}
        return bool(ours.name) and wanted <= known and bool(offices & known) and theirs.referent.kind is Kind.PERSON
    if theirs.head not in words_that("office") | words_that("acting"):
        return False
    if OWNED.match(theirs.referent.name):
        place = theirs.referent.span
        owners = [m for m in other.reading.mentions if m.span.start == place.start and m.span.part is place.part]
        return any(same_name(ours.name, key_of(m.name, Kind.PERSON)) for m in owners if m.form == "pronoun")
    match = OWNER.search(theirs.referent.name)
    return match is not None and set(key_stems(match[1] or match[2])) == wanted


def _surroundings_told(given: Told, other: Told) -> bool:
    """Whether the report's sentence tells what the sentence names, counts, dates and says besides its roles."""
    text = other.document.words_at(other.event.sentence)
    said = [w for w in words(text) if w not in FUNCTION_WORDS]
    for difference in around(given, other):
        if difference.on in HARD:
            return False
        named = difference.told
        for opening in OPENINGS:
            named = named.removeprefix(opening)
        for word in words(named):
            if word not in FUNCTION_WORDS and not any(bears_word(w, word) for w in said):
                return False
    roles = {f.referent.span for f in (given.actor, *given.targets, *given.complements) if f is not None}
    for filler in given.others:
        if filler.referent.span in roles or filler.name:
            continue
        heads = {filler.head, *PLURALS.get(filler.head, ())}
        if not any(bears_noun(w.removesuffix("s"), h) or stem(w) == stem(h) for w in said for h in heads):
            return False
    return _one_time(given, other)


def _one_time(given: Told, other: Told) -> bool:
    """Whether a time of the sentence can only be the time of the report's deed, not of another in its sentence."""
    wanted = [m for m in given.reading.times if given.event.span.covers(m.span)]
    if not wanted:
        return True
    theirs = [m for m in other.reading.times if other.event.sentence.covers(m.span)]
    near = [m for m in theirs if other.event.span.covers(m.span)]
    return len(theirs) <= 1 or len(near) == len(theirs) == len(wanted)
