"""How well documents are read: quotations with speakers, statuses of events, codes of events.

Each function judges one file and gives outcomes; each figure is a function of outcomes, so that a figure and the gains
and losses behind it cannot differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from evals.labelled import Labelled, ready
from evals.measures import Place, bare, pairs, share, touches
from evals.outcomes import Outcome, covered, found_f1, of, right, sentence
from rashomon.core import Event, Form, Part, Quotation, Referent, Span, Status

BETWEEN_MARKS = re.compile(r"[“\"]([^“”\"]{12,}?)[”\"]|“([^“”]{12,})$")
SPOKEN = {Form.DIRECT, Form.MIXED, Form.BLOCK}
LEAST_WORDS = 4
HAPPENED = {Status.DONE, Status.UNDERWAY}

Attributed = tuple[Place, list[Place]]


def quotations(labelled: Labelled, name: str) -> list[Outcome]:
    """Direct: stretches of at least four words between marks; the others: every attributed span. A pair shares 80 %."""
    out: list[Outcome] = []
    for number, row in enumerate(labelled.rows(name)):
        text = row["text"]
        document = ready(text, row={"id": row["id"]}, number=number)
        said = [q for q in labelled.read(document).quotations if q.span.part is Part.TEXT]
        direct, every = _attributed(text, row)
        spoken = [q for q in said if q.form in SPOKEN and len(q.span.of(text).split()) >= LEAST_WORDS]
        judge = QuotationJudge(str(row["id"]), text)
        out += [o for o in judge.outcomes("direct ", direct, spoken) if o.wanted is not None]
        out += judge.outcomes("", every, said)
    return out


def quotation_figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Recall and speaker of direct quotations, F1 and speaker of all."""
    return {
        "direct recall": right(outcomes, "direct content"),
        "direct speaker": right(outcomes, "direct speaker"),
        "all f1": found_f1(outcomes, "content"),
        "all speaker": right(outcomes, "speaker"),
    }


def _attributed(text: str, row: dict[str, Any]) -> tuple[list[Attributed], list[Attributed]]:
    """The gold's direct stretches and all its spans, with the spans of their speakers; the first annotator counts."""
    direct: list[Attributed] = []
    every: list[Attributed] = []
    for one in row["annotations"][0]["attributions"] if row["annotations"] else ():
        speakers = [(s, e) for source in one["sources"] for s, e in source["spans"]]
        for start, end in (span for content in one["contents"] for span in content["spans"]):
            every.append((bare(text, (start, end)), speakers))
            # the marks may stand just outside what was annotated
            begin = max(0, start - 1)
            for m in BETWEEN_MARKS.finditer(text[begin : end + 1]):
                group = m.lastindex or 1
                if len(m[group].split()) >= LEAST_WORDS:
                    direct.append((bare(text, (begin + m.start(group), begin + m.end(group))), speakers))
    return direct, every


class QuotationJudge:
    """Judges the quotations of one document."""

    def __init__(self, row: str, text: str) -> None:
        self.row, self.text = row, text

    def outcomes(self, prefix: str, gold: Sequence[Attributed], said: Sequence[Quotation]) -> list[Outcome]:
        """An outcome for each label, each quotation without one, and each speaker of a quotation that has its label."""
        places = [bare(self.text, (q.span.start, q.span.end)) for q in said]
        matched = dict(pairs([place for place, _ in gold], places))
        out = []
        for i, (place, speakers) in enumerate(gold):
            j = matched.get(i)
            out.append(self.content(prefix, place, None if j is None else places[j]))
            if j is not None and speakers:
                told = said[j].speaker
                wanted = " / ".join(self.text[s:e] for s, e in speakers)
                good = _same_speaker(self.text, speakers, told)
                out.append(self.speaker(prefix, place, wanted=wanted, found=told.name if told else None, good=good))
        extra = set(range(len(said))) - set(matched.values())
        return [*out, *(self.extra(prefix, places[j]) for j in sorted(extra))]

    def content(self, prefix: str, place: Place, found: Place | None) -> Outcome:
        """A label's words, found or missed."""
        return Outcome(
            kind=f"{prefix}content",
            row=self.row,
            place=place,
            wanted="quoted",
            found=None if found is None else ("quoted" if found == place else f"quoted: {self.text[slice(*found)]}"),
            right=found is not None,
            shown=sentence(self.text, place),
        )

    def speaker(self, prefix: str, place: Place, *, wanted: str, found: str | None, good: bool) -> Outcome:
        """The speaker of a quotation that was found."""
        return Outcome(
            kind=f"{prefix}speaker",
            row=self.row,
            place=place,
            wanted=wanted,
            found=found,
            right=good,
            shown=sentence(self.text, place),
        )

    def extra(self, prefix: str, place: Place) -> Outcome:
        """A quotation where the labels have none."""
        return Outcome(
            kind=f"{prefix}content",
            row=self.row,
            place=place,
            wanted=None,
            found="quoted",
            right=False,
            shown=sentence(self.text, place),
        )


