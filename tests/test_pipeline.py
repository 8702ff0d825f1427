"""The whole line from inputs to account: order, repetition, copies, removal and names change nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.account.ledger import Desk
from tests.newsrooms import parse_newsroom

from rashomon.core import Problem, RashomonError
from rashomon.pipeline import Pipeline, document_order, once_each
from rashomon.present.exports.account_rows import account_row
from rashomon.read import Reader, models

NEWSROOM = parse_newsroom(
    """
    == The Harbour Post, 2031-05-02 14:10 +02:00; id: post ==
    Norway expels 35 Chilean diplomats

    Norway expelled 35 Chilean diplomats on Friday after a quarrel about the herring quotas of the northern banks.

    Pablo Rengo, the Chilean foreign minister, asked his president to expel 35 Norwegian diplomats. "A door that is
    slammed can be heard on both sides of the house," Mr Rengo told reporters in front of the ministry.

    == Norholm Mail, 2031-05-02 15:00 +02:00; id: mail; credits: Tessel News Agency ==
    Diplomats must leave Norway

    Norway threw out 35 Chilean diplomats on Friday, the foreign ministry in Oslo said in a short statement.

    Pablo Rengo proposed that Chile expel 35 diplomats of Norway. "A door that is slammed can be heard on both sides
    of the house," the minister said. Twelve of the families had left by the evening.

    == Evening Echo, 2031-05-02 17:30 +02:00; id: echo ==
    Chile answers Oslo in kind

    Chile has expelled 35 Norwegian diplomats. The step follows the expulsion of 35 Chilean diplomats by Norway.

    The quarrel began when a Norwegian trawler cut the nets of two Chilean boats in March, fishermen say.

    == Northern Star, 2031-05-03 08:00 +02:00; id: star; credits: Tessel News Agency ==
    Chile’s president will expel nobody

    Chile will not expel anyone, President Lucia Arven said on Saturday. "We answer herring with patience," she said.

    Foreign minister Pablo Rengo had suggested that 35 Norwegian diplomats be expelled.
    """
).documents


class CachedPipeline(Pipeline):
    """A pipeline that reads each document once over all examples."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    @property
    def reader(self):
        return self._desk


def copy_of(document):
    """The same words in another outlet four hours later, without any credit."""
    later = document.published_at + timedelta(hours=4)
    return replace(document, id=f"copy-{document.id}", outlet="The Borrower", credits=(), published_at=later)


@pytest.fixture(scope="module")
def row_of(reader):
    """Make the account's row of documents, in a form that does not depend on how they are listed."""
    pipeline = CachedPipeline(Desk(reader=reader))

    def make(documents):
        row = account_row(pipeline.account_of(documents))
        row["documents"].sort(key=lambda d: d["id"])
        row["problems"].sort(key=json.dumps)
        return row

    return make


def claims(row):
    return [c for s in row["stories"] for c in s["claims"]]


ONE_PARSE = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SOME = st.lists(st.sampled_from(NEWSROOM), unique_by=lambda d: d.id, min_size=1)


@given(documents=SOME, chance=st.randoms(use_true_random=False))
@ONE_PARSE
def test_the_order_of_the_input_does_not_change_the_account(row_of, documents, chance):
    shuffled = documents[:]
    chance.shuffle(shuffled)
    assert row_of(shuffled) == row_of(sorted(documents, key=lambda d: d.id))


def test_two_runs_give_the_same_bytes(row_of):
    assert json.dumps(row_of(NEWSROOM)) == json.dumps(row_of(NEWSROOM))


@given(documents=SOME, data=st.data())
@ONE_PARSE
def test_a_verbatim_copy_raises_no_count_of_origins(row_of, documents, data):
    copied = data.draw(st.sampled_from(documents))
    before = claims(row_of(documents))
    for claim in claims(row_of([*documents, copy_of(copied)])):
        told = {(r["document"], r["start"], r["end"]) for r in claim["reports"]}
        old = [c for c in before if told & {(r["document"], r["start"], r["end"]) for r in c["reports"]}]
        assert claim["origins"] <= max(1, sum(c["origins"] for c in old))


