"""What an archive knows beside the facts of the core: when and where things were seen, kept, set aside and removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from rashomon.core import Copy, Document, Given, Problem, Reading, Standing, Story, StoryAccount, Wording
from rashomon.core.account import Claim, FigureLine


class Taken(StrEnum):
    """What became of a document that was handed in."""

    NEW = "new"
    """The first version of its line."""
    VERSION = "version"
    """Another text of a line that was known: the current one from now on, unless it was told to be a former one."""
    AGAIN = "again"
    """The same words of the same line; nothing changed."""
    RETURNED = "returned"
    """Words that their line had before: that version is the current one again, and the later ones stay."""
    RECLEANED = "recleaned"
    """The same words, sorted by another version of cleaning: what rests on them is stale."""
    ID_TAKEN = "id-taken"
    """A document of another line has its id; nothing changed, give it an id of its own."""
    FORGOTTEN = "forgotten"
    """It or its line was removed for good; nothing changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of a document that was handed in, and the version that holds its words; None where none does."""

    taken: Taken
    version: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A document in one version of its line.

    A line is what is published at one canonical address, over time; where a document has no address, its id. `id` is
    made from the line and the words; `number` counts the versions of the line in the order they were taken, from 1.
    The current version of a line is the one last taken, or last returned to; times do not decide it, since clocks go
    wrong. `seen_at` is what was told when it was taken, `original` the id of the bytes it was cleaned from, `made_by`
    the versioned name of what cleaned them.
    """

    id: str
    line: str
    number: int
    document: Document
    seen_at: datetime
    made_by: str
    original: str | None = None
    current: bool = True


NOTHING_GIVEN = Given()


class Outcome(StrEnum):
    """How the intake of one input ended."""

    TAKEN = "taken"
    AGAIN = "again"
    SET_ASIDE = "set-aside"
    """No document came of it; the problem says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One line of the intake log: what was seen, when, where, and what became of it.

    `id` makes the line unique: a run that is taken up again logs the same input under the same id, and it stands once.
    `via` is the feed, folder or web archive that led there, `given` what that already told of it.
    """

    id: str
    at: datetime
    address: str
    outcome: Outcome
    via: str | None = None
    given: Given = NOTHING_GIVEN
    original: str | None = None
    version: str | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReading:
    """A reading of one version, with the versioned names of what read it."""

    version: str
    reading: Reading
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """A copy, with the versioned name of what found it."""

    copy: Copy
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStory:
    """A story as it stands now (settled), and how often what it is made of has changed.

    `revision` grows with each change of its documents, of their current versions, or of people's decisions about them.
    """

    story: Story
    revision: int
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAccount:
    """An account with what it was derived from: the story's revision, and the versioned names of the stages."""

    account: StoryAccount
    revision: int
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What an account comes to, without all that it tells: enough to name the story and who is in it.

    `origins` are the most independent origins that any one of its claims rests on. `parties` are the names of the
    parties by their ids, `standings` how many claims stand how, each standing named, `digest` the ids of the claims
    that the digest tells, in its order.
    """

    story: str
    title: str
    revision: int
    origins: int
    parties: Mapping[str, str]
    standings: Mapping[Standing, int]
    digest: tuple[str, ...] = ()


class Derived(StrEnum):
    """What is derived, stamped, and can be asked for where it is missing or stale."""

    DOCUMENTS = "documents"
    """Current versions whose original bytes are kept and were cleaned by another version: by id of the version."""
    READINGS = "readings"
    """By id of the version."""
    ACCOUNTS = "accounts"
    """By id of the story."""
    STORIES = "stories"
    """Documents that are in no story, and those of stories that another version grouped: by id of the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetting:
    """That documents were removed with all that rested on them: when, by whom and why; of their words nothing is kept.

    `documents` are the ids of what was removed (ids made from content tell nothing of it), `stories` those that lost
    documents and have no account until they get a new one.
    """

    at: datetime
    by: str
    reason: str
    documents: tuple[str, ...]
    outlet: str | None = None
    stories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessKey:
    """A key to an archive that is served, as it is kept: whose it is, what it opens, and a digest in place of itself.

    `id` is the part of the key that is no secret, by which it is shown, logged and ended. `digest` is the SHA-256 of
    the whole key. A key is 256 random bits, so there is nothing to guess, and a slow hash, which makes guessing at
    passwords dear, would only make each request dear. `scopes` are words whose meaning is the server's.

    Attributes:
        until: when it ends by itself; None, never.
        ended_at: when somebody ended it, `ended_by`.
        used_at: when it was used last, as far as was noted: not each use is.
    """

    id: str
    name: str
    digest: str
    scopes: tuple[str, ...]
    made_at: datetime
    made_by: str
    until: datetime | None = None
    ended_at: datetime | None = None
    ended_by: str | None = None
    used_at: datetime | None = None

    def holds_at(self, moment: datetime) -> bool:
        """Whether it opens anything at that time."""
        return self.ended_at is None and (self.until is None or moment < self.until)


FoundT_co = TypeVar("FoundT_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[FoundT_co]):
    """What a question found, the newest first; `before` is where to go on from, None at the end.

    There may be fewer results than were asked for, or none, and still some behind `before`: a question that only says
    what may not stand there is answered for so many of the newest at a time (`query.LOOKED_THROUGH`).
    """

    results: tuple[FoundT_co, ...]
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDocument:
    """A document that a question found."""

    document: Document
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundClaim:
    """A claim that a question found, with its story and the names of its parties."""

    story: str
    claim: Claim
    actor: str | None
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuotation:
    """A wording that a question found: its words, whose they are, and the utterance and story it belongs to."""

    story: str
    utterance: str
    wording: Wording
    words: str
    speaker: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """A line of figures that a question found."""

    story: str
    figure: FigureLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much of each there is."""

    originals: int
    documents: int
    """Current versions."""
    versions: int
    readings: int
    copies: int
    stories: int
    accounts: int
    claims: int
    quotations: int
    figures: int
    decisions: int
    seen: int
    forgotten: int
    fingerprinted: int
    """Documents whose fingerprints are kept."""
