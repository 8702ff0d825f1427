"""Citations as links: a letter a report, then a number for every further place in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup, escape

from rashomon.core import Citation, Report, Span
from rashomon.present.report.characters import shortened
from rashomon.present.report.links import Links
from rashomon.present.report.sheet import Column

GLIMPSE_CHARS = 60
"""How much of the cited words a link's tooltip shows."""


class Citing:
    """Makes the citations of one story.

    A page of fifty reports has ten thousand of them, so they are strings until they leave here; all that goes into one
    is escaped first.
    """

    def __init__(self, columns: Sequence[Column], links: Links) -> None:
        self._order = {column.document.id: (number, column) for number, column in enumerate(columns)}
        self._names = {column.document.id: escape(column.name) for column in columns}
        self._links = links
        self._glimpses: dict[tuple[str, Span], Markup] = {}

    def __call__(self, citations: Iterable[Citation | Report], near: str = "", *, glimpse: bool = True) -> Markup:
        """The reports cited in the order of their letters, each with a link for every place in it, each place once.

        Args:
            citations: the places.
            near: the part of the page where they are cited.
            glimpse: whether a link's tooltip shows the words; not where they stand beside it.
        """
        order = self._order
        places = sorted({(order[c.document][0], c.span, c.document) for c in citations if c.document in order})
        chips: list[str] = []
        for _, group in groupby(places, key=itemgetter(0)):
            own = [
                self._link(document, span, near, number, glimpse=glimpse)
                for number, (_, span, document) in enumerate(group)
            ]
            chips.append(f'<span class="chip">{"".join(own)}</span> ' if len(own) > 1 else f"{own[0]} ")
        return Markup("".join(chips))  # noqa: S704  made of what was escaped

    def _link(self, document: str, span: Span, near: str, number: int, *, glimpse: bool) -> str:
        column = self._order[document][1]
        words = str(number + 1) if number else column.letter
        address = self._links.words(document, span, near)
        title = self.glimpse(column, span) if glimpse else self._names[document]
        if address is None:
            return f'<span class="cite gone" title="{self._names[document]}">{words}</span>'
        class_ = "cite next" if number else "cite"
        return f'<a class="{class_}" href="{escape(address)}"{self._links.to_words} title="{title}">{words}</a>'

    def glimpse(self, column: Column, span: Span) -> Markup:
        """The beginning of the words at a place, with the name of their report."""
        key = (column.document.id, span)
        if key not in self._glimpses:
            words = shortened(column.document.words_at(span), to_chars=GLIMPSE_CHARS)
            self._glimpses[key] = escape(f"{column.name}: {words}")
        return self._glimpses[key]
