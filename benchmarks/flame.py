"""A flame graph as one SVG file without scripts: each box is a function, as wide as its share of the time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple
from zlib import crc32

WIDTH, ROW, LETTER = 1400, 17, 6.6
LEAST_SHARE = 0.002
STYLE = (
    "text{font:11px ui-monospace,monospace;fill:#111}rect{stroke:#fff;stroke-width:.5}"
    "text.head{font-size:13px;fill:#555}"
)

Stacks = Mapping[Sequence[str], float]
"""How much time was spent with these functions on the stack, the outermost first."""


class Box(NamedTuple):
    """A function on the stack: where it stands and how wide it is, as shares of all."""

    name: str
    depth: int
    left: float
    share: float


def boxes(stacks: Stacks) -> list[Box]:
    """The boxes of a flame graph, callers before what they call; the same beginnings of stacks are one box."""
    total = sum(stacks.values()) or 1.0
    return list(_under([(tuple(stack), spent / total) for stack, spent in sorted(stacks.items())], 0, 0.0))


def _under(stacks: list[tuple[tuple[str, ...], float]], depth: int, left: float) -> Iterator[Box]:
    grouped: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    for stack, share in stacks:
        if stack:
            grouped.setdefault(stack[0], []).append((stack[1:], share))
    for name, rest in grouped.items():
        share = sum(each for _, each in rest)
        if share >= LEAST_SHARE:
            yield Box(name, depth, left, share)
            yield from _under(rest, depth + 1, left)
        left += share


def drawn(stacks: Stacks, title: str) -> str:
    """The graph, the outermost function at the top; what took less than a five-hundredth is left out."""
    every = boxes(stacks)
    height = ROW * (max((box.depth for box in every), default=0) + 3)
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        f'<title>{escape(title)}</title><style>{STYLE}</style><rect width="100%" height="100%" fill="#fff"/>',
        f'<text class="head" x="4" y="{ROW - 3}">{escape(title)}</text>',
    ]
    for box in every:
        left, width, top = box.left * WIDTH, box.share * WIDTH, ROW * (box.depth + 1.5)
        told = escape(f"{box.name} {box.share:.1%}")
        name = escape(box.name[: max(0, int(width / LETTER))]) if width > 4 * LETTER else ""
        text = f'<text x="{left + 2:.1f}" y="{top + ROW - 5:.1f}">{name}</text>' if name else ""
        rows.append(
            f'<g><title>{told}</title><rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{ROW - 1}" '
            f'fill="{_colour(box.name)}"/>{text}</g>'
        )
    return "\n".join([*rows, "</svg>\n"])


def _colour(name: str) -> str:
    """The same for all functions of one package or stage."""
    package = name.split(":", 1)[0]
    package = ".".join(package.split(".")[:2]) if package.startswith("rashomon") else package.split(".", 1)[0]
    hue = crc32(package.encode()) % 360
    return f"hsl({hue} 70% {78 if package.startswith('rashomon') else 88}%)"
