"""How far an account agrees with what careful readers found in the same reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from evals.labelled import Labelled
from evals.measures import Place, bare, harmonic, pairs, share, touches
from evals.outcomes import Outcome, found_f1, right, sentence
from evals.reading import QuotationJudge
from rashomon.core import Account, Claim, Document, Form, Part, Role, Span, Status, StoryAccount

NOT_PROSE = {Role.BYLINE, Role.DATELINE}
GROUPS = {
    Status.DONE: "happened",
    Status.UNDERWAY: "happened",
    Status.REFUSED: "did not",
    Status.DENIED: "did not",
}
"""Statuses are compared in three groups; every other one is open."""


class Gold:
    """A gold with its places found in an account's documents: the same words, nearest to the place given."""

    def __init__(self, tree: dict[str, Any], account: Account) -> None:
        self.tree = tree
        self.documents: dict[str, Document] = {}
        for one in tree["articles"]:
            probe = _plain(one["keep"][0])
            found = next((d for d in account.documents if probe in _plain(d.text)), None)
            if found is not None:
                self.documents[one["article"]] = found

    def place(self, what: dict[str, Any]) -> Place | None:
        """Where a quotation or a piece of evidence stands in its document, None where its words do not."""
        document = self.documents.get(what["article"])
        if document is None:
            return None
        text, words = _plain(document.text), _plain(what["text"])
        starts = []
        at = text.find(words)
        while at >= 0:
            starts.append(at)
            at = text.find(words, at + 1)
        if not starts:
            return None
        start = min(starts, key=lambda s: abs(s - what["start"]))
        return start, start + len(words)


def _plain(text: str) -> str:
    return text.replace("\xa0", " ")


@dataclass(frozen=True, slots=True)
class Judged:
    """One account against its gold: the figures that are counted as a whole, and the outcomes of its places."""

    figures: dict[str, float]
    outcomes: list[Outcome]


@cache
def account(labelled: Labelled, gold: str, inputs: str) -> Judged:
    """Cleaning, quotations, utterances and claims of the account of `inputs` against the gold; made once."""
    path = labelled.path(inputs)
    names = [str(p) for p in sorted(path.glob("*.txt"))] if path.is_dir() else [str(path)]
    made = labelled.pipeline.account(names)
    known = Gold(labelled.tree(gold), made)
    told, parts = _told(made)
    quoted, uttered = _quotations(known, told, parts)
    claims, statuses = _claims(known, made)
    figures = {
        **_cleaning(known),
        **quotation_figures(quoted),
        "utterances f1": _utterances(known, uttered),
        "claims status": right(statuses, "status"),
        **claims,
    }
    return Judged(figures, quoted + statuses)


def quotation_figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """F1 of the quotations between marks, and the share of right speakers."""
    return {"quotations f1": found_f1(outcomes, "content"), "speaker": right(outcomes, "speaker")}


def _cleaning(gold: Gold) -> dict[str, float]:
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for one in gold.tree["articles"]:
        document = gold.documents.get(one["article"])
        for kind in ("keep", "furniture"):
            for words in one[kind]:
                seen[kind] += 1
                right[kind] += (document is not None and _is_prose(document, words)) == (kind == "keep")
    return {
        f"{name}": share(right[kind], seen[kind])
        for kind, name in (("keep", "prose kept"), ("furniture", "furniture aside"))
    }


def _is_prose(document: Document, words: str) -> bool:
    probe = _plain(words.strip())
    start = _plain(document.text).find(probe)
    place = Span(max(0, start), max(0, start) + len(probe))
    return start >= 0 and any(p.span.touches(place) for p in document.passages if p.role not in NOT_PROSE)


Told = dict[tuple[str, Place], str]
Parts = list[tuple[str, Place, str]]


def _told(made: Account) -> tuple[Told, Parts]:
    """The account's quotations with their speakers' names, and the utterance of each of their parts."""
    texts = {d.id: d.text for d in made.documents}
    told: Told = {}
    parts: Parts = []
    for story in made.stories:
        names = {p.id: p.name for p in story.parties}
        for utterance in story.utterances:
            for q in utterance.quotations:
                if q.form is Form.INDIRECT or q.span.part is Part.HEADLINE:
                    continue
                text = texts[q.document]
                parts.append((q.document, bare(text, (q.span.start, q.span.end)), utterance.id))
                whole = bare(text, (q.whole.start, q.whole.end))
                told.setdefault((q.document, whole), names.get(utterance.speaker or "", ""))
    return told, parts


def _quotations(gold: Gold, told: Told, parts: Parts) -> tuple[list[Outcome], dict[str, set[str]]]:
    """The outcomes of the gold's quotations, those that may be left out aside, and the utterances of all."""
    out: list[Outcome] = []
    uttered: dict[str, set[str]] = {}
    for key, document in gold.documents.items():
        judge = QuotationJudge(key, document.text)
        wanted = []
        for q in gold.tree["quotations"]:
            place = gold.place(q) if q["article"] == key else None
            if place is not None:
                wanted.append((q, bare(document.text, place)))
        mine = [(place, name) for (d, place), name in told.items() if d == document.id]
        matched = dict(pairs([w for _, w in wanted], [place for place, _ in mine]))
        for i, (q, place) in enumerate(wanted):
            j = matched.get(i)
            if j is not None:
                uttered[q["id"]] = {u for d, part, u in parts if d == document.id and _mostly_in(part, place)}
            if q["optional"]:
                continue
            out.append(judge.content("", place, None if j is None else mine[j][0]))
            if j is not None and q["speaker"]:
                name = mine[j][1]
                good = _last(name) == _last(q["speaker"])
                out.append(judge.speaker("", place, wanted=q["speaker"], found=name or None, good=good))
        out += (judge.extra("", mine[j][0]) for j in sorted(set(range(len(mine))) - set(matched.values())))
    return out, uttered


