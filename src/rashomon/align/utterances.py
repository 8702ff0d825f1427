"""Quotations of the same words of the same speaker, brought together across documents and forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.align.likeness import Weights, likeness
from rashomon.align.neighbours import Said, neighbours
from rashomon.align.sayings import Part, contained, holds, in_part, overlapping, parts_of, same_over_many, spliced
from rashomon.align.voices import Scene
from rashomon.align.wordings import NONE, WORST, difference, opposed
from rashomon.core import Document, Form, Quotation, Utterance, Wording, content_id
from rashomon.core.words import words

SAME = 0.6
"""Least likeness of two wordings of one utterance, found on three sets of quotations in which people had marked
the wordings of one utterance; below it stand answers to the same question, above it translations."""

INDIRECT = 0.72
"""The same where one of the two is the reporter's own words for what was said."""

UNKNOWN = 0.85
"""The same where of one of the two the speaker is not known."""

FEW = 3
"""A wording of fewer stems is evidence only where it stands word for word in the other."""


def align_utterances(
    documents: Sequence[Document],
    quotations: Mapping[str, Sequence[Quotation]],
    speakers: Mapping[str, str | None],
    scene: Scene,
) -> tuple[Utterance, ...]:
    """Bring together the wordings of each utterance; `speakers` maps quotation ids to party ids.

    Candidates come from an index of rare stems (`neighbours`), which loses no pair that is alike enough. Pairs join
    best first, and a part joins a group only when it is like the fullest wording there, so that a chain of small
    likenesses never joins two different sentences.
    """
    parts = parts_of(documents, quotations, speakers)
    likenesses = Likenesses(parts, scene.described)
    said = [Said(p.stems, None if p.whole and p.speaker in scene.described else p.speaker, least_of(p)) for p in parts]
    near = neighbours(said, likenesses.weights)
    scored = ((likenesses.of(a, b), a, b) for a, b in near)
    pairs = sorted((p for p in scored if p[0]), key=lambda p: (-p[0], -_evenness(parts[p[1]], parts[p[2]]), p[1], p[2]))
    groups = Groups(parts, likenesses, scene)
    for _, a, b in pairs:
        groups.join(a, b)
    ordered = sorted(groups.members.values(), key=min)
    return tuple(utterance([parts[i] for i in sorted(m)], scene.described) for m in ordered)


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

    def __init__(self, parts: Sequence[Part], described: frozenset[str]) -> None:
        self.weights = Weights(p.stems for p in parts)
        self._parts = parts
        self._described = described
        self._known: dict[tuple[int, int], float] = {}
        self._same: dict[tuple[int, int], bool] = {}

    def of(self, left: int, right: int) -> float:
        """`same_utterance` of two parts by place."""
        known = self._known.get((left, right))
        if known is None:
            known = same_utterance(self._parts[left], self._parts[right], self.weights, self._described)
            self._known[left, right] = known
        return known

    def word_for_word(self, left: int, right: int) -> bool:
        """`same_over_many` of two parts by place."""
        known = self._same.get((left, right))
        if known is None:
            known = self._same[left, right] = same_over_many(self._parts[left], self._parts[right])
        return known


