"""The same question has the same answer on every store."""

import pytest
from tests.present import ferry
from tests.present.questions.kept import expulsion, filled, keep_account

from rashomon.present import questions
from rashomon.present.questions import Asked, front
from rashomon.present.questions.one_outlet import one_outlet
from rashomon.present.questions.one_party import one_party
from rashomon.present.questions.suggestions import suggestions
from rashomon.stores import open_store
from rashomon.stores.memory import MemoryStore


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    both = (MemoryStore(), open_store(tmp_path_factory.mktemp("alike") / "news.db"))
    for store in both:
        for account in (ferry.account(), expulsion()):
            keep_account(store, account)
        filled(store, 10)
    yield both
    for store in both:
        store.close()


ASKED = {
    "stories": [{}, {"outlet": "post"}, {"standing": "disputed"}, {"party": "Orsk"}, {"words": "harbour OR cracks"}],
    "claims": [{}, {"status": "denied", "voice": "Orsk"}, {"words": "harbour OR bridge -mill"}],
    "quotations": [{}, {"words": "expel*"}, {"form": "indirect"}],
    "figures": [{}, {"words": "boats"}],
    "documents": [{}, {"outlet": "mail"}, {"words": '"of the"'}],
    "outlets": [{}, {"outlet": "post"}],
    "search": [{"words": "never OR bridge"}, {"words": "mill", "outlet": "post"}],
}


@pytest.mark.parametrize(("name", "fields"), [(name, fields) for name, every in ASKED.items() for fields in every])
def test_the_answer_is_the_same_page_by_page(stores, name, fields):
    ask = getattr(questions, name)

    def pages(store):
        with store.view() as view:
            before = None
            while True:
                page = ask(view, Asked(**fields), limit=7, before=before)
                yield page
                before = page.before
                if before is None:
                    break

    memory, file = map(list, map(pages, stores))
    assert memory == file
    assert memory[0].results


def test_the_front_is_the_same(stores):
    for asked in (Asked(), Asked(standing="disputed"), Asked(party="Orsk"), Asked(words="harbour", status="done")):
        memory, file = stores
        with memory.view() as left, file.view() as right:
            wanted = front.front(left, asked, limit=7)
            assert front.front(right, asked, limit=7) == wanted
            assert wanted.results


def test_suggestions_parties_and_outlets_are_the_same(stores):
    memory, file = stores
    with memory.view() as left, file.view() as right:
        for begun in ("or", "mar", "harrow sound", "po"):
            assert suggestions(left, begun) == suggestions(right, begun)
        assert one_party(left, "orsk") == one_party(right, "orsk")
        assert one_outlet(left, "Tesmark Ledger") == one_outlet(right, "Tesmark Ledger")
        assert one_party(left, "orsk").found


def test_a_story_is_the_same(stores):
    memory, file = stores
    with memory.view() as left, file.view() as right:
        assert questions.story(left, "s1") == questions.story(right, "s1")
