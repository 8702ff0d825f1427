"""One story's account laid out for people: names instead of ids, in the order in which an editor reads.

Shared by the terminal, the page and the brief, so that all three say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby

from rashomon.account.named import within_sentence
from rashomon.core import (
    Account,
    Citation,
    Claim,
    CopyKind,
    Direction,
    Document,
    FigureLine,
    Origin,
    Problem,
    Report,
    Span,
    Standing,
    Status,
    StoryAccount,
    Utterance,
)
from rashomon.outlets import by_name
from rashomon.present.report.characters import on_one_line, paired, shortened, shown
from rashomon.present.report.resting import Resting, resting, told_origins, within
from rashomon.present.report.told import counted, letter, outlet_name, told_place, told_publishing

SHORT_CHARS = 22
"""How much of a name stands where many names share a line."""

GLIMPSE_CHARS = 60
OF_CLAIMS = r"(?:claims?|reports?|allegations?|accusations?|suggestions?|rumou?rs?)"
DENIED = re.compile(
    r"(?<!not )(?<!never )(?<!n't )(?<!n’t )"
    rf"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss)(?:s|es|ed|ing)?(?= (?:[a-z]+ )?{OF_CLAIMS}\b))"
    rf"(?: (?:the|an?|any|all))?(?: {OF_CLAIMS})?(?: that| of)?\s*$",
    re.IGNORECASE,
)
"""What stands before words that their speaker denies."""
QUOTING = '“"'
PICTURES_ONLY = "photo agency"
"""The kind of outlet whose name stands under a picture and not at the words."""

URGENCY = (Standing.DENIED, Standing.DISPUTED, Standing.AGREED, Standing.SINGLE)
"""What an editor must see first stands first."""


SUREST = (Direction.DECLARED, Direction.EARLIER, Direction.UNKNOWN)
"""What says most of who copied whom, first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One document of the story under the letter by which every citation names it."""

    document: Document
    letter: str
    name: str

    @property
    def short(self) -> str:
        """The name where many share a line: the outlet, else the first words of the headline."""
        if not self.name.startswith("“"):
            return shortened(self.name, to_chars=SHORT_CHARS)
        return f"“{shortened(self.name[1:-1], to_chars=SHORT_CHARS)}”"

    @property
    def place(self) -> tuple[str, str]:
        """Where it was read: a file's name and the folder as it was given; an address on the web whole, no folder."""
        return told_place(self.document.address or "")

    @property
    def when(self) -> str:
        """When it was published, in words."""
        return told_publishing(self.document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One status given to a claim by one voice (None: the outlet itself), with the reports that do so."""

    status: Status
    voice: str | None
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingGroup:
    """One wording of an utterance: its words and the places that have them."""

    number: int
    words: str
    places: tuple[Citation, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A story with its documents at hand."""

    story: StoryAccount
    columns: tuple[Column, ...]
    party_names: dict[str, str]
    claims: dict[str, Claim]
    _homes: dict[str, Mapping[str, str]] = field(default_factory=dict, compare=False, repr=False)

    def column(self, document: str) -> Column | None:
        """The column of a document id."""
        return next((column for column in self.columns if column.document.id == document), None)

    def letters(self, citations: Iterable[Citation | Report]) -> list[str]:
        """The letters of the documents cited, each once, in the order of the columns."""
        cited = {citation.document for citation in citations}
        return [column.letter for column in self.columns if column.document.id in cited]

    def party(self, party: str | None) -> str | None:
        """A party's name; None for None, the id itself where it names no party of the story."""
        return None if party is None else self.party_names.get(party, shown(party))

    def voice(self, party: str | None) -> str | None:
        """A party's name behind "says"."""
        name = self.party(party)
        return within_sentence(name) if name else None

    def words(self, citation: Citation | Report) -> str:
        """The words at a citation, on one line; empty where the story has no such document."""
        column = self.column(citation.document)
        return "" if column is None else on_one_line(column.document.words_at(citation.span))

    def standing(self, *standings: Standing) -> list[Claim]:
        """The claims of these standings, the most carried first, in the account's order where they tie."""
        chosen = [claim for claim in self.story.claims if claim.standing in standings]
        return sorted(chosen, key=lambda c: (URGENCY.index(c.standing), -c.outlets, -c.origins))

    def alike(self, claims: Iterable[Claim]) -> list[tuple[Claim, ...]]:
        """Claims that read the same together, where the first of each stands: "Orsk refused to go" tells of two acts.

        All that a row shows of them is the same, their voices and origins too, and they differ in the act alone.
        """
        return self._grouped(claims, self._shown_of)

    def told_alone(self, claims: Iterable[Claim]) -> list[tuple[Claim, ...]]:
        """Claims of one report alone, those together that read the same: one sentence tells a deed and its threat."""
        return self._grouped(claims, _read_of)

    @staticmethod
    def _grouped(claims: Iterable[Claim], shown_of: Callable[[Claim], tuple[object, ...]]) -> list[tuple[Claim, ...]]:
        found: dict[tuple[object, ...], list[list[Claim]]] = {}
        every: list[list[Claim]] = []
        for claim in claims:
            alike = found.setdefault(shown_of(claim), [])
            group = next((g for g in alike if claim.action not in {c.action for c in g}), None)
            if group is None:
                group = []
                alike.append(group)
                every.append(group)
            group.append(claim)
        return [tuple(group) for group in every]

    def _shown_of(self, claim: Claim) -> tuple[object, ...]:
        """All that is shown of a claim beside its act."""
        told = frozenset((report.document, report.status, report.voice) for report in claim.reports)
        root = claim.root.reason if claim.root else None
        return (claim.text, claim.standing, told, claim.outlets, self.told_origins(claim), root, claim.differs)

    def tellings(self, claim: Claim) -> list[Telling]:
        """Who gives the claim which status: grouped by status and voice, the most told first."""
        order = list(Status)

        def key(report: Report) -> tuple[int, str]:
            return order.index(report.status), report.voice or ""

        grouped = [
            Telling(status=reports[0].status, voice=self.voice(reports[0].voice), reports=tuple(reports))
            for reports in (list(group) for _, group in groupby(sorted(claim.reports, key=key), key=key))
        ]
        return sorted(grouped, key=lambda telling: -len(self.letters(telling.reports)))

    def copied_from(self, column: Column) -> list[str]:
        """In words, from which reports this one takes words, or with which it shares them; the surest first."""
        found = []
        for copy in sorted(self.story.copies, key=lambda copy: (SUREST.index(copy.direction), -copy.share_of_copy)):
            if copy.kind is CopyKind.SHARED_QUOTATION or column.document.id not in {copy.origin, copy.copy}:
                continue
            other = self.column(copy.origin if copy.copy == column.document.id else copy.copy)
            if other is None:
                continue
            share = f"{copy.share_of_copy:.0%}"
            if copy.direction is Direction.UNKNOWN:
                found.append(f"shares words with {other.letter}: {copy.kind.value}, {share}")
            elif copy.copy == column.document.id:
                found.append(f"takes words from {other.letter}: {copy.kind.value}, {share}")
        return found

    def state(self) -> str:
        """The state of the story in a line: how many reports, and how their claims stand.

        Claims are counted, as in lists of stories; what reads the same stands in one row, which says how many it is. A
        digest without a sentence is told: none was made that its checks let through, and nothing was forgotten.
        """
        number = {standing: len(self.standing(standing)) for standing in Standing}
        told = [f"{number[s]} {s.value}" for s in (Standing.DISPUTED, Standing.DENIED, Standing.AGREED) if number[s]]
        if told:
            first = number[next(s for s in (Standing.DISPUTED, Standing.DENIED, Standing.AGREED) if number[s])]
            told[0] = told[0].replace(" ", " claim " if first == 1 else " claims ", 1)
        alone = number[Standing.SINGLE]
        counts = [
            ", ".join(told) or "no claim told by several",
            *([f"{alone} told by one report alone"] if alone else []),
        ]
        brief = ["no sentence for a brief"] if self.story.claims and not self.story.digest else []
        return " · ".join([counted(len(self.columns), "report"), *counts, *brief])

    def shared_credits(self) -> list[tuple[str, list[str]]]:
        """Whom more than one report names as where its words come from, with the letters of those reports."""
        letters: dict[str, list[str]] = {}
        for column in self.columns:
            named = {credit: by_name(credit) for credit in column.document.credits}
            of_words = (c for c, outlet in named.items() if outlet is None or outlet.kind != PICTURES_ONLY)
            for name in dict.fromkeys(outlet.name if (outlet := named[c]) else on_one_line(c) for c in of_words):
                letters.setdefault(name, []).append(column.letter)
        for name in sorted(letters, key=len, reverse=True):
            # "Northern" beside "Northern News Agency" is the same name, told short
            longer = next((other for other in letters if other.startswith(f"{name} ")), None)
            if longer is not None:
                letters[longer] += letters.pop(name)
        order = {column.letter: n for n, column in enumerate(self.columns)}
        return [(name, sorted(set(of), key=order.__getitem__)) for name, of in letters.items() if len(set(of)) > 1]

    def told_credits(self) -> list[str]:
        """The shared credits in words."""
        return [
            f"{counted(len(letters), 'report')} name {name} as where they come from: {' '.join(letters)}"
            for name, letters in self.shared_credits()
        ]

    def where(self, problem: Problem) -> tuple[str, str]:
        """In which report a problem lies, and the words it is about where its message does not quote them."""
        column = self.column(problem.document or "")
        if column is None:
            return told_place(problem.address or "")[0], ""
        if problem.span is None or any(mark in problem.message for mark in QUOTING):
            return column.short, ""
        return column.short, shortened(column.document.words_at(problem.span), to_chars=GLIMPSE_CHARS)

    def resting(self, claim: Claim) -> list[tuple[Origin, Resting]]:
        """On what a claim's reports rest: its origins, the most relied on first, and what is listed beside them."""
        own = {origin.id: origin for origin in self.story.origins}
        grounds = resting(claim, self.homes(claim))
        return [(own[ground.origin], ground) for ground in grounds if ground.origin in own]

    def homes(self, claim: Claim) -> Mapping[str, str]:
        """Of each ground of a claim, the origin by which it is counted: found once, however often it is shown."""
        if claim.id not in self._homes:
            self._homes[claim.id] = within(claim, self.story.origins)
        return self._homes[claim.id]

    def told_origins(self, claim: Claim, noun: str = "origin") -> str:
        """How many origins a claim has, in how many voices."""
        return told_origins(claim, self.homes(claim), noun)

    def shared_origins(self) -> list[Origin]:
        """The origins on which more than one report rests, the most relied on first."""
        here = {column.document.id for column in self.columns}
        several = [origin for origin in self.story.origins if len(here & set(origin.documents)) > 1]
        return sorted(several, key=lambda origin: -len(here & set(origin.documents)))

    def own_origins(self) -> list[Origin]:
        """The origins on which one report alone rests."""
        return [origin for origin in self.story.origins if len(self.origin_letters(origin)) == 1]

    def origin_letters(self, origin: Origin) -> list[str]:
        """The letters of an origin's documents."""
        return [column.letter for column in self.columns if column.document.id in origin.documents]

    def wordings(self, utterance: Utterance) -> list[WordingGroup]:
        """The utterance's wordings, each with its own words, the fullest first."""
        groups = []
        for number in sorted({quotation.number for quotation in utterance.quotations}):
            these = [q for q in utterance.quotations if q.number == number]
            places = tuple(Citation(document=q.document, span=q.span) for q in these)
            forms = tuple(sorted({q.form.value for q in these}))
            groups.append(WordingGroup(number=number, words=self.words(places[0]), places=places, forms=forms))
        return sorted(groups, key=lambda group: (-len(group.words), group.number))

    def denied(self, utterance: Utterance) -> bool:
        """Whether the speaker of words denied them wherever they are told: they are what he says is not so."""
        found = [self._denied_at(q.document, q.span) for q in utterance.quotations]
        return bool(found) and all(found)

    def _denied_at(self, document: str, span: Span) -> bool:
        column = self.column(document)
        if column is None:
            return False
        return DENIED.search(column.document.part(span.part)[: span.start][-GLIMPSE_CHARS:]) is not None

    def told_by_several(self) -> list[Utterance]:
        """Utterances in more than one document or wording, the most quoted first."""
        several = [u for u in self.story.utterances if len({q.document for q in u.quotations}) > 1]
        return sorted(several, key=lambda u: -len({q.document for q in u.quotations}))

    def told_by_one(self) -> list[Utterance]:
        """Utterances that one document alone has."""
        return [u for u in self.story.utterances if len({q.document for q in u.quotations}) == 1]


def _read_of(claim: Claim) -> tuple[object, ...]:
    """What is read of a claim that one report tells: its words, where, and with which status."""
    return claim.text, frozenset((report.document, report.status) for report in claim.reports)


def sheets(account: Account) -> list[Sheet]:
    """A sheet a story, in the account's order."""
    by_id = {document.id: document for document in account.documents}
    return [_sheet(story, by_id) for story in account.stories]


def _sheet(story: StoryAccount, by_id: dict[str, Document]) -> Sheet:
    story = replace(story, claims=tuple(replace(claim, text=paired(claim.text)) for claim in story.claims))
    documents = [by_id[id_] for id_ in story.documents if id_ in by_id]
    far = datetime.max.replace(tzinfo=UTC)
    documents.sort(key=lambda d: (d.published_at or far, d.outlet or "", d.id))
    names = [outlet_name(document) for document in documents]
    columns = tuple(
        Column(document=document, letter=letter(i), name=name)
        for i, (document, name) in enumerate(zip(documents, names, strict=True))
    )
    return Sheet(
        story=story,
        columns=columns,
        party_names={party.id: on_one_line(party.name) for party in story.parties},
        claims={claim.id: claim for claim in story.claims},
    )


RELATIONS_FIRST = ("conflict", "update", "parts", "compatible", "equal", "single")


def figures_to_show(story: StoryAccount) -> list[FigureLine]:
    """Figure lines in conflict first, then what changed, then those that several documents carry; no single ones."""
    worth = [line for line in story.figures if line.standing is not Standing.SINGLE or _has_sum(line)]
    return sorted((in_time(line, story) for line in worth), key=lambda line: RELATIONS_FIRST.index(line.relation))


def in_time(line: FigureLine, story: StoryAccount) -> FigureLine:
    """A line whose values replace one another, the earliest first; any other as it is."""
    if line.relation != "update":
        return line
    order = {document: n for n, document in enumerate(story.documents)}
    values = sorted(line.values, key=lambda v: min(order.get(c.document, len(order)) for c in v.reports))
    return replace(line, values=tuple(values))


def _has_sum(line: FigureLine) -> bool:
    return any(value.sum_of for value in line.values)
