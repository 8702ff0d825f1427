"""What stands in the place of a page or a story over which two processes ended."""

from __future__ import annotations

from rashomon.core import Document, Page, Problem, Reading, Story, StoryAccount
from rashomon.core.alignment import Alignment
from rashomon.pipeline.seams import Material

Parts = tuple[list[Document], list[Reading], Alignment]
"""What the account of one story is made from: its documents, their readings, and what is the same across them."""


def untold(given: tuple[Story, Material]) -> tuple[StoryAccount, Parts]:
    """The empty account of a story over which two processes ended, which says so."""
    story, material = given
    problem = Problem(
        stage="account",
        code="process-ended",
        message="Two processes ended while they told this story, so nothing is told of it: "
        "no memory left, or they hung, it may be.",
    )
    documents = [material.documents[d] for d in story.documents]
    title = next((d.headline for d in documents if d.headline), "")
    account = StoryAccount(id=story.id, title=title, documents=story.documents, problems=(problem,))
    return account, (documents, [material.readings[d] for d in story.documents], Alignment())


def not_cleaned(page: Page | Problem) -> Problem:
    """That two processes ended over a page."""
    return Problem(
        stage="clean",
        code="process-ended",
        message="Two processes ended while they cleaned this page, so it is set aside: "
        "no memory left, or they hung, most likely.",
        address=page.address,
        fatal=True,
    )
