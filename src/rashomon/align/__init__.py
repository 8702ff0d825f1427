"""One story -> what is the same across its documents: parties, utterances, propositions, counts."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.align.version import DECIDED, VERSION
from rashomon.core import Document, Reading
from rashomon.core.alignment import Alignment

__all__ = ["DECIDED", "VERSION", "align"]


def align(documents: Sequence[Document], readings: Sequence[Reading]) -> Alignment:
    """Bring together what the documents of one story say.

    Args:
        documents: the story's documents; their order changes nothing but the order of what is found.
        readings: the readings of these documents, in the same order.
    """
    from rashomon.align.counts import align_counts
    from rashomon.align.frames import affiliations, frames_of
    from rashomon.align.occasions import parted_by_time
    from rashomon.align.parties import Parties
    from rashomon.align.propositions import align_propositions
    from rashomon.align.story_bounds import cut_short
    from rashomon.align.utterances import align_utterances
    from rashomon.align.verbatim import set_aside, with_copies

    by_id = {d.id: d for d in documents}
    read = {r.document: r for r in readings}
    parties = Parties(readings)
    sides = affiliations(by_id, parties)
    quotations = {r.document: r.quotations for r in readings}
    speakers = {q.id: parties.of(q.speaker.name if q.speaker else None) for r in readings for q in r.quotations}
    told = [frames_of(d, read[d.id], parties, sides) for d in documents]
    frames, copies = set_aside(documents, told)
    propositions = with_copies(parted_by_time(align_propositions(frames), by_id, read), copies, by_id)
    cut = cut_short(frames)
    voices = {f.telling.voice for f in frames} | set(speakers.values())
    return Alignment(
        parties=parties.shown(voices),
        utterances=align_utterances(documents, quotations, speakers),
        propositions=propositions,
        counts=align_counts(by_id, read, propositions),
        problems=(cut,) if cut is not None else (),
    )
