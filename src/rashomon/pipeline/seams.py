"""What a run is made of beside the stages: what it is told, what it is given of a story, and who made what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from rashomon.core import Copy, Document, Earlier, Reading, Story, StoryAccount
from rashomon.core.alignment import Alignment, Constraints

Progress = Callable[[str, int, int], None]
"""Called with the stage, how many are done, and how many there are (0 where that is not known)."""


def silent(stage: str, done: int, of: int) -> None:
    """Report nothing."""


class Makers(NamedTuple):
    """The versioned names under which what each stage makes is kept."""

    cleaned: str
    read: str
    grouped: str
    accounted: str


class Laid(Protocol):
    """One story's parts with people's decisions laid over them."""

    @property
    def readings(self) -> Sequence[Reading]:
        """Its readings as decided."""

    @property
    def copies(self) -> Sequence[Copy]:
        """Its copies as decided."""

    @property
    def constraints(self) -> Constraints:
        """What aligning it is held to."""

    def shown(self, account: StoryAccount, alignment: Alignment) -> StoryAccount:
        """Its account, with the decisions that shaped it."""


class Decisions(Protocol):
    """What people decided, to be laid over what the stages find (`rashomon.archive.decided.Decided`)."""

    def stories(self, stories: Iterable[Story], *, order: Callable[[str], Any]) -> tuple[Story, ...]:
        """The stories as decided."""

    def over(
        self,
        story: Story,
        documents: Sequence[Document],
        readings: Sequence[Reading],
        copies: Sequence[Copy],
        *,
        order: Callable[[str], Any],
        own: Callable[[str], Story | None],
    ) -> Laid:
        """One story's parts as decided; `own` gives the story in which grouping by itself has a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What the account of a story is made from.

    Attributes:
        documents: at least those of the story, by id.
        readings: of these documents, by their ids.
        copies: at least those among them.
        earlier: by id of the document, what earlier versions of it told otherwise.
        laid: readings and copies with people's decisions laid over them, where there are any.
    """

    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]
    copies: Sequence[Copy]
    earlier: Mapping[str, Sequence[Earlier]] = field(default_factory=dict)
    laid: Laid | None = None
