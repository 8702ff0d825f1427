"""Words looked for everywhere at once."""

import pytest
from tests.present.questions.kept import NOW, archive, document, filled

from rashomon.core import Part
from rashomon.present import questions
from rashomon.present.questions import Asked, AskedError
from rashomon.stores.memory import MemoryStore
from rashomon.stores.query import QueryError, Sought


@pytest.fixture(scope="module")
def store():
    return archive()


@pytest.fixture
def view(store):
    with store.view() as view:
        yield view


def test_claims_quotations_and_documents_are_found_with_what_was_found_marked(view):
    page = questions.search(view, Asked(words="expel*"))
    assert {hit.kind for hit in page.results} == set(questions.AMONG)
    for hit in page.results:
        assert {mark.of(hit.words) for mark in hit.marks} == {"expelled"}
    assert page.before is None


def test_the_piece_of_a_document_stands_at_its_offset():
    long = " ".join(f"word{n}" for n in range(400)) + " the regatta sank " + "more " * 200
    store = archive()
    with store.writer() as writer:
        writer.add(document("long", "Quay Mail", long, NOW), seen_at=NOW, made_by="test.v1")
    with store.view() as view:
        (hit,) = questions.search(view, Asked(words="regatta")).results
    assert long[hit.offset :].startswith(hit.words)
    assert [mark.of(hit.words) for mark in hit.marks] == ["regatta"]
    assert len(hit.words) < 300
    assert long[hit.offset - 1] == " "


def test_a_text_without_blanks_has_its_piece_too():
    store = archive()
    text = "x" * 500 + "-" + "regatta" + "-" + "y" * 500
    with store.writer() as writer:
        writer.add(document("long", "Quay Mail", text, NOW), seen_at=NOW, made_by="test.v1")
    with store.view() as view:
        (hit,) = questions.search(view, Asked(words="regatta")).results
    assert [mark.of(hit.words) for mark in hit.marks] == ["regatta"]


def test_what_cannot_be_asked_by_a_filter_is_left_out_and_named(view):
    page = questions.search(view, Asked(words="expel*", party="Orsk"))
    assert page.among == (Sought.CLAIMS, Sought.QUOTATIONS)
    assert {hit.kind for hit in page.results} <= set(page.among)


def test_a_field_that_nothing_has_is_refused_with_those_there_are(view):
    with pytest.raises(QueryError, match=r"no field 'colour'; fields are .*speaker"):
        questions.search(view, Asked(words="colour:red"))
    with pytest.raises(AskedError, match="nothing is looked for"):
        questions.search(view, Asked())


@pytest.mark.parametrize("words", ["harbour OR bridge OR mill", "will", "boats OR never"])
def test_pages_have_each_hit_once_and_the_latest_first(words):
    with filled(MemoryStore(), 9).view() as view:
        whole = questions.search(view, Asked(words=words), limit=1000)
        assert whole.before is None
        seen, before = [], None
        while True:
            page = questions.search(view, Asked(words=words), limit=4, before=before)
            seen += page.results
            before = page.before
            if before is None:
                break
    assert sorted(seen, key=repr) == sorted(whole.results, key=repr)
    assert [hit.at for hit in seen] == sorted((hit.at for hit in seen), reverse=True)


@pytest.mark.parametrize("before", ["1", "1.2", "-.-.-", "a.b.c", "1.2.3.4"])
def test_a_cursor_that_no_page_gave_is_refused(view, before):
    with pytest.raises(AskedError, match="before"):
        questions.search(view, Asked(words="bridge"), before=before)


def test_what_only_a_headline_outside_the_text_has_is_marked_there(view):
    (hit,) = (hit for hit in questions.search(view, Asked(words="spread")).results if hit.kind is Sought.DOCUMENTS)
    assert hit.words == "Bridge closing as cracks spread"
    assert [(mark.of(hit.words), mark.part) for mark in hit.marks] == [("spread", Part.HEADLINE)]
