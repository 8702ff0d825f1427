"""Answers in the terminal, where names and ids are not as they should be."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console
from tests.present.questions.kept import NOW, archive, document, expulsion, press

from rashomon.core import Standing, Story
from rashomon.present import questions
from rashomon.present.exports.answers import claim_answer_row
from rashomon.present.exports.tables import claim_cells
from rashomon.present.questions import Asked
from rashomon.present.report import listed
from rashomon.stores.memory import MemoryStore


def shown(show, answers, width, **more):
    console = Console(file=StringIO(), width=width, highlight=False, markup=False, emoji=False, **more)
    show(answers, console)
    return console.file.getvalue()


@pytest.fixture(scope="module")
def odd():
    """A report with a long id, a steering headline, no date and an address without an end."""
    store = MemoryStore()
    name = "an-id-that-somebody-gave-" + "x" * 90
    own = document(name, "Quay\x1b[31mMail", "A fish.", None, headline="Red\x1b[2J \u202eherring", address="a" * 300)
    with store.writer() as writer:
        writer.add(own, seen_at=NOW, made_by="test.v1")
        writer.settle([Story(id=name, documents=(name,))], made_by="test.v1")
    return name, store


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("name", ["stories", "documents", "outlets"])
def test_a_long_id_stands_whole_and_nothing_steers(odd, name, width):
    long, store = odd
    with store.view() as view:
        told = shown(getattr(listed, name), getattr(questions, name)(view, Asked()).results, width)
    assert "\x1b[31m" not in told
    assert "\x1b[2J" not in told
    assert "\u202e" not in told
    assert all(cell_len(line.rstrip()) <= width for line in told.splitlines())
    if name != "outlets" and width < listed.WIDE:
        assert long in told.replace("\n", "")


def test_a_report_without_a_date_says_so(odd):
    with odd[1].view() as view:
        assert "no date" in shown(listed.documents, questions.documents(view, Asked()).results, 80)
        assert "no account yet" in shown(listed.stories, questions.stories(view, Asked()).results, 80)


@pytest.mark.parametrize("width", [30, 120])
@pytest.mark.parametrize("name", ["stories", "documents"])
def test_a_word_without_an_end_in_a_headline_is_cut_with_a_sign(name, width):
    store = MemoryStore()
    with store.writer() as writer:
        writer.add(document("long", "Quay Mail", "A fish.", NOW, headline="A" * 3000), seen_at=NOW, made_by="test.v1")
        writer.settle([Story(id="long", documents=("long",))], made_by="test.v1")
    with store.view() as view:
        told = shown(getattr(listed, name), getattr(questions, name)(view, Asked()).results, width)
    assert told.count("A") <= listed.HEADLINE_CHARS
    assert "…" in told


def test_many_outlets_are_counted():
    reports = tuple((f"r{n}", f"Paper {n}") for n in range(9))
    with archive(press(reports)).view() as view:
        told = shown(listed.stories, questions.stories(view, Asked()).results, 80)
    assert "Paper 0, Paper 1, Paper 2 and 6 others" in " ".join(told.split())


def test_what_was_looked_for_stands_between_arrows_only_without_colour():
    with archive().view() as view:
        hits = questions.search(view, Asked(words="envoys")).results
        assert "»envoys«" in shown(listed.hits, hits, 80, color_system=None)
        assert "»" not in shown(listed.hits, hits, 80, force_terminal=True, color_system="standard")


def withdrawn_wire():
    """The account of an expulsion, of which the agency withdrew its report and the ledger has its own from it."""
    account = expulsion()
    (story,) = account.stories
    (claim,) = story.claims
    first, second = claim.reports
    reports = (replace(first, revised=("retraction",)), replace(second, revised=("rests-on-retracted",)))
    claims = (replace(claim, standing=Standing.SINGLE, reports=reports),)
    return replace(account, stories=(replace(story, claims=claims),))


def test_a_claim_says_which_of_its_reports_do_not_count():
    with archive(withdrawn_wire()).view() as view:
        (answer,) = questions.claims(view, Asked()).results
    told = shown(listed.claims, [answer], 120)
    assert "counts 0 of 2: 2 rest on a withdrawn report" in told
    assert "Corvane Agency [withdrawn]" in told
    assert "Tesmark Ledger [rests on a withdrawn report]" in told
    row = claim_answer_row(answer)
    assert row["counting"] == "counts 0 of 2: 2 rest on a withdrawn report"
    assert [report["revised"] for report in row["reports"]] == [["retraction"], ["rests-on-retracted"]]
    cells = claim_cells(row)
    assert cells["counting"] == row["counting"]
    assert "[withdrawn]" in str(cells["reports"])


def test_a_claim_of_which_all_reports_count_says_nothing_of_it():
    with archive(expulsion()).view() as view:
        (answer,) = questions.claims(view, Asked()).results
    assert answer.counting is None
    assert "withdrawn" not in shown(listed.claims, [answer], 120)
