"""What in an archive waits to be made, by kind: nothing of it is lost, and nothing of it is shown yet."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.archive.makers import made_by
from rashomon.pipeline import Makers
from rashomon.stores import View
from rashomon.stores.facts import Derived


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """How much is missing, was made by another version, or rests on what has changed."""

    documents: int
    """To be cleaned again from their kept bytes."""
    readings: int
    stories: int
    """Documents to be put into a story."""
    accounts: int
    others: bool
    """Whether other versions of the stages made the archive, so that it waits for `rashomon rebuild`."""

    @property
    def any(self) -> bool:
        """Whether anything waits."""
        return bool(self.documents or self.readings or self.stories or self.accounts)


def waits(view: View, makers: Makers) -> Waits:
    """What waits, as seen by these versions of the stages."""

    def number(derived: Derived, made: str) -> int:
        return len(view.stale(derived, made, limit=None))

    before = made_by(view)
    return Waits(
        documents=number(Derived.DOCUMENTS, makers.cleaned),
        readings=number(Derived.READINGS, makers.read),
        stories=number(Derived.STORIES, makers.grouped),
        accounts=number(Derived.ACCOUNTS, makers.accounted),
        others=before is not None and before != makers,
    )
