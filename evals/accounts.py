"""How far an account agrees with what careful readers found in the same reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import Any

from evals.labelled import Labelled
from evals.measures import Place, bare, f1, pairs, share, touches
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


def account(labelled: Labelled, gold: str, inputs: str) -> dict[str, float]:
    """Cleaning, quotations, utterances and claims of the account of `inputs` against the gold."""
    path = labelled.path(inputs)
    names = [str(p) for p in sorted(path.glob("*.txt"))] if path.is_dir() else [str(path)]
    made = labelled.pipeline.account(names)
    known = Gold(labelled.tree(gold), made)
    told, parts = _told(made)
    return {**_cleaning(known), **_quotations(known, told, parts), **_claims(known, made)}


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


def _quotations(gold: Gold, told: Told, parts: Parts) -> dict[str, float]:
    count: Counter[str] = Counter()
    uttered: dict[str, set[str]] = {}
    for key, document in gold.documents.items():
        wanted = []
        for q in gold.tree["quotations"]:
            place = gold.place(q) if q["article"] == key else None
            if place is not None:
                wanted.append((q, bare(document.text, place)))
        mine = [(place, name) for (d, place), name in told.items() if d == document.id]
        matched = pairs([w for _, w in wanted], [place for place, _ in mine])
        optional = sum(bool(wanted[i][0]["optional"]) for i, _ in matched)
        count["found"] += len(mine) - optional
        count["gold"] += sum(not q["optional"] for q, _ in wanted)
        count["hit"] += len(matched) - optional
        for i, j in matched:
            q, place = wanted[i]
            uttered[q["id"]] = {u for d, part, u in parts if d == document.id and _mostly_in(part, place)}
            if not q["optional"] and q["speaker"]:
                count["speakers"] += 1
                count["speaker"] += _last(mine[j][1]) == _last(q["speaker"])
    return {
        "quotations f1": f1(count["hit"], count["found"], count["gold"]),
        "speaker": share(count["speaker"], count["speakers"]),
        "utterances f1": _utterances(gold, uttered),
    }


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
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


Evidence = dict[str, list[tuple[Place, str | None]]]


def _claims(gold: Gold, made: Account) -> dict[str, float]:
    """Each gold claim meets the claim that covers most of its documents, of those the one with fewest reports."""
    claims = [c for story in made.stories for c in story.claims if _in_text(c)]
    count: Counter[str] = Counter()
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
            _reports(best, evidence, count)
    return {
        "claims recall": share(count["covered"], count["documents"]),
        "claims purity": share(count["pure"], count["reports"]),
        "claims status": share(count["status"], count["statuses"]),
        "claims standing": share(count["standing"], count["claims"]),
        "origins without fault": 1 - share(_faults(made.stories), sum(len(s.claims) for s in made.stories)),
    }


def _in_text(claim: Claim) -> list[tuple[str, Place, Status]]:
    return [(r.document, (r.span.start, r.span.end), r.status) for r in claim.reports if r.span.part is Part.TEXT]


def _covered(claim: Claim, evidence: Evidence) -> set[str]:
    return {d for d, place, _ in _in_text(claim) if any(touches(place, e) for e, _ in evidence.get(d, ()))}


def _reports(claim: Claim, evidence: Evidence, count: Counter[str]) -> None:
    for document, place, status in _in_text(claim):
        inside = [told for e, told in evidence.get(document, ()) if touches(place, e)]
        count["reports"] += 1
        count["pure"] += bool(inside)
        if inside and inside[0]:
            count["statuses"] += 1
            count["status"] += GROUPS.get(status, "open") == GROUPS.get(Status(inside[0]), "open")


def _faults(stories: tuple[StoryAccount, ...]) -> int:
    return sum(claim.origins > claim.outlets for story in stories for claim in story.claims)
