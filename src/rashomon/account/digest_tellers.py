"""What a composed sentence says of who tells it: the outlets, those that tell it otherwise, on whom all rest."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from rashomon.account.digest import Material
from rashomon.account.digest_plurals import are_several
from rashomon.account.digest_propositions import Propositions
from rashomon.account.digest_readable import names_its_teller
from rashomon.account.verify_frames import AS, SAY, SAYS, bare, name_of, number
from rashomon.account.verify_tellers import ON_A_CONDITION, Borne, told_alike
from rashomon.account.verify_words import PROPER, figure_words
from rashomon.core import Citation, Claim, DigestSentence, FigureLine, Kind, Standing, Status
from rashomon.core.alignment import Telling
from rashomon.core.quantities import STUFF, compatible

MOST_OTHERWISE = 2
"""How many other statuses and how many denials one sentence tells."""
FIRM = frozenset({Status.DONE, Status.UNDERWAY, Status.REFUSED, Status.DENIED})
"""Statuses that tell whether it happened or will: a sentence that has no room for all sides tells these first."""
FEWEST_RESTING = 3
"""On fewer reports it is not worth saying that all rest on one statement."""


def listed(names: Sequence[str]) -> str:
    """Outlets as a sentence names them: one or two by name, of more the first and how many others."""
    if len(names) <= 2:
        return " and ".join(names)
    return f"{names[0]} and {number(len(names) - 1)} others"


def ordered(material: Material, documents: Collection[str], but: str | None = None) -> list[str]:
    """The outlets of some documents in the story's order, whatever they are called; without that of one document."""
    names = dict.fromkeys(name_of(d) for i, d in material.documents.items() if i in documents)
    if but is not None:
        names.pop(name_of(material.documents[but]), None)
    return list(names)


