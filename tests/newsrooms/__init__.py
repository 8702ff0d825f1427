"""Small invented press reviews for tests, told in the test's own docstring.

A test decorated with `@newsroom` is a press review and what should come of it:

    @newsroom
    def test_a_copy_adds_no_origin(documents):
        '''A copy with the agency's credit.

        == The Harbour Post, 2031-05-02 14:10 +02:00 ==
        Pilots walk out at Norholm

        Forty pilots walked out on Friday.

        == Norholm Mail, 2031-05-02 15:00 +02:00; credits: The Harbour Post ==
        Norholm pilots walk out

        Forty pilots walked out on Friday, the union said.
        '''

What stands before the first `==` line is for people. The first paragraph of a block is its headline; blank
lines divide paragraphs, and a paragraph's lines are joined by one space. A paragraph that begins with `>` is a
block quotation, one that begins with `~caption:` (or another reason) is set aside. Options after the time:
`credits`, `byline` (comma-separated), `id`, `address`, `language`.

The test asks for `documents` (a tuple of `Document`) or `room` (a `Newsroom`); its other arguments are fixtures.
"""

from __future__ import annotations

import functools
import inspect
import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from rashomon.core import Document, Passage, Role, SetAside, Span

__all__ = ["Newsroom", "NewsroomError", "newsroom", "parse_newsroom"]

HEAD = re.compile(r"^==\s*(?P<head>.*?)\s*==$")
TIMED = re.compile(r"^(?P<outlet>.+?),\s*(?P<time>\d{4}-\d\d-\d\d.*)$")
SET_ASIDE = re.compile(r"^~(?P<reason>[a-z-]+):\s*")
OPTIONS = frozenset({"credits", "byline", "id", "address", "language"})
INJECTED = ("documents", "room")


class NewsroomError(ValueError):
    """The docstring is not a press review; the message says where and what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """The documents of one press review, in the order told."""

    documents: tuple[Document, ...]

    @property
    def by_outlet(self) -> Mapping[str, Document]:
        """Each outlet's document; the last one where an outlet has several."""
        return {document.outlet: document for document in self.documents if document.outlet is not None}

    def __getitem__(self, outlet: str) -> Document:
        try:
            return self.by_outlet[outlet]
        except KeyError:
            raise NewsroomError(f"no outlet {outlet!r} in this newsroom; it has {sorted(self.by_outlet)}") from None

    def span(self, outlet: str, words: str) -> Span:
        """The place of these words in the outlet's document, where they stand exactly once."""
        found = self[outlet].text.count(words)
        if found != 1:
            raise NewsroomError(f"{words!r} stands {found} times in the report of {outlet!r}, not once")
        start = self[outlet].text.index(words)
        return Span(start, start + len(words))


def parse_newsroom(text: str) -> Newsroom:
    """The press review told in `text` (a docstring, indented as it stands)."""
    blocks: list[tuple[str, list[str]]] = []
    for line in inspect.cleandoc(text).splitlines():
        head = HEAD.match(line.strip())
        if head:
            blocks.append((head["head"], []))
        elif line.lstrip().startswith("=="):
            raise NewsroomError(f"{line.strip()!r} opens no report; write '== Outlet, 2031-05-02 14:10 +02:00 =='")
        elif blocks:
            blocks[-1][1].append(line)
    if not blocks:
        raise NewsroomError("no report found; begin each with '== Outlet, 2031-05-02 14:10 +02:00 =='")
    taken: set[str] = set()
    documents = []
    for head_text, lines in blocks:
        document = _document(head_text, lines, taken)
        taken.add(document.id)
        documents.append(document)
    return Newsroom(documents=tuple(documents))


def newsroom(test: Callable[..., Any]) -> Callable[..., Any]:
    """Parse the test's docstring, and hand it over as `documents` or `room`; fixtures stay fixtures."""
    signature = inspect.signature(test)
    wanted = [name for name in INJECTED if name in signature.parameters]
    if not wanted:
        raise NewsroomError(f"{test.__qualname__} asks for neither 'documents' nor 'room'")
    try:
        room = parse_newsroom(test.__doc__ or "")
    except NewsroomError as error:
        raise NewsroomError(f"{test.__qualname__}: {error}") from None
    given = {"documents": room.documents, "room": room}

    @functools.wraps(test)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        return test(*args, **kwargs, **{name: given[name] for name in wanted})

    del wrapped.__wrapped__  # type: ignore[attr-defined]  # pytest would look through it and ask for our arguments
    fixtures = [p for name, p in signature.parameters.items() if name not in wanted]
    wrapped.__signature__ = signature.replace(parameters=fixtures)  # type: ignore[attr-defined]
    return wrapped


