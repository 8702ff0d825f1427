"""Events made comparable: their parties, countries, counted targets and context, whatever their status."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from rashomon.align.about import ABOUT_DEEDS, told_about
from rashomon.align.parties import Parties
from rashomon.align.quantities import MEASURING, counting_figure, parts_of, value_of
from rashomon.align.whereabouts import NONE, Beside, Named, named_in, shows_names, where
from rashomon.core import Document, Event, Figure, Kind, Reading, Referent, Role, Span
from rashomon.core.alignment import Telling
from rashomon.core.places import countries_in, country_word
from rashomon.core.predicates import is_converse, predicate_class
from rashomon.core.words import FUNCTION_WORDS, key_stems, stem, words

OPEN_HEADS = frozenset(
    {"anyone", "anybody", "someone", "somebody", "nobody", "everyone", "none", "nothing", "anything"}
)
DEFINITE = re.compile(r"^(?:the|these|those|this|that|its|his|her|their|both|all)\b", re.IGNORECASE)
OPEN = re.compile(r"^(?:any|no|anyone|anybody|nobody)\b", re.IGNORECASE)
OF_SOME = re.compile(
    r"^(?:(?:the|its|his|her|their) )?(?:many|much|more|most|several|some|other|others|another|few|fewer|less|various|"
    r"each|every)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


FROM_WHERE_THE_ACTOR_RULES = frozenset({"expel", "ban"})
"""Actions that only the one who rules a place does: "expelled from Norvia" was done by Norvia."""


OF_WHAT_IT_BEFALLS = frozenset({"crash", "derail", "sink", "collapse"})
"""Actions whose noun has after "of" what their verb has as subject: "the crash of the plane", "the plane crashed"."""


@dataclass(frozen=True, slots=True)
class Part:
    """One role of an event: who or what, for comparing.

    `party` is set for a party with a name of its own, `kind` what sort of thing it is. `figure` counts it, with its
    value in `quantity` and the sum with what is joined to it ("31 employees and four diplomats") in `total`.
    `proper` are the stems of its capitalised words. `reach` tells whether the phrase is `definite` ("the
    diplomats"), `open` ("anyone", "any diplomats"), `counted` or `bare` ("diplomats"); `of_some` that it is of some of
    its kind ("many diplomats", "another diplomat"), `several` that its head stands in the plural. `whose` are the names
    that tell of people whose they are ("officers of Aldany").
    """

    party: str | None
    kind: Kind
    head: str
    stems: frozenset[str]
    proper: frozenset[str]
    countries: frozenset[str]
    figure: Figure | None
    quantity: float | None
    total: float | None
    reach: str
    of_some: bool = False
    several: bool = False
    whose: frozenset[Named] = NONE

    @property
    def counts(self) -> frozenset[float]:
        """The values under which the phrase may be counted elsewhere: its own, and that of its parts together."""
        return frozenset(v for v in (self.quantity, self.total) if v is not None)


@dataclass(frozen=True, slots=True)
class Frame:
    """A telling with its action class and roles, the stems of its clause, and those of them outside the roles.

    `year` is set where the clause tells of another year than that of publishing. `prominent` tells that it stands
    where a report tells its main happening: the headline or the lead. `wording` is the sentence's words with the
    place of the predicate among them: equal wordings are one sentence, copied. Of an act that is about another deed
    `held` are the classes of the deeds that its clause tells, and `about` the stems of what is said of them. `where`
    are the places that the clause names.
    """

    telling: Telling
    action: str
    actor: Part | None
    target: Part | None
    context: frozenset[str]
    clause: frozenset[str] = frozenset()
    wording: tuple[str, int] = ("", 0)
    year: int | None = None
    prominent: bool = False
    held: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    where: frozenset[Named] = NONE


def affiliations(documents: Mapping[str, Document], parties: Parties) -> dict[str, frozenset[str]]:
    """The country on whose behalf a party acts, from its own name and from the words before its mentions.

    "Norwegian foreign minister Edda Orsk" gives its person the country; a party with several countries before
    its name in about equal number keeps none, for a wrong side is worse than none.
    """
    found: dict[str, frozenset[str]] = {}
    for party in parties.all:
        own = country_word(party.name)
        if own is not None:
            found[party.id] = frozenset({own.country})
            continue
        seen: Counter[str] = Counter(c for name in (party.name, *party.aliases) for c in countries_in(name))
        for m in party.mentions:
            text = documents[m.document].part(m.span.part)
            seen.update(countries_in(_before(text, m.span)))
        if seen:
            (best, n), *rest = seen.most_common(2)
            if not rest or n > 2 * rest[0][1]:
                found[party.id] = frozenset({best})
    return found


def _before(text: str, span: Span) -> str:
    """The run of words right before a mention that can be its title: no verb-like break, no punctuation but commas."""
    before = text[max(0, span.start - 60) : span.start]
    run = re.search(r"((?:[\w’'.-]+\s+|[\w’'.-]+,\s+){1,5})$", before)
    if run is None:
        return ""
    kept: list[str] = []
    for token in reversed(run.group(1).split()):
        bare = token.rstrip(",")
        if bare.islower() and bare not in TITLE_WORDS:
            break
        kept.append(token)
    return " ".join(reversed(kept))


TITLE_WORDS = frozenset(
    """
    president prime minister foreign defence defense interior finance minister secretary state spokesman spokeswoman
    spokesperson ambassador chancellor senator leader chief general opposition ministry embassy official envoy deputy
    of affairs the then-president vice king queen then former outgoing
    """.split()
)


def role_of(
    referent: Referent | None,
    event: Event,
    document: Document,
    reading: Reading,
    parties: Parties,
    sides: Mapping[str, frozenset[str]],
) -> Part | None:
    """The comparable form of one role of an event, or None for an empty one."""
    if referent is None:
        return None
    party = parties.proper(referent.name)
    own = sides.get(party, frozenset()) if party else frozenset()
    countries = frozenset(countries_in(referent.name)) or frozenset(
        c for m in referent.modifiers for c in countries_in(m.capitalize())
    )
    head = referent.head.lower()
    figure = counting_figure(referent.span, head, reading.figures)
    quantity = value_of(figure, event, reading, document) if figure is not None else None
    parts = parts_of(figure, reading, document) if figure is not None else ()
    total = sum(p.value for p in parts if p.value is not None) if parts else None
    if head in MEASURING and figure is not None:
        head = figure.head.lower()
    name = uncounted(referent, figure)
    stems = frozenset(s for s in key_stems(name) if not s[:1].isdigit())
    return Part(
        party=party,
        kind=referent.kind,
        head=head,
        stems=stems | {stem(m) for m in referent.modifiers} | ({stem(head)} if head else set()),
        proper=frozenset(stem(w) for w in proper_words(name)),
        countries=countries or own,
        figure=replace(figure, value=quantity) if figure is not None else None,
        quantity=quantity,
        total=total,
        reach=reach_of(referent, figure),
        of_some=OF_SOME.match(name) is not None,
        several=_plural(name, head),
    )


def _with_whose(part: Part | None, referent: Referent | None, beside: Beside) -> Part | None:
    """A role with the names that say of people or a body whose they are; behind a thing's "of" may stand anything."""
    if part is None or referent is None or referent.kind not in {Kind.PEOPLE, Kind.PERSON, Kind.BODY}:
        return part
    return replace(part, whose=frozenset(n for n in named_in(referent.name, beside) if n.way == "of"))


def _plural(name: str, head: str) -> bool:
    """Whether a phrase has its head's lemma only with a plural ending: "wells", "authorities"."""
    found = words(name)
    endings = {f"{head}s", f"{head}es", f"{head.removesuffix('y')}ies"}
    return bool(head) and head not in found and not endings.isdisjoint(found)


def uncounted(referent: Referent, figure: Figure | None) -> str:
    """A phrase without the number that it begins with ("Fourteen people" -> "people")."""
    if figure is not None and figure.span.start == referent.span.start and len(figure.span) < len(referent.name):
        return referent.name[len(figure.span) :].strip()
    return referent.name


def proper_words(name: str) -> list[str]:
    """The capitalised words of a phrase, lower-case: its names and its proper adjectives ("Norvian")."""
    tokens = [t.strip("\"“”‘’'()[],;:.") for t in name.replace("’s", "").replace("'s", "").split()]
    return [t.lower() for t in tokens if t[:1].isupper() and t.lower() not in FUNCTION_WORDS]


def reach_of(referent: Referent, figure: Figure | None) -> str:
    """How far a phrase reaches: counted, open, definite or bare."""
    if referent.head in OPEN_HEADS or OPEN.match(referent.name):
        return "open"
    if figure is not None:
        return "counted"
    if referent.kind in {Kind.PERSON, Kind.BODY, Kind.PLACE} or DEFINITE.match(referent.name):
        return "definite"
    return "bare"


def frames_of(
    document: Document,
    reading: Reading,
    parties: Parties,
    sides: Mapping[str, frozenset[str]],
    *,
    beside: Beside = MappingProxyType({}),
) -> list[Frame]:
    """All events of one document as frames; `beside` tells which names of the story are told around others."""
    lead, years = lead_of(document), background_years(document, reading)
    return [
        replace(
            _frame(event, document, reading, parties, sides, beside),
            year=years.get(event.sentence),
            prominent=any(span.covers(event.predicate.span) for span in lead),
        )
        for event in reading.events
    ]


def background_years(document: Document, reading: Reading) -> dict[Span, int]:
    """The year of each sentence that tells of another year than that of publishing.

    A year holds for the sentences after it in its paragraph until another time is named: news returns to the
    present with a new paragraph or a new time.
    """
    published = document.published_at.year if document.published_at else None
    found: dict[Span, int] = {}
    timed = [m.span for m in reading.times if m.precision != "duration"]
    for passage in document.prose():
        current: int | None = None
        for sentence in (s for s in reading.sentences if passage.span.covers(s)):
            named = {int(y) for y in YEAR.findall(document.words_at(sentence))}
            earlier = sorted(y for y in named if published is None or y < published)
            if earlier:
                current = earlier[0]
            elif named or any(sentence.covers(t) for t in timed):
                current = None
            if current is not None:
                found[sentence] = current
    return found


LEAD_PARAGRAPHS = 2


def lead_of(document: Document) -> tuple[Span, ...]:
    """The headline, the standfirst and the first paragraphs: where news tells its main happening."""
    lead, seen = [], 0
    for passage in document.prose():
        seen += passage.role not in {Role.HEADLINE, Role.STANDFIRST}
        if seen > LEAD_PARAGRAPHS:
            break
        lead.append(passage.span)
    return tuple(lead)


def _frame(
    event: Event,
    document: Document,
    reading: Reading,
    parties: Parties,
    sides: Mapping[str, frozenset[str]],
    beside: Beside,
) -> Frame:
    telling = Telling(
        document=document.id,
        event=event,
        actor=parties.proper(event.actor.name) if event.actor else None,
        target=parties.proper(event.target.name) if event.target else None,
        voice=parties.of(event.voice.name) if event.voice else None,
    )
    actor, target = (role_of(r, event, document, reading, parties, sides) for r in (event.actor, event.target))
    action = predicate_class(event.predicate.lemma, event.predicate.form) or event.predicate.lemma
    names = shows_names(document.words_at(event.sentence))
    if names:
        actor, target = (_with_whose(p, r, beside) for p, r in ((actor, event.actor), (target, event.target)))
    if actor is None and action in FROM_WHERE_THE_ACTOR_RULES:
        place = next((r for how, r in event.others if how == "from"), None)
        actor = role_of(place, event, document, reading, parties, sides)
    if action in OF_WHAT_IT_BEFALLS and event.predicate.form == "noun" and actor is None:
        actor, target = target, None
    if is_converse(event.predicate.lemma):
        actor, target = target, actor
    held, about = told_about(event, document, reading) if action in ABOUT_DEEDS else (frozenset(), frozenset())
    clause = document.words_at(event.span)
    predicate = document.words_at(event.predicate.span)
    taken = set(key_stems(predicate))
    for role in (actor, target):
        taken |= role.stems if role else set()
    return Frame(
        telling=telling,
        action=action,
        actor=actor,
        target=target,
        context=frozenset(key_stems(clause)) - taken,
        clause=frozenset(key_stems(clause)),
        wording=(
            " ".join(words(document.words_at(event.sentence))),
            len(words(document.part(event.sentence.part)[event.sentence.start : event.predicate.span.start])),
        ),
        held=held,
        about=about,
        where=where(event, beside) if names else NONE,
    )
