"""A sum and its parts as one bar."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from rashomon.present.report.pictures.svg import element, label, picture

WIDTH = 220.0
HEIGHT = 20.0
GAP = 2.0
LEAST = 14.0
"""A part is at least so wide, or it could not be seen."""
CHAR = 7.0


def parts_bar(parts: Sequence[float] | None) -> Markup:
    """The parts side by side, each as wide as its share; nothing where they cannot be drawn so."""
    if not parts or any(part <= 0 for part in parts) or len(parts) * (LEAST + GAP) > WIDTH:
        return Markup("")
    room = WIDTH - len(parts) * LEAST - (len(parts) - 1) * GAP
    drawn: list[Markup] = []
    at = 0.0
    for number, part in enumerate(parts):
        wide = LEAST + room * part / sum(parts)
        words = f"{part:,.10g}"
        drawn.append(element("rect", x=at, y=0, width=wide, height=HEIGHT, rx=2, class_=f"part part-{number % 2}"))
        if len(words) * CHAR <= wide:
            drawn.append(label(words, at=(at + wide / 2, HEIGHT - 5.5), class_="part-number", anchor="middle"))
        at += wide + GAP
    told = " and ".join(f"{part:,.10g}" for part in parts)
    return picture(*drawn, width=WIDTH, height=HEIGHT, told=f"a bar of {told}", class_="parts")
