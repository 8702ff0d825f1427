"""What all formats have in common: a story at a time, the same bytes each time, excerpts unless texts are asked for."""

import pytest
from tests.present.exports.accounts import ACCOUNTS, decided, many

from rashomon.present.cli.export import As
from rashomon.present.exports import tables_written
from rashomon.present.exports.excerpts import EXCERPT_CHARS, excerpt
from rashomon.present.exports.kinds import KINDS
from rashomon.present.exports.telling import OfAccount

EVERY = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
WORDS = "Ferries will carry commuters from Tuesday, the ministry said. Twelve boats are ready"
"""Of a report, longer than anything that cites it."""


def whole(made):
    return b"".join(made.values()) if isinstance(made, dict) else made


def test_the_command_knows_every_format_by_its_name():
    assert [each.value for each in As] == list(KINDS)


@EVERY
@pytest.mark.parametrize("name", ACCOUNTS)
def test_every_account_is_written_the_same_twice(kind, name):
    assert kind.make(ACCOUNTS[name]()) == kind.make(ACCOUNTS[name]())


@EVERY
def test_texts_stand_in_an_export_only_where_they_are_asked_for(kind):
    account = decided()
    assert any(WORDS in document.text for document in account.documents)
    has_texts = {"jsonld", "prov", "plover", "csv"}  # Parquet is compressed: tested by reading it
    assert (WORDS.encode() in whole(kind.make(account))) is (kind.name == "json")
    if kind.name in has_texts:
        given = whole(kind.make(account, with_texts=True)).replace(b"\\n", b"\n")
        assert WORDS.encode() in given or kind.name == "plover"


@EVERY
def test_a_format_of_one_file_gives_it_and_one_of_several_gives_them_by_name(kind):
    made = kind.make(many(1))
    assert isinstance(made, dict) is kind.several
    if kind.several:
        assert all(name.endswith((f".{kind.suffix}", "codebook.md", "datapackage.json")) for name in made)
        with pytest.raises(TypeError):
            kind.chunks(OfAccount(many(1)))


def told(story):
    return story.id, story.title


class Slow(OfAccount):
    """Counts the stories that were asked for."""

    def __init__(self, account):
        super().__init__(account)
        self.asked = 0

    def stories(self):
        for one in super().stories():
            self.asked += 1
            yield one


@EVERY
def test_a_story_is_written_before_the_last_one_is_looked_up(kind, monkeypatch):
    monkeypatch.setattr(tables_written, "ROWS_AT_ONCE", 5)
    account = many(40)
    source, first = Slow(account), account.stories[0]
    seen = b""
    for _, piece in kind.pieces(source):
        seen += piece
        if source.asked and (kind.name in {"parquet", "markdown"} or any(x.encode() in seen for x in told(first))):
            break
    assert 1 <= source.asked < 20


def test_an_excerpt_is_cut_at_a_blank_and_says_so():
    words = "word " * 100
    cut = excerpt(words)
    assert len(cut) <= EXCERPT_CHARS
    assert cut.endswith("word…")
    assert excerpt(words, whole=True) == words
    assert excerpt("short") == "short"
    assert len(excerpt("x" * 1000)) == EXCERPT_CHARS
