"""Quotations of the same words of the same speaker, brought together across documents and forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.align.likeness import Weights, likeness
from rashomon.align.neighbours import Said, neighbours
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

UNKNOWN = 0.85
"""The same where of one of the two the speaker is not known."""

FEW = 3
"""A wording of fewer stems is evidence only where it stands word for word in the other."""


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
    heard: frozenset[str] = frozenset()
    """The words of its document, where somebody is told to speak of whom it is not known who they are."""


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
        own = quotations.get(document.id, ())
        left_open = {q.id for q in own if _left_open(q, speakers.get(q.id))}
        heard = frozenset(words(f"{document.headline or ''} {document.text}") if left_open else ())
        for quotation in own:
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
                        heard=heard if quotation.id in left_open else frozenset(),
                    )
                )
    return parts


def _left_open(quotation: Quotation, speaker: str | None) -> bool:
    """Whether a report tells that somebody says it and leaves open who: `she said`, of two women or none."""
    return speaker is None and quotation.cue is not None


def align_utterances(
    documents: Sequence[Document],
    quotations: Mapping[str, Sequence[Quotation]],
    speakers: Mapping[str, str | None],
) -> tuple[Utterance, ...]:
    """Bring together the wordings of each utterance.

    Candidates come from an index of rare stems (`neighbours`), which loses no pair that is alike enough. Pairs join
    best first, and a part joins a group only when it is like the fullest wording there, so that a chain of small
    likenesses never joins two different sentences.
    """
    parts = parts_of(documents, quotations, speakers)
    likenesses = Likenesses(parts)
    near = neighbours([Said(p.stems, p.speaker, least_of(p)) for p in parts], likenesses.weights)
    scored = ((likenesses.of(a, b), a, b) for a, b in near)
    pairs = sorted((p for p in scored if p[0]), key=lambda p: (-p[0], -_evenness(parts[p[1]], parts[p[2]]), p[1], p[2]))
    groups = Groups(parts, likenesses)
    for _, a, b in pairs:
        groups.join(a, b)
    ordered = sorted(groups.members.values(), key=min)
    return tuple(utterance([parts[i] for i in sorted(m)]) for m in ordered)


def _evenness(left: Part, right: Part) -> float:
    """How near in length two parts are: of equal scores, a fragment belongs to the shorter sentence around it."""
    return min(len(left.stems), len(right.stems)) / max(len(left.stems), len(right.stems), 1)


def least_of(part: Part) -> float:
    """The least likeness that a part needs to any other, whatever that is."""
    if len(part.stems) < FEW:
        return 1.0
    return UNKNOWN if part.speaker is None else INDIRECT if part.quotation.form is Form.INDIRECT else SAME


class Likenesses:
    """How alike parts are, each two compared once."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.weights = Weights(p.stems for p in parts)
        self._parts = parts
        self._known: dict[tuple[int, int], float] = {}

    def of(self, left: int, right: int) -> float:
        """`same_utterance` of two parts by place."""
        known = self._known.get((left, right))
        if known is None:
            known = same_utterance(self._parts[left], self._parts[right], self.weights)
            self._known[left, right] = known
        return known


class Groups:
    """Parts joined into utterances: each group with its fullest wording and its voices."""

    def __init__(self, parts: Sequence[Part], likenesses: Likenesses) -> None:
        self._parts = parts
        self._likenesses = likenesses
        self._home = list(range(len(parts)))
        self._size = [len(p.stems) for p in parts]
        self._fullest = list(range(len(parts)))
        self._voices = [{p.speaker} - {None} for p in parts]
        self._called: dict[str, set[str]] = {}
        for p in parts:
            if p.speaker is not None and p.quotation.speaker is not None:
                self._called.setdefault(p.speaker, set()).update(words(p.quotation.speaker.name)[-1:])
        self._apart: dict[tuple[int, int], tuple[int, int]] = {}
        """Two groups that are not one, with their sizes when that was found: asked again only when one has grown."""
        self.members = {i: [i] for i in range(len(parts))}

    def join(self, one: int, other: int) -> None:
        """Make the groups of two parts one, if they may be."""
        left, right = self._home[one], self._home[other]
        if left == right:
            return
        sizes = len(self.members[left]), len(self.members[right])
        if self._apart.get((left, right)) == sizes:
            return
        if not self._joinable(left, right):
            self._apart[left, right] = sizes
            return
        for i in self.members[right]:
            self._home[i] = left
        self.members[left] += self.members.pop(right)
        self._voices[left] |= self._voices[right]
        self._fullest[left] = max(self._fullest[left], self._fullest[right], key=lambda i: (self._size[i], -i))

    def _joinable(self, left: int, right: int) -> bool:
        """Whether two groups are one: each is like the fullest wording of the other."""
        voices = self._voices[left] | self._voices[right]
        if len(voices) > 1 or not all(self._may_say(voices, i) for i in (*self.members[left], *self.members[right])):
            return False
        if any(self._told_apart(a, b, left, right) for a in self.members[left] for b in self.members[right]):
            return False
        return self._alike(right, self._fullest[left]) or self._alike(left, self._fullest[right])

    def _may_say(self, voices: set[str | None], part: int) -> bool:
        """Whether a part is laid to one of the voices, or its report names them: `she` is somebody it tells of."""
        heard = self._parts[part].heard
        return not heard or all(not heard.isdisjoint(self._called.get(v or "", heard)) for v in voices)

    def _told_apart(self, one: int, other: int, left: int, right: int) -> bool:
        """Whether one report gives two parts as two sentences that somebody said, and not as fragments of one."""
        parts = self._parts
        first, second = parts[one], parts[other]
        if first.document != second.document or Form.INDIRECT in (first.quotation.form, second.quotation.form):
            return False
        if _overlapping(first, second) or self._likenesses.of(*sorted((one, other))):
            return False
        for i in (*self.members[left], *self.members[right]):
            if i in (one, other):
                continue
            if _in(first, parts[i]) and _in(second, parts[i]):
                return False
            near = all(self._likenesses.of(*sorted((i, j))) for j in (one, other))
            if near and _spliced(first, second, parts[i]):
                return False
        return True

    def _alike(self, group: int, fullest: int) -> bool:
        """Whether at least half of a group is like a wording."""
        # a fragment of two words stands in many sentences and tells of none of them that they are one
        members = [i for i in self.members[group] if self._size[i] >= FEW] or self.members[group]
        return 2 * sum(bool(self._likenesses.of(i, fullest)) for i in members) >= len(members)


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
        least = UNKNOWN
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
