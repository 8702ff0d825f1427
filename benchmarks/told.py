"""One invented story told by any number of outlets, from a seed: `story(50)` gives fifty reports of 300 to 600 words.

A story has a cast, happenings that each report tells in words of its own choice and with a status, tolls that rise from
hour to hour, and things said that are quoted whole, in part, retranslated or in reported speech. Most sentences of a
report are on what others tell too; the rest, as in real news, is its own: a witness, a street, a figure. Some reports
are copies of an earlier one with edits. Nothing here is taken from any text.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from benchmarks.reports import ADJECTIVES, PLAIN, VERBS, name, written
from rashomon.core import Document

OFFICES = """mayor|harbour master|fire chief|transport minister|union leader|opposition leader|port director|chief
 inspector|hospital spokeswoman|insurer|ferry owner|rescue coordinator|prosecutor|regional governor|engineer""".split(
    "|"
)
BODIES = """the {place} Port Authority|the {place} council|the {name} Line|the {name} Union of Pilots|the transport
 ministry|the {name} Institute|the coastguard|the {place} hospital|the {name} Insurance Company""".split("|")
THINGS = """eastern quay|swing bridge|night ferry|fuel depot|old lighthouse|customs hall|fish market|north channel|
cable railway|harbour school|ring road|cold store|dry dock|signal station|grain silo|river lock|cargo terminal|
tram depot|power station|water tower""".replace("\n", "").split("|")
REASONS = (
    "after the {j} {w} had {v} a {w2}", "because the {w} of the {j} {w2} was {v}", "although a {j} {w} {v} the {w2}",
    "despite a {j} {w} over the {w2}", "on the advice of {k} {j} {x}s", "while {x}s and {x2}s {v} one {j} {w}",
    "without telling the {x} of the {j} {w}", "before the {j} {w} could be {v}", "in spite of the {x2}'s {j} {w}",
    "to make room for the {j} {w2}s", "under pressure from {k} {x}s of the {j} {w}", "as {j} smoke {v} the {w}",
    "at the request of {k} families in the {j} {w2}", "when the {x}s had {v} the {w} and the {j} {w2}",
)  # fmt: skip
"""What a report adds to a happening, in words that hardly another has."""

ACTS = (  # past, base, participle, noun phrase before its object
    ("closed", "close", "closed", "closure"), ("evacuated", "evacuate", "evacuated", "evacuation"),
    ("reopened", "reopen", "reopened", "reopening"), ("inspected", "inspect", "inspected", "inspection"),
    ("sold", "sell", "sold", "sale"), ("demolished", "demolish", "demolished", "demolition"),
    ("seized", "seize", "seized", "seizure"), ("repaired", "repair", "repaired", "repair"),
    ("blocked", "block", "blocked", "blockade"), ("searched", "search", "searched", "search"),
    ("abandoned", "abandon", "abandoned", "abandonment"), ("bought", "buy", "bought", "purchase"),
    ("flooded", "flood", "flooded", "flooding"), ("rebuilt", "rebuild", "rebuilt", "reconstruction"),
)  # fmt: skip
DONE = (
    "{A} {past} the {thing} on {day}{why}.",
    "The {thing} was {participle} by {a} on {day}{why}.",
    "On {day} {a} {past} the {thing} at {place}{why}.",
    "{A} has {participle} the {thing}{why}, officials said.",
    "The {noun} of the {thing} by {a} began on {day}{why}.",
    "{P}, the {office}, said that {a} had {participle} the {thing}{why}.",
)
OTHERWISE = (
    "{A} will {base} the {thing} next {day}{why}.",
    "{A} plans to {base} the {thing}, according to {p}{why}.",
    "{P} urged {a} to {base} the {thing}{why}.",
    "{P} proposed that {a} {base} the {thing}{why}.",
    "{P} denied that {a} had {participle} the {thing}{why}.",
    "{A} refused to {base} the {thing}{why}.",
    "{A} threatened to {base} the {thing} unless {b} paid{why}.",
    "{A} may have {participle} the {thing}, {p} told reporters{why}.",
)
TOLLS = (
    "At least {n} people were killed and {m} injured when the {thing} collapsed{why}.",
    "{n} people died and {m} were hurt, the {office} said on {day}{why}.",
    "The collision at the {thing} killed {n} people{why}, {p} said.",
    "{P} said that {n} people had died and that {m} others were in hospital{why}.",
)
FIRST = (
    "the {thing} should never have been open that night", "we warned {b} about the {thing} three times",
    "nobody at {a} answered the telephone", "the crew did what anybody would have done",
    "{n} families have lost their homes at {place}", "this harbour will not be the same without the {thing}",
    "I shall not resign over the {thing}", "there is no proof that {a} knew of the cracks",
    "we do not need lectures from {b}", "the figures that {a} gave were simply wrong",
)  # fmt: skip
SECOND = (
    "and those who signed the papers know it", "but we cannot undo what happened at {place}",
    "and {b} will have to pay for it", "because safety was never their first concern",
    "and we will ask for {n} million crowns", "but the inquiry must come before the blame",
    "so the gates stay shut until the engineers agree", "and my door is open to every family",
)  # fmt: skip
CUES = ("said", "told reporters", "said on {day}", "told a meeting at {place}", "wrote in a letter")
ASIDE = (
    "{Own}, who runs a {shop} on {own2} Street, counted {k} {j} lorries{why}.",
    "The {shop} belongs to {own}, whose {w} came to {own2} {k} years ago{why}.",
    "In {own2}, {k} kilometres from the {j} {w}, the lights went out{why}.",
    "{Own} had driven from {own2} with {k} blankets and a {j} {w}{why}.",
    "A spokesman for {own2} Freight said {k} {x}s were waiting at the {w}{why}.",
    "“I heard the {w} and then a {j} noise,” said {own}, a {shop} owner from {own2}.",
    "Volunteers from {own2} served {k} meals in the {j} {shop}{why}.",
    "Traffic on the {own2} road was held up for {k} minutes{why}, the police said.",
    "{Own}, {k}, a {x}, lost two boats and a {j} {w}{why}.",
    "Shares in {own2} Shipping fell by {k} per cent{why}.",
    "The last inspection, by {own} of the {own2} Institute, found a {j} {w}{why}.",
    "Schools in {own2} stayed open, though {k} {x}s {v} the {w}{why}.",
)

TRADES = """pilot sailor docker baker teacher nurse lawyer diver driver engineer farmer tailor painter plumber butcher
welder clerk cook guard fisherman student waiter miner""".split()
SHOPS = "bakery|bookshop|chandlery|cafe|laundry|garage|pharmacy|workshop|guesthouse|smokehouse".split("|")
ALIKE = {
    "never": "not ever", "warned": "alerted", "answered": "picked up", "crew": "sailors", "lost": "been deprived of",
    "proof": "evidence", "lectures": "lessons", "simply": "just", "papers": "documents", "undo": "reverse",
    "pay": "answer", "concern": "worry", "ask": "sue", "inquiry": "investigation", "shut": "closed", "door": "office",
    "began": "started", "urged": "called on", "hurt": "wounded", "people": "persons", "officials": "authorities",
}  # fmt: skip
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
LEAST_WORDS, MOST_WORDS = 300, 600
COPIED = 0.15
"""Share of the reports that are another's words with edits."""
OWN = 0.35
"""Share of sentences that only their report has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A happening of the story: who does what, and how many were hurt where it is a toll."""

    fills: dict[str, str]
    toll: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Something said: two clauses, by whom."""

    first: str
    second: str
    speaker: str
    office: str


class Words:
    """The words that fill a story's sentences: few, so that what reports share by chance is hard to tell apart."""

    said: Sequence[str] = ()
    """What people say instead of what they always say, in words that are drawn too."""

    def nouns(self, rng: random.Random, count: int) -> list[str]:
        """So many unlike nouns."""
        return rng.sample(PLAIN, count)

    def noun(self, rng: random.Random) -> str:
        """A noun."""
        return rng.choice(PLAIN)

    def verb(self, rng: random.Random) -> str:
        """A verb, past."""
        return rng.choice(VERBS)

    def thing(self, rng: random.Random) -> str:
        """What something happens to."""
        return rng.choice(THINGS)


