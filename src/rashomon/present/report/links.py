"""Where the parts of a story lead: in the one file to places on the page, on a server also to pages of their own."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import quote

from markupsafe import Markup

from rashomon.core import Part, Span


def place_name(document: str, span: Span) -> str:
    """The name of a place, the same in every form of the page: `DOC:12-34`, in the headline `DOC:headline:12-34`."""
    part = f"{span.part.value}:" if span.part is Part.HEADLINE else ""
    return f"{name_of(document)}:{part}{span.start}-{span.end}"


def name_of(given: str) -> str:
    """An id that may stand in the id of an element and in an address."""
    # a tilde is what tells the names of a second story apart
    return quote(given, safe="", errors="surrogatepass").replace("~", "%7E")


class Links(Protocol):
    """Addresses for the templates; None where there is nothing to lead to."""

    @property
    def to_words(self) -> Markup:
        """What a link that opens words has beside its address, with a blank before it."""
        ...

    def words(self, document: str, span: Span, near: str) -> str | None:
        """The words at a place; `near` is the part of the page from which they are asked for."""
        ...

    def report(self, document: str) -> str | None:
        """A report from its beginning, beside the account."""
        ...

    def document(self, document: str) -> str | None:
        """The page of a report."""
        ...

    def outlet(self, name: str) -> str | None:
        """The page of an outlet."""
        ...

    def party(self, name: str) -> str | None:
        """The page of a person or body."""
        ...

    def compare(self, left: str, right: str) -> str | None:
        """Two reports side by side."""
        ...

    def work(self) -> str | None:
        """Where people decide about the story."""
        ...


class OnThePage:
    """The links of the one file: all lead to places in the reports on it, and nothing leads out.

    `mark` tells the names of a second story apart that has the same reports as the first.
    """

    to_words = Markup("")

    def __init__(self, documents: frozenset[str], *, mark: str = "") -> None:
        self._documents, self._mark = documents, mark

    def words(self, document: str, span: Span, near: str) -> str | None:  # noqa: ARG002  the place is marked where it is
        """The place, where its report is on the page."""
        return f"#{quote(place_name(document, span), safe=':')}{self._mark}" if document in self._documents else None

    def report(self, document: str) -> str | None:
        """The report on the page."""
        return f"#report-{quote(name_of(document), safe=':')}{self._mark}" if document in self._documents else None

    def document(self, document: str) -> None:
        """A report has no page of its own."""

    def outlet(self, name: str) -> None:
        """An outlet has none."""

    def party(self, name: str) -> None:
        """A party has none."""

    def compare(self, left: str, right: str) -> None:
        """Two reports have none."""

    def work(self) -> None:
        """Nothing is decided in a file."""
