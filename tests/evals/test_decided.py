"""Accounts scored against what people decided, on invented decisions."""

import json

import pytest
from evals.decided import Told, figures, main, outcomes

TEXT = "Ada Orsk met Bo Tilling. “We will sail,” she said. The line dismissed 12 pilots."


def place(words, document="post", text=TEXT):
    start = text.index(words)
    return {"document": document, "start": start, "end": start + len(words)}


def label(words, **more):
    return {**place(words, **more), "words": words}


SAID = place("We will sail")
ACCOUNT = {
    "documents": [{"id": d, "text": TEXT, "headline": None} for d in ("post", "mail", "echo")],
    "stories": [
        {
            "id": "s1",
            "documents": ["post", "mail"],
            "parties": [
                {"id": "p1", "name": "Ada Orsk", "aliases": ["Ms Orsk"]},
                {"id": "p2", "name": "Bo Tilling", "aliases": []},
            ],
            "utterances": [
                {"speaker": "p1", "quotations": [{**SAID, "whole": {"start": SAID["start"], "end": SAID["end"]}}]}
            ],
            "claims": [
                {
                    "reports": [
                        place("The line dismissed 12 pilots"),
                        place("The line dismissed 12 pilots", document="mail"),
                    ]
                }
            ],
            "copies": [{"origin": "post", "copy": "mail"}],
        },
        {"id": "s2", "documents": ["echo"], "parties": [], "utterances": [], "claims": [], "copies": []},
    ],
}


def scored(*labels):
    return figures(outcomes(labels, ACCOUNT))


def test_stories_are_scored_by_pairs():
    wanted = {"label": "story", "together": ["post", "mail"], "apart_from": ["echo"]}
    assert scored(wanted) == {"story": 1.0, "story, coverage": 1.0}
    wanted = {"label": "story", "together": ["post", "echo"], "apart_from": ["mail"]}
    assert scored(wanted) == {"story": pytest.approx(1 / 3), "story, coverage": 1.0}


def test_what_is_not_in_the_account_only_lowers_coverage():
    wanted = {"label": "story", "together": ["post", "mail", "gone"], "apart_from": []}
    assert scored(wanted) == {"story": 1.0, "story, coverage": pytest.approx(1 / 3)}


@pytest.mark.parametrize(("name", "share"), [("Ada Orsk", 1.0), ("Ms Orsk", 1.0), ("Bo Tilling", 0.0), (None, 0.0)])
def test_a_speaker_is_right_by_any_of_its_names(name, share):
    assert scored({"label": "speaker", **label("We will sail"), "speaker": name})["speaker"] == share


def test_a_place_is_found_by_its_words():
    moved = {"label": "speaker", **label("We will sail"), "speaker": "Ada Orsk"}
    moved |= {"start": moved["start"] - 9, "end": moved["end"] - 9}
    assert scored(moved)["speaker"] == 1.0
    assert scored(moved | {"words": "We may sail"}) == {"speaker": 0.0, "speaker, coverage": 0.0}


def test_where_no_quotation_was_found_only_nobody_is_right():
    assert scored({"label": "speaker", **label("12 pilots"), "speaker": None})["speaker"] == 1.0
    assert scored({"label": "speaker", **label("12 pilots"), "speaker": "Ada Orsk"})["speaker"] == 0.0


def test_two_names_are_one_party_or_several():
    assert scored({"label": "party", "names": ["Ada Orsk", "Ms Orsk"], "documents": []})["party"] == 1.0
    assert scored({"label": "party", "names": ["Ada Orsk", "Bo Tilling"], "documents": ["mail"]})["party"] == 0.0
    assert scored({"label": "party", "names": ["Ada Orsk", "Bo Tilling"], "documents": ["echo"]}) == {}


def test_a_claim_that_is_told_as_one_is_wrong_where_it_was_told_apart():
    told = "The line dismissed 12 pilots"
    apart = {"label": "claim", "report": label(told), "others": [label(told, document="mail")]}
    assert scored(apart)["claim"] == 0.0
    elsewhere = {"label": "claim", "report": label(told), "others": [label("Ada Orsk met Bo Tilling", document="mail")]}
    assert scored(elsewhere)["claim"] == 1.0


def test_a_copy_that_is_none_is_wrong_where_it_is_told():
    assert scored({"label": "copy", "documents": ["post", "mail"]})["copy"] == 0.0
    assert scored({"label": "copy", "documents": ["post", "echo"]})["copy"] == 1.0


def test_the_command_prints_the_figures_and_what_is_otherwise(tmp_path, capsys):
    (tmp_path / "account.json").write_text(json.dumps(ACCOUNT))
    (tmp_path / "labels.jsonl").write_text(json.dumps({"label": "copy", "documents": ["post", "mail"]}) + "\n")
    assert main([str(tmp_path / "labels.jsonl"), str(tmp_path / "account.json")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "copy: a copy, decided none: post and mail"


def test_a_document_without_a_story_is_in_none():
    assert not Told(ACCOUNT).has("post", "nowhere")
