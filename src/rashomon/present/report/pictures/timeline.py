"""When things happened and when they were reported, on one axis of days and longer stretches.

The axis has a column for each day, month or year that anything is told of, in order; a break in it says that time
passes in between. Above it stand the happenings by their number in the list beside the picture, below it the reports by
their letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from markupsafe import Markup

from rashomon.core import TimelineEntry
from rashomon.present.days import gives_day_only
from rashomon.present.report.pictures.slots import Slot, day_slot, folded, slot_of
from rashomon.present.report.pictures.svg import element, label, path, picture
from rashomon.present.report.sheet import Column
from rashomon.present.report.told import counted, told_when

MARGIN = 76.0
"""Room for the names of the two rows."""
NARROWEST = 62.0
DOT = 23.0
"""From the middle of one happening, or report, to the next."""
DEEPEST = 5
"""So many happenings stand one over the other before the column becomes wider."""
WITH_TIME = 8
"""Reports of one day that are told with their hour, each on a line of its own; from more on they stand side by side."""
AXIS = 34.0
TOP = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch with what stands over and under it, and where it is drawn."""

    slot: Slot
    happened: tuple[tuple[int, bool], ...]
    """Numbers of happenings, and whether this time stands or is told otherwise."""
    reported: tuple[Column, ...]
    left: float
    width: float

    @property
    def middle(self) -> float:
        """Where it is in the middle."""
        return self.left + self.width / 2


def timeline(entries: Sequence[TimelineEntry], columns: Sequence[Column]) -> Markup:
    """The picture; nothing where nothing is dated.

    Args:
        entries: the happenings, in the order in which the list beside numbers them from 1.
        columns: the reports.
    """
    places = laid(entries, columns)
    if not places:
        return Markup("")
    deep = max((-(-len(place.happened) // across(place.happened)) for place in places if place.happened), default=1)
    axis = TOP + deep * DOT + 6
    under = max((_rows(place.reported) for place in places), default=0)
    drawn = [_row_names(axis), _axis(places, axis)]
    for place in places:
        drawn += [_name(place, axis), *_happenings(place, axis), *_reports(place, axis)]
    return picture(
        *drawn,
        width=places[-1].left + places[-1].width + 8,
        height=axis + AXIS + max(under, 1) * DOT + 6,
        told=_told(entries, places, columns),
        class_="picture timeline-picture",
    )


def laid(entries: Sequence[TimelineEntry], columns: Sequence[Column]) -> list[Place]:
    """The stretches of the axis from left to right."""
    happened: list[tuple[Slot, int, bool]] = []
    for number, entry in enumerate(entries, 1):
        for when, stands in [(entry.when, True), *((other.when, False) for other in entry.otherwise)]:
            if (slot := slot_of(when)) is not None:
                happened.append((slot, number, stands))
    reported = [(at.date(), column) for column in columns if (at := column.document.published_at) is not None]
    slots = folded(
        [*(slot for slot, _, _ in happened), *(day_slot(day) for day, _ in reported)], [d for d, _ in reported]
    )
    places: list[Place] = []
    left = MARGIN
    for slot in slots:
        above = tuple((number, stands) for own, number, stands in happened if _stands_in(own, slot, slots))
        below = tuple(column for day, column in reported if _stands_in(day_slot(day), slot, slots))
        wide = max(NARROWEST, across(above) * DOT + 14, _letters_across(below) * DOT + 14)
        places.append(Place(slot=slot, happened=above, reported=below, left=left, width=wide))
        left += wide
    return places


def _stands_in(own: Slot, slot: Slot, slots: Sequence[Slot]) -> bool:
    return own == slot or (own not in slots and slot.holds(own))


def across(these: Sequence[object]) -> int:
    """How many stand side by side."""
    return max(2 if len(these) > 1 else 1, -(-len(these) // DEEPEST))


def _letters_across(these: Sequence[Column]) -> int:
    return 1 if len(these) <= WITH_TIME else -(-len(these) // WITH_TIME)


def _rows(these: Sequence[Column]) -> int:
    return -(-len(these) // _letters_across(these))


def _row_names(axis: float) -> Markup:
    happened = label("Happened", at=(0, axis - DOT / 2), class_="row-name")
    return happened + label("Reported", at=(0, axis + AXIS + DOT / 2 + 1), class_="row-name")


def _axis(places: Sequence[Place], axis: float) -> Markup:
    drawn = []
    for place, following in pairwise([*places, None]):
        if place is None:
            continue
        right = place.left + place.width
        passes = following is not None and following.slot.first > place.slot.last + timedelta(days=1)
        ends = right - 6 if passes else right
        drawn.append(element("path", d=path(("M", place.left, axis), ("L", ends, axis)), class_="axis"))
        if passes:
            strokes = [path(("M", at - 2, axis + 4), ("L", at + 2, axis - 4)) for at in (right - 5, right - 1)]
            drawn += [element("path", d=stroke, class_="axis") for stroke in strokes]
    return Markup("").join(drawn)


def _name(place: Place, axis: float) -> Markup:
    head = label(place.slot.head, at=(place.middle, axis + 14), class_="slot", anchor="middle")
    return head + label(place.slot.below, at=(place.middle, axis + 27), class_="slot", anchor="middle")


def _happenings(place: Place, axis: float) -> list[Markup]:
    drawn = []
    side_by_side = across(place.happened)
    for at, (number, stands) in enumerate(place.happened):
        row, in_row = divmod(at, side_by_side)
        filled = min(len(place.happened) - row * side_by_side, side_by_side)
        x = place.middle + (in_row - (filled - 1) / 2) * DOT
        y = axis - DOT * (row + 0.5) - 2
        drawn.append(element("circle", cx=x, cy=y, r=9.5, class_="happening" if stands else "happening otherwise"))
        words = "number" if stands else "number otherwise"
        drawn.append(label(str(number), at=(x, y + 3.8), class_=words, anchor="middle"))
    return drawn


def _reports(place: Place, axis: float) -> list[Markup]:
    drawn = []
    side_by_side = _letters_across(place.reported)
    with_time = side_by_side == 1
    left = place.middle - (28 if with_time else side_by_side * DOT / 2)
    for at, column in enumerate(place.reported):
        row, in_row = divmod(at, side_by_side)
        x, y = left + in_row * DOT, axis + AXIS + row * DOT
        drawn.append(element("rect", x=x, y=y, width=20, height=18, rx=3, class_="letter-box"))
        drawn.append(label(column.letter, at=(x + 10, y + 13), class_="number letter-of", anchor="middle"))
        published = column.document.published_at
        if with_time and published is not None and not gives_day_only(column.document):
            drawn.append(label(f"{published:%H:%M}", at=(x + 24, y + 13), class_="slot"))
    return drawn


def _told(entries: Sequence[TimelineEntry], places: Sequence[Place], columns: Sequence[Column]) -> str:
    """What the picture shows; the list beside it has every line of it."""
    dated = [column for column in columns if column.document.published_at is not None]
    whole = f"from {_in_words(places[0].slot)} to {_in_words(places[-1].slot)}"
    told = [f"{counted(len(entries), 'happening')} and the reports of them, {whole}"]
    if dated:
        told.append(f"{dated[0].letter} was published first, {dated[0].when}")
    if len(dated) < len(columns):
        told.append(f"{counted(len(columns) - len(dated), 'report')} without a time")
    return f"Timeline: {'; '.join(told)}. The list has every happening in words."


def _in_words(slot: Slot) -> str:
    return told_when(slot.first.isoformat()) if slot.first == slot.last else f"{slot.head} {slot.below}".strip()
