"""One report with all that is known of it: its versions, what was read in it, its story, its copies, its claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rashomon.archive.decided_state import account_kept
from rashomon.core import (
    Claim,
    Copy,
    Decision,
    Document,
    Ending,
    Kind,
    Part,
    Party,
    Passage,
    Reading,
    Report,
    Role,
    Span,
    StoryAccount,
)
from rashomon.present.questions.asked import AskedError, named
from rashomon.stores.base import View
from rashomon.stores.facts import KeptStory, Version

AROUND_CHARS = 600
"""So much is shown at most on each side of a place that is asked for, in whole passages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyBeside:
    """A copy in which a report is one side, with the document on the other; None where the archive lost it."""

    copy: Copy
    other: Document | None

    def other_id(self, document: str) -> str:
        """The id of the other side."""
        return self.copy.origin if self.copy.copy == document else self.copy.copy


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimHere:
    """A claim that a report tells, and where and how it does."""

    claim: Claim
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneDocument:
    """A report in one version.

    `versions` are all of its line, in the order they were taken. `reading` is None where this version was not read
    yet, `story` where it is in none, `account` where that has none. `claims` come in the order of their places.
    """

    version: Version
    versions: tuple[Version, ...]
    reading: Reading | None
    story: KeptStory | None
    account: StoryAccount | None
    copies: tuple[CopyBeside, ...]
    claims: tuple[ClaimHere, ...]
    decisions: tuple[Decision, ...] = ()
    endings: Mapping[str, Ending]

    @property
    def document(self) -> Document:
        """The report itself."""
        return self.version.document

    @property
    def current(self) -> Version:
        """The version that is current now; the last one taken where none is."""
        return next((each for each in self.versions if each.current), self.versions[-1])

    @property
    def copies_of_others(self) -> tuple[CopyBeside, ...]:
        """The copies without those between versions of this very report."""
        own = {each.document.id for each in self.versions}
        return tuple(each for each in self.copies if each.other_id(self.document.id) not in own)

    def party(self, party: str | None) -> str | None:
        """The name of a party of its story."""
        parties: tuple[Party, ...] = () if self.account is None else self.account.parties
        return next((each.name for each in parties if each.id == party), None)

    def people(self) -> tuple[str, ...]:
        """The names of the people and bodies of its story, as somebody who corrects a speaker may mean them."""
        parties: tuple[Party, ...] = () if self.account is None else self.account.parties
        return tuple(dict.fromkeys(each.name for each in parties if each.kind in (Kind.PERSON, Kind.BODY)))


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsBeside:
    """A place in a report, and the passages around it in which it is read."""

    version: Version
    place: Span
    passages: tuple[Passage, ...]
    before: bool
    """Whether there is more of the report before these passages."""
    after: bool

    @property
    def document(self) -> Document:
        """The report."""
        return self.version.document


Accounts = Callable[[View, str], StoryAccount | None]
"""How the account of a story is had; None where it has none."""


def version_named(view: View, name: str) -> Version:
    """The version that a name means: of a document by its id or the beginning of it, or one version by its own id.

    Raises:
        AskedError: there is none, or there are several.
    """
    own = view.version(name)
    if own is None:
        whole = named(view, "document", name)
        found = view.version_of(whole)
        own = None if found is None else view.version(found)
    if own is None:
        raise AskedError(f"there is no document {name!r} in this archive")
    return own


def one_document(view: View, name: str, *, accounts: Accounts = account_kept) -> OneDocument:
    """A report with all that is known of it.

    Args:
        view: the archive.
        name: the document's id, the beginning of it, or the id of one of its versions.
        accounts: where the account of its story is had.

    Raises:
        AskedError: there is no such document, or several begin so.
    """
    version = version_named(view, name)
    document = version.document
    # what is concluded is of the version that the document's id gives; another one has but its words and its reading
    concluded = view.version_of(document.id) == version.id
    story = view.story_of(document.id)
    reading = view.reading(version.id)
    account = None if story is None else accounts(view, story.story.id)
    return OneDocument(
        version=version,
        versions=view.versions(version.line),
        reading=None if reading is None else reading.reading,
        story=story,
        account=account,
        copies=_copies(view, document) if concluded else (),
        claims=claims_here(account, document.id) if account is not None and concluded else (),
        decisions=view.decisions(document.id),
        endings=view.endings(),
    )


def claims_here(account: StoryAccount, document: str) -> tuple[ClaimHere, ...]:
    """The claims of an account that one report tells, in the order in which it does."""
    found = []
    for claim in account.claims:
        own = tuple(sorted((r for r in claim.reports if r.document == document), key=lambda r: r.span))
        if own:
            found.append(ClaimHere(claim=claim, reports=own))
    return tuple(sorted(found, key=lambda here: here.reports[0].span))


def words_beside(view: View, name: str, place: Span) -> WordsBeside:
    """A place in a report with the passages around it.

    Raises:
        AskedError: there is no such document, or no such place in it.
    """
    version = version_named(view, name)
    document = version.document
    checked_place(document, place)
    whole = Span(0, len(document.part(place.part)), place.part)
    every = tuple(p for p in document.passages if p.span.part is place.part)
    if place.part is Part.HEADLINE:
        every = (Passage(span=whole, role=Role.HEADLINE), *every)
    reach = Span(max(0, place.start - AROUND_CHARS), min(whole.end, place.end + AROUND_CHARS), place.part)
    held = [n for n, p in enumerate(every) if p.span.touches(place)]
    near = [n for n, p in enumerate(every) if reach.covers(p.span)]
    if not held:  # it stands in what is set aside, or between passages
        around = Passage(span=_paragraph(document.part(place.part), place), role=Role.PARAGRAPH)
        return WordsBeside(version=version, place=place, passages=(around,), before=True, after=True)
    first, last = min((*near, *held)), max((*near, *held))
    return WordsBeside(
        version=version, place=place, passages=every[first : last + 1], before=first > 0, after=last + 1 < len(every)
    )


def checked_place(document: Document, place: Span) -> Span:
    """The place, where the document has it.

    Raises:
        AskedError: no words stand there.
    """
    reaches = len(document.part(place.part))
    if not place.start < place.end <= reaches:
        raise AskedError(
            f"no words stand at {place.start}-{place.end} of document {document.id}; its {place.part.value} has "
            f"{reaches} characters"
        )
    return place


def _paragraph(text: str, place: Span) -> Span:
    """The lines in which a place lies, no longer than what is shown around it."""
    start = max(text.rfind("\n", 0, place.start) + 1, place.start - AROUND_CHARS)
    end = text.find("\n", place.end)
    return Span(start, min(end if end >= 0 else len(text), place.end + AROUND_CHARS), place.part)


def _copies(view: View, document: Document) -> tuple[CopyBeside, ...]:
    """The copies of a report, those that share most first; those with texts that are not current any more are left."""
    kept = [each.copy for each in view.copies(document.id)]
    others = view.newest_of([each.origin if each.copy == document.id else each.copy for each in kept])
    found = []
    for copy in kept:
        other = others.get(copy.origin if copy.copy == document.id else copy.copy)
        if other is None or other.current:
            found.append(CopyBeside(copy=copy, other=None if other is None else other.document))
    return tuple(sorted(found, key=lambda beside: -beside.copy.shared_chars))
