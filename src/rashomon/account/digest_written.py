"""A digest written by a language model, from the ledger alone and let through by the same checker as any other.

The model is given claims and quotations with ids and asked to answer in JSON, each sentence with the ids it rests on.
What it cites are the places of those ids; a sentence that they do not bear is dropped like any other that cannot be
verified. The connection is made elsewhere: here `write` is a function from a prompt to an answer.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from rashomon.account.digest import MOST, Material, Offer
from rashomon.account.digest_extracted import is_headline
from rashomon.account.digest_order import in_order
from rashomon.account.verify_frames import AS, name_of
from rashomon.core import Citation, DigestSentence, Problem
from rashomon.core.alignment import Telling

Write = Callable[[str], str | Problem]
MOST_GIVEN = 24
"""How many claims a model is given."""
MOST_TAKEN = 2 * MOST
"""How many sentences of a model are looked at."""
TASK = """\
Write a digest of three to eight sentences from the reports below. Use nothing but these reports.
Keep names, figures, dates, quotations and negations exactly. Say who says something, and tell what is only proposed, \
planned, refused, denied, alleged or possible as that and never as done. \
One sentence may rest on one report sentence only.
Answer with JSON alone: {"sentences": [{"text": "...", "cites": ["r1"]}]}, where cites names the ids of the report \
sentences that the sentence rests on.
"""


class Written:
    """A form of digest: sentences that a model writes."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self.problems: list[Problem] = []
        """What kept the model from answering, or its answer from being understood."""

    def __call__(self, material: Material) -> Iterator[Offer]:
        """The sentences of the model's answer; none where there is a problem."""
        given = cited_sentences(material)
        if not given:
            return
        answer = self._write(prompt(given, material))
        if isinstance(answer, Problem):
            self.problems.append(answer)
            return
        rows = understood(answer)
        if rows is None:
            self.problems.append(_fault("digest-model-answer", "the model's answer is not the JSON that was asked for"))
            return
        for text, ids in rows[:MOST_TAKEN]:
            known = [given[i] for i in ids if i in given]
            if not known or len(known) < len(ids):
                self.problems.append(_fault("digest-unverified", f"“{text}” cites what it was not given"))
                continue
            citations = tuple(dict.fromkeys(c for places, _ in known for c in places))
            told = tuple(dict.fromkeys(c for _, c in known))
            yield Offer(sentences=[DigestSentence(text=text, citations=citations, claims=told)], noted=True)


def _fault(code: str, message: str) -> Problem:
    return Problem(stage="account", code=code, message=message)


Given = dict[str, tuple[tuple[Citation, ...], str]]
"""Report sentences by the id under which a model may cite them: their places, and the claim they were chosen for."""


def cited_sentences(material: Material) -> Given:
    """The report sentences that a model is given: of each claim worth telling, one for each status it is told with.

    A headline is given only where nothing else tells it so.
    """
    found: Given = {}
    seen: set[Citation] = set()
    for claim in in_order(material)[:MOST_GIVEN]:
        by_status: dict[str, Telling] = {}
        for t in sorted(material.tellings[claim.id], key=lambda t: is_headline(t, material.documents)):
            by_status.setdefault(t.event.status, t)
        for t in by_status.values():
            place = Citation(document=t.document, span=t.event.sentence)
            if place in seen:
                continue
            seen.add(place)
            voice = t.event.voice
            outside = voice is not None and not t.event.sentence.covers(voice.span)
            speaker = (Citation(document=t.document, span=voice.span),) if voice is not None and outside else ()
            found[f"r{len(found) + 1}"] = ((place, *speaker), claim.id)
    return found


def prompt(given: Given, material: Material) -> str:
    """What a model is asked: the task, and each report sentence with its id, outlet, speaker and status."""
    lines = [TASK]
    for name, (places, claim) in given.items():
        document = material.documents[places[0].document]
        text = " ".join(document.words_at(places[0].span).split())
        told = next(
            t for t in material.tellings[claim] if t.document == document.id and t.event.sentence == places[0].span
        )
        voice = f"; said by {told.event.voice.name}" if told.event.voice else ""
        lines.append(f"[{name}] {name_of(document)} (told as {AS[told.event.status]}{voice}): {text}")
    return "\n".join(lines)


def understood(answer: str) -> list[tuple[str, list[str]]] | None:
    """The sentences of an answer with the ids they cite; None where it is not the JSON that was asked for."""
    start, end = answer.find("{"), answer.rfind("}")
    try:
        rows = json.loads(answer[start : end + 1])["sentences"] if start >= 0 else None
        found = [(" ".join(str(row["text"]).split()), [str(i) for i in row["cites"]]) for row in rows or ()]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return [(text, ids) for text, ids in found if text] or None