def _document(head: str, lines: list[str], taken: set[str]) -> Document:
    first, *rest = [part.strip() for part in head.split(";")]
    outlet, published_at = _outlet_and_time(first)
    options = _options(outlet, rest)
    paragraphs = _paragraphs(lines)
    if not paragraphs:
        raise NewsroomError(f"the report of {outlet!r} is empty; write its headline below the '==' line")
    text, passages, set_aside = _laid_out(paragraphs)
    if not passages or passages[0].role is not Role.HEADLINE:
        raise NewsroomError(f"the report of {outlet!r} begins with {paragraphs[0]!r}; write its headline first")
    name = options.get("id") or _free_id(outlet, taken)
    if name in taken:
        raise NewsroomError(f"two reports have the id {name!r}")
    return Document(
        id=name,
        text=text,
        headline=passages[0].span.of(text),
        headline_span=passages[0].span,
        address=options.get("address"),
        outlet=outlet,
        bylines=_listed(options.get("byline")),
        published_at=published_at,
        language=options.get("language", "en"),
        passages=tuple(passages),
        set_aside=tuple(set_aside),
        credits=_listed(options.get("credits")),
    )


def _outlet_and_time(told: str) -> tuple[str, datetime | None]:
    match = TIMED.match(told)
    if match is None:
        if not told:
            raise NewsroomError("a report has no outlet; write '== Outlet, 2031-05-02 14:10 +02:00 =='")
        return told, None
    try:
        when = datetime.fromisoformat(re.sub(r"\s+(?=[+-]|Z$)", "", match["time"]))
    except ValueError:
        raise NewsroomError(f"{match['time']!r} is no time; write it as 2031-05-02 14:10 +02:00") from None
    if when.tzinfo is None:
        raise NewsroomError(f"{match['time']!r} has no zone; write it as 2031-05-02 14:10 +02:00")
    return match["outlet"], when.astimezone(UTC)


def _options(outlet: str, told: list[str]) -> dict[str, str]:
    options: dict[str, str] = {}
    for option in told:
        name, colon, value = (part.strip() for part in option.partition(":"))
        if not colon or name not in OPTIONS:
            raise NewsroomError(f"{option!r} is no option of a report ({outlet!r}); there are {sorted(OPTIONS)}")
        options[name] = value
    return options


def _listed(value: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (value or "").split(",") if part.strip())


def _free_id(outlet: str, taken: set[str]) -> str:
    base = re.sub(r"[^a-z0-9]+", "-", outlet.lower()).strip("-") or "report"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name


def _paragraphs(lines: list[str]) -> list[str]:
    body = textwrap.dedent("\n".join(lines))
    found = (" ".join(line.strip() for line in block.splitlines()).strip() for block in re.split(r"\n\s*\n", body))
    return [paragraph for paragraph in found if paragraph]


def _laid_out(paragraphs: list[str]) -> tuple[str, list[Passage], list[SetAside]]:
    text = ""
    passages: list[Passage] = []
    set_aside: list[SetAside] = []
    for number, paragraph in enumerate(paragraphs):
        aside = SET_ASIDE.match(paragraph)
        words, role = paragraph, Role.HEADLINE if number == 0 else Role.PARAGRAPH
        if aside:
            words = paragraph[aside.end() :]
        elif paragraph.startswith(">"):
            words, role = paragraph[1:].lstrip(), Role.BLOCK_QUOTE
        text += "\n\n" if text else ""
        span = Span(len(text), len(text) + len(words))
        text += words
        if aside:
            set_aside.append(SetAside(span=span, reason=aside["reason"]))
        else:
            passages.append(Passage(span=span, role=role))
    return text, passages, set_aside
