"""Which places of the reports the page of a story leads to, so that their words can stand on it."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.core import Citation, Report
from rashomon.present.report.story_page import StoryPage


def cited_places(page: StoryPage) -> Iterable[Citation | Report]:
    """Every place to which the page of a story leads."""
    story = page.story
    for claim in story.claims:
        yield from claim.reports
    for utterance in story.utterances:
        yield from page.wording_places(utterance)
    for line in story.figures:
        for value in line.values:
            yield from value.reports
    for told in (story.timeline, story.answers, story.digest):
        for entry in told:
            yield from entry.citations
    yield from (c for entry in story.timeline for other in entry.otherwise for c in other.citations)
    yield from (c for framing in story.framing for wording in framing.wordings for c in wording.citations)
    for problem in story.problems:
        yield from page.problem_places(problem)
    yield from (place for aside in page.asides for place in aside.places)
    yield from (place for column in page.sheet.columns for _, _, place in page.notices(column))
    yield from (place for note in story.notes for place in note.places)
