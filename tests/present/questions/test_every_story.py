"""All stories that are as asked, and where looking for them ends."""

import pytest
from tests.present.questions.kept import archive

from rashomon.present.questions import Asked, by_story, every_story, stories


@pytest.fixture
def view():
    with archive().view() as view:
        yield view


def test_it_gives_what_the_pages_give(view, monkeypatch):
    expected = [each.id for each in stories(view, Asked()).results]
    assert len(expected) > 1
    assert [each.id for each in every_story.every_story(view, Asked())] == expected
    monkeypatch.setattr(every_story, "MOST", 1)
    assert [each.id for each in every_story.every_story(view, Asked())] == expected


def test_after_so_many_turns_it_says_where_to_go_on(view, monkeypatch):
    expected = list(every_story.every_story(view, Asked()))
    monkeypatch.setattr(by_story, "LOOKED_AT", 1)
    found, before, pages = [], None, 0
    while pages == 0 or before is not None:
        page = every_story.some_stories(view, Asked(), turns=1, before=before)
        found += page.results
        before, pages = page.before, pages + 1
    assert found == expected
    assert pages > 1
    assert every_story.some_stories(view, Asked(), turns=100).before is None
