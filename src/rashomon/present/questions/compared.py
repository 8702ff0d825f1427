"""Two reports held side by side: the passages that both have, word by word, and what each has alone.

A shared passage is known from the copy that grouping found, or found here in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.archive.decided_state import account_kept
from rashomon.core import Claim, Copy, CopyKind, Document, Reading, Report, SharedPassage, Span, StoryAccount
from rashomon.present.questions.asked import AskedError
from rashomon.present.questions.joined import Fate, Joined, Stretch, joined, kept_paragraphs, quotations_of
from rashomon.present.questions.one_document import Accounts, version_named
from rashomon.stores.base import View
from rashomon.stores.facts import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """What of a report's own prose the other does not have: words, and the share of all its words, in [0, 1]."""

    words: int
    share: float
    passages: int
    """Paragraphs of which it has nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two reports side by side.

    `copy` is what grouping knows of the pair, None where it is nothing; `kept` tells that the archive has it, else it
    was found for this comparison alone. `versions` tells that both are versions of one report.
    """

    left: Version
    right: Version
    joined: tuple[Joined, ...]
    copy: Copy | None
    kept: bool
    versions: bool
    alone_left: Alone
    alone_right: Alone


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimBeside:
    """A claim with how each of two reports tells it; no reports on the side that does not."""

    claim: Claim
    left: tuple[Report, ...]
    right: tuple[Report, ...]

    @property
    def otherwise(self) -> bool:
        """Whether both tell it, and with no status in common."""
        told = {r.status for r in self.left}, {r.status for r in self.right}
        return all(told) and told[0].isdisjoint(told[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two versions of documents with what the archive knows of them.

    `copy` is what grouping knows of the pair, `read_left` and `read_right` what was read in each; None where it is
    nothing. `story` is the one that both are in, `claims` what it tells of either.
    """

    left: Version
    right: Version
    copy: Copy | None = None
    read_left: Reading | None = None
    read_right: Reading | None = None
    story: str | None = None
    claims: tuple[ClaimBeside, ...] = ()


def pair_of(view: View, left: str, right: str, *, accounts: Accounts = account_kept) -> Pair:
    """Two reports, or two versions of one, as the archive has them.

    Args:
        view: the archive.
        left: the id of a document or of a version, or the beginning of a document's.
        right: likewise.
        accounts: where the account of the story of both is had.

    Raises:
        AskedError: there is no such document, or both are the same version of one.
    """
    one, other = version_named(view, left), version_named(view, right)
    if one.id == other.id:
        raise AskedError("a report is compared with another, or with another version of itself: name two")
    kept = view.readings_of([one.id, other.id])
    read = [kept[each.id].reading if each.id in kept else None for each in (one, other)]
    made = Pair(left=one, right=other, read_left=read[0], read_right=read[1])
    if any(view.version_of(each.document.id) != each.id for each in (one, other)):
        return made  # what is concluded is of current versions alone
    ids = one.document.id, other.document.id
    copies = view.copies_among(ids)
    stories = [view.story_of(each) for each in ids]
    story = stories[0].story.id if stories[0] is not None else None
    together = story is not None and stories[1] is not None and stories[1].story.id == story
    account = accounts(view, story) if story is not None and together else None
    return replace(
        made,
        copy=copies[0].copy if copies else None,
        story=story if together else None,
        claims=() if account is None else claims_beside(account, *ids),
    )


def comparison(pair: Pair) -> Comparison:
    """Two versions of documents held side by side; where the archive knows no copy, what they share is found here."""
    left, right = pair.left.document, pair.right.document
    versions = pair.left.line == pair.right.line
    copy = None if versions else pair.copy or _found(left, right)
    if versions:
        places = list(kept_paragraphs(left, right))
    else:
        places = [] if copy is None else [_sides(each, copy, left.id) for each in copy.passages]
    speech = quotations_of(left, pair.read_left), quotations_of(right, pair.read_right)
    chance = copy is not None and copy.kind is CopyKind.SHARED_QUOTATION
    passages = tuple(
        joined(number, place, (left, right), speech, chance=chance) for number, place in enumerate(sorted(places), 1)
    )
    return Comparison(
        left=pair.left,
        right=pair.right,
        joined=passages,
        copy=copy,
        kept=pair.copy is not None and not versions,
        versions=versions,
        alone_left=_alone(left, [part for each in passages for part in each.left_parts]),
        alone_right=_alone(right, [part for each in passages for part in each.right_parts]),
    )


def claims_beside(account: StoryAccount, left: str, right: str) -> tuple[ClaimBeside, ...]:
    """The claims that two reports of a story tell: those told otherwise first, then those of both, then of one."""
    found = []
    for claim in account.claims:
        one = tuple(r for r in claim.reports if r.document == left)
        other = tuple(r for r in claim.reports if r.document == right)
        if one or other:
            found.append(ClaimBeside(claim=claim, left=one, right=other))
    return tuple(sorted(found, key=lambda each: (not each.otherwise, not (each.left and each.right))))


def _found(left: Document, right: Document) -> Copy | None:
    """What two documents share, as grouping finds it."""
    from rashomon.group import find_copies

    found = find_copies([left, right])
    return found[0] if found else None


def _sides(passage: SharedPassage, copy: Copy, left: str) -> tuple[Span, Span]:
    return (passage.origin, passage.copy) if copy.origin == left else (passage.copy, passage.origin)


def _alone(document: Document, parts: Sequence[Stretch]) -> Alone:
    """What of a document's prose is in no shared passage, or stands otherwise in one."""
    shared = [part.span for part in parts if part.fate in (Fate.COPIED, Fate.QUOTED)]
    words, alone, untouched = 0, 0, 0
    for passage in document.prose():
        here = [span for span in shared if span.touches(passage.span)]
        own = len(document.words_at(passage.span).split())
        common = sum(len(document.words_at(span).split()) for span in here)
        words += own
        alone += max(0, own - common)
        untouched += not here
    return Alone(words=alone, share=alone / words if words else 0.0, passages=untouched)


__all__ = ["Alone", "ClaimBeside", "Comparison", "Pair", "claims_beside", "comparison", "pair_of"]
