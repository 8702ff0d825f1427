"""The accounts of all stories as one, with what does not balance and what made them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.core import Account, Document, Problem, Reading, StoryAccount
from rashomon.pipeline.made_by import provenance_of
from rashomon.settings import Settings


def whole_of(
    settings: Settings,
    documents: Sequence[Document],
    stories: Iterable[StoryAccount],
    readings: Iterable[Reading],
    *,
    problems: Iterable[Problem],
) -> Account:
    """One account of all stories.

    Args:
        settings: of the run.
        documents: of all stories, in the order in which they are to be listed.
        stories: their accounts.
        readings: of the documents.
        problems: what was noticed before.
    """
    from rashomon.account.balance import check_run
    from rashomon.group import languages_apart

    accounts = sorted(stories, key=lambda story: (-len(story.documents), story.id))
    found = (
        *problems,
        *(apart for apart in (languages_apart(documents),) if apart is not None),
        *(replace(p, address=p.address or d.address) for d in documents for p in d.problems),
        *check_run(documents, accounts),
    )
    return Account(
        documents=tuple(documents),
        stories=tuple(accounts),
        problems=found,
        provenance=provenance_of(settings, readings),
    )
