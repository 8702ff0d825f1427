"""The versions of a report in the terminal: what each says otherwise than the one before, and which words changed.

What was left out stands between [- and -], what was put in between {+ and +}; colour only repeats it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from rashomon.archive.edits import Edit, EditKind
from rashomon.present.report.characters import on_one_line, shortened
from rashomon.present.report.screen import laid
from rashomon.present.report.told import counted

if TYPE_CHECKING:
    from rashomon.archive.history import History, Step
    from rashomon.stores.facts import Version

MARK = 12
"""The column in which the kind of a change stands, with the blank after it."""
AROUND_CHARS = 60
"""So much is shown of the words beside a change."""
LONG_CHARS = 400
OUT, IN = "red strike", "green"
NAMED = {
    EditKind.INSERTED: "put in",
    EditKind.DELETED: "left out",
    EditKind.REPLACED: "replaced",
    EditKind.MOVED_AWAY: "moved",
    EditKind.MOVED_HERE: "moved",
    EditKind.BLANKS: "blanks",
}


def show(history: History, console: Console) -> None:
    """Print a history; no meaning rests on colour alone."""
    lines = laid(Text(), Text(on_one_line(history.line), style="bold"), console, indent=0)
    lines += laid(Text(), Text(f"{counted(len(history.versions), 'version')}."), console, indent=0)
    for number, version in enumerate(history.versions):
        lines += [Text(), *laid(Text(), Text(_head(version), style="bold underline"), console, indent=0)]
        for notice in version.document.notices:
            said = f"“{shortened(version.document.words_at(notice.span), to_chars=LONG_CHARS)}”"
            lines += laid(Text(notice.kind.value), Text(said), console, indent=MARK + 2)
        if number:
            lines += _step(history.steps[number - 1], console)
    for line in lines:
        # already wrapped: rich must neither wrap nor crop again
        console.print(line, soft_wrap=True)


def _head(version: Version) -> str:
    seen = f"{version.seen_at:%Y-%m-%d %H:%M} UTC"
    now = ", current" if version.current else ""
    headline = shortened(version.document.headline or "without headline", to_chars=LONG_CHARS)
    return f"Version {version.number}, seen {seen}{now}: {headline}"


def _step(step: Step, console: Console) -> list[Text]:
    lines: list[Text] = []
    if step.alterations:
        lines += [Text("Tells otherwise")]
        for a in step.alterations:
            now = "told no more" if a.words_now is None else f"{{+{on_one_line(a.words_now)}+}}"
            body = Text.assemble((f"[-{on_one_line(a.words_before)}-]", OUT), " -> ", (now, IN))
            lines += laid(Text(a.kind.value), body, console, indent=MARK)
    was, now_text = step.old.document, step.new.document
    if step.headline or step.report:
        lines += [Text("Words")]
        for edit in step.headline:
            lines += laid(
                Text("headline"), _marked(edit, was.headline or "", now_text.headline or ""), console, indent=MARK
            )
        for edit in step.report:
            if edit.kind is not EditKind.MOVED_AWAY:
                lines += laid(Text(NAMED[edit.kind]), _marked(edit, was.text, now_text.text), console, indent=MARK)
    words = [e for e in step.furniture if e.kind is not EditKind.BLANKS]
    if words:
        lines += [Text(f"{counted(len(words), 'change')} outside the report's own words (bylines, links, captions).")]
    if not (lines or words):
        lines = [Text("The report's words are the same.")]
    return lines


def _marked(edit: Edit, old: str, new: str) -> Text:
    """An edit with the words beside it, signs around what it takes out and puts in."""
    if edit.kind is EditKind.MOVED_HERE:
        told = Text("to another place: ")
        for part in _inside(edit, old, new):
            told.append_text(part)
        return told
    before = _tail(new[: edit.new.start])
    after = _head_of(new[edit.new.end :])
    return Text.assemble(before, *_signs(edit, old, new), after)


def _inside(edit: Edit, old: str, new: str) -> Iterator[Text]:
    """A paragraph that moved, with what was changed in it."""
    if not edit.inside:
        yield Text(f"“{shortened(edit.new.of(new), to_chars=LONG_CHARS)}”")
        return
    at = edit.new.start
    for inner in edit.inside:
        yield Text.assemble(_flat(new[at : inner.new.start]), *_signs(inner, old, new))
        at = inner.new.end
    yield Text(_flat(new[at : edit.new.end]))


def _signs(edit: Edit, old: str, new: str) -> list[str | tuple[str, str]]:
    """What an edit takes out and puts in, between signs, with the blanks at its ends outside of them."""
    was, come = edit.old.of(old), edit.new.of(new)
    signs: list[str | tuple[str, str]] = []
    if was[:1].isspace() or come[:1].isspace():
        signs.append(" ")
    if was.strip():
        signs.append((f"[-{shortened(was, to_chars=LONG_CHARS)}-]", OUT))
    if come.strip():
        signs.append((f"{{+{shortened(come, to_chars=LONG_CHARS)}+}}", IN))
    if was[-1:].isspace() or come[-1:].isspace():
        signs.append(" ")
    return signs


def _flat(words: str) -> str:
    """Words on one line, with a blank at each end where they had one."""
    bare = on_one_line(words)
    left = " " if words[:1].isspace() else ""
    right = " " if words[-1:].isspace() and bare else ""
    return f"{left}{bare}{right}"


def _tail(words: str) -> str:
    line = words[-4 * AROUND_CHARS :].rpartition("\n")[2]
    cut = line[-AROUND_CHARS:]
    return _flat(cut if len(cut) == len(line) else f"…{cut.partition(' ')[2]}")


def _head_of(words: str) -> str:
    line = words[: 4 * AROUND_CHARS].partition("\n")[0]
    cut = line[:AROUND_CHARS]
    return _flat(cut if len(cut) == len(line) else f"{cut.rpartition(' ')[0]}…")
