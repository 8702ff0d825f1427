"""One story -> what is the same across its documents: parties, utterances, propositions, counts."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.align.version import DECIDED, VERSION
from rashomon.core import Document, Reading
from rashomon.core.alignment import Alignment, Constraints

__all__ = ["DECIDED", "VERSION", "align"]


NO_CONSTRAINTS = Constraints()


def align(
    documents: Sequence[Document], readings: Sequence[Reading], constraints: Constraints = NO_CONSTRAINTS
) -> Alignment:
    """Bring together what the documents of one story say.

    Args:
        documents: the story's documents; their order changes nothing but the order of what is found.
        readings: the readings of these documents, in the same order.
        constraints: what people decided that it is held to.
    """
    from rashomon.align.counts import align_counts
    from rashomon.align.frames import frames_of
    from rashomon.align.held import told_apart
    from rashomon.align.met import met
    from rashomon.align.occasions import parted_by_time
    from rashomon.align.parties import Parties
    from rashomon.align.propositions import align_propositions
    from rashomon.align.sides import affiliations
    from rashomon.align.story_bounds import cut_short
    from rashomon.align.utterances import align_utterances
    from rashomon.align.verbatim import set_aside, with_copies
    from rashomon.align.voices import scene_of
    from rashomon.align.whereabouts import told_around

    by_id = {d.id: d for d in documents}
    read = {r.document: r for r in readings}
    parties = Parties(readings, constraints.one_party)
    sides = affiliations(by_id, parties)
    quotations = {r.document: r.quotations for r in readings}
    speakers = {q.id: parties.of(q.speaker.name if q.speaker else None) for r in readings for q in r.quotations}
    beside = told_around(documents)
    told = [frames_of(d, read[d.id], parties, sides, beside=beside) for d in documents]
    frames, copies = set_aside(documents, told)
    together = with_copies(parted_by_time(met(align_propositions(frames), frames, by_id), by_id, read), copies, by_id)
    propositions, told_held = told_apart(together, constraints.not_that_claim)
    cut = cut_short(frames)
    scene = scene_of(documents, read, parties, speakers=set(speakers.values()), beside=beside)
    voices = {f.telling.voice for f in frames} | set(speakers.values())
    return Alignment(
        parties=parties.shown(voices),
        utterances=align_utterances(documents, quotations, speakers, scene),
        propositions=propositions,
        counts=align_counts(by_id, read, propositions),
        problems=(cut,) if cut is not None else (),
        held=(*parties.held, *told_held),
    )
