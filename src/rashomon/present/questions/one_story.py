"""One story as an account of the published shape, with the documents it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.core import Account, Problem, StoryAccount
from rashomon.present.questions.asked import AskedError, named
from rashomon.stores.base import View
from rashomon.stores.facts import KeptStory

if TYPE_CHECKING:
    from rashomon.pipeline import Pipeline

STAGE = "archive"


def story(view: View, name: str, *, pipeline: Pipeline | None = None) -> Account:
    """The account of a story.

    Args:
        view: the archive.
        name: the story's id, or the beginning of it.
        pipeline: what this program is set to; an account that another one made is told as made by that.

    What is missing is a problem: `account-missing` where there is no account yet, `account-behind` where the story has
    changed since.

    Raises:
        AskedError: there is no such story, or several begin so.
    """
    # late: every other question is answered without the stages
    from rashomon.archive import account_of_one
    from rashomon.pipeline import Pipeline

    pipeline = pipeline or Pipeline()
    kept = view.story(named(view, "story", name))
    if kept is None:  # it was there in this very view
        raise AskedError(f"there is no story {name!r} in this archive")
    own = view.account(kept.story.id)
    made = None if own is None else account_of_one(view, pipeline, kept.story.id, made=own)
    if own is None or made is None:
        return _unaccounted(view, kept, pipeline)
    if own.made_by == pipeline.makers.accounted:
        return made
    # what decided then is known by the stages alone
    before = replace(made.provenance, stages=tuple(own.made_by.split(", ")), decided=())
    return replace(made, provenance=before)


def _unaccounted(view: View, kept: KeptStory, pipeline: Pipeline) -> Account:
    documents = tuple(view.documents_of(kept.story.documents).values())
    title = next((document.headline for document in documents if document.headline), None)
    told = StoryAccount(id=kept.story.id, title=title or "", documents=tuple(document.id for document in documents))
    missing = Problem(
        stage=STAGE,
        code="account-missing",
        message=f"there is no account of story {kept.story.id} yet; `rashomon add` makes it",
    )
    return pipeline.whole(documents, [told], (), problems=[missing])