def _same_speaker(text: str, gold: Sequence[Place], speaker: Referent | None) -> bool:
    """Whether the mention touches the gold's, or the name's last word stands in it."""
    if speaker is None:
        return False
    if speaker.span.part is Part.TEXT and any(touches((speaker.span.start, speaker.span.end), g) for g in gold):
        return True
    words = speaker.name.lower().split()
    return bool(words) and any(words[-1] in re.findall(r"\w+", text[s:e].lower()) for s, e in gold)


def statuses(labelled: Labelled, name: str) -> list[Outcome]:
    """Whether "it happened" is read of the clear targets: those with at least 1 of 3 either way."""
    out = []
    for number, row in enumerate(labelled.rows(name)):
        text = row["text"]
        starts = _token_starts(text.split(" "))
        events = labelled.read(ready(text, number=number)).events
        for target in row["targets"]:
            if abs(target["label"]) < 1:
                continue
            first, last = target["span1"]
            place = (starts[first], starts[last] - 1)
            event = _event_at(place, events)
            happened = target["label"] > 0
            out.append(
                Outcome(
                    kind="status",
                    row=str(number),
                    place=place,
                    wanted="happened" if happened else "did not happen",
                    found=None if event is None else str(event.status),
                    right=None if event is None else (event.status in HAPPENED) == happened,
                    shown=sentence(text, place),
                )
            )
    return out


def _event_at(place: Place, events: Iterable[Event]) -> Event | None:
    return next((e for e in events if touches(place, (e.predicate.span.start, e.predicate.span.end))), None)


def _token_starts(tokens: list[str]) -> list[int]:
    """Where each token of a text parted by single blanks begins, and where one behind the last would."""
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token) + 1)
    return starts


def status_figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The targets that an event covers, and the balanced accuracy of "it happened" over those."""
    sides = [[o for o in outcomes if (o.wanted == "happened") is happened] for happened in (True, False)]
    return {
        "covered": covered(outcomes, "status"),
        "balanced accuracy": sum(right(side, "status") for side in sides) / len(sides),
    }


def own_pairs(labelled: Labelled, name: str) -> list[Outcome]:
    """The statuses of invented minimal pairs: the row's id ends in the side, before it stands the pair's."""
    out = []
    for row in labelled.rows(name):
        text, word = row["text"], row["predicate"]
        m = re.search(rf"\b{re.escape(word)}\b", text)
        place = m.span() if m else (text.index(word), text.index(word) + len(word))
        event = _event_at(place, labelled.read(ready(text)).events)
        out.append(
            Outcome(
                kind="status",
                row=row["id"],
                place=place,
                wanted=row["status"],
                found=None if event is None else str(event.status),
                right=event is not None and event.status == row["status"],
                shown=sentence(text, place),
            )
        )
    return out


def pair_figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The share of rows that are right, and of pairs with both sides right."""
    sides: defaultdict[str, list[bool]] = defaultdict(list)
    for o in outcomes:
        sides[o.row.rsplit("-", 1)[0]].append(bool(o.right))
    return {"rows": right(outcomes, "status"), "pairs": share(sum(map(all, sides.values())), len(sides))}


def codes(labelled: Labelled, name: str) -> list[Outcome]:
    """Whether some event has the gold's two parties, and whether any event of the sentence has its type."""
    out = []
    for number, row in enumerate(labelled.rows(name)):
        text, wanted = row["sentence"], row["gold_root"].upper()
        events = labelled.read(ready(text, number=number)).events
        both = any(_is(text, row["source"], e.actor) and _is(text, row["target"], e.target) for e in events)
        types = sorted({(e.code or "").upper() for e in events} - {""})
        told = [_parties(e) for e in events if e.actor or e.target]
        for kind, gold, found, good in (
            ("parties", f"{row['source']} -> {row['target']}", "; ".join(told), both),
            ("code", wanted, ", ".join(types), wanted in types),
        ):
            out.append(
                Outcome(
                    kind=kind,
                    row=str(number),
                    place=None,
                    wanted=gold,
                    found=found or None,
                    right=good,
                    shown=sentence(text, None),
                )
            )
    return out


def _parties(event: Event) -> str:
    return " -> ".join(party.name if party else "?" for party in (event.actor, event.target))


def _is(text: str, words: str, party: Referent | None) -> bool:
    at = text.find(words)
    return party is not None and at >= 0 and party.span.touches(Span(at, at + len(words)))


def code_figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The sentences with both parties found, and with the type found."""
    return {"parties": right(outcomes, "parties"), "code anywhere": right(of(outcomes, "code"), "code")}
