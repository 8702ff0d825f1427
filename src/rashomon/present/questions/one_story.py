"""One story as an account of the published shape, with the documents it rests on."""

from __future__ import annotations

from rashomon.core import Account, Document, Problem, Provenance, StoryAccount
from rashomon.present.questions.asked import AskedError
from rashomon.stores.base import View
from rashomon.stores.facts import KeptAccount, KeptStory

LEAST_CHARS = 4
"""A story can be named by the beginning of its id, so long at least, where no other begins so."""
STAGE = "archive"


def story(view: View, name: str) -> Account:
    """The account of a story.

    Args:
        view: the archive.
        name: the story's id, or the beginning of it.

    What is missing is a problem: `account-missing` where there is no account yet, `account-behind` where the story has
    changed since.

    Raises:
        AskedError: there is no such story, or several begin so.
    """
    kept = _named(view, name)
    own = view.account(kept.story.id)
    names = kept.story.documents if own is None else own.account.documents
    documents = tuple(document for each in names if (document := view.document(each)) is not None)
    problems = tuple(_problems(kept, own))
    account = _unaccounted(kept, documents) if own is None else own.account
    return Account(
        documents=documents,
        stories=(account,),
        problems=(*account.problems, *problems),
        provenance=_provenance(view, own, documents),
    )


def _named(view: View, name: str) -> KeptStory:
    whole = view.story(name)
    if whole is not None:
        return whole
    begin = [one for one in view.stories(after=name, limit=2) if one.story.id.startswith(name)]
    if len(begin) > 1 and len(name) >= LEAST_CHARS:
        raise AskedError(f"several stories begin with {name}, such as {begin[0].story.id} and {begin[1].story.id}")
    if not begin or len(name) < LEAST_CHARS:
        raise AskedError(
            f"there is no story {name!r} in this archive: `rashomon stories` lists them with their ids, of which the "
            f"first {LEAST_CHARS} or more characters do"
        )
    return begin[0]


def _unaccounted(kept: KeptStory, documents: tuple[Document, ...]) -> StoryAccount:
    title = next((document.headline for document in documents if document.headline), None)
    return StoryAccount(id=kept.story.id, title=title or "", documents=tuple(document.id for document in documents))


def _problems(kept: KeptStory, own: KeptAccount | None) -> list[Problem]:
    if own is None:
        return [Problem(stage=STAGE, code="account-missing", message="there is no account of this story yet")]
    if own.revision == kept.revision:
        return []
    later = set(kept.story.documents) - set(own.account.documents)
    what = f"{len(later)} more of its documents came" if later else "its documents or decisions about them changed"
    return [
        Problem(
            stage=STAGE,
            code="account-behind",
            message=f"this account is of {own.made_at:%Y-%m-%d %H:%M}; since then {what}",
        )
    ]


def _provenance(view: View, own: KeptAccount | None, documents: tuple[Document, ...]) -> Provenance:
    """What made it, as far as the archive tells: the stages of the account, the models of its readings."""
    from rashomon import __version__

    versions = [version for document in documents if (version := view.version_of(document.id)) is not None]
    readings = [kept.reading for version in versions if (kept := view.reading(version)) is not None]
    return Provenance(
        version=__version__,
        stages=() if own is None else tuple(own.made_by.replace(",", " ").split()),
        models=tuple(sorted({model for reading in readings for model in reading.models})),
        degraded=any(reading.degraded for reading in readings),
    )
