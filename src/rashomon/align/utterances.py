"""Quotations of the same words of the same speaker, brought together across documents and forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.align.likeness import Weights, likeness
from rashomon.align.wordings import NONE, WORST, difference, runs_within
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
        key=lambda p: (-p[0], -_evenness(parts[p[1]], parts[p[2]]), p[1], p[2]),
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


def _evenness(left: Part, right: Part) -> float:
    """How near in length two parts are: of equal scores, a fragment belongs to the shorter sentence around it."""
    return min(len(left.stems), len(right.stems)) / max(len(left.stems), len(right.stems), 1)


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
    shorter, longer = sorted((left, right), key=lambda p: len(p.stems))
    indirect = Form.INDIRECT in (left.quotation.form, right.quotation.form)
    least = INDIRECT if indirect else SAME
    if left.speaker is None or right.speaker is None:
        least = 0.85
    if len(shorter.stems) < FEW:
        # one or two words are evidence only when they stand word for word in the other wording
        least = 1.0 if not indirect and contained(shorter, longer) else 2.0
    elif _overlapping(left, right):
        return score if score >= least else 0.0
    elif len(shorter.stems) <= SHORT + indirect and not contained(shorter, longer):
        # of a few words one in common more or less is chance; the reporter's own words must be a clause
        least = 2.0 if indirect else NEARLY_ALL
    elif left.document == right.document and not indirect and not contained(shorter, longer):
        least = NEARLY_ALL  # nobody is quoted twice with one sentence in one report, save word for word
    return score if score >= least else 0.0


FEW = 3
"""Parts with fewer stems are fragments."""
SHORT = 3
NEARLY_ALL = 0.85
"""Least likeness of parts that have so few stems that one in common weighs too much."""


def _overlapping(left: Part, right: Part) -> bool:
    """Whether two parts have words of one document in common: a quotation inside what is reported around it."""
    return left.document == right.document and left.span.touches(right.span)


def contained(short: Part, long: Part) -> bool:
    """Whether the words of one stand in a row in the other."""
    return runs_within(words(short.text), words(long.text))


def joinable(left: Sequence[int], right: Sequence[int], parts: Sequence[Part], weights: Weights) -> bool:
    """Whether two groups are one: each is like the fullest wording of the other."""
    fullest_left = max(left, key=lambda i: (len(parts[i].stems), -i))
    fullest_right = max(right, key=lambda i: (len(parts[i].stems), -i))
    voices = {parts[i].speaker for i in (*left, *right)} - {None}
    if len(voices) > 1:
        return False
    both = [parts[i] for i in (*left, *right)]
    if any(_told_apart(parts[a], parts[b], both, weights) for a in left for b in right):
        return False
    # a fragment of two words stands in many sentences and tells of none of them that they are one
    telling_left, telling_right = ([i for i in some if len(parts[i].stems) >= FEW] or some for some in (left, right))
    alike = sum(bool(same_utterance(parts[i], parts[fullest_left], weights)) for i in telling_right)
    alike_back = sum(bool(same_utterance(parts[i], parts[fullest_right], weights)) for i in telling_left)
    return 2 * alike >= len(telling_right) or 2 * alike_back >= len(telling_left)


def _told_apart(left: Part, right: Part, group: Sequence[Part], weights: Weights) -> bool:
    """Whether one report gives two parts as two sentences that somebody said, and not as fragments of one."""
    if left.document != right.document or Form.INDIRECT in (left.quotation.form, right.quotation.form):
        return False
    wider = [p for p in group if p is not left and p is not right]
    if _overlapping(left, right) or any(_in(left, p) and _in(right, p) for p in wider):
        return False
    if any(
        _spliced(left, right, p) and same_utterance(left, p, weights) and same_utterance(right, p, weights)
        for p in wider
    ):
        return False
    return not same_utterance(left, right, weights)


def _spliced(left: Part, right: Part, whole: Part) -> bool:
    """Whether a third part joins what two sentences of another report say: each has its own words there."""
    ours, theirs = set(left.stems) & set(whole.stems), set(right.stems) & set(whole.stems)
    if whole.document == left.document or not ours or not theirs:
        return False
    return 2 * len(ours & theirs) <= min(len(ours), len(theirs))


def _in(fragment: Part, whole: Part) -> bool:
    """Whether a part is a piece of another: its place is inside the other's, or its words are."""
    return _holds(whole, fragment) or contained(fragment, whole)


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


def differences(parts: Sequence[Part], chosen: Part) -> str:
    """How the wordings differ at worst: not at all, cut short, in other words, or in sense.

    A fragment that stands in a longer wording of its own document is that wording's.
    """
    worst = NONE
    for p in parts:
        if p is chosen or p.quotation.form is Form.INDIRECT or any(_holds(o, p) for o in parts if o is not chosen):
            continue
        sentence = p.quotation.form in {Form.DIRECT, Form.BLOCK}
        found = difference(p.text, chosen.text, sentence=sentence)
        worst = max(worst, found, key=WORST.index)
    return worst


CLOSING_MARKS = 2
"""A point and a mark at the end of a fragment that stand behind what is reported around it."""


def _holds(outer: Part, inner: Part) -> bool:
    """Whether one part stands inside another, longer one of its document."""
    longer = outer.document == inner.document and len(outer.span) > len(inner.span)
    return longer and outer.span.shared_chars(inner.span) >= len(inner.span) - CLOSING_MARKS
