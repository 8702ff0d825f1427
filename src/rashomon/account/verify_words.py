"""The words of a sentence beside the words of the places that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.core import Citation, Document, Event, Figure, Kind, Party, Reading, Span
from rashomon.core.calendar import MONTHS, WEEKDAYS
from rashomon.core.words import FUNCTION_WORDS, WORD, fold, stem

WEIGHTY = frozenset(
    """
    more most some any each both same before after under over about again once than against other own other off all
    between during until out while without within
    """.split()
)
"""Function words that change what is said: in a digest they must stand in the place that is cited."""
EMPTY = (FUNCTION_WORDS - WEIGHTY) | frozenset({"there", "either", "own"})

MODALS = {"would": "will", "shall": "will", "'ll": "will", "might": "may", "could": "can", "cannot": "can"}
"""Modal verbs that reported speech turns into one another."""

NEGATIONS = frozenset(
    {"not", "no", "never", "none", "nobody", "neither", "nor", "without", "nothing", "hardly", "denied"}
)

SYNONYMS = tuple(
    frozenset(line.split())
    for line in """
    close shut
    injure hurt wound
    begin start
    refuse decline
    ask request
    buy purchase
    halt stop
    postpone delay
    dismiss sack
    plan intend
    expel eject
    plane aircraft
    official functionary
    people persons
    percent per cent
    """.strip().splitlines()
)
"""Words of the same sense whatever they are said of; nothing that is only alike ("killed", "murdered")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word at its place, with the keys by which it meets another."""

    word: str
    start: int
    end: int
    keys: frozenset[str]
    capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is cited of one sentence of one document."""

    document: Document
    reading: Reading
    sentence: Span
    pieces: tuple[Span, ...]
    tokens: tuple[Token, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    parties: frozenset[str]

    def holds(self, span: Span) -> bool:
        """Whether a place is cited."""
        return any(piece.covers(span) for piece in self.pieces)


def tokens_of(text: str, events: Iterable[Event] = (), within: Span | None = None) -> tuple[Token, ...]:
    """The words of a text (or of a place in it), contracted negations parted from their verbs."""
    place = within or Span(0, len(text))
    lemmas: dict[int, str] = {}
    for event in events:
        if event.predicate.span.part == place.part and event.predicate.form != "light":
            lemmas[event.predicate.span.start] = event.predicate.lemma.split()[0].lower()
    found = []
    for match in WORD.finditer(text, place.start, place.end):
        words, start, end = match.group(), match.start(), match.end()
        for word in _parted(fold(words)):
            keys = _keys(word, lemmas.get(start))
            found.append(Token(word=word, start=start, end=end, keys=keys, capital=words[:1].isupper()))
    return tuple(found)


@lru_cache(maxsize=1 << 15)
def _keys(word: str, lemma: str | None) -> frozenset[str]:
    """The forms and senses by which a word, or a verb of that lemma, meets another."""
    keys = {word, stem(word)} if lemma is None else {word, stem(word), lemma, stem(lemma)}
    alike = keys | {word.removesuffix("s")}
    return frozenset(keys | {f"={i}" for i, group in enumerate(SYNONYMS) if group & alike})


@lru_cache(maxsize=1 << 14)
def _parted(word: str) -> tuple[str, ...]:
    if word in {"won't", "cannot"}:
        return ("will" if word == "won't" else "can", "not")
    if word.endswith("n't"):
        verb = word.removesuffix("n't")
        return (MODALS.get(verb, verb), "not") if verb else ("not",)
    head, mark, _ = word.partition("'")
    if mark and head in {"we", "i", "he", "she", "they", "it", "you", "that", "there"}:
        return (head, "will") if word.endswith("'ll") else (head,)
    return (MODALS.get(word, word),)


def sources_of(
    citations: Sequence[Citation],
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
    names: Names,
) -> tuple[Source, ...]:
    """The cited sentences, each with what of it is cited, in the order of the citations."""
    pieces: dict[tuple[str, Span], list[Span]] = {}
    for c in citations:
        inside = [s for s in readings[c.document].sentences if s.touches(c.span)]
        for s in inside or [c.span]:
            cut = Span(max(s.start, c.span.start), min(s.end, c.span.end), s.part)
            pieces.setdefault((c.document, s), []).append(cut)
    places: dict[str, list[Span]] = {}
    for c in citations:
        places.setdefault(c.document, []).append(c.span)
    cited = {d: frozenset(names.mentioned(d, spans)) for d, spans in places.items()}
    found = []
    for (d, sentence), cuts in pieces.items():
        key = d, sentence, _joined(cuts), cited[d]
        source = names.sources.get(key)
        if source is None:
            source = names.sources[key] = _source(documents[d], readings[d], *key[1:], names)
        found.append(source)
    return tuple(found)


def _source(
    document: Document,
    reading: Reading,
    sentence: Span,
    pieces: tuple[Span, ...],
    parties: frozenset[str],
    names: Names,
) -> Source:
    events = tuple(e for e in reading.events if any(p.covers(e.predicate.span) for p in pieces))
    text = document.part(sentence.part)
    tokens = tuple(t for p in pieces for t in tokens_of(text, reading.events, p))
    return Source(
        document=document,
        reading=reading,
        sentence=sentence,
        pieces=pieces,
        tokens=tokens,
        events=events,
        figures=tuple(f for f in reading.figures if any(p.covers(f.span) for p in pieces)),
        parties=names.with_persons(parties) | names.surnames_in(tokens),
    )


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans without overlap, in order."""
    found: list[Span] = []
    for s in sorted(spans):
        if found and found[-1].part == s.part and s.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, s.end), s.part)
        else:
            found.append(s)
    return tuple(found)


PROPER = re.compile(r"\b(?!(?:The|A|An)\b)[A-Z]")
"""What a name has and a description ("the landlord", "The council") has not."""


class Names:
    """Which party a name stands for, by the names that the story's reports give it."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self._by_name: dict[tuple[str, ...], set[str]] = {}
        self._by_end: dict[str, set[str]] = {}
        self.words: dict[str, frozenset[str]] = {}
        self.names: dict[str, tuple[tuple[str, ...], ...]] = {}
        self.kind = {p.id: p.kind for p in parties}
        self._mentions: dict[str, list[tuple[Span, str]]] = {}
        self.sources: dict[tuple[str, Span, tuple[Span, ...], frozenset[str]], Source] = {}
        """What was cited so far, by document, sentence, places and parties: the same places are cited over and over."""
        self._having: dict[str, list[str]] = {}
        """Word -> the parties that have it in some name."""
        alone: dict[str, str] = {}
        for p in parties:
            names = tuple(name_words(n) for n in (p.name, *p.aliases))
            self.names[p.id] = names
            self.words[p.id] = frozenset(w for n in names for w in n if w not in EMPTY)
            for w in self.words[p.id]:
                self._having.setdefault(w, []).append(p.id)
            for m in p.mentions:
                self._mentions.setdefault(m.document, []).append((m.span, p.id))
            for n in names:
                self._by_name.setdefault(n, set()).add(p.id)
                # an unknown person is often taken for a body
                if len(n) > 1 and (p.kind is Kind.PERSON or (p.kind is Kind.BODY and len(n) == 2)):
                    self._by_end.setdefault(n[-1], set()).add(p.id)
            if {len(n) for n in names} == {1}:
                alone[p.id] = names[0][0]
        # a surname whose report gives no more is the one person of that surname in the story
        self._person = {
            single: next(iter(self._by_end[name]))
            for single, name in alone.items()
            if len(self._by_end.get(name, ())) == 1
        }

    def party(self, name: str | None) -> str | None:
        """The one party of that name, or of that surname; None where there is none or more than one."""
        key = name_words(name or "")
        if not key or not PROPER.search(name or ""):
            return None
        found = self._by_name.get(key) or (self._by_end.get(key[-1], set()) if len(key) == 1 else set())
        if len(found) != 1:
            return None
        only = next(iter(found))
        return self._person.get(only, only)

    def called(self, name: str) -> str | None:
        """The party of a name as it stands within a sentence: "the rebels" are the party "Rebels"."""
        small = re.sub(r"^the ", "", name, flags=re.IGNORECASE)
        return self.party(name) or self.party(f"{small[:1].upper()}{small[1:]}")

    def surname_of(self, name: str, person: str | None) -> bool:
        """Whether a name is the surname of that person and of no other."""
        key = name_words(name)
        return len(key) == 1 and person is not None and self._by_end.get(key[0]) == {person}

    def surnames_in(self, tokens: Sequence[Token]) -> frozenset[str]:
        """The persons whose surnames stand alone among words, where no other party's name has that word."""
        found = set()
        for before, token in zip((None, *tokens), tokens, strict=False):
            persons = self._by_end.get(token.word, set()) if token.capital else set()
            if len(persons) != 1:
                continue
            person = next(iter(persons))
            alone = before is None or not before.capital or before.word in TITLES or before.word in EMPTY
            others = [p for p in self._having.get(token.word, ()) if p != person]
            if alone and not any(len(n) > 1 for p in others for n in self.names[p]):
                found.add(person)
        return frozenset(found)

    def mentioned(self, document: str, places: Sequence[Span]) -> set[str]:
        """The parties that are mentioned in some places of a document."""
        return {party for span, party in self._mentions.get(document, ()) if any(p.covers(span) for p in places)}

    def with_persons(self, parties: frozenset[str]) -> frozenset[str]:
        """The parties, and the persons whose surnames stand for them."""
        return parties | {self._person[p] for p in parties if p in self._person}


TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sir dame lord lady the president prime minister premier chancellor senator
    governor mayor general colonel captain major lieutenant sergeant judge justice king queen prince princess
    """.split()
)


@lru_cache(maxsize=1 << 14)
def name_words(name: str) -> tuple[str, ...]:
    """The words by which a name is compared."""
    found = tuple(fold(m.group()) for m in WORD.finditer(name))
    kept = tuple(w for w in found if w not in TITLES)
    return kept or found


CALENDAR = frozenset({*MONTHS, *WEEKDAYS})


def mixed_names(text: str, source: Source, names: Names) -> list[str]:
    """Runs of capitalised words that stand so in no cited place, and in no name of a party cited there."""
    wrong = []
    words = tokens_of(text)
    run: list[Token] = []
    for token in (*words, None):
        joined = token is not None and (not run or text[run[-1].end : token.start] == " ")
        named = token is not None and token.capital and token.word not in CALENDAR and token.word not in EMPTY
        if token is not None and named and joined:
            run.append(token)
            continue
        if len(run) > 1 and not _stands(run, source, names):
            wrong.append(" ".join(t.word for t in run))
        run = [token] if token is not None and named else []
    return wrong


def _stands(run: Sequence[Token], source: Source, names: Names) -> bool:
    said = [t.word for t in run]
    options = [said, said[1:]] if said[0] in EMPTY or run[0].start == 0 else [said]
    there = [t.word for t in source.tokens]
    known = [n for p in source.parties for n in names.names.get(p, ())]
    for option in options:
        kept = [w for w in option if w not in TITLES] or option
        if any(contains(there, o) for o in (option, kept)) or any(contains(n, kept) for n in known):
            return True
    return False


def contains(words: Sequence[str], part: Sequence[str]) -> bool:
    """Whether the part stands in the words, in one run."""
    n = len(part)
    return any(list(words[i : i + n]) == list(part) for i in range(len(words) - n + 1))


SPELT = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    """.split()
)
"""Figures in words, which open a sentence with a capital as a name does."""
MANY = frozenset("dozens scores hundreds thousands millions about around nearly almost over some more at up".split())
"""Further words with which a figure may open."""


