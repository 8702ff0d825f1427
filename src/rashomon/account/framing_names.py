"""What a party or thing is called: by its role in one claim, and by the words that stand beside its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.account.framing_table import choices_of
from rashomon.core import Citation, Claim, Document, Figure, Form, Framing, Kind, Reading, Referent, Span, WordingInUse
from rashomon.core.alignment import Telling
from rashomon.core.marks import between_marks
from rashomon.core.nouns import like_nouns
from rashomon.core.places import countries_in
from rashomon.core.quantities import compatible
from rashomon.core.words import FUNCTION_WORDS, stem

PRONOUNS = frozenset(
    "anyone anybody everyone nobody he she it they him her them we us i you who which that this these those".split()
)
OTHERS = frozenset("another other others similar more further first second third such former latter next".split())
"""Words by which a phrase says that it means something else of its kind."""

SAYING = frozenset("report claim statement story account allegation comment remark news word".split())
MOST_TITLE_CHARS = 30
MOST_WORDS = 12
"""A phrase of more words describes rather than names."""

MEN, WOMEN = (
    frozenset("man boy father son brother husband".split()),
    frozenset("woman girl mother daughter sister wife".split()),
)
"""Nouns that never stand for one person together, whatever else agrees."""

MASS = frozenset("staff crew personnel police family public youth team troop".split())
"""Nouns of several people that have no plural form."""

Uses = dict[str, dict[str, list[Citation]]]
"""Stem of the head word -> phrase as it stands -> places."""


def names_by_claim(
    claims: Sequence[Claim],
    tellings: Mapping[str, Sequence[Telling]],
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
) -> list[Framing]:
    """For each role of a claim that several documents carry, the different head words that they fill it with."""
    found: list[Framing] = []
    known: set[frozenset[str]] = set()
    for claim in claims:
        if len({t.document for t in tellings[claim.id]}) < 2:
            continue
        for role in ("target", "actor"):
            uses = _uses(tellings[claim.id], role, documents, readings)
            made = framing_made(uses, documents, readings)
            if made is None or frozenset(uses) in known:
                continue
            known.add(frozenset(uses))
            found.append(made)
    return found


def _uses(
    tellings: Sequence[Telling], role: str, documents: Mapping[str, Document], readings: Mapping[str, Reading]
) -> Uses:
    uses: Uses = {}
    heads: set[str] = set()
    numbers: set[bool] = set()
    figures: list[Figure] = []
    for t in tellings:
        referent: Referent | None = getattr(t.event, role)
        if referent is None or getattr(t, role) is not None or not _names_a_thing(referent, documents[t.document]):
            continue
        head = referent.head.lower()
        number = in_plural(head, documents[t.document].words_at(referent.span))
        if heads and not any(like_nouns(head, h) for h in heads):
            continue
        if (number is not None and numbers and number not in numbers) or _of_the_other_sex(head, heads):
            continue
        figure = next((f for f in readings[t.document].figures if referent.span.covers(f.span)), None)
        if figure is not None and not all(compatible(figure, f) for f in figures):
            continue
        figures += [figure] if figure is not None else []
        heads.add(head)
        numbers |= {number} if number is not None else set()
        shown = " ".join(documents[t.document].words_at(referent.span).split())
        place = Citation(document=t.document, span=referent.span)
        uses.setdefault(stem(head), {}).setdefault(shown, []).append(place)
    return uses


def _of_the_other_sex(head: str, heads: set[str]) -> bool:
    return bool((head in MEN and heads & WOMEN) or (head in WOMEN and heads & MEN))


def _names_a_thing(referent: Referent, document: Document) -> bool:
    head, phrase = referent.head.lower(), document.words_at(referent.span).lower().split()
    if not head or head in PRONOUNS or head in SAYING or len(phrase) > MOST_WORDS or len(phrase) < 2:
        return False  # one bare word ("missiles") may mean any of its kind
    return not any(w.strip(",") in OTHERS for w in phrase)


def in_plural(head: str, phrase: str) -> bool | None:
    """Whether a phrase means several, None for a noun that does not tell."""
    if head in MASS:
        return None
    words = [w.strip(".,;:“”\"'’").lower() for w in phrase.split()]
    return not any(w in (head, f"{head}'s") for w in words)


def framing_made(uses: Uses, documents: Mapping[str, Document], readings: Mapping[str, Reading]) -> Framing | None:
    """A framing of at least two words that are not all used by the same documents, None where there is no such.

    It is of what most call it: the commonest wording.
    """
    carriers = [frozenset(c.document for cs in forms.values() for c in cs) for forms in uses.values()]
    if len(uses) < 2 or len(frozenset().union(*carriers)) < 2 or len(set(carriers)) < 2:
        return None
    wordings = []
    for forms in uses.values():
        places = tuple(sorted({c for cs in forms.values() for c in cs}))
        shown = max(sorted(forms), key=lambda w, f=forms: len(f[w]))  # type: ignore[misc]
        quoted = all(in_quotation(c, documents[c.document], readings[c.document]) for c in places)
        wordings.append(WordingInUse(words=shown, citations=places, quoted=quoted))
    ordered = tuple(sorted(wordings, key=lambda w: (-len(w.citations), w.words)))
    return Framing(of=ordered[0].words, wordings=ordered)


def in_quotation(place: Citation, document: Document, reading: Reading) -> bool:
    """Whether words stand in somebody's reported speech or between quotation marks, in whole or by their head."""
    if any(q.form is not Form.INDIRECT and q.span.covers(place.span) for q in reading.quotations):
        return True
    passage = next((p for p in document.prose() if p.span.covers(place.span)), None)
    if passage is None:
        return False
    text, last = document.part(place.span.part), place.span.end - 1
    start, end = passage.span.start, passage.span.end
    return between_marks(text[start:end])(last - start)


