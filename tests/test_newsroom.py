"""The decorator that reads a press review from a test's docstring."""

from datetime import UTC, datetime

import pytest
from tests.newsrooms import Newsroom, NewsroomError, newsroom, parse_newsroom

from rashomon.core import Role, Span


@pytest.fixture
def tide() -> str:
    return "high"


@newsroom
def test_each_block_is_a_document(documents):
    """Two outlets, and a word to people before them.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Pilots walk out at Norholm

    Forty pilots walked out
    on Friday.

    “We will not sail,” one said.

    == Norholm Mail, 2031-05-02 15:00 Z; credits: Ferrin Agency, The Harbour Post; byline: Una Strake ==
    Walk-out at Norholm

    Pilots stayed ashore.
    """
    post, mail = documents
    assert (post.id, post.outlet) == ("the-harbour-post", "The Harbour Post")
    assert post.published_at == datetime(2031, 5, 2, 12, 10, tzinfo=UTC)
    assert post.headline == "Pilots walk out at Norholm"
    assert (
        post.text == "Pilots walk out at Norholm\n\nForty pilots walked out on Friday.\n\n“We will not sail,” one said."
    )
    assert [p.role for p in post.passages] == [Role.HEADLINE, Role.PARAGRAPH, Role.PARAGRAPH]
    assert post.credits == ()
    assert mail.credits == ("Ferrin Agency", "The Harbour Post")
    assert mail.bylines == ("Una Strake",)
    assert mail.published_at == datetime(2031, 5, 2, 15, 0, tzinfo=UTC)


@newsroom
def test_passages_and_set_aside_cover_all_words(documents):
    """
    == Post ==
    A headline

    ~caption: Boats at the quay

    > A block quotation.

    A paragraph.
    """
    (post,) = documents
    covered = sorted([p.span for p in post.passages] + [s.span for s in post.set_aside])
    assert "\n\n".join(post.words_at(span) for span in covered) == post.text
    assert [(s.reason, post.words_at(s.span)) for s in post.set_aside] == [("caption", "Boats at the quay")]
    assert post.passages[1].role is Role.BLOCK_QUOTE
    assert post.published_at is None


@newsroom
def test_fixtures_and_the_room_stand_side_by_side(tide, room, tmp_path):
    """
    == Post ==
    High water

    The quay flooded.
    """
    assert tide == "high"
    assert tmp_path.is_dir()
    assert isinstance(room, Newsroom)
    assert room["Post"] is room.documents[0]
    assert room.span("Post", "quay") == Span(16, 20)


@pytest.mark.parametrize("number", [1, 2])
@newsroom
def test_parameters_still_work(number, documents):
    """
    == Post ==
    One

    == Post ==
    Two
    """
    assert documents[number - 1].id == ("post", "post-2")[number - 1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nothing here", "no report found"),
        ("== Post, 2031-05-02 14:10 ==\nHeadline", "has no zone"),
        ("== Post, 2031-15-02 14:10 Z ==\nHeadline", "is no time"),
        ("== Post; credit: Ferrin ==\nHeadline", "'credit: Ferrin' is no option"),
        ("== Post ==\n", "the report of 'Post' is empty"),
        ("== ==\nHeadline", "has no outlet"),
        ("== Post\nHeadline", "opens no report"),
        ("== Post ==\n> A quotation", "write its headline first"),
        ("== Post ==\n~caption: A picture\n\nHeadline", "write its headline first"),
        ("== Post ==\n~caption: A picture", "write its headline first"),
        ("== Post; id: a ==\nOne\n\n== Mail; id: a ==\nTwo", "two reports have the id 'a'"),
    ],
)
def test_faults_are_named(text, message):
    with pytest.raises(NewsroomError, match=message):
        parse_newsroom(text)


def test_a_fault_names_the_test():
    def test_without_review(documents):
        """Nothing."""

    with pytest.raises(NewsroomError, match="test_without_review: no report found"):
        newsroom(test_without_review)


def test_a_test_must_ask_for_the_documents():
    def test_asks_for_nothing():
        """
        == Post ==
        Headline
        """

    with pytest.raises(NewsroomError, match="neither 'documents' nor 'room'"):
        newsroom(test_asks_for_nothing)


def test_words_must_stand_exactly_once():
    room = parse_newsroom("== Post ==\nTide and tide")
    with pytest.raises(NewsroomError, match="stands 0 times"):
        room.span("Post", "ebb")
    with pytest.raises(NewsroomError, match="stands 2 times"):
        room.span("Post", "ide")
    with pytest.raises(NewsroomError, match="no outlet 'Mail'"):
        room.span("Mail", "Tide")