class Story:
    """What happened, and how a report tells it."""

    def __init__(self, seed: int | str, *, facts: int = 120, sayings: int = 150, words: Words | None = None) -> None:
        self.words = words or Words()
        self.rng = rng = random.Random(seed)
        self.place, self.began = name(rng), datetime(2031, 3, 5, 6, tzinfo=UTC)
        self.people = [(f"{name(rng)} {name(rng)}", office.strip()) for office in OFFICES]
        self.bodies = [" ".join(b.format(place=self.place, name=name(rng)).split()) for b in BODIES]
        self.facts = [self._fact(toll=number < 4) for number in range(facts)]
        self.sayings = [self._saying() for _ in range(sayings)]

    def _fills(self) -> dict[str, str]:
        rng = self.rng
        (p, office), (a, b) = rng.choice(self.people), rng.sample(self.bodies, 2)
        past, base, participle, noun = rng.choice(ACTS)
        return {
            "a": a, "A": a[0].upper() + a[1:], "b": b, "p": p, "P": p, "office": office,
            "thing": self.words.thing(rng),
            "past": past, "base": base, "participle": participle, "noun": noun, "place": self.place,
            "day": rng.choice(DAYS), "hours": str(rng.randint(2, 40)), "n": str(rng.randint(3, 40)),
        }  # fmt: skip

    def _fact(self, *, toll: bool) -> Fact:
        return Fact(fills=self._fills(), toll=toll)

    def _saying(self) -> Saying:
        fills = self._fills()
        first, second = (self.rng.choice(frames).format(**fills) for frames in (FIRST, SECOND))
        if self.words.said:
            first = self._filled(self.words.said, self.rng, **fills)
        return Saying(first=first, second=second, speaker=fills["p"], office=fills["office"])

    def _why(self, rng: random.Random) -> str:
        return self._filled(REASONS, rng)

    def _filled(self, frames: Sequence[str], rng: random.Random, **fills: str) -> str:
        (w, w2), (x, x2) = self.words.nouns(rng, 2), rng.sample(TRADES, 2)
        return rng.choice(frames).format(
            j=rng.choice(ADJECTIVES), v=self.words.verb(rng), k=rng.randint(2, 90), w=w, w2=w2, x=x, x2=x2, **fills
        )

    def told(self, hours: float, rng: random.Random) -> str:
        """One happening in words of this report's choice; tolls rise with the hours."""
        fact = self.facts[min(int(rng.expovariate(1 / 30)), len(self.facts) - 1)]
        fills = {**fact.fills, "why": f" {self._why(rng)}" if rng.random() < 0.95 else ""}
        fills["m"] = str(2 * int(fills["n"]) + int(hours // 8))
        fills["n"] = str(int(fills["n"]) + int(hours // 12))
        usual = DONE if rng.random() < 0.7 else OTHERWISE
        return rng.choice(TOLLS if fact.toll else usual).format(**fills)

    def said(self, rng: random.Random) -> str:
        """Something said: whole, in part, reworded or in reported speech."""
        one = self.sayings[min(int(rng.expovariate(1 / 40)), len(self.sayings) - 1)]
        first, second = (reworded(x, rng, 0.5) if rng.random() < 0.3 else x for x in (one.first, one.second))
        cue = rng.choice(CUES).format(day=rng.choice(DAYS), place=self.place)
        who = rng.choice((one.speaker, f"{one.speaker}, the {one.office},", one.speaker.split()[1]))
        match rng.randrange(4):
            case 0:
                return f"“{first[0].upper()}{first[1:]}, {second},” {who} {cue}."
            case 1:
                return f"“{first[0].upper()}{first[1:]},” {who} {cue}."
            case 2:
                return f"{who} said that {first}."
            case _:
                return f"{who} said “{first}”, {second}."

    def aside(self, rng: random.Random) -> str:
        """A sentence that only one report has."""
        own, why = f"{name(rng)} {name(rng)}", f" {self._why(rng)}" if rng.random() < 0.6 else ""
        return rng.choice(ASIDE).format(
            own=own, Own=own, own2=name(rng) + name(rng).lower(), k=rng.randint(2, 90),
            shop=rng.choice(SHOPS), j=rng.choice(ADJECTIVES), w=self.words.noun(rng), x=rng.choice(TRADES),
            v=self.words.verb(rng), why=why,
        )  # fmt: skip

    def sentences(
        self, hours: float, rng: random.Random, *, least: int = LEAST_WORDS, most: int = MOST_WORDS - 40
    ) -> list[str]:
        """A report's sentences, none twice: what most tell first, then quotations and what is its own."""
        found = [self.told(hours, rng)]
        wanted = rng.randint(least, most)
        while sum(len(s.split()) for s in found) < wanted:
            drawn = rng.random()
            one = self.aside(rng) if drawn < OWN else self.said(rng) if drawn < OWN + 0.25 else self.told(hours, rng)
            if one not in found:
                found.append(one)
        return found


def reworded(text: str, rng: random.Random, share: float) -> str:
    """The text with some words put in other ones."""
    return " ".join(ALIKE.get(w, w) if rng.random() < share else w for w in text.split())


def edited(sentences: list[str], rng: random.Random) -> list[str]:
    """Another's sentences as a second outlet prints them: some left out, some reworded; sometimes untouched."""
    if rng.random() < 0.3:
        return list(sentences)
    kept = [reworded(s, rng, 0.3) for s in sentences if rng.random() < 0.85]
    at = rng.randrange(1, len(kept))
    return [*kept[:at], *reversed(kept[at : at + 2]), *kept[at + 2 :]]


def story(reports: int, *, seed: int = 1) -> list[Document]:
    """So many reports of one story, in the order of publishing; the first of a longer story are those of a shorter."""
    happened, rng = Story(seed), random.Random(f"reports {seed}")
    told: list[list[str]] = []
    found = []
    for number in range(reports):
        hours = number * 0.25
        copied = told and rng.random() < COPIED
        sentences = edited(rng.choice(told), rng) if copied else happened.sentences(hours, rng)
        told.append(sentences)
        headline = happened.told(hours, rng).rstrip(".")
        outlet = f"{name(rng)} {rng.choice(('Post', 'Mail', 'Courier', 'Gazette'))}"
        at = happened.began + timedelta(hours=hours)
        found.append(document(f"r{number}", headline, sentences, rng, outlet=outlet, at=at))
    return found


def document(  # noqa: PLR0913  likewise
    key: str,
    headline: str,
    sentences: list[str],
    rng: random.Random,
    *,
    outlet: str,
    at: datetime,
    address: str | None = None,
) -> Document:
    """The sentences as a document, one to three to a paragraph."""
    paragraphs, start = [], 0
    while start < len(sentences):
        size = rng.randint(1, 3)
        paragraphs.append(" ".join(sentences[start : start + size]))
        start += size
    return written(key, headline, paragraphs, outlet=outlet, at=at, language="en", address=address)
