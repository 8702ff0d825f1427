"""Places as addresses have them."""

from __future__ import annotations

import re

from rashomon.core import Part, Span
from rashomon.core.span import WRITTEN
from rashomon.present.questions.asked import AskedError

_WRITTEN = re.compile(WRITTEN)


def place_of(written: str) -> Span:
    """The place so written: `12-34`, in the headline `headline:12-34`.

    Raises:
        AskedError: it is not so written.
    """
    found = _WRITTEN.fullmatch(written)
    if found is None or int(found["start"]) >= int(found["end"]):
        raise AskedError(f"{written!r} is no place: write START-END, as in 120-184")
    part = Part.HEADLINE if found["part"] else Part.TEXT
    return Span(int(found["start"]), int(found["end"]), part)
