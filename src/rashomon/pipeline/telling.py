"""One story and what it is made from -> its account: documents in order, aligned and told, with decisions laid over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rashomon.core import Copy, Document, Problem, Reading, Story, StoryAccount
from rashomon.core.alignment import Constraints
from rashomon.pipeline.fallen import Parts
from rashomon.pipeline.given import document_order, order_among, within
from rashomon.pipeline.seams import Decisions, Material
from rashomon.settings import Settings, SettingsError

if TYPE_CHECKING:
    from rashomon.account import Digest
    from rashomon.read import Reader


def told_story(story: Story, material: Material, digest: Digest) -> tuple[StoryAccount, Parts]:
    """The account of one story, and what it was made from.

    Args:
        story: with the ids of its documents.
        material: these documents, and what was found in them.
        digest: how to make the digest.
    """
    from rashomon.account import account_of
    from rashomon.align import align

    documents, readings, copies, laid = material.documents, material.readings, material.copies, material.laid
    order = sorted(story.documents, key=lambda d: document_order(documents[d]))
    members = [documents[d] for d in order]
    if laid is not None:
        readings, copies = {r.document: r for r in laid.readings}, laid.copies
    read = [readings[d] for d in order]
    ordered = Story(id=story.id, documents=tuple(order))
    alignment = align(members, read, laid.constraints if laid is not None else Constraints())
    account = account_of(
        ordered, members, read, within(copies, story), alignment, digest=digest, earlier=material.earlier
    )
    return laid.shown(account, alignment) if laid is not None else account, (members, read, alignment)


def reader_of(settings: Settings, *, tolerant: bool) -> Reader:
    """The reader that the settings name; whether a fault of ours in a document is a problem of that document.

    Raises:
        SettingsError: they name a pipeline of their own that is not installed.
    """
    from rashomon.read import Reader
    from rashomon.read.models import model_named

    if settings.pipeline != Settings().pipeline and model_named(settings.pipeline).version is None:
        raise SettingsError(
            f"no spaCy pipeline {settings.pipeline!r} is installed; install the package of that name, "
            f"or leave the setting out for {Settings().pipeline}"
        )
    return Reader(pipeline=settings.pipeline, tolerant=tolerant)


def digest_of(settings: Settings, reader: Reader) -> Digest:
    """How digests are made, as the settings have it."""
    from rashomon.account import Digest

    return Digest(form=settings.digest, read=reader.read, read_some=reader.read_some, write=_model(settings))


def materials(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    copies: Sequence[Copy],
    stories: Iterable[Story],
    decided: Decisions | None,
) -> tuple[tuple[Story, ...], Iterator[tuple[Story, Material]]]:
    """The stories as they are told, and each with what its account is made from.

    Args:
        documents: of all stories.
        readings: of them, by their ids.
        copies: among them.
        stories: as they were found.
        decided: what people decided, laid over them.
    """
    by_id = {d.id: d for d in documents}
    found = tuple(stories)
    own = {d: story for story in found for d in story.documents}
    order = partial(order_among, by_id)
    told = found if decided is None else decided.stories(found, order=order)

    def each() -> Iterator[tuple[Story, Material]]:
        for story in told:
            members, read = [by_id[d] for d in story.documents], [readings[d] for d in story.documents]
            own_copies = within(copies, story)
            laid = None
            if decided is not None:
                laid = decided.over(story, members, read, own_copies, order=order, own=own.get)
            yield (
                story,
                Material(
                    documents={d.id: d for d in members},
                    readings={r.document: r for r in read},
                    copies=own_copies,
                    laid=laid,
                ),
            )

    return told, each()


def _model(settings: Settings) -> Callable[[str], str | Problem] | None:
    """The language model that the settings ask to write digests; None where they name none."""
    if not settings.llm_address:
        return None
    from rashomon.ingest.language_model import LanguageModel

    return LanguageModel(
        address=settings.llm_address,
        model=settings.llm_model,
        key=settings.llm_key,
        seconds=float(settings.llm_seconds),
    )
