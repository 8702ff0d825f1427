"""What a sentence's clause names, counts, dates and says besides its roles, and a report's sentence does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.align.fillers import Filler
from rashomon.align.frames import lead_of
from rashomon.align.propositions import BARE_VERBS
from rashomon.align.roles import proper_words
from rashomon.align.told import Told
from rashomon.core import Figure
from rashomon.core.check import Difference
from rashomon.core.places import countries_in, nation
from rashomon.core.predicates import class_of_stem
from rashomon.core.quantities import compatible
from rashomon.core.sameness import same_noun, words_that
from rashomon.core.words import FUNCTION_WORDS, key_stems, stem, words

NOT_PLAIN = frozenset(
    """
    not no never nobody none nothing neither nor without hardly barely almost nearly n't will would may might could
    should must if unless want wanted wants wish wished hope hoped plan planned plans propose proposed proposes suggest
    suggested suggests urge urged urges ask asked call called demand demanded recommend recommended threaten threatened
    refuse refused decline declined deny denied denies reject rejected consider considered offer offered promise
    promised vow vowed allegedly reportedly fail failed try tried attempt attempted whether
    """.split()
)
"""Words that, between the beginning of a clause and its verb, cast doubt on a plain "done" that was read there."""

CONNECTING = frozenset(
    """
    against near because due owing amid although though however meanwhile therefore thus despite until unto per via
    """.split()
)
"""Words that only join what is told, over and above the function words."""


ELSEWHERE = frozenset("elsewhere abroad overseas outside nowhere anywhere away".split())
"""Words that put a deed in another place than that in which the report plays."""


def around(given: Told, other: Told) -> Iterator[Difference]:
    """What the sentence's clause names, counts or dates besides its roles and the report's sentence does not."""
    text = other.document.words_at(other.event.sentence)
    heard = [text, *(m.name for m in other.reading.mentions if other.event.sentence.covers(m.span))]
    stems = {s for words_heard in heard for s in (*key_stems(words_heard), *countries_in(words_heard))}
    roles = [f for f in (given.actor, *given.targets, *given.complements) if f is not None]
    rest = [f for f in given.others if not any(f.referent.span.touches(r.referent.span) for r in roles)]
    for filler in rest:
        wanted = _names_in(filler)
        named = wanted <= stems or (filler.name and not _other_place(other) and wanted <= _lead(other))
        if not named:
            yield Difference(on="name", told=f"does not name {filler.shown}")
        elif given.event.predicate.lemma in BARE_VERBS or (wanted and not filler.name):
            head = set(key_stems(filler.head))
            if not head <= stems and not any(same_noun(filler.head, w) for w in words(text)):
                yield Difference(on="words", told=f"says nothing of {filler.shown}")
    yield from _left_over(given, other, [*roles, *rest], stems)
    yield from _numbers(given, other, roles)
    yield from _times(given, other)


def _names_in(filler: Filler) -> set[str]:
    """The names that a phrase holds, countries as such."""
    if not filler.name:
        return set(filler.proper)
    country = nation(filler.referent.name)
    return {country} if country is not None else {s for token in filler.name for s in key_stems(token)}


def _lead(other: Told) -> set[str]:
    """The stems of the passages in which a report tells its main happening, which say where it plays."""
    lead = " ".join(other.document.words_at(span) for span in lead_of(other.document))
    return {*key_stems(lead), *countries_in(lead)}


def _other_place(other: Told) -> bool:
    """Whether the report's event names somebody or someplace of its own besides its roles."""
    said = set(words(other.document.words_at(other.event.sentence)))
    return any(f.name or f.proper for f in other.others) or bool(said & ELSEWHERE)


def _left_over(given: Told, other: Told, known: Sequence[Filler], stems: set[str]) -> Iterator[Difference]:
    """Words of the sentence's clause that are in no role and that the report does not use ("called it a lie")."""
    document, event = given.document, given.event
    taken = [event.predicate.span, *(f.referent.span for f in known)]
    taken += [m.span for m in given.reading.times] + [f.span for f in given.reading.figures]
    if event.voice is not None:
        taken.append(event.voice.span)
    taken += [q.cue for q in given.reading.quotations if q.cue is not None]
    taken += [e.span for e in given.reading.events if e is not event and not e.span.covers(event.span)]
    taken += [e.predicate.span for e in given.reading.events]
    text, start = document.part(event.span.part), event.span.start
    rest = "".join(
        " " if any(t.start <= at < t.end for t in taken) else text[at] for at in range(start, event.span.end)
    )
    lowered = set(words(text[event.sentence.start : event.sentence.end])[:1])
    classes = class_of_stem()
    heard = stems | {classes[s] for s in stems if s in classes}
    if event.predicate.lemma not in words_that("predicating"):
        heard |= set(key_stems(other.document.text))
    proper = set(proper_words(rest))
    own = {*given.light, *event.predicate.lemma.lower().split()}
    for word in words(rest):
        if word in FUNCTION_WORDS | CONNECTING | own or word in NOT_PLAIN or len(word) < 3:
            continue
        if word in proper and stem(word) not in stems and word not in lowered:
            yield Difference(on="name", told=f"does not name {word.capitalize()}")
            continue
        if stem(word) not in heard and classes.get(stem(word)) not in heard:
            yield Difference(on="words", told=f"does not say “{word}”")


def _numbers(given: Told, other: Told, roles: Sequence[Filler]) -> Iterator[Difference]:
    theirs = [f for f in other.reading.figures if other.event.sentence.covers(f.span)]
    timed = [m.span for m in given.reading.times]
    for figure in given.reading.figures:
        if not given.event.span.covers(figure.span) or any(r.figure is figure for r in roles):
            continue
        if any(t.covers(figure.span) for t in timed) or any(same_figure(figure, f) for f in theirs):
            continue
        alike = [f for f in theirs if f.unit == figure.unit and (not figure.head or f.head == figure.head)]
        told_as = (
            f"{told_figure(alike[0])}, not {told_figure(figure)}" if alike else f"does not tell {told_figure(figure)}"
        )
        yield Difference(on="figure", told=told_as)


def _times(given: Told, other: Told) -> Iterator[Difference]:
    sentence = other.event.sentence
    theirs = [m for m in other.reading.times if sentence.covers(m.span)]
    for moment in given.reading.times:
        if not given.event.span.covers(moment.span):
            continue
        ours = set(key_stems(given.document.words_at(moment.span)))
        if any(moment.value is not None and moment.value == m.value for m in theirs):
            continue
        if ours <= set(key_stems(other.document.words_at(sentence))):
            continue
        told_as = given.document.words_at(moment.span)
        if theirs:
            yield Difference(on="time", told=f"told of {other.document.words_at(theirs[0].span)}, not {told_as}")
        else:
            yield Difference(on="time", told=f"does not tell that it is {told_as}")


def same_figure(ours: Figure, theirs: Figure) -> bool:
    """Whether a report's figure is the sentence's, or within the sentence's own bound."""
    if ours.unit != theirs.unit:
        return False
    if ours.value is None and theirs.value is None:
        return True  # "several", "multiple"
    if ours.bound in {"exact", "about"}:
        return ours.value == theirs.value and theirs.bound in {"exact", "about"}
    return compatible(ours, theirs) and theirs.value is not None


def told_figure(figure: Figure) -> str:
    """A figure in words."""
    if figure.value is None:
        return "an equal number" if figure.bound == "equal" else "a vague number"
    bound = f"{figure.bound} " if figure.bound in {"at least", "at most", "about"} else ""
    return f"{bound}{figure.value:,.10g}"