def _small(figure: str) -> str:
    """A figure that opened its sentence, as it stands within one: "three", "dozens"; marks of money keep theirs."""
    first = figure.partition(" ")[0].lower()
    spelt = first in MANY or all(part in SPELT for part in first.split("-"))
    return figure[:1].lower() + figure[1:] if spelt else figure


BOUNDS = {"at least": "at least", "at most": "at most", "about": "about"}
UNIT_BEHIND = re.compile(r"[ \xa0-](?P<word>[A-Za-z]{3,})")
SPELT_ALIKE = 3
"""How many letters the ways of spelling one unit share ("litre", "liters")."""


def figure_words(figure: Figure, document: Document) -> str:
    """A figure as its report gives it, with the bound and the unit that stand outside its place ("40 tonnes")."""
    told = _small(" ".join(document.words_at(figure.span).split()))
    bound = BOUNDS.get(figure.bound)
    told = f"{bound} {told}" if bound and len(told.split()) == 1 else told
    behind = UNIT_BEHIND.match(document.part(figure.span.part)[figure.span.end :]) if figure.unit else None
    spelt = behind["word"] if behind else ""
    # a report may spell it otherwise than the reading: "tonnes", "litres", "kilos"
    return f"{told} {spelt}" if spelt and spelt[:SPELT_ALIKE].lower() == (figure.unit or "")[:SPELT_ALIKE] else told
