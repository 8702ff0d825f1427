"""What stands in the place of a page or a story over which two processes ended, or which a fault of ours kept back."""

from __future__ import annotations

from rashomon.core import Document, Page, Problem, Reading, Story, StoryAccount
from rashomon.core.alignment import Alignment
from rashomon.core.faults import told_fault
from rashomon.pipeline.seams import Material

Parts = tuple[list[Document], list[Reading], Alignment]
"""What the account of one story is made from: its documents, their readings, and what is the same across them."""


def untold(given: tuple[Story, Material], fault: Exception | None = None) -> tuple[StoryAccount, Parts]:
    """The empty account of a story, which says why nothing is told of it.

    Args:
        given: the story, and what it was to be told from.
        fault: of ours, that kept it back; without one two processes ended over it.
    """
    story, material = given
    if fault is None:
        code = "process-ended"
        message = (
            "Two processes ended while they told this story, so nothing is told of it: "
            "no memory left, or they hung, it may be."
        )
    else:
        code = "account-failed"
        message = f"nothing is told of this story, by a fault of Rashomon ({told_fault(fault)}); please report it"
    problem = Problem(stage="account", code=code, message=message)
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
