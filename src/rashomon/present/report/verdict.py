"""A check in the terminal: the sentence, who carries it, who tells it otherwise and how, who does not tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from rashomon.core import Check, CheckedReport, Document, Part, Span
from rashomon.present.report.characters import on_one_line, shortened
from rashomon.present.report.screen import laid
from rashomon.present.report.told import counted, outlet_name

MARK = 11
"""The column in which the status stands, with the blank after it."""
WORDS_CHARS = 300


def show(check: Check, console: Console) -> None:
    """Print a check; no meaning rests on colour alone."""
    documents = {d.id: d for d in check.documents}
    lines = laid(Text(), Text(f"“{on_one_line(check.claim)}”", style="bold"), console, indent=0)
    lines += laid(Text(), Text(_summary(check)), console, indent=0)
    if len(check.points) > 1:
        lines += laid(
            Text(), Text(f"Read as {counted(len(check.points), 'point')}; each must be told."), console, indent=0
        )
    lines += _section("Carried", check.carried, documents, console)
    lines += _section("Told otherwise", check.otherwise, documents, console)
    if check.absent:
        lines += [Text(), Text("Not told", style="bold underline")]
        names = ", ".join(outlet_name(documents[d]) for d in check.absent)
        lines += laid(Text(), Text(names), console, indent=1)
    for line in lines:
        # already wrapped: rich must neither wrap nor crop again
        console.print(line, soft_wrap=True)


def _summary(check: Check) -> str:
    carriers = {r.document for r in check.carried}
    others = {r.document for r in check.otherwise} - carriers
    told = [f"Carried by {len(carriers)} of {counted(len(check.documents), 'report')}"]
    if others:
        told.append(f"told otherwise by {len(others)}")
    if check.absent:
        told.append(f"not told by {len(check.absent)}")
    return "; ".join(told) + "."


def _section(
    head: str, reports: Sequence[CheckedReport], documents: dict[str, Document], console: Console
) -> Iterable[Text]:
    if not reports:
        return []
    lines = [Text(), Text(head, style="bold underline")]
    for report in reports:
        mark = Text(f" {report.status.value}" if report.status is not None else " said")
        says = f", says {on_one_line(report.speaker)}" if report.speaker else ""
        body = Text.assemble(
            (outlet_name(documents[report.document]), "bold"),
            f"{says}: “{shortened(report.words, to_chars=WORDS_CHARS)}” ({_place(report.span)})",
        )
        lines += laid(mark, body, console, indent=MARK)
        for difference in report.differs:
            lines += laid(Text(), Text(f"{difference.on}: {on_one_line(difference.told)}"), console, indent=MARK)
    return lines


def _place(span: Span) -> str:
    """Where in its document the report stands."""
    place = f"{span.start}-{span.end}"
    return place if span.part is Part.TEXT else f"{place} of the headline"