def _last(name: str) -> str:
    return (name.lower().split() or [""])[-1]


def _mostly_in(part: Place, whole: Place) -> bool:
    return 2 * (min(part[1], whole[1]) - max(part[0], whole[0])) >= part[1] - part[0]


def _utterances(gold: Gold, uttered: dict[str, set[str]]) -> float:
    """F1 of the pairs of quotations brought together; loose fragments may join and need not."""
    variants = gold.tree["quotation_variants"]
    needed = {pair for v in variants for pair in combinations(sorted(v["members"]), 2)}
    allowed = {pair for v in variants for pair in combinations(sorted({*v["members"], *v["also"]}), 2)}
    guessed = {(a, b) for a, b in combinations(sorted(uttered), 2) if uttered[a] & uttered[b]}
    precision, recall = (
        share(len(guessed & (needed | allowed)), len(guessed)),
        share(len(guessed & needed), len(needed)),
    )
    return harmonic(precision, recall)


Report = tuple[str, Place, Status]
Evidence = dict[str, list[tuple[Place, str | None]]]


def _claims(gold: Gold, made: Account) -> tuple[dict[str, float], list[Outcome]]:
    """Each gold claim meets the claim that covers most of its documents, of those the one with fewest reports."""
    claims = [c for story in made.stories for c in story.claims if _in_text(c)]
    count: Counter[str] = Counter()
    statuses: list[Outcome] = []
    for wanted in gold.tree["claims"]:
        evidence: Evidence = defaultdict(list)
        for e in wanted["evidence"]:
            place = gold.place(e)
            if place is not None:
                evidence[gold.documents[e["article"]].id].append((place, e.get("status")))
        count["documents"] += len({e["article"] for e in wanted["evidence"]})
        best = max(claims, key=lambda c: (len(_covered(c, evidence)), -len(_in_text(c))), default=None)
        if best is not None and _covered(best, evidence):
            count["covered"] += len(_covered(best, evidence))
            count["claims"] += 1
            count["standing"] += best.standing == wanted["standing"].removesuffix("-status")
            inside = [_inside(report, evidence) for report in _in_text(best)]
            count["reports"] += len(inside)
            count["pure"] += sum(one is not None for one in inside)
        statuses += _statuses(gold, wanted["id"], evidence, best)
    figures = {
        "claims recall": share(count["covered"], count["documents"]),
        "claims purity": share(count["pure"], count["reports"]),
        "claims standing": share(count["standing"], count["claims"]),
        "origins without fault": 1 - share(_faults(made.stories), sum(len(s.claims) for s in made.stories)),
    }
    return figures, statuses


def _in_text(claim: Claim) -> list[Report]:
    return [(r.document, (r.span.start, r.span.end), r.status) for r in claim.reports if r.span.part is Part.TEXT]


def _covered(claim: Claim, evidence: Evidence) -> set[str]:
    return {d for d, place, _ in _in_text(claim) if any(touches(place, e) for e, _ in evidence.get(d, ()))}


def _inside(report: Report, evidence: Evidence) -> tuple[Place, str | None] | None:
    """The first piece of a gold claim's evidence that a report touches."""
    document, place, _ = report
    return next(((e, told) for e, told in evidence.get(document, ()) if touches(place, e)), None)


def _statuses(gold: Gold, claim: str, evidence: Evidence, best: Claim | None) -> list[Outcome]:
    """An outcome for each report of a claim that touches evidence with a status, and for evidence that none touches."""
    articles = {document.id: (key, document.text) for key, document in gold.documents.items()}
    out: list[Outcome] = []
    met: set[tuple[str, Place]] = set()

    def add(document: str, place: Place, wanted: str, found: Status | None) -> None:
        article, text = articles[document]
        group = GROUPS.get(Status(wanted), "open")
        good = None if found is None else GROUPS.get(found, "open") == group
        out.append(
            Outcome(
                kind="status",
                row=f"{article}, {claim}",
                place=place,
                wanted=wanted,
                found=None if found is None else str(found),
                right=good,
                shown=sentence(text, place),
            )
        )

    for report in _in_text(best) if best is not None else ():
        inside = _inside(report, evidence)
        if inside is not None and inside[1]:
            met.add((report[0], inside[0]))
            add(report[0], inside[0], inside[1], report[2])
    for document, pieces in evidence.items():
        for place, told in pieces:
            if told and (document, place) not in met:
                add(document, place, told, None)
    return out


def _faults(stories: tuple[StoryAccount, ...]) -> int:
    return sum(claim.origins > claim.outlets for story in stories for claim in story.claims)