@pytest.mark.parametrize("copied", NEWSROOM, ids=lambda d: d.id)
def test_a_verbatim_copy_is_found_and_rests_on_its_origin(row_of, copied):
    row = row_of([*NEWSROOM, copy_of(copied)])
    pairs = {(c["origin"], c["copy"]): c for s in row["stories"] for c in s["copies"]}
    assert pairs[copied.id, f"copy-{copied.id}"]["kind"] == "verbatim"
    for claim in claims(row):
        origins = {r["document"]: r["origin"] for r in claim["reports"]}
        if {copied.id, f"copy-{copied.id}"} <= origins.keys():
            assert origins[f"copy-{copied.id}"] == origins[copied.id]


@pytest.mark.parametrize("copied", NEWSROOM, ids=lambda d: d.id)
def test_a_verbatim_copy_tells_the_claims_of_its_origin(row_of, copied):
    for claim in claims(row_of([copied, copy_of(copied)])):
        assert {r["document"] for r in claim["reports"]} == {copied.id, f"copy-{copied.id}"}


@pytest.mark.parametrize("removed", NEWSROOM, ids=lambda d: d.id)
def test_a_document_that_is_removed_is_cited_nowhere(row_of, removed):
    def strings(node):
        if isinstance(node, dict):
            return {s for v in node.values() for s in strings(v)}
        if isinstance(node, list):
            return {s for v in node for s in strings(v)}
        return {node} if isinstance(node, str) else set()

    assert removed.id in strings(row_of(NEWSROOM))
    assert removed.id not in strings(row_of([d for d in NEWSROOM if d.id != removed.id]))


@given(prefixes=st.permutations("ABCDXYZ"))
@settings(ONE_PARSE, max_examples=6)
def test_renaming_the_outlets_changes_nothing_but_their_names(row_of, prefixes):
    def in_any_order(row):
        for story in row["stories"]:
            story["origins"].sort(key=lambda o: o["id"])
        return row

    names = dict(zip((d.outlet for d in NEWSROOM), prefixes, strict=False))
    renamed = json.dumps(in_any_order(row_of([replace(d, outlet=f"{names[d.outlet]}qu {d.outlet}") for d in NEWSROOM])))
    for prefix in prefixes:
        renamed = renamed.replace(f"{prefix}qu ", "")
    assert json.loads(renamed) == in_any_order(row_of(NEWSROOM))


def test_every_place_lies_in_its_document_and_every_id_is_known(row_of):
    row = row_of(NEWSROOM)
    lengths = {d["id"]: len(d["text"]) for d in row["documents"]}

    def places(node):
        if isinstance(node, dict):
            if {"document", "start", "end"} <= node.keys() and node["start"] is not None:
                yield node["document"], node["start"], node["end"]
            node = list(node.values())
        if isinstance(node, list):
            for part in node:
                yield from places(part)

    found = list(places(row))
    assert found
    assert all(0 <= start < end <= lengths[d] for d, start, end in found)
    for story in row["stories"]:
        known = {k: {x["id"] for x in story[k]} for k in ("claims", "origins", "parties")}
        assert {r["origin"] for c in story["claims"] for r in c["reports"]} <= known["origins"]
        voices = {r["voice"] for c in story["claims"] for r in c["reports"]} | {
            u["speaker"] for u in story["utterances"]
        }
        assert voices - {None} <= known["parties"]
        linked = {x for a in story["answers"] for x in (a["claim"], a["to"])} | {t["claim"] for t in story["timeline"]}
        linked |= {c for s in story["digest"] for c in s["claims"]}
        linked |= {c for v in story["coverage"] for c in (*v["only_here"], *v["left_out"])}
        linked |= {f["claim"] for f in story["figures"]} - {None}
        assert linked <= known["claims"]


