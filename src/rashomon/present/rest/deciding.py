"""What a person decides, as it is sent: one shape a kind, each with what `rashomon decide` takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from fastapi import Depends
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from rashomon.archive.deciding import Desk
from rashomon.core import Decision
from rashomon.present.exports.schema_parts import Schema
from rashomon.present.rest import bounds
from rashomon.present.rest.received import json_of, schemas_of

Name: TypeAlias = Annotated[str, Field(min_length=1, max_length=bounds.NAME_CHARS, pattern=bounds.PLAIN)]
Place: TypeAlias = Annotated[
    str,
    Field(
        min_length=1,
        max_length=bounds.NAME_CHARS + 60,
        pattern=bounds.PLAIN,
        description="a place, as `DOCUMENT:START-END`; in the headline as `DOCUMENT:headline:START-END`",
        examples=["strike-1:32-60"],
    ),
]
Reason: TypeAlias = Annotated[
    str,
    Field(
        min_length=1, max_length=bounds.REASON_CHARS, pattern=bounds.PLAIN, description="why; of a note, what it says"
    ),
]
Names: TypeAlias = Annotated[list[Name], Field(min_length=1, max_length=bounds.MOST_NAMED)]
Pair: TypeAlias = Annotated[list[Name], Field(min_length=2, max_length=bounds.MOST_NAMED)]


class _Given(BaseModel):
    """What every decision has."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason


class Ended(_Given):
    """That a decision holds no longer, and why."""


class DecideMerge(_Given):
    """These stories, or those of these documents, are one; it keeps the id of the elder."""

    kind: Literal["merge"]
    stories: Pair

    def made(self, desk: Desk) -> Decision:
        """The decision."""
        return desk.merge(self.stories)


class DecideSplit(_Given):
    """These documents leave their story together, for one of their own."""

    kind: Literal["split"]
    documents: Names

    def made(self, desk: Desk) -> Decision:
        """The decision."""
        return desk.split(self.documents)


class DecideMove(_Given):
    """A document belongs in another story, named by its id or by that of a document in it."""

    kind: Literal["move"]
    document: Name
    story: Name

    def made(self, desk: Desk) -> Decision:
        """The decision."""
        return desk.move(self.document, self.story)


class DecideSpeaker(_Given):
    """Who speaks at these places, or in the quotations of these utterances of a story; null where nobody known does."""

    kind: Literal["speaker"]
    said: Annotated[list[Place], Field(min_length=1, max_length=bounds.MOST_NAMED)]
    name: Name | None
    story: Name | None = None

    def made(self, desk: Desk) -> Decision:
        """The decision."""
        return desk.speaker(self.said, name=self.name, within=self.story)


class DecideOneParty(_Given):
    """These names stand for one party: in one story, or everywhere."""

    kind: Literal["one-party"]
    names: Pair
    story: Name | None = None

    def made(self, desk: Desk) -> Decision:
        """The decision."""
        return desk.one_party(self.names, within=self.story)


class DecideNotThatClaim(_Given):
    """What a report tells at a place is not the claim of that id, or that which is told at those places."""

    kind: Literal["not-that-claim"]
    report: Place
    claim: Annotated[list[Place], Field(max_length=bounds.MOST_NAMED)] = []

    def made(self, desk: Desk) -> Decision:
        """The decision."""
        return desk.not_that_claim(self.report, self.claim)


class DecideNotACopy(_Given):
    """Neither of two documents took words from the other."""

    kind: Literal["not-a-copy"]
    left: Name
    right: Name

    def made(self, desk: Desk) -> Decision:
        """The decision."""
        return desk.not_a_copy(self.left, self.right)


class DecideNote(_Given):
    """Something to be read beside stories, documents or places; it decides nothing."""

    kind: Literal["note"]
    about: Annotated[list[Place], Field(min_length=1, max_length=bounds.MOST_NAMED)]

    def made(self, desk: Desk) -> Decision:
        """The decision."""
        return desk.note(self.about)


AnyDecision: TypeAlias = Annotated[
    DecideMerge
    | DecideSplit
    | DecideMove
    | DecideSpeaker
    | DecideOneParty
    | DecideNotThatClaim
    | DecideNotACopy
    | DecideNote,
    Field(discriminator="kind"),
]

_DECISION: TypeAdapter[AnyDecision] = TypeAdapter(AnyDecision)
_ENDED = TypeAdapter(Ended)
BODIES: Mapping[str, Schema] = schemas_of({"AnyDecision": _DECISION, "Ended": _ENDED})
"""The shapes of these bodies, as they stand in the OpenAPI document."""
SentDecision: TypeAlias = Annotated[AnyDecision, Depends(json_of(_DECISION))]
SentEnd: TypeAlias = Annotated[Ended, Depends(json_of(_ENDED))]

__all__ = ["BODIES", "AnyDecision", "Ended", "SentDecision", "SentEnd"]
