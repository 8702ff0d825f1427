"""Invented reports by the thousand, from a seed: happenings with names, places and figures, told by outlets.

Nothing here is taken from any text. A happening is a kind (a ferry aground, a strike) with its own names, place,
numbers and quotations; a report tells it in sentences filled anew, so that two reports of one happening share its
facts and its quotations, but no prose except by chance of the small grammar.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rashomon.core import Document, Part, Passage, Role, Span

ONSETS = "b br d dr f fr g gr h k kl l m n p pr r s st t tr v w".split()
VOWELS = "a e i o u aa ei ou".split()
ENDS = "l n r s t ld rn sk nd m ss v".split()
KINDS = {
    "ferry": "ferry harbour tug rocks lifeboat passenger hull captain tide cargo deck coastguard".split(),
    "strike": "union wage pilot picket airline contract walkout timetable ballot overtime crew terminal".split(),
    "flood": "river dam cellar pump levee rain bridge sandbag shelter mud valley engineer".split(),
    "trial": "judge jury verdict witness lawyer fraud bribe ledger appeal defendant clerk sentence".split(),
    "fire": "blaze warehouse smoke brigade roof hose spark insurer mattress stairway alarm arson".split(),
    "vote": "parliament bill minister coalition deputy amendment speaker opposition budget pension".split(),
    "match": "goal keeper referee penalty league striker stadium coach injury title derby fans".split(),
    "find": "archaeologist tomb coin museum trench pottery skeleton temple mosaic dig bronze curator".split(),
}
VERBS = """closed opened struck moved left reached blamed praised warned lost found carried stopped began repaired
refused ordered promised delayed cleared counted guarded crossed lifted emptied flooded shook covered checked sold
""".split()
PLAIN = """street morning report decision office school market village group evening family road letter plan work
number hour week house question council field station company door crowd night winter law paper neighbour
""".split()
ADJECTIVES = """old northern narrow public heavy quiet early second wooden broken local expected empty large wet
private famous sudden careful distant costly bitter modest steep rural
""".split()
FRAMES = (
    "The {a} {k} {v} the {a2} {p} near {place} before the {k2} could be {v2}.",
    "In {place}, {k}s and {p}s {v} one another while {n} {p2}s waited for the {a} {k2}.",
    "{person} {v} the {k} at the {a} {p}, and the {p2} of {place} {v2} the {k2}.",
    "Nobody {v} the {a} {k} for {n} days, although a {p} had {v2} every {k2}.",
    "After the {p}, {n} {k}s were {v} and a {a} {k2} {v2} the {p2}.",
    "By {p2} the {k} had {v} {place}, which few {p}s {v2} without a {a} {k2}.",
    "A {a} {p} {v} {person}, whose {k} was {v2} beside the {a2} {k2}.",
    "Some {p}s say that the {k2} {v} too late; others {v2} the {a} {k} instead.",
    "What the {k} {v} was {a}, but the {p} {v2} {n} of its {k2}s.",
    "{place} {v} its {a} {p2} again once the {k2} and the {k} were {v2}.",
)
SAID = (
    "We {v} the {k} because no {p} would have {v2} the {a} {k2}, and I stand by every {p2} of it",
    "The {a} {k} is ours, the {p} is ours, and {n} {k2}s will not change what we {v}",
    "Whoever {v} that {k} must answer to the {p}s of {place} before another {k2} is {v2}",
)
HEADLINES = ("{kind} at {place}: {k} {v}", "{person} and the {a} {k} of {place}", "{place} {k} {v} after {kind}")


def name(rng: random.Random) -> str:
    """An invented name."""
    parts = rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(ENDS) + rng.choice(VOWELS) + rng.choice(ENDS)
    return parts.capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happened, where, with whom, and what was said."""

    key: str
    kind: str
    place: str
    persons: tuple[str, ...]
    numbers: tuple[int, ...]
    said: tuple[str, ...]
    at: datetime


