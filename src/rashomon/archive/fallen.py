"""What fell: kept as nothing, noted here, told by its place, and tried again where that is asked.

Two processes ended over it, or it could not be read, or told, by a fault of ours.

It may have been no fault of the report, as where memory ran short, and faults of ours are mended. So the empty reading,
or the empty account, stands in the archive for the time being, and nobody has to take it for what there is to read.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rashomon.core import Problem, Reading, StoryAccount
from rashomon.stores import View, Writer

ENDED = "process-ended"
"""The code of the problem that an empty reading, or an empty account, has."""
NOT_READ = frozenset({ENDED, "reading-failed"})
"""The codes of empty readings: processes ended over them, or a fault of ours was caught."""
NOT_TOLD = frozenset({ENDED, "account-failed"})
"""The same of empty accounts."""
_STREAM = "fallen"
_READING, _ACCOUNT = "reading/", "account/"


@dataclass(frozen=True, slots=True, kw_only=True)
class StillFallen:
    """What of an archive fell and was not made since.

    Attributes:
        readings: the addresses of documents that were not read (their ids, where they have none), by their versions.
        accounts: the ids of stories that are not told.
    """

    readings: Mapping[str, str]
    accounts: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.readings or self.accounts)


def fallen_reading(reading: Reading) -> Problem | None:
    """The problem of a reading that says that nobody could read the document."""
    return next((p for p in reading.problems if p.code in NOT_READ and p.stage == "read"), None)


def fallen_account(account: StoryAccount) -> Problem | None:
    """The problem of an account that says that nobody could tell the story; those of its readings are not meant."""
    return next((p for p in account.problems if p.code in NOT_TOLD and p.stage == "account"), None)


def still_fallen(view: View) -> StillFallen:
    """What fell, without what is not current or not there any more."""
    readings: dict[str, str] = {}
    accounts: list[str] = []
    for key, _ in view.stream(_STREAM):
        kind, _, name = key.partition("/")
        if f"{kind}/" == _READING:
            version = view.version(name)
            if version is not None and version.current:
                readings[name] = version.document.address or version.document.id
        elif view.story(name) is not None:
            accounts.append(name)
    return StillFallen(readings=readings, accounts=tuple(accounts))


def note_reading(writer: Writer, version: str, reading: Reading) -> None:
    """Note, in the transaction that keeps a reading, whether it fell; what fell before and is read now is told anew."""
    if _changed(writer, f"{_READING}{version}", fell=fallen_reading(reading) is not None):
        story = writer.view.story_of(reading.document)
        if story is not None:
            writer.touch([story.story.id])


def note_account(writer: Writer, account: StoryAccount, revision: int) -> int:
    """Note, in the transaction that keeps an account, whether it fell; the revision under which to keep it.

    That is another where the story was not told before: what was made of the story then shows by it that it is old.
    """
    if _changed(writer, f"{_ACCOUNT}{account.id}", fell=fallen_account(account) is not None):
        kept = writer.view.story(account.id)
        if kept is not None and kept.revision == revision:
            writer.touch([account.id])
            grown = writer.view.story(account.id)
            return revision if grown is None else grown.revision
    return revision


def forget_gone(writer: Writer, still: StillFallen) -> None:
    """Take away the notes of what is not current or not there any more."""
    wanted = {*(f"{_READING}{name}" for name in still.readings), *(f"{_ACCOUNT}{name}" for name in still.accounts)}
    if over := _over(writer.view, wanted):
        writer.keep_stream(_STREAM, dict.fromkeys(over))


def _over(view: View, wanted: Collection[str]) -> list[str]:
    return [key for key, _ in view.stream(_STREAM) if key not in wanted]


def _changed(writer: Writer, key: str, *, fell: bool) -> bool:
    """Keep the note up to date; whether what fell before did not fall now."""
    before = writer.view.stream_row(_STREAM, key) is not None
    if fell != before:
        writer.keep_stream(_STREAM, {key: b"" if fell else None})
    return before and not fell
