"""Stories are looked for across languages only where documents are in several and the extra is installed."""

import pytest

from rashomon.core import Document
from rashomon.group import Stories, find_stories, languages_apart
from rashomon.group.languages import choice
from rashomon.group.languages.across import StoriesAcross


def reports(*languages):
    return [Document(id=f"{n}", text="Velmora.", language=language) for n, language in enumerate(languages)]


@pytest.fixture
def without(monkeypatch):
    monkeypatch.setattr(choice, "installed", lambda: False)


def test_several_languages_call_for_a_stream_across_them():
    assert isinstance(choice.stream_for(reports("en", "de")), StoriesAcross)


@pytest.mark.parametrize("languages", [("en", "en"), ("en", None), ("sv", "en"), ()])
def test_one_language_that_the_vectors_know_does_not(languages):
    assert isinstance(choice.stream_for(reports(*languages)), Stories)


def test_without_the_extra_stories_are_looked_for_as_ever(without):
    assert isinstance(choice.stream_for(reports("en", "de")), Stories)
    assert len(find_stories(reports("en", "de", "ja"))) == 3


def test_without_the_extra_it_is_said_which_languages_stay_apart(without):
    apart = languages_apart(reports("en", "de", None))
    assert apart.code == "languages-apart"
    assert "de, en" in apart.message


def test_nothing_is_said_of_one_language_or_with_the_extra(without, monkeypatch):
    assert languages_apart(reports("en", None)) is None
    monkeypatch.setattr(choice, "installed", lambda: True)
    assert languages_apart(reports("en", "de")) is None