def names_by_choice(documents: Mapping[str, Document], readings: Mapping[str, Reading]) -> list[Framing]:
    """The words between which outlets choose beside one name: "the Norvian government", "the Norvian regime"."""
    found: dict[tuple[str, str, bool], Uses] = {}
    for document, reading in readings.items():
        for name, head, place in (*qualified(reading, documents[document]), *entitled(reading, documents[document])):
            number = in_plural(head, documents[document].words_at(place))
            for choice in choices_of(head):
                phrase = " ".join(documents[document].words_at(place).split())
                key = (choice, name, bool(number))
                places = found.setdefault(key, {}).setdefault(stem(head), {}).setdefault(phrase, [])
                if (citation := Citation(document=document, span=place)) not in places:
                    places.append(citation)
    made = [framing_made(uses, documents, readings) for _, uses in sorted(found.items()) if len(uses) > 1]
    return [m for m in made if m is not None]


def qualified(reading: Reading, document: Document) -> Iterator[tuple[str, str, Span]]:
    """The phrases with one name before their head ("Norvian militants"): that name, the head and the place."""
    seen: set[Span] = set()
    for event in reading.events:
        for referent in (event.actor, event.target, event.voice, *(r for _, r in event.others)):
            if referent is None or referent.span in seen or referent.kind in {Kind.PLACE, Kind.PERSON}:
                continue
            seen.add(referent.span)
            words = document.words_at(referent.span).replace("’s", "").replace("'s", "").split()
            at = next((n for n, w in enumerate(words) if stem(w.lower().strip(",.")) == stem(referent.head)), 0)
            before = [w for w in words[:at] if w[:1].isupper() and w.lower() not in FUNCTION_WORDS]
            countries = countries_in(" ".join(words[:at]))
            name = countries[0] if len(countries) == 1 else before[0] if len(before) == 1 else None
            common = bool(words) and words[at].islower()
            if common and name is not None and len(words) <= MOST_WORDS and not any(w.lower() in OTHERS for w in words):
                yield name.lower(), referent.head.lower(), referent.span


def entitled(reading: Reading, document: Document) -> Iterator[tuple[str, str, Span]]:
    """The names of persons with the noun right before them ("strongman Pablo Rengo"), as `qualified`."""
    for mention in reading.mentions:
        if mention.form != "name" or mention.kind is not Kind.PERSON:
            continue
        text = document.part(mention.span.part)
        words = text[max(0, mention.span.start - MOST_TITLE_CHARS) : mention.span.start].split(" ")
        head = words[-2].lower() if len(words) > 1 and not words[-1] else ""
        if head.isalpha() and words[-2].islower():
            name = mention.name.replace("-", " ").lower()
            yield name, head, Span(mention.span.start - len(head) - 1, mention.span.end, mention.span.part)
