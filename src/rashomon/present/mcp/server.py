"""The tools as an MCP server: names, descriptions, schemas, hints; what goes wrong becomes an error of the tool."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field

from rashomon import __version__
from rashomon.core import RashomonError
from rashomon.present.mcp.quoted import UNTRUSTED
from rashomon.present.mcp.shapes import (
    AccountAnswer,
    CheckAnswer,
    CompareAnswer,
    GivenDocument,
    QuotesAnswer,
    StoryAnswer,
)
from rashomon.present.mcp.sizes import LEAST_CHARS, MOST_CHARS, USUAL_CHARS, compact
from rashomon.present.mcp.tools import Tools

if TYPE_CHECKING:
    from rashomon.present.questions import Asked

INSTRUCTIONS = f"""Rashomon makes one account of several news reports of one event: who said what, each claim with the \
status that each report gives it (done, planned, proposed, denied ...), how the reports stand to one another, and how \
many independent origins they rest on. Every part comes with the place in a report that it rests on.

{UNTRUSTED}

Cite the outlet and the words when you use an answer. Where something is null it could not be told, which is no answer \
either way. Nothing is kept, changed or sent anywhere."""

HINTS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)

DESCRIPTIONS = {
    "account": (
        "Make one account of several news reports given as texts: claims with each report's status, who said "
        "what, figures, independent origins, copies, and a digest; every part with its place in a report."
    ),
    "check_claim": (
        "Hold a sentence against reports: which carry it as given, which tell it otherwise and in what "
        "(status, figure, actor, speaker ...), which are silent. It never says that the sentence is true."
    ),
    "find_quotes": (
        "Find what people are quoted as saying, with speaker, outlet and place: in the archive, the latest "
        "first, or in reports given as texts."
    ),
    "story": (
        "Give the account of one story of the archive by its id; or, without an id, find stories by words, "
        "party, outlet and time, the latest first."
    ),
    "compare": (
        "Set two reports side by side: whether one copies the other, passages they share, claims that both "
        "tell and whether with the same status, what each tells alone, and figures of which they give "
        "different values."
    ),
}
"""What an assistant reads of each tool, beside its title and its schemas."""

Documents = Annotated[
    list[GivenDocument],
    Field(description="The reports as texts, one a document; up to 60, a million characters in all."),
]
MaybeDocuments = Annotated[
    list[GivenDocument] | None, Field(description="The reports as texts; instead of the archive.")
]
Size = Annotated[
    int,
    Field(ge=LEAST_CHARS, le=MOST_CHARS, description="The most characters of the answer; `left_out` tells the rest."),
]
Words = Annotated[str, Field(max_length=500, description="Words to look for; several must all be there.")]
Since = Annotated[
    str | None, Field(max_length=40, description="From then on: 2031-05-01, yesterday, this week, 7d ... (UTC).")
]
Until = Annotated[str | None, Field(max_length=40, description="Up to the end of that time.")]
Limit = Annotated[int, Field(ge=1, le=100, description="How many results.")]
Before = Annotated[str | None, Field(max_length=200, description="What the page before gave as `before`.")]
Part = Annotated[str | None, Field(max_length=200)]


def server_of(tools: Tools) -> MCPServer[Any]:
    """The server over tools; it listens to nobody until it is run."""
    server: MCPServer[Any] = MCPServer(
        "rashomon", title="Rashomon", instructions=INSTRUCTIONS, version=__version__, log_level="WARNING"
    )
    for title, tool in _bound(tools).items():
        server.add_tool(
            tool, title=title, description=DESCRIPTIONS[tool.__name__], annotations=HINTS, structured_output=True
        )
    return server


def _bound(tools: Tools) -> dict[str, Callable[..., CallToolResult]]:
    """The tools by their titles; the signature of each is what an assistant gives."""

    def account(*, documents: Documents, most_chars: Size = USUAL_CHARS) -> Annotated[CallToolResult, AccountAnswer]:
        with _told():
            return _answer(tools.account(documents, most_chars=most_chars))

    def check_claim(
        *,
        claim: Annotated[
            str, Field(max_length=2000, description="A whole sentence that says who did what or said what.")
        ],
        documents: MaybeDocuments = None,
        story: Annotated[Part, Field(description="A story of the archive, by its id; instead of documents.")] = None,
        most_chars: Size = USUAL_CHARS,
    ) -> Annotated[CallToolResult, CheckAnswer]:
        with _told():
            return _answer(tools.check_claim(claim, documents=documents, story=story, most_chars=most_chars))

    def find_quotes(  # noqa: PLR0913  # an argument of a tool is what an assistant can give
        *,
        words: Words = "",
        speaker: Annotated[Part, Field(description="Who is quoted; part of a name.")] = None,
        outlet: Annotated[Part, Field(description="Whose report quotes them; part of a name.")] = None,
        story: Annotated[Part, Field(description="Of one story of the archive, by its id.")] = None,
        since: Since = None,
        until: Until = None,
        documents: MaybeDocuments = None,
        limit: Limit = 20,
        before: Before = None,
        most_chars: Size = USUAL_CHARS,
    ) -> Annotated[CallToolResult, QuotesAnswer]:
        with _told():
            asked = _asked(words, since, until, speaker=speaker, outlet=outlet, story=story)
            return _answer(
                tools.find_quotes(asked, documents=documents, limit=limit, before=before, most_chars=most_chars)
            )

    def story(  # noqa: PLR0913  # an argument of a tool is what an assistant can give
        *,
        story: Annotated[
            Part, Field(description="A story's id, or the beginning of it; without it stories are found.")
        ] = None,
        words: Words = "",
        party: Annotated[Part, Field(description="Who acts, is acted on or speaks; part of a name.")] = None,
        outlet: Annotated[Part, Field(description="Whose reports; part of a name.")] = None,
        since: Since = None,
        until: Until = None,
        limit: Limit = 20,
        before: Before = None,
        most_chars: Size = USUAL_CHARS,
    ) -> Annotated[CallToolResult, StoryAnswer]:
        with _told():
            asked = _asked(words, since, until, party=party, outlet=outlet)
            return _answer(tools.story(story, asked, limit=limit, before=before, most_chars=most_chars))

    def compare(
        *,
        left: Annotated[Part, Field(description="A report of the archive, by its id.")] = None,
        right: Annotated[Part, Field(description="Another one.")] = None,
        documents: MaybeDocuments = None,
        most_chars: Size = USUAL_CHARS,
    ) -> Annotated[CallToolResult, CompareAnswer]:
        with _told():
            return _answer(tools.compare(left, right, documents=documents, most_chars=most_chars))

    return {
        "One account of several reports": account,
        "Who carries a sentence": check_claim,
        "Words said": find_quotes,
        "A story of the archive": story,
        "Two reports side by side": compare,
    }


def _answer(row: Any) -> CallToolResult:  # noqa: ANN401  # one of the answers of `shapes`
    return CallToolResult(content=[TextContent(type="text", text=compact(row))], structured_content=row)


@contextmanager
def _told() -> Iterator[None]:
    """A fault of the caller told as an error of the tool, whose message says what to do."""
    try:
        yield
    except RashomonError as error:
        raise ToolError(str(error)) from error


def _asked(words: str, since: str | None, until: str | None, **fields: str | None) -> Asked:
    from rashomon.present.questions import Asked, moments

    now = datetime.now(UTC)
    return Asked(
        words=words,
        since=None if since is None else moments.since(since, now),
        until=None if until is None else moments.until(until, now),
        **fields,
    )