def happening(key: int, rng: random.Random) -> Happening:
    """One happening of its own."""
    kind = rng.choice(sorted(KINDS))
    place, persons = name(rng), tuple(f"{name(rng)} {name(rng)}" for _ in range(3))
    numbers = tuple(rng.randint(3, 900) for _ in range(4))
    at = datetime(2031, 1, 1, tzinfo=UTC) + timedelta(hours=rng.randint(0, 24 * 120))
    bare = Happening(key=f"h{key}", kind=kind, place=place, persons=persons, numbers=numbers, said=(), at=at)
    said = tuple(_fill(frame, bare, rng) for frame in SAID)
    return Happening(key=f"h{key}", kind=kind, place=place, persons=persons, numbers=numbers, said=said, at=at)


def _fill(frame: str, told: Happening, rng: random.Random) -> str:
    k, k2 = rng.sample(KINDS[told.kind], 2)
    p, p2 = rng.sample(PLAIN, 2)
    a, a2 = rng.sample(ADJECTIVES, 2)
    v, v2 = rng.sample(VERBS, 2)
    filled = frame.format(
        k=k, k2=k2, p=p, p2=p2, a=a, a2=a2, v=v, v2=v2,
        n=rng.choice(told.numbers), place=told.place, person=rng.choice(told.persons), kind=told.kind,
    )  # fmt: skip
    return filled[0].upper() + filled[1:]


def sentence(told: Happening, rng: random.Random) -> str:
    """One sentence of prose on a happening."""
    return _fill(rng.choice(FRAMES), told, rng)


def quotation(told: Happening, which: int) -> str:
    """One of the quotations of a happening, the same in every report."""
    return f"“{told.said[which]},” {told.persons[which]} said."


def prose(told: Happening, rng: random.Random, sentences: int) -> list[str]:
    """Sentences on a happening."""
    return [sentence(told, rng) for _ in range(sentences)]


def report(
    told: Happening, key: str, sentences: list[str], rng: random.Random, *, outlet: str, hours: float = 0.0
) -> Document:
    """A document of these sentences, three to a paragraph."""
    headline = _fill(rng.choice(HEADLINES), told, rng)
    paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
    return written(key, headline, paragraphs, outlet=outlet, at=told.at + timedelta(hours=hours))


def written(  # noqa: PLR0913  a document is so much
    key: str,
    headline: str,
    paragraphs: list[str],
    *,
    outlet: str,
    at: datetime,
    language: str | None = None,
    address: str | None = None,
) -> Document:
    """A headline and paragraphs as a document."""
    passages, start = [], 0
    for paragraph in paragraphs:
        passages.append(Passage(span=Span(start, start + len(paragraph)), role=Role.PARAGRAPH))
        start += len(paragraph) + 2
    return Document(
        id=key,
        text="\n\n".join(paragraphs),
        headline=headline,
        headline_span=Span(0, len(headline), Part.HEADLINE),
        address=address,
        outlet=outlet,
        language=language,
        published_at=at,
        passages=tuple(passages),
    )


def with_own_words(sentences: list[str], words: int, rng: random.Random) -> list[str]:
    """The same sentences with so many invented words strewn in that no other report has; a third are names."""
    told = [sentence.split(" ") for sentence in sentences]
    for number in range(words):
        own = name(rng) + name(rng).lower()
        at = told[number % len(told)]
        at.insert(rng.randint(1, len(at) - 1), own if number % 3 == 0 else own.lower())
    return [" ".join(each) for each in told]


def stream(
    documents: int, *, seed: int = 1, reports: int = 8, sentences: int = 18, own_words: int = 0
) -> list[tuple[str, Document]]:
    """So many reports of about 300 words, with the key of their happening; one in ten is a copy of another's.

    With `own_words` each report that is no copy has so many words that none before it had; all else is the same. Of
    real news some 20 terms of a report are new, however many were read before.
    """
    rng, own = random.Random(seed), random.Random(f"own words {seed}")
    found: list[tuple[str, Document]] = []
    for number in range(documents // reports):
        told = happening(number, rng)
        last: list[str] = []
        for i in range(reports):
            if not last or rng.random() >= 0.1:
                last = [*with_own_words(prose(told, rng, sentences), own_words, own), quotation(told, i % 3)]
            outlet = f"{name(rng)} Post"
            found.append((told.key, report(told, f"{told.key}-{i}", last, rng, outlet=outlet, hours=i * 3.0)))
    return found
