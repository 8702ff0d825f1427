"""From one version of a report to the next as the page shows it: its paragraphs, word by word, the same ones folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rashomon.archive.edits import Edit, EditKind
from rashomon.archive.history import Step
from rashomon.core import Alteration


class Change(StrEnum):
    """What became of words."""

    SAME = "same"
    LEFT_OUT = "left-out"
    PUT_IN = "put-in"
    MOVED_AWAY = "moved-away"
    MOVED_HERE = "moved-here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words with one fate; `aside` where they are not the report's own (links, bylines, captions)."""

    change: Change
    words: str
    aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A paragraph in runs; or, with no runs, so many that are the same."""

    runs: tuple[Run, ...] = ()
    same: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStep:
    """A step: what is told otherwise, the headline where it stands outside the text, and the paragraphs."""

    alterations: tuple[Alteration, ...]
    headline: tuple[Changed, ...]
    paragraphs: tuple[Changed, ...]

    @property
    def nothing(self) -> bool:
        """Whether all words are the same."""
        return not (self.headline or any(each.runs for each in self.paragraphs))


GONE, COME = (EditKind.DELETED, EditKind.REPLACED), (EditKind.INSERTED, EditKind.REPLACED)


def told_step(step: Step) -> ToldStep:
    """A step between two versions, laid out."""
    was, now = step.old.document, step.new.document
    aside = {id(edit) for edit in step.furniture}
    return ToldStep(
        alterations=step.alterations,
        headline=_paragraphs(list(_runs(step.headline, was.headline or "", now.headline or "", aside)))
        if step.headline
        else (),
        paragraphs=_paragraphs(list(_runs(step.edits, was.text, now.text, aside))),
    )


def _runs(edits: Sequence[Edit], old: str, new: str, aside: set[int]) -> Iterator[Run]:
    at = 0
    for edit in edits:
        yield Run(change=Change.SAME, words=old[at : edit.old.start])
        own = id(edit) in aside
        if edit.kind is EditKind.MOVED_AWAY:
            yield Run(change=Change.MOVED_AWAY, words=edit.old.of(old))
        elif edit.kind is EditKind.MOVED_HERE:
            yield from _moved(edit, old, new)
        elif edit.kind is EditKind.BLANKS:
            yield Run(change=Change.SAME, words=edit.new.of(new))
        else:
            if edit.kind in GONE:
                yield Run(change=Change.LEFT_OUT, words=edit.old.of(old), aside=own)
            if edit.kind in COME:
                yield Run(change=Change.PUT_IN, words=edit.new.of(new), aside=own)
        at = edit.old.end
    yield Run(change=Change.SAME, words=old[at:])


def _moved(edit: Edit, old: str, new: str) -> Iterator[Run]:
    at = edit.new.start
    for inner in edit.inside:
        yield Run(change=Change.MOVED_HERE, words=new[at : inner.new.start])
        yield Run(change=Change.LEFT_OUT, words=inner.old.of(old))
        yield Run(change=Change.PUT_IN, words=inner.new.of(new))
        at = inner.new.end
    yield Run(change=Change.MOVED_HERE, words=new[at : edit.new.end])


def _paragraphs(runs: Sequence[Run]) -> tuple[Changed, ...]:
    """Runs cut at the ends of lines; paragraphs that are the same are counted, not shown."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, words in enumerate(run.words.split("\n")):
            if number:
                lines.append([])
            if words:
                lines[-1].append(Run(change=run.change, words=words, aside=run.aside))
    told = [tuple(line) for line in lines if any(run.words.strip() for run in line)]
    found: list[Changed] = []
    for same, group in groupby(told, key=lambda line: all(run.change is Change.SAME for run in line)):
        own = list(group)
        found += [Changed(same=len(own))] if same else [Changed(runs=line) for line in own]
    return tuple(found)
