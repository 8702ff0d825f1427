"""The filters of questions as parameters of addresses: named and bounded once; a noun takes those it is asked by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, Signature
from typing import Annotated, Any, Literal, TypeAlias

from fastapi import Depends, Path, Query, Request

from rashomon.core import Form, Standing, Status
from rashomon.present.questions import Asked, moments
from rashomon.present.questions.asked import MOST
from rashomon.present.questions.told import LIMIT
from rashomon.present.rest import bounds
from rashomon.present.rest.errors import NOT_UNDERSTOOD, ApiError
from rashomon.present.server.service import service_of
from rashomon.stores.query import CODES, FIELDS, Sought


def _name(says: str, example: str, *, most: int = bounds.NAME_CHARS) -> Any:  # noqa: ANN401  # FastAPI's own
    return Query(description=says, examples=[example], min_length=1, max_length=most, pattern=bounds.PLAIN)


Words: TypeAlias = Annotated[
    str,
    Query(
        description="Words to look for, in the query syntax: all of them, in their English forms; "
        '"beside each other" as written, in marks; '
        "`harb*` for a beginning; `-strike` for what may not stand there; `harbour OR port`; `field:value`.",
        examples=["harbour strike"],
        max_length=bounds.WORDS_CHARS,
        pattern=bounds.PLAIN,
    ),
]
Limit: TypeAlias = Annotated[int, Query(description="How many results.", ge=1, le=MOST)]
Before: TypeAlias = Annotated[
    str | None,
    Query(
        description="Go on from there: what the page before gave as `before`, as it is.",
        min_length=1,
        max_length=bounds.CURSOR_CHARS,
        pattern=bounds.PLAIN,
    ),
]
_MOMENT = "2031-05-01, 2031-05-01T13:30, today, yesterday, this week, last month, 36h, 7d or 2w; in UTC."
Since: TypeAlias = Annotated[
    str | None, _name(f"From the beginning of that time on: {_MOMENT}", "2031-05-01", most=bounds.MOMENT_CHARS)
]
Until: TypeAlias = Annotated[
    str | None, _name(f"Up to the end of that time: {_MOMENT}", "2031-05-31", most=bounds.MOMENT_CHARS)
]

FILTERS: Mapping[str, Any] = {
    "party": Annotated[str | None, _name("Who acts, is acted on or speaks, by any part of a name.", "Orsk")],
    "actor": Annotated[str | None, _name("Who acts.", "Orsk")],
    "target": Annotated[str | None, _name("Who is acted on.", "Orsk")],
    "speaker": Annotated[str | None, _name("Who is quoted.", "Ada Orsk")],
    "voice": Annotated[str | None, _name("To whom a report lays what it tells.", "Ada Orsk")],
    "outlet": Annotated[str | None, _name("Whose report, by any part of the outlet's name.", "Courier")],
    "code": Annotated[Literal[*sorted(CODES)] | None, Query(description="A PLOVER event type.")],
    "status": Annotated[
        Status | None,
        Query(description="What a report says of a claim; with `voice` or `outlet`, one and the same report."),
    ],
    "standing": Annotated[
        Standing | None, Query(description="How a claim or a line of figures stands over all its reports.")
    ],
    "form": Annotated[Form | None, Query(description="How the words are quoted.")],
    "unit": Annotated[str | None, _name("The unit of a value.", "percent")],
    "language": Annotated[str | None, _name("The language of the report, by its code.", "en", most=35)],
    "story": Annotated[str | None, _name("Of one story; the beginning of its id does.", "5f1c0d2a")],
    "document": Annotated[str | None, _name("Of one document; the beginning of its id does.", "1f0c9a64")],
    "since": Since,
    "until": Until,
}
"""Each filter of `questions.Asked`, under its name there."""

StoryName: TypeAlias = Annotated[
    str,
    Path(
        description="The id of a story, or the beginning of it.",
        min_length=1,
        max_length=bounds.NAME_CHARS,
        pattern=bounds.PLAIN,
    ),
]
DocumentName: TypeAlias = Annotated[
    str,
    Path(
        description="The id of a document, or the beginning of it; an id may hold slashes.",
        min_length=1,
        max_length=bounds.NAME_CHARS,
        pattern=bounds.PLAIN,
    ),
]


def asked_by(names: Iterable[str]) -> Callable[..., Asked]:
    """A dependency that makes a question of the words and of these filters.

    Args:
        names: of `FILTERS`; each becomes a parameter of the address.
    """
    own = [name for name in FILTERS if name in set(names)]

    def asked(request: Request, **given: Any) -> Asked:  # noqa: ANN401  # each as `FILTERS` has it
        now = service_of(request).now()
        since, until = given.pop("since", None), given.pop("until", None)
        return Asked(
            since=None if since is None else moments.since(since, now),
            until=None if until is None else moments.until(until, now),
            **given,
        )

    parameters = [
        Parameter("request", Parameter.KEYWORD_ONLY, annotation=Request),
        Parameter("words", Parameter.KEYWORD_ONLY, default="", annotation=Words),
        *(Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=FILTERS[name]) for name in own),
    ]
    asked.__signature__ = Signature(parameters)  # type: ignore[attr-defined]  # what FastAPI reads in place of `given`
    return asked


OfClaims: TypeAlias = Annotated[Asked, Depends(asked_by(FIELDS[Sought.CLAIMS]))]
OfQuotations: TypeAlias = Annotated[Asked, Depends(asked_by(FIELDS[Sought.QUOTATIONS]))]
OfFigures: TypeAlias = Annotated[Asked, Depends(asked_by(FIELDS[Sought.FIGURES]))]
OfDocuments: TypeAlias = Annotated[Asked, Depends(asked_by(FIELDS[Sought.DOCUMENTS]))]


def only_known(request: Request) -> None:
    """Refuse a parameter that the address does not have, or that is given twice: a filter misspelt would ask nothing.

    Raises:
        ApiError: there is one.
    """
    known = _named(request.scope["route"].dependant)
    given = [name for name, _ in request.query_params.multi_items()]
    for name in given:
        if name not in known:
            have = ", ".join(sorted(known)) or "none"
            raise ApiError(NOT_UNDERSTOOD, f"there is no parameter {name[:60]!r} here; there are: {have}")
    twice = next((name for name in given if given.count(name) > 1), None)
    if twice is not None:
        raise ApiError(NOT_UNDERSTOOD, f"{twice} is given more than once; give it once")


def _named(dependant: Any) -> set[str]:  # noqa: ANN401  # FastAPI's own
    found = {field.alias for field in dependant.query_params}
    return found.union(*(_named(each) for each in dependant.dependencies))


__all__ = ["LIMIT", "Before", "DocumentName", "Limit", "OfClaims", "OfDocuments", "OfFigures", "OfQuotations",
           "StoryName", "asked_by", "only_known"]  # fmt: skip