class Groups:
    """Parts joined into utterances: each group with its fullest wording and its voices."""

    def __init__(self, parts: Sequence[Part], likenesses: Likenesses, scene: Scene) -> None:
        self._parts = parts
        self._likenesses = likenesses
        self._scene = scene
        self._home = list(range(len(parts)))
        self._size = [len(p.stems) for p in parts]
        self._fullest = list(range(len(parts)))
        self._voices = [{p.speaker} if p.speaker is not None else set[str]() for p in parts]
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
        if not (self._of_one_voice(left, right) or self._word_for_word(left, right)):
            return False
        if any(self._told_apart(a, b, left, right) for a in self.members[left] for b in self.members[right]):
            return False
        return self._alike(right, self._fullest[left]) or self._alike(left, self._fullest[right])

    def _of_one_voice(self, left: int, right: int) -> bool:
        """Whether what is told of the speakers lets them be one, be the words few or many."""
        ours, theirs = self._voices[left], self._voices[right]
        if ours and theirs and ours.isdisjoint(theirs):
            return False
        voices, described = ours | theirs, self._scene.described
        if len(voices - described) > 1:
            return False
        if not voices - described and self._of_two_events(left, right):
            return False
        return all(self._may_say(voices, i) for i in (*self.members[left], *self.members[right]))

    def _of_two_events(self, left: int, right: int) -> bool:
        """Whether speakers without a name stand in reports of two towns."""
        ours, theirs = ({self._parts[i].document for i in self.members[g] if self._unnamed(i)} for g in (left, right))
        return any(self._scene.of_two_events(a, b) for a in ours for b in theirs)

    def _unnamed(self, part: int) -> bool:
        """Whether somebody says a part whom its report does not name, described or not."""
        return self._parts[part].left_open or self._parts[part].speaker in self._scene.described

    def _may_say(self, voices: Iterable[str], part: int) -> bool:
        """Whether a part is laid to one of the voices, or its report names one: `she` is somebody it tells of."""
        said = self._parts[part]
        if not said.left_open:
            return True
        told = [self._scene.tells_of(said.document, v, self._called.get(v, ())) for v in voices]
        return any(told) or not told

    def _word_for_word(self, left: int, right: int) -> bool:
        """Whether two groups have many words in a row in common, of one event, and not two speakers with names."""
        if len((self._voices[left] | self._voices[right]) - self._scene.described) > 1:
            return False
        parts, same = self._parts, self._likenesses.word_for_word
        pairs = ((a, b) for a in self.members[left] for b in self.members[right])
        return any(
            self._scene.of_one_event(parts[a].document, parts[b].document) and same(*sorted((a, b))) for a, b in pairs
        )

    def _told_apart(self, one: int, other: int, left: int, right: int) -> bool:
        """Whether one report gives two parts as two sentences that somebody said, and not as fragments of one."""
        parts = self._parts
        first, second = parts[one], parts[other]
        if first.document != second.document or Form.INDIRECT in (first.quotation.form, second.quotation.form):
            return False
        if overlapping(first, second) or self._likenesses.of(*sorted((one, other))):
            return False
        for i in (*self.members[left], *self.members[right]):
            if i in (one, other):
                continue
            if in_part(first, parts[i]) and in_part(second, parts[i]):
                return False
            near = all(self._likenesses.of(*sorted((i, j))) for j in (one, other))
            if near and spliced(first, second, parts[i]):
                return False
        return True

    def _alike(self, group: int, fullest: int) -> bool:
        """Whether at least half of a group is like a wording."""
        # a fragment of two words stands in many sentences and tells of none of them that they are one
        members = [i for i in self.members[group] if self._size[i] >= FEW] or self.members[group]
        return 2 * sum(bool(self._likenesses.of(i, fullest)) for i in members) >= len(members)


def same_utterance(left: Part, right: Part, weights: Weights, described: frozenset[str]) -> float:
    """How alike two parts are if they may be wordings of one utterance, else 0.

    Of two speakers one may be told by the name and one only `described`, where the words are the same over many.
    """
    if left.document == right.document and left.quotation.id == right.quotation.id:
        return 0.0
    two = left.speaker != right.speaker and left.speaker is not None and right.speaker is not None
    if two and ({left.speaker, right.speaker}.isdisjoint(described) or not same_over_many(left, right)):
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
    elif overlapping(left, right):
        return score if score >= least else 0.0
    elif len(shorter.stems) <= SHORT + indirect and not contained(shorter, longer):
        # of a few words one in common more or less is chance; the reporter's own words must be a clause
        least = 2.0 if indirect else NEARLY_ALL
    elif left.document == right.document and not indirect and not contained(shorter, longer):
        least = NEARLY_ALL  # nobody is quoted twice with one sentence in one report, save word for word
    if score < least or (indirect and opposed(left.text, right.text)):
        return 0.0
    return score


SHORT = 3
NEARLY_ALL = 0.85
"""Least likeness of parts that have so few stems that one in common weighs too much."""


def utterance(parts: Sequence[Part], described: frozenset[str]) -> Utterance:
    """An utterance of its parts; the chosen text is the fullest direct wording, the speaker who has a name if any."""
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
    speakers = sorted((p.speaker for p in parts if p.speaker is not None), key=described.__contains__)
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
        if p is chosen or p.quotation.form is Form.INDIRECT or any(holds(o, p) for o in parts if o is not chosen):
            continue
        sentence = p.quotation.form in {Form.DIRECT, Form.BLOCK}
        found = difference(p.text, chosen.text, sentence=sentence)
        worst = max(worst, found, key=WORST.index)
    return worst
