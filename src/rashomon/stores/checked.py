"""What may be written: the rules that every store holds to, in one place; each raises `Refused` with the reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from rashomon.core import Decision, Document, Ending, Reading, StoryAccount
from rashomon.stores.errors import Refused
from rashomon.stores.facts import AccessKey, KeptStory


def aware(at: datetime, what: str) -> None:
    """A time must have a zone."""
    if at.tzinfo is None:
        raise Refused(f"{what} has no zone: give it one, as in datetime.now(UTC)")


def reading(kept: Document | None, version: str, made: Reading) -> None:
    """A reading must be of the document that the version holds."""
    if kept is None:
        raise Refused(f"there is no version {version!r} to keep a reading of; add the document first")
    if made.document != kept.id:
        raise Refused(f"the reading is of {made.document!r}, and version {version!r} holds {kept.id!r}")


def story_documents(story: str, missing: Iterable[str]) -> None:
    """A story is of documents that are kept."""
    if unknown := sorted(missing):
        raise Refused(f"story {story!r} has documents that are not kept: {', '.join(unknown[:5])}; add them first")


def account(made: StoryAccount, revision: int, story: KeptStory | None, documents: Mapping[str, Document]) -> None:
    """An account is of a settled story over kept documents, and what it cites are places in them."""
    if story is None:
        raise Refused(f"there is no story {made.id!r} to keep an account of; settle it first")
    if revision > story.revision:
        raise Refused(f"story {made.id!r} is at revision {story.revision}; its account cannot be of {revision}")
    if revision == story.revision and set(made.documents) != set(story.story.documents):
        raise Refused(f"the account of {made.id!r} is of other documents than the story has at revision {revision}")
    cited = {report.document for claim in made.claims for report in claim.reports}
    cited |= {wording.document for utterance in made.utterances for wording in utterance.quotations}
    cited |= {place.document for figure in made.figures for value in figure.values for place in value.reports}
    if unknown := sorted((cited | set(made.documents)) - documents.keys()):
        raise Refused(f"the account of {made.id!r} rests on documents that are not kept: {', '.join(unknown[:5])}")


def hashes(told: Sequence[int]) -> None:
    """Fingerprints are unsigned numbers of 64 bits."""
    if not all(0 <= value < 1 << 64 for value in told):
        raise Refused("a fingerprint is a number of 64 bits without a sign, from 0 to 2**64 - 1")


def fingerprinted(document: str, *, kept: bool) -> None:
    """Fingerprints are of a document that is kept."""
    if not kept:
        raise Refused(f"there is no document {document!r} to keep fingerprints of; add it first")


def decision(made: Decision, known: Decision | None) -> bool:
    """Whether a decision is still to be written; one that is there is never changed."""
    aware(made.at, "the time of a decision")
    for what, told in (("who decided", made.by), ("the reason", made.reason)):
        if not told.strip():
            raise Refused(f"a decision says {what}")
    if known is not None and known != made:
        raise Refused(f"decision {made.id!r} was written before and says something else; decisions are never changed")
    return known is None


def ending(made: Ending, known: Decision | None) -> None:
    """Only what was decided can be ended."""
    aware(made.at, "the time of an ending")
    for what, told in (("who ended it", made.by), ("the reason", made.reason)):
        if not told.strip():
            raise Refused(f"the ending of a decision says {what}")
    if known is None:
        raise Refused(f"there is no decision {made.decision!r} to end")


def forgetting(at: datetime, by: str, reason: str, lines: Collection[str], kept: Collection[str]) -> None:
    """Somebody removes something that is there for a reason."""
    aware(at, "the time of a removal")
    if not by.strip() or not reason.strip():
        raise Refused("a removal says who removed it and why")
    if not lines:
        raise Refused("a removal names what is removed, and this one names nothing")
    if unknown := sorted(set(lines) - set(kept)):
        raise Refused(f"there is nothing to remove at {', '.join(unknown[:5])}")


_SCOPE = re.compile(r"[a-z]{1,40}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def key(made: AccessKey, known: AccessKey | None) -> bool:
    """Whether a key is still to be written; one that is there is never changed but for its end and its last use."""
    for what, at in (("it was made", made.made_at), ("it ends", made.until)):
        if at is not None:
            aware(at, f"the time at which {what}, of a key,")
    for what, told in (("whose it is", made.name), ("who made it", made.made_by)):
        if not told.strip():
            raise Refused(f"a key says {what}")
    if not made.scopes or not all(_SCOPE.fullmatch(scope) for scope in made.scopes):
        raise Refused(f"a key says what it opens, each in a word of small letters, and not {made.scopes!r}")
    if _DIGEST.fullmatch(made.digest) is None:
        raise Refused("of a key its SHA-256 is kept, in 64 hexadecimal digits, and nothing else")
    if made.ended_at is not None or made.used_at is not None:
        raise Refused("a new key has neither been used nor ended")
    same = None if known is None else replace(known, ended_at=None, ended_by=None, used_at=None)
    if same is not None and same != made:
        raise Refused(f"there is a key {made.id!r} already, and it is another one")
    return known is None


def key_ending(name: str, by: str, at: datetime, known: AccessKey | None) -> None:
    """Somebody ends a key that is there."""
    aware(at, "the time at which a key is ended")
    if not by.strip():
        raise Refused("the ending of a key says who ended it")
    if known is None:
        raise Refused(f"there is no key {name!r} to end")
