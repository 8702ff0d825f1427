"""Who rests on whom: the roots that reports share, and the reports that take words from another.

Drawn as a graph without crossings: the reports are columns, each root and each copy is a row (a hyperedge as a line
with a stop at every report it joins; PAOHVis, Valdivia et al. 2021), and the reason stands on the row. Roots on which
the very same reports rest share a row. Reports that share nothing with another are counted, not drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.core import Copy, CopyKind, Direction, StoryAccount
from rashomon.present.report.characters import on_one_line, shortened
from rashomon.present.report.pictures.svg import element, label, path, picture
from rashomon.present.report.sheet import Column
from rashomon.present.report.told import counted

REASONS = 268.0
"""Room for the reasons."""
REASON_CHARS = 40
LINES = 2
ROW = 38.0
NAMED_COLUMNS = 10
"""Up to so many columns have their names written over them; more have their letters alone."""
WIDE, CLOSE = 46.0, 25.0
NAMES = 84.0
MOST_ROWS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A row: the columns it joins, the reason, and for copies the column whose words the others take."""

    columns: tuple[int, ...]
    reason: str
    giver: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The rows to draw, how many more there are, and the columns that they join."""

    edges: tuple[Edge, ...]
    more: int
    columns: tuple[Column, ...]


def graph_of(story: StoryAccount, columns: Sequence[Column]) -> Graph:
    """The rows, copies first, then the roots that most rest on; many columns in the order in which rows name them."""
    order = {column.document.id: number for number, column in enumerate(columns)}
    copies, roots = _copies(story.copies, columns, order), _roots(story, order)
    room = max(MOST_ROWS - len(roots), MOST_ROWS // 2)
    kept = [*copies[:room], *roots[: MOST_ROWS - len(copies[:room])]]
    joined = list(dict.fromkeys(number for edge in kept for number in edge.columns))
    if len(joined) <= NAMED_COLUMNS:
        joined.sort()
    place = {number: at for at, number in enumerate(joined)}
    edges = tuple(
        Edge(
            columns=tuple(sorted(place[n] for n in edge.columns)),
            reason=edge.reason,
            giver=None if edge.giver is None else place[edge.giver],
        )
        for edge in kept
    )
    return Graph(edges=edges, more=len(copies) + len(roots) - len(edges), columns=tuple(columns[n] for n in joined))


def _copies(copies: Sequence[Copy], columns: Sequence[Column], order: dict[str, int]) -> list[Edge]:
    """A row for each report whose words others take, and one for each pair of which nobody knows who was first."""
    known = [c for c in copies if c.kind is not CopyKind.SHARED_QUOTATION and c.origin in order and c.copy in order]
    known.sort(key=lambda copy: -copy.share_of_copy)
    taken: dict[int, list[Copy]] = {}
    edges: list[tuple[float, Edge]] = []
    for copy in known:
        left, right = order[copy.origin], order[copy.copy]
        if copy.direction is Direction.UNKNOWN:
            reason = f"{columns[left].letter} and {columns[right].letter} share words: {_how(copy)}"
            edges.append((copy.share_of_copy, Edge(columns=(left, right), reason=reason)))
        else:
            taken.setdefault(left, []).append(copy)
    for giver, these in taken.items():
        reason = _reason(columns[giver].letter, [(columns[order[copy.copy]].letter, copy) for copy in these])
        joined = (giver, *(order[copy.copy] for copy in these))
        edges.append((these[0].share_of_copy, Edge(columns=joined, reason=reason, giver=giver)))
    return [edge for _, edge in sorted(edges, key=lambda pair: -pair[0])]


def _reason(giver: str, takers: Sequence[tuple[str, Copy]]) -> str:
    if len(takers) == 1:
        ((taker, copy),) = takers
        return f"{taker} takes words from {giver}: {_how(copy)}"
    return f"words of {giver} in {', '.join(f'{taker} {_how(copy)}' for taker, copy in takers)}"


def _how(copy: Copy) -> str:
    """How much is taken, and by what it is known where the report says it itself."""
    said = f", {copy.reason.rpartition('; ')[2]}" if copy.direction is Direction.DECLARED else ""
    return f"{copy.share_of_copy:.0%} ({copy.kind.value}{said})"


def _roots(story: StoryAccount, order: dict[str, int]) -> list[Edge]:
    by_reports: dict[tuple[int, ...], list[str]] = {}
    for origin in story.origins:
        joined = tuple(sorted(order[d] for d in set(origin.documents) if d in order))
        if len(joined) > 1:
            by_reports.setdefault(joined, []).append(on_one_line(origin.reason))
    rows = sorted(by_reports.items(), key=lambda row: -len(row[0]))
    return [Edge(columns=columns, reason="; ".join(reasons)) for columns, reasons in rows]


def origin_graph(story: StoryAccount, columns: Sequence[Column]) -> Markup:
    """The picture; nothing where no two reports share a root."""
    graph = graph_of(story, columns)
    if not graph.edges:
        return Markup("")
    named = len(graph.columns) <= NAMED_COLUMNS
    step = WIDE if named else CLOSE
    head = NAMES if named else 8.0
    height = head + 26 + len(graph.edges) * ROW + 6
    width = REASONS + len(graph.columns) * step + (NAMES if named else 8)
    drawn = [
        _column(column, REASONS + (n + 0.5) * step, head, height, named=named) for n, column in enumerate(graph.columns)
    ]
    drawn += [_row(edge, head + 26 + (n + 0.5) * ROW, step) for n, edge in enumerate(graph.edges)]
    return picture(*drawn, width=width, height=height, told=_told(graph), class_="picture origin-picture")


def _column(column: Column, x: float, head: float, height: float, *, named: bool) -> Markup:
    parts = [
        element("path", d=path(("M", x, head + 22), ("L", x, height - 4)), class_="thread"),
        element("rect", x=x - 11, y=head, width=22, height=20, rx=4, class_="letter-box"),
        label(column.letter, at=(x, head + 14.5), class_="number letter-of", anchor="middle"),
    ]
    if named:
        words = shortened(column.short, to_chars=20)
        turned = f"rotate(-38 {x:g} {head - 6:g})"
        parts.append(element("text", words, x=x, y=head - 6, class_="slot", transform=turned))
    return element("g", element("title", on_one_line(column.name)), *parts)


def _row(edge: Edge, y: float, step: float) -> Markup:
    def at(number: int) -> float:
        return REASONS + (number + 0.5) * step

    lines = wrapped(edge.reason)
    top = y + 4 - (len(lines) - 1) * 7
    words = [label(line, at=(0, top + n * 14), class_="reason") for n, line in enumerate(lines)]
    line = element("path", d=path(("M", at(edge.columns[0]), y), ("L", at(edge.columns[-1]), y)), class_="edge")
    lead = element("path", d=path(("M", REASONS - 8, y), ("L", at(edge.columns[0]), y)), class_="lead")
    takers = [n for n in edge.columns if edge.giver is not None and n != edge.giver]
    stops = [
        element("circle", cx=at(n), cy=y, r=6, class_="stop taker" if n in takers else "stop") for n in edge.columns
    ]
    arrows = [] if edge.giver is None else _arrows(at(edge.giver), [at(n) for n in takers], y)
    return element("g", element("title", on_one_line(edge.reason)), *words, lead, line, *stops, *arrows)


def _arrows(giver: float, takers: Sequence[float], y: float) -> list[Markup]:
    """A head at the report from which words were taken, on each side on which a taker stands."""
    sides = {1 if taker > giver else -1 for taker in takers}
    return [
        element(
            "path",
            d=path(("M", giver + 7 * s, y), ("L", giver + 16 * s, y - 5.5), ("L", giver + 16 * s, y + 5.5)) + "Z",
            class_="arrow",
        )
        for s in sorted(sides)
    ]


def wrapped(words: str) -> list[str]:
    """A reason in at most two lines, cut with an ellipsis where it is longer."""
    lines, line = [], ""
    for word in words.split():
        if line and len(line) + 1 + len(word) > REASON_CHARS:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], shortened(" ".join(lines[LINES - 1 :]), to_chars=REASON_CHARS)]
    return [shortened(line, to_chars=REASON_CHARS) for line in lines]


def _told(graph: Graph) -> str:
    """What the picture shows; the list beside it has every edge of it."""
    copied = sum(1 for edge in graph.edges if edge.giver is not None)
    drawn = counted(len(graph.edges), "line")
    told = f"Who rests on whom: {counted(len(graph.columns), 'report')}, {drawn} that join them"
    told += f", {copied} of them from copies to the report whose words they take" if copied else ""
    return f"{told}. The lists below have each with its reason{f', and {graph.more} more' if graph.more else ''}."
