"""A story aligned -> its account: standings, origins, figures, timeline, coverage, digest, cautions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from rashomon.account.version import DECIDED, VERSION

if TYPE_CHECKING:  # `import rashomon` imports this package and is to cost nothing: the model comes with its first use
    from rashomon.account.digest_forms import Digest
    from rashomon.core import Copy, Document, Earlier, Reading, Story, StoryAccount
    from rashomon.core.alignment import Alignment

__all__ = ["DECIDED", "VERSION", "Digest", "account_of"]


TITLE_CHARS = 120
NOTHING_EARLIER: Mapping[str, Sequence[Earlier]] = MappingProxyType({})


def account_of(  # noqa: PLR0913, PLR0915  # all that one story's account rests on
    story: Story,
    documents: Sequence[Document],
    readings: Sequence[Reading],
    copies: Sequence[Copy],
    alignment: Alignment,
    *,
    digest: Digest | None = None,
    earlier: Mapping[str, Sequence[Earlier]] = NOTHING_EARLIER,
) -> StoryAccount:
    """Conclude what one story's documents say together.

    Args:
        story: the story.
        documents: its documents, in its order.
        readings: their readings, in the same order.
        copies: the copies among these documents.
        alignment: what is the same across them.
        digest: how its digest is made; without it, in the reports' own words.
        earlier: by id of the document, what earlier versions of it told otherwise, where an archive knows them.
    """
    from dataclasses import replace

    from rashomon.account.aims import with_aims_denied
    from rashomon.account.answers import answers_of
    from rashomon.account.balance import check_story
    from rashomon.account.cautions import cautions_of
    from rashomon.account.claims import (
        claim_of,
        disputed_on_time,
        only_likened,
        ranked,
        told_by_one,
        without_suppositions,
        worth_a_claim,
    )
    from rashomon.account.coverage import coverage_of
    from rashomon.account.digest_forms import Digest
    from rashomon.account.figures import (
        apart_in_their_own_clauses,
        counted_at,
        decided_at_once,
        figure_lines,
        in_conflict,
        tellers_of,
        voices_of,
    )
    from rashomon.account.figures_supposed import without_supposed
    from rashomon.account.force import forces
    from rashomon.account.framing import framing_of
    from rashomon.account.grounds import Grounds
    from rashomon.account.lesser import lesser_events
    from rashomon.account.origins import origins_of
    from rashomon.account.retracted import (
        all_that_rests,
        of_the_desk,
        resting_on,
        retracted_in,
        uncounted,
        without_notices,
        without_told_before,
    )
    from rashomon.account.revised import before_withdrawal, marked, revisions
    from rashomon.account.standing import Setting
    from rashomon.account.timeline import due_days, timeline_of
    from rashomon.account.withheld import Material, standing_figures, without
    from rashomon.core import Status, StoryAccount

    by_id = {d.id: d for d in documents}
    read = {r.document: r for r in readings}
    parties = {p.id: p for p in alignment.parties}
    grounds = Grounds(documents, copies, parties, readings, (t for p in alignment.propositions for t in p.tellings))
    retracted = retracted_in(documents)
    told_of = map(without_suppositions, map(with_aims_denied, alignment.propositions))
    worth = [p for p in told_of if worth_a_claim(p) and not only_likened(p, by_id) and not of_the_desk(p, by_id)]
    worth, taking_back = without_told_before(without_notices(worth, by_id, retracted), by_id)
    if retracted:
        for t in (t for p in worth for t in p.tellings):
            grounds.credited(t)  # before any claim is judged: "the newspaper" is the one outlet that a report names
    due = due_days([t for p in worth for t in p.tellings], read)
    published = {d.id: d.published_at for d in documents}
    denied = {event: Status.DENIED for _, event in taking_back}  # who takes a claim back is no report of it
    setting = Setting(published=published, due=due, told_as={**forces(readings), **denied}, retracted=retracted)
    propositions = [told_by_one(p, by_id, grounds, setting) for p in worth]
    tellings = {p.id: p.tellings for p in propositions}
    counts = without_supposed(alignment.counts, alignment.propositions)
    voices = voices_of(counts, alignment.propositions)
    tellers = tellers_of(counts, alignment.propositions)
    decided = decided_at_once(alignment.propositions)
    lines = figure_lines(counts, set(tellings), counted_at(documents, copies), voices, tellers, decided)
    figures = standing_figures(lines, retracted)
    conflicting, apart = in_conflict(figures, propositions), apart_in_their_own_clauses(figures, propositions)
    made = [
        claim_of(
            p,
            by_id,
            parties,
            grounds,
            figures_differ=p.id in conflicting,
            setting=replace(setting, figures_apart=p.id in apart),
        )
        for p in propositions
    ]
    timeline = timeline_of([claim for claim, _ in made], tellings, by_id, read)
    at_odds = {entry.claim for entry in timeline if entry.otherwise}
    behind = lesser_events(readings)
    lesser = {p.id for p in propositions if all(t.event.id in behind for t in p.tellings)}
    claims = ranked([disputed_on_time(c) if c.id in at_odds else c for c, _ in made], lesser)
    resting = resting_on(tellings, retracted, grounds)
    gone = uncounted(tellings, retracted, grounds)
    places = {
        claim: frozenset((t.document, t.event.span) for t in tellings[claim] if (t.document, t.event.id) in events)
        for claim, events in gone.items()
    }
    claims = marked(claims, by_id, earlier, places)
    answers = answers_of(claims, tellings, by_id, read)
    told = Material(
        claims=claims,
        tellings={
            i: tuple(t for t in own if (t.document, t.event.id) not in taking_back) for i, own in tellings.items()
        },
        documents=by_id,
        readings=read,
        alignment=alignment,
        figures=figures,
        answers=answers,
    )
    sentences, dropped = without(told, all_that_rests(by_id, retracted, grounds), resting, gone).digest(
        digest or Digest()
    )
    account = StoryAccount(
        id=story.id,
        title=title_of([d for d in documents if d.id not in retracted] or before_withdrawal(documents, earlier)),
        documents=story.documents,
        copies=tuple(copies),
        origins=origins_of([(tellings[c.id], grounded) for c, grounded in made], story.documents),
        parties=alignment.parties,
        utterances=alignment.utterances,
        claims=claims,
        figures=figures,
        timeline=timeline,
        answers=answers,
        framing=framing_of(claims, tellings, by_id, read),
        coverage=coverage_of(story.documents, claims),
        digest=sentences,
        problems=(
            *alignment.problems,
            *cautions_of(by_id, read, alignment.utterances, tellings),
            *revisions(by_id, earlier, claims, resting),
            *dropped,
        ),
    )
    return replace(account, problems=(*account.problems, *check_story(account, by_id, read)))


def title_of(documents: Sequence[Document]) -> str:
    """The headline whose words the others share most; of equal ones the shorter."""
    from rashomon.core.words import key_stems

    headlines = [(d.headline or "", set(key_stems(d.headline or ""))) for d in documents]

    def shared(own: set[str]) -> float:
        if not own:
            return 0.0
        return sum(len(own & other) / len(own | other) for _, other in headlines if other)

    best = max(headlines, key=lambda h: (round(shared(h[1]), 6), -len(h[0]), h[0]), default=("", set()))[0]
    return best or (_beginning(documents[0].text) if documents else "")


def _beginning(text: str) -> str:
    """The first line of a text, or as many of its words as make a title."""
    line = " ".join(text.strip().split("\n")[0].split())
    if len(line) <= TITLE_CHARS:
        return line
    return line[: TITLE_CHARS + 1].rsplit(" ", 1)[0][:TITLE_CHARS].rstrip(" ,;:–—-") + " …"


def __getattr__(name: str) -> object:
    """How a digest is made, loaded on first use (PEP 562)."""
    if name != "Digest":
        raise AttributeError(f"module 'rashomon.account' has no attribute {name!r}")
    from rashomon.account.digest_forms import Digest

    globals()["Digest"] = Digest
    return Digest
