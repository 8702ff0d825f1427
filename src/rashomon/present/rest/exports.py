"""`/exports`: a story, or what is chosen of an archive, in the forms of other programs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from rashomon.pipeline import Pipeline
from rashomon.present.exports.kinds import KINDS, Kind
from rashomon.present.exports.telling import OfArchive
from rashomon.present.questions import Asked
from rashomon.present.questions.by_story import OF_CLAIMS, OF_REPORTS
from rashomon.present.questions.every_story import some_stories
from rashomon.present.rest import bounds, replies
from rashomon.present.rest.asking import Before, StoryName, asked_by
from rashomon.present.rest.documented import NEXT, operation, reference
from rashomon.present.rest.errors import NOT_FOUND, TOO_LARGE, ApiError
from rashomon.present.rest.stories import state_of
from rashomon.present.server.access import Scope
from rashomon.present.server.service import Served, Service
from rashomon.stores import View
from rashomon.stores.naming import story_named

router = APIRouter(tags=["exports"])
ZIP = "application/zip"
MOST_REPORTS = bounds.EXPORTED_DOCUMENTS
MOST_TURNS = 25
"""Pages of stories that are looked through for one export, each of some hundreds of reports or claims."""
COUNTED_SECONDS = 60.0
"""So old may be the count of an archive, which takes a while to make."""
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file of a packed export: the same export is the same bytes."""

As = Annotated[
    Literal[*KINDS],  # type: ignore[valid-type]  # the names, which mypy cannot know
    Query(alias="as", description="The form: " + " ".join(f"`{kind.name}`: {kind.told}" for kind in KINDS.values())),
]
WithTexts = Annotated[bool, Query(description="Full texts of the reports, where else excerpts of them stand.")]
OfStories = Annotated[Asked, Depends(asked_by((*OF_CLAIMS, *OF_REPORTS, "since", "until")))]


def _contents() -> dict[str, Any]:
    """What an export may be: the account's own JSON has a shape of ours, all others are those of other programs."""
    found: dict[str, Any] = {
        (ZIP if kind.several else kind.media_type.partition(";")[0]): {} for kind in KINDS.values()
    }
    # PROV-JSON is told under the same media type as the account
    return found | {"application/json": {"anyOf": [reference("account"), {"type": "object"}]}}


SAYS = "The export; of several files a ZIP archive."


@router.get(
    "/exports",
    **operation(
        "export",
        "Stories in another program's form",
        "account",
        scope=Scope.READ,
        says=SAYS,
        headers=NEXT,
        fails=(TOO_LARGE,),
        content=_contents(),
        tagged=True,
    ),
)
def exports(
    request: Request,
    service: Served,
    asked: OfStories,
    form: As,
    *,
    with_texts: WithTexts = False,
    before: Before = None,
) -> Response:
    """The stories asked for as `/stories` has them, all where nothing is asked.

    A rare filter is looked for in a bounded part of the archive at a time: `Link` then names where to go on, and an
    export may hold no story although more follow. What rests on more reports than an answer may have is written by
    `rashomon export`.
    """
    kind = KINDS[form]
    with service.view() as view:
        chosen, following = _chosen(service, view, asked, before)
        source = OfArchive(view, Pipeline(service.settings), chosen)
        files: dict[str, list[bytes]] = {}
        for name, piece in kind.pieces(source, with_texts=with_texts):
            files.setdefault(name, []).append(piece)
    made = {name: b"".join(pieces) for name, pieces in files.items()}
    return _sent(
        request,
        kind,
        made if kind.several else made.get("", b""),
        name="stories",
        more=replies.link(request, following),
    )


@router.get(
    "/stories/{story}/exports",
    **operation(
        "exportStory",
        "A story in another program's form",
        "account",
        scope=Scope.READ,
        says=SAYS,
        fails=(NOT_FOUND,),
        content=_contents(),
        tagged=True,
    ),
)
def story_exports(
    request: Request, service: Served, story: StoryName, form: As, *, with_texts: WithTexts = False
) -> Response:
    """One story with its documents."""
    kind = KINDS[form]
    with service.view() as view:
        whole = story_named(view, story)
        tag = replies.tag_of(state_of(view, whole), kind.name, int(with_texts))
        if (known := replies.unchanged(request, tag)) is not None:
            return known
        account = service.account(view, whole)
    return _sent(request, kind, kind.make(account, with_texts=with_texts), name=f"story-{whole}", tag=tag)


def _chosen(service: Service, view: View, asked: Asked, before: str | None) -> tuple[frozenset[str] | None, str | None]:
    """The ids of the stories asked for, None for all, and where to go on from.

    Raises:
        ApiError: they rest on too many reports for one answer.
        AskedError: it cannot be asked so.
    """
    fewer = "ask for fewer, such as since=7d, or write them with `rashomon export`"
    too_many = ApiError(TOO_LARGE, f"these stories rest on more than {bounds.EXPORTED_DOCUMENTS:,} reports: {fewer}")
    if asked == Asked() and before is None:
        if service.lately("documents", lambda: view.counts().documents, seconds=COUNTED_SECONDS) > MOST_REPORTS:
            raise too_many
        return None, None
    found = some_stories(view, asked, turns=MOST_TURNS, before=before)
    if sum(len(each.documents) for each in found.results) > MOST_REPORTS:
        raise too_many
    return frozenset(each.id for each in found.results), found.before


def _sent(
    request: Request,
    kind: Kind,
    made: bytes | Mapping[str, bytes],
    *,
    name: str,
    tag: str | None = None,
    more: Mapping[str, str] | None = None,
) -> Response:
    """An export as a file to be kept."""
    if isinstance(made, bytes):
        octets, media_type, file = made, kind.media_type, f"rashomon-{name}-{kind.name}.{kind.suffix}"
    else:
        octets, media_type, file = _packed(made), ZIP, f"rashomon-{name}-{kind.name}.zip"
    safe = "".join(each if each.isascii() and (each.isalnum() or each in "-._") else "_" for each in file)
    headers = {"Content-Disposition": f'attachment; filename="{safe}"', **(more or {})}
    return replies.octets(request, octets, media_type=media_type, tag=tag, headers=headers)


def _packed(files: Mapping[str, bytes]) -> bytes:
    """Several files as one."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, octets in sorted(files.items()):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, octets)
    return packed.getvalue()
