"""The versions of a report -> their JSON shape."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.core import Alteration
from rashomon.present.exports.contract import Row, notice_row, place, time

if TYPE_CHECKING:
    from rashomon.archive.edits import Edit
    from rashomon.archive.history import History, Step
    from rashomon.stores.facts import Version


def history_row(history: History) -> Row:
    """A history as `rashomon versions --format json` gives it."""
    return {
        "line": history.line,
        "versions": [_version(version) for version in history.versions],
        "steps": [_step(step) for step in history.steps],
    }


def _version(version: Version) -> Row:
    document = version.document
    return {
        "id": version.id,
        "number": version.number,
        "document": document.id,
        "seen_at": time(version.seen_at),
        "published_at": time(document.published_at),
        "headline": document.headline,
        "current": version.current,
        "notices": [notice_row(n) for n in document.notices],
    }


def _step(step: Step) -> Row:
    was, now = step.old.document, step.new.document
    own = set(map(id, step.report))
    return {
        "old": step.old.id,
        "new": step.new.id,
        "headline": _edits(step.headline, was.headline or "", now.headline or "", own=None),
        "edits": _edits(step.edits, was.text, now.text, own=own),
        "alterations": [_alteration(a) for a in step.alterations],
    }


def _edits(edits: Iterable[Edit], old: str, new: str, *, own: set[int] | None) -> list[Row]:
    """The edits; `own` are those of the report's own words, None where all are."""
    return [
        {
            **_words(edit, old, new),
            "elsewhere": None if edit.elsewhere is None else place(edit.elsewhere),
            "inside": [_words(inner, old, new) for inner in edit.inside],
            "report": own is None or id(edit) in own,
        }
        for edit in edits
    ]


def _words(edit: Edit, old: str, new: str) -> Row:
    return {
        "kind": edit.kind.value,
        "old": place(edit.old),
        "new": place(edit.new),
        "words_before": edit.old.of(old),
        "words_now": edit.new.of(new),
    }


def _alteration(alteration: Alteration) -> Row:
    return {
        "kind": alteration.kind.value,
        "before": place(alteration.before),
        "words_before": alteration.words_before,
        "now": None if alteration.now is None else place(alteration.now),
        "words_now": alteration.words_now,
    }