class Attributions:
    """Says of one story's propositions who tells them."""

    def __init__(self, material: Material, propositions: Propositions) -> None:
        self._material, self._propositions = material, propositions
        self._names = {p.id: p.name for p in material.parties}
        self.conflicting: dict[str, tuple[Citation, ...]] = {}
        """Of claims whose sentence tells other figures, where those stand."""

    def key(self, document: str) -> str:
        """The name by which a document's outlet is told."""
        return name_of(self._material.documents[document])

    def told_by(self, text: str, first: str, tellers: set[str]) -> str:
        """A proposition with who tells it: the report whose words these are first."""
        if len(self._material.documents) == 1:
            return text
        names = [self.key(first), *ordered(self._material, tellers, but=first)]
        every = len(names) == len(tellers) == len(self._material.documents) > 2
        # a point within the last marks would stand before a comma
        text = re.sub(r"\.(?=[”\"]$)", "", text)
        if not names_its_teller(text):
            return f"{text}, according to {f'all {number(len(tellers))} reports' if every else listed(names)}"
        # "X reports that ..., according to police"
        text = self._propositions.within(text)
        if every:
            return f"According to all {number(len(tellers))} reports, {text}"
        return f"{listed(names)} {'reports' if len(names) == 1 else 'report'} that {text}"

    def on_a_condition(self, claim: Claim, t: Telling, tellers: set[str]) -> Iterator[str]:
        """Who tells on a condition what is told without one."""
        by_side, _ = self._sides(claim, t, tellers)
        if documents := by_side.get(ON_A_CONDITION):
            yield from self._told_otherwise(claim, t, {ON_A_CONDITION: documents})

    def otherwise(self, claim: Claim, t: Telling, tellers: set[str]) -> Iterator[str]:
        """Who tells it with another status or on a condition, and who denies it."""
        by_side, denied = self._sides(claim, t, tellers)
        yield from self._told_otherwise(claim, t, by_side)
        for voice, documents in sorted(denied.items(), key=lambda v: (-len(v[1]), v[0]))[:MOST_OTHERWISE]:
            names = ordered(self._material, documents)
            named = self._propositions.within(self._propositions.named(voice) or "")
            yield f"{named} {'deny' if self._several(voice) else 'denies'} it, according to {listed(names)}"

    def told_so(self, claim: Claim, t: Telling, tellers: set[str]) -> bool:
        """Whether anybody tells it otherwise than as something that may be, or may come on a condition."""
        by_side, denied = self._sides(claim, t, tellers)
        return bool(denied) or any(side not in {Status.POSSIBLE, ON_A_CONDITION} for side in by_side)

    def _sides(self, claim: Claim, t: Telling, tellers: set[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """The documents that tell it otherwise, by how they do; and those that have it denied, by who denies it."""
        side_of = self._material.verifier.tellers.side_of
        first = {self.key(d) for d in tellers}
        by_side: dict[str, set[str]] = {}
        denied: dict[str, set[str]] = {}
        for r in claim.reports:
            side = side_of(t.document, t.event, r)
            if side is None or side is t.event.status:
                continue
            if side is not Status.DENIED and self.key(r.document) not in first:
                by_side.setdefault(side, set()).add(r.document)
            elif side is Status.DENIED and r.voice in self._names and PROPER.search(self._names[r.voice]):
                denied.setdefault(r.voice, set()).add(r.document)
        return by_side, denied

    def _told_otherwise(self, claim: Claim, t: Telling, by_side: Mapping[str, set[str]]) -> Iterator[str]:
        alone = self._material.verifier.tellers.alone
        shown: set[str] = set()
        sides = sorted(by_side.items(), key=lambda s: (s[0] not in FIRM, -len(s[1]), s[0]))
        for side, documents in sides[: max(MOST_OTHERWISE, sum(s in FIRM for s in by_side))]:
            names = ordered(self._material, documents)
            if set(names) <= shown:
                continue  # these have been told to tell it otherwise
            shown |= set(names)
            tell = "tells" if len(names) == 1 else "tell"
            if not isinstance(side, Status):
                yield f"{listed(names)} {tell} it {side}"
                continue
            party = self._one_voice(claim, side, t)
            voice = self._propositions.within(self._propositions.named(party) or "")
            if party is not None and side in SAYS:
                yield f"{voice} {(SAY if self._several(party) else SAYS)[side]}, according to {listed(names)}"
                continue
            only = len(names) == 1 and alone([claim], t.event, side, bare(names[0]))
            yield f"{listed(names)}{' alone' if only else ''} {tell} it as {AS[side]}"

    def _one_voice(self, claim: Claim, status: Status, t: Telling) -> str | None:
        """The named party to whom all reports of one status lay it, where it is another than the telling's own."""
        comparable = self._material.verifier.tellers.comparable
        voices = {r.voice for r in claim.reports if r.status is status and comparable(t.event, r)}
        voice = next(iter(voices)) if len(voices) == 1 else None
        name = self._names.get(voice or "")
        return voice if name and PROPER.search(name) and voice != t.voice else None

    def _several(self, party: str) -> bool:
        """Whether a party's verb is plural."""
        persons = {p.id for p in self._material.parties if p.kind is Kind.PERSON}
        return are_several(self._names.get(party, ""), person=party in persons)

    def figures(self, claim: Claim, borne: Borne) -> Iterator[str]:
        """Who gives another figure that cannot stand beside the one told."""
        own = [f for f in borne.figures if f.value is not None]
        for line in self._material.figures:
            rose = line.relation == "update"
            if line.claim != claim.id or not (rose or line.standing is Standing.DISPUTED):
                continue
            for value in line.values:
                if len(own) != 1 or own[0].head != value.figure.head or compatible(own[0], value.figure):
                    continue
                self.conflicting[claim.id] = value.reports
                names = ordered(self._material, {c.document for c in value.reports})
                first = value.reports[0]
                figure = next(f for f in self._material.readings[first.document].figures if f.span == first.span)
                wording = figure_words(figure, self._material.documents[first.document])
                gives = "earlier gave" if rose else "gives" if len(names) == 1 else "give"
                yield f"{listed(names)} {gives} {wording}"

    def rests(self, claim: Claim, t: Telling) -> Iterator[str]:
        """On whom all reports rest, where there are several."""
        asserting = {r.document for r in claim.reports if r.status is not Status.DENIED}
        if any(r.status is not Status.DENIED and not told_alike(r.status, t.event.status) for r in claim.reports):
            return  # they do not all tell what is told here
        party = claim.root.party if claim.root else None
        name = self._propositions.within_name(party)
        if name is not None and len(asserting) >= FEWEST_RESTING:
            on = "that one statement" if t.voice == party else f"what {name} said"
            whole = "reports" if len(asserting) == len(self._material.documents) else "reports of it"
            yield f"all {number(len(asserting))} {whole} rest on {on}"


def figures_told(line: FigureLine, material: Material) -> DigestSentence | None:
    """The values that reports give for one count, with who gives each; None where an outlet only corrects itself."""
    told: dict[tuple[object, ...], dict[str, list[Citation]]] = {}
    for value in line.values:
        f = value.figure
        for c in value.reports:
            g = next((g for g in material.readings[c.document].figures if g.span == c.span), f)
            wording = figure_words(g, material.documents[c.document])
            told.setdefault((f.value, f.low, f.high, f.bound, f.unit), {}).setdefault(wording, []).append(c)
    parts: list[str] = []
    given: list[str] = []
    citations: list[Citation] = []
    for wordings in told.values():
        wording = max(wordings, key=lambda w: (len(wordings[w]), w))
        first = wordings[wording][0].document
        names = [
            name_of(material.documents[first]),
            *ordered(material, {c.document for w in wordings.values() for c in w}, but=first),
        ]
        given += names
        parts.append(f"{listed(names)} {'gives' if len(names) == 1 else 'give'} {wording}")
        citations += [c for w in wordings.values() for c in w]
    if len(parts) < 2 or len(set(given)) == 1:
        return None
    weighed = all(value.figure.unit in STUFF for value in line.values)
    text = f"The reports differ on the {'amount' if weighed else 'number'} of {line.counts}: {'; '.join(parts)}."
    return DigestSentence(
        text=text, citations=tuple(sorted(set(citations))), claims=(line.claim,) if line.claim else ()
    )
