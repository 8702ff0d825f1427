"""Quotations of the same words of the same speaker, brought together across documents and forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.align.likeness import Weights, likeness
from rashomon.core import Document, Form, Quotation, Span, Utterance, Wording, content_id
from rashomon.core.predicates import class_of_stem
from rashomon.core.words import key_stems, words

END = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9@#])")
ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Col|Lt|Sgt|No|vs|Jr|Sr|Prof|Rev)|\b[A-Z])\.$")
MARKS = "\"“”‘’'«»„ \t\n\r\xa0,;"

SAME = 0.6
"""Least likeness of two wordings of one utterance, found on three sets of quotations in which people had marked
the wordings of one utterance; below it stand answers to the same question, above it translations."""

INDIRECT = 0.72
"""The same where one of the two is the reporter's own words for what was said."""


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of one quotation."""

    document: str
    quotation: Quotation
    span: Span
    text: str
    stems: tuple[str, ...]
    speaker: str | None
    order: int


def sentence_parts(document: Document, quotation: Quotation) -> list[Span]:
    """The sentences inside a quotation, without marks and blanks at their ends."""
    text = document.part(quotation.span.part)
    words_said = quotation.span.of(text)
    cuts, at = [], 0
    for m in END.finditer(words_said):
        if not ABBREVIATED.search(words_said[: m.start()].rstrip("”’\"')]")):
            cuts.append((at, m.start()))
            at = m.end()
    cuts.append((at, len(words_said)))
    base = quotation.span.start
    spans = [Span(base + a, base + b, quotation.span.part).trimmed(text, MARKS) for a, b in cuts]
    return [s for s in spans if len(s)]


def meaning(said: str) -> tuple[str, ...]:
    """The stems of what was said, verbs of one class and negations as one.

    Translations of one sentence differ in "shut" and "closed", in "cannot" and "will not".
    """
    classes = class_of_stem()
    stems = ("not" if s == "cannot" or s.endswith("n't") else s for s in key_stems(said))
    return tuple(classes.get(s, s) for s in stems)


def parts_of(
    documents: Sequence[Document],
    quotations: Mapping[str, Sequence[Quotation]],
    speakers: Mapping[str, str | None],
) -> list[Part]:
    """Every sentence said, in order of document and place; `speakers` maps quotation ids to party ids."""
    parts: list[Part] = []
    for document in documents:
        for quotation in quotations.get(document.id, ()):
            for span in sentence_parts(document, quotation):
                said = document.words_at(span)
                parts.append(
                    Part(
                        document=document.id,
                        quotation=quotation,
                        span=span,
                        text=said,
                        stems=meaning(said),
                        speaker=speakers.get(quotation.id),
                        order=len(parts),
                    )
                )
    return parts


def align_utterances(
    documents: Sequence[Document],
    quotations: Mapping[str, Sequence[Quotation]],
    speakers: Mapping[str, str | None],
) -> tuple[Utterance, ...]:
    """Bring together the wordings of each utterance.

    Candidates share a rare stem (an inverted index; no comparison of all with all). Pairs join best first, and
    a part joins a group only when it is like the fullest wording there, so that a chain of small likenesses
    never joins two different sentences.
    """
    parts = parts_of(documents, quotations, speakers)
    weights = Weights(p.stems for p in parts)
    pairs = sorted(
        ((score, a, b) for a, b in candidates(parts) if (score := same_utterance(parts[a], parts[b], weights))),
        key=lambda p: (-p[0], p[1], p[2]),
    )
    group = list(range(len(parts)))
    members: dict[int, list[int]] = {i: [i] for i in group}
    for _, a, b in pairs:
        left, right = group[a], group[b]
        if left == right or not joinable(members[left], members[right], parts, weights):
            continue
        for i in members[right]:
            group[i] = left
        members[left] += members.pop(right)
    ordered = sorted(members.values(), key=min)
    return tuple(utterance([parts[i] for i in sorted(m)]) for m in ordered)


MOST_PARTS_A_STEM = 200
"""A stem in more parts than this proposes no pairs: the bound on the work of a very large story."""


def candidates(parts: Sequence[Part]) -> set[tuple[int, int]]:
    """Pairs of parts of compatible speakers that share at least one stem that is not everywhere."""
    index: dict[str, list[int]] = {}
    for i, part in enumerate(parts):
        for s in set(part.stems):
            index.setdefault(s, []).append(i)
    found: set[tuple[int, int]] = set()
    for places in index.values():
        if len(places) > MOST_PARTS_A_STEM:
            continue
        for n, a in enumerate(places):
            found.update((a, b) for b in places[n + 1 :])
    return found


def same_utterance(left: Part, right: Part, weights: Weights) -> float:
    """How alike two parts are if they may be wordings of one utterance, else 0."""
    if left.document == right.document and left.quotation.id == right.quotation.id:
        return 0.0
    if left.speaker != right.speaker and left.speaker is not None and right.speaker is not None:
        return 0.0
    score = likeness(left.stems, right.stems, weights)
    shorter = min((left, right), key=lambda p: len(p.stems))
    indirect = Form.INDIRECT in (left.quotation.form, right.quotation.form)
    least = INDIRECT if indirect else SAME
    if left.speaker is None or right.speaker is None:
        least = 0.85
    if len(shorter.stems) < 3:
        # one or two words are evidence only when they stand word for word in the other wording
        least = 1.0 if not indirect and contained(shorter, left if shorter is right else right) else 2.0
    return score if score >= least else 0.0


def contained(short: Part, long: Part) -> bool:
    """Whether the words of one stand in a row in the other."""
    needle, hay = words(short.text), words(long.text)
    return any(hay[i : i + len(needle)] == needle for i in range(len(hay) - len(needle) + 1))


def joinable(left: Sequence[int], right: Sequence[int], parts: Sequence[Part], weights: Weights) -> bool:
    """Whether two groups are one: each is like the fullest wording of the other."""
    fullest_left = max(left, key=lambda i: (len(parts[i].stems), -i))
    fullest_right = max(right, key=lambda i: (len(parts[i].stems), -i))
    voices = {parts[i].speaker for i in (*left, *right)} - {None}
    if len(voices) > 1:
        return False
    alike = sum(bool(same_utterance(parts[i], parts[fullest_left], weights)) for i in right)
    alike_back = sum(bool(same_utterance(parts[i], parts[fullest_right], weights)) for i in left)
    return 2 * alike >= len(right) or 2 * alike_back >= len(left)


def utterance(parts: Sequence[Part]) -> Utterance:
    """An utterance of its parts; the chosen text is the fullest direct wording."""
    direct = [p for p in parts if p.quotation.form is not Form.INDIRECT] or list(parts)
    chosen = max(direct, key=lambda p: (len(p.stems), -p.order))
    numbers: dict[tuple[str, ...], int] = {}
    wordings = tuple(
        Wording(
            document=p.document,
            span=p.span,
            whole=p.quotation.span,
            form=p.quotation.form,
            number=numbers.setdefault(tuple(words(p.text)), len(numbers) + 1),
        )
        for p in parts
    )
    speakers = [p.speaker for p in parts if p.speaker is not None]
    return Utterance(
        id=content_id("utterance", *(f"{w.document}:{w.span.part}:{w.span.start}:{w.span.end}" for w in wordings)),
        speaker=speakers[0] if speakers else None,
        text=chosen.text,
        differences=differences(parts, chosen),
        quotations=wordings,
    )


NEGATIONS = frozenset({"not", "no", "never", "without", "nothing", "nobody", "none", "neither", "nor", "cannot"})


def differences(parts: Sequence[Part], chosen: Part) -> str:
    """How the wordings differ: not at all, cut short, in other words, or in sense."""
    full = words(chosen.text)
    worst = "none"
    for p in parts:
        said = words(p.text)
        if said == full or p.quotation.form is Form.INDIRECT:
            continue
        if contained(p, chosen):
            worst = worst if worst != "none" else "shortened"
        elif altered(p, chosen):
            return "altered"
        else:
            worst = "retranslated"
    return worst


def altered(part: Part, chosen: Part) -> bool:
    """Whether a wording as long as the chosen one has another figure, or a negation more or less."""
    said, full = words(part.text), words(chosen.text)
    if len(said) < 0.7 * len(full):
        return False
    figures = [{w for w in ws if w[:1].isdigit()} for ws in (said, full)]
    denials = [sum(w in NEGATIONS or w.endswith("n't") for w in ws) % 2 for ws in (said, full)]
    return figures[0] != figures[1] or denials[0] != denials[1]