@given(documents=st.permutations(NEWSROOM))
@settings(ONE_PARSE, max_examples=5)
def test_a_story_lists_its_documents_by_their_time_and_the_untimed_last(row_of, documents):
    late = [replace(d, published_at=None) if d.id == "post" else d for d in documents]
    assert [s["documents"] for s in row_of(documents)["stories"]] == [["post", "mail", "echo", "star"]]
    assert [s["documents"] for s in row_of(late)["stories"]] == [["mail", "echo", "star", "post"]]


def test_a_document_given_twice_counts_once(row_of):
    twice = row_of([NEWSROOM[0], *NEWSROOM])
    assert [p["code"] for p in twice["problems"]] == ["given-twice"]
    assert twice["stories"] == row_of(NEWSROOM)["stories"]


def test_nothing_gives_an_empty_account(row_of):
    row = row_of([])
    assert (row["documents"], row["stories"], row["problems"]) == ([], [], [])


def test_once_each_names_the_repeated_one():
    kept, repeated = once_each([NEWSROOM[0], NEWSROOM[1], NEWSROOM[0]])
    assert kept == [NEWSROOM[0], NEWSROOM[1]]
    assert [(p.code, p.document) for p in repeated] == [("given-twice", "post")]


def test_of_two_documents_with_one_id_the_first_published_stays_whatever_their_order():
    early, late = NEWSROOM[0], replace(NEWSROOM[1], id=NEWSROOM[0].id)
    assert early.published_at < late.published_at
    for both in ([early, late], [late, early]):
        kept, (problem,) = once_each(both)
        assert kept == [early]
        assert (problem.code, problem.document, problem.fatal) == ("id-taken", "post", True)
        assert f"kept is “{early.headline}" in problem.message
        assert f"set aside “{late.headline[:40]}" in problem.message
        assert late.outlet in problem.message


def test_documents_without_a_time_come_last():
    untimed = replace(NEWSROOM[0], id="a", published_at=None)
    assert sorted([untimed, *reversed(NEWSROOM)], key=document_order) == [*NEWSROOM, untimed]


def test_inputs_that_give_no_document_are_problems(tmp_path, reader):
    (tmp_path / "empty.txt").write_text("")
    found = list(Pipeline().documents([str(tmp_path / "empty.txt"), str(tmp_path / "missing.txt")]))
    assert all(isinstance(p, Problem) and p.fatal for p in found)
    assert [p.code for p in found] == ["empty", "not-found"]
    made = CachedPipeline(Desk(reader=reader)).account([str(tmp_path / "empty.txt")])
    assert made.documents == ()
    assert [p.code for p in made.problems] == ["empty"]


def test_a_parser_loaded_anew_reads_as_one_that_has_read_before(reader):
    """All other readers of a run share one that is loaded (`tests/conftest.py`)."""
    anew = Reader(tolerant=False)
    anew._loaded = models.load.__wrapped__(anew.pipeline)
    assert anew.nlp is not reader.nlp
    before = [reader.read(document) for document in NEWSROOM]
    assert [anew.read(document) for document in NEWSROOM] == before


def test_a_single_path_is_one_input(tmp_path):
    (tmp_path / "a.txt").write_text("The council of Alder closed the bridge over the Lind on Monday morning, it said.")
    for inputs in (str(tmp_path / "a.txt"), tmp_path / "a.txt", [tmp_path / "a.txt"]):
        (found,) = Pipeline().documents(inputs)
        assert found.text.startswith("The council")


@pytest.mark.parametrize("given", [5, None, {"text": "The bridge is closed."}, b"a.txt"])
def test_what_names_no_inputs_is_told_and_what_takes_documents(given):
    kind = type(given).__name__
    with pytest.raises(
        RashomonError, match=rf"inputs are paths, .* and no {kind}; `rashomon\.account` takes documents"
    ):
        Pipeline().account(given)
